"""The picture of remyelination: the fibre before and after, what else moves a velocity, and the clinic's plane."""

from __future__ import annotations

from ...models.remyelination import Remyelinated
from .. import style
from ..sheet import Sheet, titled_sheet
from .movers import Movers
from .rise import Rise
from .strips import Strips
from .words import done, titles

HEIGHT = {"wide": 618, "narrow": 1184}


class RemyelinationView:
    """The fibre and the ruler of velocities on the left, the clinic's plane on the right; one column if narrow.

    Parameters
    ----------
    width : int
        CSS px; below 600 the panels stand in one column.
    theme : {"light", "dark"}
    """

    def __init__(self, width: int, theme: str):
        sheet, self.title = titled_sheet(width, theme, HEIGHT, "calculated + measured")
        self.sheet, margin, narrow = sheet, sheet.sizes.margin, sheet.narrow
        top = self.title.bottom() + 22
        column = width - 2 * margin if narrow else round((width - 2 * margin) * 0.54)
        self.strips = Strips(sheet, margin, top, column)
        self.movers = Movers(sheet, margin, top + 218, column)
        side, high = (margin, top + 500) if narrow else (margin + column + 34, top)
        sheet.text(sheet.frame, side, high, "Where the clinic finds it", face="semibold", size=14)
        left, right = side + 38, width - margin - (4 if narrow else 2)
        self.plane = Rise(sheet, left, high + 34, right - left, 280 if narrow else 310)
        self._moral(side, self.plane.box[3] + 62)
        room = width - 2 * margin
        sheet.source_line(
            sheet.fixed,
            "Limits and healthy: as in the picture of damage (* not re-read). Foot: a correction in use and Wu 1993. "
            "Week: Kong 2009. Trials: Jiang 2018, pooled, which differ widely.", room,
        )  # fmt: skip

    def _moral(self, x: float, y: float) -> None:
        words = "New myelin takes the nerve to the right. Only new axons would lift it past the dotted line."
        room = self.plane.box[2] - x
        for row, line in enumerate(style.wrap(words, room, self.sheet.sizes.label)):
            self.sheet.text(self.sheet.fixed, x, y + 17 * row, line, role="ink2")

    def update(self, result: Remyelinated, guess: float | None = None) -> Sheet:
        """Show a result; ``guess`` is how much of the velocity the reader thought would come back, %."""
        self.strips.update(result)
        self.movers.update(result)
        self.plane.show(result, guess)
        self.title.set(titles(result), done(result))
        return self.sheet
