"""Key press to changed pixels, and pictures a second during a drag."""

from __future__ import annotations

import math
import statistics
import time
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

PRESSES, DRAGS, DRAG_S, REST_S = 30, 3, 2.0, 0.45
SHOWN = "(kind) => window.probe.paints.some((one) => one.kind === kind)"
TAKE = "(kind) => [window.probe.inputs, window.probe.paints.filter((one) => one.kind === kind)]"
TURN_AFTER = 5  # presses one way, so that states are new at first and known later, as under a reader's hand
#: Whether a key would not move a control any more.
AT_END = """(one, key) => one.matches('select')
    ? one.selectedIndex === (key === 'ArrowUp' ? 0 : one.length - 1)
    : one.matches('input') && one.value === (key === 'ArrowUp' ? one.max : one.min)"""
DRAFT_DENSITY_PX = 800  # a draft is at most 760 px wide, a sharp picture on this screen is twice that


@dataclass
class Measured:
    """What one control did, in ms; ``sharp`` and ``pictures`` where there is such a thing."""

    key: list[float] = field(default_factory=list)
    sharp: list[float] = field(default_factory=list)
    pictures_per_s: list[float] = field(default_factory=list)
    lag: list[float] = field(default_factory=list)


def percentile(values: list[float], share: float) -> float:
    """The value that this share of the values do not pass."""
    return sorted(values)[min(len(values) - 1, math.ceil(share * len(values)) - 1)] if values else math.nan


def median(values: list[float]) -> float:
    """The median, or not a number where nothing was measured."""
    return statistics.median(values) if values else math.nan


def press_keys(page: Page, control: Locator, target: Locator, kind: str, rounds: int = PRESSES) -> Measured:
    """Press arrow keys one by one, each after the answer (a "picture" or "text") to the one before."""
    measured = Measured()
    control.scroll_into_view_if_needed()
    control.focus()
    target.evaluate("(target) => window.probe.watch(target)")
    key, back = "ArrowUp", "ArrowDown"
    for i in range(rounds + 2):
        if control.evaluate(AT_END, key) or (i and not i % TURN_AFTER):
            key, back = back, key
        page.evaluate("window.probe.clear()")
        page.keyboard.press(key)
        page.wait_for_function(SHOWN, arg=kind, timeout=10_000)
        time.sleep(REST_S)
        inputs, paints = page.evaluate(TAKE, kind)
        down = inputs[0]["at"]
        if i < 2:
            continue  # the first presses find everything cold
        measured.key.append(paints[0]["at"] - down)
        measured.sharp += [one["at"] - down for one in paints if one.get("width", 0) > DRAFT_DENSITY_PX][-1:]
    return measured


def drag(page: Page, handle: Locator, track: Locator, target: Locator, kind: str, measured: Measured) -> None:
    """Sweep a thumb over its track and back for a while, sixty moves a second."""
    handle.scroll_into_view_if_needed()
    target.evaluate("(target) => window.probe.watch(target)")
    for _ in range(DRAGS):
        box, y, x = _grip(handle, track)
        page.mouse.move(x, y)
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
        inputs, paints = page.evaluate(TAKE, kind)
        down, up = (
            next(one["at"] for one in inputs if one["type"] == f"pointer{way}") for way in ("down", "up")
        )
        drafts = [one["at"] for one in paints if one.get("width", 0) <= DRAFT_DENSITY_PX]
        measured.pictures_per_s.append(sum(down <= at <= up for at in drafts) / ((up - down) / 1000))
        measured.lag.append(max(0.0, drafts[-1] - up))


def _grip(handle: Locator, track: Locator) -> tuple[dict, float, float]:
    """The track's box, the height of its middle, and where the thumb is."""
    box = track.bounding_box()
    if track.evaluate("(one) => one.matches('input')"):
        share = track.evaluate("(range) => (range.value - range.min) / (range.max - range.min)")
        return box, box["y"] + box["height"] / 2, box["x"] + 12 + share * (box["width"] - 24)
    thumb = handle.bounding_box()
    return box, thumb["y"] + thumb["height"] / 2, thumb["x"] + thumb["width"] / 2
