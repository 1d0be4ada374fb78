"""The ladder on a linear scale: bars as long as the doses, until they leave the sheet."""

from __future__ import annotations

from ...amounts import format_number
from ...models.ladder import Dose, Ladder
from .. import style
from ..sheet import Sheet
from .rungs import HEIGHT
from .words import SOURCES, amount, compared, guessed_ug, named, times

FULL_SCALE_UG = 2_000
MOST_BARS = 10
GUESSED_DOSE_UG = 1_000
MM_PER_PIXEL = 25.4 / 96  # a CSS pixel


class Ruler:
    """How long a dose is on the ordinary ruler of a picture of one width (CSS px)."""

    def __init__(self, width: float):
        self.margin = style.sizes_for(width).margin
        self.room = width - 2 * self.margin

    def length(self, dose_ug: float) -> float:
        """Length of a dose, px."""
        return self.room * dose_ug / FULL_SCALE_UG

    def leaves(self, dose_ug: float) -> bool:
        """Whether a dose's bar leaves the sheet."""
        return self.length(dose_ug) > self.room + self.margin

    def remark(self, dose_ug: float) -> str:
        """What is said beside a bar that cannot be seen, or not to its end; nothing beside the others."""
        length = self.length(dose_ug)
        if self.leaves(dose_ug):
            metres = (length - self.room) * MM_PER_PIXEL / 1_000
            return f"runs on for {format_number(metres, 2)}\u00a0metres"
        return f"{format_number(length, 2)}\u00a0px wide" if length < 2 else ""


class LadderBars:
    """Horizontal bars to 2,000 µg: the daily allowance is under a pixel, and the longest run on for metres."""

    def __init__(self, width: int, theme: str):
        self.sheet = sheet = Sheet(width, HEIGHT["narrow" if width < style.NARROW_BELOW else "wide"], theme)
        sheet.badge("measured")
        self.title = sheet.title_block(sheet.moving, plain=2)
        self.left, self.right = sheet.sizes.margin, width - sheet.sizes.margin
        self._ruler = Ruler(width)
        self.top = self.title.bottom() + 16
        self.bottom = sheet.source_line(sheet.fixed, SOURCES) - 32
        for tick in range(500, FULL_SCALE_UG + 1, 500):
            x = self.left + (self.right - self.left) * tick / FULL_SCALE_UG
            sheet.line(sheet.frame, [x, x], [self.top - 6, self.bottom], role="grid", width=1)
        self._ticks = [
            sheet.text(sheet.moving, 0, self.bottom + 17, role="ink3", size=sheet.sizes.tick)
            for _ in range(5)
        ]
        self._bars = [self._bar() for _ in range(MOST_BARS)]
        self._you = sheet.dots(sheet.moving, [], [], role="you", marker="D", hollow=True, size=9.5, width=2.2)
        self._you_words = sheet.text(sheet.moving, 0, 0, role="you", face="semibold", halo=True)

    def _bar(self):
        sheet = self.sheet
        return (
            sheet.box(sheet.moving, self.left, 0, 1, 14, role="b12"),
            sheet.text(sheet.moving, self.left, 0, face="semibold", halo=True),
            sheet.text(sheet.moving, 0, 0, role="ink2", halo=True),
            sheet.text(sheet.moving, 0, 0, role="ink3", face="italic", halo=True),
        )

    def update(self, result: Ladder, guess: float | None = None) -> None:
        """Show a ladder."""
        doses = choose(result)
        step = min(58.0, (self.bottom - self.top) / len(doses))
        for i, artists in enumerate(self._bars):
            for artist in artists:
                artist.set_visible(i < len(doses))
            if i < len(doses):
                self._set_bar(artists, self.top + i * step, doses[i], result)
        for i, label in enumerate(self._ticks):
            x = self.left + (self.right - self.left) * i / 4
            label.set(
                amount(500 * i, result) if i else "0",
                x=x,
                ha="left" if i == 0 else "right" if i == 4 else "center",
            )
            label.set_visible(i % 2 == 0 or not self.sheet.narrow)
        self._set_guess(guess, doses, step)
        mine = result.reference
        wide = self._ruler.length(mine.amount_ug)
        how_wide = "less than a pixel wide" if wide < 1 else f"{format_number(wide, 2)} pixels wide"
        self.title.set(
            [f"On an ordinary ruler, {words} is {how_wide}" for words in (f"{named(mine)},", mine.name)],
            [f"{words}; length is the dose." for words in compared(result)],
        )

    def _set_bar(self, artists, top: float, dose: Dose, result: Ladder) -> None:
        box, value, name, remark = artists
        sheet, length = self.sheet, self._ruler.length(dose.amount_ug)
        beyond, words = self._ruler.leaves(dose.amount_ug), self._ruler.remark(dose.amount_ug)
        medicine = dose.layer not in ("intakes", "foods")
        box.set_bounds(self.left, top + 22, sheet.width - self.left if beyond else length, 14)
        box.set_facecolor(sheet.palette.b12 if medicine else sheet.palette.ink2)
        value.set(
            amount(dose.amount_ug, result) + dose.mark,
            y=top + 14,
            colour=sheet.palette.b12 if medicine else sheet.palette.ink,
        )
        chosen = dose in (result.first, result.second, result.reference)
        remark.set_visible(bool(words))
        if beyond:
            remark.set(f"{words} →", x=self.right, y=top + 14, ha="right")
        else:
            remark.set(f"← {words}", x=self.left + 10, y=top + 34, ha="left")
        start, face = self.left + value.width + 8, "semibold" if chosen else "regular"
        room = (remark.left - 8 if beyond else self.right) - start
        name.set(style.shorten(dose.name, room, name.size, face), x=start, y=top + 14, face=face)

    def _set_guess(self, guess: float | None, doses: list[Dose], step: float) -> None:
        self._you.set_visible(guess is not None)
        self._you_words.set_visible(guess is not None)
        if guess is None:
            return
        # In the row of the tablet that the guess is about, or on the axis where that is not drawn.
        row = next((i for i, dose in enumerate(doses) if dose.amount_ug == GUESSED_DOSE_UG), None)
        y = self.bottom if row is None else self.top + row * step + 29
        x = min(self.left + self._ruler.length(guessed_ug(guess)), self.right)
        self._you.set_data([x], [y])
        left = x + 120 < self.right
        words_x, ha = (x - 6, "left") if left else (x + 6, "right")
        self._you_words.set(
            f"you: ×\u00a0{times(guess)}", x=words_x, y=y - 8 if row is None else y + 24, ha=ha
        )


def choose(result: Ladder) -> list[Dose]:
    """At most :data:`MOST_BARS` rungs, by amount: those compared, and the largest of the rest, which can be seen."""
    kept = {result.first, result.second, result.reference}
    rest = [dose for dose in reversed(result.rungs) if dose not in kept]
    return sorted({*kept, *rest[: MOST_BARS - len(kept)]}, key=lambda dose: (dose.amount_ug, dose.id))
