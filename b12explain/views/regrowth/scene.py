"""What moves in a picture of regrowth: the wedge of rates, the moment, and the growth cone on the limb."""

from __future__ import annotations

from ...amounts import NBSP, format_number
from ...models.regrowth import DAYS_PER_MONTH, Regrowth
from ...tables import table
from .. import style
from ..outline import stretch
from ..place import box, place
from .axes import MOST_MONTHS, LimbAxes
from .key import DOTTED, Key
from .words import mm, months, rate, rates, span, start_words

REST_MONTHS = 12
SHORT_OF_START_MM = 10  # nearer than this is at the start


def brief_days() -> int:
    """How long the trial was that is too short for regrowth, days."""
    return int(table("trials").row("pdniv").duration.split()[0])


class LimbScene(LimbAxes):
    """The picture of one limb."""

    def __init__(self, limb: str, width: int, theme: str):
        super().__init__(limb, width, theme)
        left, top, right, _bottom = self.plot
        self._inside = (left - 1, top, right + 6, self.sheet.height)
        self._limb_artists()
        self._plot_artists()
        self._labels()
        self._key = Key(self)

    def _limb_artists(self) -> None:
        sheet, layer = self.sheet, self.sheet.moving
        self._alive = sheet.line(layer, [], [], role="ink2", width=3, solid_capstyle="round")
        self._possible = sheet.line(layer, [], [], role="repair_tint", width=9, solid_capstyle="round")
        self._sure = sheet.line(layer, [], [], role="repair", width=4.5, solid_capstyle="round")
        self._brief = sheet.line(layer, [], [], role="b12", width=9)
        self._cone = sheet.dots(layer, [], [], role="repair", size=13)

    def _plot_artists(self) -> None:
        sheet, layer = self.sheet, self.sheet.moving
        self._wedge = sheet.area(layer, [(0, 0)] * 4, role="repair_tint")
        self._edges = [sheet.line(layer, [], [], role="repair", width=1.4) for _ in ("fast", "slow")]
        self._chosen = sheet.line(layer, [], [], role="repair", width=style.REPAIR_LINE)
        self._faster = sheet.line(layer, [], [], role="b12", width=1.8, linestyle=DOTTED)
        self._now = sheet.line(layer, [], [], role="ink", width=1.4)
        self._front = sheet.dots(layer, [], [], role="repair", size=13)
        self._you = sheet.dots(layer, [], [], role="you", marker="D", hollow=True, size=10, width=2.2)

    def _labels(self) -> None:
        sheet, layer = self.sheet, self.sheet.moving
        margin, (_left, top, right, _bottom) = sheet.sizes.margin, self.plot
        text = lambda **more: sheet.text(layer, 0, 0, halo=True, **more)  # noqa: E731
        self._month = sheet.text(layer, 0, top - 8, face="semibold", ha="center", halo=True)
        self._grown = text(role="repair", face="semibold")
        self._you_words = text(role="you", face="semibold")
        self._faster_words = text(role="b12", face="semibold")
        self._edge_words = [text(role="ink2") for _ in ("fast", "slow")]
        at = (right, "right") if sheet.narrow else (sheet.width - margin, "right")
        self._arrivals = [
            sheet.text(layer, at[0], 0, face="semibold", ha=at[1], halo=True) for _ in ("joint", "end")
        ]
        self._brief_words = [
            sheet.text(layer, margin, top - 26 + 16 * row, role="b12", face="semibold") for row in range(2)
        ]

    # -- a state ------------------------------------------------------------------------------------------------
    def update(self, result: Regrowth, guess: float | None = None, moment: float | None = None) -> None:
        """Show a result at a moment, months since the injury."""
        day = (REST_MONTHS if moment is None else moment) * DAYS_PER_MONTH
        self._set_limb(result, day)
        self._set_wedge(result)
        self._set_brief(result)
        self.title.set(*self._title(result))
        taken = self._set_arrivals(result)
        self._set_guess(result, guess, taken)
        self._name_lines(result, taken)
        self._key.update(result, self._faster_words.get_visible())
        self._set_moment(result, day, taken)  # last, so that nothing else gives way while time is scrubbed

    def _set_limb(self, result: Regrowth, day: float) -> None:
        start = self.place(result.from_mm)
        sure, chosen, most = (self.place(result.from_mm + grown) for grown in result.grown(day))
        self._alive.set_data(*stretch(self.route, self.route[0, 1], start).T)
        for artist, front in ((self._possible, most), (self._sure, sure)):
            artist.set_data(*stretch(self.route, start, front).T)
            artist.set_visible(front > start)
        self._cone.set_data(*stretch(self.route, chosen, chosen)[:1].T)

    def _line(self, result: Regrowth, start: float, mm_per_day: float) -> tuple[list[float], list[float]]:
        ends = (result.from_mm, self.limb.path_mm)
        return self.day([start, start + result.distance_mm / mm_per_day]), self.place(ends)

    def _set_wedge(self, result: Regrowth) -> None:
        fast = self._line(result, result.early, result.fast)
        slow = self._line(result, result.late, result.slow)
        self._wedge.set_xy([*zip(*fast, strict=True), *reversed(list(zip(*slow, strict=True)))])
        for artist, line in zip(self._edges, (fast, slow), strict=True):
            artist.set_data(*line)
        self._chosen.set_data(*self._line(result, result.start, result.rate))
        self._faster.set_data(*self._line(result, result.start, result.sped_up_rate))
        self._faster.set_visible(result.speed_up > 0)

    def _set_brief(self, result: Regrowth) -> None:
        """The few millimetres of nine days, on the limb."""
        days = brief_days()
        start = self.place(result.from_mm)
        most = min(result.distance_mm, result.most_in(days))
        self._brief.set_data(*stretch(self.route, start, self.place(result.from_mm + most)).T)
        words = (f"{days}{NBSP}days:", f"{mm(result.most_in(days))} at most")
        for artist in (self._brief, *self._brief_words):
            artist.set_visible(result.show_brief)
        for label, line in zip(self._brief_words, words, strict=True):
            label.set(line)

    def _set_moment(self, result: Regrowth, day: float, taken: list[tuple]) -> None:
        left, top, right, _bottom = self.plot
        x, foot = self.day(day), self.place(self.limb.path_mm)
        self._now.set_data([x, x], [top - 4, foot])
        self._month.set(f"month{NBSP}{round(day / DAYS_PER_MONTH)}")
        half = self._month.width / 2
        self._month.set(x=min(max(x, left + half), right + 6 - half))
        grown = result.grown(day)[1]
        y = self.place(result.from_mm + grown)
        self._front.set_data([x], [y])
        words = mm(grown) if self.sheet.narrow else f"{mm(grown)} at {rate(result.rate)}"
        arrived = grown >= result.distance_mm
        words = "arrived" if arrived else words if grown else "not yet started"
        self._grown.set(words)
        taken += [box(self._month), (x - 7, y - 7, x + 7, y + 7)]
        beside = [] if grown else [(self._month.left + self._month.width + 8, top - 8, "left")]
        spots = [
            *beside,
            (x + 12, y - 8, "left"),
            (x - 12, y - 8, "right"),
            (x - 12, y + 18, "right"),
            (x + 12, y + 18, "left"),
        ]
        if y > foot - 30:
            spots = [*beside, spots[-3], spots[-4]]
        place(self._grown, spots, taken, (left - 1, top - 22, *self._inside[2:]))

    def _set_arrivals(self, result: Regrowth) -> list[tuple]:
        """When it passes the joint and reaches the end, at the right of their rows."""
        taken = [box(label) for label in self.muscle]
        below = (self.limb.joint_mm, self.limb.path_mm)
        for label, place_mm in zip(self._arrivals, below, strict=True):
            here = place_mm > result.from_mm and not (self.sheet.narrow and place_mm == self.limb.path_mm)
            label.set_visible(here)
            if here:
                label.set(
                    span(*result.reach(place_mm)), y=self.place(place_mm) + (-5 if self.sheet.narrow else 4.5)
                )
                taken.append(box(label))
        return taken

    def _set_guess(self, result: Regrowth, guess: float | None, taken: list[tuple]) -> None:
        there = guess is not None
        self._you.set_visible(there)
        self._you_words.set_visible(there)
        if not there:
            return
        beyond = guess > MOST_MONTHS
        x, y = self.day(min(guess, MOST_MONTHS) * DAYS_PER_MONTH), self.place(self.limb.path_mm)
        self._you.set_data([x], [y])
        self._you.set_marker(">" if beyond else "D")
        self._you_words.set(f"you: {months(guess)}")
        spots = [
            (x + 10, y - 9, "left"),
            (x - 10, y - 9, "right"),
            (x + 10, y - 27, "left"),
            (x - 10, y - 27, "right"),
        ]
        place(self._you_words, spots, taken, self._inside)

    def _name_lines(self, result: Regrowth, taken: list[tuple]) -> None:
        """Name the edges where there is room, and, if the key does not, the dotted line."""
        left = self.plot[0]
        lines = (
            (self._faster_words, f"{format_number(result.speed_up)}{NBSP}% faster", self._faster, (-8, "right"),
             result.speed_up > 0 and not self.sheet.narrow),
            (self._edge_words[1], rate(result.slow), self._edges[1], (9, "left"), True),
            (self._edge_words[0], rate(result.fast), self._edges[0], (-9, "right"), True),
        )  # fmt: skip
        for label, words, line, (gap, ha), wanted in lines:
            label.set(words)
            (x0, x1), (y0, y1) = line.get_data()
            sides = ((gap, ha), (8, "left")) if line is self._faster and y1 - y0 > 200 else ((gap, ha),)
            spots = [
                (x0 + part * (x1 - x0) + dx, y0 + part * (y1 - y0) + 4, side)
                for dx, side in sides
                for part in (0.62, 0.74, 0.5, 0.84, 0.4, 0.3)
            ]
            label.set_visible(wanted and y1 - y0 > 90)
            if label.get_visible():
                place(label, spots, taken, (left + 5, *self._inside[1:]))

    def _title(self, result: Regrowth) -> tuple[list[str], list[str]]:
        """The finding, and under it what is plotted; each also in fewer words."""
        days = brief_days()
        if result.show_brief:
            most = mm(result.most_in(days))
            title = [
                f"In {days} days a nerve grows at most {most} of {mm(result.distance_mm)}",
                f"{days} days: {most} at most",
            ]
        else:
            title = [
                f"{mm(result.distance_mm)} of nerve takes {span(*result.arrival)} to regrow",
                f"{mm(result.distance_mm)} takes {span(*result.arrival)}",
            ]
        wait = f"{start_words()} after "
        wait += f"treatment in month {result.wait_months:g}" if result.wait_months else "the injury"
        whole = result.distance_mm > self.limb.path_mm - SHORT_OF_START_MM
        back = (
            f"to the {self.limb.start}" if whole else f"{mm(result.distance_mm)} from the {self.limb.target}"
        )
        return title, [
            f"An axon that died back {back}, regrowing at {rates()} from {wait}",
            f"An axon that died back {back}, regrowing {rates()}",
        ]
