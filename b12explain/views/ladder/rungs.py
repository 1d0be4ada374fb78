"""The ladder on a log scale: advised and eaten on the left, in pills and syringes on the right."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from ...models.ladder import Dose, Ladder
from .. import style
from ..sheet import Scale, Sheet
from ..spread import spread
from .words import SOURCES, amount, compared, guessed_ug, times

HEIGHT = {"wide": 790, "narrow": 820}
LOWEST_UG, HIGHEST_UG = 0.09, 1.2e7
DECADES = range(0, 7)
LABEL_GAP, BIG_GAP = 17.5, 42
MOST_LABELS = 24


@dataclass
class _Side:
    """The labels of one side of the ladder: a leader, a value and a name each."""

    direction: int
    labels: list

    def hide(self, start: int) -> None:
        for artists in self.labels[start:]:
            for artist in artists:
                artist.set_visible(False)


class LadderRungs:
    """A vertical ladder, because the names of doses are horizontal words and a phone is tall."""

    def __init__(self, width: int, theme: str):
        self.sheet = sheet = Sheet(width, HEIGHT["narrow" if width < style.NARROW_BELOW else "wide"], theme)
        margin = sheet.sizes.margin
        sheet.badge("measured")
        self.title = sheet.title_block(sheet.moving, plain=2 if sheet.narrow else 1)
        top = self.title.bottom() + 22
        self.axis_x = max(0.47 * width, 160) if sheet.narrow else 0.45 * width
        foot = sheet.source_line(sheet.fixed, f"{SOURCES} Line beside a dot: its range.") - 14
        self.y = Scale(LOWEST_UG, HIGHEST_UG, foot, top + 14, log=True)
        side = 20
        sheet.text(
            sheet.frame,
            self.axis_x - side,
            top,
            "advised, eaten" if sheet.narrow else "advised and eaten",
            role="ink2",
            face="semibold",
            ha="right",
        )
        words = "in pills and syringes"
        if self.axis_x + side + style.text_width(words, sheet.sizes.label, "semibold") > sheet.width:
            words = "pills, syringes"
        sheet.text(sheet.frame, self.axis_x + side, top, words, role="b12", face="semibold")
        sheet.line(sheet.frame, [self.axis_x] * 2, [top + 14, foot])
        self._grid = [
            (sheet.line(sheet.moving, [], [], role="grid", width=style.GRID_LINE),
             sheet.text(sheet.moving, margin, 0, role="ink3", size=sheet.sizes.tick))
            for _ in DECADES
        ]  # fmt: skip
        self._sides = [self._side(-1), self._side(1)]
        self._dots = [sheet.dots(sheet.moving, [], [], role=role, size=10) for role in ("ink2", "b12")]
        self._ranges = [sheet.line(sheet.moving, [], [], role=role, width=1.6) for role in ("ink2", "b12")]
        self._you = sheet.dots(sheet.moving, [], [], role="you", marker="D", hollow=True, size=9.5, width=2.2)
        self._arrow()

    def _side(self, direction: int) -> _Side:
        sheet = self.sheet
        role = "ink" if direction < 0 else "b12"
        ha = "right" if direction < 0 else "left"
        labels = []
        for _ in range(MOST_LABELS):
            leader = sheet.line(sheet.moving, [], [], role="ghost", width=style.LEADER_LINE)
            value = sheet.text(
                sheet.moving, self.axis_x + 20 * direction, 0, role=role, face="semibold", ha=ha, halo=True
            )
            name = sheet.text(sheet.moving, 0, 0, role="ink2" if direction < 0 else "ink", ha=ha, halo=True)
            labels.append((leader, value, name))
        return _Side(direction, labels)

    def _arrow(self) -> None:
        sheet = self.sheet
        self._shaft_x = sheet.width - (sheet.sizes.margin + 9 if sheet.narrow else 158)
        self._shaft = sheet.line(sheet.moving, [], [], role="ink", width=1.8)
        self._ends = sheet.line(sheet.moving, [], [], role="ink", width=1.8)
        self._head = sheet.dots(sheet.moving, [], [], role="ink", marker="^", size=10, rim=0)
        x, ha = (self._shaft_x - 8, "right") if sheet.narrow else (self._shaft_x + 14, "left")
        self._big = sheet.text(sheet.moving, x, 0, face="semibold", size=sheet.sizes.big, ha=ha, halo=True)
        self._rungs = sheet.text(sheet.moving, x, 0, role="ink2", ha=ha, halo=True)

    def update(self, result: Ladder, guess: float | None = None) -> None:
        """Show a ladder."""
        self._set_grid(result)
        for index, (side, dots) in enumerate(zip(self._sides, self._dots, strict=True)):
            rungs = [
                dose for dose in result.rungs if (dose.layer in ("intakes", "foods")) == (side.direction < 0)
            ]
            dots.set_data([self.axis_x] * len(rungs), self.y([dose.amount_ug for dose in rungs]))
            self._set_ranges(self._ranges[index], rungs, side.direction)
            self._set_labels(side, rungs, result, guess if side.direction > 0 else None)
        self._clear_ticks()
        self._set_arrow(result)
        self.title.set(
            compared(result), "Vitamin B12 per dose, serving or day. Each rung is ten times the last."
        )

    def _set_grid(self, result: Ladder) -> None:
        base = result.reference.amount_ug if result.unit == "times" else 1.0
        left = self.sheet.sizes.margin + 62
        for decade, (line, label) in zip(DECADES, self._grid, strict=True):
            y = self.y(base * 10.0**decade)
            line.set_data([left, self.sheet.width - self.sheet.sizes.margin], [y, y])
            label.set(_tick(decade, result), y=y + 4)

    def _clear_ticks(self) -> None:
        """Hide a tick's words where a name reaches them: the mark itself says the amount."""
        for _, tick in self._grid:
            reached = any(
                label.get_visible() and abs(label.y - tick.y) < 15 and label.left < tick.left + tick.width + 6
                for _, _, label in self._sides[0].labels
            )
            tick.set_visible(not reached)

    def _set_ranges(self, line, rungs: list[Dose], direction: int) -> None:
        """A short line beside a dot whose sources or brands differ."""
        x, y = [], []
        for dose in rungs:
            low, high = dose.quantity.low, dose.quantity.high
            if low is not None and high is not None and self.y(low) - self.y(high) > 10:
                x += [self.axis_x + 9 * direction] * 2 + [math.nan]
                y += [self.y(low), self.y(high), math.nan]
        line.set_data(x, y)

    def _set_labels(self, side: _Side, rungs: list[Dose], result: Ladder, guess: float | None) -> None:
        chosen = (result.first, result.second, result.reference)
        entries = [
            (self.y(d.amount_ug), amount(d.amount_ug, result) + d.mark, d.name, d in chosen) for d in rungs
        ]
        self._you.set_visible(self._you.get_visible() and side.direction < 0)
        if guess:
            y = self.y(min(max(guessed_ug(guess), LOWEST_UG), HIGHEST_UG))
            self._you.set_data([self.axis_x], [y])
            self._you.set_visible(True)
            entries.append((y, f"you: ×\u00a0{times(guess)}", "", None))
        entries.sort(key=lambda entry: entry[0])
        spots = spread([entry[0] for entry in entries], LABEL_GAP, self.y(HIGHEST_UG), self.y(LOWEST_UG))
        for (y, words, name, is_chosen), spot, artists in zip(entries, spots, side.labels, strict=False):
            room = self._room(spot, result) if side.direction > 0 else self.sheet.width
            self._set_label(side.direction, artists, y, spot, words, name, is_chosen, room)
        side.hide(len(entries))

    def _room(self, y: float, result: Ladder) -> float:
        """How far right a label at this height may reach: to the arrow where there is one, else to the margin."""
        top, bottom = self.y(result.upper.amount_ug), self.y(result.lower.amount_ug)
        beside_arrow = min(top, bottom - 60) - 12 < y < max(bottom, top + 60) + 12
        return self._shaft_x - 14 if beside_arrow else self.sheet.width - self.sheet.sizes.margin

    def _set_label(self, direction, artists, y, spot, words, name, is_chosen, right) -> None:
        leader, value, label = artists
        palette = self.sheet.palette
        moved = abs(spot - y) > 2
        leader.set_visible(moved)
        leader.set_data([self.axis_x + 6 * direction, self.axis_x + 17 * direction], [y, spot])
        plain = palette.ink if direction < 0 else palette.b12
        value.set(words, y=spot + 4.5, colour=palette.you if is_chosen is None else plain)
        value.set_visible(True)
        start = self.axis_x + (20 + value.width + 7) * direction
        room = start - 6 if direction < 0 else right - start
        face = "semibold" if is_chosen else "regular"
        label.set(style.shorten(name, room, label.size, face), x=start, y=spot + 4.5, face=face)
        label.set_visible(True)

    def _set_arrow(self, result: Ladder) -> None:
        top, bottom, x = self.y(result.upper.amount_ug), self.y(result.lower.amount_ug), self._shaft_x
        there = bottom - top > 3
        for artist in (self._shaft, self._ends, self._head):
            artist.set_visible(there)
        cap = 9 if self.sheet.narrow else 16
        self._shaft.set_data([x, x], [bottom, top + 6])
        self._ends.set_data(
            [x - cap, x + cap, math.nan, x - cap, x + cap], [bottom, bottom, math.nan, top - 1, top - 1]
        )
        self._head.set_data([x], [top + 6])
        middle = self._clear_of_labels(top, bottom)
        self._set_big(f"×\u00a0{times(result.ratio)}", middle + 6)
        rungs = math.log10(result.ratio)
        self._rungs.set(f"{rungs:.1f} rungs up" if rungs >= 0.05 else "the same rung", y=middle + 26)
        self._rungs.set_visible(not self.sheet.narrow)

    def _set_big(self, words: str, y: float) -> None:
        """The ratio beside the arrow, as large as there is room for."""
        sheet, size = self.sheet, self.sheet.sizes.big
        room = self._shaft_x - self.axis_x - 20 if sheet.narrow else sheet.width - 6 - self._big.x
        self._big.set(words, y=y, size=min(size, size * room / style.text_width(words, size, "semibold")))

    def _clear_of_labels(self, top: float, bottom: float) -> float:
        """The middle of the arrow; on a narrow sheet, of the widest gap between labels along it, or near it."""
        middle = (top + bottom) / 2
        if not self.sheet.narrow:
            return middle
        taken = [label.y for _, label, _ in self._sides[1].labels if label.get_visible()]
        along = [y for y in taken if top < y < bottom]
        start, end = max(pairwise(sorted([top - 8, *along, bottom + 8])), key=lambda gap: gap[1] - gap[0])
        if end - start < BIG_GAP or any(start < y < end for y in taken):
            stops = sorted([self.y(HIGHEST_UG), *taken, self.y(LOWEST_UG) + BIG_GAP])
            gaps = [gap for gap in pairwise(stops) if gap[1] - gap[0] >= BIG_GAP]
            start, end = min(gaps, key=lambda gap: abs((gap[0] + gap[1]) / 2 - middle))
        return (start + end) / 2 - 6


def _tick(decade: int, result: Ladder) -> str:
    if result.unit == "times":
        return f"×\u00a0{10**decade:,}"
    return amount(10.0**decade, result)
