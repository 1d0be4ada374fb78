"""Names of dots that keep off lines and off each other: each at its first free spot, the most important first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np

from ..scene.labels import ANCHORS, ASCENT, DESCENT, Box, box_of, meet, width_of
from ..scene.marks import Text

Point = tuple[float, float]
Spot = tuple[float, float, str]  # baseline and anchor
Line = tuple[Point, Point]
Name = tuple[
    Text, Sequence[Spot], Box
]  # spots where it may be, the best first, and the field that it may not leave
CLEAR = 2.0  # px that letters keep from a line


def put(names: Iterable[Name], lines: Sequence[Line], texts: Sequence[Box]) -> list[Text]:
    """Names where they are free of lines and of other names, or where there is no such spot, of names at least.

    Parameters
    ----------
    names : iterable of (label, spots, field)
        The most important first; one that finds no place at all is left out.
    lines : sequence of (point, point)
        What a name should not be struck through by.
    texts : sequence of box
        What it may not lie on.
    """
    taken, found = list(texts), []
    for label, spots, field in names:
        free = _first_free(label, spots, field, lines, taken) or _first_free(label, spots, field, (), taken)
        if free:
            found.append(free)
            taken.append(box_of(free))
    return found


def _first_free(
    label: Text, spots: Sequence[Spot], field: Box, lines: Sequence[Line], taken: Sequence[Box]
) -> Text | None:
    """A label at the first of its spots, or else anywhere in its field, where it is free."""
    left, top, right, bottom = field
    width, above, below = width_of(label), ASCENT * label.size, DESCENT * label.size
    for x, y, anchor in chain(spots, _all_over(label, width, field)):
        start = x - ANCHORS[anchor] * width
        here = start, y - above, start + width, y + below
        if start < left or here[1] < top or here[2] > right or here[3] > bottom:
            continue
        if not any(meet(here, box) for box in taken) and not any(crosses(line, here) for line in lines):
            return replace(label, x=x, y=y, anchor=anchor)
    return None


def _all_over(label: Text, width: float, field: Box) -> Iterator[Spot]:
    """Spots all over the field, those near where the label is wanted first."""
    left, top, right, bottom = field
    x, y = np.arange(left, right - width, 12.0), np.arange(top + 12, bottom, 9.0)
    far = np.hypot(x - label.x, y[:, None] - label.y)
    for spot in far.argsort(axis=None, kind="stable").tolist():
        row, column = divmod(spot, len(x))
        yield float(x[column]), float(y[row]), "start"


def crosses(line: Line, box: Box) -> bool:
    """Whether a straight line comes near a box: it is beside none of the sides, and has corners on either side."""
    (x0, y0), (x1, y1) = line
    left, top, right, bottom = box[0] - CLEAR, box[1] - CLEAR, box[2] + CLEAR, box[3] + CLEAR
    if (x0 < left and x1 < left) or (x0 > right and x1 > right):
        return False
    if (y0 < top and y1 < top) or (y0 > bottom and y1 > bottom):
        return False
    turns = [(x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) for x in (left, right) for y in (top, bottom)]
    return min(turns) <= 0 <= max(turns)


def around(point: Point) -> list[Spot]:
    """Spots for the name of a dot, the best first."""
    x, y = point
    near = [(x + 11, y + 5, "start"), (x - 11, y + 5, "end"), (x, y + 22, "middle"), (x, y - 12, "middle")]
    for down in (20, -9):
        near += [(x + 8, y + down, "start"), (x - 8, y + down, "end")]
    shifts = 8, -8, 20, -20, 32, -32
    return near + [(x + shift, y + down, "middle") for down in (21, 36, -24, 50, -38) for shift in shifts]


def box_around(point: Point, size: float) -> Box:
    """The box of a dot."""
    return point[0] - size / 2, point[1] - size / 2, point[0] + size / 2, point[1] + size / 2
