"""A state's results, where the library has them: None where it does not, and the engine must be asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..population import CLUSTERS as WHERE
from .file import contents, part
from .packing import Packed, unpack

NUMBERS = ("amplitude_uv", "peak_to_peak_uv", "onset_ms", "peak_ms", "duration_ms", "blocked")
TRACE_MS = 0.05 * np.arange(241)  # at which a nerve's trace is kept
TRACE_UV = 0.01  # unit of its whole numbers
CLUSTERS = tuple(WHERE.values())  # affected internodes in groups of
SLICES = 10  # of the axons by size, the thinnest first


def key(values: Iterable[float]) -> dict[float, int]:
    """The place of each value, rounded so that a share and its percentage ÷ 100 are the same."""
    return {round(value, 6): place for place, value in enumerate(values)}


@cache
def _places(story: str, control: str) -> dict[float, int]:
    return key(contents().get(story, {}).get(control, ()))


def _place(story: str, **values: float) -> tuple[int, ...] | None:
    found = [_places(story, name).get(round(value, 6)) for name, value in values.items()]
    return None if None in found else tuple(found)


# -- one fibre of the race ---
class Nodes(NamedTuple):
    """Velocity (m/s, NaN where the wave dies), and the trace of the node or the nodes, above rest (mV)."""

    velocity_m_per_s: float
    above_rest_mv: NDArray[np.float32]


def race(diameter_um: float, vary: str, amount: float, temperature_c: float, gap_nm: float) -> Nodes | None:
    """What the nodes of a fibre do; ``amount`` is that of the control that ``vary`` names."""
    sheath = _place("race", **{vary: amount})
    rest = _place("race", temperature_c=temperature_c, diameter_um=diameter_um, gap_nm=gap_nm)
    if sheath is None or rest is None:
        return None
    held = _velocities(rest[0])
    if held is None:
        return None
    velocity, order = held
    which = rest[1], sheath[0] + (len(_places("race", "layers")) if vary == "g_ratio" else 0), rest[2]
    travels = bool(np.isfinite(velocity[which]))
    packed = _packed(f"race_{rest[0]}" if travels else f"race_{rest[0]}_dying")
    if packed is None:
        return None
    nodes = 1 if travels else packed.numbers.shape[1] // int((~np.isfinite(velocity)).sum())
    first = int(order[which]) * nodes
    return Nodes(float(velocity[which]), unpack(packed, slice(first, first + nodes)))


@lru_cache(maxsize=32)
def _velocities(warmth: int) -> tuple[NDArray, NDArray] | None:
    """Velocity of every fibre at a temperature, and its place among those that conduct, or that do not."""
    velocity = part(f"race_{warmth}_velocity")
    if velocity is None:
        return None
    conducts = np.isfinite(velocity).ravel()
    order = np.where(conducts, np.cumsum(conducts), np.cumsum(~conducts)) - 1
    return velocity, order.reshape(velocity.shape)


@lru_cache(maxsize=64)
def _packed(name: str) -> Packed | None:
    shapes, numbers = part(f"{name}_shapes"), part(f"{name}_numbers")
    return None if shapes is None or numbers is None else Packed(shapes.astype(np.float32), numbers)


def unmyelinated(temperature_c: float) -> float | None:
    """Velocity of an unmyelinated fibre of 1 µm, m/s."""
    place, speeds = _place("race", temperature_c=temperature_c), part("unmyelinated")
    return None if place is None or speeds is None else float(speeds[place])


def whole(diameters_um: Sequence[float]) -> tuple[float, ...] | None:
    """Velocity of whole fibres at 37 °C, m/s."""
    known, speeds = _places("race", "diameter_um"), part("whole")
    if speeds is None or any(one not in known for one in diameters_um):
        return None
    return tuple(float(speeds[known[one]]) for one in diameters_um)


# -- the nerve ---
def nerve(
    temperature_c: float,
    lamella_fraction: float,
    affected_share: float,
    cluster: int,
    parts: int,
    thinnest: float,
) -> dict[str, float | NDArray] | None:
    """The study of the thinnest share of a nerve's axons: ``NUMBERS``, and its ``trace_uv`` at ``TRACE_MS``."""
    if affected_share == 0 or (lamella_fraction == 1 and parts == 1):
        lamella_fraction, affected_share, cluster, parts = 1.0, 1.0, CLUSTERS[0], 1
    kept = round(thinnest * SLICES, 6)
    if cluster in CLUSTERS and parts == 1 and kept == int(kept):
        place = _place(
            "damage", temperature_c=temperature_c, lamella_fraction=lamella_fraction, share=affected_share
        )
        held = part(f"damage_{place[0]}_{place[1]}") if place else None
        if held is not None:
            return _study(held[CLUSTERS.index(cluster), place[2]], int(kept))
    warmth = contents().get("remyelination", {}).get("at_c")
    if cluster == 1 and thinnest == 1 and temperature_c == warmth:
        place = _place("remyelination", parts=parts, lamella_fraction=lamella_fraction, share=affected_share)
        held = part("remyelination") if place else None
        if held is not None:
            return _study(held[place], 1)
    return None


def _study(held: np.void, slices: int) -> dict[str, float | NDArray]:
    numbers = dict(zip(NUMBERS, map(float, held["numbers"][slices]), strict=True))
    steps = held["steps"][:slices].sum(axis=0, dtype=np.int64)
    return numbers | {"trace_uv": np.cumsum(steps) * TRACE_UV}


# -- one large fibre of the nerve ---
def passage(
    temperature_c: float, lamella_fraction: float, affected: tuple[bool, ...]
) -> NDArray[np.float32] | None:
    """When each node of the stretch fires after the first (ms)."""
    pattern = sum(1 << place for place, one in enumerate(affected) if one)
    place = _place("damage", temperature_c=temperature_c, lamella_fraction=lamella_fraction, pattern=pattern)
    held = part("passages") if place else None
    return None if held is None else held[place]
