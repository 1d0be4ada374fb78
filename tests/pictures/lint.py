"""Looks for faults that a scene must not have: text on text, text cut off by its edge, tiny type."""

from itertools import combinations

from b12explain.scene.labels import width_of
from b12explain.scene.layout import Scene
from b12explain.scene.marks import Text

LEAST_SIZE = 12
ASCENT, DESCENT = 0.68, 0.2  # of the type size: ascenders and descenders, not the font's line height
TOUCH = 1.0  # px that two boxes may share without touching to the eye
EDGE = 3.0  # px that text keeps from the scene's edge
START = {"start": 0.0, "middle": 0.5, "end": 1.0}


def texts(scene: Scene, *, revealed: bool = True) -> list[Text]:
    """Text that is seen."""
    marks = scene.all if revealed else scene.frame
    return [mark for mark in marks if isinstance(mark, Text) and mark.text.strip()]


def letters(text: Text) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the letters, px."""
    below = DESCENT if any(letter in "gjpqyµ,;()" for letter in text.text) else 0
    left = text.x - START[text.anchor] * width_of(text)
    return left, text.y - ASCENT * text.size, left + width_of(text), text.y + below * text.size


def overlap(one, other) -> bool:
    """Whether two boxes share more than a touch."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > TOUCH and down > TOUCH


def faults(scene: Scene, *, revealed: bool = True) -> list[str]:
    """What is wrong with a scene's text, one sentence each."""
    seen = [(text, letters(text)) for text in texts(scene, revealed=revealed)]
    found = [f"{text.text!r} is {text.size} px" for text, _ in seen if text.size < LEAST_SIZE]
    for text, (left, top, right, bottom) in seen:
        edges = (left - EDGE, top - EDGE, scene.width - EDGE - right, scene.height - EDGE - bottom)
        found += [
            f"{text.text!r} is {EDGE - edge:.0f} px too near the {name}"
            for name, edge in zip(("left", "top", "right", "bottom"), edges, strict=True)
            if edge < 0
        ]
    for (one, one_box), (other, other_box) in combinations(seen, 2):
        if overlap(one_box, other_box):
            found.append(f"{one.text!r} is on {other.text!r}")
    return found
