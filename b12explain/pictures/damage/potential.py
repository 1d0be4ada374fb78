"""What the electrode picks up: the nerve's potential over that of the healthy one."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...models.damage import Damaged
from ...models.nerve import Study
from ...scene import style
from ...scene.axes import ticks
from ...scene.labels import width_of
from ...scene.layout import Part, Room, panel_title
from ...scene.marks import Mark, Path, Points, Text, rule, thin
from ...scene.scale import Scale
from ...words.damage import potential as words_of

SHOWN_MS, TOP, BOTTOM = 10.0, 1.25, -0.62  # of the healthy amplitude
HEIGHT = 190.0
AREA_PX = 0.6  # that the edge of the area may miss the line over it by
TITLES = "At the electrode: the potential on the skin", "At the electrode"


@dataclass(frozen=True)
class Panel:
    """Place of the panel: left edge, the heading's baseline and width, px."""

    left: float
    top: float
    width: float

    @property
    def right(self) -> float:
        """Right edge, px."""
        return self.left + self.width

    @property
    def x(self) -> Scale:
        """Time since the stimulus, ms → px."""
        return Scale(0, SHOWN_MS, self.left, self.right)

    @property
    def y(self) -> Scale:
        """Potential, of the healthy amplitude and upwards as laboratories draw it → px."""
        return Scale(BOTTOM, TOP, self.top + HEIGHT - 22, self.top + 14)

    def curve(self, study: Study, healthy: Study) -> Points:
        """A nerve's potential, its main phase upwards."""
        kept = (study.time_ms >= 0) & (study.time_ms <= SHOWN_MS)
        share = np.clip(-study.trace_uv[kept] / healthy.amplitude_uv, BOTTOM, TOP)
        x, y = self.x(study.time_ms[kept]), self.y(share)
        if study.time_ms[-1] < SHOWN_MS:
            x, y = np.append(x, (x[-1], self.right)), np.append(y, (self.y(0),) * 2)
        return thin(x, y)


def potential(result: Damaged, room: Room, left: float, top: float, width: float) -> Part:
    """The compound action potential; ``top`` is the heading's baseline."""
    panel = Panel(left, top, width)
    study, healthy = result.study, result.healthy
    line = panel.curve(study, healthy)
    base = panel.y(0)
    area = (line[0][0], base), *thin(*zip(*line, strict=True), AREA_PX), (line[-1][0], base)
    marks: list[Mark] = [
        Path(area, fill="damage_tint", closed=True, name="area of the potential"),
        Path(
            panel.curve(healthy, healthy),
            stroke="ghost",
            width=style.GHOST_LINE,
            dash=style.GHOST_DASH,
            name="healthy potential",
        ),
        Path(line, stroke="damage", width=style.DATA_LINE, name="potential"),
        _healthy(panel, healthy),
        *_words(result, panel),
    ]
    return Part([panel_title(room, left, top, TITLES, width), *_axis(room, panel)], marks, top + HEIGHT)


def _healthy(panel: Panel, healthy: Study) -> Text:
    """Beside where the healthy potential rises, inside the panel."""
    label = Text(panel.x(healthy.onset_ms) - 6, panel.y(0.7), "healthy", "ink3", anchor="end", halo=True)
    return replace(label, x=max(label.x, panel.left + width_of(label)))


def _words(result: Damaged, panel: Panel) -> list[Mark]:
    y = panel.y(1.0)
    lines = words_of(result, SHOWN_MS)
    return [
        Text(panel.right, y, "this nerve", "damage", face="semibold", anchor="end", halo=True),
        *(
            Text(
                panel.right,
                y + 17 * (row + 1),
                line,
                "ink2",
                anchor="end",
                halo=True,
                name="potential in words",
            )
            for row, line in enumerate(lines)
        ),
    ]


def _axis(room: Room, panel: Panel) -> list[Mark]:
    base, every = panel.y(0), (0, 2, 4, 6, 8, 10) if panel.width > 240 else (0, 5, 10)
    anchors = {every[0]: "start", every[-1]: "end"}
    marks: list[Mark] = [rule(panel.left, base, panel.right, base, "axis", name="no potential")]
    for value, words in ticks(every, "ms"):
        anchor = anchors.get(value, "middle")
        marks.append(Text(panel.x(value), panel.top + HEIGHT, words, "ink3", room.sizes.tick, anchor=anchor))
    return marks
