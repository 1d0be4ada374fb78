"""The wave inside the fibre at one moment: rebuilt at the nodes, gliding between them."""

from __future__ import annotations

import numpy as np

from ...amounts import NBSP
from ...models.race import STRETCH_MM, Race
from .. import style
from ..sheet import Scale, Sheet

HEIGHT, TOP_MV, LOW_MV = 104, 125.0, -15.0
FIRES_MV = 50.0  # a node this far above rest is on its way up or down a spike
RISES_MV = 4.0  # more than this from one moment to the next is the rising front


class WavePanel:
    """Potential inside the fibre along its length.

    Parameters
    ----------
    sheet : Sheet
    along : Scale
        mm along the fibre → px.
    top : float
    """

    def __init__(self, sheet: Sheet, along: Scale, top: float):
        self.sheet, self.along = sheet, along
        margin = sheet.sizes.margin
        heading = top if sheet.narrow else top + 12
        sheet.text(sheet.frame, margin, heading, "Inside the fibre", face="semibold", size=14)
        self._now = sheet.text(sheet.moving, along.end_px, heading, role="ink", face="semibold", ha="right")
        plot = top + (26 if sheet.narrow else 18)
        self.y = Scale(LOW_MV, TOP_MV, plot + HEIGHT, plot)
        self.bottom = plot + HEIGHT
        if not sheet.narrow:
            for row, words in enumerate(("each dot is a node,", "where the signal", "is built up anew")):
                sheet.text(sheet.fixed, margin, heading + 22 + 17 * row, words, role="ink2")
        rest = self.y(0)
        sheet.line(sheet.frame, [along.start_px, along.end_px], [rest, rest], role="grid", width=1)
        self._bar(rest)
        for tick in (0, 10, 20, 30, 40):
            words = f"{tick}{NBSP}mm" if tick == STRETCH_MM else str(tick)
            ha = "left" if tick == 0 else "right" if tick == STRETCH_MM else "center"
            sheet.text(
                sheet.frame, along(tick), self.bottom + 18, words, role="ink3", size=sheet.sizes.tick, ha=ha
            )
        self._trail = [sheet.line(sheet.moving, [], [], role="axon_tint", width=1.4) for _ in range(4)]
        self._wave = sheet.line(sheet.moving, [], [], role="axon", width=style.DATA_LINE)
        self._front = sheet.line(sheet.moving, [], [], role="spike", width=3.4)
        self._nodes = sheet.dots(sheet.moving, [], [], role="axon", size=5, rim=0)
        self._firing = sheet.dots(sheet.moving, [], [], role="spike", size=9.5)

    def _bar(self, rest: float) -> None:
        """A scale bar of 100 mV beside the plot, where there is room for one."""
        if self.sheet.narrow:
            return
        x = self.along.end_px + 18
        self.sheet.line(self.sheet.fixed, [x, x], [rest, self.y(100)], role="ink2", width=2)
        self.sheet.text(self.sheet.fixed, x + 8, (rest + self.y(100)) / 2 + 4, f"100{NBSP}mV", role="ink2")

    def update(self, result: Race, moment: float) -> None:
        """Show the wave at a moment (ms)."""
        wave = result.wave
        i = int(np.argmin(np.abs(wave.moments_ms - moment)))
        x = np.array(self.along(wave.position_mm))
        for back, line in enumerate(self._trail, start=1):
            before = i - 6 * back
            line.set_visible(before >= 0)
            if before >= 0:
                line.set_data(x, self.y(wave.potential_mv[before]))
        potential = wave.potential_mv[i]
        y = np.array(self.y(potential))
        self._wave.set_data(x, y)
        rising = potential - wave.potential_mv[max(i - 1, 0)] > RISES_MV
        self._front.set_data(np.where(rising, x, np.nan), y)
        node, fires = wave.is_node, wave.is_node & (potential > FIRES_MV)
        few = node.sum() < 60  # nodes closer than a few pixels would only thicken the line
        self._nodes.set_visible(bool(few))
        self._nodes.set_data(x[node & ~fires], y[node & ~fires])
        self._firing.set_data(x[fires], y[fires])
        self._firing.set_markersize(9.5 if few else 5)
        self._now.set(f"now, {moment:.2f}{NBSP}ms")
