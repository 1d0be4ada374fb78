"""The ladder on a log scale: advised and eaten on the left, in pills and syringes on the right."""

from __future__ import annotations

from collections.abc import Sequence

from ...models.ladder import Dose, Ladder
from ...scene.labels import Box, box_of, meet
from ...scene.layout import Part, Room, Scene
from ...scene.marks import Dots, Mark, Path, Text, rule
from ...scene.text import text_width
from ...words import ladder as words
from .arrow import arrow
from .frame import chooses, finish, start
from .labels import FROM_RAIL, Side
from .rail import RUNGS, Rail, rail_in

DECADES = range(7)
EATEN, GIVEN = ("advised and eaten", "advised, eaten"), ("in pills and syringes", "pills, syringes")
PLAIN = (
    "Vitamin B12 per dose, serving or day. Each rung is ten times the last.",
    "Each rung is ten times the last.",
)
LEAST_RANGE = 10  # px, under which a range is hidden by its dot
DESCRIPTION = (
    "A vertical ladder of doses, from a tenth of a microgram to ten grams: each rung is ten times the last. What is "
    "advised or eaten is named on the left, what comes in pills and syringes on the right. An arrow runs from the "
    "smaller to the larger of the two that are compared."
)


def rungs(result: Ladder, room: Room) -> Scene:
    """A vertical ladder, because the names of doses are horizontal words and a phone is tall."""
    frame = start(room, words.compared(result), PLAIN)
    rail = rail_in(frame)
    labels = _labels(rail, result)
    taken = [box_of(mark) for mark in labels if isinstance(mark, Text)]
    dots = [mark for dose in result.rungs for mark in _dot(rail, result, dose)]
    grid = [*_grid(rail, result, taken), *_headings(rail, frame.top)]
    plot = Part(grid, [*arrow(rail, result, taken), *dots, *labels])
    return finish(frame, plot, DESCRIPTION, ranges=True)


def _labels(rail: Rail, result: Ladder) -> list[Mark]:
    """Names on both sides of the rail, or all on one; the guess is on the right."""
    right, guess = Side(rail, result, 1), rail.room.guess
    if rail.one_sided:
        return right.draw(result.rungs, guess)
    eaten, given = ([dose for dose in result.rungs if dose.is_medicine == given] for given in (False, True))
    return [*Side(rail, result, -1).draw(eaten, None), *right.draw(given, guess)]


def _dot(rail: Rail, result: Ladder, dose: Dose) -> list[Mark]:
    """A dose on the rail, with a line beside it where its sources or brands differ."""
    role, y, name = "b12" if dose.is_medicine else "ink2", rail.y, words.full_name(dose)
    marks: list[Mark] = [
        Dots(((rail.x, y(dose.amount_ug)),), role, 10, name=name, sets=chooses(dose, result))
    ]
    if dose.range_ug:
        low, high = map(y, dose.range_ug)
        x = rail.x + (9 if dose.is_medicine or rail.one_sided else -9)
        if low - high > LEAST_RANGE:
            marks.insert(0, Path(((x, low), (x, high)), stroke=role, width=1.6, name=f"{name}, range"))
    return marks


def _headings(rail: Rail, top: float) -> list[Mark]:
    """What either side of the rail is; under one another where there is one side only."""
    room, left, right = rail.room, rail.x - FROM_RAIL, rail.x + FROM_RAIL
    eaten, given = {"role": "ink2", "face": "semibold"}, {"role": "b12", "face": "semibold"}
    if rail.one_sided:
        return [Text(rail.x, top, EATEN[0], **eaten), Text(rail.x, top + 18, GIVEN[0], **given)]
    said = GIVEN[right + text_width(GIVEN[0], room.sizes.label, "semibold") > room.right]
    return [Text(left, top, EATEN[room.narrow], anchor="end", **eaten), Text(right, top, said, **given)]


def _grid(rail: Rail, result: Ladder, taken: Sequence[Box]) -> list[Mark]:
    """The rungs, with their words where no name reaches them: a mark says its amount itself."""
    room, base = rail.room, result.reference.amount_ug if result.unit == "times" else 1
    left = rail.x if rail.one_sided else room.left + RUNGS
    marks: list[Mark] = [rule(rail.x, rail.y.end_px, rail.x, rail.y.start_px, "axis", name="rail")]
    for decade in DECADES:
        y = rail.y(base * 10.0**decade)
        marks.insert(0, rule(left, y, room.right, y))
        tick = Text(room.left, y + 4, words.rung(10**decade, result), "ink3", room.sizes.tick, name="rung")
        here = box_of(tick)
        if not rail.one_sided and not any(meet(here, one) for one in taken):
            marks.append(tick)
    return marks
