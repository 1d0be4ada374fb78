"""Names of dots that keep off lines and off each other: each at its first free spot, the most important first."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from ..scene.labels import ANCHORS, ASCENT, DESCENT, Box, box_of, meet, width_of
from ..scene.marks import Text

Point = tuple[float, float]
Spot = tuple[float, float, str]  # baseline and anchor
Line = tuple[Point, Point]
CLEAR = 2.0  # px that letters keep from a line


@dataclass(frozen=True)
class Name:
    """A label, the spots where it may be, the best first, and the field that it may not leave."""

    label: Text
    spots: Sequence[Spot]
    field: Box


def put(names: Iterable[Name], lines: Sequence[Line], texts: Sequence[Box]) -> list[Text]:
    """Names where they are free of lines and of other names, or where there is no such spot, of names at least.

    Parameters
    ----------
    names : iterable of Name
        The most important first; one that finds no place at all is left out.
    lines : sequence of (point, point)
        What a name should not be struck through by.
    texts : sequence of box
        What it may not lie on.
    """
    taken, found = list(texts), []
    for name in names:
        for spots, off in ((name.spots, lines), (_grid(name), lines), (name.spots, ()), (_grid(name), ())):
            if free := _first_free(name, spots, off, taken):
                found.append(free)
                taken.append(box_of(free))
                break
    return found


def _first_free(
    name: Name, spots: Iterable[Spot], lines: Sequence[Line], taken: Sequence[Box]
) -> Text | None:
    label, (left, top, right, bottom) = name.label, name.field
    width, above, below = width_of(label), ASCENT * label.size, DESCENT * label.size
    for x, y, anchor in spots:
        start = x - ANCHORS[anchor] * width
        if start < left or y - above < top or start + width > right or y + below > bottom:
            continue
        here = start, y - above, start + width, y + below
        if not any(meet(here, box) for box in taken) and not any(crosses(line, here) for line in lines):
            return replace(label, x=x, y=y, anchor=anchor)
    return None


def crosses(line: Line, box: Box) -> bool:
    """Whether a straight line comes near a box (Liang and Barsky)."""
    (x0, y0), (x1, y1) = line
    left, top, right, bottom = box[0] - CLEAR, box[1] - CLEAR, box[2] + CLEAR, box[3] + CLEAR
    dx, dy, first, last = x1 - x0, y1 - y0, 0.0, 1.0
    for step, room in ((-dx, x0 - left), (dx, right - x0), (-dy, y0 - top), (dy, bottom - y0)):
        if step == 0:
            if room < 0:
                return False
            continue
        part = room / step
        if step < 0:
            first = max(first, part)
        else:
            last = min(last, part)
        if first > last:
            return False
    return True


def around(point: Point) -> list[Spot]:
    """Spots for the name of a dot, the best first."""
    x, y = point
    near = [(x + 11, y + 5, "start"), (x - 11, y + 5, "end"), (x, y + 22, "middle"), (x, y - 12, "middle")]
    aslant = [
        (x + side * 8, y + down, "start" if side > 0 else "end") for down in (20, -9) for side in (1, -1)
    ]
    far = [
        (x + side * shift, y + down, "middle")
        for down in (21, 36, -24, 50, -38)
        for shift in (8, 20, 32)
        for side in (1, -1)
    ]
    return near + aslant + far


def _grid(name: Name) -> Iterator[Spot]:
    """Spots all over the field, those near where the label is wanted first."""
    left, top, right, bottom = name.field
    across = np.arange(left, right - width_of(name.label), 12.0).tolist()
    spots = [(x, y, "start") for y in np.arange(top + 12, bottom, 9.0).tolist() for x in across]
    yield from sorted(spots, key=lambda spot: math.dist(spot[:2], (name.label.x, name.label.y)))


def along(way: Sequence[Point]) -> list[Line]:
    """The straight lines of a way."""
    return list(pairwise(way))


def box_around(point: Point, size: float) -> Box:
    """The box of a dot."""
    return point[0] - size / 2, point[1] - size / 2, point[0] + size / 2, point[1] + size / 2
