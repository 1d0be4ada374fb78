"""The labels of the ladder: an amount and a name at the height of each dot, as near to it as their neighbours let."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ...models.ladder import Dose, Ladder
from ...scene import style
from ...scene.labels import box_of, keep_apart, width_of
from ...scene.marks import Mark, Path, Text
from ...scene.text import text_width
from ...words import ladder as words
from .. import guess as you
from .frame import LABEL, face_of, fitting_name, label_of
from .rail import LOWEST_UG, RUNGS, Rail

GAP, FROM_RAIL = 17.5, 20  # px
BETWEEN = " · "  # names of doses of one amount
MOVED = 3  # px, from which on a label is led back to its dot
Doses = tuple[Dose, ...]  # what stands at one height: doses of one amount, or none for the reader's guess


@dataclass(frozen=True)
class Side:
    """One side of the rail: −1 is the left, 1 the right."""

    rail: Rail
    result: Ladder
    direction: int

    def draw(self, doses: Sequence[Dose], guess: float | None) -> list[Mark]:
        """Labels of doses in rising order, and of the guess, on this side."""
        y, marks = self.rail.y, []
        alike = groupby(doses, lambda dose: (dose.amount_ug, dose.is_medicine))
        lines = [line for _, same in alike for line in self._lines(tuple(same))]
        if guess is not None:
            lines.append((y.within(words.guessed_ug(guess)), ()))
        lines.sort(key=lambda line: line[0])
        spots = keep_apart([at for at, _ in lines], GAP, y.end_px + 6, y.start_px - 2)
        for (at, alike), spot in zip(lines, spots, strict=True):
            if alike:
                marks += [*self._leader(at, spot), *self._words(spot, alike)]
            else:  # the diamond beside the dots, never on them
                marks += self._guess(guess, at, spot)
        return marks

    def _guess(self, guess: float, at: float, spot: float) -> list[Mark]:
        """The guess beside the dots; what is under the ladder points to where it lies."""
        below = words.guessed_ug(guess) < LOWEST_UG  # the largest guess is on the ladder
        wordings = words.off_the_ladder(guess) if below else [words.guessed(guess)]
        labels = [you.words(self._x(FROM_RAIL + 4), spot + 4.5, said) for said in wordings]
        reach = self.rail.x + self._reach(at)
        label = next((one for one in labels if box_of(one)[2] <= reach), labels[-1])
        return [you.diamond(self._x(12), at, shape="down" if below else "diamond"), label]

    def _lines(self, doses: Doses) -> list[tuple[float, Doses]]:
        """Height of doses of one amount: on one line if their names differ and there is room, else on one each."""
        y, names = self.rail.y(doses[0].amount_ug), [words.marked_name(dose) for dose in doses]
        wide = self._start(doses) + text_width(BETWEEN.join(names), LABEL, "semibold")
        together = len(set(names)) == len(names) and wide <= self._reach(y)
        return [(y, doses)] if together else [(y, (dose,)) for dose in doses]

    def _amount(self, doses: Doses) -> str:
        """The amount of a line; of doses that share it, each name has its own star."""
        first, *more = doses
        return words.amount(first.amount_ug, self.result) if more else words.marked_amount(first, self.result)

    def _start(self, doses: Doses) -> float:
        """How far from the rail a name starts, px."""
        return FROM_RAIL + text_width(self._amount(doses), LABEL, "semibold") + 7

    def _reach(self, y: float) -> float:
        """How far from the rail a label at this height may reach, px."""
        rail, room = self.rail, self.rail.room
        if self.direction < 0:
            return rail.x - room.left - (0 if room.narrow else RUNGS)
        top, bottom = rail.y(self.result.upper.amount_ug), rail.y(self.result.lower.amount_ug)
        beside_arrow = min(top, bottom - 60) - 14 < y < max(bottom, top + 60) + 14
        return (rail.shaft - 12 if beside_arrow else room.right) - rail.x

    def _x(self, distance: float) -> float:
        return self.rail.x + self.direction * distance

    def _leader(self, y: float, spot: float) -> list[Mark]:
        """From the dot to a label that had to move."""
        ends = (self._x(6), y), (self._x(FROM_RAIL - 3), spot)
        leader = Path(ends, stroke="axis", width=style.LEADER_LINE, opacity=0.6, name="leader")
        return [leader] if abs(spot - y) > MOVED else []

    def _words(self, spot: float, doses: Doses) -> list[Text]:
        """Amount and names of a line."""
        medicine, at = doses[0].is_medicine, self._start(doses)
        looks = {"y": spot + 4.5, "size": LABEL, "anchor": "start" if self.direction > 0 else "end"}
        marks = [Text(self._x(FROM_RAIL), text=self._amount(doses), role="b12" if medicine else "ink",
                      face="semibold", **looks, **label_of(doses[0], self.result))]  # fmt: skip
        for i, dose in enumerate(doses):
            if i:
                marks.append(Text(self._x(at), text=BETWEEN, role="ink3", halo=True, **looks))
                at += width_of(marks[-1])
            face = face_of(dose, self.result)
            said = words.marked_name(dose)
            if len(doses) == 1:
                said = fitting_name(dose, self._reach(spot) - at, face, full=not self.rail.room.narrow)
            about = label_of(dose, self.result)
            marks.append(
                Text(self._x(at), text=said, role="ink" if medicine else "ink2", face=face, **looks, **about)
            )
            at += width_of(marks[-1])
        return marks
