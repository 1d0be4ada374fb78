"""Before the answer: the card asks for a guess, hides the answer, and shows the gap once it is given."""

import pytest
from playwright.sync_api import expect

from b12explain.explore.controls import Slider
from b12explain.scene.layout import Room
from b12explain.scene.marks import Text
from tests.browser.card import Card, plain
from tests.browser.conftest import SAMPLE
from tools import lab

pytestmark = [pytest.mark.browser, SAMPLE]


def hidden_parts(card: Card):
    details = card.root.locator("details")
    return [card.controls, card.root.locator(".b12-presets"), card.words, details.first, card.button("Reset")]


def expect_asking(card: Card) -> None:
    expect(card.guess_box).to_be_visible()
    expect(card.root.get_by_text("open once you have guessed or skipped")).to_be_visible()
    for part in hidden_parts(card):
        expect(part).to_be_hidden()


def expect_answer(card: Card) -> None:
    for part in hidden_parts(card):
        expect(part).to_be_visible()
    expect(card.guess_box).to_have_count(0)
    assert card.sentence().startswith(plain(card.story.tell(card.story.model(**card.story.at_rest))))
    expect(card.status).to_have_text(card.sentence())


def test_asks_before_it_answers(card):
    card.rest()
    expect_asking(card)
    expect(card.root).to_contain_text(card.story.prediction.prompt)
    answer = card.story.tell(card.story.model(**card.story.at_rest))
    assert plain(answer) not in plain(card.root.text_content())


def test_before_the_guess_the_picture_is_an_empty_frame(card, page):
    card.rest()
    control = next(one for one in card.story.controls if isinstance(one, Slider))
    for value in (control.start, control.steps[0]):  # whatever the state, there is no answer to see
        lab.execute(page, f"card.set({control.name}={value})")
        card.rest_at(**{control.name: value})
        it = card.story
        scene = it.scene(it.model(**it.state({control.name: value})), Room(card.width()))
        assert card.texts() == [mark.text for mark in scene.frame if isinstance(mark, Text)]
        assert card.picture_names().isdisjoint({"title", "subtitle"})
    lab.execute(page, "card.state = card.story.at_rest")
    empty = card.picture()
    assert card.skip().picture() != empty


@pytest.mark.parametrize("way", ["Enter", "Show me"])
def test_a_guess_reveals_and_shows_the_gap(card, page, way):
    card.rest()
    card.guess_box.fill("20")
    with card.answering():
        card.guess_box.press("Enter") if way == "Enter" else card.button("Show me").click()
    expect_answer(card)
    gap = card.root.locator(".b12-gap")
    expect(gap).to_contain_text(f"You guessed {card.story.prediction.say(20)}")
    expect(gap).to_be_focused()  # so that a screen reader goes on from here
    assert lab.execute(page, "", "[card.guess, card.revealed]") == [20, True]


@pytest.mark.parametrize("way", ["Escape", "Skip (Esc)"])
def test_skipping_reveals_without_a_gap(card, page, way):
    card.rest()
    with card.answering():
        card.guess_box.press("Escape") if way == "Escape" else card.button(way).click()
    expect_answer(card)
    expect(card.root.locator(".b12-gap")).to_be_hidden()
    assert lab.execute(page, "", "[card.guess, card.revealed]") == [None, True]
    keeps_its_place = "(card) => card.contains(document.activeElement)"
    assert card.root.evaluate(keeps_its_place)


def test_guess_again_hides_the_answer_again(card):
    card.rest()
    card.guess_box.fill("20")
    with card.answering():
        card.guess_box.press("Enter")
    with card.answering():
        card.button("Guess again").click()
    expect_asking(card)
    expect(card.guess_box).to_be_focused()
    expect(card.guess_box).to_have_value("")


def test_the_guess_is_drawn_beside_the_answer(card):
    skipped = card.skip().picture()
    lab.execute(card.page, "card.revealed = False")
    card.rest()
    card.guess_box.fill("20")
    with card.answering():
        card.guess_box.press("Enter")
    assert card.picture() != skipped


@pytest.mark.parametrize("typed", ["-3", "abc", "1e9"])
def test_a_bad_guess_says_what_it_takes_and_reveals_nothing(card, typed):
    card.rest()
    card.guess_box.fill(typed)
    card.guess_box.press("Enter")
    message = card.root.locator(".b12-guess .b12-message")
    expect(message).to_contain_text(card.story.prediction.say(card.story.prediction.high))
    expect(card.guess_box).to_have_attribute("aria-invalid", "true")
    expect_asking(card)
    with card.answering():  # and a good one is taken after that
        card.guess_box.fill(f"{card.story.prediction.high:,g}")
        card.button("Show me").click()
    expect_answer(card)
