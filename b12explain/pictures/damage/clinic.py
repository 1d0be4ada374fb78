"""Where the clinic finds the nerve: its own way from healthy, firm, over the three ways that losses take."""

from __future__ import annotations

import math

from ...models.damage import Damaged
from ...scene import style
from ...scene.labels import box_of
from ...scene.layout import Part, panel_title, paragraph
from ...scene.marks import Dots, Mark, Text
from ...words.damage import EXAMPLES
from ...words.damage import people as people_words
from ...words.nerve_test import VERDICTS
from ..clinic_plane import DOT_STOP, Plane, arrow
from ..names import Name, along, around, box_around, put
from ..people import Group, people

TITLES = "In the clinic: the nerve test", "In the clinic"
SAME = 12  # px: an example nearer than this to the nerve is the nerve
GHOST = {"width": style.GHOST_LINE, "dash": style.GHOST_DASH}


def clinic(result: Damaged, plane: Plane, heading: float, left: float) -> Part:
    """The plane with its ways; ``heading`` is the title's baseline, ``left`` where it starts, px."""
    way = [plane.at(finding) for _, finding in result.path]
    ghosts = {name: plane.at(getattr(result.examples, name)) for name in EXAMPLES}
    here = {name for name, end in ghosts.items() if not result.untouched and math.dist(end, way[-1]) < SAME}
    marks: list[Mark] = [
        mark
        for name, end in ghosts.items()
        if name not in here
        for mark in arrow((way[0], end), "ghost", f"example: {EXAMPLES[name]}", **GHOST)
    ]
    marks += [*_own(result, plane, way), plane.home(result.path[0][1])]
    yours = [] if plane.room.guess is None else plane.guess_marks(plane.room.guess, [])
    texts = [box_around(way[0], 15), *(box_around(end, 14) for end in way[1:])]
    texts += [box_of(one) if isinstance(one, Text) else box_around(one.points[0], 12) for one in yours]
    lines = [*plane.limits, *along(way)]
    for name in ghosts.keys() - here:
        lines.append((way[0], ghosts[name]))
        texts.append(box_around(ghosts[name], 10))
    names = put(
        [*_names(result, plane, ghosts, here), *plane.corners(result.finding.verdict, "damage")], lines, texts
    )
    frame = [panel_title(plane.room, left, heading, TITLES, plane.right - left), *plane.frame()]
    return Part(frame, [*marks, *names, *yours], plane.bottom + 42)


def _own(result: Damaged, plane: Plane, way: list) -> list[Mark]:
    """The nerve's way, firm, with its stops and where it ends."""
    if result.untouched:
        return []
    stops = tuple(way[1:-1])
    end = plane.end(result.finding, "damage", "this nerve")
    return [
        *arrow(way, "damage", "way of this nerve", width=style.DATA_LINE, stop=DOT_STOP),
        *([Dots(stops, "damage", 6, name="stops of this nerve")] if stops else []),
        end,
    ]


def _names(result: Damaged, plane: Plane, ghosts: dict, here: set) -> list[Name]:
    """What the dots are called, the nerve's own first."""
    field = plane.left + 2, plane.top, plane.room.right, plane.bottom
    own = {"face": "semibold", "halo": True, "role": "damage"}
    said = []
    if not result.untouched:
        end = plane.at(result.finding)
        words = "this nerve" if result.finding.recorded else VERDICTS[result.finding.verdict]
        if here and result.finding.recorded:
            words = EXAMPLES[min(here)]
        said.append(Name(Text(*end, words, name="this nerve in words", **own), around(end), field))
    for name in EXAMPLES:
        if name not in here:
            label = Text(
                *ghosts[name], EXAMPLES[name], "ink3", halo=True, name=f"example: {EXAMPLES[name]}, in words"
            )
            said.append(Name(label, around(ghosts[name]), field))
    home = plane.at(result.path[0][1])
    return [*said, Name(Text(*home, "healthy", "ink3", halo=True), around(home), field)]


def patients(result: Damaged, left: float, top: float, width: float) -> Part:
    """What the clinic found in people: one dot each; ``top`` is the heading's baseline."""
    seen = result.patients
    heading = paragraph(
        left,
        top,
        f"In {seen.everyone} people with B12 deficiency of the cord",
        width,
        size=14,
        face="semibold",
    )
    under = paragraph(left, heading[-1].y + 18, "by what their nerve test showed", width, role="b12")
    small, slow, neither = people_words(result)
    groups = (
        Group("small", seen.small, small),
        Group("slow", seen.slow, slow),
        Group("neither", seen.neither, neither, hollow=True),
    )
    dots = people(left, under[-1].y + 14, width, groups, "b12")
    return Part(marks=[*heading, *under, *dots.marks], bottom=dots.bottom)
