"""The clinic's plane with the fall to nothing, the way back, and the ceiling that lost axons leave."""

from __future__ import annotations

from ...models.remyelination import Remyelinated
from ...scene import style
from ...scene.layout import Part, paragraph
from ...scene.marks import Mark, rule
from ...words.nerve_test import VERDICTS
from ...words.remyelination import AXONS, MYELIN, ceiling, moral
from ..clinic_plane import DOT_STOP, GHOST, Plane, arrow
from ..names import Name, box_around

TITLES = "Where the clinic finds it", "In the clinic"


def clinic(result: Remyelinated, plane: Plane) -> Part:
    """Fall, rise and ceiling."""
    home, low, end = way = [plane.at(finding) for finding in result.path]
    marks: list[Mark] = [
        *arrow((home, low), "fall", **GHOST),
        *arrow((low, end), "rise", role="repair", width=style.REPAIR_LINE, stop=DOT_STOP),
    ]
    dots: list[Mark] = [plane.home(result.healthy)]
    if result.mended.recorded:
        dots.append(plane.end(result.stripped, "damage", "stripped"))
    dots.append(plane.end(result.mended, "repair", "new sheaths"))
    names, ways = _names(result, plane), [way]
    if result.axons_lost:
        left, _, right, _ = plane.sides
        y = plane.y(result.ceiling.amplitude_uv)
        marks.append(rule(left, y, right, y, "damage", 1.6, dash=(1.6, 3.2), name="ceiling"))
        ways.append([(left, y), (right, y)])
        spots = [(x, y + down, anchor) for down in (-5, 15) for x, anchor in
                 ((left + 8, "start"), (right - 4, "end"))]  # fmt: skip
        label, _, field = plane.name((left + 8, y - 5), ceiling(result), "damage", name="ceiling in words")
        names.insert(0, (label, spots, field))
    boxes = [box_around(dot.points[0], 15) for dot in dots]
    said = plane.say(names, result.mended.verdict, "repair", ways, boxes)
    below = [
        paragraph(
            plane.left, plane.bottom + 22, words, plane.room.right - plane.left, role="ink2", name="moral"
        )
        for words in (moral(result), f"{MYELIN} {AXONS}")
    ]  # the longest keeps its room, so that nothing below jumps
    return Part(plane.frame(TITLES), [*marks, *dots, *said, *below[0]], max(lines[-1].y for lines in below))


def _names(result: Remyelinated, plane: Plane) -> list[Name]:
    """What the dots are called."""
    home, (x, y), end = map(plane.at, result.path)
    own = {"role": "repair", "face": "semibold", "name": "new sheaths in words"}
    healthy = plane.name(home, "healthy")
    if not result.mended.recorded:
        return [plane.name(end, VERDICTS[result.mended.verdict], **own), healthy]
    beside = [(x + right, y + 8, "start") for right in (14, 26, 38)]
    stripped = plane.name((x, y), "stripped", "damage", beside, name="stripped in words")
    return [plane.name(end, "new sheaths", **own), stripped, healthy]
