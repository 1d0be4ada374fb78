"""The clinic's plane: velocity against amplitude, with the laboratory's limits and the way from healthy."""

from __future__ import annotations

from collections.abc import Sequence

from ...amounts import NBSP, format_number
from ...models.clinic import HEALTHY_AMPLITUDE, HEALTHY_VELOCITY, VELOCITY_LIMIT, Point, amplitude_limit_uv
from ...quantities import quantity
from .. import style
from ..sheet import Scale, Sheet
from .words import percent

FASTEST_M_PER_S, HIGHEST_UV = 60.0, 30.0


class Plane:
    """Where a nerve lies between slow and small.

    Parameters
    ----------
    sheet : Sheet
    left, top, width, height : float
        Place of the axes on the sheet, CSS px.
    role : str
        Colour of the nerve's dot and its way.
    """

    def __init__(self, sheet: Sheet, left, top, width, height, *, role: str = "damage"):
        self.sheet, self.role = sheet, role
        self.box = (left, top, left + width, top + height)
        self.x = Scale(0, FASTEST_M_PER_S, left, left + width)
        self.y = Scale(0, HIGHEST_UV, top + height, top)
        self.limit = self.x(float(quantity(VELOCITY_LIMIT))), self.y(amplitude_limit_uv())
        self._axes()
        self._corners()
        self.home = self.x(float(quantity(HEALTHY_VELOCITY))), self.y(float(quantity(HEALTHY_AMPLITUDE)))
        line = style.REPAIR_LINE if role == "repair" else style.DATA_LINE
        self._way = sheet.line(sheet.moving, [], [], role=role, width=line)
        self._stops = sheet.dots(sheet.moving, [], [], role=role, size=6)
        self._ring = sheet.dots(
            sheet.over, [self.home[0]], [self.home[1]], role="ghost", hollow=True, size=13, width=2.4
        )
        sheet.text(sheet.over, self.home[0] + 11, self.home[1] + 4, "healthy", role="ink3", halo=True)
        self._dot = sheet.dots(sheet.over, [], [], role=role, size=14, rim=2)
        self._diamond = sheet.dots(sheet.moving, [], [], role="you", marker="D", hollow=True, size=9)
        self._you = sheet.text(sheet.moving, 0, top + height - 5, role="you", face="semibold", halo=True)

    def _axes(self) -> None:
        sheet, (left, top, right, bottom) = self.sheet, self.box
        sheet.box(sheet.frame, self.limit[0], top, right - self.limit[0], self.limit[1] - top, role="wash")
        tick = {"role": "ink3", "size": sheet.sizes.tick}
        low = amplitude_limit_uv()
        for uv in (0, low, 20, 30):
            y = self.y(uv)
            words = format_number(uv, 2)
            sheet.text(sheet.frame, left - 7, y + 4, words, ha="right", **tick)
            if uv in (0, 20):
                sheet.line(sheet.frame, [left, right], [y, y], role="grid" if uv else "axis", width=1)
        sheet.text(sheet.frame, left - 30, top - 11, f"amplitude,{NBSP}µV", role="ink2")
        limit = quantity(VELOCITY_LIMIT)
        for speed in (0, 20, float(limit), 60):
            star = "*" if speed == float(limit) else ""
            words = f"{speed:g}{star}{NBSP + 'm/s' if speed == 60 else ''}"
            ha = {60: "right"}.get(speed, "center")
            sheet.text(
                sheet.frame, right + 4 if speed == 60 else self.x(speed), bottom + 18, words, ha=ha, **tick
            )
        middle = (left + right) / 2
        sheet.text(
            sheet.frame, middle, bottom + 37, "velocity of the fastest fibres", role="ink2", ha="center"
        )
        for x, y in (([self.limit[0]] * 2, [top, bottom]), ([left, right], [self.limit[1]] * 2)):
            sheet.line(sheet.frame, x, y, role="ink2", width=style.AXIS_LINE)

    def _corners(self) -> None:
        sheet, (left, top, right, _) = self.sheet, self.box
        across, down = self.limit
        places = {
            "slow": (left + 8, top + 19, "left"),
            "within limits": (right - 6, top + 19, "right"),
            "small": (right - 6, down + 19, "right"),
            "slow and small": (left + 8, down + 19, "left"),
        }
        self._names = {
            name: sheet.text(sheet.over, x, y, name, ha=ha, halo=True) for name, (x, y, ha) in places.items()
        }
        words = "within limits"
        if style.text_width(words, sheet.sizes.label, "semibold") > right - across - 8:
            words = "in limits"
        self._names["within limits"].set(words)

    def update(self, points: Sequence[Point], guess: float | None = None) -> None:
        """Show the way from healthy through ``points``, and the reader's guess (velocity left, %)."""
        end = points[-1]
        x, y = [self._across(p) for p in points], [self._up(p) for p in points]
        self._way.set_data(x, y)
        self._stops.set_data(x[1:-1], y[1:-1])
        self._dot.set_visible(len(points) > 1)
        self._dot.set_data(x[-1:], y[-1:])
        self._dot.set_marker("o" if end.recorded else "X")
        self._highlight(end.verdict if len(points) > 1 else "within limits")
        self._guess(guess)

    def _across(self, point: Point) -> float:
        if not point.recorded:
            return self.x(0) + 12
        return self.x(min(point.velocity_m_per_s, FASTEST_M_PER_S))

    def _up(self, point: Point) -> float:
        if not point.recorded:
            return self.y(0) - 10
        return self.y(min(point.amplitude_uv, HIGHEST_UV))

    def _highlight(self, verdict: str) -> None:
        nothing = verdict == "nothing to record"
        for name, label in self._names.items():
            here = name == verdict or (nothing and name == "slow and small")
            label.set(
                face="semibold" if here else "regular",
                colour=self.sheet.colour(self.role if here else "ink3"),
            )
        self._names["slow and small"].set(verdict if nothing else "slow and small")

    def _guess(self, guess: float | None) -> None:
        for artist in (self._diamond, self._you):
            artist.set_visible(guess is not None)
        if guess is None:
            return
        x = self.x(min(guess / 100 * float(quantity(HEALTHY_VELOCITY)), FASTEST_M_PER_S))
        y = self.box[3] - 10
        self._diamond.set_data([x], [y])
        left = guess > 45
        self._you.set(
            f"you: {percent(guess / 100)}",
            x=x - 11 if left else x + 11,
            ha="right" if left else "left",
            y=y + 5,
        )
