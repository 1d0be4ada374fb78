"""What can be simulated: a myelinated fibre, its lesions and its remyelinated stretches."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any

from ...amounts import NBSP
from ..checks import check_between, check_choice, check_whole
from . import protocol
from .geometry import GEOMETRIES, Geometry, allowed_diameters
from .parameters import constant

FEWEST_NODES, MOST_NODES = 9, 2001  # fewer: the quarter points feel the ends; more: no nerve is that long
THINNING = ("lamellae", "outer")
FULL_SHEATH = "1 is the full sheath."


@dataclass(frozen=True)
class Lesion:
    """Internodes ``first`` to ``last`` (from 0, both included) that have lost myelin.

    Parameters
    ----------
    first, last : int
        Internodes of the original fibre.
    lamella_fraction : float
        Share of the full number of lamellae that is left, 0–1; 0 is a stripped internode. It replaces the fibre's
        own.

    Leaves out
    ----------
    Sodium channels that spread along a stripped axon, swelling, and any change of the paranodal seal.
    """

    first: int
    last: int
    lamella_fraction: float

    def __post_init__(self) -> None:
        _check_stretch(self)


@dataclass(frozen=True)
class Remyelination:
    """Internodes ``first`` to ``last`` (from 0, both included), each replaced by ``parts`` short ones.

    Parameters
    ----------
    first, last : int
        Internodes of the original fibre.
    parts : int
        New internodes per original one, with full nodes between them; paranodes keep their length.
    lamella_fraction : float
        Share of the full number of lamellae of the new sheaths, 0–1.
    """

    first: int
    last: int
    parts: int
    lamella_fraction: float

    def __post_init__(self) -> None:
        _check_stretch(self)
        parts = check_whole("Remyelination.parts", self.parts, 1, 100, "1 keeps the internode's length.")
        object.__setattr__(self, "parts", parts)


@dataclass(frozen=True)
class Fibre:
    """A human myelinated nerve fibre after McIntyre, Richardson and Grill.

    Parameters
    ----------
    diameter_um : float
        Outer diameter. ``"discrete"`` geometry: one of the published fibres; ``"interpolated"``: 2–16 µm.
    geometry : {"discrete", "interpolated"}
        Published sizes, or quadratic fits through them (they differ by up to 3 % at the published diameters;
        the internode length, hence velocity, changes slope at 5.643 µm).
    temperature_c : float
        15–42 °C. Acts on the speed of the nodes' gates alone.
    lamella_fraction : float
        Share of the lamellae left in every internode, 0–1.
    thinning : {"lamellae", "outer"}
        Lost lamellae leave the outer diameter alone (the default) or make the sheath thinner too.
    lesions, remyelination : sequence
        Stretches that differ from the rest; they may not overlap.
    nodes : int
        Nodes of Ranvier before remyelination adds any, at least 9.
    g_ratio : float, optional
        Axon over fibre diameter, 0.4–0.95, instead of ``lamella_fraction``: the outer diameter stays, axon is
        traded for sheath, lamellae go in proportion to the sheath's thickness, and node and paranode stay as
        wide as they are. The fastest ratio is then near 0.79 at 10 µm and not the textbook's 0.6: the textbook's cable
        loses current through a thin sheath only, while here the narrow gap under the sheath, which does not
        change, sets most of the leak, so that a wide axon pays longer.
    paranodal_gap_um : float, optional
        Width of the periaxonal space at the paranode, 0.0005–0.02 µm (published: 0.002): the strongest single
        lever on speed.

    Leaves out
    ----------
    Channels under the sheath and the sodium channels that appear there after demyelination, swelling, changed
    lengths of nodes or paranodes, ion accumulation, neighbouring fibres (ephapses), and every property that
    differs between motor and sensory fibres: the model was fitted to motor fibres. The published grid of ten
    compartments per internode is part of the model.

    References
    ----------
    [McIntyre2002] membrane, double cable and sizes; [ModelDB3810] the authors' code; [PyFibers2025]
    interpolation.

    Examples
    --------
    >>> Fibre(diameter_um=10.0, lesions=(Lesion(10, 11, 0.05),)).nodes
    41
    """

    diameter_um: float = 10.0
    geometry: str = "discrete"
    temperature_c: float = 37.0
    lamella_fraction: float = 1.0
    thinning: str = "lamellae"
    lesions: tuple[Lesion, ...] = ()
    remyelination: tuple[Remyelination, ...] = ()
    nodes: int = 41
    g_ratio: float | None = field(default=None, kw_only=True)
    paranodal_gap_um: float | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        for name, value in self._checked().items():
            object.__setattr__(self, name, value)
        if self.lesions or self.remyelination:
            self._check_stretches()

    @property
    def sizes(self) -> Geometry:
        """Sizes of the fibre with its full sheath."""
        return GEOMETRIES[self.geometry](self.diameter_um)

    @property
    def gap_um(self) -> float:
        """Width of the periaxonal space at the paranode (µm)."""
        return constant("paranodal_gap") if self.paranodal_gap_um is None else self.paranodal_gap_um

    def _checked(self) -> dict[str, Any]:
        """What was given, as plain numbers and tuples; refuses what the model is not valid for."""
        stretches = (("lesions", Lesion), ("remyelination", Remyelination))
        plain = {name: _all_of(name, getattr(self, name), kind) for name, kind in stretches}
        check_choice("geometry", self.geometry, tuple(GEOMETRIES))
        check_choice("thinning", self.thinning, THINNING)
        plain["diameter_um"] = self._checked_diameter()
        warmth = protocol.TEMPERATURE_RANGE_C
        plain["temperature_c"] = check_between("temperature_c", self.temperature_c, *warmth, "°C")
        plain["lamella_fraction"] = check_between(
            "lamella_fraction", self.lamella_fraction, 0, 1, advice=FULL_SHEATH
        )
        between = "Velocity is measured between the quarter points."
        plain["nodes"] = check_whole("nodes", self.nodes, FEWEST_NODES, MOST_NODES, between)
        if self.g_ratio is not None:
            plain["g_ratio"] = check_between("g_ratio", self.g_ratio, *protocol.G_RATIO_RANGE)
            if self.lamella_fraction != 1:
                raise ValueError(
                    f"Give g_ratio or lamella_fraction, not both; got {self.g_ratio!r} and "
                    f"{self.lamella_fraction!r}."
                )
        if self.paranodal_gap_um is not None:
            gap = check_between(
                "paranodal_gap_um", self.paranodal_gap_um, *protocol.PARANODAL_GAP_RANGE_UM, "µm"
            )
            plain["paranodal_gap_um"] = gap
        return plain

    def _checked_diameter(self) -> float:
        allowed = allowed_diameters(self.geometry)
        if self.geometry == "interpolated":
            return check_between("diameter_um", self.diameter_um, *allowed, "µm")
        if isinstance(self.diameter_um, bool) or self.diameter_um not in allowed:
            known = ", ".join(f"{diameter:g}" for diameter in allowed)
            low, high = allowed_diameters("interpolated")
            raise ValueError(
                f"diameter_um must be one of {known} µm with geometry='discrete'; got {self.diameter_um!r}. "
                f"Use geometry='interpolated' for any diameter between {low:g} and {high:g}{NBSP}µm."
            )
        return float(self.diameter_um)

    def _check_stretches(self) -> None:
        """Refuse stretches that overlap, leave the fibre, or make internodes shorter than their paranodes."""
        end = 0
        for stretch in sorted((*self.lesions, *self.remyelination), key=lambda s: s.first):
            if stretch.last > self.nodes - 2:
                raise ValueError(
                    f"A fibre of {self.nodes} nodes has internodes 0 to {self.nodes - 2}; got {stretch!r}. "
                    "Use more nodes, or move the stretch."
                )
            if stretch.first < end:
                raise ValueError(
                    f"Lesions and remyelinated stretches must not overlap; {stretch!r} starts inside another."
                )
            end = stretch.last + 1
        sizes = self.sizes
        ends = constant("node_length") + 2 * constant("mysa_length") + 2 * sizes.flut_um
        most = math.ceil(sizes.internode_um / ends) - 1
        for stretch in self.remyelination:
            if stretch.parts > most:
                raise ValueError(
                    f"Remyelination.parts must be between 1 and {most} at {self.diameter_um:g}{NBSP}µm: an "
                    f"internode of {sizes.internode_um:g}{NBSP}µm holds no more sheath ends; got {stretch.parts}."
                )


def _check_stretch(stretch: Lesion | Remyelination) -> None:
    """Refuse a stretch that no fibre could have; keep its ends and its share as plain numbers."""
    kind = type(stretch).__name__
    counted = "Internodes are counted from 0."
    for end in ("first", "last"):
        whole = check_whole(f"{kind}.{end}", getattr(stretch, end), 0, MOST_NODES - 2, counted)
        object.__setattr__(stretch, end, whole)
    if stretch.last < stretch.first:
        raise ValueError(
            f"{kind}.last must not be before first; got internodes {stretch.first} to {stretch.last}. "
            "Swap them."
        )
    share = check_between(f"{kind}.lamella_fraction", stretch.lamella_fraction, 0, 1, advice=FULL_SHEATH)
    object.__setattr__(stretch, "lamella_fraction", share)


def _all_of(name: str, given: Any, kind: type) -> tuple[Any, ...]:
    """The stretches of one kind, if they are nothing else."""
    listed = tuple(given) if isinstance(given, Iterable) else None
    if listed is None or not all(isinstance(one, kind) for one in listed):
        raise ValueError(
            f"{name} must be a sequence of {kind.__name__}; got {given if listed is None else listed!r}. "
            f"Write each as {kind.__name__}({', '.join(one.name for one in fields(kind))})."
        )
    return listed
