"""Where numbness begins: longer first, or hands and feet together."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12explain.models.nerve_map import MOST_CM, map_numbness
from b12explain.quantities import quantity

LOST = st.floats(0, MOST_CM)


def test_hands_join_at_the_difference_of_the_paths():
    leg, arm = quantity("nerve.leg_path").value, quantity("nerve.arm_path").value
    assert map_numbness(0).hands_join_cm == pytest.approx((leg - arm) / 10)


def test_hands_join_below_the_middle_of_the_shin_where_clinicians_see_it():
    """Makindo says mid-shin, half way from knee to sole; length alone lets the hands join a little sooner."""
    it = map_numbness(0)
    assert it.mid_shin_cm == pytest.approx(quantity("nerve.lower_leg_length").value / 10 / 2) == 26.4
    assert it.lower_leg_cm == pytest.approx(52.8)
    assert it.forearm_and_hand_cm == pytest.approx(45.6)
    assert 10 < it.hands_join_cm < it.mid_shin_cm


@pytest.mark.parametrize(("died_back_cm", "leg_cm", "arm_cm"), [(10, 10, 0), (19.7, 19.7, 0), (36, 36, 16.3)])
def test_an_arm_loses_what_its_fibre_is_longer_than_what_is_left_of_the_leg_s(died_back_cm, leg_cm, arm_cm):
    it = map_numbness(died_back_cm)
    assert (it.leg_lost_cm, it.arm_lost_cm) == (leg_cm, pytest.approx(arm_cm, abs=1e-9))
    assert (it.leg_share, it.arm_share) == pytest.approx((leg_cm / 100, arm_cm / 80.3), abs=1e-9)


@given(LOST, LOST)
def test_what_is_lost_only_grows(one, other):
    less, more = (map_numbness(cm) for cm in sorted((one, other)))
    assert 0 <= less.leg_share <= more.leg_share < 1
    assert 0 <= less.arm_share <= more.arm_share < 1


@given(LOST)
def test_what_is_left_is_level_once_the_hands_have_joined(cm):
    it = map_numbness(cm)
    left_leg, left_arm = it.leg_path_cm * (1 - it.leg_share), it.arm_path_cm * (1 - it.arm_share)
    if it.arm_share > 0:
        assert left_leg == pytest.approx(left_arm)
    else:
        assert left_leg >= left_arm - 1e-9


@given(LOST)
def test_together_hands_lose_what_feet_lose(cm):
    it = map_numbness(cm, together=True)
    assert it.arm_share * it.arm_path_cm == pytest.approx(it.leg_share * it.leg_path_cm)
    assert it.arm_share >= map_numbness(cm).arm_share


@pytest.mark.parametrize("cm", [-1, 61, float("nan"), float("inf"), "10", None, True])
def test_out_of_range_is_refused(cm):
    message = f"died_back_cm must be between 0 and 60\N{NO-BREAK SPACE}cm; got {cm!r}. Count from the toes."
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        map_numbness(cm)


@pytest.mark.parametrize("together", ["no", None, 1])
def test_together_is_true_or_false(together):
    message = f"together must be True or False, without quotes; got {together!r}."
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        map_numbness(10, together)
