"""The picture of a damaged nerve: its axons, one fibre, the nerve's potential, and the clinic's plane."""

from __future__ import annotations

from ...models.damage import Damaged, damage
from ..sheet import Sheet, titled_sheet
from .bundle import Bundle
from .fibre import FibrePanel
from .people import draw_people
from .plane import Plane
from .trace import TracePanel
from .words import done, titles

HEIGHT = {"wide": 690, "narrow": 1296}


class DamageView:
    """Axons, one fibre and the nerve's potential on the left, the clinic's plane on the right; one column if narrow.

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
        self.bundle = Bundle(sheet, margin, top, column)
        below = self.bundle.bottom + 26
        self.fibre = FibrePanel(sheet, margin, below, column, 176)
        self.trace = TracePanel(sheet, margin, below + 206, column, 190, damage().healthy)
        side, high = (margin, below + 456) if narrow else (margin + column + 34, top)
        sheet.text(sheet.frame, side, high, "Where the clinic finds it", face="semibold", size=14)
        left, right = side + 38, width - margin - (4 if narrow else 2)
        self.plane = Plane(sheet, left, high + 34, right - left, 280 if narrow else 330)
        draw_people(sheet, side, self.plane.box[3] + 68)
        sheet.source_line(
            sheet.fixed,
            "Limits: Kim 2022 and a laboratory rule (* not re-read). Healthy: published means, of which the model says "
            "what share is left. People: Hemmer 1998.",
        )

    def update(self, result: Damaged, guess: float | None = None) -> Sheet:
        """Show a result; ``guess`` is how much of the velocity the reader thought would be left, %."""
        self.bundle.update(result)
        self.fibre.update(result)
        self.trace.update(result.study, result.point)
        self.plane.update([point for _, point in result.path], guess)
        under = [words[:1].upper() + words[1:] for words in (done(result), done(result, brief=True))]
        self.title.set(titles(result), under if under[0] else "Nothing is lost")
        return self.sheet
