"""Looks for faults that a picture must not have: text on text, text cut off by the sheet's edge, tiny type."""

from itertools import combinations

from b12explain.views.label import Label
from b12explain.views.sheet import Sheet

LEAST_SIZE = 12
ASCENT, DESCENT = 0.68, 0.2  # of the type size: ascenders and descenders, not the font's line height
TOUCH = 1.0  # px that two boxes may share without touching to the eye
EDGE = 3.0  # px that text keeps from the sheet's edge


def labels(sheet: Sheet, revealed: bool = True) -> list[Label]:
    """Text that is seen."""
    layers = (sheet.frame, sheet.fixed, sheet.moving, sheet.over) if revealed else (sheet.frame,)
    artists = [artist for layer in layers for artist in layer]
    return [one for one in artists if isinstance(one, Label) and one.get_visible() and one.text.strip()]


def box(label: Label) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the letters, px."""
    below = DESCENT if any(letter in "gjpqyµ,;()" for letter in label.text) else 0
    top, bottom = label.y - ASCENT * label.size, label.y + below * label.size
    return label.left, top, label.left + label.width, bottom


def overlap(one, other) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > TOUCH and down > TOUCH


def faults(sheet: Sheet, revealed: bool = True) -> list[str]:
    """What is wrong with a sheet's text, one sentence each."""
    seen = [(label, box(label)) for label in labels(sheet, revealed)]
    found = [f"{label.text!r} is {label.size} px" for label, _ in seen if label.size < LEAST_SIZE]
    for label, (left, top, right, bottom) in seen:
        edges = (left - EDGE, top - EDGE, sheet.width - EDGE - right, sheet.height - EDGE - bottom)
        found += [
            f"{label.text!r} is {EDGE - edge:.0f} px too near the {name}"
            for name, edge in zip(("left", "top", "right", "bottom"), edges, strict=True)
            if edge < 0
        ]
    for (one, one_box), (other, other_box) in combinations(seen, 2):
        if overlap(one_box, other_box):
            found.append(f"{one.text!r} is on {other.text!r}")
    return found
