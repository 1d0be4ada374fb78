"""Looks for faults that a scene must not have: text on text, what is cut off by its edge, tiny type, unknown roles."""

import math
from collections.abc import Iterator
from itertools import combinations

from b12explain.scene import style
from b12explain.scene.labels import width_of
from b12explain.scene.layout import Scene
from b12explain.scene.marks import SHAPES, Dots, Mark, Path, Rings, Text

LEAST_SIZE = 12
ASCENT, DESCENT = 0.68, 0.2  # of the type size: ascenders and descenders, not the font's line height
TOUCH = 1.0  # px that two boxes may share without touching to the eye
EDGE = 3.0  # px that text keeps from the scene's edge
OVER = 0.5  # px that a mark may reach over the edge without the eye missing anything
START = {"start": 0.0, "middle": 0.5, "end": 1.0}
SIDES = ("left", "top", "right", "bottom")
LETTERS = {*style.TEXT_ROLES, *(role for role in style.roles() if role.startswith("on_"))}

Box = tuple[float, float, float, float]  # left, top, right, bottom


def texts(scene: Scene, *, revealed: bool = True) -> list[Text]:
    """Text that is seen."""
    marks = scene.all if revealed else scene.frame
    return [mark for mark in marks if isinstance(mark, Text) and mark.text.strip()]


def letters(text: Text) -> Box:
    """Left, top, right, bottom of the letters, px."""
    below = DESCENT if any(letter in "gjpqyµ,;()" for letter in text.text) else 0
    left = text.x - START[text.anchor] * width_of(text)
    return left, text.y - ASCENT * text.size, left + width_of(text), text.y + below * text.size


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than a touch."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > TOUCH and down > TOUCH


def reach(mark: Path | Dots | Rings) -> Box | None:
    """Left, top, right, bottom of what is painted of a mark that is no text, px; None if that is nothing."""
    points = [point for point in mark.points if point is not None]
    if not points:
        return None
    xs, ys = zip(*points, strict=True)
    if isinstance(mark, Path):
        over = mark.width / 2 if mark.stroke else 0.0
        across = down = (-over, over)
        if (
            mark.stroke and not mark.closed and not mark.round and len(points) == 2
        ):  # butt ends do not reach over
            across = across if xs[0] == xs[1] else (0, 0)
            down = down if ys[0] == ys[1] else (0, 0)
    else:
        line = mark.width if isinstance(mark, Rings) else mark.rim_width if mark.rim != "paper" else 0.0
        shape = SHAPES[mark.shape] or ((-0.5, -0.5), (0.5, 0.5))
        across, down = (
            (min(corner) * mark.size - line / 2, max(corner) * mark.size + line / 2)
            for corner in zip(*shape, strict=True)
        )
    return min(xs) + across[0], min(ys) + down[0], max(xs) + across[1], max(ys) + down[1]


def faults(scene: Scene, *, revealed: bool = True) -> list[str]:
    """What is wrong with a scene, one sentence each."""
    marks = scene.all if revealed else scene.frame
    if wrong := [f"{_called(mark)} has a place that is no number" for mark in marks if not _is_finite(mark)]:
        return wrong
    return [*_of_marks(scene, marks), *_of_text(scene, texts(scene, revealed=revealed))]


def _of_text(scene: Scene, texts: list[Text]) -> Iterator[str]:
    seen = [(text, letters(text)) for text in texts]
    for text, box in seen:
        if text.size < LEAST_SIZE:
            yield f"{text.text!r} is {text.size} px"
        if text.role not in LETTERS:
            yield f"{text.text!r} is in {text.role}, which is not for letters"
        for side, edge in zip(SIDES, _room(scene, box), strict=True):
            if edge < EDGE:
                yield f"{text.text!r} is {EDGE - edge:.0f} px too near the {side}"
    for (one, one_box), (other, other_box) in combinations(seen, 2):
        if overlap(one_box, other_box):
            yield f"{one.text!r} is on {other.text!r}"


def _of_marks(scene: Scene, marks: tuple[Mark, ...]) -> Iterator[str]:
    for mark in marks:
        if isinstance(mark, Text):
            continue
        for role in _roles(mark) - {"", *style.roles()}:
            yield f"{_called(mark)} is in {role}, which no palette has"
        if box := reach(mark):
            for side, edge in zip(SIDES, _room(scene, box), strict=True):
                if edge < -OVER:
                    yield f"{_called(mark)} is cut off by {-edge:.1f} px at the {side}"


def _room(scene: Scene, box: Box) -> Box:
    """How far a box is inside each edge, px."""
    left, top, right, bottom = box
    return left, top, scene.width - right, scene.height - bottom


def _roles(mark: Mark) -> set[str]:
    names = ("stroke", "fill", "role", "rim")
    return {getattr(mark, name) for name in names if hasattr(mark, name)}


def _is_finite(mark: Mark) -> bool:
    if isinstance(mark, Text):
        return math.isfinite(mark.x) and math.isfinite(mark.y)
    return all(math.isfinite(x) and math.isfinite(y) for x, y in filter(None, mark.points))


def _called(mark: Mark) -> str:
    words = mark.text if isinstance(mark, Text) else mark.name
    return f"the {type(mark).__name__.lower()} {words!r}"
