"""Outlines drawn by hand: smooth lines through points, and areas cut by a level."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

Points = Sequence[tuple[float, float]]


def smooth(points: Points, closed: bool = False, steps: int = 8) -> np.ndarray:
    """A smooth line through points (a Catmull–Rom spline), as an array of x, y.

    Parameters
    ----------
    points : sequence of (x, y)
        At least three. A point given twice in a row makes a corner.
    closed : bool
        Join the last point to the first.
    steps : int
        Points on each stretch.
    """
    given = np.asarray(points, float)
    ends = (given[-1:], given[:2]) if closed else (given[:1], given[-1:])
    p = np.vstack([ends[0], given, ends[1]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    parts = []
    for a, b, c, d in zip(p[:-3], p[1:-2], p[2:-1], p[3:], strict=True):
        line = b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
        parts.append(line)
    return np.vstack([*parts, given[:1] if closed else given[-1:]])


def below(outline: np.ndarray, level: float) -> np.ndarray:
    """The part of a closed outline whose y is at least a level (further down a sheet); empty if there is none."""
    found = []
    for (x0, y0), (x1, y1) in zip(outline, np.roll(outline, -1, axis=0), strict=True):
        if y0 >= level:
            found.append((x0, y0))
        if (y0 >= level) != (y1 >= level):
            found.append((x0 + (level - y0) / (y1 - y0) * (x1 - x0), level))
    return np.array(found).reshape(-1, 2)


def stretch(route: np.ndarray, top: float, bottom: float) -> np.ndarray:
    """The part of a route that falls steadily, between two levels of y."""
    top, bottom = (float(np.clip(level, route[0, 1], route[-1, 1])) for level in (top, bottom))
    inside = route[(route[:, 1] > top) & (route[:, 1] < bottom)]
    ends = [(np.interp(level, route[:, 1], route[:, 0]), level) for level in (top, bottom)]
    return np.vstack([ends[0], inside, ends[1]])
