"""The race: who is how fast, what stands in the picture, and what is refused by the names that it knows."""

import re

import numpy as np
import pytest

from b12explain.models.fibre import Fibre, UnmyelinatedFibre, conduct
from b12explain.models.race import PLANE_UM, human_slope, plane, race
from b12explain.quantities import quantity

NBSP = "\N{NO-BREAK SPACE}"
RANGES = {
    "diameter_um": (1.9, 16.1, f"2 and 16{NBSP}µm", ""),
    "lamella_fraction": (-0.1, 1.1, "0 and 1", " It is a share, not a percentage."),
    "g_ratio": (0.39, 0.96, "0.4 and 0.95", " It is axon ÷ fibre diameter."),
    "temperature_c": (14, 43, f"15 and 42{NBSP}°C", " Give a body’s temperature."),
    "paranodal_gap_um": (0.0004, 0.021, f"0.0005 and 0.02{NBSP}µm", " Give micrometres."),
}


def run(diameter_um=10.0, **changes):
    return race(diameter_um, **changes)


@pytest.mark.parametrize("name", RANGES)
@pytest.mark.parametrize("bad", ["low", "high", "10", True, float("nan"), float("inf"), [10.0]])
def test_out_of_range_is_refused_by_the_name_that_was_given(name, bad):
    low, high, between, advice = RANGES[name]
    bad = {"low": low, "high": high}.get(bad, bad) if isinstance(bad, str) else bad
    message = f"{name} must be between {between}; got {bad!r}.{advice}"
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        run(**{name: bad})


def test_the_sheath_is_given_once():
    message = "lamella_fraction must be 1 where g_ratio is given; got 0.5. Give one of the two."
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        run(lamella_fraction=0.5, g_ratio=0.7)


def test_a_narrow_number_is_the_number():
    narrow, wide = run(np.int8(12), temperature_c=np.uint8(30)), run(12.0, temperature_c=30.0)
    assert narrow.velocity_m_per_s == wide.velocity_m_per_s
    assert narrow.sheath_um == wide.sheath_um


# -- velocities: each of a fibre twice as long, solved by itself ---
@pytest.mark.parametrize(
    ("changes", "own"),
    [
        ({}, {}),
        ({"diameter_um": 2.0}, {"diameter_um": 2.0}),
        ({"diameter_um": 16.0}, {"diameter_um": 16.0}),
        ({"lamella_fraction": 0.2}, {"lamella_fraction": 0.2, "thinning": "outer"}),
        ({"g_ratio": 0.4}, {"g_ratio": 0.4}),
        ({"temperature_c": 25.0}, {"temperature_c": 25.0}),
        ({"paranodal_gap_um": 0.0005}, {"paranodal_gap_um": 0.0005}),
    ],
    ids=str,
)
def test_each_control_moves_the_myelinated_fibre(changes, own):
    fibre = Fibre(**({"diameter_um": 10.0, "geometry": "interpolated"} | own))
    assert run(**changes).velocity_m_per_s == pytest.approx(conduct(fibre).velocity_m_per_s, rel=0.003)


def test_the_thin_fibre_is_one_of_1_um_that_never_had_myelin_at_the_same_temperature():
    assert run().thin_m_per_s == pytest.approx(0.635289, rel=0.002)  # the reference, at 37 °C
    cold = run(temperature_c=25.0)
    assert cold.thin_m_per_s == pytest.approx(
        conduct(UnmyelinatedFibre(1.0, 25.0)).velocity_m_per_s, rel=1e-6
    )


def test_the_fibre_as_wide_without_myelin_goes_by_the_root_of_diameter():
    for diameter, times in ((4.0, 2.0), (9.0, 3.0), (16.0, 4.0)):
        result = run(diameter_um=diameter)
        assert result.unmyelinated_m_per_s == pytest.approx(times * result.thin_m_per_s)


def test_who_is_who():
    result = run()
    assert result.velocity_m_per_s > 20 * result.unmyelinated_m_per_s > 20 * result.thin_m_per_s
    assert result.ratio == result.velocity_m_per_s / result.thin_m_per_s
    assert result.ratio == pytest.approx(87, abs=1)
    assert result.metre_ms(50.0) == 20.0


def test_the_whole_sheath_is_that_of_the_same_diameter_at_37_degrees():
    for changes in ({}, {"lamella_fraction": 0.2}, {"temperature_c": 25.0}, {"paranodal_gap_um": 0.008}):
        assert run(**changes).full_m_per_s == pytest.approx(run().velocity_m_per_s, rel=1e-6)
    assert dict(zip(PLANE_UM, plane(), strict=True))[4.0] == pytest.approx(
        run(diameter_um=4.0).velocity_m_per_s, rel=1e-6
    )
    assert list(plane()) == sorted(plane())


def test_the_human_band_is_the_published_one():
    row = quantity("nerve.tackmann_velocity_per_diameter_sural")
    assert human_slope() == (row.low, row.high)


# -- sheath ---
def test_the_sheath_is_half_of_what_the_axon_leaves():
    whole = run()
    assert whole.axon_um + 2 * whole.sheath_um == pytest.approx(10.0)
    traded = run(g_ratio=0.6)
    assert (traded.axon_um, traded.sheath_um) == pytest.approx((6.0, 2.0))


def test_layers_and_thickness_go_with_the_share_that_is_left():
    whole, fifth, none = (run(lamella_fraction=share) for share in (1.0, 0.2, 0.0))
    assert round(whole.layers) == 120
    for name in ("layers", "sheath_um"):
        assert getattr(fifth, name) == pytest.approx(0.2 * getattr(whole, name))
        assert getattr(none, name) == 0
    assert fifth.axon_um == whole.axon_um
    traded = run(g_ratio=0.8)
    assert traded.layers / traded.sheath_um == pytest.approx(whole.layers / whole.sheath_um)


# -- wave ---
def potentials(wave, moments_ms):
    """Moments × points, mV."""
    return np.array([wave.at(moment) for moment in moments_ms])


def test_the_wave_passes_each_node_when_its_velocity_says():
    moments = [round(0.002 * i, 3) for i in range(401)]
    result = run()
    wave, fires = result.wave, 50.0  # mV above rest: the level at which a node counts as firing
    potential = potentials(wave, moments)
    for node in np.flatnonzero(wave.is_node)[3::8]:
        passes_ms = wave.position_mm[node] / result.velocity_m_per_s
        if passes_ms < moments[-1]:
            rising = np.flatnonzero(potential[:, node] > fires)
            assert moments[rising[0]] == pytest.approx(passes_ms, abs=0.015)
    assert 100 < potential.max() < 125


@pytest.mark.parametrize("moment_ms", [0.3, 0.3123, 0.35])
def test_a_wave_that_travels_is_the_same_later_and_farther(moment_ms):
    """Node by node, the potential is what it was at the node before, one internode's time earlier."""
    result = run()
    wave, step_ms = result.wave, result.internode_um / 1_000 / result.velocity_m_per_s
    here, earlier = (wave.at(moment)[wave.is_node] for moment in (moment_ms, moment_ms - step_ms))
    np.testing.assert_allclose(here[1:], earlier[:-1], atol=1e-6)
    assert here.max() - here.min() > 100


def test_the_wave_is_as_long_as_the_stretch_with_nodes_an_internode_apart():
    result = run()
    wave = result.wave
    assert wave.at(0.1).shape == wave.position_mm.shape == wave.is_node.shape
    apart = np.diff(wave.position_mm[wave.is_node])
    np.testing.assert_allclose(apart, result.fibre.sizes.internode_um / 1_000)
    assert (np.diff(wave.position_mm) > 0).all()
    assert 40 - apart[0] < wave.position_mm[wave.is_node][-1] <= 40


def test_between_two_nodes_the_wave_is_between_them_or_lower():
    """An internode is passive: it follows its nodes, and is never above the higher of what they were."""
    wave = run().wave
    potential = potentials(wave, [0.05 * i for i in range(20)])
    assert potential[:, ~wave.is_node].max() <= potential[:, wave.is_node].max()


def test_a_stripped_fibre_s_wave_dies_within_millimetres():
    result = run(lamella_fraction=0.0)
    assert not result.conducts
    assert np.isnan(result.velocity_m_per_s)
    wave = result.wave
    potential = potentials(wave, [0.02 * i for i in range(60)])
    near, far = (potential[:, which].max() for which in (wave.position_mm < 0.5, wave.position_mm > 5))
    assert near > 5 > 1 > far


@pytest.mark.parametrize("share", [1.0, 0.0])
def test_the_wave_is_given_at_every_moment_also_past_the_end(share):
    wave = run(lamella_fraction=share).wave
    for moment in (0.0, 0.1, 5.0):
        assert np.isfinite(wave.at(moment)).all()


# -- plane ---
def test_thinner_sheaths_are_those_of_the_same_diameter_at_37_degrees():
    cold = run(diameter_um=4.0, temperature_c=25.0)
    for layers, velocity in cold.plane.thinner:
        share = layers / cold.fibre.sizes.lamellae
        own = run(diameter_um=4.0, lamella_fraction=round(share, 6))
        assert velocity == pytest.approx(own.velocity_m_per_s, rel=1e-6, nan_ok=True)
        assert layers == pytest.approx(own.layers)
    assert len(cold.plane.thinner) > 2
    assert cold.plane.whole_m_per_s == plane()
    assert cold.plane.human_m_per_s_per_um == (4.36, 4.74)  # Tackmann 1976: 4.55 ± 0.19
