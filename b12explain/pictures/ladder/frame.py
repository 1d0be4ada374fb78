"""What the two rulers share: title, height, source line, and how a dose is named, written and chosen by a click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...models.ladder import Dose, Ladder
from ...scene.layout import FOOT, Part, Room, Scene, compose, heading, source_line
from ...scene.marks import Sets
from ...scene.text import shorten, text_width
from ...words.ladder import SOURCES, full_name, name

PLOT, LABEL = 548, 13.5  # height of the plot and type size of labels, px
RANGES = "Line beside a dot: its range."


@dataclass(frozen=True)
class Frame:
    """Title, and top and bottom of the plot, px."""

    room: Room
    head: Part
    top: float
    bottom: float


def start(room: Room, title: Sequence[str], plain: Sequence[str]) -> Frame:
    """Title and places."""
    head = heading(room, title, plain, lines=2)
    return Frame(room, head, head.bottom + 14, head.bottom + 14 + PLOT)


def finish(frame: Frame, plot: Part, description: str, *, ranges: bool) -> Scene:
    """Put plot and source line together; the room for what the other ruler says there is kept."""
    room, top = frame.room, frame.bottom + 30
    long, short = (source_line(room, words, top) for words in (f"{SOURCES} {RANGES}", SOURCES))
    return compose(room, long.bottom + FOOT, [frame.head, plot, long if ranges else short], description)


def chooses(dose: Dose, result: Ladder) -> Sets:
    """What a click on a dose sets: medicine is what is compared, what is eaten or advised is what with."""
    if dose.is_medicine:
        return (("first", dose.id),)
    return (("second", "reference" if dose is result.reference else dose.id),)


def label_of(dose: Dose, result: Ladder) -> dict[str, Any]:
    """What all words of a dose have: a rim, what they are called, what a click on them sets."""
    return {"halo": True, "name": f"{full_name(dose)}, label", "sets": chooses(dose, result)}


def face_of(dose: Dose, result: Ladder) -> str:
    """The doses that are compared, and the reader's intake, are bold."""
    return "semibold" if dose in (result.first, result.second, result.reference) else "regular"


def fitting_name(dose: Dose, room: float, face: str, *, full: bool = True) -> str:
    """A dose's name in the most words that fit into some pixels."""
    for said in (full_name(dose), name(dose)) if full else (name(dose),):
        if text_width(said, LABEL, face) <= room:
            return said
    return shorten(name(dose), room, LABEL, face)
