"""The ladder on a linear scale: bars as long as the doses, until they leave the picture."""

from __future__ import annotations

from dataclasses import replace

from ...models.ladder import Dose, Ladder
from ...scene.axes import across
from ...scene.labels import width_of
from ...scene.layout import Part, Room, Scene
from ...scene.marks import Mark, Text, box, rule
from ...scene.scale import Scale
from ...scene.text import text_width
from ...words import ladder as words
from .. import guess as you
from .frame import LABEL, Frame, face_of, finish, fitting_name, label_of, start

FULL_SCALE_UG = 2_000
MOST_BARS, MOST_STEP = 8, 66
TEXT, BELOW, THICK = 16, 23, 15  # from the top of a row to its words and its bar; the bar, px
DESCRIPTION = (
    "Horizontal bars on an ordinary ruler from nothing to 2,000 µg: the doses compared, and the largest of the others. "
    "A bar that is longer than the ruler leaves the picture at its right edge."
)


def bars(result: Ladder, room: Room) -> Scene:
    """Horizontal bars to 2,000 µg: an allowance is under a pixel, and the longest run on for metres."""
    doses, title = choose(result), words.vanishes(result, _length(room, result.reference.amount_ug))
    frame = start(room, title, [f"{one}; length is the dose." for one in words.compared(result)])
    step = min(MOST_STEP, (frame.bottom - frame.top) / len(doses))
    tops = [frame.top + row * step for row in range(len(doses))]
    marks = [mark for top, dose in zip(tops, doses, strict=True) for mark in _bar(room, top, dose, result)]
    x = Scale(0, FULL_SCALE_UG, room.left, room.right)
    if room.guess is not None:  # in the row of the tablet that it is about, or at the foot
        about = (top for top, dose in zip(tops, doses, strict=True) if dose.id == words.GUESSED_DOSE)
        y = next((top + BELOW + THICK + 9 for top in about), frame.bottom - 8)
        dose_ug, said = words.guessed_ug(room.guess), words.guessed(room.guess)
        said += " →" if dose_ug > FULL_SCALE_UG else ""
        marks += you.beside(x.within(dose_ug), y, said, room.left, room.right)
    return finish(frame, Part(_axis(frame, x, result), marks), DESCRIPTION, ranges=False)


def choose(result: Ladder) -> list[Dose]:
    """At most :data:`MOST_BARS` rungs, by amount: those compared, and the largest of the rest, which can be seen."""
    kept = {result.first, result.second, result.reference}
    rest = [dose for dose in reversed(result.rungs) if dose not in kept]
    chosen = kept.union(rest[: MOST_BARS - len(kept)])
    return [dose for dose in result.rungs if dose in chosen]


def _length(room: Room, dose_ug: float) -> float:
    """Length of a dose, px."""
    return room.inner * dose_ug / FULL_SCALE_UG


def _axis(frame: Frame, x: Scale, result: Ladder) -> list[Mark]:
    """Grid lines every 500 µg, with words at the ends only where there is little room."""
    quarters = [FULL_SCALE_UG * quarter / 4 for quarter in range(5)]
    grid = [rule(x(dose_ug), frame.top, x(dose_ug), frame.bottom) for dose_ug in quarters[1:]]
    said = [(dose_ug, words.amount(dose_ug, result) if dose_ug else "0") for dose_ug in quarters]
    return [*grid, *across(frame.room, x, said[:: 4 if frame.room.narrow else 1], frame.bottom, ends=True)]


def _bar(room: Room, top: float, dose: Dose, result: Ladder) -> list[Mark]:
    """A bar under its amount and name, with a remark where it is too short to see or too long to end."""
    who, about, face = words.full_name(dose), label_of(dose, result), face_of(dose, result)
    role, fill = ("b12", "b12") if dose.is_medicine else ("ink", "ink2")
    value = Text(room.left, top + TEXT, words.marked_amount(dose, result), role, face="semibold", **about)
    x, right, length = room.left + width_of(value) + 8, room.right, _length(room, dose.amount_ug)
    aside, remark = {"role": "ink3", "halo": True, "name": f"{who}, remark"}, []
    if room.left + length > room.width:  # it leaves the picture
        note = Text(right, value.y, f"{words.runs_on(length - room.inner)} →", anchor="end", **aside)
        if x + text_width(words.name(dose), LABEL, face) + 12 < right - width_of(note):
            right -= width_of(note) + 12
        else:
            note = replace(note, y=top + BELOW + THICK + 15)
        length, remark = room.width - room.left, [note]
    elif length < 2:
        remark = [Text(room.left + 10, top + BELOW + THICK - 1, f"← {words.pixels(length)}", **aside)]
    said = fitting_name(dose, right - x, face)
    return [
        box(room.left, top + BELOW, length, THICK, fill, name=who, sets=about["sets"]),
        value,
        Text(x, value.y, said, "ink2", face=face, **about),
        *remark,
    ]
