"""The labels of the ladder: an amount and a name at the height of each dot, as near to it as their neighbours let."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ...models.ladder import Dose, Ladder
from ...scene import style
from ...scene.labels import keep_apart, width_of
from ...scene.marks import Mark, Path, Text
from ...scene.text import text_width
from ...words import ladder as words
from .. import guess as you
from .frame import LABEL, chooses, fitting_name
from .rail import Rail

GAP, FROM_RAIL = 17.5, 20  # px
BETWEEN = " · "  # names of doses of one amount
MOVED = 3  # px, from which on a label is led back to its dot


@dataclass(frozen=True)
class Line:
    """What stands at one height: an amount with the doses that it is of, or nothing for the reader's guess."""

    y: float
    doses: tuple[Dose, ...]


@dataclass(frozen=True)
class Side:
    """One side of the rail.

    Parameters
    ----------
    rail : Rail
    result : Ladder
    direction : int
        −1 for the left, 1 for the right.
    """

    rail: Rail
    result: Ladder
    direction: int

    def draw(self, doses: Sequence[Dose], guess: float | None) -> list[Mark]:
        """Labels of doses in rising order, and of the guess, on this side."""
        y = self.rail.y
        alike = groupby(doses, lambda dose: (dose.amount_ug, dose.is_medicine))
        lines = [line for _, same in alike for line in self._lines(tuple(same))]
        if guess is not None:
            lines.append(Line(y.within(words.guessed_ug(guess)), ()))
        lines.sort(key=lambda line: line.y)
        spots = keep_apart([line.y for line in lines], GAP, self.rail.top + 6, self.rail.frame.bottom - 2)
        return [
            mark
            for line, spot in zip(lines, spots, strict=True)
            for mark in (self._draw(line, spot) if line.doses else self._draw_guess(line, spot, guess))
        ]

    def _lines(self, doses: tuple[Dose, ...]) -> Iterator[Line]:
        """Doses of one amount: on one line if their names differ and there is room, else on one each."""
        y, names = self.rail.y(doses[0].amount_ug), [words.marked_name(dose) for dose in doses]
        wide = self._start(doses) + text_width(BETWEEN.join(names), LABEL, "semibold")
        if len(set(names)) == len(names) and wide <= self._reach(y):
            yield Line(y, doses)
        else:
            yield from (Line(y, (dose,)) for dose in doses)

    def _amount(self, doses: tuple[Dose, ...]) -> str:
        """The amount of a line; of doses that share it, each name has its own star."""
        write = words.marked_amount if len(doses) == 1 else words.plain_amount
        return write(doses[0], self.result)

    def _start(self, doses: tuple[Dose, ...]) -> float:
        """How far from the rail a name starts, px."""
        return FROM_RAIL + text_width(self._amount(doses), LABEL, "semibold") + 7

    def _reach(self, y: float) -> float:
        """How far from the rail a label at this height may reach, px."""
        rail, room = self.rail, self.rail.frame.room
        if self.direction < 0:
            return rail.x - room.left - (0 if room.narrow else rail.TICKS)
        top, bottom = rail.y(self.result.upper.amount_ug), rail.y(self.result.lower.amount_ug)
        beside_arrow = min(top, bottom - 60) - 14 < y < max(bottom, top + 60) + 14
        return (rail.shaft - 12 if beside_arrow else room.right) - rail.x

    def _x(self, distance: float) -> float:
        return self.rail.x + self.direction * distance

    def _draw(self, line: Line, spot: float) -> list[Mark]:
        """Leader, amount and names of a line."""
        y, medicine = spot + 4.5, line.doses[0].is_medicine
        shared = {"size": LABEL, "anchor": "start" if self.direction > 0 else "end", "halo": True}
        value = Text(self._x(FROM_RAIL), y, self._amount(line.doses), "b12" if medicine else "ink", face="semibold",
                     **shared, **self._about(line.doses[0]))  # fmt: skip
        marks: list[Mark] = [*self._leader(line.y, spot), value]
        at, reach = self._start(line.doses), self._reach(spot)
        for i, dose in enumerate(line.doses):
            if i:
                marks.append(Text(self._x(at), y, BETWEEN, "ink3", **shared))
                at += width_of(marks[-1])
            chosen = dose in (self.result.first, self.result.second, self.result.reference)
            face = "semibold" if chosen else "regular"
            if len(line.doses) > 1:
                said = words.marked_name(dose)
            else:
                said = fitting_name(dose, reach - at, face, full=not self.rail.frame.room.narrow)
            role = "ink" if medicine else "ink2"
            marks.append(Text(self._x(at), y, said, role, face=face, **shared, **self._about(dose)))
            at += width_of(marks[-1])
        return marks

    def _about(self, dose: Dose) -> dict:
        """What a label is called, and what a click on it sets."""
        return {"name": f"{words.full_name(dose)}, label", "sets": chooses(dose, self.result)}

    def _leader(self, y: float, spot: float) -> list[Mark]:
        """From the dot to a label that had to move."""
        if abs(spot - y) <= MOVED:
            return []
        ends = (self._x(6), y), (self._x(FROM_RAIL - 3), spot)
        return [Path(ends, stroke="axis", width=style.LEADER_LINE, opacity=0.6, name="leader")]

    def _draw_guess(self, line: Line, spot: float, guess: float) -> list[Mark]:
        """The diamond beside the dots, never on them."""
        return [
            you.diamond(self._x(12), line.y),
            you.words(self._x(FROM_RAIL + 4), spot + 4.5, words.guessed(guess)),
        ]
