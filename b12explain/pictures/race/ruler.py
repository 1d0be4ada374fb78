"""A log ruler of how many times sooner the signal arrives, with the answer and the reader's guess."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...models.race import Race
from ...scene.axes import across, ticks
from ...scene.labels import box_of, first_free, meet
from ...scene.layout import Part, Room, panel_title
from ...scene.marks import Dots, Mark, Text, rule
from ...scene.scale import Scale
from ...words import race as words
from .. import guess as you
from .lanes import lane_ends

HEADINGS = ("How many times sooner than on the thin fibre", "Times sooner than the thin one", "Times sooner")
SOONER = tuple(10.0**decade for decade in range(6))
ROOM_FOR_ALL = 330  # px of ruler, from which on each decade has its number


def ruler(result: Race, room: Room, top: float) -> Part:
    """The ruler; ``top`` is the baseline of the heading."""
    start, end = lane_ends(room)
    heading: list[Mark] = [panel_title(room, room.left, top, HEADINGS, room.inner)]
    if not room.narrow:
        heading = [Text(room.left, top, HEADINGS[-1], size=14, face="semibold"),
                   Text(room.left, top + 18, "than on the thin fibre", "ink2")]  # fmt: skip
    y = top + (40 if room.narrow else 12)
    x = Scale(SOONER[0], SOONER[-1], start + 8, end - (24 if room.narrow else 8), log=True)
    shown = SOONER if end - start >= ROOM_FOR_ALL else SOONER[::2]
    frame = [
        *heading,
        rule(start, y, end, y, "axis", 1.2),
        *(rule(x(tick), y - 4, x(tick), y + 4, "axis") for tick in SOONER),
        *across(room, x, ticks(shown), y + 5),
    ]
    return Part(frame, _on_ruler(result, room, x, y), y + 24)


def _on_ruler(result: Race, room: Room, x: Scale, y: float) -> list[Mark]:
    """The answer and the guess, each with words above; those of the answer get shorter until both have room."""
    if result.conducts:
        here, ratio = x.within(result.ratio), result.ratio
        marks: list[Mark] = [Dots(((here, y),), "axon", 12, name="times sooner")]
        wordings = [words.sooner(ratio), *[words.times_sign(ratio)][: ratio >= 1]]
        answer = Text(here, y - 14, "", face="semibold", name="times sooner in words")
    else:
        marks, wordings = [], ["this one never arrives"]
        answer = Text(x.start_px, y - 14, "", "damage", name="never arrives")
    guessed = None
    if room.guess is not None:
        guess = x.within(room.guess)
        marks.append(you.diamond(guess, y))
        guessed = you.words(guess, y - 14, words.guessed(room.guess))
    answers = [replace(answer, text=said) for said in wordings]
    for one, anywhere in [*((one, guessed is None) for one in answers), (answers[-1], True)]:
        for said in _places(one, room, anywhere):
            if guessed is None:
                return [*marks, said]
            for beside in _places(guessed, room, anywhere):
                if not meet(box_of(said), box_of(beside), 9):
                    return [*marks, said, beside]
    return [*marks, answers[-1]]


def _places(label: Text, room: Room, anywhere: bool) -> Iterator[Text]:
    """A label over its mark, the best place first, or at either end of the line."""
    (left, right), x, y = lane_ends(room), label.x, label.y
    spots = [
        (x, "middle"),
        *((x + off, "start") for off in (-7, 0, 6)),
        *((x - off, "end") for off in (-7, 0, 6)),
    ]
    spots += [(left, "start"), (right, "end")] if anywhere else []
    placed = (first_free(label, [(at, y, anchor)], (), (left, y - 26, right, y + 14)) for at, anchor in spots)
    return filter(None, placed)
