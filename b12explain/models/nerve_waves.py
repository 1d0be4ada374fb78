"""All waves of a nerve at once: where every fibre's wave is when, and the trace they add up to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from b12explain.models.fibre.by_diameter import RUNS, SAMPLE_MS, FibresByDiameter
from b12explain.models.fibre.parameters import constant
from b12explain.models.population import Population
from b12explain.models.volume_conductor import Recording, lead_field, study_constant

LONGEST_MS = 60.0
AXONS = 5  # of those that a representative fibre stands for: as many arrive apart where chance decides what is hit
FEWEST_TO_SPREAD = 20
THICK_UM = constant("interpolation_kink")  # thinner fibres add next to nothing to the potential, and are many
FIELD_SPACING_MM = 0.25


@dataclass(frozen=True)
class Sources:
    """The current along every internode of every fibre, as the electrodes see it.

    Parameters
    ----------
    time_ms, weight_uv, place : array, shape (internodes,)
        When the wave passes, what the electrodes make of 1 nA along it (µV/nA), and where on the grid of diameters its
        fibre lies.
    fibre : array, shape (internodes,)
        Which of the representative fibres it belongs to.
    blocked : bool array, shape (representatives,)
        Whose wave ends before the active electrode.
    """

    time_ms: NDArray[np.float64]
    weight_uv: NDArray[np.float64]
    place: NDArray[np.float64]
    fibre: NDArray[np.int64]
    blocked: NDArray[np.bool_]


def current_sources(
    population: Population, recording: Recording, diameter, weight, fibres: FibresByDiameter
) -> Sources:
    place = np.interp(diameter, fibres.diameter_um, np.arange(len(fibres.diameter_um)))
    length_mm = np.interp(diameter, fibres.diameter_um, fibres.internode_um) * 1e-3
    whole = recording.distance_mm + recording.separation_mm + study_constant("nerve_end")
    counts = np.ceil(whole / length_mm).astype(np.int64)
    of = np.repeat(np.arange(len(counts)), counts)
    starts = np.cumsum(counts) - counts
    index = np.arange(len(of)) - starts[of]
    rng = np.random.default_rng([population.seed, 1])
    offset_mm = -rng.random(len(counts)) * length_mm  # nodes of different fibres are not in register
    z_mm = offset_mm[of] + index * length_mm[of]

    transit = np.interp(diameter, fibres.diameter_um, fibres.transit_ms)[of]
    extra, stops, expected = _damage(population, fibres, place, of, starts, rng)
    passed = np.cumsum(transit + extra)
    time = (
        passed
        - (passed - transit - extra)[starts][of]
        - transit / 2
        + offset_mm[of] / length_mm[of] * transit
    )
    stopped = np.cumsum(stops)
    alive = stopped - (stopped - stops)[starts][of] == 0

    far = np.arange(-2 * FIELD_SPACING_MM, whole + 5, FIELD_SPACING_MM)
    field = lead_field(far, recording)
    drop = np.interp(z_mm + length_mm[of], far, field) - np.interp(z_mm, far, field)
    reached = alive | (z_mm > recording.distance_mm)
    blocked = np.zeros(len(counts), dtype=bool)
    blocked[of[~reached]] = True
    if expected is None or len(counts) < FEWEST_TO_SPREAD:
        return Sources(time[alive], (drop * weight[of])[alive], place[of][alive], of[alive], blocked)
    thick, rest = (alive & side for side in ((diameter > THICK_UM)[of], (diameter <= THICK_UM)[of]))
    unhit = (index + 0.5 + offset_mm[of] / length_mm[of]) * transit
    late = unhit[thick] + _late(extra, stops, expected, of, starts, counts, index, rng, thick)
    times = np.concatenate([late.ravel(), time[rest]])
    times = np.rint(times / SAMPLE_MS) * SAMPLE_MS  # chance blurs more than this does
    drop = drop * weight[of]
    drops = np.concatenate([np.tile(drop[thick] / AXONS, AXONS), drop[rest]])
    places = np.concatenate([np.tile(place[of][thick], AXONS), place[of][rest]])
    fibre = np.concatenate([np.tile(of[thick], AXONS), of[rest]])
    return Sources(times, drops, places, fibre, blocked)


def _late(extra, stops, expected, of, starts, counts, index, rng, which) -> NDArray:
    """Time (ms) lost up to certain internodes, for a few axons of each representative: (axon, internode).

    The axons that one fibre stands for are not hit at the same places. Were they all given its hits they would arrive
    as one, and the nerve's potential would be far too high. Their delays are taken as normal, with the expected mean,
    and with a spread that grows with the root of the way as it does in the sample.
    """
    whole = np.add.reduceat(stops.astype(float), starts) == 0
    miss = np.add.reduceat(extra, starts) - expected * counts
    scale = (counts * expected**2)[whole].sum()
    spread = np.sqrt((miss[whole] ** 2).sum() / scale) if scale > 0 else 0.0
    rank = (np.arange(AXONS)[:, None] + rng.random((1, len(counts)))) / AXONS
    z = np.interp(rank, *_normal_quantiles())[:, of[which]]
    way = index[which] + 0.5
    return np.maximum(0, way + z * (spread * np.sqrt(way))) * expected[of[which]]


@cache
def _normal_quantiles() -> tuple[NDArray, NDArray]:
    rank = np.linspace(0.001, 0.999, 999)
    return rank, np.array([NormalDist().inv_cdf(one) for one in rank])


def _damage(
    population: Population, fibres: FibresByDiameter, place, of, starts, rng
) -> tuple[NDArray, NDArray, NDArray | None]:
    """Extra time (ms) in every affected internode, where a run of them ends the wave, and the extra time to expect in
    any internode of each fibre (None where chance has no part in it)."""
    extra, stops = np.zeros(len(of)), np.zeros(len(of), dtype=bool)
    if population.affected_share == 0 or (population.lamella_fraction == 1 and population.parts == 1):
        return extra, stops, None
    index = np.arange(len(of)) - starts[of]
    group = np.cumsum(index % population.cluster == 0) - 1
    hit = rng.random(group[-1] + 1)[group] < population.affected_share
    first = hit & ~(np.concatenate([[False], hit[:-1]]) & (np.concatenate([[-1], of[:-1]]) == of))
    last = hit & ~(np.concatenate([hit[1:], [False]]) & (np.concatenate([of[1:], [-1]]) == of))
    run = np.flatnonzero(last) - np.flatnonzero(first) + 1
    delay = _delay(fibres, run, place[of[last]])
    extra[hit] = np.repeat(np.nan_to_num(delay) / run, run)
    stops[first] = np.isnan(delay)
    expected = None if hit.all() else _expected(fibres, run, place, len(of))
    return extra, stops, expected


def _expected(fibres: FibresByDiameter, run: NDArray, place: NDArray, internodes: int) -> NDArray:
    """Mean extra time (ms) in an internode of each fibre, over all runs of the nerve that its wave can pass."""
    lengths, times = np.unique(run, return_counts=True)
    delay = _delay(fibres, np.repeat(lengths, len(place)), np.tile(place, len(lengths)))
    return times @ np.nan_to_num(delay).reshape(len(lengths), len(place)) / internodes


def _delay(fibres: FibresByDiameter, run: NDArray, place: NDArray) -> NDArray:
    """Delay (ms) of runs of hit internodes, between the grid's runs and diameters; NaN where the nearest blocks."""
    low = np.minimum(place.astype(np.int64), len(fibres.diameter_um) - 2)
    share = place - low
    beyond = fibres.hit_transit_ms - fibres.transit_ms
    total, known = np.zeros(len(run)), np.zeros(len(run))
    for column, part in ((low, 1 - share), (low + 1, share)):
        lengths = np.array([0, *RUNS])
        table_ms = np.vstack([np.zeros(len(beyond)), fibres.delay_ms])
        upper = np.clip(np.searchsorted(lengths, run), 1, len(RUNS))
        step = (run - lengths[upper - 1]) / (lengths[upper] - lengths[upper - 1])
        inside = table_ms[upper - 1, column] + step * (table_ms[upper, column] - table_ms[upper - 1, column])
        longer = table_ms[-1, column] + (run - RUNS[-1]) * beyond[column]
        delay = np.where(run > RUNS[-1], longer, inside)
        nearest = part >= 0.5
        total += np.where(nearest & np.isnan(delay), np.nan, part * np.nan_to_num(delay))
        known += part * np.isfinite(delay)
    return total / np.maximum(known, 0.5)  # beside a diameter that blocks, the other one alone counts


def trace_of(
    source: Sources, fibres: FibresByDiameter, longest_ms: float | None = None
) -> tuple[NDArray, NDArray]:
    """Sum of all fibres' axial currents, each delayed and weighted, on the time grid of their currents; as long as the
    last of them if ``longest_ms`` is not given."""
    longest = source.time_ms.max(initial=0.0) if longest_ms is None else longest_ms
    bins = int(min(longest, LONGEST_MS) / SAMPLE_MS) + 2
    kinds = len(fibres.diameter_um)
    slot = np.round(np.maximum(source.time_ms, 0) / SAMPLE_MS, 6)
    kept = slot < bins - 1
    slot, weight, place = slot[kept], source.weight_uv[kept], source.place[kept]
    t, k = slot.astype(np.int64), np.minimum(place.astype(np.int64), kinds - 2)
    late, thick = slot - t, place - k
    arrivals = np.zeros(kinds * bins)
    for dk, part_k in ((0, 1 - thick), (1, thick)):
        for dt, part_t in ((0, 1 - late), (1, late)) if late.any() else ((0, 1),):
            arrivals += np.bincount(
                (k + dk) * bins + t + dt, weight * part_k * part_t, minlength=len(arrivals)
            )
    size = 1 << int(bins + fibres.current_na.shape[1] - 1).bit_length()
    spectrum = np.fft.rfft(arrivals.reshape(kinds, bins), size) * np.fft.rfft(fibres.current_na, size)
    trace = np.fft.irfft(spectrum.sum(axis=0), size)[:bins]
    return np.arange(bins) * SAMPLE_MS + SAMPLE_MS / 2 - fibres.before_ms, trace
