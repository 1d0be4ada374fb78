"""Put labels where nothing else is: the first of some spots that is free, or nowhere."""

from __future__ import annotations

from collections.abc import Iterable

from .label import Label

Box = tuple[float, float, float, float]  # left, top, right, bottom, px
ASCENT, DESCENT = 0.75, 0.25  # of the type size


def box(label: Label) -> Box:
    """The box of a label's letters."""
    top, bottom = label.y - ASCENT * label.size, label.y + DESCENT * label.size
    return label.left, top, label.left + label.width, bottom


def place(label: Label, spots: Iterable[tuple[float, float, str]], taken: list[Box], inside: Box) -> bool:
    """Put a label at the first spot that is inside and free, and take its room; hide it if there is none.

    Parameters
    ----------
    label : Label
    spots : iterable of (x, y, ha)
        Baseline and alignment, the best first.
    taken : list of box
        What is occupied; the label's own box is added.
    inside : box
        Where labels may be.

    Returns
    -------
    bool
        Whether it found a spot.
    """
    for x, y, ha in spots:
        label.set(x=x, y=y, ha=ha)
        here = box(label)
        if _within(here, inside) and not any(_meet(here, other) for other in taken):
            label.set_visible(True)
            taken.append(here)
            return True
    label.set_visible(False)
    return False


def _within(one: Box, other: Box) -> bool:
    return other[0] <= one[0] and other[1] <= one[1] and one[2] <= other[2] and one[3] <= other[3]


def _meet(one: Box, other: Box) -> bool:
    return (
        min(one[2], other[2]) > max(one[0], other[0]) - 3
        and min(one[3], other[3]) > max(one[1], other[1]) - 1
    )
