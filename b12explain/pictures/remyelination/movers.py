"""What moves a measured velocity by a few m/s: a ruler from nought on."""

from __future__ import annotations

from ...models.remyelination import Remyelinated
from ...scene.axes import ticks
from ...scene.layout import Part, Room, panel_title
from ...scene.marks import Dots, Mark, Path, Text, rule
from ...scene.scale import Scale
from ...scene.text import first_fitting
from ...words.remyelination import movers as words_of

LONGEST_M_PER_S, TICKS = 12.5, (0, 5, 10)
STEP = 47.0  # px from row to row
ROWS = (("growing thick", "repair"), ("colder foot", "ink"), ("another week", "ink"), ("trials", "b12"))
HEIGHT = 214.0
TITLES = (
    "What moves a measured velocity: size of the change",
    "What moves a measured velocity",
    "What moves a velocity",
)


def movers(result: Remyelinated, room: Room, left: float, top: float, width: float) -> Part:
    """Rows of ranges: growing sheaths, a colder foot, another week, trials; ``top`` is the heading's baseline."""
    x = Scale(0, LONGEST_M_PER_S, left + 4, left + width - 8)
    gain, trials = result.maturing_m_per_s, result.trials
    spans = (
        (gain, gain, gain) if gain else None,
        (result.foot.low, result.foot.high, None) if result.foot.high else None,
        (result.day.low, result.day.high, None),
        (trials.low, trials.high, trials.value),
    )
    marks: list[Mark] = []
    for row, ((name, role), wordings, span) in enumerate(zip(ROWS, words_of(result), spans, strict=True)):
        y = top + 51 + STEP * row
        said = first_fitting(wordings, width - 8, room.sizes.label)
        text = Text(left + 8, y - 15, said[0], role, halo=True, name=f"{name} in words")
        marks += [text, *(_range(x, y, name, role, *span) if span else [])]
    return Part(
        [panel_title(room, left, top, TITLES, width), *_ruler(room, x, top)], marks, top + HEIGHT + 17
    )


def _range(
    x: Scale, y: float, name: str, role: str, low: float, high: float, middle: float | None
) -> list[Mark]:
    """A bar from low to high, and a dot in it; what is beyond the ruler is an arrow at its end."""
    bar = [Path(((x(low), y), (x.within(high), y)), stroke=role, width=5, name=name)] if high > low else []
    if middle is None:
        return bar
    shape = "right" if middle > LONGEST_M_PER_S else "circle"
    return [*bar, Dots(((x.within(middle), y),), role, 11, shape, name=f"{name}, middle")]


def _ruler(room: Room, x: Scale, top: float) -> list[Mark]:
    bottom = top + HEIGHT
    marks: list[Mark] = []
    for value, words in ticks(TICKS, "m/s"):
        at = x(value)
        marks += [
            rule(at, top + 16, at, bottom, "grid" if value else "axis"),
            Text(at, bottom + 17, words, "ink3", room.sizes.tick, anchor="middle" if value else "start"),
        ]
    return marks
