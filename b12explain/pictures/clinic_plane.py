"""The clinic's plane: velocity against amplitude, with the laboratory's limits, and names that keep off the ways."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..amounts import NBSP, format_number, percent
from ..models.conduction_criteria import Criteria, Finding, Verdict
from ..scene import style
from ..scene.labels import Box, first_free
from ..scene.layout import Room
from ..scene.marks import Dots, Mark, Path, Rings, Text, box, rule
from ..scene.scale import Scale
from ..scene.text import text_width
from ..words.nerve_test import VERDICTS
from . import guess as you
from .names import Line, Name, Point

FASTEST_M_PER_S, HIGHEST_UV = 60.0, 30.0
CORNER = 12.0  # px from both axes to where nothing was recorded
HEAD = 8.0  # px, length of an arrow's head
DOT_STOP = 9.0  # px before the middle of a dot where an arrow to it ends
TIGHT = 200  # px of width, under which words on the axes are short


@dataclass(frozen=True)
class Plane:
    """Where a nerve lies between slow and small.

    Parameters
    ----------
    room : Room
    left, top, width, height : float
        Place of the axes, CSS px.
    criteria : Criteria
        Limits and healthy means.
    """

    room: Room
    left: float
    top: float
    width: float
    height: float
    criteria: Criteria

    @property
    def right(self) -> float:
        """Right edge, px."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Lower edge, px."""
        return self.top + self.height

    @property
    def x(self) -> Scale:
        """Velocity, m/s → px."""
        return Scale(0, FASTEST_M_PER_S, self.left, self.right)

    @property
    def y(self) -> Scale:
        """Amplitude, µV → px."""
        return Scale(0, HIGHEST_UV, self.bottom, self.top)

    @property
    def limit(self) -> Point:
        """Where the two limits cross, px."""
        return self.x(self.criteria.velocity_limit_m_per_s), self.y(self.criteria.amplitude_limit_uv)

    @property
    def inside(self) -> Box:
        """Where names may be."""
        return self.left + 4, self.top + 2, self.right, self.bottom - 3

    def at(self, finding: Finding) -> Point:
        """Where a nerve lies; one without a potential in the corner of nothing."""
        if not finding.recorded:
            return self.left + CORNER, self.bottom - CORNER
        return self.x.within(finding.velocity_m_per_s), self.y.within(finding.amplitude_uv)

    def frame(self) -> list[Mark]:
        """What is there before any nerve: axes, limits, and a wash where both are kept."""
        across, down = self.limit
        return [
            box(across, self.top, self.right - across, down - self.top, "wash", name="within limits"),
            *self._amplitudes(),
            *self._velocities(),
            rule(across, self.top, across, self.bottom, "ink2", style.AXIS_LINE, name="velocity limit"),
            rule(self.left, down, self.right, down, "ink2", style.AXIS_LINE, name="amplitude limit"),
        ]

    def _amplitudes(self) -> list[Mark]:
        size, limit = self.room.sizes.tick, self.criteria.amplitude_limit_uv
        marks: list[Mark] = [
            rule(self.left, self.y(uv), self.right, self.y(uv), "grid" if uv else "axis") for uv in (0, 20)
        ]
        marks += [
            Text(self.left - 7, self.y(uv) + 4, format_number(uv), "ink3", size, anchor="end")
            for uv in (0, limit, 20, HIGHEST_UV)
        ]
        return [*marks, Text(self.left - 26, self.top - 12, f"amplitude,{NBSP}µV", "ink2")]

    def _velocities(self) -> list[Mark]:
        size, limit = self.room.sizes.tick, self.criteria.velocity_limit
        tight = self.width < TIGHT
        unit = "" if tight else f"{NBSP}m/s"
        ticks = (0, "0"), (20, "20"), (float(limit), f"{float(limit):g}{limit.mark}")
        end = self.right + 4, f"{FASTEST_M_PER_S:g}{unit}"
        words = f"velocity,{NBSP}m/s" if tight else "velocity of the fastest fibres"
        middle = (self.left + self.right) / 2
        return [
            *(Text(self.x(at), self.bottom + 18, said, "ink3", size, anchor="middle") for at, said in ticks),
            Text(end[0], self.bottom + 18, end[1], "ink3", size, anchor="end"),
            Text(middle, self.bottom + 38, words, "ink2", anchor="middle"),
        ]

    def home(self, healthy: Finding) -> Rings:
        """The healthy nerve."""
        return Rings((self.at(healthy),), "ghost", 13, 2.4, name="healthy")

    @property
    def limits(self) -> tuple[Line, Line]:
        """The two limits, for names that keep off them."""
        across, down = self.limit
        return ((across, self.top), (across, self.bottom)), ((self.left, down), (self.right, down))

    def end(self, finding: Finding, role: str, name: str) -> Dots:
        """A nerve: a dot, or a cross where nothing was recorded."""
        if finding.recorded:
            return Dots((self.at(finding),), role, 14, rim_width=2, name=name)
        return Dots((self.at(finding),), role, 14, "cross", name=name)

    def guess_marks(self, velocity_left_percent: float, taken: Sequence[Box]) -> list[Mark]:
        """The reader's guess of the velocity that is left, on the axis of velocities, its words where there is room."""
        share = velocity_left_percent / 100
        x, y = self.x.within(share * float(self.criteria.velocity)), self.bottom
        label = you.words(x, y, percent(share))
        spots = [(x + 11, y - 7, "start"), (x - 11, y - 7, "end"), (x, y - 14, "middle")]
        spots += [
            (x + side, y - up, anchor)
            for up in (22, 36, 50, 64)
            for side, anchor in ((4, "start"), (-4, "end"))
        ]
        room = self.left - 24, self.top, self.room.right, self.bottom
        across, _ = self.limit
        limit = across - 1, self.top, across + 1, self.bottom
        free = first_free(label, spots, [*taken, limit], room) or first_free(label, spots, taken, room)
        return [you.diamond(x, y), free or replace(label, x=x + 11, y=y - 7)]

    def corners(self, verdict: Verdict, role: str) -> list[Name]:
        """What the four fields are called, that of the verdict in its role."""
        left, top, right, bottom = self.inside
        across, down = self.limit
        fields = {
            Verdict.SLOW: (left, top, across - 3, down - 2),
            Verdict.WITHIN_LIMITS: (across + 3, top, right - 2, down - 2),
            Verdict.SMALL: (across + 3, down + 2, right - 2, bottom),
            Verdict.SLOW_AND_SMALL: (left, down + 2, across - 3, bottom),
        }
        return [self._corner(one, field, verdict, role) for one, field in fields.items()]

    @staticmethod
    def _corner(one: Verdict, field: Box, verdict: Verdict, role: str) -> Name:
        here = one is verdict
        face = "semibold" if here else "regular"
        words, (left, top, right, bottom) = VERDICTS[one], field
        if one is Verdict.WITHIN_LIMITS and text_width(words, 13.5, "semibold") > right - left:
            words = words.replace("within", "in")
        if text_width(words, 13.5, face) > right - left:  # the field is narrower than any wording
            left = right - text_width(words, 13.5, face)
        label = Text(
            left, top, words, role if here else "ink3", face=face, halo=True, name=f"field: {VERDICTS[one]}"
        )
        at_left, at_right = (left + 2, "start"), (right - 2, "end")
        sides = (at_left, at_right) if one in (Verdict.SLOW, Verdict.SLOW_AND_SMALL) else (at_right, at_left)
        levels = (
            (top + 15, bottom - 6) if one in (Verdict.SLOW, Verdict.WITHIN_LIMITS) else (top + 15, bottom - 8)
        )
        spots = [(x, y, anchor) for y in levels for x, anchor in sides]
        return Name(label, spots, (left - 2, top, right + 2, bottom + 3))


def arrow(
    way: Sequence[Point],
    role: str,
    name: str,
    *,
    width: float,
    dash: tuple[float, ...] = (),
    stop: float = 0.0,
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
    return [
        replace(line, points=(*way[:-1], neck)),
        Path((tip, *sides), fill=role, closed=True, name=f"{name}, head"),
    ]
