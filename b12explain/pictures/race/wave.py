"""The wave inside the fibre at one moment: rebuilt at the nodes, gliding between them."""

from __future__ import annotations

import math

import numpy as np

from ...models.race import STRETCH_MM, Race, Wave
from ...scene import style
from ...scene.axes import across, ticks
from ...scene.layout import Part, Room, paragraph
from ...scene.marks import Dots, Mark, Path, Text, points_of, rule, thin
from ...scene.scale import Scale
from ...scene.text import first_fitting
from ...words import race as words
from .lanes import lane_ends

HEIGHT, TOP_MV, LOW_MV, BAR_MV = 104, 125.0, -15.0, 100.0
FIRES_MV = 50.0  # a node this far above rest is on its way up or down a spike
RISES_MV, WITHIN_MS = 4.0, 0.03  # what has risen by more than this in so long is the front
TENS, ROOM_FOR_TENS = range(0, round(STRETCH_MM) + 1, 10), 240  # mm, and px of axis that their numbers need
AGAIN_MS = 0.2  # from one wave that is left standing to the next
FINE_PX = 0.2  # how far the line may run from a point that is left out
NODES_APART = 60  # more nodes than this would only thicken the line
BESIDE = (
    "inside this fibre: each",
    "dot is a node, where the",
    "signal is built up anew;",
    "pale: moments before",
)
ABOVE = ("Inside this fibre; each dot is a node", "Inside; each dot is a node", "Each dot is a node")


def wave(result: Race, room: Room, top: float, moment_ms: float) -> Part:
    """The potential along the stretch; ``top`` is where the plot starts."""
    start, end = lane_ends(room)
    x, y = Scale(0, STRETCH_MM, start, end), Scale(LOW_MV, TOP_MV, top + HEIGHT, top)
    tens = ticks(TENS if end - start >= ROOM_FOR_TENS else TENS[::2], "mm")
    frame = [
        *(rule(start, y(level), end, y(level)) for level in (0, BAR_MV)),
        *across(room, x, tens, top + HEIGHT, ends=True),
    ]
    why = paragraph(room.left, top + HEIGHT + 48, words.WHERE, room.inner, role="ink2")
    waves = [*_before(result.wave, x, y, moment_ms), *_now(result.wave, x, y, moment_ms)]
    return Part(frame, [*_words(room, top, y), *waves, *why], why[-1].y)


def _words(room: Room, top: float, y: Scale) -> list[Mark]:
    """What is seen, and the height of the two lines."""
    (start, end), high, tick = lane_ends(room), f"{BAR_MV:g}{words.NBSP}mV", room.sizes.tick
    if room.narrow:
        said = first_fitting(ABOVE, end - start - 60, 13.5)[0]
        level = Text(end, y(BAR_MV) - 4, high, "ink3", tick, anchor="end", halo=True)
        return [Text(start, top - 8, said, "ink2"), level]
    lines = (Text(room.left, top + 26 + 17 * row, said, "ink2") for row, said in enumerate(BESIDE))
    levels = (Text(end + 8, y(mv) + 4, said, "ink3", tick) for said, mv in (("rest", 0.0), (high, BAR_MV)))
    return [*lines, *levels]


def _before(wave: Wave, x: Scale, y: Scale, moment_ms: float) -> list[Mark]:
    """Where the wave stood at moments before: a line from node to node, the same for every moment after."""
    nodes = wave.is_node & (wave.position_mm <= STRETCH_MM)
    along, count = x(wave.position_mm[nodes]), math.ceil(round(moment_ms / AGAIN_MS, 6))
    lines = (thin(along, y(wave.at(AGAIN_MS * i)[nodes]), FINE_PX) for i in range(count))
    return [Path(line, stroke="axon_tint", width=1.4, name="wave before") for line in lines]


def _now(wave: Wave, x: Scale, y: Scale, moment_ms: float) -> list[Mark]:
    """The wave, its rising front, and the nodes, of which some fire."""
    shown = wave.position_mm <= STRETCH_MM
    potential, earlier = (wave.at(moment)[shown] for moment in (moment_ms, moment_ms - WITHIN_MS))
    along, heights, node = x(wave.position_mm[shown]), y(potential), wave.is_node[shown]
    fires = node & (potential > FIRES_MV)
    still, few = node & ~fires, node.sum() < NODES_APART
    line = thin(along, heights, FINE_PX)
    marks: list[Mark] = [Path(line, stroke="axon", width=style.DATA_LINE, name="wave")]
    for ends in _runs(potential - earlier > RISES_MV):
        first, last = points_of(along[ends], heights[ends])
        front = first, *(point for point in line if first[0] < point[0] < last[0]), last
        marks.append(Path(front, stroke="spike", width=3.4, name="rising front"))
    if few and still.any():
        marks.append(Dots(points_of(along[still], heights[still]), "axon", 5, rim_width=0, name="node"))
    if fires.any():
        firing = points_of(along[fires], heights[fires])
        marks.append(Dots(firing, "spike", 9.5 if few else 5, name="firing node"))
    return marks


def _runs(chosen: np.ndarray) -> list[list[int]]:
    """First and last of the points chosen, for each run of two or more."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], chosen, [False]]).astype(int)))
    return [[first, stop - 1] for first, stop in edges.reshape(-1, 2).tolist() if stop - first > 1]
