"""What the marks of a picture of regrowth mean: a key under the limb, a row for each rate."""

from __future__ import annotations

from ...scene import style
from ...scene.layout import Part
from ...scene.marks import Dots, Mark, Path, Text
from ...scene.text import wrap
from ...words.regrowth import MUSCLES, faster, rate
from .frame import Frame
from .plot import DOTTED, hatched

FIRST, STEP, SWATCH = 24, 18, 14  # px: the heading under the axis, from row to row, length of a mark
ROWS = 5  # kept, so that what is below does not jump


def draw_key(frame: Frame, named: bool) -> Part:
    """The marks on the limb, slowest first; then those of the plot that have no name there.

    Parameters
    ----------
    frame : Frame
    named : bool
        Whether the plot names the dotted line.
    """
    result, room = frame.result, frame.room
    x, top = room.left, frame.foot + (FIRST if room.width >= 320 else FIRST + 40)
    heading = "Back by now" if room.narrow else "How far it is back by now"
    still: list[Mark] = [Text(x, top, heading, "repair", face="semibold")]
    at = lambda row: ((x, top + STEP * (row + 1) - 4.5), (x + SWATCH, top + STEP * (row + 1) - 4.5))  # noqa: E731
    still += [
        Path(at(0), stroke="repair", width=4.5),
        Dots(((x + SWATCH / 2, at(1)[0][1]),), "repair", 11),
        Path(at(2), stroke="repair_tint", width=9),
        Path(at(3), stroke="ghost", width=style.GHOST_LINE, dash=style.GHOST_DASH),
    ]
    rates = (
        (result.slow_mm_per_day, "the slowest", "sure"),
        (result.rate_mm_per_day, "as chosen", "front"),
        (result.fast_mm_per_day, "the fastest", "possible"),
    )
    said = [
        (f"at {rate(one)}{'' if room.narrow else f', {name}'}", f"key of {mark}") for one, name, mark in rates
    ]
    marks: list[Mark] = [
        Text(x + SWATCH + 9, top + STEP * (row + 1), words, "ink2", name=name)
        for row, (words, name) in enumerate([*said, ("not yet back", "key of lost")])
    ]
    if result.speed_up and not named:
        marks += [
            Path(at(4), stroke="b12", width=1.8, dash=DOTTED),
            Text(
                x + SWATCH + 9, top + STEP * 5, faster(result), "b12", face="semibold", name="faster in words"
            ),
        ]
    bottom = top + STEP * ROWS
    if room.narrow:
        lines = wrap(MUSCLES, room.inner - SWATCH - 9, 13.5)
        y = bottom + STEP
        still.append(hatched(x, y - 11, x + SWATCH, y + 3, spread=5))
        still += [
            Text(x + SWATCH + 9, y + 16 * row, line, "damage", name="muscles in words")
            for row, line in enumerate(lines)
        ]
        bottom = y + 16 * (len(lines) - 1)
    return Part(marks=[*still, *marks], bottom=bottom)
