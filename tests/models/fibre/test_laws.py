"""Laws that hold for every fibre, whatever its numbers."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from b12explain.models.fibre import Fibre, Lesion, Remyelination, Stimulus, conduct

laws = settings(max_examples=60, deadline=None)
STATED_ERROR = 0.0025

diameters = st.floats(2, 16)
temperatures = st.floats(15, 40)
fractions = st.floats(0, 1)


@st.composite
def fibres(draw, nodes=21):
    """A fibre with at most one lesion and one remyelinated stretch behind it."""
    start = draw(st.integers(0, 8))
    middle = draw(st.integers(start, 9))
    lesion = Lesion(start, middle, draw(fractions))
    after = draw(st.integers(middle + 1, 15))
    regrown = Remyelination(after, draw(st.integers(after, 19)), draw(st.integers(1, 2)), draw(fractions))
    return Fibre(
        draw(diameters),
        "interpolated",
        draw(temperatures),
        draw(st.floats(0.1, 1)),
        draw(st.sampled_from(["lamellae", "outer"])),
        lesions=draw(st.sampled_from([(), (lesion,)])),
        remyelination=draw(st.sampled_from([(), (regrown,)])),
        nodes=nodes,
    )


def mirrored(fibre: Fibre) -> Fibre:
    last = fibre.nodes - 2
    lesions = [Lesion(last - s.last, last - s.first, s.lamella_fraction) for s in fibre.lesions]
    regrown = [
        Remyelination(last - s.last, last - s.first, s.parts, s.lamella_fraction) for s in fibre.remyelination
    ]
    return Fibre(
        fibre.diameter_um, fibre.geometry, fibre.temperature_c, fibre.lamella_fraction, fibre.thinning,
        lesions, regrown, fibre.nodes,
    )  # fmt: skip


@laws
@given(fibres())
def test_a_mirrored_fibre_conducts_the_mirrored_wave(fibre):
    there = conduct(fibre)
    back = conduct(mirrored(fibre), stimulus=Stimulus(node=-1))
    np.testing.assert_allclose(back.arrival_ms[::-1], there.arrival_ms, rtol=1e-6, equal_nan=True)
    assert back.conducts is there.conducts


@laws
@given(diameters, temperatures, st.floats(0.5, 10))
def test_an_intact_fibre_is_faster_when_warmer(diameter, temperature, warming):
    assume(temperature + warming <= 40)
    cold, warm = (
        conduct(Fibre(diameter, "interpolated", t, nodes=21)).velocity_m_per_s
        for t in (temperature, temperature + warming)
    )
    assert warm > cold


@laws
@given(
    diameters, temperatures, st.floats(0.05, 1), st.floats(0.05, 1), st.sampled_from(["lamellae", "outer"])
)
def test_thinner_myelin_is_never_faster(diameter, temperature, one, other, thinning):
    thin, thick = sorted([one, other])
    speeds = [
        np.nan_to_num(
            conduct(Fibre(diameter, "interpolated", temperature, f, thinning, nodes=21)).velocity_m_per_s
        )
        for f in (thin, thick)
    ]
    assert speeds[0] <= speeds[1] * (1 + 1e-6)


@laws
@given(diameters, temperatures, st.floats(0.1, 1), fractions, st.integers(0, 19), st.integers(0, 5))
def test_a_lesion_never_brings_the_far_node_forward(diameter, temperature, own, share, first, more):
    intact = Fibre(diameter, "interpolated", temperature, own, nodes=21)
    lesion = Lesion(first, min(first + more, 19), own * share)
    hurt = Fibre(diameter, "interpolated", temperature, own, lesions=[lesion], nodes=21)
    before, after = conduct(intact), conduct(hurt)
    far = before.measured[1]
    assume(before.conducts)
    assert not after.arrival_ms[far] < before.arrival_ms[far] - 1e-5


@laws
@given(fibres())
def test_membrane_currents_sum_to_the_stimulus(fibre):
    result = conduct(fibre, record="all", duration_ms=0.4, stimulus=Stimulus(amplitude_na=2.0))
    during = (result.current_time_ms > 0.1) & (result.current_time_ms < 0.2)
    np.testing.assert_allclose(result.membrane_current_na.sum(axis=1), np.where(during, 2.0, 0.0), atol=1e-9)


@laws
@given(fibres())
def test_halving_the_step_stays_within_the_stated_error(fibre):
    whole, half = conduct(fibre), conduct(fibre, step_ms=0.001)
    assume(np.isfinite(whole.velocity_m_per_s) and half.conducts)  # a node the wave jumps over has no time
    assume(np.nanmax(np.diff(whole.arrival_ms)) < 0.5)  # a wave that hovers at threshold doubles every error
    assert half.velocity_m_per_s == pytest.approx(whole.velocity_m_per_s, rel=STATED_ERROR)


@laws
@given(fibres())
def test_a_fibre_at_rest_stays_at_rest(fibre):
    result = conduct(fibre, record="nodes", duration_ms=1, stimulus=Stimulus(amplitude_na=0.0))
    assert np.abs(result.potential_mv - result.rest_mv).max() < 1e-6
    assert not result.conducts
