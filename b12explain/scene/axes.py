"""Axes: ticks with the unit on the last one, grid lines, and the words that say what runs along them."""

from __future__ import annotations

from collections.abc import Sequence

from .layout import Room
from .marks import Mark, Text, rule
from .scale import Scale

Tick = tuple[float, str]  # value and words


def ticks(values: Sequence[float], unit: str = "", form: str = ",g") -> tuple[Tick, ...]:
    """Values with their words; the last one says the unit.

    Examples
    --------
    >>> ticks([0, 10, 1_000], "µg")
    ((0, '0'), (10, '10'), (1000, '1,000\\xa0µg'))
    """
    last = len(values) - 1
    return tuple(
        (value, f"{value:{form}}" + (f"\N{NO-BREAK SPACE}{unit}" if unit and i == last else ""))
        for i, value in enumerate(values)
    )


def across(
    room: Room,
    scale: Scale,
    ticks: Sequence[Tick],
    bottom: float,
    *,
    top: float | None = None,
    words: str = "",
    ends: bool = False,
) -> list[Mark]:
    """A horizontal axis, from value to x, px: ticks under ``bottom``, and what runs along it below, if said.

    Upright grid lines start at ``top``, if that is given; ``ends`` puts the outer ticks' words inside the axis' ends.
    """
    marks: list[Mark] = []
    for i, (value, label) in enumerate(ticks):
        x = scale(value)
        if top is not None:
            marks.append(rule(x, top, x, bottom, "grid" if value else "axis"))
        anchor = {0: "start", len(ticks) - 1: "end"}.get(i, "middle") if ends else "middle"
        marks.append(Text(x, bottom + 19, label, "ink3", room.sizes.tick, anchor=anchor))
    if words:
        middle = (scale.start_px + scale.end_px) / 2
        marks.append(Text(middle, bottom + 40, words, "ink2", anchor="middle"))
    return marks


def upright(room: Room, scale: Scale, ticks: Sequence[Tick], left: float, right: float) -> list[Mark]:
    """A vertical axis: ticks left of ``left``, level grid lines to ``right``."""
    marks: list[Mark] = []
    for value, label in ticks:
        y = scale(value)
        marks.append(rule(left, y, right, y, "grid" if value else "axis"))
        marks.append(Text(left - 8, y + 4, label, "ink3", room.sizes.tick, anchor="end"))
    return marks
