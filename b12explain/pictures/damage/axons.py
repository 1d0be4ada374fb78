"""Some of the nerve's axons, cut across: which are lost, and which sheaths are thin."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import numpy as np

from ...models.axon_sample import COUNT
from ...models.damage import Damaged
from ...scene.layout import Part, Room, panel_title, paragraph
from ...scene.marks import Dots, Mark, Rings
from ...words.damage import sample

ROWS, APART = 2, 3.0  # px between two axons
KINDS = "axon lost", "sheath", "thin sheath", "axon left"  # in the order of painting
TITLES = "In the nerve: some of its axons, cut across", "In the nerve: axons, cut across", "In the nerve"


def axons(result: Damaged, room: Room, left: float, top: float, width: float) -> Part:
    """Forty axons to one scale, in rows of all sizes mixed; ``top`` is the heading's baseline."""
    seen, rows = result.axons, _rows()
    widest = max(seen.outer_um[list(row)].sum() for row in rows)
    px_per_um = (width - APART * (COUNT // ROWS - 1)) / float(widest)
    high = float(seen.outer_um.max()) * px_per_um
    outer, fibre, inner = ((um * px_per_um).tolist() for um in (seen.outer_um, seen.fibre_um, seen.axon_um))
    alike: dict[tuple[str, float], list[tuple[float, float]]] = defaultdict(list)
    for k, row in enumerate(rows):
        x, y = left, top + 12 + high / 2 + k * (high + APART)
        for i in row:
            at = x + outer[i] / 2, y
            if seen.lost[i]:
                alike["axon lost", outer[i]].append(at)
            else:
                alike["axon left", inner[i]].append(at)
                if fibre[i] > inner[i]:
                    alike["thin sheath" if seen.thinned[i] else "sheath", fibre[i]].append(at)
            x += outer[i] + APART
    marks = [_mark(*of, points) for kind in KINDS for of, points in alike.items() if of[0] == kind]
    under = top + 12 + ROWS * (high + APART) + 14
    words = paragraph(left, under, sample(result), width, role="ink2", name="sample in words")
    return Part([panel_title(room, left, top, TITLES, width)], [*marks, *words], under + 17 * (width < 240))


def _mark(kind: str, size: float, points: list[tuple[float, float]]) -> Mark:
    """All that are of one kind and size."""
    if kind == "axon lost":
        return Rings(tuple(points), "ghost", size, 1.2, fill="", dash=(3.6, 2.4), name=kind)
    if kind == "axon left":
        return Dots(tuple(points), "axon", size, rim_width=0, name=kind)
    return Dots(tuple(points), "myelin", size, rim="myelin_line", rim_width=1.0, name=kind)


@cache
def _rows() -> tuple[tuple[int, ...], ...]:
    """Which axons stand in which row: one of each size, mixed."""
    dice = np.random.default_rng(2)
    return tuple(tuple(dice.permutation(np.arange(k, COUNT, ROWS)).tolist()) for k in range(ROWS))
