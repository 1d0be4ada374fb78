"""What gets in of a tablet: two pathways stacked, with the measured table over them."""

from __future__ import annotations

from functools import cache

import numpy as np

from ...amounts import NBSP, format_dose, format_number
from ...models import absorption as model
from ...models.absorption import Absorbed
from ...models.absorption_fit import measured, spread_factor, two_paths
from ...quantities import quantity
from .. import style
from .curve import Curve
from .panels import GUESSED_DOSE_UG
from .words import diet_words, ug

DOTTED = {"role": "ink2", "width": 1.3, "linestyle": (0, (1, 2.5))}


class TabletCurve(Curve):
    """Two pathways stacked, with the measured table over them."""

    plot_heading = "Absorbed from one dose"
    axis_words = "swallowed in one go (log scale)"
    top_ug = 30
    dose_range_ug = model.DOSE_RANGE_UG
    ticks_x = (1, 10, 100, 1_000)
    ticks_y = (0, 10, 20, 30)

    def __init__(self, width: int, theme: str):
        super().__init__(width, theme)
        sheet = self.sheet
        self._intrinsic = sheet.area(sheet.moving, np.zeros((3, 2)), role="intrinsic")
        self._passive = sheet.area(sheet.moving, np.zeros((3, 2)), role="passive")
        self._edge = sheet.line(sheet.moving, [], [], role="b12", width=style.DATA_LINE)
        self._band = [sheet.line(sheet.moving, [], [], **DOTTED) for _ in ("low", "high")]
        self._name_paths()
        self.points(measured("normal"), "ink", "o")
        self.points(measured("no_if"), "ink", "s")
        self.cursor()
        self._key()
        sheet.source_line(
            sheet.fixed,
            "Points: Carmel 2008, table 1; Adams 1971. Curve: two paths fitted to them. Dotted: where nine in ten such "
            "means should fall; without intrinsic factor, the published range.",
            self.source_room,
        )

    def _name_paths(self) -> None:
        sheet, right, bottom = self.sheet, self.plot[2] - 6, self.plot[3]
        dark = {"role": "on_intrinsic", "face": "semibold", "size": 12}
        self._intrinsic_name = sheet.text(sheet.moving, self.x(75), bottom - 2, "intrinsic factor", **dark)
        name = "passive" if sheet.narrow else "passive leak"
        sheet.text(sheet.moving, right, bottom - 52, name, role="on_passive", face="semibold", ha="right")
        share = f"{format_number(100 * two_paths().passive_fraction, 2)}{NBSP}%"
        words = share if sheet.narrow else f"{share} of the dose"
        sheet.text(sheet.moving, right, bottom - 34, words, role="on_passive", ha="right")

    def _key(self) -> None:
        sheet, x, y = self.sheet, self.plot[0] + 16, self.plot[1] + 34
        rows = [
            ("o", False, "measured, healthy"),
            ("o", True, "the same, not re-read"),
            ("s", False, "no intrinsic factor" if sheet.narrow else "measured, no intrinsic factor"),
        ]
        for row, (marker, hollow, words) in enumerate(rows):
            sheet.dots(sheet.fixed, [x], [y + row * 20], role="ink", marker=marker, hollow=hollow, size=8)
            sheet.text(sheet.fixed, x + 14, y + 4.5 + row * 20, words, role="ink2", halo=True)
        sheet.line(sheet.fixed, [x - 6, x + 6], [y + 60] * 2, **DOTTED)
        sheet.text(sheet.fixed, x + 14, y + 64.5, "range (see below)", role="ink2", halo=True)

    def update(self, result: Absorbed, guess: float | None = None) -> None:
        """Show a day's tablets."""
        fit = two_paths()
        working = result.intrinsic_factor
        intrinsic = fit.intrinsic_ug(self.doses) if working else np.zeros_like(self.doses)
        total = intrinsic + fit.passive_fraction * self.doses
        self.polygon(self._intrinsic, np.zeros_like(total), intrinsic)
        self.polygon(self._passive, intrinsic, total)
        self.curve(self._edge, total)
        for artist, edge in zip(self._band, self._range(total, working), strict=True):
            self.curve(artist, edge)
        self._intrinsic_name.set_visible(working)
        once = result.total_ug / result.times_per_day
        self.set_cursor(result.dose_ug, once)
        shares = (result.intrinsic_ug / result.swallowed_ug, result.passive_ug / result.swallowed_ug)
        self.squares.set(shares, guess and (guess / GUESSED_DOSE_UG, f"you: {ug(guess)}"))
        carried = f"{ug(result.intrinsic_ug)} by intrinsic factor" if working else ""
        self.set_keys([carried, f"{ug(result.passive_ug)} by passive leak"])
        self.big.set(ug(result.total_ug))
        self.proportion[0].set(f"{diet_words(result.total_ug)} what a diet")
        self.proportion[1].set("of exactly the RDA delivers")
        self.title.set(*self._title(result))

    @staticmethod
    @cache
    def _spread() -> tuple[float, float, float]:
        passive = quantity("absorption.passive_fraction").to("fraction")
        return spread_factor(), passive.low, passive.high

    def _range(self, total, working: bool):
        factor, low, high = self._spread()
        return (total / factor, total * factor) if working else (low * self.doses, high * self.doses)

    @staticmethod
    def _title(result: Absorbed) -> tuple[list[str], str]:
        n, dose = result.times_per_day, format_dose(result.dose_ug)
        taken = (
            [f"{dose} swallowed", dose]
            if n == 1
            else [f"{n} × {dose} swallowed in a day", f"{n} × {dose} a day"]
        )
        if not result.intrinsic_factor:
            why = "all of it through the gut wall by itself, since intrinsic factor is missing"
        elif result.passive_ug > result.intrinsic_ug:
            why = "and most of that leaks through the gut wall by itself, without intrinsic factor"
        else:
            why = "and most of that is carried by intrinsic factor"
        return [f"Of {words}, about {ug(result.total_ug)} gets in" for words in taken], why
