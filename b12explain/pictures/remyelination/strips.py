"""Four stretches (internodes) of a large fibre: before, stripped, and with new sheaths."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from ...models.remyelination import Remyelinated
from ...scene.layout import Part, Room, panel_title
from ...scene.marks import Mark, Text
from ...scene.text import first_fitting, text_width
from ...words.remyelination import shown
from ..sheaths import axon, sheaths

STEP, GAP = 60.0, 2.2  # px from row to row, and of axon without a sheath at either side of a node
INTERNODES, ORDER = 4, (1, 2, 0, 3)  # in which they are stripped as the share grows
ROWS = "before", "stripped", "new sheaths"
OLD, NEW = ("myelin_line", "myelin"), ("repair", "repair_tint")
TITLES = "The same part of one large fibre", "Part of one large fibre", "One large fibre"


def strips(result: Remyelinated, room: Room, left: float, top: float, width: float) -> Part:
    """Three drawings, each with the velocity of a nerve of such fibres; ``top`` is the heading's baseline."""
    right = left + width
    internodes = list(pairwise(np.linspace(left, right, INTERNODES + 1).tolist()))
    new = sorted(ORDER[: round(result.affected_share * INTERNODES)])
    spared = [one for k, one in enumerate(internodes) if k not in new]
    short = [span for k in new for span in pairwise(np.linspace(*internodes[k], result.parts + 1).tolist())]
    marks: list[Mark] = []
    for row, (name, finding) in enumerate(zip(ROWS, result.path, strict=True)):
        y, last = top + 50 + STEP * row, row == 2
        marks += sheaths(spared if row else internodes, y, 1.0, GAP, OLD, f"{name}: old")
        marks += sheaths(short if last else (), y, result.lamella_fraction, GAP, NEW, f"{name}: new")
        said = {"role": "repair" if last else "ink2", "face": "semibold"}
        beside = width - text_width(name, 13.5, "semibold") - 12
        words = first_fitting(shown(finding), beside, 13.5, "semibold")[0]
        marks += [
            axon(left, right, y),
            Text(left, y - 19, name, **said),
            Text(right, y - 19, words, anchor="end", name=f"{name} in words", **said),
        ]
    return Part([panel_title(room, left, top, TITLES, width)], marks, top + 50 + STEP * 2 + 16)
