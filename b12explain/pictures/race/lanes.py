"""The first 40 mm, slowed down: how far each signal is at one moment."""

from __future__ import annotations

from ...models.race import STRETCH_MM, Race
from ...scene.layout import Part, Room, panel_title
from ...scene.marks import Text, rule
from ...words import race as words
from .runners import LANES, lane_ends, runners

HEADINGS = (f"The first {STRETCH_MM:g}{words.NBSP}mm, slowed down", f"The first {STRETCH_MM:g}{words.NBSP}mm",
            f"{STRETCH_MM:g}{words.NBSP}mm")  # fmt: skip
WHAT = "first mm"


def lanes(result: Race, room: Room, top: float, moment_ms: float) -> Part:
    """Three lanes; ``top`` is the baseline of the heading."""
    start, end = lane_ends(room)
    step = 40 if room.narrow else 26
    ys = [top + (42 if room.narrow else 26) + step * lane for lane in range(LANES)]
    width = start - room.left or room.inner
    marks = [Text(end, top, words.now(moment_ms), face="semibold", anchor="end", name="now")]
    for one, y in zip(runners(result), ys, strict=True):
        share = min(1.0, one.velocity_m_per_s * moment_ms / STRETCH_MM) if one.goes else 0.0  # m/s × ms is mm
        marks += one.draw(start, end, y, share, 11, WHAT)
        marks.append(one.called(room.left, y - 11 if room.narrow else y + 4.5, width, WHAT))
    beside = room.inner - 100 if room.narrow else end - room.left - 100
    frame = [
        panel_title(room, room.left, top, HEADINGS, beside),
        *(rule(start, y, end, y, width=4) for y in ys),
    ]
    return Part(frame, marks, ys[-1])
