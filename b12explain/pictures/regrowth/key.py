"""What the marks of a picture of regrowth mean: a key under the limb, a row for each rate."""

from __future__ import annotations

from ...scene import style
from ...scene.layout import Part, paragraph
from ...scene.marks import Dots, Mark, Path, Text
from ...words.regrowth import MUSCLES, edge_rate, faster, rate
from .frame import Frame
from .plot import DOTTED, hatched

FIRST, STEP, SWATCH = 24, 18, 14  # px: the heading under the axis, from row to row, length of a mark
ROWS = 5  # kept, so that what is below does not jump


def draw_key(frame: Frame, *, named: bool) -> Part:
    """The marks on the limb, slowest first; then those of the plot that have no name there.

    Parameters
    ----------
    frame : Frame
    named : bool
        Whether the plot names the dotted line.
    """
    result, room = frame.result, frame.room
    x, top = room.left, frame.foot + (FIRST if room.width >= 320 else FIRST + 40)
    beside, bottom = x + SWATCH + 9, top + STEP * ROWS
    heading = "Back by now" if room.narrow else "How far it is back by now"
    rows = [
        (f"at {said(one)}{'' if room.narrow else f', {name}'}", f"key of {mark}")
        for one, said, name, mark in (
            (result.slow_mm_per_day, edge_rate, "the slowest", "sure"),
            (result.rate_mm_per_day, rate, "as chosen", "front"),
            (result.fast_mm_per_day, edge_rate, "the fastest", "possible"),
        )
    ]

    def line(row: int, role: str, width: float, dash: tuple[float, ...] = ()) -> Path:
        y = top + STEP * (row + 1) - 4.5
        return Path(((x, y), (x + SWATCH, y)), stroke=role, width=width, dash=dash)

    still: list[Mark] = [
        Text(x, top, heading, "repair", face="semibold"),
        line(0, "repair", 4.5),
        Dots(((x + SWATCH / 2, top + STEP * 2 - 4.5),), "repair", 11),
        line(2, "repair_tint", 9),
        line(3, "ghost", style.GHOST_LINE, style.GHOST_DASH),
    ]
    marks: list[Mark] = [
        Text(beside, top + STEP * (row + 1), words, "ink2", name=name)
        for row, (words, name) in enumerate([*rows, ("not yet back", "key of lost")])
    ]
    if result.speed_up and not named:
        words = Text(beside, bottom, faster(result), "b12", face="semibold", name="faster in words")
        marks += [line(4, "b12", 1.8, DOTTED), words]
    if room.narrow:
        y = bottom + STEP
        lines = paragraph(
            beside, y, MUSCLES, room.inner - SWATCH - 9, step=16, role="damage", name="muscles in words"
        )
        still += [hatched(x, y - 11, x + SWATCH, y + 3, spread=5), *lines]
        bottom = lines[-1].y
    return Part(marks=[*still, *marks], bottom=bottom)
