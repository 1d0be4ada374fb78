"""How much gets in: the measured table, the laws of the two paths, a meal and injections."""

import math
import re
from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12explain.models import absorption as model
from b12explain.models import absorption_fit as fit_model
from b12explain.models.absorption import absorb, absorb_meal, retain
from b12explain.quantities import quantity
from b12explain.tables import table

DOSES_UG = st.floats(*model.DOSE_RANGE_UG)
TIMES = st.integers(1, model.MOST_TIMES_PER_DAY)
WORST_MISS = 1.35
NBSP = "\N{NO-BREAK SPACE}"
NO_NUMBERS = ("5", "twice", None, True, math.nan, math.inf, [5])


def whole(text):
    return f"^{re.escape(text)}$"


def miss(factor):
    """By which factor up or down, 1 or more."""
    return max(factor, 1 / factor)


# -- against the measured table ---
@pytest.mark.parametrize("row", fit_model.measured("normal"), ids=lambda row: row.id)
def test_meets_carmel_2008_and_adams_1971_within_a_third(row):
    assert miss(fit_model.two_paths().total_ug(row.dose_ug) / row.absorbed_ug) < WORST_MISS


def test_the_worst_points_are_missed_by_about_a_third():
    """The table falls from 1.6 µg of 10 to 1.5 of 50: a curve that meets it better is bent to it."""
    misses = [
        miss(fit_model.two_paths().total_ug(row.dose_ug) / row.absorbed_ug)
        for row in fit_model.measured("normal")
    ]
    assert 1.25 < max(misses) < WORST_MISS


def test_points_left_out_are_missed_by_a_half_at_most():
    misses = [miss(factor) for factor in fit_model.left_out_misses()]
    assert len(misses) == len(fit_model.measured("normal")) == 8
    assert 1.4 < max(misses) < 1.5
    assert 1.35 < fit_model.spread_factor() < 1.5


def test_left_out_misses_are_of_fits_without_the_point():
    rows = fit_model.measured("normal")
    others = fit_model.fit_two_paths([row for row in rows if row.id != "carmel_normal_10_ug"])
    index = [row.id for row in rows].index("carmel_normal_10_ug")
    assert fit_model.left_out_misses()[index] == pytest.approx(others.total_ug(10) / 1.6)
    assert others.total_ug(10) < fit_model.two_paths().total_ug(10), "the point no longer pulls the curve up"


def test_the_fit_cannot_be_bettered_nearby():
    rows = fit_model.measured("normal")
    best = fit_model.two_paths()

    def squares(capacity_ug, half_dose_ug):
        fit = fit_model.Fit(capacity_ug, half_dose_ug, best.passive_fraction)
        return sum(math.log(fit.total_ug(row.dose_ug) / row.absorbed_ug) ** 2 for row in rows)

    least = squares(best.capacity_ug, best.half_dose_ug)
    for more in (0.9, 0.99, 1.01, 1.1):
        assert squares(best.capacity_ug * more, best.half_dose_ug) > least
        assert squares(best.capacity_ug, best.half_dose_ug * more) > least


def test_points_are_told_apart_by_condition():
    normal, without = fit_model.measured("normal"), fit_model.measured("no_if")
    assert {row.dose_ug for row in without} == {1, 10, 50, 500, 1_000}
    assert not {row.id for row in normal} & {row.id for row in without}
    assert all(row.absorbed_ug <= 0.015 * row.dose_ug for row in without)


def test_passive_share_is_the_geometric_mean_of_the_measured_shares():
    """Four are 1.2 %, one 1.3 %: 1.2194 %, where the arithmetic mean would be 1.22 %."""
    shares = [row.value for row in fit_model.measured("no_if")]
    assert sorted(shares) == [1.2, 1.2, 1.2, 1.2, 1.3]
    assert fit_model.two_paths().passive_fraction == pytest.approx(0.0121936, abs=1e-7)


def test_passive_share_of_unlike_points_is_their_geometric_mean():
    rows = [
        table("absorption").row(name) for name in ("carmel_no_if_1_ug", "carmel_normal_1_ug")
    ]  # 1.2 and 56 %
    found = fit_model.fit_two_paths(no_intrinsic_factor=rows)
    assert found.passive_fraction == pytest.approx(math.sqrt(0.012 * 0.56))


@pytest.mark.parametrize(("factor", "fit"), [(1.0, (1.5, 2.0, 0.01)), (3.0, (4.5, 2.0, 0.01))])
def test_fit_finds_the_parameters_that_made_the_points(factor, fit):
    true = fit_model.Fit(*fit)
    points = [SimpleNamespace(dose_ug=dose, absorbed_ug=true.total_ug(dose)) for dose in (1, 3, 10, 40, 300)]
    one_per_cent = table("absorption").row("high_dose_with_water")
    found = fit_model.fit_two_paths(points, [one_per_cent])
    assert (found.capacity_ug, found.half_dose_ug) == pytest.approx(fit[:2], rel=1e-6)
    assert found.passive_fraction == pytest.approx(0.01)


# -- laws ---
@given(DOSES_UG, TIMES, st.booleans())
def test_absorbed_is_never_more_than_swallowed_and_lies_in_its_range(dose_ug, times, working):
    day = absorb(dose_ug, times, working)
    assert 0 < day.low_ug <= day.total_ug <= day.high_ug <= day.swallowed_ug
    assert day.share == pytest.approx(day.total_ug / (dose_ug * times))


@given(DOSES_UG, DOSES_UG, TIMES, st.booleans())
def test_more_swallowed_is_more_absorbed_and_a_smaller_share(one, other, times, working):
    less, more = (absorb(dose, times, working) for dose in sorted((one, other)))
    assert less.total_ug <= more.total_ug
    assert less.share >= more.share * (1 - 1e-12)


@given(DOSES_UG, st.booleans())
def test_more_often_is_more(dose_ug, working):
    days = [absorb(dose_ug, n, working) for n in range(1, model.MOST_TIMES_PER_DAY + 1)]
    for fewer, more in pairwise(days):
        assert fewer.total_ug < more.total_ug
        assert fewer.low_ug < more.low_ug
        assert fewer.high_ug < more.high_ug


@given(DOSES_UG, TIMES)
def test_without_intrinsic_factor_only_the_leak_is_left(dose_ug, times):
    with_it, without = absorb(dose_ug, times), absorb(dose_ug, times, intrinsic_factor=False)
    assert without.intrinsic_ug == 0
    assert (
        without.passive_ug
        == with_it.passive_ug
        == pytest.approx(fit_model.two_paths().passive_fraction * dose_ug * times)
    )


@given(DOSES_UG, TIMES)
def test_intrinsic_factor_path_never_passes_its_capacity(dose_ug, times):
    assert absorb(dose_ug, times).intrinsic_ug < fit_model.two_paths().capacity_ug * times


def test_ends_of_the_range():
    """A small dose goes mostly by intrinsic factor; a huge one is left with the share that leaks."""
    smallest, largest = (absorb(dose) for dose in model.DOSE_RANGE_UG)
    assert model.DOSE_RANGE_UG == (0.5, 5_000)
    assert 0.5 < smallest.share < 0.7
    assert smallest.intrinsic_ug > 40 * smallest.passive_ug
    assert largest.share == pytest.approx(fit_model.two_paths().passive_fraction, rel=0.03)
    assert fit_model.two_paths().total_ug(1e9) / 1e9 == pytest.approx(
        fit_model.two_paths().passive_fraction, rel=1e-6
    )


def test_splitting_a_small_dose_pays_and_splitting_a_megadose_does_not():
    small = absorb(2, 3).total_ug / absorb(6).total_ug
    large = absorb(1_000 / 3, 3).total_ug / absorb(1_000).total_ug
    assert small > 1.6
    assert 1 < large < 1.25


def test_a_1000_ug_tablet_is_11_to_17_times_what_an_rda_sized_diet_delivers():
    by_equation, by_assumption = model.diet_delivers_ug()
    assert (by_equation, by_assumption) == (pytest.approx(0.75, abs=0.005), pytest.approx(1.2))
    shown_ug = round(absorb(1_000).total_ug)
    assert shown_ug == 13
    assert (round(shown_ug / by_assumption), round(shown_ug / by_equation)) == (11, 17)


# -- recovery ---
def test_recovery_takes_4_to_6_hours():
    recovery = quantity("absorption.recovery_time")
    assert (recovery.low, recovery.high, recovery.unit) == (4, 6, "hours")


@pytest.mark.parametrize(
    ("times", "shares"),
    [(1, (1, 1, 1)), (4, (1, 1, 1)), (5, (4.8 / 6, 4.8 / 5, 1)), (6, (4 / 6, 4 / 5, 1))],
)
def test_share_recovered_at_each_dose(times, shares):
    assert model.recovered_share(times) == pytest.approx(shares)


def test_the_range_counts_slow_recovery():
    six, factor = absorb(1, 6), fit_model.spread_factor()
    whole_path = fit_model.two_paths().intrinsic_ug(1) * 6
    assert six.intrinsic_ug == pytest.approx(whole_path * 4 / 5)
    assert six.low_ug * factor == pytest.approx(whole_path * 4 / 6 + six.passive_ug)
    assert six.high_ug / factor == pytest.approx(whole_path + six.passive_ug)


# -- a meal ---
def test_food_equation_of_doets_2013():
    assert absorb_meal(2.4).total_ug == pytest.approx(math.exp(0.7694 * math.log(2.4) - 0.9614))
    assert absorb_meal(2.4).total_ug == pytest.approx(0.75, abs=0.001)


@given(st.floats(0.25, 38), st.floats(0.25, 38))
def test_a_bigger_meal_gives_more_and_never_more_than_it_holds(one, other):
    less, more = (absorb_meal(dose) for dose in sorted((one, other)))
    assert less.total_ug <= more.total_ug < more.swallowed_ug
    assert more.low_ug is more.high_ug is None, "the source gives no range"


@pytest.mark.parametrize("dose_ug", [1_000, 0.2, 38.1, *NO_NUMBERS])
def test_the_food_equation_is_refused_beyond_food(dose_ug):
    message = (
        f"dose_ug must be between 0.25 and 38{NBSP}µg; got {dose_ug!r}. "
        "The food equation does not hold beyond a meal: use absorb() for a tablet."
    )
    with pytest.raises(ValueError, match=whole(message)):
        absorb_meal(dose_ug)


# -- injections ---
@pytest.mark.parametrize(
    ("form", "dose_ug", "shares"),
    [
        ("cyanocobalamin", 1_000, [15, 20, 31]),
        ("cyanocobalamin", 10, [97]),
        ("hydroxocobalamin", 500, [84]),
        ("hydroxocobalamin", 1_000, [73, 75]),
    ],
)
def test_every_study_of_an_injection_stands(form, dose_ug, shares):
    kept = retain(form, dose_ug)
    assert sorted(share.value for share in kept.shares) == shares
    assert sorted(kept.kept_ug) == pytest.approx([share / 100 * dose_ug for share in shares])
    assert all(share.source for share in kept.shares)


@pytest.mark.parametrize(
    ("form", "dose_ug"),
    [
        ("cyanocobalamin", 5),
        ("methylcobalamin", 1_000),
        (None, 1_000),
        *(("cyanocobalamin", one) for one in NO_NUMBERS),
    ],
)
def test_injections_that_nobody_measured_are_refused(form, dose_ug):
    message = (
        "form and dose_ug must be of an injection that was measured: cyanocobalamin 10 µg; cyanocobalamin 100 µg; "
        "cyanocobalamin 500 µg; cyanocobalamin 1,000 µg; hydroxocobalamin 500 µg; hydroxocobalamin 1,000 µg; "
    ).replace(" µg", f"{NBSP}µg") + f"got {form!r} and {dose_ug!r}."
    with pytest.raises(ValueError, match=whole(message)):
        retain(form, dose_ug)


# -- errors ---
@pytest.mark.parametrize("dose_ug", [-3, 0, 0.49, 5_001, *NO_NUMBERS])
def test_doses_out_of_range_are_refused(dose_ug):
    message = (
        f"dose_ug must be between 0.5 and 5,000{NBSP}µg; got {dose_ug!r}. "
        f"The model was fitted to doses of 1 to 1,000{NBSP}µg."
    )
    with pytest.raises(ValueError, match=whole(message)):
        absorb(dose_ug)


@pytest.mark.parametrize("times", [0, 7, 2.5, -1, *NO_NUMBERS])
def test_times_a_day_out_of_range_are_refused(times):
    message = (
        f"times_per_day must be a whole number from 1 to 6; got {times!r}. "
        "For a schedule over weeks, use the mean of a day."
    )
    with pytest.raises(ValueError, match=whole(message)):
        absorb(1_000, times)
    with pytest.raises(ValueError, match=whole(message)):
        model.recovered_share(times)


@pytest.mark.parametrize("working", ["no", "", None, 1, 0.0])
def test_intrinsic_factor_is_true_or_false(working):
    message = f"intrinsic_factor must be True or False, without quotes; got {working!r}."
    with pytest.raises(ValueError, match=whole(message)):
        absorb(10, 1, working)


@pytest.mark.parametrize("kind", [np.uint8, np.int16, np.float32])
def test_a_narrow_number_is_the_number(kind):
    """The product of narrow integers overflows in silence."""
    narrow, wide = absorb(kind(200), 6), absorb(200, 6)
    assert narrow == wide
    assert narrow.swallowed_ug == 1_200
