# ruff: noqa: E501 - messages are matched whole
"""An axon on its way back: what the sources say, and laws that hold for any distance, rate and wait."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12explain.models import regrowth as model
from b12explain.models.regrowth import DAYS_PER_MONTH, DAYS_PER_YEAR, limbs, regrow
from b12explain.quantities import quantity
from b12explain.tables import table

LIMBS = st.sampled_from(sorted(limbs()))
SHARES = st.floats(0.01, 1)
RATES = st.floats(*model.rates_mm_per_day())
WAITS = st.floats(0, model.MOST_WAIT_MONTHS)
FASTER = st.floats(0, model.MOST_SPEED_UP)
DAYS = st.floats(0, 3_000)


@st.composite
def regrowths(draw):
    limb = draw(LIMBS)
    return regrow(draw(SHARES) * limbs()[limb].path_mm, draw(RATES), draw(WAITS), draw(FASTER), limb)


# -- golden numbers ---
def test_a_metre_takes_about_one_to_three_years():
    first, last = regrow(1_000, 1.5).arrival_days
    assert first == pytest.approx(3 * 7 + 1_000 / 3)
    assert last == pytest.approx(4 * 7 + 1_000)
    assert (round(first / DAYS_PER_YEAR, 1), round(last / DAYS_PER_YEAR, 1)) == (1.0, 2.8)


def test_a_year_is_a_julian_one_and_a_month_its_twelfth():
    assert DAYS_PER_YEAR == 365.25
    assert pytest.approx(30.4375) == DAYS_PER_MONTH
    waits = regrow(500, 2, wait_months=12)
    assert waits.early_days == pytest.approx(365.25 + 21)
    assert waits.arrival_at_rate_months == pytest.approx((365.25 + 24.5 + 250) / 30.4375)


def test_the_chosen_rate_starts_in_the_middle_of_the_three_to_four_weeks():
    it = regrow(300, 2)
    assert (it.early_days, it.start_days, it.late_days) == (21, 24.5, 28)
    assert it.arrival_at_rate_days == pytest.approx(24.5 + 150)
    assert it.grown_mm(34.5) == pytest.approx((6.5, 20, 40.5)), "slow and late, as chosen, fast and early"


def test_a_fifth_faster_saves_months_of_a_metre():
    it = regrow(1_000, 1.5, speed_up=0.2)
    assert it.sped_up_mm_per_day == pytest.approx(1.8)
    assert it.saved_days == pytest.approx((1_000 / 3 / 6, 1_000 / 6))
    assert [round(days / DAYS_PER_MONTH) for days in it.saved_days] == [2, 5]


def test_nine_days_are_27_mm_at_most():
    days = table("trials").row("pdniv").duration_days
    it = regrow(1_000, 1.5, brief_days=days)
    assert it.brief_days == days == 9
    assert it.most_in_mm(days) == 27
    assert it.grown_mm(days) == (0, 0, 0), "and it would not have started"


def test_mid_thigh_to_ankle_agrees_with_its_row():
    slowest = 400 / regrow(400, 1).slow_mm_per_day
    assert slowest / DAYS_PER_MONTH == pytest.approx(quantity("nerve.regrowth_time_400_mm").value, abs=0.5)


def test_muscles_wait_as_long_as_their_row_says():
    assert regrow(400, 1).muscle_window_months == (12, 18)


def test_the_range_of_rates_is_that_of_its_row_and_holds_what_was_measured():
    low, high = model.rates_mm_per_day()
    usual, seddon = quantity("nerve.regrowth_usual"), quantity("nerve.regrowth_seddon")
    assert (low, high) == (usual.low, usual.high) == (1, 3)
    assert low <= seddon.low <= seddon.value <= seddon.high <= high


def test_limbs_are_their_rows():
    leg, arm = limbs()["leg"], limbs()["arm"]
    assert (leg.path_mm, arm.path_mm) == (1_000, 803)
    assert leg.path_mm - leg.joint_mm == quantity("nerve.lower_leg_length").value
    assert arm.joint_mm == quantity("nerve.upper_arm_length").value
    parts = [quantity(f"nerve.{part}") for part in ("upper_arm_length", "forearm_and_hand_length")]
    whole = quantity("nerve.arm_path")
    assert whole.value == sum(part.value for part in parts)
    assert (whole.low, whole.high) == (sum(part.low for part in parts), sum(part.high for part in parts))


def test_hands_recover_before_feet():
    foot, hand = (regrow(limb.path_mm, 1.5, limb=name).arrival_days for name, limb in limbs().items())
    assert hand[0] < foot[0]
    assert hand[1] < foot[1]


# -- laws ---
@given(regrowths())
def test_the_chosen_rate_arrives_within_the_range(it):
    first, last = it.arrival_days
    assert first - 1e-9 <= it.arrival_at_rate_days <= last + 1e-9


@given(regrowths(), DAYS, DAYS)
def test_the_front_never_turns_back_nor_overshoots(it, one, other):
    earlier, later = (it.grown_mm(day) for day in sorted((one, other)))
    for before, after in zip(earlier, later, strict=True):
        assert 0 <= before <= after <= it.distance_mm
    sure, chosen, most = later
    assert sure <= chosen + 1e-9
    assert chosen <= most + 1e-9


@given(regrowths())
def test_all_has_grown_on_the_last_day_and_nothing_before_the_first(it):
    assert it.grown_mm(it.early_days) == pytest.approx((0, 0, 0))
    assert it.grown_mm(it.arrival_days[1] + 1e-6)[0] == pytest.approx(it.distance_mm)
    assert it.grown_mm(it.arrival_days[0] - 1e-6)[2] < it.distance_mm


@given(regrowths(), SHARES)
def test_places_are_passed_in_order(it, share):
    place = it.limb.path_mm - share * it.distance_mm
    first, last = it.reach_days(max(place, it.from_mm))
    assert it.early_days - 1e-9 <= first <= it.arrival_days[0] + 1e-9
    assert it.late_days - 1e-9 <= last <= it.arrival_days[1] + 1e-9


@given(RATES, SHARES, SHARES)
def test_farther_is_later_and_nothing_else_helps_as_much(rate, one, other):
    near, far = (regrow(1_000 * share, rate) for share in sorted((one, other)))
    assert all(a <= b for a, b in zip(near.arrival_days, far.arrival_days, strict=True))


@given(RATES, WAITS)
def test_a_month_of_waiting_costs_a_month(rate, months):
    now, later = regrow(500, rate).arrival_days, regrow(500, rate, months).arrival_days
    assert [b - a for a, b in zip(now, later, strict=True)] == pytest.approx([DAYS_PER_MONTH * months] * 2)


@given(regrowths())
def test_a_speed_up_saves_what_the_faster_rate_says(it):
    assert it.saved_days[0] <= it.saved_days[1] < it.distance_mm / it.slow_mm_per_day
    faster = it.distance_mm / (it.slow_mm_per_day * (1 + it.speed_up))
    assert it.saved_days[1] == pytest.approx(it.distance_mm / it.slow_mm_per_day - faster, abs=1e-6)


# -- what it refuses ---
@pytest.mark.parametrize(
    ("values", "message"),
    [
        ((0, 1.5), "distance_mm must be between 1 and 1,000 mm; got 0. The whole leg is the longest way."),
        ((1_001, 1.5), "distance_mm must be between 1 and 1,000 mm; got 1001. The whole leg is the longest way."),
        ((100, 0.5), "rate_mm_per_day must be between 1 and 3 mm per day; got 0.5. That range was published."),
        ((100, 1.5, 13), "wait_months must be between 0 and 12 months; got 13. Count from the injury."),
        ((float("nan"), 1.5), "distance_mm must be between 1 and 1,000 mm; got nan. The whole leg is the longest way."),
        ((100, 1.5, 0, 20), "speed_up must be between 0 and 0.5; got 20. It is a share, not a percentage."),
        ((100, 1.5, 0, 0, "tail"), "limb must be one of 'leg', 'arm'; got 'tail'."),
        ((100, 1.5, 0, 0, None), "limb must be one of 'leg', 'arm'; got None."),
        ((100, 1.5, 0, 0, ["leg"]), "limb must be one of 'leg', 'arm'; got ['leg']."),
        ((100, 1.5, 0, 0, "leg", -1), "brief_days must be between 0 and 365.25 days; got -1. It is to be brief."),
        ((804, 1.5, 0, 0, "arm"), "distance_mm must be between 1 and 803 mm; got 804. The whole arm is the longest way."),
    ],
)  # fmt: skip
def test_out_of_range_is_refused(values, message):
    parted = re.sub(r"(?<=\d) (?=(?:mm|months|days|%))", "\N{NO-BREAK SPACE}", message)
    with pytest.raises(ValueError, match=f"^{re.escape(parted)}$"):
        regrow(*values)


@pytest.mark.parametrize("name", ["distance_mm", "rate_mm_per_day", "wait_months", "speed_up"])
@pytest.mark.parametrize("bad", ["2", None, True, float("nan"), float("inf"), [2]])
def test_what_is_no_number_is_refused(name, bad):
    with pytest.raises(ValueError, match=rf"^{name} must be between [^;]+; got {re.escape(repr(bad))}\. \w"):
        regrow(**({"distance_mm": 100, "rate_mm_per_day": 1.5} | {name: bad}))


@pytest.mark.parametrize("place_mm", [472.0, 1_001, float("nan"), "800", None])
def test_a_place_where_the_axon_lives_is_refused(place_mm):
    message = (
        f"place_mm must be between 700 and 1,000\N{NO-BREAK SPACE}mm; got {place_mm!r}. "
        "Only there is the axon missing: above it never died."
    )
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        regrow(300, 1.5).reach_days(place_mm)
