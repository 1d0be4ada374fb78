"""What the electrode picks up: the nerve's potential over that of the healthy one."""

from __future__ import annotations

import numpy as np

from ...models.damage import Damaged
from ...models.nerve import Study
from ...scene import style
from ...scene.axes import across, ticks
from ...scene.labels import width_of
from ...scene.layout import Part, Room, panel_title
from ...scene.marks import Mark, Path, Points, Text, rule, thin
from ...scene.scale import Scale
from ...scene.text import wrap
from ...words.damage import potential as words_of

SHOWN_MS, TOP, BOTTOM = 10.0, 1.25, -0.62  # of the healthy amplitude
HEIGHT = 190.0
AREA_PX = 0.6  # that the edge of the area may miss the line over it by
TITLES = "At the electrode: the potential on the skin", "At the electrode"


def potential(result: Damaged, room: Room, left: float, top: float, width: float) -> Part:
    """The compound action potential, upwards as laboratories draw it; ``top`` is the heading's baseline."""
    healthy, right = result.healthy, left + width
    x = Scale(0, SHOWN_MS, left, right)
    y = Scale(BOTTOM, TOP, top + HEIGHT - 22, top + 14)  # of the share of the healthy amplitude
    line, ghost = (_curve(study, healthy.amplitude_uv, x, y) for study in (result.study, healthy))
    base = y(0)
    area = (line[0][0], base), *thin(*zip(*line, strict=True), AREA_PX), (line[-1][0], base)
    dashed = {"stroke": "ghost", "width": style.GHOST_LINE, "dash": style.GHOST_DASH}
    said = {"anchor": "end", "halo": True}
    beside = max(x(healthy.onset_ms) - 6, left + width_of(Text(0, 0, "healthy")))
    lines = [line for words in words_of(result, SHOWN_MS) for line in wrap(words, right - beside - 4, 13.5)]
    every = (0, 2, 4, 6, 8, 10) if width > 240 else (0, 5, 10)
    marks: list[Mark] = [
        Path(area, fill="damage_tint", closed=True, name="area of the potential"),
        Path(ghost, name="healthy potential", **dashed),
        Path(line, stroke="damage", width=style.DATA_LINE, name="potential"),
        Text(beside, y(0.7), "healthy", "ink3", **said),
        Text(right, y(1), "this nerve", "damage", face="semibold", **said),
        *(
            Text(right, y(1) + 17 * row, line, "ink2", name="potential in words", **said)
            for row, line in enumerate(lines, 1)
        ),
    ]
    frame = [
        panel_title(room, left, top, TITLES, width),
        rule(left, base, right, base, "axis", name="no potential"),
        *across(room, x, ticks(every, "ms"), top + HEIGHT - 19, ends=True),
    ]
    return Part(frame, marks, top + HEIGHT)


def _curve(study: Study, full_uv: float, x: Scale, y: Scale) -> Points:
    """A nerve's potential, its main phase upwards."""
    kept = (study.time_ms >= 0) & (study.time_ms <= SHOWN_MS)
    at = x(study.time_ms[kept])
    high = y(np.clip(-study.trace_uv[kept] / full_uv, BOTTOM, TOP))
    if study.time_ms[-1] < SHOWN_MS:
        at, high = np.append(at, (at[-1], x.end_px)), np.append(high, (y(0), y(0)))
    return thin(at, high)
