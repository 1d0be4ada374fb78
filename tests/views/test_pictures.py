"""Every picture, at every width and theme, with and without a guess: no text on text, cut off or tiny."""

import random
import re
from itertools import combinations

import pytest

from b12explain.explore import NAMES, story
from b12explain.models.ladder import climb, doses
from b12explain.views import style
from b12explain.views.ladder import LadderView
from b12explain.views.ladder.rungs import HIGHEST_UG, LOWEST_UG
from b12explain.views.sheet import Sheet
from tests.views.lint import faults, labels

STORIES = pytest.mark.parametrize("name", NAMES)
WIDTHS = (320, 360, 480, 600, 760)
EVERY = pytest.mark.parametrize("width", WIDTHS)


def guesses(it):
    """None, the ends, the answer, and far beyond it."""
    prediction = it.prediction
    answer = prediction.answer(it.model(**it.at_rest))
    return (None, prediction.low, answer, min(prediction.high, 8 * answer), prediction.high)


@STORIES
@EVERY
@pytest.mark.parametrize("theme", list(style.THEMES))
def test_presets_have_no_fault(name, width, theme):
    it = story(name)
    view = it.view(width, theme)
    found = {}
    for preset in it.presets:
        for guess in guesses(it):
            sheet = view.update(it.model(**it.state(preset=preset)), guess)
            if wrong := faults(sheet):
                found[preset, guess] = wrong
            assert sheet.width == width
            assert labels(sheet), "there is text"
    assert not found


@STORIES
@EVERY
def test_no_control_leads_to_a_fault(name, width):
    """Every control through all its values, with and without a guess."""
    it = story(name)
    view, found = it.view(width, "light"), {}
    for state in it.sweep():
        for guess in guesses(it)[:: 2 if width in (360, 760) else 4]:
            wrong = faults(view.update(it.model(**state), guess))
            found |= {(it.name_of(state), guess): wrong} if wrong else {}
    assert not found


@STORIES
@EVERY
def test_before_the_reveal_there_is_no_fault_either(name, width):
    it = story(name)
    view = it.view(width, "dark")
    for preset in it.presets:
        sheet = view.update(it.model(**it.state(preset=preset)))
        assert not faults(sheet, revealed=False)
        assert len(labels(sheet, revealed=False)) < len(labels(sheet))


@STORIES
@EVERY
def test_sheets_of_a_story_are_of_one_height(name, width):
    """So that the page does not jump."""
    it = story(name)
    view = it.view(width, "light")
    assert len({view.update(it.model(**it.state(preset=preset))).height for preset in it.presets}) == 1


@EVERY
@pytest.mark.parametrize("scale", ["log", "linear"])
def test_any_two_doses_can_be_compared(width, scale):
    """A seeded sample of all pairs, and those with the longest names."""
    longest = sorted(doses(), key=lambda one: style.text_width(doses()[one].phrase, 13))[-12:]
    pairs = [*combinations(longest, 2), *random.Random(1).sample([*combinations(doses(), 2)], 120)]
    view, widest = LadderView(width, "light"), "intakes.us_dv_adults_and_children_from_4"
    for first, second in pairs:
        sheet = view.update(climb(widest, first, second, scale, "ug", {}))
        assert not faults(sheet), (first, second)


def test_every_dose_has_its_place_on_the_ladder():
    amounts = [dose.amount_ug for dose in doses().values()]
    assert LOWEST_UG < min(amounts) < max(amounts) < HIGHEST_UG


@STORIES
@EVERY
def test_a_picture_depends_on_its_state_alone(name, width):
    """Not on the states before it: what is said, and where, is the same from a view that is new."""
    it = story(name)
    used = it.view(width, "light")
    states = [*it.sweep()]
    for state in random.Random(2).sample(states, min(60, len(states))):
        used.update(it.model(**state), 10.0)
    for preset in it.presets:
        result = it.model(**it.state(preset=preset))
        words = [
            sorted(
                (label.text, round(label.left, 3), round(label.y, 3), label.colour) for label in labels(sheet)
            )
            for sheet in (used.update(result), it.view(width, "light").update(result))
        ]
        assert words[0] == words[1]


# -- the lint itself ---
@pytest.fixture
def sheet():
    return Sheet(300, 200)


def test_lint_sees_text_on_text(sheet):
    sheet.text(sheet.fixed, 50, 50, "first")
    sheet.text(sheet.over, 60, 54, "second")
    assert faults(sheet) == ["'first' is on 'second'"]


def test_lint_lets_lines_of_text_be(sheet):
    for row in range(3):
        sheet.text(sheet.fixed, 50, 50 + 17 * row, "three lines, gaps py")
    assert not faults(sheet)


@pytest.mark.parametrize(
    ("x", "y", "edge"), [(-5, 50, "left"), (290, 50, "right"), (50, 4, "top"), (50, 199.5, "bottom")]
)
def test_lint_sees_what_is_cut_off(sheet, x, y, edge):
    sheet.text(sheet.moving, x, y, "words")
    (fault,) = faults(sheet)
    assert re.fullmatch(rf"'words' is \d+ px too near the {edge}", fault)


def test_lint_sees_tiny_type_and_overlooks_what_is_hidden(sheet):
    label = sheet.text(sheet.moving, 50, 50, "words", size=11.5)
    assert faults(sheet) == ["'words' is 11.5 px"]
    assert not faults(sheet, revealed=False)
    label.set_visible(False)
    assert not faults(sheet)
