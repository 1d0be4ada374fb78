"""What a picture is made of: four kinds of mark, in CSS pixels from the top left and in roles, never in colours.

Marks are plain values: equal where they look alike, so that two pictures can be compared, and what did not change
need not be drawn again. How they become pixels is the business of the painters.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

Points = tuple[tuple[float, float] | None, ...]  # x, y in CSS px; None lifts the pen
Sets = tuple[tuple[str, Any], ...]  # control and value: what a click on a mark sets

#: Outlines of the shapes that dots and rings can have, in parts of their size; a circle has none.
SHAPES: dict[str, tuple[tuple[float, float], ...]] = {
    "circle": (),
    "square": ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)),
    "diamond": ((0.0, -0.7), (0.7, 0.0), (0.0, 0.7), (-0.7, 0.0)),
    "up": ((0.0, -0.5), (0.5, 0.5), (-0.5, 0.5)),
    "down": ((0.0, 0.5), (-0.5, -0.5), (0.5, -0.5)),
    "right": ((0.5, 0.0), (-0.5, 0.5), (-0.5, -0.5)),
    "cross": (
        (-0.25, -0.5), (0.0, -0.25), (0.25, -0.5), (0.5, -0.25), (0.25, 0.0), (0.5, 0.25),
        (0.25, 0.5), (0.0, 0.25), (-0.25, 0.5), (-0.5, 0.25), (-0.25, 0.0), (-0.5, -0.25),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Path:
    """A line through points, filled or not.

    Parameters
    ----------
    points : tuple of (x, y) or None
        CSS px; None lifts the pen. :func:`points_of` makes them from two arrays.
    stroke, fill : str
        Roles of the line and of the inside; empty for none.
    width : float
        Of the line, CSS px.
    dash : tuple of float
        Lengths on and off, CSS px; empty for a firm line.
    round, closed : bool
        Round ends and corners, as of what is drawn by hand; whether the line runs back to where it started.
    opacity : float
        0 to 1.
    name : str
        What it is, for the ear, the pointer and the tests; empty for what needs no name.
    sets : tuple of (str, object)
        What a click on it sets, as control and value.
    """

    points: Points
    stroke: str = ""
    fill: str = ""
    width: float = 1.0
    dash: tuple[float, ...] = ()
    round: bool = False
    closed: bool = False
    opacity: float = 1.0
    name: str = field(default="", kw_only=True)
    sets: Sets = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Dots:
    """Filled shapes of one size, each with a rim, so that they stay apart where they touch.

    Parameters
    ----------
    points : tuple of (x, y)
        Their middles, CSS px.
    role, rim : str
        Roles of the inside and of the rim.
    size, rim_width : float
        Across, without the rim's outer half, and of the rim (0 for none), CSS px.
    shape : str
        One of :data:`SHAPES`.
    opacity, name, sets
        As of :class:`Path`.
    """

    points: tuple[tuple[float, float], ...]
    role: str
    size: float = 9.0
    shape: str = "circle"
    rim: str = "paper"
    rim_width: float = 1.5
    opacity: float = 1.0
    name: str = field(default="", kw_only=True)
    sets: Sets = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Rings:
    """Hollow shapes of one size: not re-read, healthy, lost, or the reader's own.

    Parameters
    ----------
    points : tuple of (x, y)
        Their middles, CSS px.
    role, fill : str
        Roles of the outline and of the inside, which is empty to see through it.
    size, width : float
        Across, to the middle of the outline, and of the outline, CSS px.
    shape : str
        One of :data:`SHAPES`.
    dash, opacity, name, sets
        As of :class:`Path`.
    """

    points: tuple[tuple[float, float], ...]
    role: str
    size: float = 9.0
    width: float = 2.0
    shape: str = "circle"
    fill: str = "paper"
    dash: tuple[float, ...] = ()
    opacity: float = 1.0
    name: str = field(default="", kw_only=True)
    sets: Sets = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text.

    Parameters
    ----------
    x, y : float
        Where its baseline starts, has its middle or ends, CSS px.
    text : str
    role : str
        One of the roles that letters may have.
    size : float
        CSS px.
    face : {"regular", "semibold"}
    anchor : {"start", "middle", "end"}
    halo : bool
        A rim of paper that keeps the letters legible where they cross a line.
    name, sets
        As of :class:`Path`.
    """

    x: float
    y: float
    text: str
    role: str = "ink"
    size: float = 13.5
    face: str = "regular"
    anchor: str = "start"
    halo: bool = False
    name: str = field(default="", kw_only=True)
    sets: Sets = field(default=(), kw_only=True)


Mark = Path | Dots | Rings | Text


def points_of(x: Sequence[float], y: Sequence[float]) -> Points:
    """Points of two sequences; where either is not a number the pen is lifted.

    Examples
    --------
    >>> points_of([1, 2, float("nan"), 3], [5, 6, 0, 7])
    ((1.0, 5.0), (2.0, 6.0), None, (3.0, 7.0))
    """
    x, y = np.asarray(x, float), np.asarray(y, float)
    pairs = zip(x.tolist(), y.tolist(), strict=True)
    if np.isfinite(x).all() and np.isfinite(y).all():
        return tuple(pairs)
    return tuple(pair if math.isfinite(pair[0]) and math.isfinite(pair[1]) else None for pair in pairs)


def box(left: float, top: float, width: float, height: float, fill: str, **more) -> Path:
    """A filled rectangle."""
    right, bottom = left + width, top + height
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Path(corners, fill=fill, closed=True, **more)


def rule(x0: float, y0: float, x1: float, y1: float, role: str = "grid", width: float = 1.0, **more) -> Path:
    """A straight line along an axis, on the middle of a row or column of pixels, so that it is not blurred."""
    if x0 == x1:
        x0 = x1 = math.floor(x0) + 0.5
    if y0 == y1:
        y0 = y1 = math.floor(y0) + 0.5
    return Path(((x0, y0), (x1, y1)), stroke=role, width=width, **more)


def thin(x: Sequence[float], y: Sequence[float], tolerance_px: float = 0.1) -> Points:
    """The points that a line needs: those that the straight line between their kept neighbours misses.

    Parameters
    ----------
    x, y : sequence of float
        CSS px, all finite.
    tolerance_px : float
        How far the line may run from a point that is left out (Ramer, Douglas and Peucker).

    Examples
    --------
    >>> thin([0, 1, 2, 3], [0, 0, 0, 5])
    ((0.0, 0.0), (2.0, 0.0), (3.0, 5.0))
    """
    across, down = np.asarray(x, float), np.asarray(y, float)
    kept = np.array([0, len(across) - 1])
    while True:  # all stretches between kept points at once
        first, last = kept[:-1], kept[1:]
        dx, dy, count = across[last] - across[first], down[last] - down[first], last - first
        start, right, up = (np.repeat(one, count) for one in (first, dx, dy))
        miss = np.abs(right * (down[:-1] - down[start]) - up * (across[:-1] - across[start]))
        worst = np.maximum.reduceat(miss, first)
        worst[worst <= tolerance_px * np.hypot(dx, dy)] = np.inf
        missed = np.flatnonzero(miss == np.repeat(worst, count))
        if not len(missed):
            return points_of(across[kept], down[kept])
        _, once = np.unique(start[missed], return_index=True)  # of points that are missed as far, the first
        kept = np.sort(np.concatenate([kept, missed[once]]))
