"""What stays of an injection: one row a study, and the injection as a thousand squares."""

from __future__ import annotations

from ...amounts import NBSP, format_dose, format_number
from ...bibliography import cite
from ...models.absorption import Retained, absorb
from ..sheet import Scale
from .panels import GUESSED_DOSE_UG, Panels
from .words import spread_words, ug

MOST_STUDIES = 3


class InjectionRows(Panels):
    """Studies that measured the same injection, on one axis from nothing to all of it."""

    badge = "measured"
    plot_heading = "Share that stays in the body, by study"
    pale_words = "pale: lost in the urine"
    square_roles = ("b12", "passive")

    def __init__(self, width: int, theme: str):
        super().__init__(width, theme)
        sheet, (left, top, right, bottom) = self.sheet, self.plot
        left = sheet.sizes.margin + 6
        self.x = Scale(0, 100, left, right - 14)
        for tick in (0, 25, 50, 75, 100):
            x = self.x(tick)
            sheet.line(sheet.frame, [x, x], [top, bottom], role="axis" if tick == 0 else "grid", width=1)
            sheet.text(sheet.frame, x, bottom + 19, f"{tick}{NBSP + '%' if tick == 100 else ''}", role="ink3",
                       size=sheet.sizes.tick, ha="center")  # fmt: skip
        sheet.text(
            sheet.frame, (left + right) / 2, bottom + 40, "of the injected dose", role="ink2", ha="center"
        )
        step = (bottom - top) / MOST_STUDIES
        self._rows = []
        for row in range(MOST_STUDIES):
            y = top + step * (row + 0.62)
            bar = sheet.line(sheet.moving, [], [], role="b12", width=6)
            dot = sheet.dots(sheet.moving, [], [], role="b12", size=13)
            words = sheet.text(sheet.moving, left + 8, y - 18, role="ink2", halo=True)
            kept = sheet.text(sheet.moving, 0, y + 5, role="b12", face="semibold", halo=True)
            self._rows.append((y, bar, dot, words, kept))

    def update(self, result: Retained, guess: float | None = None) -> None:
        """Show an injection."""
        for i, (y, bar, dot, words, kept) in enumerate(self._rows):
            there = i < len(result.shares)
            for artist in (bar, dot, words, kept):
                artist.set_visible(there)
            if there:
                share = result.shares[i]
                x = self.x(share.value)
                bar.set_data([self.x(0), x], [y, y])
                dot.set_data([x], [y])
                over = share.row["measured_over"]
                words.set(f"{cite(share.source[0])}{f', urine over {over}' if over else ', review'}")
                kept.set(
                    f"{format_number(share.value, 2)}{NBSP}%, {ug(result.kept_ug[i])}", x=x + 14, y=y + 5
                )
                if kept.x + kept.width > self.plot[2]:
                    kept.set(y=y + 24, x=x - kept.width)
        low, high = min(result.kept_ug), max(result.kept_ug)
        self.squares.set(
            [low / result.dose_ug, (high - low) / result.dose_ug],
            guess and (guess / GUESSED_DOSE_UG, f"you, tablet: {ug(guess)}"),
        )
        self.set_keys(["stays in every study", "stays in some" if high > low else ""])
        self.big.set(spread_words(low, high))
        self.proportion[0].set("swallowed as a tablet,")
        self.proportion[1].set(f"about {ug(absorb(result.dose_ug).total_ug)} would")
        self.title.set(
            f"Of {format_dose(result.dose_ug)} injected, {spread_words(low, high)} stays",
            f"{result.form}; it passes the gut by, and the kidneys clear most of what blood cannot hold"
            if high < result.dose_ug / 2
            else f"{result.form}; it passes the gut by, and the kidneys clear the rest",
        )
