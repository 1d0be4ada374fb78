"""Outlines drawn by hand: read from SVG drawings, cut by levels, and placed on a picture.

The drawings are the files in ``pictures/drawings``, which any program for vector drawings opens. A path is found by
its ``id``; its data may hold absolute moves, lines and cubic curves (M, L, C, Z), and no transform. A circle marks how
far down a place lies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from xml.etree import ElementTree

import numpy as np

from ..scene.marks import Points, thin

FOLDER = Path(__file__).parent / "drawings"
SVG = "{http://www.w3.org/2000/svg}"
STEPS = 6  # points on each curve
TOLERANCE = 0.3  # by how much of a drawing's unit, which is about half a pixel, points may be left out
_COMMAND = re.compile(r"([A-Za-df-z])")  # an e is part of a number
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")


@dataclass(frozen=True, eq=False)
class Drawing:
    """A drawing by hand: the x, y of each path and the y of each circle, by their ids, in the drawing's own unit."""

    lines: Mapping[str, np.ndarray]
    levels: Mapping[str, float]

    def starting(self, start: str) -> tuple[np.ndarray, ...]:
        """The lines whose id starts so, in the order of the file."""
        return tuple(line for name, line in self.lines.items() if name.startswith(start))


@cache
def drawing(name: str) -> Drawing:
    """A drawing of the folder, by the name of its file."""
    root = ElementTree.parse(FOLDER / f"{name}.svg").getroot()
    lines = {one.get("id"): _thinned(flatten(one.get("d"))) for one in root.iter(f"{SVG}path")}
    levels = {one.get("id"): float(one.get("cy")) for one in root.iter(f"{SVG}circle")}
    return Drawing(MappingProxyType(lines), MappingProxyType(levels))


def _thinned(line: np.ndarray) -> np.ndarray:
    """The points that a line needs, in two halves, since a closed one ends where it starts."""
    middle = len(line) // 2
    if middle < 2:
        return line
    first, second = (thin(*half.T, TOLERANCE) for half in (line[: middle + 1], line[middle:]))
    return np.array(first[:-1] + second)


def flatten(data: str, steps: int = STEPS) -> np.ndarray:
    """The points of one SVG path: absolute M, L, C and Z, one stretch, with so many points on each curve.

    Raises
    ------
    ValueError
        If it holds another command.

    Examples
    --------
    >>> flatten("M0 0 L2 0 C2 1 2 2 2 3 Z", steps=1).tolist()
    [[0.0, 0.0], [2.0, 0.0], [2.0, 3.0], [0.0, 0.0]]
    """
    parts = _COMMAND.split(data)
    points: list[np.ndarray] = []
    for command, numbers in zip(("", *parts[1::2]), parts[::2], strict=True):
        given = np.array(_NUMBER.findall(numbers), float).reshape(-1, 2)
        if command not in ("M", "L", "C") and (len(given) or command not in ("", "Z")):
            raise ValueError(f"a drawing may hold M, L, C and Z; got {command!r}. Make its curves absolute.")
        if command == "Z":
            points.append(points[0])
        elif command == "C":
            for one in given.reshape(-1, 3, 2):
                points += _curve(points[-1], *one, steps)
        else:
            points += list(given)
    return np.array(points)


def _curve(start: np.ndarray, bend: np.ndarray, bend_too: np.ndarray, end: np.ndarray, steps: int) -> list:
    """Points of a cubic Bézier curve after its start."""
    t = np.linspace(0, 1, steps + 1)[1:, None]
    return list(
        (1 - t) ** 3 * start + 3 * (1 - t) ** 2 * t * bend + 3 * (1 - t) * t**2 * bend_too + t**3 * end
    )


def mirrored(line: np.ndarray) -> np.ndarray:
    """A line on the other side of x = 0."""
    return line * (-1, 1)


def below(outline: np.ndarray, level: float) -> np.ndarray:
    """The part of a closed outline whose y is at least a level (further down a picture); empty if there is none."""
    points, found = outline.tolist(), []
    for (x0, y0), (x1, y1) in zip(points[-1:] + points[:-1], points, strict=True):
        if (y0 >= level) != (y1 >= level):
            found.append((x0 + (level - y0) / (y1 - y0) * (x1 - x0), level))
        if y1 >= level:
            found.append((x1, y1))
    return np.array(found).reshape(-1, 2)


def between(outline: np.ndarray, top: float, bottom: float) -> np.ndarray:
    """The part of a closed outline between two levels of y."""
    return below(below(outline, top) * (1, -1), -bottom) * (1, -1)


def stretch(route: np.ndarray, top: float, bottom: float) -> np.ndarray:
    """The part of a route that falls steadily, between two levels of y."""
    x, y = route.T
    top, bottom = (min(max(level, y[0]), y[-1]) for level in (top, bottom))
    ends = np.interp((top, bottom), y, x)
    inside = (y > top) & (y < bottom)
    return np.array([(ends[0], top), *route[inside].tolist(), (ends[1], bottom)])


@dataclass(frozen=True)
class Placed:
    """Where a drawing stands: its origin on the picture, CSS px, and how many of them a unit is across and down."""

    x: float
    y: float
    across: float
    down: float

    def __call__(self, line: np.ndarray) -> Points:
        """The points of a line of the drawing on the picture, to a tenth of a pixel."""
        x, y = self.x + line[:, 0] * self.across, self.y + line[:, 1] * self.down
        return tuple(zip(x.round(1).tolist(), y.round(1).tolist(), strict=True))

    def all(self, lines: Iterable[np.ndarray]) -> Points:
        """The points of several lines, with the pen lifted between them."""
        return tuple(point for line in lines for point in (*self(line), None))[:-1]
