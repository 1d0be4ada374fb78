"""What the marks on the limb mean: a key under it, a row for each rate at which the axon may have grown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...amounts import NBSP, format_number
from ...models.regrowth import Regrowth
from .. import style
from .words import rate

if TYPE_CHECKING:
    from .axes import LimbAxes

FIRST, STEP, SWATCH = 24, 18, 14  # px: the heading under the axis, from row to row, length of a mark
DOTTED = (0, (1.2, 2))


class Key:
    """The marks on the limb, slowest first; and the dotted line of the plot where that has no room for a name.

    Parameters
    ----------
    axes : LimbAxes
    """

    def __init__(self, axes: LimbAxes):
        self.sheet = sheet = axes.sheet
        self._left, self._top = sheet.sizes.margin, axes.place(axes.limb.path_mm) + FIRST
        heading = "Back by now" if sheet.narrow else "How far it is back by now"
        sheet.text(sheet.fixed, self._left, self._top, heading, role="repair", face="semibold")
        layer, x = sheet.fixed, [self._left, self._left + SWATCH]
        sheet.line(layer, x, self._at(0), role="repair", width=4.5)
        sheet.dots(layer, [self._left + SWATCH / 2], self._at(1)[:1], role="repair", size=11)
        sheet.line(layer, x, self._at(2), role="repair_tint", width=9)
        sheet.line(layer, x, self._at(3), role="ghost", width=style.GHOST_LINE, linestyle=style.GHOST_DASH)
        self._rates = [self._row(row, sheet.moving) for row in range(3)]
        self._row(3, layer).set("not yet back")
        self._faster = sheet.line(sheet.moving, x, self._at(4), role="b12", width=1.8, linestyle=DOTTED)
        self._faster_words = self._row(4, sheet.moving, role="b12", face="semibold")

    def _at(self, row: int) -> list[float]:
        y = self._top + STEP * (row + 1) - 4.5
        return [y, y]

    def _row(self, row: int, layer, role: str = "ink2", face: str = "regular"):
        x, y = self._left + SWATCH + 9, self._top + STEP * (row + 1)
        return self.sheet.text(layer, x, y, role=role, face=face)

    def update(self, result: Regrowth, named: bool) -> None:
        """Show the rates of a result, and the dotted line unless it is named in the plot."""
        rates = ((result.slow, "the slowest"), (result.rate, "as chosen"), (result.fast, "the fastest"))
        for label, (mm_per_day, name) in zip(self._rates, rates, strict=True):
            label.set(f"at {rate(mm_per_day)}{'' if self.sheet.narrow else f', {name}'}")
        for artist in (self._faster, self._faster_words):
            artist.set_visible(result.speed_up > 0 and not named)
        self._faster_words.set(f"{format_number(result.speed_up)}{NBSP}% faster")
