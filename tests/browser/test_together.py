"""Cards beyond the plain case: run again, linked, with a film, and with a model that fails."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.card import Card, cards_on, plain
from tools import lab

pytestmark = pytest.mark.browser

LINKED = """
import ipywidgets
from b12explain import explore
one, other = explore.absorption(predict=False), explore.absorption(predict=False)
ipywidgets.link((one, "state"), (other, "state"))
"""
FILM = """
from dataclasses import replace
from b12explain import explore
from b12explain.explore.story import Film
story = explore.story("absorption")
def growing(result, room):
    return story.picture(story.model(**story.state({"dose_ug": round(room.moment)})), room)
doses = Film("Dose on show", (1.0, 2.0, 3.0, 4.0), "µg", between=2)
film = explore.Explorable(replace(story, picture=growing, film=doses), predict=False)
"""
FAILING = """
def fail_at_500(**state):
    if state["dose_ug"] == 500:
        raise ZeroDivisionError("nothing to divide by")
    return story.model(**state)
failing = explore.Explorable(replace(story, model=fail_at_500), predict=False)
"""
FAILING_AT_ONCE = """
def fail(**state):
    raise ZeroDivisionError("nothing to divide by")
failing_at_once = explore.Explorable(replace(story, model=fail), predict=False)
"""
#: Counts what goes over any websocket of the page from here on.
COUNT_SENT = """() => {
    window.sent = 0;
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (...data) { window.sent += 1; return send.apply(this, data); };
}"""


@pytest.fixture(scope="module")
def cards(open_cells) -> dict[str, Card]:
    """One notebook with all of them, by their names in Python."""
    made = LINKED + FILM + FAILING + FAILING_AT_ONCE + "plain = explore.absorption()"
    names = ("plain", "one", "other", "film", "failing", "failing_at_once", "film_again")
    page = open_cells(made, *names[:-1], "film")
    return dict(zip(names, cards_on(page), strict=True))


def test_ids_and_radio_groups_are_each_cards_own(cards):
    page = cards["one"].page
    ids = page.evaluate("[...document.querySelectorAll('.b12-card [id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))
    radios = "(card) => [...card.querySelectorAll('input[type=radio]')].map((one) => one.name)"
    one, other = (set(cards[name].root.evaluate(radios)) for name in ("one", "other"))
    assert one
    assert not one & other


def test_linked_cards_follow_each_other(cards):
    one, other = cards["one"], cards["other"]
    for mover, preset in ((one, "no intrinsic factor"), (other, "an injection"), (one, "a meal, 3 µg")):
        mover.button(preset).click()
        changes = mover.story.presets[preset]
        one.rest_at(**changes)
        other.rest_at(**changes)
        assert one.seen() == other.seen()


def bar_of(card: Card):
    return card.root.get_by_role("slider", name="Dose on show", exact=True)


def test_a_film_is_scrubbed_without_a_word_to_the_kernel_and_agrees_in_both_views(cards):
    card, again, page = cards["film"], cards["film_again"], cards["film"].page
    for one in (card, again):  # all pictures come when the hand comes near
        one.rest()
        with one.answering():
            bar_of(one).focus()
    bar = bar_of(card)
    bar.focus()
    lab.wait_idle(page)
    page.wait_for_timeout(500)  # whatever else is under way has been said
    page.evaluate(COUNT_SENT)
    seen = [card.picture()]
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        seen.append(card.picture())
        assert again.picture() == seen[-1]
        assert bar_of(again).input_value() == bar.input_value()
    assert len(set(seen)) == 4
    assert page.evaluate("window.sent") == 0
    assert plain(bar.get_attribute("aria-valuetext")) == "4 µg"


def test_a_film_plays_only_when_asked_and_to_its_end_through_all_its_pictures(cards):
    card = cards["film"]
    bar = bar_of(card)
    bar.press("Home")
    card.page.wait_for_timeout(300)
    expect(bar).to_have_value("0")
    first = card.picture()
    values = "(bar) => { window.bars = new Set(); const note = () => { window.bars.add(bar.value);" \
        " requestAnimationFrame(note); }; note(); }"  # fmt: skip
    bar.evaluate(values)
    card.button("Play").click()
    expect(bar).to_have_value("3")
    expect(card.button("Play")).to_be_visible()
    assert card.picture() != first
    assert {"0", "0.5", "1", "1.5", "2", "2.5", "3"} <= set(card.page.evaluate("[...window.bars]"))


def test_a_film_is_asked_for_anew_after_a_move(cards):
    card = cards["film"]
    before = card.picture()
    with card.answering():
        card.button("no intrinsic factor").click()
    with card.answering():
        bar_of(card).press("Home")
    assert card.picture() != before


def type_dose(card, dose: str) -> None:
    box = card.root.get_by_role("textbox", name="Dose", exact=True)
    box.fill(dose)
    box.press("Enter")


def test_a_model_that_fails_says_so_in_one_sentence(cards):
    card = cards["failing"]
    card.rest()
    before = card.seen()
    type_dose(card, "500")
    trouble = card.root.get_by_role("alert").filter(has_text="could not be worked out")
    expect(trouble).to_contain_text("dose_ug=500")
    expect_no_traceback(card.page)
    assert card.seen() == before
    with card.answering():
        type_dose(card, "400")
    expect(trouble).to_be_hidden()
    assert card.sentence().startswith("400 µg")


def test_a_model_that_fails_from_the_start_does_the_same(cards):
    card = cards["failing_at_once"]
    expect(card.root.get_by_role("alert").filter(has_text="could not be worked out")).to_be_visible()
    expect_no_traceback(card.page)


def test_a_cell_run_again_leaves_a_working_card(cards):
    page = cards["plain"].page
    cards["plain"].skip()
    for _ in range(2):
        lab.run_all(page)
    card = cards_on(page)[0]
    expect(card.guess_box).to_be_visible()
    before = card.skip().seen()
    with card.answering():
        card.button("no intrinsic factor").click()
    picture, sentence = card.seen()
    assert picture != before[0]
    assert sentence != before[1]


def expect_no_traceback(page: Page) -> None:
    expect(page.locator(".jp-Notebook")).not_to_contain_text("Traceback")
    expect(page.locator("[data-mime-type='application/vnd.jupyter.error']")).to_have_count(0)
