"""The nerve conduction study: its laws, and its distance from published measurements."""

import re
from pathlib import Path

import numpy as np
import pytest

from b12explain.models.fibre import Fibre, Lesion, Remyelination, conduct
from b12explain.models.fibre.by_diameter import fibres_by_diameter
from b12explain.models.nerve import Population, single_unit, study
from b12explain.models.nerve_check import as_markdown, compare
from b12explain.models.nerve_waves import _delay
from b12explain.models.population import fibre_count, representatives
from b12explain.models.volume_conductor import Recording, lead_field

HEALTHY = study()


def test_lead_field_is_that_of_a_point_source_under_a_surface():
    point = Recording(100.0, 5.0, 10_000.0, 1e-3)  # reference far away, contact without length
    along, across = 0.35, 0.086
    for z in (100.0, 92.0, 130.0):
        away = np.sqrt(5.0**2 + (z - 100) ** 2 * across / along) * 1e-3
        expected = 2 * 1e-9 / (4 * np.pi * np.sqrt(along * across) * away) * 1e6
        assert lead_field(np.array([z]), point)[0] == pytest.approx(expected, rel=0.01, abs=2e-4)


def test_electrodes_see_opposite_signs():
    recording = Recording(100.0, 5.0, 35.0, 10.0)
    active, reference = lead_field(np.array([100.0, 135.0]), recording)
    assert active == pytest.approx(-reference)
    assert lead_field(np.array([117.5]), recording)[0] == pytest.approx(0, abs=1e-9)


def test_the_population_has_the_published_humps():
    diameter, weight = representatives(Population(representatives=2000))
    assert weight.sum() == pytest.approx(fibre_count()) == 8150
    counts, edges = np.histogram(diameter, bins=np.arange(2, 16.5, 0.5), weights=weight)
    middle = (edges[1:] + edges[:-1]) / 2
    assert 3 <= middle[:10][np.argmax(counts[:10])] <= 5
    assert 9 <= middle[12:][np.argmax(counts[12:])] <= 12


def test_large_fibres_go_first_when_asked():
    diameter, weight = representatives(Population(axon_loss=0.25, loss="largest"))
    assert weight.sum() == pytest.approx(0.75 * fibre_count())
    assert weight[diameter > 11].sum() == 0
    assert weight[diameter < 6].min() > 0


def test_a_fibre_on_the_grid_is_the_fibre_itself():
    b = fibres_by_diameter(37.0, 0.1)
    d = float(b.diameter_um[12])
    alone = conduct(Fibre(d, "interpolated"))
    assert b.internode_um[12] / b.transit_ms[12] * 1e-3 == pytest.approx(alone.velocity_m_per_s, rel=0.005)
    hurt = conduct(Fibre(d, "interpolated", lesions=[Lesion(10, 11, 0.1)]))
    delay = hurt.arrival_ms[21] - alone.arrival_ms[21]
    assert b.delay_ms[1, 12] == pytest.approx(delay, rel=0.02)
    assert np.isnan(
        fibres_by_diameter(37.0, 0.0).delay_ms[-1]
    ).all()  # eight stripped internodes stop every fibre


def test_a_remyelinated_fibre_on_the_grid_is_the_fibre_itself():
    b = fibres_by_diameter(33.0, 0.4, 3)
    d = float(b.diameter_um[12])
    alone = conduct(Fibre(d, "interpolated", 33.0))
    mended = conduct(Fibre(d, "interpolated", 33.0, remyelination=[Remyelination(10, 13, 3, 0.4)]))
    delay = mended.arrival_ms[21 + 4 * 2] - alone.arrival_ms[21]  # two more nodes for each of four internodes
    assert b.delay_ms[2, 12] == pytest.approx(delay, rel=0.02)
    whole = conduct(Fibre(d, "interpolated", 33.0, remyelination=[Remyelination(0, 39, 3, 0.4)]))
    assert b.internode_um[12] / b.hit_transit_ms[12] * 1e-3 == pytest.approx(whole.velocity_m_per_s, rel=0.01)


def test_beside_a_diameter_that_blocks_the_other_one_alone_counts():
    """Else a fibre next to one that blocks would seem to lose half of its delay."""
    fibres = fibres_by_diameter(33.0, 0.02)
    last = (
        int(np.argmax(np.isnan(fibres.delay_ms[1]))) - 1
    )  # the thickest of the thin fibres that still conducts
    assert np.isnan(fibres.delay_ms[1, last + 1])
    between = _delay(fibres, np.array([2, 2]), np.array([last + 0.4, last + 0.6]))
    assert between[0] == pytest.approx(fibres.delay_ms[1, last])
    assert np.isnan(between[1])


def test_onset_is_that_of_the_first_wave():
    """Also where the slow fibres make the higher peak."""
    spread = study(Population(lamella_fraction=0.05, affected_share=1.0))
    early = spread.time_ms < spread.onset_ms
    assert (spread.trace_uv[early] > -0.1 * spread.amplitude_uv - 1e-9).all()


def test_short_new_internodes_bring_back_what_block_took():
    stripped = study(Population(lamella_fraction=0.0, affected_share=1.0))
    mended = study(Population(lamella_fraction=0.4, affected_share=1.0, parts=3))
    assert stripped.amplitude_uv == 0
    assert 0.4 * HEALTHY.velocity_m_per_s < mended.velocity_m_per_s < 0.9 * HEALTHY.velocity_m_per_s
    assert mended.blocked == 0


def test_a_single_unit_is_the_sum_of_its_simulated_currents():
    """The same unit from the membrane currents of one long simulated fibre, without the grid of diameters."""
    fibre = Fibre(12.0, "interpolated", 35.0, nodes=160)
    recording = Recording(80.0, 5.0, 35.0, 10.0)
    run = conduct(fibre, record="all", duration_ms=3.0)
    trace = run.membrane_current_na @ lead_field(run.position_um * 1e-3, recording)
    unit = single_unit(12.0, Population(temperature_c=35.0), 80.0)
    assert unit.amplitude_uv == pytest.approx(-trace.min(), rel=0.05)
    assert unit.peak_to_peak_uv == pytest.approx(np.ptp(trace), rel=0.05)
    peak_ms = run.current_time_ms[np.argmin(trace)]
    onset_lag_ms = (
        run.arrival_ms[10] - run.position_um[10] * 1e-3 / run.velocity_m_per_s
    )  # the stimulated end is slow
    assert unit.peak_ms == pytest.approx(peak_ms - onset_lag_ms, abs=0.05)


def test_loss_of_axons_of_all_sizes_shrinks_and_does_not_slow():
    half = study(Population(axon_loss=0.5))
    assert half.amplitude_uv == pytest.approx(HEALTHY.amplitude_uv / 2, rel=0.001)
    assert half.velocity_m_per_s == pytest.approx(HEALTHY.velocity_m_per_s, rel=0.001)
    assert half.lost == pytest.approx(fibre_count() / 2)


def test_loss_of_the_largest_slows_too():
    assert study(Population(axon_loss=0.3, loss="largest")).velocity_m_per_s < 0.8 * HEALTHY.velocity_m_per_s


def test_demyelination_slows_spreads_and_hardly_blocks_until_it_is_severe():
    patchy = [study(Population(lamella_fraction=0.1, affected_share=share)) for share in (0.3, 0.6, 1.0)]
    speeds = [HEALTHY.velocity_m_per_s, *[one.velocity_m_per_s for one in patchy]]
    assert speeds == sorted(speeds, reverse=True)
    assert patchy[2].duration_ms > 1.5 * HEALTHY.duration_ms
    assert [one.blocked for one in patchy] == [0, 0, 0]
    assert study(Population(lamella_fraction=0.02, affected_share=0.1)).blocked > 0.1 * fibre_count()


def test_no_axons_give_no_potential():
    gone = study(Population(axon_loss=1.0))
    assert gone.amplitude_uv == 0
    assert np.isnan(gone.velocity_m_per_s)


def test_undamaged_internodes_do_not_matter_however_many_are_affected():
    same = study(Population(lamella_fraction=1.0, affected_share=0.7))
    np.testing.assert_array_equal(same.trace_uv, HEALTHY.trace_uv)


def test_the_answer_holds_when_the_representatives_double():
    more = study(Population(representatives=600))
    assert more.amplitude_uv == pytest.approx(HEALTHY.amplitude_uv, rel=0.05)
    assert more.velocity_m_per_s == pytest.approx(HEALTHY.velocity_m_per_s, rel=0.01)


@pytest.mark.parametrize(("fraction", "share"), [(0.1, 0.05), (0.1, 0.3), (0.3, 0.7)])
def test_axons_that_one_fibre_stands_for_are_hit_at_places_of_their_own(fraction, share):
    """A few representatives give what many do; with the hits of one, their axons would arrive as one."""
    state = {"lamella_fraction": fraction, "affected_share": share}
    few, many = (study(Population(**state, representatives=n)) for n in (300, 4000))
    assert few.amplitude_uv == pytest.approx(many.amplitude_uv, rel=0.06)
    assert few.velocity_m_per_s == pytest.approx(many.velocity_m_per_s, rel=0.03)
    assert many.amplitude_uv < HEALTHY.amplitude_uv


def test_a_seed_gives_the_same_nerve_again():
    damaged = Population(lamella_fraction=0.1, affected_share=0.3, seed=4)
    np.testing.assert_array_equal(study(damaged).trace_uv, study(damaged).trace_uv)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Population(axon_loss=1.5), "axon_loss must be between 0 and 1; got 1.5."),
        (lambda: Population(loss="small"), "loss must be one of 'all sizes', 'largest'; got 'small'."),
        (
            lambda: study(distance_mm=5),
            "distance_mm must be between 40 and 300\N{NO-BREAK SPACE}mm; got 5.",
        ),
    ],
)
def test_what_the_study_is_not_valid_for_is_refused(make, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        make()


def test_amplitude_falls_with_distance_as_measured():
    (exponent,) = [one for one in compare() if one.row["id"] == "amplitude_distance_exponent"]
    assert exponent.agrees


def test_where_model_and_measurement_part_the_reason_is_given():
    made = compare()
    assert all(one.why for one in made if not one.agrees)
    wider = conduct(Fibre(12.0, "interpolated", 33.0, paranodal_gap_um=0.0025)).velocity_m_per_s / 12
    assert 4.36 <= wider <= 4.74
    cold, warm = (study(Population(temperature_c=t)).velocity_m_per_s for t in (32.0, 36.0))
    assert (warm / cold) ** 2.5 == pytest.approx(1.43, abs=0.01)
    assert 0.5 < study(depth_mm=8).amplitude_uv / HEALTHY.amplitude_uv < 0.6


def test_the_guide_has_the_current_table():
    guide = Path(__file__).parents[2] / "docs" / "nerve_model.md"
    assert as_markdown() in guide.read_text(encoding="utf-8")
