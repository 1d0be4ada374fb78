"""Marks as they cross to a page: what changed since the last picture, in as few letters as will do."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import takewhile
from typing import Any

from .marks import SHAPES, Dots, Mark, Path, Points, Rings, Text

LONG = 40  # points: a longer line is told to a tenth of a pixel, others to a hundredth


def changes(old: Sequence[Hashable], new: Sequence[Hashable], encode: Callable[[Any], Any]) -> list:
    """A sequence told by another: runs ``[first, count]`` of what is there already, and what is new, encoded.

    Each old one serves once, since a node of a page can stand in one place only.

    Examples
    --------
    >>> changes("abcd", "bcxd", lambda one: {"new": one})
    [[1, 2], {'new': 'x'}, [3, 1]]
    """
    told: list = []
    for one, place in zip(new, _kept(old, new), strict=True):
        if place < 0:
            told.append(encode(one))
        elif told and isinstance(told[-1], list) and sum(told[-1]) == place:
            told[-1][1] += 1
        else:
            told.append([place, 1])
    return told


def _kept(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[int]:
    """For each of ``new`` the place in ``old`` of its equal, or -1 where there is none that serves no other.

    What stands side by side is compared first: that is most of a picture, and quicker than to look it up.
    """
    if len(old) == len(new):
        found = [place if old[place] == new[place] else -1 for place in range(len(new))]
    else:
        start = _alike(zip(old, new, strict=False))
        stop = _alike(zip(reversed(old[start:]), reversed(new[start:]), strict=False))
        found = [*range(start), *[-1] * (len(new) - start - stop), *range(len(old) - stop, len(old))]
    free = set(range(len(old))).difference(found)
    left = {old[place]: place for place in sorted(free, reverse=True)}
    return [place if place >= 0 else left.pop(one, -1) for place, one in zip(found, new, strict=True)]


def _alike(pairs: Iterable[tuple[Any, Any]]) -> int:
    """How many pairs of equals there are before the first that is none."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def film(base: Sequence[Mark], pictures: Iterable[Sequence[Mark]]) -> dict[str, Any]:
    """Pictures told by one that is there already, what several of them show only once.

    Returns
    -------
    dict
        ``shapes``, marks that are not in ``base``; and ``frames``, each as runs ``[first, count]`` of ``base`` and
        places in ``shapes``.
    """
    places: dict[Mark, int] = {}
    frames = [
        changes(base, picture, lambda mark: places.setdefault(mark, len(places))) for picture in pictures
    ]
    return {"shapes": [wire(mark) for mark in places], "frames": frames}


def wire(mark: Mark) -> dict[str, Any]:
    """A mark as JSON: ``k`` is its kind, ``d`` the geometry as an SVG path or ``p`` the middles of circles.

    What is as usual is left out.
    """
    about = {"n": mark.name} if mark.name else {}
    if mark.sets:
        about["sets"] = dict(mark.sets)
    if isinstance(mark, Text):
        more = {"a": mark.anchor} if mark.anchor != "start" else {}
        more |= {"b": 1} if mark.face == "semibold" else {}
        more |= {"h": 1} if mark.halo else {}
        return {"k": "t", "x": round(mark.x, 2), "y": round(mark.y, 2), "t": mark.text, "f": mark.role,
                "z": mark.size, **more, **about}  # fmt: skip
    if mark.opacity != 1:
        about["o"] = mark.opacity
    if isinstance(mark, Path):
        more = {"s": mark.stroke, "w": mark.width} if mark.stroke else {}
        more |= {"f": mark.fill} if mark.fill else {}
        more |= {"r": 1} if mark.round else {}
        more |= {"g": _numbers(mark.dash)} if mark.dash else {}
        return {"k": "p", "d": path_data(mark.points, mark.closed), **more, **about}
    if isinstance(mark, Dots):
        line = {"s": mark.rim, "w": mark.rim_width} if mark.rim_width else {}
        return {"k": "d", **_middles(mark), "f": mark.role, **line, **about}
    dash = {"g": _numbers(mark.dash)} if mark.dash else {}
    fill = {"f": mark.fill} if mark.fill else {}
    return {"k": "d", **_middles(mark), "s": mark.role, "w": mark.width, **fill, **dash, **about}


def _middles(mark: Dots | Rings) -> dict[str, Any]:
    """Circles by middle and radius; other shapes by their outlines."""
    shape = SHAPES[mark.shape]
    if not shape:
        return {"p": [[round(x, 2), round(y, 2)] for x, y in mark.points], "z": round(mark.size / 2, 2)}
    outlines = (tuple((x + mark.size * dx, y + mark.size * dy) for dx, dy in shape) for x, y in mark.points)
    return {"p": [path_data(outline, True) for outline in outlines]}


def _numbers(values: Sequence[float]) -> str:
    return " ".join(f"{value:g}" for value in values)


def path_data(points: Points, closed: bool = False) -> str:
    """Points as the data of an SVG path.

    Examples
    --------
    >>> path_data(((1, 2), (3.456, 4), None, (5, 6), (7, 8)))
    'M1 2L3.46 4M5 6L7 8'
    """
    digits = 1 if len(points) > LONG else 2
    letters, values, pen = [], [], "M"
    for point in points:
        if point is None:
            pen = "M"
            continue
        letters.append(f"{pen}%g %g")
        values += point
        pen = "L"
    told = "".join(letters) % tuple(round(value, digits) for value in values)
    return told + ("Z" if closed and letters else "")
