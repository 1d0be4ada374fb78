"""One fibre with its sheath, and under it when each of its nodes fires."""

from __future__ import annotations

import numpy as np

from ...amounts import NBSP
from ...models.damage import Damaged
from ...models.population import Population
from ...models.single_fibre import INTERNODES, simulate
from .. import style
from ..sheet import Scale, Sheet
from .words import lag

ROOM_FOR_HEALTHY = 56  # px
AXON, SHEATH, LATEST_MS = 8.0, 9.0, 1.5
GAP = 1.6  # px of bare axon at a node


class FibrePanel:
    """A stretch of one large fibre, drawn as its sheath is now, over the times at which its nodes fire."""

    heading = "One large fibre: its sheath, and when its nodes fire"
    short_heading = "One fibre, and when its nodes fire"

    def __init__(self, sheet: Sheet, left: float, top: float, width: float, height: float):
        self.sheet, self.left, self.right = sheet, left, left + width
        words = self.heading
        if style.text_width(words, 14, "semibold") > width:
            words = self.short_heading
        sheet.text(sheet.frame, left, top, words, face="semibold", size=14)
        normal = simulate(Population().temperature_c, 1.0, (False,) * INTERNODES)
        self.x = Scale(0, float(normal.position_mm[-1]), left + 2, left + width - 2)
        self.middle = top + 38
        self.y = Scale(0, LATEST_MS, top + 76, top + height)
        self._times(sheet, left, left + width)
        sheet.ghost(sheet.fixed, self.x(normal.position_mm), self.y(normal.arrival_ms))
        sheet.text(sheet.fixed, left + width, self.y(0.22), "healthy", role="ink3", ha="right", halo=True)
        self._strip()
        self._line = sheet.line(sheet.moving, [], [], role="damage", width=style.DATA_LINE)
        self._dots = sheet.dots(sheet.moving, [], [], role="spike", size=6, rim=0.8)
        self._cross = sheet.dots(sheet.moving, [], [], role="damage", marker="X", size=14)
        self._words = sheet.text(sheet.moving, self.right, top + height - 6, role="damage", face="semibold",
                                 ha="right", halo=True)  # fmt: skip

    def _times(self, sheet: Sheet, left: float, right: float) -> None:
        for tick, words in ((0, ""), (1, f"1{NBSP}ms after it entered")):
            y = self.y(tick)
            sheet.line(sheet.frame, [left, right], [y, y], role="grid" if tick else "axis", width=1)
            sheet.text(sheet.frame, left, y - 5, words, role="ink3", size=sheet.sizes.tick)

    def _strip(self) -> None:
        sheet = self.sheet
        wide = {"solid_capstyle": "butt"}
        self._behind = sheet.line(sheet.moving, [], [], role="damage_tint", width=44, **wide)
        self._rims = [sheet.line(sheet.moving, [], [], role="myelin_line", width=2, **wide) for _ in "nh"]
        self._sheaths = [sheet.line(sheet.moving, [], [], role="myelin", width=2, **wide) for _ in "nh"]
        ends = [self.left, self.right]
        sheet.line(sheet.over, ends, [self.middle] * 2, role="axon", width=AXON)

    def update(self, result: Damaged) -> None:
        """Show the fibre."""
        fibre, at = result.fibre, self.x(result.fibre.position_mm)
        left = result.population.lamella_fraction if any(fibre.affected) else 1.0
        for i, hurt in enumerate((False, True)):
            x, y = self._segments([k for k, one in enumerate(fibre.affected) if one == hurt], at)
            thick = AXON + 2 * SHEATH * (left if hurt else 1)
            for artist, width in ((self._rims[i], thick + 2), (self._sheaths[i], thick)):
                artist.set_data(x, y)
                artist.set_linewidth(width)
        x, y = self._segments([k for k, one in enumerate(fibre.affected) if one], at, 0)
        self._behind.set_data(x, y)
        self._wave(result, at)

    def _segments(self, which: list[int], at, gap: float = GAP) -> tuple[list[float], list[float]]:
        """Internodes as pieces of one broken line."""
        x = [v for k in which for v in (at[k] + gap, at[k + 1] - gap, np.nan)]
        return x, [self.middle] * len(x)

    def _wave(self, result: Damaged, at) -> None:
        fibre = result.fibre
        for artist in (self._line, self._dots, self._cross):
            artist.set_visible(not result.fibre_lost)
        if result.fibre_lost:
            self._words.set("this one is among the lost", x=self.right, ha="right", y=self.y(LATEST_MS) - 2)
            return
        fired = [k for k, time in enumerate(fibre.arrival_ms) if time <= LATEST_MS]
        x, y = [at[k] for k in fired], [self.y(float(fibre.arrival_ms[k])) for k in fired]
        self._line.set_data(x, y)
        self._dots.set_data(x, y)
        self._cross.set_visible(fibre.blocked)
        if not fibre.blocked:
            self._arrives(result, x[-1])
            return
        here = at[fibre.last], self.y(min(LATEST_MS, float(fibre.arrival_ms[fibre.last])))
        self._cross.set_data([here[0]], [here[1]])
        self._words.set("blocked here", x=here[0] + 14, y=here[1] + 5, ha="left")
        if self._words.x + self._words.width > self.right - ROOM_FOR_HEALTHY:
            self._words.set(x=here[0] - 14, y=here[1] + 18, ha="right")

    def _arrives(self, result: Damaged, last: float) -> None:
        """Say how late the wave is, where its line does not run."""
        late, beyond = lag(result.delay_ms), result.fibre.arrival_ms[-1] > LATEST_MS
        words = f"through, {late}" if result.freed else late if beyond else f"arrives {late}"
        on_left = result.fibre.arrival_ms[-1] > 0.7 * LATEST_MS and last > (self.left + self.right) / 2
        side = {"x": self.left, "ha": "left"} if on_left else {"x": self.right, "ha": "right"}
        self._words.set(f"{words}, off the picture" if beyond else words, y=self.y(LATEST_MS) - 2, **side)
