"""A plot of what gets in over the dose, with measured points over it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...amounts import NBSP
from .. import style
from ..sheet import Scale
from .panels import Panels
from .words import ug


class Curve(Panels):
    """A plot of amounts absorbed over the dose, on a log axis; what runs beyond its top says so."""

    top_ug: float
    dose_range_ug: tuple[float, float]
    ticks_x: Sequence[float]
    ticks_y: Sequence[float]
    axis_words: str

    def __init__(self, width: int, theme: str):
        super().__init__(width, theme)
        sheet, (left, top, right, bottom) = self.sheet, self.plot
        self.x = Scale(*self.dose_range_ug, left, right, log=True)
        self.y = Scale(0, self.top_ug, bottom, top)
        for tick in self.ticks_y:
            words, y = self._tick(tick, self.ticks_y), self.y(tick)
            sheet.text(sheet.frame, left - 8, y + 4, words, role="ink3", size=sheet.sizes.tick, ha="right")
            sheet.line(sheet.frame, [left, right], [y, y], role="grid" if tick else "axis", width=1)
        for tick in self.ticks_x:
            words, x = self._tick(tick, self.ticks_x), self.x(tick)
            sheet.text(sheet.frame, x, bottom + 19, words, role="ink3", size=sheet.sizes.tick, ha="center")
        sheet.text(sheet.frame, (left + right) / 2, bottom + 40, self.axis_words, role="ink2", ha="center")
        self.doses = np.geomspace(*self.dose_range_ug, 160)

    @staticmethod
    def _tick(tick: float, ticks: Sequence[float]) -> str:
        """A tick's words; the last one says the unit."""
        return f"{tick:,g}{NBSP + 'µg' if tick == ticks[-1] else ''}"

    def cursor(self) -> None:
        """Artists of the dose that the controls are at."""
        sheet = self.sheet
        self._cursor = sheet.line(sheet.moving, [], [], role="ink", width=1.4)
        self._here = sheet.dots(sheet.moving, [], [], role="b12", hollow=True, size=15, width=2.6)
        self._this = sheet.text(sheet.moving, 0, self.plot[1] - 4, face="semibold", ha="right", halo=True)

    def set_cursor(self, dose_ug: float, absorbed_ug: float) -> None:
        """Move the cursor; an amount above the plot is named at its top."""
        x, beyond = self.x(dose_ug), absorbed_ug > self.top_ug
        y = self.y(min(absorbed_ug, self.top_ug))
        self._cursor.set_data([x, x], [self.plot[1] - 14, y])
        self._here.set_data([x], [y])
        self._here.set_marker("^" if beyond else "o")
        words = f"this dose: {ug(absorbed_ug)}, off the top" if beyond else "this dose"
        right = x - 8 - style.text_width(words, self.sheet.sizes.label, "semibold") < self.plot[0]
        self._this.set(words, x=x + 8 if right else x - 8, ha="left" if right else "right")

    def points(self, rows, role: str, marker: str) -> None:
        """Measured points; those whose source was not re-read are hollow."""
        sheet = self.sheet
        for hollow in (False, True):
            chosen = [row for row in rows if row.read != hollow]
            x, y = self.x([r.dose_ug for r in chosen]), self.y([r.absorbed_ug for r in chosen])
            if chosen:
                sheet.dots(sheet.over, x, y, role=role, marker=marker, hollow=hollow, size=8 if hollow else 9)

    def polygon(self, artist, lower, upper) -> None:
        """Fill between two curves of amounts (µg), cut at the top of the plot."""
        x = self.x(self.doses)
        edge = [np.minimum(curve, self.top_ug) for curve in (upper, lower)]
        points = [
            *zip(x, self.y(edge[0]), strict=True),
            *reversed(list(zip(x, self.y(edge[1]), strict=True))),
        ]
        artist.set_xy(points)

    def curve(self, artist, amounts) -> None:
        """Draw a curve of amounts (µg), cut at the top of the plot."""
        amounts = np.asarray(amounts, float)
        inside = amounts <= self.top_ug
        artist.set_data(np.array(self.x(self.doses))[inside], np.array(self.y(amounts))[inside])
