"""One fibre with its sheath, and under it when each of its nodes fires."""

from __future__ import annotations

from dataclasses import dataclass

from ...amounts import duration_ms
from ...models.damage import Damaged
from ...scene import style
from ...scene.labels import width_of
from ...scene.layout import Part, Room, panel_title
from ...scene.marks import Dots, Mark, Path, Text, box, points_of, rule
from ...scene.scale import Scale
from ...words.damage import arrives
from ..sheaths import axon, sheaths

LATEST_MS, TALLEST = 1.5, 44.0
GAP = 1.6  # px of bare axon at either side of a node
HEIGHT = 176.0
ROOM_FOR_HEALTHY = 56  # px
TITLES = (
    "In one large fibre: its sheath, and when its nodes fire",
    "In one fibre, and when its nodes fire",
    "In one large fibre",
)


@dataclass(frozen=True)
class Panel:
    """Place of the panel: left edge, the heading's baseline and width, px; and how long the fibre shown is, mm."""

    left: float
    top: float
    width: float
    length_mm: float

    @property
    def right(self) -> float:
        """Right edge, px."""
        return self.left + self.width

    @property
    def middle(self) -> float:
        """Middle of the fibre, px."""
        return self.top + 38

    @property
    def x(self) -> Scale:
        """Position, mm → px."""
        return Scale(0, self.length_mm, self.left + 2, self.right - 2)

    @property
    def y(self) -> Scale:
        """Time after the wave entered, ms → px."""
        return Scale(0, LATEST_MS, self.top + 76, self.top + HEIGHT)


def one_fibre(result: Damaged, room: Room, left: float, top: float, width: float) -> Part:
    """The fibre as its sheath is now, over the times at which its nodes fire; ``top`` is the heading's baseline."""
    panel = Panel(left, top, width, float(result.healthy_fibre.position_mm[-1]))
    healthy = result.healthy_fibre
    ghost = Path(
        points_of((panel.x(healthy.position_mm[0]), panel.x(healthy.position_mm[-1])),
                  (panel.y(healthy.arrival_ms[0]), panel.y(healthy.arrival_ms[-1]))),
        stroke="ghost", width=style.GHOST_LINE, dash=style.GHOST_DASH, name="healthy fibre",
    )  # fmt: skip
    words = Text(panel.right, panel.y(0.22), "healthy", "ink3", anchor="end", halo=True)
    frame = [panel_title(room, left, top, TITLES, width), *_times(room, panel)]
    return Part(frame, [ghost, words, *_strip(result, panel), *_wave(result, panel)], top + HEIGHT)


def _times(room: Room, panel: Panel) -> list[Mark]:
    zero, one = panel.y(0), panel.y(1)
    said = f"{duration_ms(1)} after it entered"
    return [
        rule(panel.left, zero, panel.right, zero, "axis"),
        rule(panel.left, one, panel.right, one, "grid", name="one millisecond"),
        Text(panel.left, one - 5, said, "ink3", room.sizes.tick),
    ]


def _strip(result: Damaged, panel: Panel) -> list[Mark]:
    """The fibre from the side, a tint behind what is affected."""
    fibre, at = result.fibre, panel.x(result.fibre.position_mm).tolist()
    spans = {
        hurt: [(at[k], at[k + 1]) for k, one in enumerate(fibre.affected) if one == hurt]
        for hurt in (True, False)
    }
    roles = "myelin_line", "myelin"
    return [
        *(
            box(a, panel.middle - TALLEST / 2, b - a, TALLEST, "damage_tint", name="affected")
            for a, b in _joined(spans[True])
        ),
        *sheaths(spans[False], panel.middle, 1.0, GAP, roles, "whole sheaths"),
        *sheaths(
            spans[True], panel.middle, result.population.lamella_fraction, GAP, roles, "thinned sheaths"
        ),
        axon(panel.left, panel.right, panel.middle),
    ]


def _joined(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Spans of which neighbours are one."""
    joined: list[tuple[float, float]] = []
    for start, end in spans:
        if joined and joined[-1][1] == start:
            start = joined.pop()[0]
        joined.append((start, end))
    return joined


def _wave(result: Damaged, panel: Panel) -> list[Mark]:
    """When the nodes fire, and how the wave ends."""
    said = {"role": "damage", "face": "semibold", "halo": True, "name": "one fibre in words"}
    low = panel.y(LATEST_MS) - 2
    if result.fibre_lost:
        return [Text(panel.right, low, "this one is among the lost", anchor="end", **said)]
    fibre = result.fibre
    at = zip(panel.x(fibre.position_mm).tolist(), panel.y(fibre.arrival_ms).tolist(), strict=True)
    fired = [(x, y) for x, y in at if y <= panel.y.end_px]  # of a node that never fires, y is no number
    marks: list[Mark] = [
        Path(tuple(fired), stroke="damage", width=style.DATA_LINE, name="wave"),
        Dots(tuple(fired), "spike", 6, rim_width=0.8, name="nodes that fire"),
    ]
    if not fibre.blocked:
        return [*marks, _end(result, panel, fired[-1][0], low, said)]
    x, y = panel.x(float(fibre.position_mm[fibre.last])), panel.y.within(float(fibre.arrival_ms[fibre.last]))
    words = Text(x + 14, y + 5, "blocked here", **said)
    if words.x + width_of(words) > panel.right - ROOM_FOR_HEALTHY:
        words = Text(x - 14, y + 18, "blocked here", anchor="end", **said)
        if words.x - width_of(words) < panel.left:
            words = Text(panel.left, low, "blocked here", **said)
    return [*marks, Dots(((x, y),), "damage", 14, "cross", name="blocked here"), words]


def _end(result: Damaged, panel: Panel, last: float, low: float, said: dict) -> Text:
    """How late the wave is, where its line does not run."""
    low_end = result.fibre.arrival_ms[-1] > 0.7 * LATEST_MS and last > (panel.left + panel.right) / 2
    words = arrives(result, LATEST_MS)
    return (
        Text(panel.left, low, words, **said)
        if low_end
        else Text(panel.right, low, words, anchor="end", **said)
    )
