"""One JupyterLab and one Chromium for all browser tests; a notebook for each explorable."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from b12explain import explore
from b12explain.scene import style
from tests.browser.card import Card, cards_on
from tools import lab
from tools.chromium import launch_arguments

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SCREENSHOTS = ROOT / "artefacts" / "screenshots"
#: Two stories that stand for all where a test is of the card itself: all kinds of controls, a film, a nerve.
SAMPLE = pytest.mark.parametrize("card", ["absorption", "regrowth"], indirect=True)
WIDE, NARROW = {"width": 1280, "height": 1000}, {"width": 400, "height": 860}


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """Chromium, with nothing to reach but this machine."""
    options = {"executable_path": chromium_path, "args": launch_arguments()}
    with sync_playwright() as playwright, playwright.chromium.launch(**options) as browser:
        yield browser


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The server's top folder: a copy of the notebooks, so that running them leaves the originals alone."""
    folder = tmp_path_factory.mktemp("lab") / "root"
    for name in ("notebooks", "assets"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """A running JupyterLab with the package's server extension and no settings of the user."""
    with lab.run_lab(folder, folder.parent / "home") as (address, _process):
        yield address


class Opened:
    """A page and what went wrong on it."""

    def __init__(self, page: Page):
        self.page, self.errors = page, []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.errors.append(error.stack or str(error)))

    def _heard(self, said) -> None:
        place = said.location["url"]
        outside = (
            place.startswith("http") and "//127.0.0.1" not in place
        )  # Voila's own page asks others for MathJax
        # A server lists its kernels while one of them is just going: its own race, and no fault of a card.
        listing = "status of 500" in said.text and "/api/kernels?" in place
        if said.type == "error" and not outside and not listing:
            self.errors.append(f"{said.text} {place}")

    def check(self) -> None:
        """Fail if the console, the page or an output shows an error."""
        assert self.errors == []
        for kind in ("error", "stderr"):
            output = self.page.locator(f"[data-mime-type='application/vnd.jupyter.{kind}']")
            assert output.all_text_contents() == []
        assert self.page.get_by_text("model not found").count() == 0
        assert self.page.get_by_text("Error displaying widget").count() == 0
        assert self.page.get_by_text("Loading widget").count() == 0


@pytest.fixture(scope="session")
def open_page(browser: Browser) -> Callable[..., Opened]:
    """Open an empty page."""

    def open_one(viewport: dict = WIDE, **context) -> Opened:
        page = browser.new_page(viewport=viewport, **context)
        page.set_default_timeout(15_000)
        return Opened(page)

    return open_one


@pytest.fixture(scope="session")
def open_cells(open_page, address: str, folder: Path) -> Iterator[Callable[..., Page]]:
    """Open a notebook made of these cells and run them; closed, and looked at for errors, at the end."""
    opened: list[Opened] = []

    def open_one(*cells: str, **context) -> Page:
        path = f"cells_{len(opened)}.ipynb"
        (folder / path).write_text(lab.notebook(cells), "utf-8")
        opened.append(open_page(**context))
        page = opened[-1].page
        lab.open_notebook(page, address, path)
        lab.run_all(page)
        return page

    yield open_one
    for one in opened:
        one.check()
        one.page.close()


@pytest.fixture(scope="session")
def page_of(open_cells) -> Callable[[str], Page]:
    """The notebook of an explorable, in Python ``card``: opened when first asked for, and kept."""

    @cache
    def open_story(name: str) -> Page:
        return open_cells(f"from b12explain import explore\ncard = explore.{name}()", "card")

    return open_story


@pytest.fixture(params=explore.NAMES)
def card(page_of, request) -> Card:
    """Each explorable in turn, at its start and asking for a guess."""
    page = page_of(request.param)
    lab.execute(page, "card.guess, card.revealed, card.state = None, False, card.story.at_rest")
    card = cards_on(page)[0]
    card.root.scroll_into_view_if_needed()
    expect(card.guess_box).to_be_visible()
    card.guess_box.fill("")
    return card


@pytest.fixture
def page(card: Card) -> Page:
    """The notebook of the card in turn."""
    return card.page


@pytest.fixture
def shown(card: Card) -> Card:
    """Each explorable in turn, its answer shown."""
    return card.skip()


def paper(theme: str) -> str:
    """The colour of a card's paper, as the browser says it."""
    colour = style.THEMES[theme].paper
    return "rgb({}, {}, {})".format(*(int(colour[i : i + 2], 16) for i in (1, 3, 5)))


def use_theme(page: Page, theme: str) -> None:
    """Switch JupyterLab to its light or dark theme; its own curtain, which takes a moment to fall, is gone then."""
    name = f"JupyterLab {theme.capitalize()}"
    if page.evaluate("document.body.dataset.jpThemeName") == name:
        return
    change = f"window.jupyterapp.commands.execute('apputils:change-theme', {{ theme: '{name}' }})"
    page.evaluate(f"() => {change}")
    page.wait_for_function(f"() => document.body.dataset.jpThemeName === '{name}'")
    page.locator("#jupyterlab-splash").wait_for(state="detached")
