"""An explorable on a page, as a test sees it: its parts, and what to wait for before looking at them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Locator, Page

from b12explain import explore
from b12explain.explore.controls import Choice, Control, Slider, Switch
from b12explain.explore.story import Story

#: A card rests when it has the answer to all that it asked.
AT_REST = "(card) => !card.hasAttribute('data-asking') && card.dataset.state !== undefined"
#: How often a card has come to rest since a test first asked.
RESTS = """(card) => {
    if (card.rests === undefined) {
        card.rests = 0;
        const count = () => { if (!card.hasAttribute('data-asking')) card.rests += 1; };
        new MutationObserver(count).observe(card, { attributeFilter: ['data-asking'] });
    }
    return card.rests;
}"""
#: What a picture consists of, node by node, without how it is written down.
MARKS = """(picture) => [...picture.querySelectorAll('*')].map((one) => [one.tagName, one.textContent,
    ...[...one.attributes].filter((it) => it.value !== '').map((it) => `${it.name}=${it.value}`).sort()].join(' '))"""


class Card:
    """One ``.b12-card`` of a page.

    Parameters
    ----------
    root : Locator
        The card's element.
    story : Story
        What it shows.
    """

    def __init__(self, root: Locator, story: Story):
        self.root, self.story = root, story
        self.page: Page = root.page
        self.svg = root.locator("svg.b12-picture")
        self.words = root.locator("p.b12-sentence")
        self.status = root.locator("[role=status]")
        self.guess_box = root.locator(".b12-guess:not([hidden]) .b12-box")
        self.controls = root.locator(".b12-controls")

    # -- what it shows --------------------------------------------------------------------------------------------
    def picture(self) -> str:
        """A digest of the picture: its size, and all marks with what they look like."""
        marks = self.svg.evaluate(MARKS)
        size = [self.svg.get_attribute(name) for name in ("width", "height")]
        return hashlib.sha1("\n".join(size + marks).encode()).hexdigest()

    def texts(self) -> list[str]:
        """The lines of text in the picture, in the order of painting."""
        return self.svg.locator("text").all_text_contents()

    def picture_names(self) -> set[str]:
        """Names of the marks in the picture."""
        found = "(picture) => [...picture.querySelectorAll('[data-name]')].map((one) => one.dataset.name)"
        return set(self.svg.evaluate(found))

    def width(self) -> float:
        """Of the picture, CSS px."""
        return float(self.svg.get_attribute("width"))

    def said(self, state: dict[str, Any]) -> str:
        """The sentence that the story has for a state."""
        return plain(self.story.sentence(self.story.model(**state)))

    def sentence(self) -> str:
        """The sentence as it stands on the page."""
        return plain(self.words.text_content())

    def state(self) -> str:
        """The name of the state that the page says it shows."""
        return self.root.get_attribute("data-state")

    def seen(self) -> tuple[str, str]:
        """Picture and sentence."""
        return self.picture(), self.sentence()

    # -- waiting --------------------------------------------------------------------------------------------------
    def wait(self, condition: str, argument: Any = None) -> None:
        """Wait for a condition in JavaScript on ``card`` and ``argument``."""
        handle = self.root.element_handle()
        self.page.wait_for_function(
            f"([card, argument]) => ({condition})", arg=[handle, argument], timeout=30_000
        )

    def rest(self) -> None:
        """Wait until all that was asked is answered."""
        self.wait(f"({AT_REST})(card)")

    def rest_at(self, **changes: Any) -> None:
        """Wait until the card rests at the state that differs by ``changes`` from the story's own."""
        name = self.story.name_of(self.story.state(changes))
        self.wait(f"card.dataset.state === argument && ({AT_REST})(card)", name)

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Do something in the body that must bring a new answer; wait until the card rests with it."""
        before = self.root.evaluate(RESTS)
        yield
        self.wait(f"card.rests > argument && ({AT_REST})(card)", before)

    # -- what a reader does -----------------------------------------------------------------------------------------
    def button(self, name: str) -> Locator:
        """The visible button with this name."""
        return self.root.get_by_role("button", name=name, exact=True)

    def skip(self) -> Card:
        """Skip the prediction, if the card still asks for one."""
        self.rest()
        if self.guess_box.count():
            with self.answering():
                self.button("Skip (Esc)").click()
        return self

    def control(self, control: Control) -> Locator:
        """The native element of a control; for a choice of radios, all of them."""
        if isinstance(control, Slider):
            return self.controls.get_by_role("slider", name=control.label, exact=True)
        if isinstance(control, Switch):
            return self.controls.get_by_role("checkbox", name=control.label, exact=True)
        if control.menu:
            return self.controls.get_by_role("combobox", name=control.label, exact=True)
        return self.controls.get_by_role("group", name=control.label).get_by_role("radio")

    def number_box(self, control: Slider) -> Locator:
        """The box for numbers beside a range."""
        return self.controls.get_by_role("textbox", name=control.label, exact=True)


def cards_on(page: Page) -> list[Card]:
    """All cards of a page, in order, each with its story, found by the question that it asks."""
    stories = {plain(story.question): story for story in map(explore.story, explore.NAMES)}
    found = page.locator(".b12-card").all()
    return [Card(root, stories[plain(root.get_attribute("aria-label"))]) for root in found]


def plain(words: str) -> str:
    """Words with ordinary spaces, since the page ties a number to its unit."""
    return words.replace("\u00a0", " ")


def is_menu(control: Control) -> bool:
    """Whether a control is a menu, rather than buttons side by side."""
    return isinstance(control, Choice) and control.menu
