"""The clinic's plane with the fall to nothing, the way back, and the ceiling that lost axons leave."""

from __future__ import annotations

from ...models.remyelination import Remyelinated
from ...scene import style
from ...scene.labels import Box, box_of
from ...scene.layout import Part, panel_title, paragraph
from ...scene.marks import Dots, Mark, Text, rule
from ...words.nerve_test import VERDICTS
from ...words.remyelination import MORAL, ceiling
from ..clinic_plane import DOT_STOP, Plane, arrow
from ..names import Name, along, around, box_around, put

TITLES = "Where the clinic finds it", "In the clinic"


def clinic(result: Remyelinated, plane: Plane, heading: float, left: float) -> Part:
    """Fall, rise and ceiling; ``heading`` is the title's baseline, ``left`` where it starts, px."""
    home, low, end = map(plane.at, result.path)
    dots = [
        plane.home(result.healthy),
        *_bottom(result, plane),
        plane.end(result.mended, "repair", "new sheaths"),
    ]
    marks: list[Mark] = [
        *arrow((home, low), "ghost", "fall", width=style.GHOST_LINE, dash=style.GHOST_DASH),
        *arrow((low, end), "repair", "rise", width=style.REPAIR_LINE, stop=DOT_STOP),
    ]
    texts = [box_around(dot.points[0], 15) for dot in dots]
    lines = [*plane.limits, *along((home, low, end))]
    names = []
    field = plane.left + 2, plane.top, plane.room.right, plane.bottom
    if result.axons_lost:
        y = plane.y(result.ceiling.amplitude_uv)
        marks.append(rule(plane.left, y, plane.right, y, "damage", 1.6, dash=(1.6, 3.2), name="ceiling"))
        lines.append(((plane.left, y), (plane.right, y)))
        label = Text(plane.left + 8, y - 5, ceiling(result), "damage", halo=True, name="ceiling in words")
        spots = [(x, y + down, anchor) for down in (-5, 15) for x, anchor in
                 ((plane.left + 8, "start"), (plane.right - 4, "end"))]  # fmt: skip
        names.append(Name(label, spots, field))
    names += _names(result, plane, field)
    yours = [] if plane.room.guess is None else plane.guess_marks(plane.room.guess, texts)
    texts += [box_of(one) if isinstance(one, Text) else box_around(one.points[0], 12) for one in yours]
    said = put([*names, *plane.corners(result.mended.verdict, "repair")], lines, texts)
    moral = paragraph(left, plane.bottom + 64, MORAL, plane.room.right - left, role="ink2")
    frame = [panel_title(plane.room, left, heading, TITLES, plane.right - left), *plane.frame()]
    return Part(frame, [*marks, *dots, *said, *yours, *moral], moral[-1].y)


def _bottom(result: Remyelinated, plane: Plane) -> list[Dots]:
    """Where the stripped nerve lies."""
    if not result.mended.recorded:
        return []
    return [plane.end(result.stripped, "damage", "stripped")]


def _names(result: Remyelinated, plane: Plane, field: Box) -> list[Name]:
    """What the dots are called."""
    home, low, end = map(plane.at, result.path)
    said = [Name(Text(*home, "healthy", "ink3", halo=True), around(home), field)]
    if result.mended.recorded:
        stripped = Text(*low, "stripped", "damage", halo=True, name="stripped in words")
        under = [(low[0] + right, low[1] + 8, "start") for right in (14, 26, 38)]
        back = Text(*end, "new sheaths", "repair", face="semibold", halo=True, name="new sheaths in words")
        return [Name(back, around(end), field), Name(stripped, [*under, *around(low)], field), *said]
    words = VERDICTS[result.mended.verdict]
    nothing = Text(*end, words, "repair", face="semibold", halo=True, name="new sheaths in words")
    return [Name(nothing, around(end), field), *said]
