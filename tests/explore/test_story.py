"""What a story is made of: predictions and their gaps, films, and refusals."""

import re
from dataclasses import replace

import pytest

from b12explain.explore import NAMES, BadInput, story
from b12explain.explore.answers import answer
from b12explain.explore.story import HONESTY, Film, Prediction
from tests.plain import plain

STORIES = pytest.mark.parametrize("name", NAMES)
ASKED = Prediction(
    "How much?", 0.0, 1_000.0, answer=lambda result: result, say=lambda ug: f"{ug:g} µg", unit="µg"
)


@pytest.mark.parametrize(
    ("guess", "answer", "end"),
    [
        (13, 13, ": spot on."),
        (14, 13, ": spot on."),
        (500, 12.5, ": your guess is 40 times too high."),
        (26, 13, ": your guess is 2 times too high."),
        (2, 13, ": your guess is 6.5 times too low."),
        (1_000, 0.5, ": your guess is 2,000 times too high."),
        (0, 13, "."),
    ],
)
def test_the_gap_in_words(guess, answer, end):
    said = f"You guessed {guess:,} µg. The answer is about {answer:g} µg{end}"
    assert plain(ASKED.gap(guess, answer)) == said


@pytest.mark.parametrize(
    ("name", "guess", "words"),
    [
        ("absorption", 125, "125 µg"),
        ("absorption", 12.75, "12.75 µg"),
        ("dose_ladder", 1_234, "× 1,234"),
        ("myelin_race", 1_255, "× 1,255"),
        ("damage", 66.6, "66.6 %"),
        ("remyelination", 33.25, "33.25 %"),
        ("nerve_map", 22.5, "22.5 cm"),
        ("regrowth", 18.5, "18.5 months"),
        ("regrowth", 1, "1 month"),
    ],
)
def test_a_guess_comes_back_as_typed(name, guess, words):
    it = story(name)
    gap = it.prediction.gap(guess, it.model(**it.at_rest))
    assert plain(gap).startswith(f"You guessed {words}. The answer")


@pytest.mark.parametrize(
    ("guess", "answer", "end"),
    [
        (60, 40, ": your guess is 20 points too high."),
        (40, 60, ": your guess is 20 points too low."),
        (42, 40, ": spot on."),
        (0, 40, "."),
    ],
)
def test_shares_are_off_by_points_since_a_ratio_of_shares_says_little(guess, answer, end):
    asked = replace(ASKED, high=100.0, say=lambda share: f"{share:g} %", unit="%")
    assert plain(asked.gap(guess, answer)) == f"You guessed {guess} %. The answer is about {answer} %{end}"


@STORIES
def test_every_answer_is_within_what_may_be_guessed(name):
    it = story(name)
    prediction, result = it.prediction, it.model(**it.at_rest)
    assert prediction.low < prediction.answer(result) < prediction.high
    assert prediction.prompt.endswith("?")
    for guess in (prediction.low, prediction.answer(result), prediction.high):
        assert re.fullmatch(r"You guessed .+\. The answer is about .+\.", prediction.gap(guess, result))
    assert prediction.gap(prediction.answer(result), result).endswith(": spot on.")


@STORIES
def test_the_prompt_does_not_tell_the_answer(name):
    it = story(name)
    answer = it.prediction.say(it.prediction.answer(it.model(**it.at_rest)))
    for words in (it.question, it.lead, it.prediction.prompt):
        assert re.sub(r"[^\d.,]", "", answer) not in re.findall(r"[\d.,]+", words)


@STORIES
def test_a_story_has_its_words(name):
    it = story(name)
    assert it.question.endswith("?")
    assert it.lead.endswith(".")
    assert len(it.leaves_out) >= 3
    assert all(line.endswith(".") for line in it.leaves_out)
    assert it.minutes > 0


@STORIES
def test_names_of_controls_are_the_model_s(name):
    it = story(name)
    names = [control.name for control in it.controls]
    assert len(set(names)) == len(names)
    without = {key: value for key, value in it.at_rest.items() if key != names[0]}
    with pytest.raises(TypeError, match=names[0]):
        it.model(**without)


def test_a_preset_that_a_control_does_not_take_is_refused_at_once():
    it = story("absorption")
    with pytest.raises(BadInput, match=r"^route takes 'meal', 'tablet', 'injection'; got 'drip'$"):
        replace(it, presets={"drip": {"route": "drip"}})


@pytest.mark.parametrize("honesty", ["certain", lambda result: "certain"])
def test_an_unknown_level_of_honesty_is_refused_whether_fixed_or_of_the_state(honesty):
    it = replace(story("absorption"), honesty=honesty)
    result = it.model(**it.at_rest)
    message = f"absorption: honesty must be one of {', '.join(HONESTY)}; got 'certain'"
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        it.sentence(result)


def test_values_come_after_the_preset():
    it = story("absorption")
    state = it.state({"dose_ug": 500.0}, preset="no intrinsic factor")
    assert state == it.at_rest | {"intrinsic_factor": "none", "dose_ug": 500.0}
    assert it.name_of(state) == "dose_ug=500.0&intrinsic_factor=none"
    assert it.name_of(it.at_rest) == "at rest"


def test_a_film_names_its_moments():
    spec = Film("Time", (0.0, 0.5, 1.0), "ms").spec()
    assert (spec["label"], spec["steps"], spec["unit"]) == ("Time", [0.0, 0.5, 1.0], "ms")


def test_a_film_has_pictures_between_its_moments():
    film = Film("Time", (0.0, 0.5, 2.0), "ms", between=2)
    assert film.frames == (0.0, 0.25, 0.5, 1.25, 2.0)
    assert Film("Time", (0.0, 0.5, 2.0)).frames == (0.0, 0.5, 2.0)
    assert [film.takes(moment) for moment in (-0.1, 0, 1.3, 2, 2.1)] == [False, True, True, True, False]


@pytest.mark.parametrize("guess", [0, 1_000.0, 3, None])
def test_a_guess_in_range_is_a_number(guess):
    assert ASKED.check(guess) == guess


@pytest.mark.parametrize("guess", [-1, 1_001, float("nan"), True, "5", [5]])
def test_a_guess_out_of_range_is_refused(guess):
    with pytest.raises(BadInput, match=f"^guess takes 0 to 1000; got {re.escape(repr(guess))}$"):
        ASKED.check(guess)


@STORIES
def test_a_guess_stands_in_the_picture_of_what_was_asked_about_and_in_no_other(name):
    """A guess about a 1,000 µg tablet says nothing of one of 1 µg."""
    it = story(name)
    guess = (it.prediction.low + it.prediction.high) / 2
    for preset in it.presets:
        state = it.state(preset=preset)
        marks = answer(it, state, 760, guess=guess).marks
        drawn = [mark for mark in marks if mark.name == "your guess"]
        assert bool(drawn) == it.is_asked_about(state), preset
    elsewhere = [preset for preset in it.presets if not it.is_asked_about(it.state(preset=preset))]
    assert bool(elsewhere) == (name != "nerve_map"), "the body map asks about every state"
