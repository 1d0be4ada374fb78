"""What gets in of a meal: the food equation, with single foods that were measured."""

from __future__ import annotations

from ...models.absorption import Absorbed
from ...scene import style
from ...scene.labels import box_of
from ...scene.layout import Part, Room, Scene
from ...scene.marks import Dots, Mark, Text
from ...tables import Row
from ...words.absorption import FOODS, diet_times, meal_title, ug
from .curve import Plot
from .panels import UNABSORBED, draw_dose, finish, start

TOP_UG, DOSES, AMOUNTS = 8, (1, 10, 30), (0, 2, 4, 6, 8)
ALONG = ("B12 in the meal (log scale)", "B12 in it (log scale)")
ROOM_FOR_STUDIES = 400  # px of plot, from which on the names of studies miss the curve
DESCRIPTION = (
    "A curve of what gets in of one meal, from nothing to 8 µg, over the B12 in it on a log scale, with single foods "
    "as points. Beside it the meal's B12 as 1,000 squares, filled as far as it gets in."
)


def meal(result: Absorbed, room: Room) -> Scene:
    """What gets in of a meal; the room's guess is what gets in of 1,000 µg, µg."""
    frame, curve = start(room, *meal_title(result)), result.curve
    plot = Plot.over(frame, (curve.dose_ug[0], curve.dose_ug[-1]), TOP_UG)
    axes = plot.axes("Absorbed from one meal", ALONG, DOSES, AMOUNTS)
    equation = plot.curve(curve.dose_ug, curve.total_ug, "food equation", stroke="b12", width=style.DATA_LINE)
    foods = [mark for row in curve.points["foods"] for mark in _food(plot, row)]
    taken = [box_of(mark) for mark in foods if isinstance(mark, Text)]
    marks = [equation, *foods, *plot.cursor(result.dose_ug, result.total_ug, taken)]
    filled = [("got in", "b12", result.share, f"{ug(result.total_ug)} got in")]
    beside = f"{diet_times(result)} what a diet", "of exactly the RDA delivers"
    dose = draw_dose(frame, filled, ug(result.total_ug), beside, UNABSORBED, " of 1,000")
    return finish(frame, Part(axes, marks), dose, "meal", DESCRIPTION)


def _food(plot: Plot, row: Row) -> list[Mark]:
    """A food's dot with its name over it, or under it where the curve passes over it."""
    left, _, right, _ = plot.frame.plot
    x, y = plot.x(row.dose_ug), plot.y(row.absorbed_ug)
    food, study = FOODS[row.id]
    lines = [food, study] if right - left > ROOM_FOR_STUDIES else [food]
    first = y + 19 if x > right - 40 else y - 10 - 16 * (len(lines) - 1)
    words = (
        Text(x + 5, first + 16 * i, line, "ink2", anchor="end", halo=True) for i, line in enumerate(lines)
    )
    return [Dots(((x, y),), "ink", name=row.id), *words]
