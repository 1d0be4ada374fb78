"""Every notebook in JupyterLab: it runs, its cards are those that were baked into it, and it is photographed."""

import json

import pytest
from playwright.sync_api import expect

from b12explain.explore import NAMES
from tests.browser.card import cards_on, plain
from tests.browser.conftest import NOTEBOOKS, SCREENSHOTS, WIDE, paper, use_theme
from tools import lab

pytestmark = pytest.mark.browser


def baked(path) -> list[str]:
    """The text of each explorable that the notebook keeps for readers without a kernel."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    data = [output["data"] for cell in cells for output in cell.get("outputs", []) if "data" in output]
    return [plain("".join(one["text/plain"])) for one in data if "image/png" in one]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs_and_every_card_answers(open_page, address, notebook):
    opened = open_page()
    lab.open_notebook(opened.page, address, f"notebooks/{notebook.name}")
    lab.run_all(opened.page)
    opened.check()
    cards, texts = cards_on(opened.page), baked(notebook)
    assert len(cards) == len(texts)
    for card, text in zip(cards, texts, strict=True):
        card.root.scroll_into_view_if_needed()  # a card far out of sight waits until it is scrolled to
        card.rest()
        expect(card.guess_box).to_be_visible()
        expect(card.words).to_be_hidden()
        card.skip()
        assert text == f"{plain(card.story.question)} {card.sentence()}"
    opened.check()
    opened.page.close()


def test_the_notebooks_show_every_explorable():
    texts = [text for notebook in NOTEBOOKS for text in baked(notebook)]
    assert len(texts) >= len(NAMES)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_photographed(card, page, width, theme):
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.set_viewport_size({"width": width, "height": 2600})  # so that a card is in view as a whole
    use_theme(page, theme)
    card.root.evaluate("(card) => card.querySelectorAll('details').forEach((one) => { one.open = false; })")
    try:
        for state in ("asking", "answering"):
            if state == "answering":
                card.skip()
            expect(card.root).to_have_css("background-color", paper(theme))
            card.rest()
            path = SCREENSHOTS / f"{card.story.name}_{width}_{theme}_{state}.png"
            card.root.screenshot(path=path)
            assert path.stat().st_size > 10_000
    finally:
        use_theme(page, "light")
        page.set_viewport_size(WIDE)
