"""One large fibre of the nerve, and when each of its nodes fires."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ..tables import table
from .fibre import Fibre, Lesion, conduct
from .fibre.geometry import interpolated
from .library import find

NODES = 41
FIRST, INTERNODES = 8, 24  # of the stretch that is watched: away from the stimulus and from the far end
STEP_MS = 0.004


@dataclass(frozen=True, eq=False)
class Passage:
    """A wave through the watched stretch of a fibre.

    Parameters
    ----------
    position_mm, arrival_ms : array, shape (25,)
        Nodes from the first watched one, and when each fires after it (NaN where it never does).
    affected : tuple of bool
        Which of the 24 internodes have lost lamellae.
    """

    position_mm: NDArray[np.float64]
    arrival_ms: NDArray[np.float64]
    affected: tuple[bool, ...]

    @property
    def blocked(self) -> bool:
        """Whether the wave ends within the stretch."""
        return bool(np.isnan(self.arrival_ms[-1]))

    @property
    def last(self) -> int:
        """The last node that fires."""
        return int(np.flatnonzero(np.isfinite(self.arrival_ms))[-1])


def large_fibre_um() -> float:
    """Diameter of a large sural fibre: the middle of the published hump, µm."""
    row = table("nerve").row("sural_large_fibre_peak")
    return (row["low"] + row["high"]) / 2


def affected_internodes(share: float, cluster: int) -> tuple[bool, ...]:
    """Which of the watched internodes are affected: more of them as the share grows, none ever spared again.

    Groups of ``cluster`` neighbours are taken in an order that spreads them evenly, the middle one first.
    """
    groups = INTERNODES // cluster
    order = sorted(
        range(groups), key=lambda i: ((i * 0.618034 + 0.5 - groups // 2 * 0.618034) % 1 - 0.5) ** 2
    )
    count = max(1, round(share * groups)) if share else 0
    chosen = set(order[:count])
    return tuple(i // cluster in chosen for i in range(INTERNODES))


@lru_cache(maxsize=512)
def simulate(temperature_c: float, lamella_fraction: float, affected: tuple[bool, ...]) -> Passage:
    """A wave through a large fibre of which some internodes of the stretch keep a share of their lamellae."""
    arrival = find.passage(temperature_c, lamella_fraction, affected)
    if arrival is None:
        return simulated(temperature_c, lamella_fraction, affected)
    position = np.arange(INTERNODES + 1) * interpolated(large_fibre_um()).internode_um * 1e-3
    return Passage(position, arrival.astype(float), affected)


def simulated(temperature_c: float, lamella_fraction: float, affected: tuple[bool, ...]) -> Passage:
    """The same from the engine, whatever the library has."""
    lesions = tuple(
        Lesion(FIRST + start, FIRST + stop - 1, lamella_fraction) for start, stop in _runs(affected)
    )
    fibre = Fibre(large_fibre_um(), "interpolated", temperature_c, lesions=lesions, nodes=NODES)
    result = conduct(fibre, step_ms=STEP_MS)
    nodes = slice(FIRST, FIRST + INTERNODES + 1)
    position, arrival = result.position_um[nodes] * 1e-3, result.arrival_ms[nodes]
    return Passage(position - position[0], arrival - arrival[0], affected)


def _runs(affected: tuple[bool, ...]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.array([False, *affected, False]).astype(int)))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
