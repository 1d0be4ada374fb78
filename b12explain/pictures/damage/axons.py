"""Some of the nerve's axons, cut across: which are lost, and which sheaths are thin."""

from __future__ import annotations

from functools import cache

import numpy as np

from ...models.axon_sample import COUNT
from ...models.damage import Damaged
from ...scene.layout import Part, Room, panel_title, paragraph
from ...scene.marks import Dots, Mark, Rings
from ...words.damage import sample

ROWS, APART = 2, 3.0  # px between two axons
LOST_DASH = (3.6, 2.4)
TITLES = ("In the nerve: some of its axons, cut across", "In the nerve: axons, cut across", "In the nerve")


def axons(result: Damaged, room: Room, left: float, top: float, width: float) -> Part:
    """Forty axons to one scale, in rows of all sizes mixed; ``top`` is the heading's baseline."""
    seen = result.axons
    rows = _rows()
    widest = max(seen.outer_um[list(row)].sum() for row in rows)
    px_per_um = (width - APART * (COUNT // ROWS - 1)) / float(widest)
    high = float(seen.outer_um.max()) * px_per_um
    outer, fibre, inner = ((um * px_per_um).tolist() for um in (seen.outer_um, seen.fibre_um, seen.axon_um))
    lost, thinned = seen.lost.tolist(), seen.thinned.tolist()
    marks: list[Mark] = []
    for k, row in enumerate(rows):
        x, y = left, top + 12 + high / 2 + k * (high + APART)
        for i in row:
            at = x + outer[i] / 2, y
            if lost[i]:
                marks.append(Rings((at,), "ghost", outer[i], 1.2, fill="", dash=LOST_DASH, name="axon lost"))
            else:
                marks += _axon(at, fibre[i], inner[i], "thin sheath" if thinned[i] else "sheath")
            x += outer[i] + APART
    under = top + 12 + ROWS * (high + APART) + 14
    words = paragraph(left, under, sample(result), width, role="ink2", name="sample in words")
    return Part([panel_title(room, left, top, TITLES, width)], [*marks, *words], under + 17 * (width < 240))


def _axon(at: tuple[float, float], fibre_px: float, axon_px: float, sheath: str) -> list[Mark]:
    """One axon in its sheath, if it has any."""
    axon = Dots((at,), "axon", axon_px, rim_width=0, name="axon left")
    if fibre_px <= axon_px:
        return [axon]
    return [Dots((at,), "myelin", fibre_px, rim="myelin_line", rim_width=1.0, name=sheath), axon]


@cache
def _rows() -> tuple[tuple[int, ...], ...]:
    """Which axons stand in which row: every second one by size, mixed."""
    dice = np.random.default_rng(2)
    return tuple(tuple(dice.permutation(np.arange(k, COUNT, ROWS)).tolist()) for k in range(ROWS))
