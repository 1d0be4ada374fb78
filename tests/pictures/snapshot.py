"""Scenes as text, one mark a line, so that a change of a picture can be read and reviewed.

``python -m tests.pictures.snapshot`` (``make snapshots``) writes those of every preset anew.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path as File

from b12explain.explore import NAMES, story
from b12explain.explore.story import Story
from b12explain.scene.layout import Room, Scene
from b12explain.scene.marks import Dots, Mark, Path, Points, Rings, Text

FOLDER = File(__file__).parent / "snapshots"
WIDTHS = (760, 360)
FEW = 8  # points: of more, the first, the last, those between at equal steps, number, bounds and length are told
BETWEEN = 3


def snapshots(it: Story) -> Iterator[tuple[File, str]]:
    """File and text of every preset of a story at two widths."""
    for preset in it.presets:
        result = it.model(**it.state(preset=preset))
        for width in WIDTHS:
            room = Room(width, moment=it.film.at_rest if it.film else None)
            slug = re.sub(r"\W+", "_", preset).strip("_")
            yield FOLDER / f"{it.name}.{slug}.{width}.txt", tell(it.scene(result, room))


def tell(scene: Scene) -> str:
    """A scene as text."""
    lines = [f"{scene.width:g} x {scene.height:g}", scene.description]
    lines += ["-- frame", *map(_line, scene.frame), "-- marks", *map(_line, scene.marks)]
    return "\n".join(lines) + "\n"


def _line(mark: Mark) -> str:
    """Kind, name, looks and geometry of a mark."""
    kind = type(mark).__name__.lower()
    words = [kind, *([repr(mark.name)] if mark.name else []), *_looks(mark)]
    words += [f"sets {name}={value!r}" for name, value in mark.sets]
    return " ".join([*words, "|", _place(mark)])


def _looks(mark: Mark) -> Iterator[str]:
    if isinstance(mark, Text):
        yield from (mark.role, f"{mark.size:g}px")
        yield from (word for word in (mark.face, mark.anchor) if word not in ("regular", "start"))
        yield from ["halo"] * mark.halo
        return
    if isinstance(mark, Path):
        yield from [f"fill {mark.fill}"] * bool(mark.fill)
        yield from [f"line {mark.stroke} {mark.width:g}"] * bool(mark.stroke)
        yield from ["round"] * mark.round + ["closed"] * mark.closed
    elif isinstance(mark, Dots):
        yield from (f"{mark.role} {mark.shape} {mark.size:g}", f"rim {mark.rim} {mark.rim_width:g}")
    elif isinstance(mark, Rings):
        yield from (f"{mark.role} {mark.shape} {mark.size:g}", f"line {mark.width:g}")
        yield f"fill {mark.fill}" if mark.fill else "open"
    dash = () if isinstance(mark, Dots) else mark.dash
    yield from ["dash " + " ".join(f"{length:g}" for length in dash)] * bool(dash)
    yield from [f"opacity {mark.opacity:g}"] * (mark.opacity != 1)


def _place(mark: Mark) -> str:
    if isinstance(mark, Text):
        return f"{_point((mark.x, mark.y))} {mark.text.replace(chr(0xA0), '~')}"
    if len(mark.points) <= FEW:
        return " ".join(map(_point, mark.points))
    steps = [round(i * (len(mark.points) - 1) / (BETWEEN + 1)) for i in range(BETWEEN + 2)]
    few = " .. ".join(_point(mark.points[step]) for step in steps)
    return f"{few} ({_summary(mark.points, is_line=isinstance(mark, Path))})"


def _summary(points: Points, *, is_line: bool) -> str:
    """Number, bounds and length of many points."""
    xs, ys = zip(*filter(None, points), strict=True)
    bounds = f"{len(points)} points in {_point((min(xs), min(ys)))} to {_point((max(xs), max(ys)))}"
    if not is_line:
        middle = sum(xs) / len(xs), sum(ys) / len(ys)
        return f"{bounds}, middle {_point(middle)}"
    length = sum(math.dist(one, other) for one, other in pairwise(points) if one and other)
    return f"{bounds}, {length:.0f} long"


def _point(point: tuple[float, float] | None) -> str:
    """To a tenth of a pixel; a lifted pen is a stroke."""
    if point is None:
        return "/"
    x, y = (round(value, 1) + 0.0 for value in point)
    return f"{x:g},{y:g}"


def main() -> None:
    """Write all snapshots, and take away those of what is no preset any more."""
    FOLDER.mkdir(exist_ok=True)
    wanted = dict(one for name in NAMES for one in snapshots(story(name)))
    for file in set(FOLDER.glob("*.txt")) - wanted.keys():
        file.unlink()
    for file, text in wanted.items():
        file.write_text(text, "utf-8")
    print(
        f"{len(wanted)} snapshots in {FOLDER}; read what changed: git diff {FOLDER.relative_to(File.cwd())}"
    )


if __name__ == "__main__":
    main()
