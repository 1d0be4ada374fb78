"""What stays put in a picture of regrowth: the limb, its places as rows, and the years across."""

from __future__ import annotations

import numpy as np

from ...models.regrowth import DAYS_PER_MONTH, DAYS_PER_YEAR, Limb, limbs
from ...quantities import quantity
from ...units import NBSP
from .. import style
from ..sheet import Scale, Sheet
from .limbs import DRAWINGS

HEIGHT = {"wide": 664, "narrow": 700}
YEARS = 4
LONGEST_MM = 1_000  # both limbs are drawn to the scale of the longer one
SOURCES = (
    "Rates: pages on axon regrowth*; Seddon 1943*. Limbs: Huston 2009*. Muscle: a surgeons’ rule. "
    "The limb is schematic. * source not re-read."
)
HATCH = 9  # px between the lines of the hatched strip


class LimbAxes:
    """The limb on the left as the vertical axis, and a plot of places over years.

    Parameters
    ----------
    limb : str
        Name of a limb.
    width : int
    theme : {"light", "dark"}
    """

    def __init__(self, limb: str, width: int, theme: str):
        self.limb: Limb = limbs()[limb]
        self.sheet = sheet = Sheet(width, HEIGHT["narrow" if width < style.NARROW_BELOW else "wide"], theme)
        margin, narrow = sheet.sizes.margin, sheet.narrow
        sheet.badge("calculated")
        self.title = sheet.title_block(
            sheet.moving, 2 if narrow else 1, 3 if narrow else 1 if width > 690 else 2
        )
        limb_room = min(98.0, 0.27 * width) if narrow else 150.0
        top = self.title.bottom() + 48
        bottom = sheet.source_line(sheet.fixed, SOURCES) - 62
        left = margin + limb_room + (34 if narrow else 62)
        right = width - margin - (6 if narrow else 100)
        self.plot = (left, top, right, bottom)
        self.day = Scale(0, YEARS * DAYS_PER_YEAR, left, right)
        self.place = Scale(0, LONGEST_MM, top, bottom)
        self._draw_limb(margin, limb_room, top)
        self._rows()
        self._years()
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
            sheet.text(sheet.frame, left - 7, y + 4.5, name, role="ink2", ha="right", halo=True)

    def _years(self) -> None:
        sheet, (left, _top, right, _bottom) = self.sheet, self.plot
        y = self.place(self.limb.path_mm)
        every = 2 if right - left < 150 else 1
        for year in range(0, YEARS + 1, every):
            x = self.day(year * DAYS_PER_YEAR)
            words = f"{year}{NBSP}years" if year == YEARS else str(year)
            last = year == YEARS and sheet.narrow
            ha = "right" if last else "center"
            at = right + 6 if last else x
            sheet.text(sheet.frame, at, y + 22, words, role="ink3", size=sheet.sizes.tick, ha=ha)
            sheet.line(sheet.frame, [x, x], [y, y + 5], role="axis", width=1)
        sheet.line(sheet.frame, [left, right], [y, y], role="axis", width=1)
        words = "since the injury" if sheet.narrow else "years since the axon died back"
        sheet.text(sheet.frame, (left + right) / 2, y + 41, words, role="ink2", ha="center")

    def _muscle(self) -> None:
        """When muscles stop waiting: a hatched strip behind everything that moves."""
        sheet, (_left, top, _right, _bottom) = self.sheet, self.plot
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
        lines = ("muscles stop", "waiting") if sheet.width < 330 else ("muscles stop waiting",)
        for row, words in enumerate(reversed(lines)):
            sheet.text(sheet.fixed, low, top - 27 - 16 * row, words, role="damage")
