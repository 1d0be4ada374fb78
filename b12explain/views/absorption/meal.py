"""What gets in of a meal: the food equation, with meals that were measured."""

from __future__ import annotations

import numpy as np

from ...amounts import NBSP, format_dose, format_number
from ...models import absorption as model
from ...models.absorption import Absorbed
from ...quantities import quantity
from ...tables import table
from .. import style
from .curve import Curve
from .panels import GUESSED_DOSE_UG
from .words import diet_words, ug

#: Single foods drawn over the curve: id in the table of absorption, and the words beside the dot.
FOODS = {
    "mutton_highest": "mutton, Doets 2013",
    "liver_lowest": "liver, Doets 2013",
    "liver_average": "liver, IOM 1998",
}


class MealCurve(Curve):
    """The food equation, with meals that were measured."""

    top_ug = 8
    ticks_x = (1, 10, 30)
    ticks_y = (0, 2, 4, 6, 8)
    plot_heading = "Absorbed from one meal"
    axis_words = "B12 in the meal (log scale)"
    square_roles = ("b12",)

    def __init__(self, width: int, theme: str):
        valid = quantity("absorption.food_range")
        self.dose_range_ug = (valid.low, valid.high)
        super().__init__(width, theme)
        sheet = self.sheet
        self._curve = sheet.line(sheet.fixed, [], [], role="b12", width=style.DATA_LINE)
        self.curve(
            self._curve,
            [model.absorb_meal(float(np.clip(dose, valid.low, valid.high))).total_ug for dose in self.doses],
        )
        self._foods()
        self.cursor()
        sheet.source_line(
            sheet.fixed,
            "Curve: equation pooled from eight studies of labelled food, Doets 2013. Dots: means of single foods.",
            self.source_room,
        )

    def _foods(self) -> None:
        sheet = self.sheet
        for row_id, words in FOODS.items():
            row = table("absorption").row(row_id)
            x, y = self.x(row.dose_ug), self.y(row.absorbed_ug)
            sheet.dots(sheet.over, [x], [y], role="ink")
            sheet.text(sheet.over, x - 9, y + 4.5, words, role="ink2", ha="right", halo=True)

    def update(self, result: Absorbed, guess: float | None = None) -> None:
        """Show a meal."""
        self.set_cursor(result.dose_ug, result.total_ug)
        self.squares.set([result.share], guess and (guess / GUESSED_DOSE_UG, f"you: {ug(guess)} of 1,000"))
        self.set_keys([f"{ug(result.total_ug)} got in"])
        self.big.set(ug(result.total_ug))
        self.proportion[0].set(f"{diet_words(result.total_ug)} what a diet")
        self.proportion[1].set("of exactly the RDA delivers")
        share = format_number(100 * result.share, 2)
        self.title.set(
            f"Of {format_dose(result.dose_ug)} in a meal, about {ug(result.total_ug)} gets in",
            f"or {share}{NBSP}%, the mean of healthy adults; the share falls as the meal holds more",
        )
