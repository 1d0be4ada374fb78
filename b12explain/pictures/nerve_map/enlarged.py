"""A hand and a foot of the body, larger, with what is numb."""

from __future__ import annotations

import numpy as np

from ...scene.layout import Part
from ...scene.marks import Mark, Path, Text
from ..outline import Placed, below, drawing
from .body import Limb
from .figure import SHADE

REACH = 60  # of the drawing's units to either side of a hand's middle
ABOVE = 26  # of them that are drawn above wrist and ankle
PIECES = (
    ("arm", "hand", "wrist", 0.25),
    ("leg", "foot", "ankle", 0.75),
)  # and where its middle is in the box


def draw_details(limbs: dict[str, Limb], left: float, top: float, width: float, height: float) -> Part:
    """Hand and foot side by side in a box, CSS px, of one scale."""
    still: list[Mark] = []
    marks: list[Mark] = []
    tops = [drawing("body").levels[place] - ABOVE for _, _, place, _ in PIECES]
    lowest = [float(limbs[limb].outline[:, 1].max()) for limb, *_ in PIECES]
    scale = (height - 24) / max(low - high for low, high in zip(lowest, tops, strict=True))
    for (name, called, _, share), high, low in zip(PIECES, tops, lowest, strict=True):
        limb, middle = limbs[name], left + share * width
        piece = below(limb.outline, high)
        centre = float(piece[:, 0].min() + piece[:, 0].max()) / 2
        placed = Placed(middle - centre * scale, top + height - low * scale, scale, scale)
        edge = limb.outline[limb.outline[:, 1] >= high]
        still += [
            Path(placed(piece), fill="wash", closed=True),
            Path(placed(edge), stroke="axis", width=1.7, round=True, name=f"the {called}, larger"),
            Path(placed.all(_folds(high, low, centre)), stroke="axis", width=1.1, round=True),
            Text(middle, top + height + 20, f"{called}, larger", "ink3", anchor="middle"),
        ]
        patch = below(limb.outline, max(limb.lost_y, high))
        if len(patch) > 2 and limb.lost_y < limb.tip_y:
            marks.append(Path(placed(patch), fill="damage", closed=True, opacity=SHADE,
                              name=f"{called} numb, larger"))  # fmt: skip
    return Part(still, marks, top + height + 24)


def _folds(high: float, low: float, centre: float) -> list[np.ndarray]:
    """The lines inside a piece."""
    lines = drawing("body").starting("mark")
    return [line for line in lines if high < line[0, 1] < low and abs(line[0, 0] - centre) < REACH]
