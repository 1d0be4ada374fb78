"""What stays put in a picture of regrowth: the limb, its places as rows, and the months across."""

from __future__ import annotations

import numpy as np

from ...amounts import NBSP
from ...models.regrowth import DAYS_PER_MONTH, Limb, limbs
from ...quantities import quantity
from .. import style
from ..sheet import Scale, Sheet
from .limbs import DRAWINGS

HEIGHT = {"wide": 738, "narrow": 774}
BELOW = 136  # px from the axis to the source line: ticks, and the key under the limb
MOST_MONTHS, TICK_MONTHS = 48, 12
LONGEST_MM = 1_000  # both limbs are drawn to the scale of the longer one
SOURCES = (
    "Rates: pages on axon regrowth*; Seddon 1943*. Limbs: Huston 2009*. Muscle: a surgeons’ rule. "
    "The limb is schematic. * source not re-read."
)
ROW_GAP = 11  # px between a row's name and the plot: the front's dot may stand on the edge
HATCH = 9  # px between the lines of the hatched strip


class LimbAxes:
    """The limb on the left as the vertical axis, and a plot of places over months.

    Parameters
    ----------
    limb : str
        Name of a limb.
    width : int
    theme : {"light", "dark"}
    """

    def __init__(self, limb: str, width: int, theme: str):
        self.limb: Limb = limbs()[limb]
        size = "narrow" if width < style.NARROW_BELOW else "wide"
        self.sheet = sheet = Sheet(width, HEIGHT[size], theme)
        margin, narrow = sheet.sizes.margin, sheet.narrow
        sheet.badge("calculated")
        self.title = sheet.title_block(
            sheet.moving, 2 if narrow else 1, 3 if narrow else 1 if width > 690 else 2
        )
        limb_room = min(98.0, 0.27 * width) if narrow else 150.0
        top = self.title.bottom() + 48
        bottom = sheet.source_line(sheet.fixed, SOURCES) - BELOW
        left = margin + limb_room + (34 if narrow else 62)
        right = width - margin - (6 if narrow else 100)
        self.plot = (left, top, right, bottom)
        self.day = Scale(0, MOST_MONTHS * DAYS_PER_MONTH, left, right)
        self.place = Scale(0, LONGEST_MM, top, bottom)
        self._draw_limb(margin, limb_room, top)
        self._rows()
        self._months()
        self._muscle()

    def _draw_limb(self, margin: float, room: float, top: float) -> None:
        sheet, drawing = self.sheet, DRAWINGS[self.limb.name]
        metre = self.place(1_000) - self.place(0)
        squeeze = min(1.0, room / (metre * 0.30))  # a narrow sheet has no room for the whole length of a foot
        middle = margin + metre * squeeze * 0.108
        if self.limb.name == "arm":
            middle = margin + room * 0.45
        place = lambda line: np.column_stack(  # noqa: E731
            (middle + line[:, 0] * metre * squeeze, top + line[:, 1] * metre)
        )
        skin = place(drawing.skin)
        sheet.area(sheet.frame, skin, role="wash")
        sheet.line(sheet.frame, *skin.T, role="axis", width=1.7, solid_joinstyle="round")
        for mark in drawing.marks:
            sheet.line(sheet.frame, *place(mark).T, role="axis", width=0.9)
        self.route = place(drawing.route)
        sheet.ghost(sheet.frame, *self.route.T)  # what is alive or back is drawn over it

    def _rows(self) -> None:
        sheet, (left, _top, right, _bottom) = self.sheet, self.plot
        rows = (
            (self.limb.start, 0.0),
            (self.limb.joint, self.limb.joint_mm),
            (self.limb.target, self.limb.path_mm),
        )
        for name, place_mm in rows:
            y = self.place(place_mm)
            sheet.line(sheet.frame, [left, right], [y, y], role="grid", width=style.GRID_LINE)
            sheet.text(sheet.frame, left - ROW_GAP, y + 4.5, name, role="ink2", ha="right", halo=True)

    def _months(self) -> None:
        sheet, (left, _top, right, _bottom) = self.sheet, self.plot
        y = self.place(self.limb.path_mm)
        every = TICK_MONTHS * (2 if right - left < 240 else 1)
        for month in range(0, MOST_MONTHS + 1, every):
            x, last = self.day(month * DAYS_PER_MONTH), month == MOST_MONTHS
            words = f"{month}{NBSP}months" if last else str(month)
            at, ha = (right + 6, "right") if last and sheet.narrow else (x, "center")
            sheet.text(sheet.frame, at, y + 22, words, role="ink3", size=sheet.sizes.tick, ha=ha)
            sheet.line(sheet.frame, [x, x], [y, y + 5], role="axis", width=1)
        sheet.line(sheet.frame, [left, right], [y, y], role="axis", width=1)
        words = "since the injury" if sheet.narrow else "months since the injury"
        sheet.text(sheet.frame, (left + right) / 2, y + 41, words, role="ink2", ha="center")

    def _muscle(self) -> None:
        """When muscles stop waiting: a hatched strip behind everything that moves, and its meaning to its right."""
        sheet, (_left, top, right, _bottom) = self.sheet, self.plot
        window, bottom = quantity("nerve.muscle_window"), self.place(self.limb.path_mm)
        low, high = (self.day(end * DAYS_PER_MONTH) for end in (window.low, window.high))
        x, y = [], []
        for start in np.arange(top - (high - low), bottom, HATCH):
            ends = [(low, start + (high - low)), (high, start)]
            cut = [(px + (py - lim), lim) for (px, py), lim in zip(ends, (bottom, top), strict=True)]
            ends[0] = cut[0] if ends[0][1] > bottom else ends[0]
            ends[1] = (high - (top - start), top) if start < top else ends[1]
            x += [ends[0][0], ends[1][0], np.nan]
            y += [ends[0][1], ends[1][1], np.nan]
        sheet.line(sheet.fixed, x, y, role="damage", width=0.8, alpha=0.28)
        words = "muscles, not feeling, recover poorly" + ("" if sheet.narrow else " by now →")
        lines = style.wrap(words, right + 6 - (high + 7), sheet.sizes.label)
        self.muscle = [
            sheet.text(sheet.over, high + 7, top + 17 + 16 * row, line, role="damage", halo=True)
            for row, line in enumerate(lines)
        ]
