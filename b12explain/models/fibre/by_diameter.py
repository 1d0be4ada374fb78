"""What a whole nerve needs of its fibres: their current in time, their speed, and what damage does to it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .conduct import conduct_many
from .fibre import Fibre, Lesion, Remyelination
from .parameters import constant, limits

STEP_MS = 0.004  # a surface trace moves by less than 0.5 % if this is halved
SAMPLE_MS = 0.012
NODES, FIRST_HIT = 25, 10
RUNS = (1, 2, 4, 8)  # neighbouring internodes hit together; longer runs go on at the speed inside one


@dataclass(frozen=True)
class FibresByDiameter:
    """Fibres on a grid of diameters; arrays are (diameter,), (run, diameter) or (diameter, time).

    ``transit_ms`` is the time from node to node; ``current_na`` the current along the axon in the middle of
    an internode, from ``before_ms`` before the wave passes it. ``delay_ms`` is what a run of hit internodes
    adds (NaN where it blocks), ``hit_transit_ms`` the time per hit internode inside a long run (NaN
    likewise).
    """

    diameter_um: NDArray[np.float64]
    internode_um: NDArray[np.float64]
    transit_ms: NDArray[np.float64]
    current_na: NDArray[np.float64]
    before_ms: float
    delay_ms: NDArray[np.float64]
    hit_transit_ms: NDArray[np.float64]


def grid() -> NDArray[np.float64]:
    """Diameters (µm) of the grid: even on either side of the kink in internode length."""
    low, high = limits("interpolated_diameter")
    kink = constant("interpolation_kink")
    return np.concatenate([np.linspace(low, kink, 6)[:-1], np.linspace(kink, high, 12)])


def fibres_by_diameter(temperature_c: float, lamella_fraction: float, parts: int = 1) -> FibresByDiameter:
    """The grid of diameters at a temperature, intact and with runs of internodes that keep a share of their lamellae
    (``lamella_fraction``; 1 for no damage) or were remyelinated by ``parts`` short ones each."""
    temperature_c, lamella_fraction = float(temperature_c), float(lamella_fraction)
    arrivals, current, before = _intact(temperature_c)
    delay, inside = _damage(temperature_c, lamella_fraction, parts)
    return FibresByDiameter(
        diameter_um=grid(),
        internode_um=np.array([fibre.sizes.internode_um for fibre in _fibres(temperature_c)]),
        transit_ms=_transit(arrivals),
        current_na=current,
        before_ms=before,
        delay_ms=delay,
        hit_transit_ms=inside,
    )


def _fibres(temperature_c: float, **more) -> list[Fibre]:
    return [Fibre(float(d), "interpolated", temperature_c, nodes=NODES, **more) for d in grid()]


@lru_cache(maxsize=64)
def _intact(temperature_c: float) -> tuple[NDArray, NDArray, float]:
    from .run import axial_currents  # numba comes with it

    lasting = 1.6 * constant("h_q10") ** ((37 - temperature_c) / 10)  # ms of wave to keep, longer when cold
    return axial_currents(_fibres(temperature_c), STEP_MS, lasting, SAMPLE_MS)


@lru_cache(maxsize=1024)  # a kilobyte each: every state of a slider or two
def _damage(temperature_c: float, fraction: float, parts: int) -> tuple[NDArray, NDArray]:
    arrivals, far = _intact(temperature_c)[0], FIRST_HIT + max(RUNS) + 3
    if fraction == 1 and parts == 1:
        return np.zeros((len(RUNS), len(arrivals))), _transit(arrivals)
    fibres = [_fibres(temperature_c, **_hit(FIRST_HIT, FIRST_HIT + run - 1, fraction, parts)) for run in RUNS]
    fibres.append(_fibres(temperature_c, **_hit(0, NODES - 2, fraction, parts)))
    delay = np.full((len(RUNS), len(arrivals)), np.nan)
    through = np.arange(len(arrivals))  # a longer run blocks whatever a shorter one does
    for row, run in enumerate(RUNS):
        if not len(through):
            break
        late = _arrivals([fibres[row][i] for i in through])
        delay[row, through] = late[:, far + run * (parts - 1)] - arrivals[through, far]
        through = through[np.isfinite(delay[row, through])]
    inside = np.full(len(arrivals), np.nan)
    if len(through):
        inside[through] = _transit(_arrivals([fibres[-1][i] for i in through]), parts)
    return delay, inside


def _hit(first: int, last: int, fraction: float, parts: int) -> dict:
    if parts == 1:
        return {"lesions": [Lesion(first, last, fraction)]}
    return {"remyelination": [Remyelination(first, last, parts, fraction)]}


def _arrivals(fibres: list[Fibre]) -> NDArray:
    return np.array([result.arrival_ms for result in conduct_many(fibres, step_ms=STEP_MS)])


def _transit(arrivals: NDArray, parts: int = 1) -> NDArray:
    return (arrivals[:, 18 * parts] - arrivals[:, 6 * parts]) / 12
