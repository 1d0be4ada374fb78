"""What gets in of a swallowed dose: a curve over the dose, and the dose itself as a thousand squares."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from ..models import absorption as model
from ..models.absorption import Absorbed
from ..quantities import format_dose, format_number, format_range, quantity
from . import style
from .sheet import Scale, Sheet
from .squares import Squares

HEIGHT = {"wide": 590, "narrow": 884}
TABLET_TOP_UG, MEAL_TOP_UG = 30, 8  # the tallest amount on the axis; what runs beyond it says so
GUESSED_DOSE_UG = 1_000


class Panels:
    """What the sheets of absorption share: title, a plot on the left (above on a phone), squares on the right."""

    plot_heading = ""

    def __init__(self, width: int, theme: str):
        self.sheet = sheet = Sheet(width, HEIGHT["narrow" if width < style.NARROW_BELOW else "wide"], theme)
        margin = sheet.sizes.margin
        sheet.badge(self.badge)
        self.title = sheet.title_block(sheet.moving, *((2, 2) if sheet.narrow else (1, 1)))
        top = self.title.bottom() + 26
        right = width - margin if sheet.narrow else width - margin - 236
        self.plot = (margin + 42, top + 22, right - 6, top + 22 + (270 if sheet.narrow else 322))
        sheet.text(sheet.frame, margin, top, self.plot_heading, face="semibold", size=14)
        self.source_room = width - 2 * margin if sheet.narrow else right - margin
        self._squares(width, margin, top)

    badge = "calculated + measured"
    square_roles: Sequence[str] = ("intrinsic", "passive")

    def _squares(self, width, margin, top) -> None:
        sheet = self.sheet
        if sheet.narrow:
            top = self.plot[3] + 72
            left, across, down, columns = margin, width - 2 * margin, 150, 50
        else:
            left, across, down, columns = width - margin - 190, 190, 304, 25
        sheet.text(sheet.fixed, left, top, "The dose, in 1,000 squares", face="semibold", size=14)
        self.pale = sheet.text(sheet.fixed, left, top + 19, self.pale_words, role="ink2")
        self.squares = Squares(sheet, left, top + 32, across, down, columns, self.square_roles)
        self.below, self.left = top + 32 + down, left
        self.keys = []
        for row, role in enumerate(self.square_roles):
            box = sheet.box(sheet.moving, left, self.below + 16 + row * 22, 12, 12, role=role)
            label = sheet.text(sheet.moving, left + 19, self.below + 26.5 + row * 22)
            self.keys.append((box, label))
        edge = left + across
        self.big = sheet.text(sheet.moving, edge, self.below + (44 if sheet.narrow else 86), role="b12", face="semibold",
                              size=sheet.sizes.big, ha="right")  # fmt: skip
        start = edge if sheet.narrow else left
        self.diet = [
            sheet.text(sheet.moving, start, self.below + (68 if sheet.narrow else 108) + 17 * row, role="ink2",
                       ha="right" if sheet.narrow else "left")
            for row in range(2)
        ]  # fmt: skip

    pale_words = "pale: passed through unabsorbed"

    def set_keys(self, words: Sequence[str]) -> None:
        """Name the filled squares; an empty word hides its key."""
        for (box, label), text in zip(self.keys, words, strict=True):
            box.set_visible(bool(text))
            label.set(text)


class Curve(Panels):
    """A plot of what gets in over the dose, with measured points over it."""

    top_ug: float
    dose_range_ug: tuple[float, float]
    ticks_x: Sequence[float]
    ticks_y: Sequence[float]
    plot_heading = "Absorbed from one dose"

    def __init__(self, width: int, theme: str):
        super().__init__(width, theme)
        sheet, (left, top, right, bottom) = self.sheet, self.plot
        self.x = Scale(*self.dose_range_ug, left, right, log=True)
        self.y = Scale(0, self.top_ug, bottom, top)
        for tick in self.ticks_y:
            unit = " µg" if tick == self.ticks_y[-1] else ""
            sheet.text(sheet.frame, left - 8, self.y(tick) + 4, f"{tick:g}{unit}", role="ink3",
                       size=sheet.sizes.tick, ha="right")  # fmt: skip
            sheet.line(
                sheet.frame, [left, right], [self.y(tick)] * 2, role="grid" if tick else "axis", width=1
            )
        for tick in self.ticks_x:
            unit = " µg" if tick == self.ticks_x[-1] else ""
            sheet.text(sheet.frame, self.x(tick), bottom + 19, f"{tick:,g}{unit}", role="ink3",
                       size=sheet.sizes.tick, ha="center")  # fmt: skip
        sheet.text(sheet.frame, (left + right) / 2, bottom + 40, self.axis_words, role="ink2", ha="center")
        self.doses = np.geomspace(*self.dose_range_ug, 160)

    axis_words = "swallowed in one go (log scale)"

    def cursor(self) -> None:
        """Artists of the dose that the controls are at."""
        sheet = self.sheet
        self._cursor = sheet.line(sheet.moving, [], [], role="ink", width=1.4)
        self._here = sheet.dots(sheet.moving, [], [], role="b12", hollow=True, size=15, width=2.6)
        self._this = sheet.text(sheet.moving, 0, self.plot[1] - 4, face="semibold", ha="right", halo=True)

    def set_cursor(self, dose_ug: float, absorbed_ug: float) -> None:
        """Move the cursor; an amount above the plot is named at its top."""
        x, beyond = self.x(dose_ug), absorbed_ug > self.top_ug
        y = self.y(min(absorbed_ug, self.top_ug))
        self._cursor.set_data([x, x], [self.plot[1] - 14, y])
        self._here.set_data([x], [y])
        self._here.set_marker("^" if beyond else "o")
        words = f"this dose: {ug(absorbed_ug)}, off the top" if beyond else "this dose"
        right = x - 8 - style.text_width(words, self.sheet.sizes.label, "semibold") < self.plot[0]
        self._this.set(words, x=x + 8 if right else x - 8, ha="left" if right else "right")

    def points(self, rows, role: str, marker: str) -> None:
        """Measured points; those whose source was not re-read are hollow."""
        sheet = self.sheet
        for hollow in (False, True):
            chosen = [row for row in rows if (row.status in ("secondary", "unchecked")) == hollow]
            x, y = self.x([r.dose_ug for r in chosen]), self.y([r.absorbed_ug for r in chosen])
            if chosen:
                sheet.dots(sheet.over, x, y, role=role, marker=marker, hollow=hollow, size=8 if hollow else 9)

    def polygon(self, artist, lower, upper) -> None:
        """Fill between two curves of amounts (µg), cut at the top of the plot."""
        x = self.x(self.doses)
        edge = [np.minimum(curve, self.top_ug) for curve in (upper, lower)]
        points = [
            *zip(x, self.y(edge[0]), strict=True),
            *reversed(list(zip(x, self.y(edge[1]), strict=True))),
        ]
        artist.set_xy(points)

    def curve(self, artist, amounts) -> None:
        """Draw a curve of amounts (µg), cut at the top of the plot."""
        amounts = np.asarray(amounts, float)
        inside = amounts <= self.top_ug
        artist.set_data(np.array(self.x(self.doses))[inside], np.array(self.y(amounts))[inside])


def ug(amount_ug: float) -> str:
    """An amount absorbed, to two figures: "13 µg"."""
    return format_dose(float(f"{amount_ug:.2g}"))


def diet_multiple(amount_ug: float) -> tuple[float, float]:
    """How many times over an amount, as shown, is what an RDA-sized diet delivers: fewest and most."""
    by_equation, by_rda = model.diet_delivers_ug()
    shown = float(f"{amount_ug:.2g}")
    return shown / by_rda, shown / by_equation


def diet_words(amount_ug: float) -> str:
    """The multiple in words: "11–17 times"."""
    low, high = diet_multiple(amount_ug)
    return f"{format_range(float(f'{low:.2g}'), float(f'{high:.2g}'), '')} times"


class TabletCurve(Curve):
    """Two pathways stacked, with the measured table over them."""

    top_ug = TABLET_TOP_UG
    dose_range_ug = model.DOSE_RANGE_UG
    ticks_x = (1, 10, 100, 1_000)
    ticks_y = (0, 10, 20, 30)

    def __init__(self, width: int, theme: str):
        super().__init__(width, theme)
        sheet = self.sheet
        self._passive_words = "passive" if sheet.narrow else "passive leak"
        self._intrinsic = sheet.area(sheet.moving, np.zeros((3, 2)), role="intrinsic")
        self._passive = sheet.area(sheet.moving, np.zeros((3, 2)), role="passive")
        self._edge = sheet.line(sheet.moving, [], [], role="b12", width=style.DATA_LINE)
        self._band = [
            sheet.line(sheet.moving, [], [], role="ink2", width=1.3, linestyle=(0, (1, 2.5))) for _ in "lh"
        ]
        self._path_names = (
            sheet.text(sheet.moving, self.x(75), self.plot[3] - 2, "intrinsic factor", role="on_intrinsic", face="semibold", size=12),
            sheet.text(sheet.moving, self.plot[2] - 6, self.plot[3] - 52, self._passive_words, role="on_passive", face="semibold", ha="right"),
            sheet.text(sheet.moving, self.plot[2] - 6, self.plot[3] - 34, "", role="on_passive", ha="right"),
        )  # fmt: skip
        self.points(model.measured("normal"), "ink", "o")
        self.points(model.measured("no_if"), "ink", "s")
        self.cursor()
        self._key()
        sheet.source_line(
            sheet.fixed,
            "Points: Carmel 2008, table 1; Adams 1971. Curve: two paths fitted to them. Dotted: where nine in ten such "
            "means should fall; without intrinsic factor, the published range.",
            self.source_room,
        )

    def _key(self) -> None:
        sheet, x, y = self.sheet, self.plot[0] + 16, self.plot[1] + 34
        rows = [
            ("o", False, "measured, healthy"),
            ("o", True, "the same, not re-read"),
            ("s", False, "measured, no intrinsic factor"),
        ]
        for row, (marker, hollow, words) in enumerate(rows):
            sheet.dots(sheet.fixed, [x], [y + row * 20], role="ink", marker=marker, hollow=hollow, size=8)
            sheet.text(sheet.fixed, x + 14, y + 4.5 + row * 20, words, role="ink2", halo=True)
        sheet.line(sheet.fixed, [x - 6, x + 6], [y + 60] * 2, role="ink2", width=1.3, linestyle=(0, (1, 2.5)))
        sheet.text(sheet.fixed, x + 14, y + 64.5, "range (see below)", role="ink2", halo=True)

    def update(self, result: Absorbed, guess: float | None = None) -> None:
        """Show a day's tablets."""
        fit = model.two_paths()
        working = result.intrinsic_factor
        intrinsic = fit.intrinsic_ug(self.doses) if working else np.zeros_like(self.doses)
        total = intrinsic + fit.passive_fraction * self.doses
        self.polygon(self._intrinsic, np.zeros_like(total), intrinsic)
        self.polygon(self._passive, intrinsic, total)
        self.curve(self._edge, total)
        for artist, edge in zip(self._band, self._range(total, working), strict=True):
            self.curve(artist, edge)
        self._path_names[0].set("intrinsic factor" if working else "")
        share = f"{format_number(100 * fit.passive_fraction, 2)}\u00a0%"
        self._path_names[2].set(share if self.sheet.narrow else f"{share} of the dose")
        once = result.total_ug / result.times_per_day
        self.set_cursor(result.dose_ug, once)
        shares = (result.intrinsic_ug / result.swallowed_ug, result.passive_ug / result.swallowed_ug)
        self.squares.set(shares, guess and (guess / GUESSED_DOSE_UG, f"you: {ug(guess)}"))
        self.set_keys(
            [
                f"{ug(result.intrinsic_ug)} by intrinsic factor" if working else "",
                f"{ug(result.passive_ug)} by passive leak",
            ]
        )
        self.big.set(ug(result.total_ug))
        self.diet[0].set(f"{diet_words(result.total_ug)} what a diet")
        self.diet[1].set("of exactly the RDA delivers")
        self.title.set(*self._title(result))

    @staticmethod
    @cache
    def _spread() -> tuple[float, float, float]:
        passive = quantity("absorption.passive_fraction").to("fraction")
        return model.spread_factor(), passive.low, passive.high

    def _range(self, total, working: bool):
        factor, low, high = self._spread()
        return (total / factor, total * factor) if working else (low * self.doses, high * self.doses)

    @staticmethod
    def _title(result: Absorbed) -> tuple[str, str]:
        n = result.times_per_day
        taken = (
            f"{format_dose(result.dose_ug)} swallowed"
            if n == 1
            else f"{n} × {format_dose(result.dose_ug)} swallowed in a day"
        )
        if not result.intrinsic_factor:
            why = "all of it through the gut wall by itself, since intrinsic factor is missing"
        elif result.passive_ug > result.intrinsic_ug:
            why = "and most of that leaks through the gut wall by itself, without intrinsic factor"
        else:
            why = "and most of that is carried by intrinsic factor"
        return f"Of {taken}, about {ug(result.total_ug)} gets in", why


class MealCurve(Curve):
    """The food equation, with meals that were measured."""

    top_ug = MEAL_TOP_UG
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
        for row_id, words in (
            ("mutton_highest", "mutton, Doets 2013"),
            ("liver_lowest", "liver, Doets 2013"),
            ("liver_average", "liver, IOM 1998"),
        ):
            row = _row(row_id)
            x, y = self.x(row.dose_ug), self.y(row.absorbed_ug)
            sheet.dots(sheet.over, [x], [y], role="ink")
            sheet.text(sheet.over, x - 9, y + 4.5, words, role="ink2", ha="right", halo=True)

    def update(self, result: Absorbed, guess: float | None = None) -> None:
        """Show a meal."""
        self.set_cursor(result.dose_ug, result.total_ug)
        self.squares.set([result.share], guess and (guess / GUESSED_DOSE_UG, f"you: {ug(guess)} of 1,000"))
        self.set_keys([f"{ug(result.total_ug)} got in"])
        self.big.set(ug(result.total_ug))
        self.diet[0].set(f"{diet_words(result.total_ug)} what a diet")
        self.diet[1].set("of exactly the RDA delivers")
        share = format_number(100 * result.share, 2)
        self.title.set(
            f"Of {format_dose(result.dose_ug)} in a meal, about {ug(result.total_ug)} gets in",
            f"or {share} %, the mean of healthy adults; the share falls as the meal holds more",
        )


def _row(row_id: str):
    from ..tables import table

    return table("absorption").row(row_id)
