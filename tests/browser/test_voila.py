"""Every notebook as a page of Voila: it runs there too, and its cards answer."""

import pytest
from playwright.sync_api import expect

from tests.browser.card import cards_on
from tests.browser.conftest import NOTEBOOKS
from tests.browser.test_notebooks import baked
from tools import lab

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def voila(folder, tmp_path_factory):
    """A running Voila over a copy of the notebooks."""
    with lab.run_voila(folder, tmp_path_factory.mktemp("voila")) as (address, _process):
        yield address


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs_and_its_cards_answer(open_page, voila, notebook):
    opened = open_page()
    opened.page.goto(f"{voila}/voila/render/notebooks/{notebook.name}", timeout=60_000)
    pictures = opened.page.locator(".jp-RenderedMarkdown img")
    assert all(pictures.evaluate_all("(found) => found.map((one) => one.naturalWidth > 0)"))
    count = len(baked(notebook))
    expect(opened.page.locator(".b12-card")).to_have_count(count, timeout=60_000)
    for card in cards_on(opened.page):
        before = card.skip().seen()
        others = [
            name
            for name, changes in card.story.presets.items()
            if card.story.state(changes) != card.story.at_rest
        ]
        with card.answering():
            card.button(others[0]).click()
        assert card.picture() != before[0]
        card.button("Reset").focus()
        with card.answering():
            opened.page.keyboard.press("Enter")
        card.rest_at()
    opened.check()
    opened.page.close()
