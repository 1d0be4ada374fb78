"""Speed against diameter: the model's whole fibres, the human band, and the reader's own fibre."""

from __future__ import annotations

from ...amounts import NBSP
from ...models.race import PLANE_UM, Race, human_slope, plane
from .. import style
from ..sheet import Scale, Sheet
from .words import speed

HEIGHT, TOP = 170, 125.0


class Plane:
    """The velocity–diameter plane.

    Parameters
    ----------
    sheet : Sheet
    left, top, width : float
        Place on the sheet, CSS px.
    """

    def __init__(self, sheet: Sheet, left: float, top: float, width: float):
        self.sheet = sheet
        sheet.text(sheet.frame, left, top, "Speed and diameter", face="semibold", size=14)
        self.x = Scale(0, 17, left + 34, left + width)
        self.y = Scale(0, TOP, top + 26 + HEIGHT, top + 26)
        for tick in (0, 25, 50, 75, 100, 125):
            words = f"{tick}{NBSP}m/s" if tick == TOP else str(tick)
            role = "grid" if tick else "axis"
            sheet.line(sheet.frame, [left + 34, left + width], [self.y(tick)] * 2, role=role, width=1)
            x, ha = (left + 28, "right") if tick < TOP else (left + 34, "left")
            sheet.text(sheet.frame, x, self.y(tick) + (4 if tick < TOP else -4), words, role="ink3",
                       size=sheet.sizes.tick, ha=ha)  # fmt: skip
        for tick in (5, 10, 15):
            words = f"{tick}{NBSP}µm" if tick == 15 else str(tick)
            sheet.text(
                sheet.frame,
                self.x(tick),
                self.y(0) + 18,
                words,
                role="ink3",
                size=sheet.sizes.tick,
                ha="center",
            )
        low, high = human_slope()
        ends = [(4.0, low), (13.0, low), (13.0, high), (4.0, high)]
        sheet.area(sheet.fixed, [(self.x(d), self.y(d * slope)) for d, slope in ends], role="grid")
        sheet.text(sheet.fixed, self.x(13.2), self.y(13 * high) - 2, "human", role="ink2")
        sheet.line(sheet.fixed, self.x(PLANE_UM), self.y(plane()), role="axon", width=style.DATA_LINE)
        sheet.text(
            sheet.fixed,
            left + 40,
            self.y(110),
            "whole sheath, 37 °C",
            role="axon_text",
            halo=True,
        )
        self._fall = sheet.line(sheet.moving, [], [], role="damage", width=2)
        self._dot = sheet.dots(sheet.moving, [], [], role="axon", size=12)
        self._cross = sheet.dots(sheet.moving, [], [], role="damage", marker="x", size=10, rim=2.4)
        self._cross.set_markeredgecolor(sheet.colour("damage"))
        self._words = sheet.text(sheet.moving, 0, 0, face="semibold", halo=True)
        self._bare = sheet.dots(sheet.moving, [], [], role="ghost", size=9)
        self._bare_words = sheet.text(sheet.moving, 0, 0, role="ink2", halo=True)

    def update(self, result: Race, guess: float | None = None) -> None:
        """Show where the reader's fibre stands."""
        x = self.x(result.fibre.diameter_um)
        velocity = result.velocity_m_per_s if result.conducts else 0.0
        y = self.y(velocity)
        self._fall.set_data([x, x], [self.y(result.full_m_per_s), y])
        self._fall.set_visible(abs(result.full_m_per_s - velocity) > 2)
        self._dot.set_data([x], [y])
        self._dot.set_visible(result.conducts)
        self._cross.set_data([x], [y])
        self._cross.set_visible(not result.conducts)
        whole = velocity > result.full_m_per_s - 2
        diameter = result.fibre.diameter_um
        left = (whole and diameter > 5) or diameter > 11
        words_x, ha = (x - 11, "right") if left else (x + 11, "left")
        words = speed(result.velocity_m_per_s) if result.conducts else "blocked"
        self._words.set(words, x=words_x, y=min(y - 8 if whole and left else y + 5, self.y(0) - 8), ha=ha)
        self._bare.set_data([x], [self.y(result.unmyelinated_m_per_s)])
        self._bare.set_visible(result.conducts)
        left = result.fibre.diameter_um > 11
        words_x, ha = (x - 11, "right") if left else (x + 11, "left")
        self._bare_words.set(f"bare: {speed(result.unmyelinated_m_per_s)}", x=words_x, y=self.y(0) - 8, ha=ha)
        self._bare_words.set_visible(result.conducts and velocity > 15)
