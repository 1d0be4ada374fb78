"""Amounts as readers see them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12explain import amounts
from b12explain.amounts import format_dose, format_number, format_range, round_figures
from tests.plain import exactly, plain


@pytest.mark.parametrize(
    ("x", "digits", "text"),
    [
        (12.87, 2, "13"),
        (0.0384, 2, "0.038"),
        (-1005, 4, "−1,005"),
        (2.25, 2, "2.3"),
        (0, 2, "0"),
        (1e-7, 2, "0.0000001"),
        (999.6, 3, "1,000"),
        (416.67, 2, "420"),
    ],
)
def test_format_number(x, digits, text):
    assert format_number(x, digits) == text


@pytest.mark.parametrize("x", [float("nan"), float("inf"), -float("inf"), "3"])
@pytest.mark.parametrize("write", [format_number, format_dose, lambda x: format_range(x, 3, "ug")])
def test_what_is_not_a_number_is_not_written(x, write):
    message = f"a number for readers must be finite; got {x!r}. Show the reason in words instead."
    with pytest.raises(ValueError, match=exactly(message)):
        write(x)


@pytest.mark.parametrize(
    ("dose_ug", "text"),
    [
        (0.4, "0.4 µg"),
        (0.5625, "0.56 µg"),
        (12.9, "13 µg"),
        (147.3, "147 µg"),
        (1250, "1,250 µg"),
        (9999, "9,999 µg"),
        (9999.7, "10 mg"),
        (10_000, "10 mg"),
        (50_000, "50 mg"),
        (999_999, "1,000 mg"),
        (5_000_000, "5 g"),
    ],
)
def test_format_dose(dose_ug, text):
    assert plain(format_dose(dose_ug)) == text


@pytest.mark.parametrize(
    ("ends", "unit", "text"),
    [
        ((0.1, 0.2), "%/day", "0.1–0.2 % per day"),
        ((4, 6), "hours", "4–6 hours"),
        ((500, None), "ug", "at least 500 µg"),
        ((None, 9), "%", "up to 9 %"),
        ((-24, -14), "%", "−24 to −14 %"),
        ((5000, 25_000), "ug", "5–25 mg"),
        ((3, 3), "um", "3 µm"),
    ],
)
def test_format_range(ends, unit, text):
    assert plain(format_range(*ends, unit)) == text


def test_format_range_needs_an_end():
    message = "a range needs low or high; got neither. Leave the sentence out instead."
    with pytest.raises(ValueError, match=exactly(message)):
        format_range(None, None, "%")


@pytest.mark.parametrize("unit", ["", "%", "ug"])
def test_format_range_refuses_a_range_that_falls(unit):
    with pytest.raises(ValueError, match=exactly("a range must rise; got 3 to 1. Swap low and high.")):
        format_range(3, 1, unit)


@given(st.floats(-1e9, 1e9), st.integers(1, 6))
def test_what_is_worked_out_from_a_rounded_number_fits_what_is_shown(x, figures):
    assert format_number(round_figures(x, figures), figures) == format_number(x, figures)


@pytest.mark.parametrize(
    ("x", "figures", "rounded"),
    [(12.87, 2, 13), (147.3, 2, 150), (0.0384, 2, 0.038), (0.125, 2, 0.13), (-2.25, 2, -2.3), (0, 2, 0)],
)
def test_round_figures(x, figures, rounded):
    assert round_figures(x, figures) == rounded


@pytest.mark.parametrize(
    ("write", "amount", "text"),
    [
        (amounts.percent, 0, "0 %"),
        (amounts.percent, 0.994, "99 %"),
        (amounts.percent, 1, "100 %"),
        (amounts.percent, 1.236, "124 %"),
        (amounts.speed, 44.04, "44 m/s"),
        (amounts.amplitude, 0.0421, "0.042 µV"),
        (amounts.duration_ms, 0.994, "0.99 ms"),
        (amounts.duration_ms, 12.34, "12.3 ms"),
        (amounts.duration_ms, -1.26, "−1.3 ms"),
        (amounts.seconds, 99.4, "99 ms"),
        (amounts.seconds, 100, "0.1 s"),
        (amounts.temperature, 36.6, "37 °C"),
        (amounts.times, 99.4, "99"),
        (amounts.times, 100.4, "100"),
        (amounts.capital, "EU intake", "EU intake"),
        (amounts.capital, "", ""),
    ],
)
def test_amounts_that_several_pictures_show(write, amount, text):
    assert plain(write(amount)) == text


@pytest.mark.parametrize(
    ("count", "noun", "text"),
    [
        (0, "month", "0 months"),
        (0.6, "month", "1 month"),
        (1.4, "layer", "1 layer"),
        (1.6, "layer", "2 layers"),
        (14_200, "fibre", "14,200 fibres"),
        (2, "person", "2 people"),
        ("no", "layer", "no layers"),
        ("1", "day", "1 day"),
    ],
)
def test_counted(count, noun, text):
    assert plain(amounts.counted(count, noun)) == text


@pytest.mark.parametrize(
    "write",
    [
        amounts.percent, amounts.speed, amounts.amplitude, amounts.duration_ms, amounts.seconds, amounts.temperature,
        amounts.times, lambda x: amounts.counted(x, "month"), lambda x: round_figures(x, 2),
    ],
)  # fmt: skip
def test_no_formatter_writes_what_is_not_a_number(write):
    with pytest.raises(ValueError, match="must be finite; got nan"):
        write(float("nan"))


def test_a_unit_stays_on_the_line_of_its_number():
    assert amounts.keep_units("1 % of 10 mg") == "1\N{NO-BREAK SPACE}% of 10\N{NO-BREAK SPACE}mg"
    assert amounts.keep_units("10 metres, 3 groups") == "10 metres, 3 groups"
