"""What moves a measured velocity by a few m/s: a ruler from nought to fifteen."""

from __future__ import annotations

from ...amounts import NBSP, format_number
from ...models.remyelination import Remyelinated, another_day, cooler_foot
from ...quantities import quantity
from .. import style
from ..sheet import Scale, Sheet
from .words import moves

LONGEST_M_PER_S = 12.5
TRIALS = "trials.jiang_2018_peroneal_motor_velocity"
ROWS = ("repair", "ink", "ink", "b12")


class Movers:
    """Rows of ranges: growing sheaths, a colder foot, another day, a pooled effect of trials."""

    def __init__(self, sheet: Sheet, left: float, top: float, width: float):
        self.sheet = sheet
        words = "What moves a measured velocity: size of the change"
        if style.text_width(words, 14, "semibold") > width:
            words = "What moves a measured velocity"
        sheet.text(sheet.frame, left, top, words, face="semibold", size=14)
        self.x = Scale(0, LONGEST_M_PER_S, left + 4, left + width - 8)
        bottom = top + 214
        for tick in (0, 5, 10):
            x = self.x(tick)
            sheet.line(sheet.frame, [x, x], [top + 16, bottom], role="grid" if tick else "axis", width=1)
            unit = f"{NBSP}m/s" if tick == 10 else ""
            sheet.text(sheet.frame, x, bottom + 17, f"{tick}{unit}", role="ink3", size=sheet.sizes.tick,
                       ha="center" if tick else "left")  # fmt: skip
        self._rows = [self._row(sheet, left + 8, top + 36 + 47 * row, role) for row, role in enumerate(ROWS)]
        self._wide = width > 320

    def _row(self, sheet: Sheet, left: float, y: float, role: str):
        text = {"repair": "repair", "b12": "b12"}.get(role, "ink")
        words = sheet.text(sheet.moving, left, y, role=text, halo=True)
        bar = sheet.line(sheet.moving, [], [], role=role, width=5)
        dot = sheet.dots(sheet.moving, [], [], role=role, size=11)
        return y + 15, words, bar, dot

    def update(self, result: Remyelinated) -> None:
        """Show the rows for this nerve and this foot."""
        foot, day, trials = cooler_foot(result.foot_cooler_c), another_day(), quantity(TRIALS)
        gain = result.maturing_m_per_s
        cooler = f"{format_number(result.foot_cooler_c, 2)}{NBSP}°C"
        cold = (
            f"a foot {cooler} colder: −{moves(foot.low, foot.high)}"
            if foot.high
            else "a foot as warm: no change"
        )
        helps = f"+{format_number(trials.value, trials.digits)}{NBSP}m/s"
        full = "these sheaths grown to full thickness" if self._wide else "sheaths grown thick"
        pooled = "methylcobalamin added, trials, a motor nerve" if self._wide else "B12 added, motor"
        said = (
            (f"{full}: +{moves(gain, gain)}", gain, gain, gain),
            (cold, foot.low, foot.high, None),
            (f"a week later, by chance: ±{moves(day.low, day.high)}", day.low, day.high, None),
            (f"{pooled}: {helps}", trials.low, trials.high, trials.value),
        )  # fmt: skip
        for (y, words, bar, dot), (text, low, high, middle) in zip(self._rows, said, strict=True):
            words.set(text)
            bar.set_data(self.x([low, high]), [y, y])
            dot.set_visible(middle is not None)
            if middle is not None:
                dot.set_data([self.x(middle)], [y])
