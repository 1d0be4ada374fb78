"""A hand and a foot of the body, larger, with what is numb."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...models.nerve_map import NerveMap
from ...scene.layout import Part
from ...scene.marks import Mark, Path, Text
from ..outline import Placed, below, drawing
from .body import drawn, levels
from .figure import SHADE

REACH = 60  # of the drawing's units to either side of a hand's middle


@dataclass(frozen=True)
class Detail:
    """A part of the body that is drawn larger.

    Parameters
    ----------
    limb, name : str
    from_y, to_y : float
        Where it starts and ends in the drawing.
    middle_x : float
        The middle of it in the drawing.
    """

    limb: str
    name: str
    from_y: float
    to_y: float
    middle_x: float


def details() -> tuple[Detail, Detail]:
    """Hand and foot, from a little above wrist and ankle."""
    found = []
    for limb, name, place in (("arm", "hand", "wrist"), ("leg", "foot", "ankle")):
        shape = drawn(limb)
        top = shape.places[place] - 26
        piece = below(shape.outline, top)
        middle = (piece[:, 0].min() + piece[:, 0].max()) / 2
        middle = (piece[:, 0].min() + piece[:, 0].max()) / 2
        found.append(Detail(limb, name, top, float(piece[:, 1].max()), float(middle)))
    return tuple(found)


def _folds(one: Detail) -> list[np.ndarray]:
    """The lines inside the detail."""
    lines = drawing("body").starting("mark")
    return [
        line
        for line in lines
        if one.from_y < line[0, 1] < one.to_y and abs(line[0, 0] - one.middle_x) < REACH
    ]


def draw_details(result: NerveMap, left: float, top: float, width: float, height: float) -> Part:
    """Hand and foot side by side in a box, CSS px, of one scale."""
    still: list[Mark] = []
    marks: list[Mark] = []
    both = details()
    scale = (height - 24) / max(one.to_y - one.from_y for one in both)
    for one, share in zip(both, (0.25, 0.75), strict=True):
        middle = left + share * width
        placed = Placed(middle - one.middle_x * scale, top + height - one.to_y * scale, scale, scale)
        shape = drawn(one.limb)
        inside = shape.outline[shape.outline[:, 1] >= one.from_y]
        still.append(Path(placed(below(shape.outline, one.from_y)), fill="wash", closed=True))
        still.append(
            Path(placed(inside), stroke="axis", width=1.7, round=True, name=f"the {one.name}, larger")
        )
        still.append(Path(placed.all(_folds(one)), stroke="axis", width=1.1, round=True))
        level = levels(result)[one.limb]
        patch = below(shape.outline, max(level, one.from_y))
        if len(patch) > 2 and level < shape.tip_y:
            name = f"{one.name} numb, larger"
            name = f"{one.name} numb, larger"
            marks.append(Path(placed(patch), fill="damage", closed=True, opacity=SHADE, name=name))
        words = Text(middle, top + height + 20, f"{one.name}, larger", "ink3", anchor="middle")
        still.append(words)
    return Part(still, marks, top + height + 24)
