"""A card on a page without Jupyter: a story's answers, read from a file, shown by the same script."""

import json

import pytest

from b12explain.explore import page, story
from b12explain.explore.answers import answer
from b12explain.scene import style
from tests.browser.card import Card
from tests.browser.conftest import WIDE

pytestmark = pytest.mark.browser

ADDRESS = "http://page.test/"
PRESETS = ("one tablet", "no intrinsic factor", "an injection")
#: Answers with what the file holds for the state that it is asked for, always whole.
HTML = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A card</title><style>STYLE</style>
<main style="max-width: 800px; margin: auto"></main>
<script>SCRIPT</script>
<script type="module">
const file = await (await fetch("answers.json")).json();
window.asked = [];
let hear, state = file.story.opening.state, revealed = false;
card(document.querySelector("main"), file.story, {
  onAnswer: (one) => { hear = one; },
  ask(request) {
    window.asked.push(request);
    if (request.kind !== "ask") return;
    if (request.state) ({ state, revealed } = request);
    const found = file.answers.find((one) => one.revealed === revealed && one.width === request.width
      && Object.keys(state).every((name) => one.state[name] === state[name]));
    setTimeout(() => hear({ kind: "answer", n: request.n, view: request.view, base: null, ...found }));
  },
});
</script>"""


def answers(it):
    """What the file holds: the story, and whole answers to some of its states."""
    states = [it.state(preset=preset) for preset in PRESETS]
    told = [answer(it, state, 760, revealed=shown).told() for state in states for shown in (False, True)]
    return {"story": page.card(it, it.at_rest, False), "answers": told}


@pytest.fixture
def card(open_page, tmp_path):
    it = story("absorption")
    html = HTML.replace("STYLE", page.style_sheet()).replace("SCRIPT", page.card_script())
    (tmp_path / "index.html").write_text(html, "utf-8")
    (tmp_path / "answers.json").write_text(json.dumps(answers(it)), "utf-8")
    opened = open_page(WIDE)
    opened.page.route(
        f"{ADDRESS}**", lambda route: route.fulfill(path=tmp_path / route.request.url[len(ADDRESS) :])
    )
    opened.page.goto(f"{ADDRESS}index.html")
    yield Card(opened.page.locator(".b12-card"), it)
    opened.check()
    opened.page.close()


def test_answers_from_a_file_are_shown_by_the_same_card(card):
    card.rest()
    assert card.picture_names() == {"badge"}, "before the guess only the frame"
    card.skip()
    for preset in PRESETS[1:]:
        with card.answering():
            card.button(preset).click()
        state = card.story.state(preset=preset)
        scene = answers_scene(card, state)
        assert card.sentence() == card.said(state)
        assert card.texts() == scene
    assert card.page.evaluate("getComputedStyle(document.querySelector('.b12-card')).backgroundColor") == rgb(
        style.LIGHT.paper
    )


def answers_scene(card, state):
    told = answer(card.story, state, 760).told()
    return [mark["t"] for mark in told["marks"] if mark["k"] == "t"]


def rgb(colour):
    return "rgb({}, {}, {})".format(*(int(colour[i : i + 2], 16) for i in (1, 3, 5)))
