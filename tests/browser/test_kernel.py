"""A kernel that is busy, interrupted, restarted, or asked by two cells at once: what a card says, and what it does."""

import pytest
from playwright.sync_api import expect

from tests.browser.card import cards_on
from tools import lab

pytestmark = pytest.mark.browser

KERNEL = "window.jupyterapp.shell.currentWidget.sessionContext.session.kernel"
SLOW = """
from dataclasses import replace
from b12explain import explore
story = explore.story("absorption")
def slow_at_2(**state):
    if state["dose_ug"] == 2.0:
        import time
        time.sleep(3)
    return story.model(**state)
card = explore.Explorable(replace(story, model=slow_at_2), predict=False)
from b12explain.explore.answers import result_of
forget = result_of.cache_clear
"""


@pytest.fixture(scope="module")
def twice(open_cells):
    """A notebook that shows one card in two cells."""
    return open_cells(SLOW, "card", "card", viewport={"width": 1280, "height": 2400})


@pytest.fixture
def cards(twice):
    lab.execute(twice, "card.state = card.story.at_rest")
    cards = cards_on(twice)
    for card in cards:
        card.rest_at()
    return cards


def test_shown_twice_they_agree_while_a_control_and_a_thread_move(cards, twice):
    one, other = cards
    slider = one.controls.get_by_role("slider", name="Dose", exact=True)
    slider.focus()
    lab.execute(
        twice,
        """
import threading, time
def move():
    for times in (2.0, 3.0, 4.0, 5.0, 6.0) * 4:
        card.set(times_per_day=times)
        time.sleep(0.05)
thread = threading.Thread(target=move)
thread.start()
""",
    )
    for _ in range(12):
        twice.keyboard.press("ArrowLeft")
    lab.execute(twice, "thread.join()")
    for card in cards:
        card.rest()
    twice.wait_for_timeout(300)
    state = lab.execute(twice, "", "card.state")
    for card in cards:
        card.rest_at(**state)
        assert card.sentence() == card.said(state)
    assert one.seen() == other.seen()
    assert one.texts() == other.texts()


def test_a_busy_kernel_is_waited_for_and_the_last_request_is_kept(cards, twice):
    card = cards[0]
    go_to_slow(card)
    expect(card.root.locator(".b12-working")).to_be_visible()
    slider = card.controls.get_by_role("slider", name="Dose", exact=True)
    expect(slider).to_be_enabled()
    slider.focus()
    for _ in range(6):
        twice.keyboard.press("ArrowRight")
    step = card.story.controls[1].steps[int(slider.input_value())]
    card.rest_at(dose_ug=step)
    expect(card.root.locator(".b12-working")).to_be_hidden()
    assert card.sentence() == card.said(card.story.state({"dose_ug": step}))


def go_to_slow(card):
    """A state that takes three seconds."""
    lab.execute(card.page, "forget()")
    box = card.root.get_by_role("textbox", name="Dose", exact=True)
    box.fill("2")
    box.press("Enter")


def test_after_an_interrupt_the_state_is_drawn(cards, twice):
    card = cards[0]
    go_to_slow(card)
    expect(card.root.locator(".b12-working")).to_be_visible()
    twice.evaluate(f"{KERNEL}.interrupt()")
    card.rest_at(dose_ug=2.0)
    assert card.sentence() == card.said(card.story.state({"dose_ug": 2.0}))


def test_a_restarted_kernel_is_told_of_in_one_line_and_a_fresh_run_revives(cards, twice):
    """The last one here, since the kernel's memory is gone after it."""
    card = cards[0]
    before = card.seen()
    twice.evaluate(f"{KERNEL}.restart()")
    said = card.root.get_by_role("alert").filter(has_text="was restarted")
    expect(said).to_be_visible()
    expect(said).to_contain_text("Run its cell again.")
    for control in (card.button("Reset"), card.controls.get_by_role("slider", name="Dose", exact=True)):
        expect(control).to_be_disabled()
    assert card.seen() == before, "the picture stays"
    lab.wait_idle(twice)
    lab.run_all(twice)
    fresh = cards_on(twice)[0]
    fresh.rest()
    with fresh.answering():
        fresh.button("no intrinsic factor").click()
    expect(said).to_have_count(0)
