"""Where the clinic finds the nerve: its own way from healthy, firm, over the three ways that losses take."""

from __future__ import annotations

import math

from ...models.damage import Damaged
from ...scene import style
from ...scene.layout import Part
from ...scene.marks import Dots, Mark
from ...words.damage import EXAMPLES
from ...words.nerve_test import VERDICTS
from ..clinic_plane import DOT_STOP, GHOST, Plane, arrow
from ..names import Name, Point, box_around

TITLES = "In the clinic: the nerve test", "In the clinic"
SAME = 12  # px: an example nearer than this to the nerve is the nerve


def clinic(result: Damaged, plane: Plane) -> Part:
    """The plane with its ways."""
    way = [plane.at(finding) for _, finding in result.path]
    ends = {name: plane.at(result.examples[key]) for key, name in EXAMPLES.items()}
    here = {name for name, end in ends.items() if not result.untouched and math.dist(end, way[-1]) < SAME}
    others = {name: end for name, end in ends.items() if name not in here}
    marks: list[Mark] = []
    for name, end in others.items():
        marks += arrow((way[0], end), f"example: {name}", **GHOST)
    names = [plane.name(end, name, name=f"example: {name}, in words") for name, end in others.items()]
    if not result.untouched:
        marks += _own(result, plane, way)
        names.insert(0, _own_name(result, plane, way[-1], here))
    marks.append(plane.home(result.path[0][1]))
    names.append(plane.name(way[0], "healthy"))
    dots = [box_around(way[0], 15), *(box_around(stop, 14) for stop in way[1:])]
    dots += [box_around(end, 10) for end in others.values()]
    ways = way, *((way[0], end) for end in others.values())
    said = plane.say(names, result.finding.verdict, "damage", ways, dots)
    return Part(plane.frame(TITLES), [*marks, *said], plane.bottom)


def _own(result: Damaged, plane: Plane, way: list[Point]) -> list[Mark]:
    """The nerve's way, firm, with its stops and where it ends."""
    firm = arrow(way, "way of this nerve", role="damage", width=style.DATA_LINE, stop=DOT_STOP)
    stops = [Dots(tuple(way[1:-1]), "damage", 6, name="stops of this nerve")] if way[1:-1] else []
    return [*firm, *stops, plane.end(result.finding, "damage", "this nerve")]


def _own_name(result: Damaged, plane: Plane, end: Point, here: set[str]) -> Name:
    """What is found, or which of the examples it is."""
    finding = result.finding
    words = min(here, default="this nerve") if finding.recorded else VERDICTS[finding.verdict]
    return plane.name(end, words, "damage", face="semibold", name="this nerve in words")
