"""The arrow from the smaller dose to the larger, and how many times that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...models.ladder import Ladder
from ...scene.labels import Box, first_free, width_of
from ...scene.marks import Dots, Mark, Text, rule
from ...words import ladder as words
from .rail import Rail

INK, THIN, CAP, HEAD = 1.8, 0.9, 8, 11  # widths of lines, half the foot, the head, px
SMALLEST = 14  # type size that the ratio may shrink to, px


def arrow(rail: Rail, result: Ladder, taken: Sequence[Box]) -> list[Mark]:
    """The arrow; its lines and its number keep off the labels that are ``taken``."""
    top, bottom = rail.y(result.upper.amount_ug), rail.y(result.lower.amount_ug)
    x, marks = rail.shaft, []
    if bottom - top > INK:
        marks = [
            rule(_clear(rail, taken, bottom), bottom, x + CAP, bottom, "ink", INK, name="arrow's foot"),
            rule(_clear(rail, taken, top), top, x + CAP, top, "axis", THIN, name="level of the larger"),
        ]
    if bottom - top > HEAD:
        marks += [
            rule(x, bottom, x, top + HEAD - 2, "ink", INK, name="arrow"),
            Dots(((x, top + HEAD / 2),), "ink", HEAD, "up", rim_width=0, name="arrow's head"),
        ]
    return [*marks, *_number(rail, result, top, bottom, taken)]


def _clear(rail: Rail, taken: Sequence[Box], y: float) -> float:
    """Where a level line may start: beside the rail, or after the labels at its height."""
    ends = [right + 8 for left, above, right, below in taken if above - 2 < y < below + 2 and right > rail.x]
    return min(max([rail.x + 12, *ends]), rail.shaft - CAP)


def _number(rail: Rail, result: Ladder, top: float, bottom: float, taken: Sequence[Box]) -> list[Mark]:
    """The ratio as large as there is room for: right of the arrow, or left of it between the labels."""
    room, middle, size = rail.room, (top + bottom) / 2, rail.room.sizes.big
    left, right = (rail.x + 14, rail.shaft - 9) if room.narrow else (rail.shaft + 14, room.right)
    number = Text(
        left, 0, words.times_sign(result.ratio), size=size, face="semibold", halo=True, name="ratio"
    )
    size = min(size, size * (right - left) / width_of(number))
    highest, lowest = rail.y.end_px + 24, rail.y.start_px - 20
    if not room.narrow:
        y = min(max(middle + 6, highest), lowest)
        more = Text(left, y + 20, words.rungs_up(result), "ink2", halo=True, name="rungs up")
        return [replace(number, y=y, size=size), more]
    numbers = (replace(number, size=max(size * shrunk, SMALLEST)) for shrunk in (1, 0.8, 0.65))
    spots = [(right, middle + 8 + away, "end") for step in range(0, 400, 4) for away in (step, -step)]
    lines = ((rail.x, y - INK, rail.shaft, y + INK) for y in (top, bottom))
    found = first_free(numbers, spots, [*taken, *lines], (left, highest - 20, right + 1, lowest + 20))
    return [found] if found else []
