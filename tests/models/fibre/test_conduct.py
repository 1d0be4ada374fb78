"""How a run starts, stops, records and is shared out."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np
import pytest

from b12explain.models.fibre import (
    Fibre,
    Lesion,
    Remyelination,
    Stimulus,
    UnmyelinatedFibre,
    conduct,
    conduct_many,
)

MIXED = [
    Fibre(10.0, nodes=21),
    Fibre(7.7, "interpolated", 30.0, lesions=[Lesion(8, 9, 0.01)], nodes=21),
    UnmyelinatedFibre(0.5),
    Fibre(5.7, remyelination=[Remyelination(3, 6, 3, 0.4)], nodes=25),
    Fibre(12.2, "interpolated", 30.0, 0.2, "outer", nodes=17),
]


def same(one, other):
    return all(
        np.array_equal(a.arrival_ms, b.arrival_ms, equal_nan=True) and np.array_equal(a.rest_mv, b.rest_mv)
        for a, b in zip(one, other, strict=True)
    )


def test_many_fibres_give_what_each_gives_alone_to_the_last_digit():
    many = conduct_many(MIXED * 3)
    assert [r.fibre for r in many] == MIXED * 3
    assert same(many, [conduct(f) for f in MIXED * 3])


def test_an_executor_gives_the_same_and_reports_progress():
    seen = []
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        spread = conduct_many(MIXED, executor=pool, progress=lambda done, total: seen.append((done, total)))
    assert same(spread, conduct_many(MIXED))
    assert seen[-1] == (5, 5)
    assert seen == sorted(seen)


def test_no_fibres_give_no_results():
    assert conduct_many([]) == []


def test_an_error_in_one_fibre_is_raised_and_names_it():
    with pytest.raises(ValueError, match=r"weaker stimulus\.\nThe fibre is Fibre\(diameter_um=1\.0,"):
        conduct_many([Fibre(nodes=21)] * 600 + [Fibre(1.0, nodes=21)], stimulus=Stimulus(amplitude_na=8.0))


def test_arrivals_do_not_depend_on_when_the_run_stops():
    fibre = Fibre(lesions=[Lesion(18, 19, 0.05)])
    free, long = conduct(fibre), conduct(fibre, duration_ms=5)
    recorded = conduct(fibre, record="nodes")
    assert np.array_equal(free.arrival_ms, long.arrival_ms)
    np.testing.assert_allclose(recorded.arrival_ms, free.arrival_ms, rtol=1e-12)


def test_a_short_duration_cuts_the_wave_off():
    result = conduct(Fibre(), duration_ms=0.3)
    assert np.isfinite(result.arrival_ms).sum() == (conduct(Fibre()).arrival_ms < 0.3).sum()
    assert not result.conducts


@pytest.mark.parametrize(("temperature_c", "above"), [(37.0, 2.0), (20.0, 5.0)])
def test_a_wave_that_hovers_at_threshold_is_waited_for(temperature_c, above):
    blocked, open_ = 0.0, 0.2
    for _ in range(48):
        middle = (blocked + open_) / 2
        lesioned = conduct(Fibre(temperature_c=temperature_c, lesions=[Lesion(15, 16, middle)]))
        blocked, open_ = (blocked, middle) if lesioned.conducts else (middle, open_)
    result = conduct(Fibre(temperature_c=temperature_c, lesions=[Lesion(15, 16, open_)]))
    assert result.conducts
    fired = result.arrival_ms[np.isfinite(result.arrival_ms)]
    assert np.diff(fired).max() > above


@pytest.mark.parametrize("fibre", [f for f in MIXED if isinstance(f, Fibre)])
def test_a_blocked_wave_stays_dead(fibre):
    stripped = Fibre(10.0, temperature_c=fibre.temperature_c, lesions=[Lesion(8, 11, 0.0)], nodes=21)
    short, long = conduct(stripped), conduct(stripped, duration_ms=30, record="nodes")
    assert not short.conducts
    assert np.array_equal(np.isnan(short.arrival_ms), np.isnan(long.arrival_ms))


def test_records_start_at_rest_and_end_quiet():
    result = conduct(Fibre(nodes=21), record="nodes")
    assert result.potential_mv.shape == (len(result.time_ms), 21)
    np.testing.assert_allclose(result.potential_mv[0], result.rest_mv)
    assert result.potential_mv[-1].max() < -70
    assert result.potential_mv[:, 10].max() > 20


def test_every_compartment_is_recorded_where_it_lies():
    result = conduct(Fibre(nodes=21), record="all")
    assert result.compartment_um.shape == (200,)
    assert np.all(np.diff(result.compartment_um) > 0)
    np.testing.assert_allclose(result.compartment_um[:3], [2, 27.5 - 1.0, 50.5 + 175 / 2 - 1.0], atol=90)
    np.testing.assert_allclose(result.axon_mv[0], -80, atol=0.5)
    inside = result.axon_mv + result.periaxonal_mv
    step = len(result.time_ms) // 4
    by_hand = np.interp(result.compartment_um, result.position_um, result.potential_mv[step])
    assert np.abs(inside[step] - by_hand).max() < 30  # the axon's inside follows its nodes
    assert np.abs(result.periaxonal_mv).max() > 20  # and the sheath takes most of the spike
    assert result.axon_mv[:, 5].max() < 0  # so that the axon under it hardly depolarises


def test_a_wave_from_the_far_end_is_measured_the_other_way():
    result = conduct(Fibre(), stimulus=Stimulus(node=-1))
    assert result.measured == (30, 10)
    assert result.velocity_m_per_s == pytest.approx(conduct(Fibre()).velocity_m_per_s, rel=1e-9)


def test_a_stimulus_between_the_measured_nodes_has_no_velocity():
    assert np.isnan(conduct(Fibre(), stimulus=Stimulus(node=20)).velocity_m_per_s)


def test_a_wider_paranodal_gap_is_slower():
    tight, wide = (conduct(Fibre(paranodal_gap_um=gap)).velocity_m_per_s for gap in (0.001, 0.008))
    published = conduct(Fibre()).velocity_m_per_s
    assert tight > 1.05 * published
    assert wide < 0.85 * published


def test_the_best_g_ratio_is_near_0_79():
    ratios = np.linspace(0.6, 0.9, 31)
    speeds = [r.velocity_m_per_s for r in conduct_many([Fibre(g_ratio=float(g)) for g in ratios])]
    assert ratios[np.argmax(speeds)] == pytest.approx(0.79, abs=0.015)
    assert conduct(Fibre(g_ratio=0.69)).velocity_m_per_s == pytest.approx(conduct(Fibre()).velocity_m_per_s)
