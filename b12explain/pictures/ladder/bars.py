"""The ladder on a linear scale: bars as long as the doses, until they leave the picture."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...models.ladder import Dose, Ladder
from ...scene.axes import across
from ...scene.labels import width_of
from ...scene.layout import Part, Room, Scene
from ...scene.marks import Mark, Text, box, rule
from ...scene.scale import Scale
from ...scene.text import text_width
from ...words import ladder as words
from .. import guess as you
from .frame import LABEL, Frame, chooses, finish, fitting_name, start

FULL_SCALE_UG = 2_000
MOST_BARS, MOST_STEP = 8, 66
TEXT, BELOW, THICK = 16, 23, 15  # from the top of a row to its words and its bar; the bar, px
DESCRIPTION = (
    "Horizontal bars on an ordinary ruler from nothing to 2,000 µg: the doses compared, and the largest of the others. "
    "A bar that is longer than the ruler leaves the picture at its right edge."
)


@dataclass(frozen=True)
class Ruler:
    """How long a dose is on the ordinary ruler of a room."""

    room: Room

    @property
    def x(self) -> Scale:
        """Dose, µg → px."""
        return Scale(0, FULL_SCALE_UG, self.room.left, self.room.right)

    def length(self, dose_ug: float) -> float:
        """Length of a dose, px."""
        return self.room.inner * dose_ug / FULL_SCALE_UG

    def leaves(self, dose_ug: float) -> bool:
        """Whether a dose's bar leaves the picture."""
        return self.x(dose_ug) > self.room.width

    def remark(self, dose_ug: float) -> str:
        """What is said beside a bar that cannot be seen, or not to its end; nothing beside the others."""
        length = self.length(dose_ug)
        if self.leaves(dose_ug):
            return words.runs_on(length - self.room.inner)
        return words.pixels(length) if length < 2 else ""


def bars(result: Ladder, room: Room) -> Scene:
    """Horizontal bars to 2,000 µg: an allowance is under a pixel, and the longest run on for metres."""
    ruler, doses = Ruler(room), choose(result)
    title = words.vanishes(result, ruler.length(result.reference.amount_ug))
    frame = start(room, title, [f"{one}; length is the dose." for one in words.compared(result)])
    step = min(MOST_STEP, (frame.bottom - frame.top) / len(doses))
    marks = [
        mark for row, dose in enumerate(doses) for mark in _bar(frame, frame.top + row * step, dose, result)
    ]
    if room.guess is not None:
        marks += _guess(frame, room.guess, doses, step)
    return finish(frame, Part(_axis(frame, result), marks), DESCRIPTION, ranges=False)


def choose(result: Ladder) -> list[Dose]:
    """At most :data:`MOST_BARS` rungs, by amount: those compared, and the largest of the rest, which can be seen."""
    kept = {result.first, result.second, result.reference}
    rest = [dose for dose in reversed(result.rungs) if dose not in kept]
    chosen = kept.union(rest[: MOST_BARS - len(kept)])
    return [dose for dose in result.rungs if dose in chosen]


def _axis(frame: Frame, result: Ladder) -> list[Mark]:
    """Grid lines every 500 µg, with words at the ends only where there is little room."""
    room, x = frame.room, Ruler(frame.room).x
    quarters = [FULL_SCALE_UG * quarter / 4 for quarter in range(5)]
    grid = [rule(x(dose_ug), frame.top, x(dose_ug), frame.bottom) for dose_ug in quarters[1:]]
    said = [(dose_ug, words.amount(dose_ug, result) if dose_ug else "0") for dose_ug in quarters]
    return [*grid, *across(room, x, said[:: 4 if room.narrow else 1], frame.bottom, ends=True)]


def _bar(frame: Frame, top: float, dose: Dose, result: Ladder) -> list[Mark]:
    """A bar under its amount and name, with a remark where it is too short to see or too long to end."""
    room, ruler = frame.room, Ruler(frame.room)
    who, sets, role = words.full_name(dose), chooses(dose, result), "b12" if dose.is_medicine else "ink"
    chosen = dose in (result.first, result.second, result.reference)
    shared = {"halo": True, "name": f"{who}, label", "sets": sets}
    value = Text(room.left, top + TEXT, words.marked_amount(dose, result), role, face="semibold", **shared)
    face, x = "semibold" if chosen else "regular", room.left + width_of(value) + 8
    least = x + text_width(words.name(dose), LABEL, face) + 12
    remark = _remark(frame, top, dose, least)
    beside = [room.right, *(mark.x - width_of(mark) - 12 for mark in remark if mark.y == value.y)]
    said = fitting_name(dose, beside[-1] - x, face)
    length = room.width - room.left if ruler.leaves(dose.amount_ug) else ruler.length(dose.amount_ug)
    return [
        box(room.left, top + BELOW, length, THICK, role if dose.is_medicine else "ink2", name=who, sets=sets),
        value,
        Text(x, value.y, said, "ink2", face=face, **shared),
        *remark,
    ]


def _remark(frame: Frame, top: float, dose: Dose, least: float) -> list[Text]:
    """What is said of a bar that cannot be seen, beside it, or not to its end, right of ``least`` or under it."""
    room, ruler = frame.room, Ruler(frame.room)
    said = ruler.remark(dose.amount_ug)
    if not said:
        return []
    shared = {"role": "ink3", "halo": True, "name": f"{words.full_name(dose)}, remark"}
    if not ruler.leaves(dose.amount_ug):
        return [Text(room.left + 10, top + BELOW + THICK - 1, f"← {said}", **shared)]
    note = Text(room.right, top + TEXT, f"{said} →", anchor="end", **shared)
    return [note if least < room.right - width_of(note) else replace(note, y=top + BELOW + THICK + 15)]


def _guess(frame: Frame, guess: float, doses: list[Dose], step: float) -> list[Mark]:
    """The guess in the row of the tablet that it is about, or at the foot where that is not shown."""
    room, dose_ug = frame.room, words.guessed_ug(guess)
    row = next((i for i, dose in enumerate(doses) if dose.amount_ug == words.GUESSED_DOSE_UG), None)
    y = frame.bottom - 8 if row is None else frame.top + row * step + BELOW + THICK + 9
    said = words.guessed(guess) + (" →" if dose_ug > FULL_SCALE_UG else "")
    return you.beside(Ruler(room).x.within(dose_ug), y, said, room.left, room.right)
