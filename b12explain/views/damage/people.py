"""The nerve tests of the people of one series of B12 deficiency: nine dots, sorted."""

from __future__ import annotations

from ...quantities import quantity
from ..sheet import Sheet

STEP, APART = 15.0, 20.0  # px from dot to dot, and between groups


def draw_people(sheet: Sheet, x: float, y: float) -> None:
    """Draw one dot for each person, in groups by what the test showed, with how many there are under each group."""
    small, slow = (quantity(f"nerve.hemmer_{row}") for row in ("nerve_patterns", "demyelinating"))
    everyone = int(small.row["n"])
    sheet.text(sheet.fixed, x, y, f"{everyone} people with B12 deficiency of the cord,", role="b12")
    sheet.text(sheet.fixed, x, y + 17, "by what their nerve test showed", role="b12")
    groups = [("small", int(float(small))), ("slow", int(float(slow)))]
    groups.append(("other", everyone - sum(count for _, count in groups)))
    for words, count in groups:
        hollow = words == "other"
        xs = [x + 6 + STEP * k for k in range(count)]
        size = 7.4 if hollow else 9  # the same to the eye: a hollow dot has its outline around it
        sheet.dots(sheet.fixed, xs, [y + 36] * count, role="b12", size=size, hollow=hollow, width=1.6)
        label = sheet.text(sheet.fixed, x, y + 60, f"{count} {words}", role="b12")
        x += max(STEP * count, label.width) + APART
