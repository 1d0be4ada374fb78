"""Key press to changed pixels, pictures a second during a drag and in a film, and bytes a move."""

from __future__ import annotations

import math
import statistics
import time
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

PRESSES, DRAGS, DRAG_S, REST_S = 20, 2, 2.0, 0.4
TURN_AFTER = 5  # presses one way, so that states are new at first and known later, as under a reader's hand
#: Whether a key would not move a control any more.
AT_END = """(one, key) => one.matches('select')
    ? one.selectedIndex === (key === 'ArrowUp' ? 0 : one.length - 1)
    : one.matches('input') && one.value === (key === 'ArrowUp' ? one.max : one.min)"""
FILM_S = 2.5  # a film and what follows it


@dataclass
class Measured:
    """What a card or the floor did: key press to pixels in ms, pictures a second, and bytes a move."""

    key: list[float] = field(default_factory=list)
    pictures_per_s: list[float] = field(default_factory=list)
    size: list[int] = field(default_factory=list)


class Answers:
    """Sizes of the answers that come over the websockets of a page, in bytes as they come."""

    def __init__(self, page: Page):
        self.sizes: list[int] = []
        page.on("websocket", lambda socket: socket.on("framereceived", self._heard))

    def _heard(self, frame: str | bytes) -> None:
        frame = frame.encode() if isinstance(frame, str) else frame
        if b'"kind": "answer"' in frame:
            self.sizes.append(len(frame))


def percentile(values: list[float], share: float) -> float:
    """The value that this share of the values do not pass."""
    return sorted(values)[min(len(values) - 1, math.ceil(share * len(values)) - 1)] if values else math.nan


def median(values: list[float]) -> float:
    """The median, or not a number where nothing was measured."""
    return statistics.median(values) if values else math.nan


def press_keys(page: Page, control: Locator, target: Locator, measured: Measured, answers: Answers) -> None:
    """Press arrow keys one by one, each after the answer to the one before."""
    control.scroll_into_view_if_needed()
    control.focus()
    target.evaluate("(target) => window.probe.watch(target)")
    key, back = "ArrowUp", "ArrowDown"
    for i in range(PRESSES + 2):
        if control.evaluate(AT_END, key) or (i and not i % TURN_AFTER):
            key, back = back, key
        page.evaluate("window.probe.clear()")
        answers.sizes.clear()
        page.keyboard.press(key)
        page.wait_for_function("window.probe.paints.length", timeout=10_000)
        time.sleep(REST_S)
        inputs, paints = page.evaluate("[window.probe.inputs, window.probe.paints]")
        if i < 2:
            continue  # the first presses find everything cold
        measured.key.append(paints[0] - inputs[0]["at"])
        measured.size += answers.sizes


def drag(page: Page, handle: Locator, target: Locator, measured: Measured) -> None:
    """Sweep a thumb over its track and back for a while, sixty moves a second."""
    handle.scroll_into_view_if_needed()
    target.evaluate("(target) => window.probe.watch(target)")
    for _ in range(DRAGS):
        box = handle.bounding_box()
        y = box["y"] + box["height"] / 2
        share = handle.evaluate("(range) => (range.value - range.min) / (range.max - range.min)")
        page.mouse.move(box["x"] + 12 + share * (box["width"] - 24), y)
        page.evaluate("window.probe.clear()")
        page.mouse.down()
        start, moves = time.perf_counter(), 0
        while (elapsed := time.perf_counter() - start) < DRAG_S:
            phase = (elapsed / DRAG_S) * 2
            share = 0.1 + 0.8 * (phase if phase < 1 else 2 - phase)
            page.mouse.move(box["x"] + share * box["width"], y)
            moves += 1
            time.sleep(max(0, moves / 60 - (time.perf_counter() - start)))
        page.mouse.up()
        time.sleep(2 * REST_S)
        inputs, paints = page.evaluate("[window.probe.inputs, window.probe.paints]")
        down, up = (
            next(one["at"] for one in inputs if one["type"] == f"pointer{way}") for way in ("down", "up")
        )
        measured.pictures_per_s.append(sum(down <= at <= up for at in paints) / ((up - down) / 1000))


def play(page: Page, card: Locator, answers: Answers) -> tuple[int, float]:
    """Bytes of a card's film, and pictures a second while it plays."""
    button = card.get_by_role("button", name="Play", exact=True)
    button.scroll_into_view_if_needed()
    answers.sizes.clear()
    button.focus()
    time.sleep(3)  # it is made and sent
    bar = card.locator(".b12-film input[type=range]")
    bar.press("Home")
    time.sleep(REST_S)
    card.locator(".b12-picture").evaluate("(target) => window.probe.watch(target)")
    button.click()
    time.sleep(FILM_S)
    paints = page.evaluate("window.probe.paints")
    return max(answers.sizes), (len(paints) - 1) / ((paints[-1] - paints[0]) / 1000)
