"""A card with a film, on a page without Jupyter: the picture is never of another state than the words are."""

import json
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from b12explain.explore import page, story
from b12explain.explore.answers import answer, film
from b12explain.explore.story import Film
from b12explain.scene.layout import Scene
from b12explain.scene.marks import Text
from tests.browser.card import Card
from tests.browser.conftest import WIDE

pytestmark = pytest.mark.browser

HTML = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A card</title><style>STYLE</style>
<main style="max-width: 800px; margin: auto"></main>
<script>SCRIPT</script>
<script>
window.asked = [];
window.stop = card(document.querySelector("main"), STORY, {
  onAnswer: (hear) => { window.hearAnswer = hear; },
  ask: (request) => { window.asked.push(request); },
});
</script>"""


def dose_and_moment(result, room):
    """A picture that says what it is of."""
    words = Text(20, 40, f"{result.dose_ug:g} at {room.moment:g}", name="words")
    return Scene(room.width, 100, (), (words,), description="A dose and a moment.")


FILMED = replace(story("absorption"), picture=dose_and_moment, film=Film("Moment", (0.0, 1.0, 2.0), "s"))


@pytest.fixture
def card(open_page):
    """The card, its first answer given and its answer shown; the test gives all others."""
    told = json.dumps(page.card(FILMED, FILMED.at_rest, True)).replace("<", "\\u003c")
    html = HTML.replace("STYLE", page.style_sheet()).replace("SCRIPT", page.card_script())
    opened = open_page(WIDE)
    opened.page.set_content(html.replace("STORY", told))
    card = Card(opened.page.locator(".b12-card"), FILMED)
    opened.page.wait_for_function("window.asked.length === 1")
    give(card, 0)
    yield card
    opened.check()
    opened.page.close()


def asked(card):
    return card.page.evaluate("window.asked")


def give(card, place, **changes):
    """Answer a request, by its place among all, as a kernel would whose state is ``changes``."""
    request = asked(card)[place]
    state = request["state"] or FILMED.state(changes)
    new = answer(FILMED, state, request["width"], moment=request["moment"])
    told = {"kind": "answer", "n": request["n"], "view": request["view"], "base": None, **new.told()}
    if request.get("film"):
        told["film"] = film(FILMED, new, request["width"])
    card.page.evaluate("(told) => hearAnswer(told)", told)


def refuse(card, place):
    request = asked(card)[place]
    now = {"state": FILMED.at_rest, "guess": None, "revealed": True}
    trouble = {
        "kind": "answer",
        "n": request["n"],
        "view": request["view"],
        "trouble": "No film today.",
        **now,
    }
    card.page.evaluate("(trouble) => hearAnswer(trouble)", trouble)


def bar(card):
    return card.root.get_by_role("slider", name="Moment", exact=True)


def filmed(card):
    """The film is asked for, and comes; then its second moment is on show."""
    bar(card).focus()
    assert asked(card)[1]["film"] is True
    give(card, 1)
    bar(card).press("ArrowRight")
    assert len(asked(card)) == 2, "a film is scrubbed without a word to anyone"
    assert "1000 at 1" in card.texts()


def test_a_move_elsewhere_ends_the_film_of_the_state_before(card):
    filmed(card)
    card.page.evaluate("hearAnswer({ kind: 'moved' })")
    give(card, 2, dose_ug=500.0)
    assert card.state() == "dose_ug=500.0"
    assert "500 at 1" in card.texts()
    bar(card).press("ArrowRight")
    assert asked(card)[3]["film"] is True, "that of the new state is asked for"
    give(card, 3, dose_ug=500.0)
    assert "500 at 2" in card.texts()


def test_an_answer_of_the_same_state_keeps_the_film(card):
    filmed(card)
    card.page.evaluate("hearAnswer({ kind: 'moved' })")
    give(card, 2)
    bar(card).press("ArrowRight")
    assert "1000 at 2" in card.texts()
    assert len(asked(card)) == 3


def test_a_film_that_a_move_overtook_is_let_go_by(card):
    bar(card).focus()
    dose = card.story.controls[1]
    card.control(dose).press("ArrowLeft")
    give(card, 1)
    step = asked(card)[2]["state"]["dose_ug"]
    bar(card).press("ArrowRight")
    assert [one.get("film", False) for one in asked(card)] == [False, True, False, True], (
        "it was of the state before"
    )
    give(card, 2)
    assert f"{step:g} at 0" in card.texts()
    give(card, 3, dose_ug=step)
    assert f"{step:g} at 1" in card.texts()


def test_a_film_that_plays_goes_on_with_that_of_the_state_moved_to(card):
    filmed(card)
    card.button("Play").click()
    card.page.evaluate("hearAnswer({ kind: 'moved' })")
    give(card, 2, dose_ug=500.0)
    assert asked(card)[3]["film"] is True
    give(card, 3, dose_ug=500.0)
    expect(card.svg.get_by_text("500 at 2")).to_be_visible()
    expect(card.button("Play")).to_be_visible()


def test_play_ends_where_there_is_no_film_and_may_be_tried_again(card):
    card.button("Play").click()
    expect(card.button("Stop")).to_be_visible()
    refuse(card, 1)
    expect(card.button("Play")).to_be_visible()
    expect(card.root.get_by_role("alert").filter(has_text="No film today.")).to_be_visible()
    card.button("Play").click()
    assert asked(card)[2]["film"] is True
    give(card, 2)
    expect(card.svg.get_by_text("1000 at 2")).to_be_visible()
