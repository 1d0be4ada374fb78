"""What the race refuses to be run with, by the names that it knows."""

import re

import pytest

from b12explain.models.race import race

NBSP = "\N{NO-BREAK SPACE}"
NORMAL = {
    "diameter_um": 10.0,
    "vary": "layers",
    "layers_percent": 100.0,
    "g_ratio": 0.7,
    "temperature_c": 37.0,
    "gap_nm": 2.0,
    "moments_ms": (0.0, 0.1),
}
RANGES = {
    "diameter_um": (1.9, 16.1, f"2 and 16{NBSP}µm", ""),
    "layers_percent": (-1, 101, f"0 and 100{NBSP}%", " It is a percentage, not a share."),
    "g_ratio": (0.39, 0.96, "0.4 and 0.95", " It is axon ÷ fibre diameter."),
    "temperature_c": (14, 43, f"15 and 42{NBSP}°C", " Give a body’s temperature."),
    "gap_nm": (0.4, 21, f"0.5 and 20{NBSP}nm", " Give nanometres."),
}


@pytest.mark.parametrize("name", RANGES)
@pytest.mark.parametrize("bad", ["low", "high", "10", None, True, float("nan"), float("inf"), [10.0]])
def test_out_of_range_is_refused_by_the_name_that_was_given(name, bad):
    low, high, between, advice = RANGES[name]
    bad = {"low": low, "high": high}.get(bad, bad) if isinstance(bad, str) else bad
    message = f"{name} must be between {between}; got {bad!r}.{advice}"
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        race(**(NORMAL | {name: bad}))


@pytest.mark.parametrize("vary", ["axon", None, True, ["layers"]])
def test_what_varies_is_one_of_two(vary):
    message = f"vary must be one of 'layers', 'g_ratio'; got {vary!r}."
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        race(**(NORMAL | {"vary": vary}))


@pytest.mark.parametrize(
    "moments",
    [
        (),
        0.1,
        None,
        "0.1",
        ("0", "0.1"),
        (0.1, 0.0),
        (0.1, 0.1),
        (-0.1, 0.1),
        (0.0, float("nan")),
        (0.0, None),
    ],
)
def test_moments_rise_from_the_start(moments):
    message = (
        f"moments_ms must be one or more rising numbers from 0{NBSP}ms up; got {moments!r}. "
        "Sort them, and leave out what is doubled."
    )
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        race(**(NORMAL | {"moments_ms": moments}))


def test_the_wave_is_given_at_every_moment():
    assert list(race(**NORMAL).wave.moments_ms) == [0.0, 0.1]
    assert race(**NORMAL).wave.potential_mv.shape[0] == 2
