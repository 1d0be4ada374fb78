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
STEP, HEIGHT = 47.0, 214.0  # px from row to row, and of all
TITLES = (
    "What moves a measured velocity: size of the change",
    "What moves a measured velocity",
    "What moves a velocity",
)


def movers(result: Remyelinated, room: Room, left: float, top: float, width: float) -> Part:
    """Rows of ranges: growing sheaths, a colder foot, another week, trials; ``top`` is the heading's baseline."""
    x, bottom = Scale(0, LONGEST_M_PER_S, left + 4, left + width - 8), top + HEIGHT
    gain, foot, day, trials = result.maturing_m_per_s, result.foot, result.day, result.trials
    rows = (  # what, role, lowest, highest, middle
        ("growing thick", "repair", gain, gain, gain),
        ("colder foot", "ink", foot.low, foot.high, None),
        ("another week", "ink", day.low, day.high, None),
        ("trials", "b12", trials.low, trials.high, trials.value),
    )
    marks: list[Mark] = []
    for k, (row, wordings) in enumerate(zip(rows, words_of(result), strict=True)):
        name, role, _, high, _ = row
        y = top + 51 + STEP * k
        said = first_fitting(wordings, width - 8, room.sizes.label)
        marks.append(Text(left + 8, y - 15, said[0], role, halo=True, name=f"{name} in words"))
        marks += _range(x, y, *row) if high else []
    frame: list[Mark] = [panel_title(room, left, top, TITLES, width)]
    for value, words in ticks(TICKS, "m/s"):
        at, anchor = x(value), "middle" if value else "start"
        frame.append(rule(at, top + 16, at, bottom, "grid" if value else "axis"))
        frame.append(Text(at, bottom + 17, words, "ink3", room.sizes.tick, anchor=anchor))
    return Part(frame, marks, bottom + 17)


def _range(
    x: Scale, y: float, name: str, role: str, low: float, high: float, middle: float | None
) -> list[Mark]:
    """A bar from low to high, and a dot in it; what is beyond the ruler is an arrow at its end."""
    bar = [Path(((x(low), y), (x.within(high), y)), stroke=role, width=5, name=name)] if high > low else []
    if middle is None:
        return bar
    shape = "right" if middle > LONGEST_M_PER_S else "circle"
    return [*bar, Dots(((x.within(middle), y),), role, 11, shape, name=f"{name}, middle")]
