"""One fibre with its sheath, and under it when each of its nodes fires."""

from __future__ import annotations

from itertools import groupby, pairwise

from ...amounts import duration_ms
from ...models.damage import Damaged
from ...scene import style
from ...scene.labels import width_of
from ...scene.layout import Part, Room, panel_title
from ...scene.marks import Dots, Mark, Path, Text, box, points_of, rule
from ...scene.scale import Scale
from ...words.damage import arrives
from ..sheaths import axon, sheaths

LATEST_MS, TALLEST = 1.5, 44.0  # the last moment shown, and px of the tint behind what is affected
GAP = 1.6  # px between a sheath and a node
HEIGHT = 176.0
ROOM_FOR_HEALTHY = 56  # px
TITLES = (
    "In one large fibre: its sheath, and when its nodes fire",
    "In one fibre, and when its nodes fire",
    "In one large fibre",
)


def one_fibre(result: Damaged, room: Room, left: float, top: float, width: float) -> Part:
    """The fibre as its sheath is now, over the times at which its nodes fire; ``top`` is the heading's baseline."""
    healthy, right = result.healthy_fibre, left + width
    x = Scale(0, float(healthy.position_mm[-1]), left + 2, right - 2)
    y = Scale(0, LATEST_MS, top + 76, top + HEIGHT)  # of the time after the wave entered
    ends = points_of(x(healthy.position_mm[[0, -1]]), y(healthy.arrival_ms[[0, -1]]))
    dashed = {"stroke": "ghost", "width": style.GHOST_LINE, "dash": style.GHOST_DASH}
    frame = [
        panel_title(room, left, top, TITLES, width),
        rule(left, y(0), right, y(0), "axis"),
        rule(left, y(1), right, y(1), "grid", name="one millisecond"),
        Text(left, y(1) - 5, f"{duration_ms(1)} after it entered", "ink3", room.sizes.tick),
    ]
    marks = [
        Path(ends, name="healthy fibre", **dashed),
        Text(right, y(0.22), "healthy", "ink3", anchor="end", halo=True),
        *_strip(result, x, top + 38),
        axon(left, right, top + 38),
        *_wave(result, x, y, left, right),
    ]
    return Part(frame, marks, top + HEIGHT)


def _strip(result: Damaged, x: Scale, middle: float) -> list[Mark]:
    """The sheath from the side, a tint behind what is affected."""
    spans = pairwise(x(result.fibre.position_mm).tolist())
    whole, thin, tints = [], [], []
    for hurt, group in groupby(zip(result.fibre.affected, spans, strict=True), key=lambda one: one[0]):
        run = [span for _, span in group]
        if hurt:
            start, end = run[0][0], run[-1][1]
            tints.append(
                box(start, middle - TALLEST / 2, end - start, TALLEST, "damage_tint", name="affected")
            )
        (thin if hurt else whole).extend(run)
    roles, left = ("myelin_line", "myelin"), result.population.lamella_fraction
    return [
        *tints,
        *sheaths(whole, middle, 1.0, GAP, roles, "whole sheaths"),
        *sheaths(thin, middle, left, GAP, roles, "thinned sheaths"),
    ]


def _wave(result: Damaged, x: Scale, y: Scale, left: float, right: float) -> list[Mark]:
    """When the nodes fire, and how the wave ends; the words stand where its line does not run."""
    said = {"role": "damage", "face": "semibold", "halo": True, "name": "one fibre in words"}
    fibre, low = result.fibre, y.end_px - 2
    if result.fibre_lost:
        return [Text(right, low, "this one is among the lost", anchor="end", **said)]
    at = zip(x(fibre.position_mm).tolist(), y(fibre.arrival_ms).tolist(), strict=True)
    fired = tuple((x, y) for x, y in at if y <= low + 2)  # of a node that never fires, y is no number
    marks: list[Mark] = [
        Path(fired, stroke="damage", width=style.DATA_LINE, name="wave"),
        Dots(fired, "spike", 6, rim_width=0.8, name="nodes that fire"),
    ]
    if not fibre.blocked:
        steep = fibre.arrival_ms[-1] > 0.7 * LATEST_MS and fired[-1][0] > (left + right) / 2
        at_side = {"x": left} if steep else {"x": right, "anchor": "end"}
        return [*marks, Text(y=low, text=arrives(result, LATEST_MS), **at_side, **said)]
    last = x(float(fibre.position_mm[fibre.last])), y.within(float(fibre.arrival_ms[fibre.last]))
    words = Text(last[0] + 14, last[1] + 5, "blocked here", **said)
    if words.x + width_of(words) > right - ROOM_FOR_HEALTHY:
        words = Text(last[0] - 14, last[1] + 18, "blocked here", anchor="end", **said)
        if words.x - width_of(words) < left:
            words = Text(left, low, "blocked here", **said)
    return [*marks, Dots((last,), "damage", 14, "cross", name="blocked here"), words]
