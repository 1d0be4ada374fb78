"""Where numbness begins: longer first, or hands and feet together."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12explain.models.nerve_map import MOST_CM, map_numbness
from b12explain.models.regrowth import limbs
from b12explain.quantities import quantity

LOST = st.floats(0, MOST_CM)


def test_hands_join_at_the_difference_of_the_paths():
    leg, arm = quantity("nerve.leg_path").value, quantity("nerve.arm_path").value
    assert map_numbness(0).hands_join_cm == pytest.approx((leg - arm) / 10)


def test_hands_join_on_the_lower_leg_as_clinicians_find():
    """Makindo: about mid-shin. The drawing's path to the toes ends with the foot."""
    knee_cm = (limbs()["leg"].path_mm - limbs()["leg"].joint_mm) / 10
    assert 10 < map_numbness(0).hands_join_cm < knee_cm


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
