"""Cards beyond the plain case: run again, linked, with a film, and with a model that fails."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.card import cards_on
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
doses_ug = (1.0, 10.0, 100.0, 1_000.0)
class Growing(story.view):
    def update(self, result, guess=None, moment=None):
        return super().update(story.model(**story.state({"dose_ug": moment})), guess)
film = explore.Explorable(replace(story, view=Growing, film=Film("Dose on show", doses_ug, "µg")), predict=False)
film
"""
FAILING = """
from dataclasses import replace
from b12explain import explore
story = explore.story("absorption")
def fail_at_500(**state):
    if state["dose_ug"] == 500:
        raise ZeroDivisionError("nothing to divide by")
    return story.model(**state)
explore.Explorable(replace(story, model=fail_at_500), predict=False)
"""
FAILING_AT_ONCE = """
def fail(**state):
    raise ZeroDivisionError("nothing to divide by")
explore.Explorable(replace(story, model=fail), predict=False)
"""


def test_a_cell_run_again_leaves_a_working_card(open_cells):
    page = open_cells("from b12explain import explore\nexplore.absorption()")
    cards_on(page)[0].skip()
    for _ in range(2):
        lab.run_all(page)
    (card,) = cards_on(page)
    expect(card.guess_box).to_be_visible()
    before = card.skip().seen()
    with card.answering():
        card.button("no intrinsic factor").click()
    assert card.seen()[0] != before[0]
    assert card.seen()[1] != before[1]


def test_linked_cards_follow_each_other(open_cells):
    page = open_cells(LINKED, "one", "other")
    one, other = cards_on(page)
    for mover, preset in ((one, "no intrinsic factor"), (other, "an injection"), (one, "a meal, 3 µg")):
        mover.button(preset).click()
        changes = mover.story.presets[preset]
        one.rest_at(**changes)
        other.rest_at(**changes)
        assert one.seen() == other.seen()


def test_a_film_is_scrubbed_without_a_word_to_the_kernel(open_cells):
    page = open_cells(FILM)
    (card,) = cards_on(page)
    card.rest()
    bar = card.root.get_by_role("slider", name="Dose on show", exact=True)
    with card.answering():
        bar.focus()  # the hand comes near: all frames are sent
    sent: list = []
    page.evaluate(
        "() => { window.sent = 0; const send = WebSocket.prototype.send; "
        "WebSocket.prototype.send = function (...data) { window.sent += 1; return send.apply(this, data); }; }"
    )
    for _ in range(3):
        sent.append(card.picture())
        page.keyboard.press("ArrowRight")
    sent.append(card.picture())
    assert len(set(sent)) == 4
    assert page.evaluate("window.sent") == 0
    assert bar.get_attribute("aria-valuetext").replace("\u00a0", " ") == "1,000 µg"


def test_a_film_plays_only_when_asked_and_to_its_end(open_cells):
    page = open_cells(FILM)
    (card,) = cards_on(page)
    card.rest()
    bar = card.root.get_by_role("slider", name="Dose on show", exact=True)
    expect(bar).to_have_value("0")
    card.button("Play").click()
    expect(bar).to_have_value("3")
    expect(card.button("Play")).to_be_visible()


def type_dose(card, dose: str) -> None:
    box = card.root.get_by_role("textbox", name="Dose", exact=True)
    box.fill(dose)
    box.press("Enter")


def test_a_model_that_fails_says_so_in_one_sentence(open_cells):
    page = open_cells(FAILING)
    (card,) = cards_on(page)
    card.rest()
    before = card.seen()
    type_dose(card, "500")
    trouble = card.root.get_by_role("alert").filter(has_text="could not be worked out")
    expect(trouble).to_contain_text("dose_ug=500")
    expect_no_traceback(page)
    assert card.seen() == before
    with card.answering():
        type_dose(card, "400")
    expect(trouble).to_be_hidden()
    assert card.sentence().startswith("400 µg")


def test_a_model_that_fails_from_the_start_does_the_same(open_cells):
    page = open_cells(FAILING, FAILING_AT_ONCE)
    card = cards_on(page)[1]
    expect(card.root.get_by_role("alert").filter(has_text="could not be worked out")).to_be_visible()
    expect_no_traceback(page)


def expect_no_traceback(page: Page) -> None:
    expect(page.locator(".jp-Notebook")).not_to_contain_text("Traceback")
    expect(
        page.locator(".jp-OutputArea-output", has_text="ZeroDivisionError").filter(
            has_not_text="could not be worked out"
        )
    ).to_have_count(0)
