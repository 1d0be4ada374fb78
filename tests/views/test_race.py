"""The picture of the race: its title answers the question that was asked, and it parts stripped from unmyelinated."""

import pytest

from b12explain.explore import story
from b12explain.views.race import RaceView
from b12explain.views.race.words import layers_words, seconds, sooner
from tests.views.lint import faults, labels

STORY = story("myelin_race")


def words(sheet):
    return " ".join(label.text for label in labels(sheet)).replace("\u00a0", " ")


@pytest.mark.parametrize("width", [300, 360, 760])
def test_the_title_compares_what_was_guessed_at(width):
    result = STORY.model(**STORY.at_rest)
    sheet = RaceView(width, "light").update(result)
    times = f"{float(STORY.prediction.say(STORY.prediction.answer(result)).removeprefix('×')):g} times sooner"
    thin, mine = (seconds(result.metre_ms(one)) for one in (result.thin_m_per_s, result.velocity_m_per_s))
    said = words(sheet)
    title = said[: said.index(times) + len(times)]
    assert all(one.replace("\u00a0", " ") in title for one in (thin, mine))
    assert not faults(sheet)


def test_a_stripped_fibre_is_not_one_that_never_had_myelin():
    said = words(RaceView(760, "light").update(STORY.model(**STORY.state(preset="stripped"))))
    assert "10 µm, myelin stripped" in said
    assert "10 µm, never had myelin" in said


def test_sooner_and_later():
    assert (sooner(87.3), sooner(0.5)) == ("87 times sooner", "2 times later")


@pytest.mark.parametrize(("layers", "words"), [(0.3, "no layers"), (1.2, "1 layer"), (120, "120 layers")])
def test_layers_are_counted_in_words(layers, words):
    assert layers_words(layers) == words


def test_a_seal_that_is_not_the_usual_one_is_named_as_the_cause():
    it = story("myelin_race")
    assert "gap of" not in it.sentence(it.model(**it.at_rest))
    assert "a gap of 20\u00a0nm at the nodes’ edges" in it.sentence(it.model(**it.state({"gap_nm": 20.0})))
