"""The wave inside the fibre at one moment: rebuilt at the nodes, gliding between them."""

from __future__ import annotations

import math

import numpy as np

from ...models.race import STRETCH_MM, Race
from ...models.race import Wave as Waves
from ...scene import style
from ...scene.axes import across, ticks
from ...scene.layout import Part, Room, paragraph
from ...scene.marks import Dots, Mark, Path, Text, points_of, rule, thin
from ...scene.scale import Scale
from ...scene.text import first_fitting
from ...words import race as words
from .runners import lane_ends

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
    along, y = Scale(0, STRETCH_MM, start, end), Scale(LOW_MV, TOP_MV, top + HEIGHT, top)
    shown = result.wave.position_mm <= STRETCH_MM
    across_px = along(result.wave.position_mm[shown])
    marks = _words(room, top, start, end, y)
    marks += _before(result.wave, shown & result.wave.is_node, along, y, moment_ms)
    marks += _now(result.wave, shown, across_px, y, moment_ms)
    tens = ticks(TENS if end - start >= ROOM_FOR_TENS else TENS[::2], "mm")
    frame = [
        rule(start, y(0), end, y(0)),
        rule(start, y(BAR_MV), end, y(BAR_MV)),
        *across(room, along, tens, top + HEIGHT, ends=True),
    ]
    why = paragraph(room.left, top + HEIGHT + 48, words.WHERE, room.inner, role="ink2")
    return Part(frame, [*marks, *why], why[-1].y)


def _words(room: Room, top: float, start: float, end: float, y: Scale) -> list[Mark]:
    """What is seen, and the height of the two lines."""
    rest, high = ("rest", 0.0), (f"{BAR_MV:g}{words.NBSP}mV", BAR_MV)
    if room.narrow:
        said = first_fitting(ABOVE, end - start - 60, 13.5)[0]
        return [
            Text(start, top - 8, said, "ink2"),
            Text(end, y(BAR_MV) - 4, high[0], "ink3", room.sizes.tick, anchor="end", halo=True),
        ]
    lines = [Text(room.left, top + 26 + 17 * row, words, "ink2") for row, words in enumerate(BESIDE)]
    levels = [Text(end + 8, y(level) + 4, said, "ink3", room.sizes.tick) for said, level in (rest, high)]
    return [*lines, *levels]


def _before(wave: Waves, nodes: np.ndarray, along: Scale, y: Scale, moment_ms: float) -> list[Mark]:
    """Where the wave stood at moments before: a line from node to node, the same for every moment after."""
    moments = [AGAIN_MS * count for count in range(math.ceil(round(moment_ms / AGAIN_MS, 6)))]
    x = along(wave.position_mm[nodes])
    return [
        Path(thin(x, y(wave.at(one)[nodes]), FINE_PX), stroke="axon_tint", width=1.4, name="wave before")
        for one in moments
    ]


def _now(wave: Waves, shown: np.ndarray, across_px: np.ndarray, y: Scale, moment_ms: float) -> list[Mark]:
    """The wave, its rising front, and the nodes, of which some fire."""
    potential = wave.at(moment_ms)[shown]
    heights, node = y(potential), wave.is_node[shown]
    rising = potential - wave.at(moment_ms - WITHIN_MS)[shown] > RISES_MV
    fires = node & (potential > FIRES_MV)
    few = node.sum() < NODES_APART
    line = thin(across_px, heights, FINE_PX)
    marks: list[Mark] = [Path(line, stroke="axon", width=style.DATA_LINE, name="wave")]
    for one in _runs(rising):
        first, *_, last = points_of(across_px[one], heights[one])
        front = first, *(point for point in line if first[0] < point[0] < last[0]), last
        marks.append(Path(front, stroke="spike", width=3.4, name="rising front"))
    still = node & ~fires
    if few and still.any():
        marks.append(Dots(points_of(across_px[still], heights[still]), "axon", 5, rim_width=0, name="node"))
    if fires.any():
        firing = points_of(across_px[fires], heights[fires])
        marks.append(Dots(firing, "spike", 9.5 if few else 5, name="firing node"))
    return marks


def _runs(chosen: np.ndarray) -> list[slice]:
    """Where a choice of points starts and ends, for each run of two or more."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], chosen, [False]]).astype(int)))
    return [slice(first, stop) for first, stop in edges.reshape(-1, 2).tolist() if stop - first > 1]
