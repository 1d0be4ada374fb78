"""The picture of where numbness begins."""

import pytest

from b12explain.models.nerve_map import MOST_CM, map_numbness
from b12explain.views.nerve_map import NerveMapView
from b12explain.views.nerve_map.words import reach
from tests.views.lint import faults, labels


@pytest.mark.parametrize("width", [280, 320, 360, 480, 599, 600, 680, 760])
@pytest.mark.parametrize("together", [False, True])
def test_no_state_has_a_fault(width, together):
    view = NerveMapView(width, "light")
    wrong = {}
    for cm in range(MOST_CM + 1):
        for guess in (None, 0.0, 20.0, 100.0):
            if found := faults(view.update(map_numbness(cm, together), guess)):
                wrong[cm, guess] = found
    assert not wrong


@pytest.mark.parametrize("width", [360, 760])
def test_no_number_is_drawn_but_the_guess(width):
    """An illustration has words at its ends; years of sources and the vitamin's name do not count."""
    sheet = NerveMapView(width, "light").update(map_numbness(36))
    moving = [one.text for one in labels(sheet) if one in sheet.moving or one in sheet.frame]
    assert not [text for text in moving if any(letter.isdigit() for letter in text)]
    assert "You: hands join at 12\u00a0cm" in " ".join(
        one.text for one in labels(NerveMapView(760, "light").update(map_numbness(36), 12.0))
    )


def shaded(view):
    return [numb.get_visible() for _shape, _route, numb, _lost, _alive in view._limbs]


def test_feet_are_shaded_before_hands_unless_together():
    view = NerveMapView(760, "light")
    for result, legs, arms in (
        (map_numbness(0), False, False),
        (map_numbness(10), True, False),
        (map_numbness(30), True, True),
        (map_numbness(10, together=True), True, True),
    ):
        view.update(result)
        assert shaded(view) == [legs, legs, arms, arms], result


@pytest.mark.parametrize(
    ("cm", "legs", "arms"),
    [(2, "toes", ""), (10, "feet", ""), (20, "feet and ankles", "fingertips"), (36, "legs past mid-shin", "hands"),
     (60, "legs past the knee", "arms past the wrist")],
)  # fmt: skip
def test_reach_in_words(cm, legs, arms):
    result = map_numbness(cm)
    assert reach("leg", result) == legs
    assert (reach("arm", result) if result.arm_share else "") == arms
