"""A thousand squares: a share that needs no axis. Filled squares got in, pale ones did not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon

from .sheet import Sheet

COUNT = 1_000


class Squares:
    """A panel of 1,000 squares on a sheet, filled from the bottom left.

    Parameters
    ----------
    sheet : Sheet
    left, top, width, height : float
        Place on the sheet, CSS px.
    columns : int
        Squares in a row; must divide 1,000.
    roles : sequence of str
        Colour role of each share, from the bottom.
    """

    def __init__(self, sheet: Sheet, left, top, width, height, columns: int, roles: Sequence[str]):
        self.sheet, self.left, self.top, self.width, self.height = sheet, left, top, width, height
        self.columns, self.rows = columns, COUNT // columns
        sheet.box(sheet.fixed, left, top, width, height, role="b12_pale")
        self._fills = [sheet.area(sheet.moving, np.zeros((3, 2)), role=role) for role in roles]
        sheet.add(sheet.moving, self._grid())
        self._guess = sheet.line(sheet.moving, [], [], role="you", width=2.4)
        self._diamond = sheet.dots(sheet.moving, [], [], role="you", marker="D", hollow=True, size=9)
        self._you = sheet.text(
            sheet.moving, left + width, 0, role="you", face="semibold", ha="right", halo=True
        )

    def _grid(self) -> Line2D:
        """Paper-coloured lines that part the squares."""
        x, y = [], []
        for column in range(1, self.columns):
            at = self.left + self.width * column / self.columns
            x += [at, at, np.nan]
            y += [self.top, self.top + self.height, np.nan]
        for row in range(1, self.rows):
            at = self.top + self.height * row / self.rows
            x += [self.left, self.left + self.width, np.nan]
            y += [at, at, np.nan]
        return Line2D(x, y, color=self.sheet.palette.paper, linewidth=1.1)

    def set(self, shares: Sequence[float], guess: tuple[float, str] | None = None) -> None:
        """Fill shares (0–1, from the bottom) and mark the reader's guess (share, words), if there is one."""
        start = 0
        for fill, share in zip(self._fills, shares, strict=True):
            end = min(COUNT, start + round(share * COUNT))
            self._stair(fill, start, end)
            start = end
        self._guess.set_visible(guess is not None)
        self._diamond.set_visible(guess is not None)
        self._you.set_visible(guess is not None)
        if guess:
            y = self.top + self.height * (1 - min(1.0, guess[0]))
            self._guess.set_data([self.left - 6, self.left + self.width], [y, y])
            self._diamond.set_data([self.left - 8], [y])
            near_top = y - 8 - self._you.size < self.top
            self._you.set(guess[1], y=y + 6 + self._you.size if near_top else y - 8)

    def _stair(self, fill: Polygon, start: int, end: int) -> None:
        """Outline the squares from start to end: whole rows with a step at either end."""
        fill.set_visible(end > start)
        if end <= start:
            return
        x = lambda column: self.left + self.width * column / self.columns  # noqa: E731
        y = lambda row: self.top + self.height * (1 - row / self.rows)  # noqa: E731
        (low, first), (high, last) = divmod(start, self.columns), divmod(end, self.columns)
        right, left = x(self.columns), x(0)
        if low == high or (high == low + 1 and last == 0):
            stop = x(last) if low == high else right
            points = [(x(first), y(low)), (stop, y(low)), (stop, y(low + 1)), (x(first), y(low + 1))]
        else:
            points = [(x(first), y(low)), (right, y(low)), (right, y(high)), (x(last), y(high))]
            points += [(x(last), y(high + 1)), (left, y(high + 1))] if last else []
            points += [(left, y(low + 1)), (x(first), y(low + 1))]
        fill.set_xy(points)
