"""The reader's guess: the only pen-blue thing, drawn once the answer may be seen, on the scale of the answer."""

from __future__ import annotations

from dataclasses import replace

from ..scene.labels import box_of
from ..scene.marks import Mark, Rings, Text

ROLE = "you"


def diamond(x: float, y: float, *, shape: str = "diamond") -> Rings:
    """Where the guess lies."""
    return Rings(((x, y),), ROLE, 8, 2.2, shape, name="your guess")


def words(x: float, y: float, said: str, *, anchor: str = "start") -> Text:
    """What was guessed; ``said`` is the amount with its unit."""
    about = {"face": "semibold", "halo": True, "name": "your guess in words"}
    return Text(x, y, f"you: {said}", ROLE, anchor=anchor, **about)


def beside(x: float, y: float, said: str, left: float, right: float) -> list[Mark]:
    """A diamond with its words on the side that has more room, nearer where they would not end within it."""
    side, anchor = (-11, "end") if x - left > right - x else (11, "start")
    label = words(x + side, y + 5, said, anchor=anchor)
    first, _, last, _ = box_of(label)
    return [diamond(x, y), replace(label, x=label.x + max(left - first, 0) + min(right - last, 0))]
