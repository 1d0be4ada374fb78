"""The clinic's plane: velocity against amplitude, with the laboratory's limits, and names that keep off the ways."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from ..amounts import NBSP, format_number, typed
from ..models.conduction_criteria import Criteria, Finding, Verdict
from ..scene import style
from ..scene.labels import Box, box_of, first_free
from ..scene.layout import Room, panel_title
from ..scene.marks import Dots, Mark, Path, Rings, Text, box, rule
from ..scene.scale import Scale
from ..scene.text import text_width
from ..words.nerve_test import VERDICTS
from . import guess as you
from .names import Name, Point, Spot, around, box_around, put

FASTEST_M_PER_S, HIGHEST_UV = 60.0, 30.0
CORNER = 12.0  # px from both axes to where nothing was recorded
HEAD = 8.0  # px, length of an arrow's head
DOT_STOP = 9.0  # px before the middle of a dot where an arrow to it ends
TIGHT = 200  # px of width, under which words on the axes are short
GHOST = {"role": "ghost", "width": style.GHOST_LINE, "dash": style.GHOST_DASH}


@dataclass(frozen=True)
class Plane:
    """Where a nerve lies between slow and small.

    Parameters
    ----------
    room : Room
        Which the panel fills to its right margin.
    left, top : float
        Where the panel's title starts, px.
    height : float
        Of the upright axis, px.
    criteria : Criteria
        Limits and healthy means.
    """

    room: Room
    left: float
    top: float
    height: float
    criteria: Criteria

    @cached_property
    def x(self) -> Scale:
        """Velocity, m/s → px."""
        return Scale(0, FASTEST_M_PER_S, self.left + 30, self.room.right - 4)

    @cached_property
    def y(self) -> Scale:
        """Amplitude, µV → px."""
        return Scale(0, HIGHEST_UV, self.top + 36 + self.height, self.top + 36)

    @property
    def sides(self) -> Box:
        """Between the axes: left, top, right, bottom, px."""
        return self.x.start_px, self.y.end_px, self.x.end_px, self.y.start_px

    @property
    def bottom(self) -> float:
        """Under the axes and their words, px."""
        return self.y.start_px + 42

    @property
    def limit(self) -> Point:
        """Where the two limits cross, px."""
        return self.x(self.criteria.velocity_limit_m_per_s), self.y(self.criteria.amplitude_limit_uv)

    def at(self, finding: Finding) -> Point:
        """Where a nerve lies; one without a potential in the corner of nothing."""
        if not finding.recorded:
            return self.x.start_px + CORNER, self.y.start_px - CORNER
        return self.x.within(finding.velocity_m_per_s), self.y.within(finding.amplitude_uv)

    def frame(self, titles: Sequence[str]) -> list[Mark]:
        """What is there before any nerve: title, axes, limits, and a wash where both are kept."""
        left, top, right, bottom = self.sides
        across, down = self.limit
        slowest, smallest = self.criteria.velocity_limit, self.criteria.amplitude_limit_uv
        tight, tick = right - left < TIGHT, {"role": "ink3", "size": self.room.sizes.tick}
        words = f"velocity,{NBSP}m/s" if tight else "velocity of the fastest fibres"
        fastest = f"{FASTEST_M_PER_S:g}" + ("" if tight else f"{NBSP}m/s")
        speeds = (0, "0"), (20, "20"), (float(slowest), f"{float(slowest):g}{slowest.mark}")
        amplitudes = [(self.y(uv) + 4, format_number(uv)) for uv in (0, smallest, 20, HIGHEST_UV)]
        limit = {"role": "ink2", "width": style.AXIS_LINE}
        return [
            panel_title(self.room, self.left, self.top, titles, right - self.left),
            box(across, top, right - across, down - top, "wash", name="within limits"),
            rule(left, bottom, right, bottom, "axis"),
            rule(left, self.y(20), right, self.y(20), "grid"),
            *(Text(left - 7, y, said, anchor="end", **tick) for y, said in amplitudes),
            Text(left - 26, top - 12, f"amplitude,{NBSP}µV", "ink2"),
            *(Text(self.x(at), bottom + 18, said, anchor="middle", **tick) for at, said in speeds),
            Text(right + 4, bottom + 18, fastest, anchor="end", **tick),
            Text((left + right) / 2, bottom + 38, words, "ink2", anchor="middle"),
            rule(across, top, across, bottom, name="velocity limit", **limit),
            rule(left, down, right, down, name="amplitude limit", **limit),
        ]

    def home(self, healthy: Finding) -> Rings:
        """The healthy nerve."""
        return Rings((self.at(healthy),), "ghost", 13, 2.4, name="healthy")

    def end(self, finding: Finding, role: str, name: str) -> Dots:
        """A nerve: a dot, or a cross where nothing was recorded."""
        shape, rim = ("circle", 2) if finding.recorded else ("cross", 1.5)
        return Dots((self.at(finding),), role, 14, shape, rim_width=rim, name=name)

    def name(self, at: Point, words: str, role: str = "ink3", first: Sequence[Spot] = (), **more) -> Name:
        """What a dot is called, at the ``first`` spots or around it."""
        left, top, _, bottom = self.sides
        label = Text(*at, words, role, halo=True, **more)
        return label, [*first, *around(at)], (left + 2, top, self.room.right, bottom)

    def say(
        self,
        names: Iterable[Name],
        verdict: Verdict,
        role: str,
        ways: Iterable[Sequence[Point]],
        dots: list[Box],
    ) -> list[Mark]:
        """The names of dots and of the four fields, off the ways and each other; and the reader's guess."""
        left, top, right, bottom = self.sides
        across, down = self.limit
        guess = self.room.guess
        yours = [] if guess is None else self.guess_marks(guess, dots)
        texts = [box_of(one) if isinstance(one, Text) else box_around(one.points[0], 12) for one in yours]
        lines = [((across, top), (across, bottom)), ((left, down), (right, down))]
        lines += [line for way in ways for line in pairwise(way)]
        return [*put([*names, *self.corners(verdict, role)], lines, [*dots, *texts]), *yours]

    def guess_marks(self, velocity_left_percent: float, taken: Sequence[Box]) -> list[Mark]:
        """The reader's guess of the velocity that is left, on the axis of velocities, its words where there is room."""
        left, top, _, bottom = self.sides
        across, share = self.limit[0], velocity_left_percent / 100
        x, y = self.x.within(share * float(self.criteria.velocity)), bottom
        label = you.words(x + 11, y - 7, typed(velocity_left_percent, "%"))
        spots = [(x + 11, y - 7, "start"), (x - 11, y - 7, "end"), (x, y - 14, "middle")]
        for up in (22, 36, 50, 64):
            spots += [(x + 4, y - up, "start"), (x - 4, y - up, "end")]
        inside, limit = (left - 24, top, self.room.right, bottom), (across - 1, top, across + 1, bottom)
        tries = (first_free(label, spots, off, inside) for off in ([*taken, limit], taken, ()))
        return [you.diamond(x, y), next(filter(None, tries), label)]

    def corners(self, verdict: Verdict, role: str) -> list[Name]:
        """What the four fields are called, that of the verdict in its role."""
        left, top, right, bottom = self.sides
        across, down = self.limit
        names: list[Name] = []
        for one in (Verdict.SLOW, Verdict.WITHIN_LIMITS, Verdict.SMALL, Verdict.SLOW_AND_SMALL):
            slow, small = one.value
            start, end = (left + 4, across - 3) if slow else (across + 3, right - 2)
            high, low, rise = (down + 2, bottom - 3, 8) if small else (top + 2, down - 2, 6)
            words, here = VERDICTS[one], one is verdict
            if text_width(words, 13.5, "semibold") > end - start:
                words = words.replace("within", "in")
            said = {"role": role, "face": "semibold"} if here else {"role": "ink3"}
            label = Text(start, high, words, halo=True, name=f"field: {VERDICTS[one]}", **said)
            start = min(start, end - text_width(words, 13.5, label.face))  # narrower than any wording
            at = [(start + 2, "start"), (end - 2, "end")][:: 1 if slow else -1]
            spots = [(x, y, anchor) for y in (high + 15, low - rise) for x, anchor in at]
            names.append((replace(label, x=start), spots, (start - 2, high, end + 2, low + 3)))
        return names


def arrow(
    way: Sequence[Point], name: str, *, role: str, width: float, dash: tuple = (), stop: float = 0.0
) -> list[Mark]:
    """A way through points with a head at its end, or ``stop`` px before it; no head where there is no room for one."""
    start, end = way[-2:]
    length = math.dist(start, end)
    line = Path(tuple(way), stroke=role, width=width, dash=dash, name=name)
    if length < HEAD + 2 * stop:
        return [line]
    dx, dy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    tip = end[0] - stop * dx, end[1] - stop * dy
    neck, half = (tip[0] - HEAD * dx, tip[1] - HEAD * dy), HEAD * 0.55
    sides = (neck[0] - half * dy, neck[1] + half * dx), (neck[0] + half * dy, neck[1] - half * dx)
    head = Path((tip, *sides), fill=role, closed=True, name=f"{name}, head")
    return [replace(line, points=(*way[:-1], neck)), head]
