"""Which internodes a fibre is made of, one after another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .fibre import Fibre
from .geometry import Geometry
from .parameters import constant

Sizes = tuple[float, ...]  # one row of ``cable.modes``


@dataclass(frozen=True)
class Chain:
    """A fibre as a row of internodes.

    ``kinds`` holds the sizes of each kind of internode, ``of`` the kind of each internode in turn, ``parts``
    how many internodes took the place of each original one (1 where nothing was remyelinated).
    """

    kinds: list[Sizes]
    of: NDArray[np.int64]
    parts: NDArray[np.int64]


def chain(fibre: Fibre) -> Chain:
    """Lay out a fibre's internodes."""
    sizes = fibre.sizes
    kinds = [internode(fibre, sizes, fibre.lamella_fraction)]
    if not (fibre.lesions or fibre.remyelination):
        count = fibre.nodes - 1
        return Chain(kinds, np.zeros(count, dtype=np.int64), np.ones(count, dtype=np.int64))
    original = [0] * (fibre.nodes - 1)
    parts = [1] * (fibre.nodes - 1)
    for stretch in (*fibre.lesions, *fibre.remyelination):
        each = getattr(stretch, "parts", 1)
        span = stretch.last - stretch.first + 1
        original[stretch.first : stretch.last + 1] = [len(kinds)] * span
        parts[stretch.first : stretch.last + 1] = [each] * span
        kinds.append(internode(fibre, sizes, stretch.lamella_fraction, each))
    return Chain(kinds, np.repeat(original, parts), np.array(parts))


def internode(fibre: Fibre, sizes: Geometry, fraction: float, parts: int = 1) -> Sizes:
    """Sizes of an internode with a share of its lamellae, and of its length when it was split into parts."""
    outer, axon, lamellae = sizes.outer_um, sizes.axon_um, sizes.lamellae
    if fibre.g_ratio is not None:
        thickness = outer - axon
        axon = fibre.g_ratio * outer
        lamellae *= (outer - axon) / thickness
    if fibre.thinning == "outer":
        outer = axon + fraction * (outer - axon)
    length = sizes.internode_um / parts
    gaps = (fibre.gap_um, constant("internodal_gap"))
    return (outer, axon, sizes.node_um, length, sizes.flut_um, fraction * lamellae, *gaps)


def positions_um(fibre: Fibre) -> NDArray[np.float64]:
    """Distance of every node from the first one (µm)."""
    parts = chain(fibre).parts
    lengths = np.repeat(fibre.sizes.internode_um / parts, parts)
    return np.concatenate([[0.0], np.cumsum(lengths)])


def quarter_nodes(fibre: Fibre) -> tuple[int, int]:
    """The nodes at 1/4 and 3/4 of the original fibre, counted among all its nodes now."""
    quarter = round((fibre.nodes - 1) / 4)
    if not fibre.remyelination:
        return quarter, fibre.nodes - 1 - quarter
    parts = chain(fibre).parts
    return int(parts[:quarter].sum()), int(parts[: fibre.nodes - 1 - quarter].sum())
