"""Every control of every card, by keyboard alone and by mouse: the picture, the words and the kernel all follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from b12explain import explore
from b12explain.explore import page as scripts
from b12explain.explore.controls import Control, Slider, Switch
from tests.browser.card import Card, cards_on, is_menu, plain
from tools import lab

pytestmark = pytest.mark.browser

EVERY = [(name, control) for name in explore.NAMES for control in explore.story(name).controls]
SLIDERS = [(name, control) for name, control in EVERY if isinstance(control, Slider)]
#: No answer for this long, and the words are spoken.
SPEAK_MS = int(re.search(r"SPEAK_MS = (\d+)", scripts.card_script())[1])
#: Keeps what the page shows from here on: words for the screen reader, and when the picture changed and answers came.
WATCH = """(card) => {
    window.watching?.forEach((observer) => observer.disconnect());
    const [said, picture] = ['[role=status]', '.b12-picture'].map((one) => card.querySelector(one));
    const [words, pictures, answers] = [window.spoken = [], window.pictures = [], window.answers = []];
    window.watching = [
        new MutationObserver(() => words.push(said.textContent)),
        new MutationObserver(() => pictures.push(performance.now())),
        new MutationObserver(() => answers.push(performance.now())),
    ];
    window.watching[0].observe(said, { childList: true });
    window.watching[1].observe(picture, { attributes: true, childList: true, characterData: true, subtree: true });
    window.watching[2].observe(card, { attributeFilter: ['data-state'] });
}"""


def ids(pair: tuple[str, Control]) -> str:
    return f"{pair[0]}-{pair[1].name}"


@dataclass
class Driven:
    """A card, the control that the test drives, and the notebook they are in."""

    page: Page
    card: Card
    control: Control
    element: Any
    state: dict[str, Any]

    def settle(self) -> None:
        """Wait, after a drag, until the card rests where the hand let go."""
        step = self.control.steps[int(self.element.input_value())]
        self.card.rest_at(**self.state | {self.control.name: step})

    def value(self) -> Any:
        """What the control is set to in Python."""
        return lab.execute(self.page, "", f"card.state[{self.control.name!r}]")

    def expect_words(self) -> None:
        """The words on the page are those of the kernel's state."""
        story = self.card.story
        told = story.tell(story.model(**lab.execute(self.page, "", "card.state")))
        assert self.card.sentence().startswith(plain(told))
        expect(self.card.status).to_have_text(self.card.sentence())


def drive(page: Page, control: Control) -> Driven:
    """The card with its answer shown, in a state in which the control has a say."""
    card = cards_on(page)[0]
    changes = {control.when[0]: control.when[1][0]} if control.when else {}
    state = card.story.state(changes)
    lab.execute(page, f"card.guess, card.revealed, card.state = None, True, {state!r}")
    card.rest_at(**changes)
    expect(card.guess_box).to_have_count(0)
    card.root.scroll_into_view_if_needed()
    return Driven(page, card, control, card.control(control), state)


@pytest.fixture(params=EVERY, ids=ids)
def driven(page_of, request) -> Driven:
    """Every control of every card."""
    name, control = request.param
    return drive(page_of(name), control)


@pytest.fixture(params=SLIDERS, ids=ids)
def slider(page_of, request) -> Driven:
    """Every range of every card."""
    name, control = request.param
    return drive(page_of(name), control)


def tab_to(driven: Driven) -> None:
    """Reach the control from the top of the card with the Tab key and nothing else."""
    driven.card.root.locator("button:visible, input:visible").first.focus()
    for _ in range(60):
        if driven.element.evaluate_all("(found) => found.includes(document.activeElement)"):
            return
        driven.page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {driven.control.label}")


def drag(driven: Driven, to: float) -> None:
    """Take the thumb of a range and drag it, without a pause, to a share of the track's length."""
    mouse, element = driven.page.mouse, driven.element
    element.scroll_into_view_if_needed()
    box, thumb = element.bounding_box(), 24
    place = element.evaluate("(range) => range.value / range.max")
    x, y = (box["x"] + thumb / 2 + share * (box["width"] - thumb) for share in (place, to)), box["y"] + 22
    mouse.move(next(x), y)
    mouse.down()
    mouse.move(next(x), y, steps=30)
    mouse.up()


def test_by_keyboard_alone_and_by_mouse(driven):
    by_keyboard(driven)
    by_mouse(driven)


def by_keyboard(driven: Driven) -> None:
    card, control, keyboard = driven.card, driven.control, driven.page.keyboard
    before, value = card.seen(), driven.value()
    tab_to(driven)
    at_end = value == control.values[-1]
    keys = (
        ("Space", "Space")
        if isinstance(control, Switch)
        else ("ArrowDown", "ArrowUp")
        if is_menu(control)
        else ("ArrowRight", "ArrowLeft")
    )
    there, back = reversed(keys) if at_end else keys
    with card.answering():
        keyboard.press(there)
    assert driven.value() == control.values[control.values.index(value) + (-1 if at_end else 1)]
    driven.expect_words()
    assert card.picture() != before[0]
    with card.answering():
        keyboard.press(back)
    assert driven.value() == value
    assert card.seen() == before


def by_mouse(driven: Driven) -> None:
    card, control = driven.card, driven.control
    before, value = card.seen(), driven.value()
    other = next(other for other in control.values if other != value)
    with card.answering():
        if isinstance(control, Slider):
            drag(driven, to=0 if other < value else 1)
        elif isinstance(control, Switch):
            driven.element.click()
        elif is_menu(control):
            driven.element.select_option(other)
        else:
            driven.element.and_(driven.page.locator(f"[value='{other}']")).click()
    if isinstance(control, Slider):
        driven.settle()
    assert driven.value() != value
    driven.expect_words()
    assert card.picture() != before[0]


@pytest.mark.parametrize("slider", dict(SLIDERS).items(), ids=ids, indirect=True)  # one of each card
def test_a_drag_shows_pictures_all_along_and_speaks_once(slider):
    expect(slider.card.status).to_have_text(slider.card.sentence())
    slider.card.root.evaluate(WATCH)
    with slider.card.answering():
        drag(slider, to=0 if slider.value() != slider.control.values[0] else 1)
    slider.settle()
    said = "(words) => window.spoken.at(-1)?.replaceAll('\\u00a0', ' ') === words"
    slider.page.wait_for_function(said, arg=slider.card.sentence())
    spoken, pictures, answers = (
        slider.page.evaluate(f"window.{name}") for name in ("spoken", "pictures", "answers")
    )
    pauses = sum(later - sooner >= SPEAK_MS for sooner, later in pairwise(answers))
    assert len(spoken) <= 1 + pauses, "a hand that was held up on its way hears where, and no other"
    on_the_way = [slider.state | {slider.control.name: step} for step in slider.control.steps]
    assert {plain(words) for words in spoken} <= {slider.card.said(state) for state in on_the_way}
    long_way = len(on_the_way) > 8  # too short a one may be over before its first picture
    assert len(pictures) >= (3 if long_way else 1)


def test_a_number_can_be_typed(slider):
    step = slider.control.steps[len(slider.control.steps) // 2]
    if step == slider.value():
        step = slider.control.steps[0]
    box = slider.card.number_box(slider.control)
    with slider.card.answering():
        box.fill(f"{step:g}")
        box.press("Enter")
    assert slider.value() == step
    slider.expect_words()
    expect(box).to_have_attribute("aria-invalid", "false")


@pytest.mark.parametrize("slider", dict(SLIDERS).items(), ids=ids, indirect=True)
def test_a_bad_number_says_the_range_and_keeps_the_picture(slider):
    before, value = slider.card.seen(), slider.value()
    box = slider.card.number_box(slider.control)
    message = slider.card.root.locator(f"#{box.get_attribute('aria-describedby')}")
    for typed in ("-3", "abc", "1e9"):
        box.fill(typed)
        box.press("Enter")
        expect(message).to_be_visible()
        expect(message).to_contain_text(slider.control.takes)
        expect(box).to_have_attribute("aria-invalid", "true")
        assert slider.value() == value
        assert slider.card.seen() == before
    low, high = slider.control.steps[0], slider.control.steps[-1]
    with slider.card.answering():  # a good one after them is taken, and the message goes
        box.fill(f"{high if value == low else low:g}")
        box.press("Enter")
    expect(message).to_be_hidden()


def test_presets_and_reset(shown, page):
    at_rest = shown.seen()
    for name, changes in list(shown.story.presets.items())[1:]:
        with shown.answering():
            shown.button(name).click()
        shown.rest_at(**changes)
        expect(shown.button(name)).to_have_attribute("aria-pressed", "true")
        assert lab.execute(page, "", "card.state") == shown.story.state(preset=name)
        assert shown.picture() != at_rest[0]
    with shown.answering():
        shown.button("Reset").click()
    shown.rest_at()
    assert shown.seen() == at_rest


def test_controls_without_a_say_are_hidden(shown):
    for preset in shown.story.presets:
        shown.button(preset).click()
        state = shown.story.state(preset=preset)
        shown.rest_at(**shown.story.presets[preset])
        for control in shown.story.controls:
            expect(shown.control(control).first).to_be_visible(visible=shown.story.applies(control, state))
