"""What the clinic found in people: a dot for each, in groups that are named with their number."""

from __future__ import annotations

from ...models.damage import Damaged
from ...scene.labels import width_of
from ...scene.layout import Part, paragraph
from ...scene.marks import Dots, Mark, Rings, Text
from ...words.damage import people as words_of

STEP, APART = 15.0, 20.0  # px from dot to dot, and between groups
LINE = 46.0  # px from one row of groups to the next


def people(result: Damaged, left: float, top: float, width: float) -> Part:
    """In as many rows of groups as must be; ``top`` is the heading's baseline."""
    seen = result.patients
    title = f"In {seen.everyone} people with B12 deficiency of the cord"
    marks: list[Mark] = [*paragraph(left, top, title, width, size=14, face="semibold")]
    marks += paragraph(left, marks[-1].y + 18, "by what their nerve test showed", width, role="b12")
    groups = ("small", seen.small), ("slow", seen.slow), ("neither", seen.neither)
    x, y = left, marks[-1].y + 19
    for (name, count), words in zip(groups, words_of(result), strict=True):
        wide = max(STEP * count, width_of(Text(x, y, words)))
        if x > left and x + wide > left + width:
            x, y = left, y + LINE
        places = tuple((x + 6 + STEP * k, y) for k in range(count))
        none = name == "neither"  # hollow, and as large to the eye, with its outline
        dots = Rings(places, "b12", 7.4, 1.6, name=name) if none else Dots(places, "b12", name=name)
        marks += [dots, Text(x, y + 24, words, "b12", name=f"{name} in words")]
        x += wide + APART
    return Part(marks=marks, bottom=y + 28)
