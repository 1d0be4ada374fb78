"""The library's parts, from the engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..fibre import Fibre, UnmyelinatedFibre, conduct, conduct_many
from ..fibre.by_diameter import fibres_by_diameter
from ..nerve import read_off, usual_recording
from ..nerve_waves import current_sources, trace_of
from ..population import Population, representatives
from ..race import fibre_of
from ..race_wave import record
from ..single_fibre import affected_internodes, simulated
from .find import CLUSTERS, NUMBERS, SLICES, TRACE_MS, TRACE_UV
from .packing import pack

WORST_MV = 0.4  # that packing may move a node's potential
Axis = Sequence[float]
Axes = Mapping[str, Axis]


def race_part(axes: Axes, temperature_c: float) -> dict[str, NDArray]:
    """All fibres of the race at one temperature."""
    sheaths = [(vary, amount) for vary in ("layers", "g_ratio") for amount in axes[vary]]
    fibres = [
        fibre_of(diameter, vary, amount, temperature_c, gap)
        for diameter in axes["diameter_um"]
        for vary, amount in sheaths
        for gap in axes["gap_nm"]
    ]
    records = record(fibres)
    velocity = np.array([one.velocity_m_per_s for one in records], dtype=np.float32)
    travelling = np.concatenate([one.above_rest_mv for one in records if one.travels])
    dying = np.concatenate([one.above_rest_mv for one in records if not one.travels])
    parts = {"velocity": velocity.reshape(len(axes["diameter_um"]), len(sheaths), -1)}
    for before, traces in (("", travelling), ("dying_", dying)):
        packed = pack(traces, WORST_MV)
        parts |= {f"{before}shapes": packed.shapes, f"{before}numbers": packed.numbers}
    return parts


def unmyelinated(temperatures_c: Axis) -> NDArray[np.float64]:
    """Velocity of an unmyelinated fibre of 1 µm at each temperature, m/s."""
    return np.array([conduct(UnmyelinatedFibre(1.0, one)).velocity_m_per_s for one in temperatures_c])


def whole(diameters_um: Axis) -> NDArray[np.float64]:
    """Velocity of whole fibres at 37 °C, m/s."""
    fibres = [Fibre(one, "interpolated", nodes=21) for one in diameters_um]
    return np.array([one.velocity_m_per_s for one in conduct_many(fibres)])


class Nerve(NamedTuple):
    """``NUMBERS`` for 0, 1, … ``SLICES`` slices of the axons, and each slice's trace as steps of ``TRACE_UV``."""

    numbers: NDArray[np.float32]
    steps: NDArray[np.int16]


def nerve(population: Population, slices: int = SLICES) -> Nerve:
    """The conduction study of a nerve of which the thickest slices are gone: what it says is a sum over slices."""
    recording = usual_recording()
    diameter, weight = representatives(replace(population, axon_loss=0.0))
    fibres = fibres_by_diameter(population.temperature_c, population.lamella_fraction, population.parts)
    source = current_sources(population, recording, diameter, weight, fibres)
    longest = source.time_ms.max(initial=0.0)
    slice_of = np.arange(len(diameter)) * slices // len(diameter)
    numbers, steps = [], []
    total, blocked = 0.0, 0.0
    for one in range(-1, slices):
        own = slice_of[source.fibre] == one
        only = replace(
            source, time_ms=source.time_ms[own], weight_uv=source.weight_uv[own], place=source.place[own]
        )
        time, trace = trace_of(only, fibres, longest)
        total, blocked = total + trace, blocked + weight[source.blocked & (slice_of == one)].sum()
        numbers.append([(read_off(time, total, recording) | {"blocked": blocked})[name] for name in NUMBERS])
        if one >= 0:
            kept = np.rint(np.interp(TRACE_MS, time, trace, right=0.0) / TRACE_UV)
            steps.append(np.diff(kept, prepend=0.0))
    return Nerve(np.array(numbers, dtype=np.float32), np.array(steps, dtype=np.int16))


def damage_part(axes: Axes, temperature_c: float, lamella_fraction: float) -> NDArray:
    """Nerves at one temperature and loss of lamellae: (cluster, share)."""
    states = [[(cluster, share) for share in axes["share"]] for cluster in CLUSTERS]
    if lamella_fraction == 1:
        states = [[(1, 0.0)] * len(axes["share"])] * len(CLUSTERS)
    warmth = {"temperature_c": temperature_c, "lamella_fraction": lamella_fraction}
    done: dict[tuple[int, float], Nerve] = {}
    for cluster, share in (one for row in states for one in row):
        own = (1, share) if share == 1 else (cluster, share)
        if own not in done:
            done[own] = nerve(Population(**warmth, affected_share=share, cluster=own[0]))
        done[cluster, share] = done[own]
    return _table([[done[one] for one in row] for row in states])


def remyelination_part(axes: Axes, temperature_c: float) -> NDArray:
    """Nerves with new sheaths: (parts, lamella fraction, share)."""
    return _table(
        [
            [
                [
                    nerve(
                        Population(
                            temperature_c=temperature_c, lamella_fraction=thick, affected_share=share, parts=int(parts)
                        ),
                        slices=1,
                    )
                    for share in axes["share"]
                ]
                for thick in axes["lamella_fraction"]
            ]
            for parts in axes["parts"]
        ]
    )  # fmt: skip


def _table(nested: list) -> NDArray:
    """Nerves in nested lists as one array of the same shape."""
    numbers, steps = (np.array(_each(nested, name)) for name in Nerve._fields)
    kind = np.dtype([("numbers", "f4", numbers.shape[-2:]), ("steps", "i2", steps.shape[-2:])])
    table = np.empty(numbers.shape[:-2], dtype=kind)
    table["numbers"], table["steps"] = numbers, steps
    return table


def _each(nested, name: str):
    return getattr(nested, name) if isinstance(nested, Nerve) else [_each(one, name) for one in nested]


def patterns(shares: Axis) -> list[tuple[bool, ...]]:
    """Every choice of affected internodes that the shares ask for, none among them."""
    made = {affected_internodes(share, cluster) for share in (0.0, *shares) for cluster in CLUSTERS}
    return sorted(made)


def passages(temperatures_c: Axis, lamella_fractions: Axis, affected: Sequence[tuple[bool, ...]]) -> NDArray:
    """When each node of the stretch fires after the first (ms): (temperature, lamella fraction, pattern, node)."""
    return np.array(
        [
            [[simulated(warmth, left, one).arrival_ms for one in affected] for left in lamella_fractions]
            for warmth in temperatures_c
        ],
        dtype=np.float32,
    )
