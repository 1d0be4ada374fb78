"""A damaged nerve: what makes it slow, what makes it small, and what blocks it."""

import math
import re
from itertools import pairwise

import numpy as np
import pytest

from b12explain.models.conduction_criteria import Verdict, compare, criteria, judge
from b12explain.models.damage import CLUSTERS, EXAMPLES, Change, damage
from b12explain.models.nerve import Population, study
from b12explain.models.recorded import recorded
from b12explain.models.single_fibre import INTERNODES, affected_internodes, large_fibre_um, simulate
from b12explain.quantities import quantity

STRIPPED = {"myelin_lost": 0.99, "affected_share": 0.05}


def test_a_healthy_nerve_lies_at_the_published_means():
    point = damage().finding
    assert (point.velocity_share, point.amplitude_share) == (1, 1)
    assert point.velocity_m_per_s == quantity("nerve.leg_sensory_velocity_distal").value
    assert point.amplitude_uv == quantity("nerve.sural_snap_young").value
    assert point.verdict is Verdict.WITHIN_LIMITS
    assert damage().untouched


@pytest.mark.parametrize(
    ("velocity", "amplitude", "verdict"),
    [
        (1, 1, Verdict.WITHIN_LIMITS),
        (0.8, 0.5, Verdict.SLOW),
        (0.9, 0.3, Verdict.SMALL),
        (0.8, 0.3, Verdict.SLOW_AND_SMALL),
        (0.8, 0.051, Verdict.SLOW_AND_SMALL),
        (math.nan, 0.049, Verdict.NOTHING_TO_RECORD),
        (0.868, 0.383, Verdict.WITHIN_LIMITS),
        (0.867, 0.382, Verdict.SLOW_AND_SMALL),
    ],
)
def test_verdicts_change_at_the_laboratorys_limits(velocity, amplitude, verdict):
    assert judge(velocity, amplitude).verdict is verdict
    assert (criteria().velocity_limit_m_per_s, criteria().amplitude_limit_uv) == (40, 8.3)


def test_a_trace_that_is_lost_in_noise_has_no_velocity():
    assert math.isnan(compare(study(Population(axon_loss=1.0)), study()).velocity_share)


# -- what the page says ---
def test_lost_myelin_makes_it_slow_and_lost_axons_make_it_small():
    assert damage(myelin_lost=0.6).finding.verdict is Verdict.SLOW
    assert damage(axons_lost=0.7).finding.verdict is Verdict.SMALL
    assert (
        damage(myelin_lost=0.7, affected_share=0.7, axons_lost=0.6).finding.verdict is Verdict.SLOW_AND_SMALL
    )


def test_the_three_examples_are_slow_small_and_both_beside_any_nerve():
    examples = damage(**STRIPPED, temperature_c=37.0).examples
    verdicts = [examples[name].verdict for name in EXAMPLES]
    assert verdicts == [Verdict.SLOW, Verdict.SMALL, Verdict.SLOW_AND_SMALL]
    for name, lost in EXAMPLES.items():
        assert examples[name] == damage(**lost).finding


def test_people_are_those_of_the_one_series():
    """Hemmer 1998: of nine, four axonal and one demyelinating."""
    seen = damage().patients
    assert (seen.everyone, seen.small, seen.slow, seen.neither) == (9, 4, 1, 4)


def test_the_blocked_share_is_of_the_axons_that_are_left():
    """Axons of all sizes that are lost take blocked and other ones alike."""
    whole = damage(**STRIPPED, temperature_c=37.0)
    assert 0 < whole.study.blocked < whole.study.fibres
    for lost in (0.5, 0.9):
        nerve = damage(**STRIPPED, temperature_c=37.0, axons_lost=lost)
        assert nerve.blocked_share == pytest.approx(whole.blocked_share)
        assert nerve.blocked_share * (1 - lost) * nerve.study.fibres == pytest.approx(nerve.study.blocked)
    assert damage(**STRIPPED, axons_lost=1.0).blocked_share == 0
    assert damage(**STRIPPED, axons_lost=1.0).axons_left == 0


def test_a_wave_that_is_blocked_when_warm_gets_through_when_cold():
    warm, cold = (damage(**STRIPPED, temperature_c=t) for t in (37.0, 25.0))
    assert warm.fibre.blocked
    assert warm.finding.verdict is Verdict.NOTHING_TO_RECORD
    assert warm.blocked_share > 0.6
    assert not cold.fibre.blocked
    assert cold.freed
    assert cold.blocked_share < 0.2
    assert cold.finding.recorded


def test_cold_alone_looks_slow():
    cold = damage(temperature_c=27.0)
    assert cold.finding.verdict is Verdict.SLOW
    assert not cold.freed


# -- laws ---
def test_more_myelin_lost_is_never_faster():
    speeds = [damage(myelin_lost=lost).finding.velocity_share for lost in (0, 0.2, 0.4, 0.6, 0.8, 0.9)]
    assert all(more > less for more, less in pairwise(speeds))


def test_axons_of_all_sizes_leave_the_velocity_and_scale_the_amplitude():
    for lost in (0.3, 0.8):
        point = damage(axons_lost=lost).finding
        assert point.amplitude_share == pytest.approx(1 - lost)
        assert point.velocity_share == 1


def test_the_short_cut_for_lost_axons_is_the_study_itself():
    state = Population(axon_loss=0.4, lamella_fraction=0.03, affected_share=0.2)  # not in the library
    quick, whole = recorded(state), study(state)
    np.testing.assert_allclose(quick.trace_uv, whole.trace_uv, rtol=1e-9, atol=1e-12)
    for name in (
        "amplitude_uv",
        "peak_to_peak_uv",
        "velocity_m_per_s",
        "onset_ms",
        "blocked",
        "lost",
        "fibres",
    ):
        assert getattr(quick, name) == pytest.approx(getattr(whole, name)), name


def test_the_way_has_a_stop_for_each_change():
    steps = damage(myelin_lost=0.5, axons_lost=0.5, loss="largest", temperature_c=29.0).path
    assert [change for change, _ in steps] == [Change.NOTHING, Change.MYELIN, Change.AXONS]
    assert [change for change, _ in damage(temperature_c=29.0).path] == [Change.NOTHING, Change.TEMPERATURE]
    assert [change for change, _ in damage(axons_lost=0.5).path] == [Change.NOTHING, Change.AXONS]


@pytest.mark.parametrize("cluster", CLUSTERS.values())
def test_more_internodes_hit_spare_none_that_were_hit(cluster):
    before = set()
    for share in np.arange(0, 1.01, 0.05):
        now = {i for i, one in enumerate(affected_internodes(share, cluster)) if one}
        assert now >= before
        before = now
    assert len(before) == INTERNODES


@pytest.mark.parametrize("cluster", CLUSTERS.values())
def test_the_smallest_share_hits_an_internode(cluster):
    assert sum(affected_internodes(0.001, cluster)) == cluster
    assert not any(affected_internodes(0.0, cluster))
    assert sum(affected_internodes(0.5, cluster)) == pytest.approx(INTERNODES / 2, abs=cluster / 2)


def test_the_blocked_are_counted_of_the_axons_that_are_left():
    whole = damage(**STRIPPED, temperature_c=37.0)
    half = damage(**STRIPPED, axons_lost=0.5, temperature_c=37.0)
    assert half.study.blocked == pytest.approx(whole.study.blocked / 2)
    assert half.blocked_share == pytest.approx(whole.blocked_share)
    assert whole.blocked_share == pytest.approx(whole.study.blocked / whole.study.fibres)
    assert damage(axons_lost=1.0).blocked_share == 0


@pytest.mark.parametrize("cluster", CLUSTERS.values())
def test_even_the_smallest_share_hits_an_internode(cluster):
    assert sum(affected_internodes(0.01, cluster)) == cluster
    assert sum(affected_internodes(0.0, cluster)) == 0


def test_the_watched_fibre_is_a_large_one_and_runs_at_its_speed():
    passage = simulate(33.0, 1.0, (False,) * INTERNODES)
    assert 9 < large_fibre_um() < 12
    assert passage.last == INTERNODES
    assert not passage.blocked
    speeds = np.diff(passage.position_mm) / np.diff(passage.arrival_ms)
    assert np.ptp(speeds) < 0.01 * speeds.mean()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ({"where": "here"}, "where must be one of 'scattered', 'in stretches'; got 'here'."),
        ({"temperature_c": 20.0}, "temperature_c must be between 25 and 37\N{NO-BREAK SPACE}°C; got 20.0. "),
        ({"where": ["scattered"]}, "where must be one of 'scattered', 'in stretches'; got ['scattered']."),
        ({"loss": "small"}, "loss must be one of 'all sizes', 'largest'; got 'small'."),
        ({"loss": None}, "loss must be one of 'all sizes', 'largest'; got None."),
        ({"axons_lost": 2.0}, "axons_lost must be between 0 and 1; got 2.0. It is a share, not a percentage."),
        ({"myelin_lost": 1.5}, "myelin_lost must be between 0 and 1; got 1.5. It is a share, not a percentage."),
        ({"affected_share": "a"}, "affected_share must be between 0 and 1; got 'a'. It is a share, not a percentage."),
    ],
)  # fmt: skip
def test_what_no_nerve_has_is_refused(call, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        damage(**call)


@pytest.mark.parametrize("name", ["myelin_lost", "affected_share", "axons_lost", "temperature_c"])
@pytest.mark.parametrize("bad", ["0.5", True, math.nan, math.inf, -1])
def test_what_is_no_number_is_refused(name, bad):
    with pytest.raises(ValueError, match=rf"^{name} must be between [^;]+; got {re.escape(repr(bad))}\. \w"):
        damage(**{name: bad})


@pytest.mark.parametrize(
    ("lost", "loss", "gone"),
    [(0.0, "all sizes", False), (0.9, "all sizes", False), (1.0, "all sizes", True), (0.1, "largest", False),
     (0.3, "largest", True), (1.0, "largest", True)],
)  # fmt: skip
def test_the_fibre_shown_is_lost_with_its_size(lost, loss, gone):
    assert damage(axons_lost=lost, loss=loss).fibre_lost == gone
