"""Labels that keep apart: the first of some spots that is free, or moved as little as possible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from .marks import Text
from .text import text_width

Box = tuple[float, float, float, float]  # left, top, right, bottom, CSS px
ASCENT, DESCENT = 0.75, 0.25  # of the type size
ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


def width_of(label: Text) -> float:
    """Advance width of a label, CSS px."""
    return text_width(label.text, label.size, label.face)


def box_of(label: Text) -> Box:
    """The box of a label's letters."""
    return _box(label, width_of(label), label.x, label.y, label.anchor)


def _box(label: Text, width: float, x: float, y: float, anchor: str) -> Box:
    left = x - ANCHORS[anchor] * width
    return left, y - ASCENT * label.size, left + width, y + DESCENT * label.size


def first_free(
    label: Text | Iterable[Text], spots: Iterable[tuple[float, float, str]], taken: Iterable[Box], inside: Box
) -> Text | None:
    """A label, or the first of some wordings, at the first spot that is inside and free; None where none is.

    Parameters
    ----------
    label : Text or iterable of Text
        The best first.
    spots : iterable of (x, y, anchor)
        The best first.
    taken : iterable of box
        What is occupied.
    inside : box
        Where labels may be.
    """
    taken, spots = tuple(taken), tuple(spots)
    for one in [label] if isinstance(label, Text) else label:
        width = width_of(one)
        for x, y, anchor in spots:
            here = _box(one, width, x, y, anchor)
            if _within(here, inside) and not any(meet(here, other) for other in taken):
                return replace(one, x=x, y=y, anchor=anchor)
    return None


def meet(one: Box, other: Box, gap: float = 3) -> bool:
    """Whether two boxes come closer than eyes like, from side to side than ``gap`` px."""
    beside = one[2] <= other[0] - gap or other[2] <= one[0] - gap
    return not beside and one[3] > other[1] - 1 and other[3] > one[1] - 1


def _within(one: Box, other: Box) -> bool:
    return other[0] <= one[0] and other[1] <= one[1] and one[2] <= other[2] and one[3] <= other[3]


def keep_apart(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Positions at least ``gap`` apart, nearest in the least-squares sense to those wanted.

    Parameters
    ----------
    wanted : sequence of float
        Wanted positions, in rising order.
    gap : float
        Least distance between neighbours.
    low, high : float
        Ends of the room.

    Returns
    -------
    list of float

    Notes
    -----
    With the gaps taken out the positions need only not fall, which is isotonic regression: neighbours that would
    fall are pooled at their mean.

    Examples
    --------
    >>> keep_apart([10, 12, 50], 10, 0, 100)
    [6.0, 16.0, 50.0]
    """
    pools: list[list[float]] = []  # sum, count
    for i, position in enumerate(wanted):
        pools.append([position - i * gap, 1])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] >= pools[-1][0] / pools[-1][1]:
            total, count = pools.pop()
            pools[-1][0] += total
            pools[-1][1] += count
    last = high - gap * (len(wanted) - 1)
    flat = [min(max(total / count, low), last) for total, count in pools for _ in range(int(count))]
    return [position + i * gap for i, position in enumerate(flat)]
