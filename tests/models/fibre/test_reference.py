"""The engine against NEURON extrapolated to a step of nothing (McIntyre, Richardson and Grill 2002)."""

import numpy as np
import pytest

from b12explain.models.fibre import Fibre, Lesion, UnmyelinatedFibre, conduct
from tests.models.fibre.reference import CASES, REFERENCE, arrivals_of, fibre_of

VELOCITY_ERROR = 0.0025  # stated in the README of the benchmarks


@pytest.mark.parametrize("name", CASES)
def test_conducts_or_blocks_as_the_reference(name):
    case = CASES[name]
    result = conduct(fibre_of(case["inputs"]))
    assert result.conducts is case["conducts"]
    assert np.isnan(result.velocity_m_per_s) == (not case["conducts"])
    assert sorted(result.measured) == [case["node_a"], case["node_b"]]


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case["conducts"]])
def test_velocity_is_the_reference_velocity(name):
    case = CASES[name]
    result = conduct(fibre_of(case["inputs"]))
    assert result.velocity_m_per_s == pytest.approx(case["cv_m_s_dt0"], rel=VELOCITY_ERROR)


@pytest.mark.parametrize(
    "name", [name for name, case in CASES.items() if {"demy", "remy"} & set(case["inputs"])]
)
def test_delay_across_a_lesion_is_the_reference_delay(name):
    case = CASES[name]
    expected, arrival = arrivals_of(case), conduct(fibre_of(case["inputs"])).arrival_ms
    first = case["node_a"]
    last = case["node_b"] if case["conducts"] else int(np.flatnonzero(np.isfinite(expected))[-1]) - 1
    delay_ms = arrival[last] - arrival[first]
    assert delay_ms == pytest.approx(expected[last] - expected[first], rel=0.02, abs=0.001)


@pytest.mark.parametrize("name", CASES)
def test_rest_is_the_true_rest(name):
    case = CASES[name]
    result = conduct(fibre_of(case["inputs"]))
    assert result.rest_mv[case["middle"]] == pytest.approx(case["vrest_mid_mV"], abs=0.01)


@pytest.mark.parametrize("wave", REFERENCE["waveforms"], ids=lambda w: f"{w['D']}um-{w['frac']}-{w['T']}C")
def test_waveform_is_the_reference_waveform(wave):
    result = conduct(fibre_of(wave), record="nodes", duration_ms=6)
    times = np.array(wave["t_ms_rel_upcross_m30"]) + result.arrival_ms[wave["node"]]
    potential = np.interp(times, result.time_ms, result.potential_mv[:, wave["node"]])
    assert np.sqrt(np.mean((potential - wave["v_mV"]) ** 2)) < 0.1


@pytest.mark.parametrize("row", REFERENCE["bare"], ids=lambda row: f"{row['D']}um")
def test_an_unmyelinated_fibre_is_the_reference_one(row):
    result = conduct(UnmyelinatedFibre(row["D"], row["T"]))
    assert result.velocity_m_per_s == pytest.approx(row["cv_m_s"], rel=0.002)


def test_unmyelinated_velocity_goes_as_the_root_of_diameter():
    thin, thick = (conduct(UnmyelinatedFibre(d)).velocity_m_per_s for d in (0.5, 1.125))
    assert thick / thin == pytest.approx(1.5, rel=0.005)


@pytest.mark.parametrize(
    ("temperature_c", "internodes", "fraction"),
    [
        (row["T"], m, f)
        for row in REFERENCE["thresholds"]
        for m, f in zip(row["m"], row["fcrit"], strict=True)
    ],
)
def test_block_threshold_is_the_reference_threshold(temperature_c, internodes, fraction):
    def lesioned(share):
        lesion = Lesion(20, 19 + internodes, fraction * share)
        return conduct(Fibre(10.0, temperature_c=temperature_c, lesions=[lesion])).conducts

    assert not lesioned(0.993)
    assert lesioned(1.007)
