"""People as dots, one for each, in groups that are named with their number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..scene.labels import width_of
from ..scene.layout import Part
from ..scene.marks import Dots, Mark, Rings, Text

STEP, APART = 15.0, 20.0  # px from dot to dot, and between groups
LINE = 46.0  # px from one row of groups to the next


@dataclass(frozen=True)
class Group:
    """Some people.

    Parameters
    ----------
    name : str
        What they have in common.
    count : int
    words : str
        What stands under them.
    hollow : bool
        Drawn as rings, such as those who are none of the others.
    """

    name: str
    count: int
    words: str
    hollow: bool = False


def people(left: float, top: float, width: float, groups: Sequence[Group], role: str) -> Part:
    """Dots with their words under them, in as many rows of groups as must be; ``top`` is that of the first dots."""
    marks: list[Mark] = []
    x, y = left, top + 5
    for group in groups:
        label = Text(x, y + 24, group.words, role, name=f"{group.name} in words")
        wide = max(STEP * group.count, width_of(label))
        if x > left and x + wide > left + width:
            x, y = left, y + LINE
            label = Text(x, y + 24, group.words, role, name=label.name)
        places = tuple((x + 6 + STEP * k, y) for k in range(group.count))
        if group.hollow:
            marks.append(
                Rings(places, role, 7.4, 1.6, name=group.name)
            )  # as large to the eye, with its outline
        else:
            marks.append(Dots(places, role, 9, name=group.name))
        marks.append(label)
        x += wide + APART
    return Part(marks=marks, bottom=y + 28)
