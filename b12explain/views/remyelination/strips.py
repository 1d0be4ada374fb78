"""Four stretches (internodes) of a large fibre: before, stripped, and with new sheaths."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from ...amounts import NBSP
from ...models.clinic import Point
from ...models.remyelination import Remyelinated
from .. import style
from ..damage.words import percent
from ..sheet import Sheet

AXON, SHEATH, STEP = 8.0, 9.0, 60
INTERNODES, ORDER = 4, (1, 2, 0, 3)  # in which they are stripped as the share grows
GAP = 2.2


class Strips:
    """Three drawings of one stretch, each with the velocity of a nerve of such fibres."""

    def __init__(self, sheet: Sheet, left: float, top: float, width: float):
        self.sheet = sheet
        sheet.text(sheet.frame, left, top, "The same part of one large fibre", face="semibold", size=14)
        self.edges = np.linspace(left, left + width, INTERNODES + 1)
        self.rows = [top + 50 + STEP * row for row in range(3)]
        old, new = ("myelin_line", "myelin"), ("repair", "repair_tint")
        self._sheaths = [  # before; what was spared, twice; what is new
            [sheet.line(sheet.moving, [], [], role=role, width=2) for role in roles]
            for roles in (old, old, old, new)
        ]
        self._words = []
        for row, name in enumerate(("before", "stripped", "new sheaths")):
            y = self.rows[row] - 19
            sheet.text(sheet.fixed, left, y, name, role="repair" if row == 2 else "ink2", face="semibold")
            speed = sheet.text(sheet.moving, left + width, y, role="repair" if row == 2 else "ink2",
                               face="semibold", ha="right")  # fmt: skip
            self._words.append(speed)
            sheet.line(sheet.over, [left, left + width], [self.rows[row]] * 2, role="axon", width=AXON)
        self._draw(self._sheaths[0], 0, self._whole(range(INTERNODES)), 1.0)

    def _whole(self, which) -> list[tuple[float, float]]:
        return [(self.edges[k], self.edges[k + 1]) for k in which]

    def _draw(self, artists, row: int, spans, fraction: float) -> None:
        x = [v for a, b in spans for v in (a + GAP, b - GAP, np.nan)]
        for artist, more in zip(artists, (2, 0), strict=True):
            artist.set_data(x, [self.rows[row]] * len(x))
            artist.set_linewidth(AXON + 2 * SHEATH * fraction + more)

    def update(self, result: Remyelinated) -> None:
        """Show what was stripped and what is new."""
        new = sorted(ORDER[: round(result.affected_share * INTERNODES)])
        spared = [k for k in range(INTERNODES) if k not in new]
        for row in (1, 2):
            self._draw(self._sheaths[row], row, self._whole(spared), 1.0)
        cuts = [np.linspace(*span, result.parts + 1) for span in self._whole(new)]
        short = [(a, b) for cut in cuts for a, b in pairwise(cut)]
        self._draw(self._sheaths[3], 2, short, result.lamella_fraction)
        for label, point in zip(self._words, result.path, strict=True):
            label.set(self._said(point))

    def _said(self, point: Point) -> str:
        narrow = self.edges[-1] - self.edges[0] < style.NARROW_BELOW / 2
        if not point.recorded:
            return "blocked" if narrow else "nothing to record"
        return f"{percent(point.velocity_share)}{NBSP}of the velocity"
