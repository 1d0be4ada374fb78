"""A thousand squares: a share that needs no axis. Filled squares got in, pale ones did not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from ..scene.labels import box_of
from ..scene.marks import Mark, Path, box
from . import guess as you

COUNT = 1_000


@dataclass(frozen=True)
class Squares:
    """A panel of 1,000 squares, filled from the bottom left: its place, CSS px, and squares in a row."""

    left: float
    top: float
    width: float
    height: float
    columns: int

    @property
    def rows(self) -> int:
        """Rows of squares."""
        return COUNT // self.columns

    def x(self, column: float) -> float:
        """Left edge of a column, px."""
        return self.left + self.width * column / self.columns

    def y(self, row: float) -> float:
        """Lower edge of a row, counted from the bottom, px."""
        return self.top + self.height * (1 - row / self.rows)

    def draw(self, shares: Sequence[tuple[str, str, float]]) -> list[Mark]:
        """The squares, filled by shares from the bottom: name, role, and share, 0 to 1."""
        marks: list[Mark] = [box(self.left, self.top, self.width, self.height, "b12_pale", name="squares")]
        start = 0
        for name, role, share in shares:
            end = min(COUNT, start + round(share * COUNT))
            if end > start:
                marks.append(Path(self._stair(start, end), fill=role, closed=True, name=name))
            start = end
        return [*marks, self._grid()]

    def draw_guess(self, share: float, said: str) -> list[Mark]:
        """The reader's guess as a line across the squares, its words on a slip of paper."""
        y, right = self.y(min(1.0, share) * self.rows), self.left + self.width
        words = you.words(right - 5, y + 19.5 if y - 24 < self.top else y - 8, said, anchor="end")
        left, top, _, bottom = box_of(words)
        return [
            box(left - 5, top - 2, right - left + 5, bottom - top + 3, "paper", name="your guess, its paper"),
            Path(((self.left, y), (right, y)), stroke=you.ROLE, width=2.4, name="guess line"),
            you.diamond(self.left, y),
            words,
        ]

    def _grid(self) -> Path:
        """Paper-coloured lines that part the squares."""
        left, top, right, bottom = self.left, self.top, self.left + self.width, self.top + self.height
        columns, rows = map(self.x, range(1, self.columns)), map(self.y, range(1, self.rows))
        lines = [
            *(((x, top), (x, bottom), None) for x in columns),
            *(((left, y), (right, y), None) for y in rows),
        ]
        return Path(tuple(chain.from_iterable(lines))[:-1], stroke="paper", width=1.1)

    def _stair(self, start: int, end: int) -> tuple[tuple[float, float], ...]:
        """Outline of the squares from start to end: whole rows with a step at either end."""
        x, y, left, right = self.x, self.y, self.x(0), self.x(self.columns)
        (low, first), (high, last) = divmod(start, self.columns), divmod(end, self.columns)
        if low == high or (high == low + 1 and last == 0):
            stop = x(last) if low == high else right
            return (x(first), y(low)), (stop, y(low)), (stop, y(low + 1)), (x(first), y(low + 1))
        over = ((x(last), y(high + 1)), (left, y(high + 1))) if last else ()
        upper = (right, y(high)), (x(last), y(high)), *over
        return (x(first), y(low)), (right, y(low)), *upper, (left, y(low + 1)), (x(first), y(low + 1))
