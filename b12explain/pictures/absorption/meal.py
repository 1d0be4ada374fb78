"""What gets in of a meal: the food equation, with single foods that were measured."""

from __future__ import annotations

from ...models.absorption import Absorbed
from ...scene import style
from ...scene.layout import Part, Room, Scene
from ...scene.marks import Dots, Mark, Text
from ...words.absorption import FOOD_NAMES, diet_times, meal_title, ug
from .curve import Plot
from .panels import Filled, draw_dose, finish, start

TOP_UG, DOSES, AMOUNTS = 8, (1, 10, 30), (0, 2, 4, 6, 8)
SOURCE = (
    "Curve: equation pooled from eight studies of labelled food, Doets 2013. Dots: means of single foods."
)
DESCRIPTION = (
    "A curve of what gets in of one meal, from nothing to 8 µg, over the B12 in it on a log scale, with single foods "
    "as points. Beside it the meal's B12 as 1,000 squares, filled as far as it gets in."
)


def meal(result: Absorbed, room: Room) -> Scene:
    """What gets in of a meal; the room's guess is what gets in of 1,000 µg, µg."""
    frame, curve = start(room, *meal_title(result)), result.curve
    plot = Plot(frame, (curve.dose_ug[0], curve.dose_ug[-1]), TOP_UG)
    axes = plot.axes("Absorbed from one meal", "B12 in the meal (log scale)", DOSES, AMOUNTS)
    marks: list[Mark] = [
        plot.curve(curve.dose_ug, curve.total_ug, "b12", "food equation", width=style.DATA_LINE)
    ]
    for row in curve.points["foods"]:
        x, y = plot.x(row.dose_ug), plot.y(row.absorbed_ug)
        name = Text(x - 9, y - 5, FOOD_NAMES[row.id], "ink2", anchor="end", halo=True)
        marks += [Dots(((x, y),), "ink", name=row.id), name]
    marks += plot.cursor(result.dose_ug, result.total_ug)
    got_in = Filled("got in", "b12", result.share, f"{ug(result.total_ug)} got in")
    beside = f"{diet_times(result)} what a diet", "of exactly the RDA delivers"
    guessed = "" if room.guess is None else f"{ug(room.guess)} of 1,000"
    dose = draw_dose(
        frame, (got_in,), ug(result.total_ug), beside, "pale: passed through unabsorbed", guessed
    )
    return finish(frame, Part(axes, marks), dose, SOURCE, DESCRIPTION)
