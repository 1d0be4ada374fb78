"""A plot of what gets in over the dose, with measured points over it and the dose that the controls are at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ...scene.axes import across, ticks, upright
from ...scene.labels import width_of
from ...scene.layout import panel_title
from ...scene.marks import Dots, Mark, Path, Points, Rings, Text, points_of
from ...scene.scale import Scale
from ...tables import Row
from ...words.absorption import ug
from .panels import Frame


@dataclass(frozen=True)
class Plot:
    """Axes of doses and of what gets in.

    Parameters
    ----------
    frame : Frame
    dose_ug : (float, float)
        Ends of the axis of doses, which is logarithmic.
    top_ug : float
        Top of the plot.
    """

    frame: Frame
    dose_ug: tuple[float, float]
    top_ug: float

    @property
    def x(self) -> Scale:
        """Dose, µg → px."""
        left, _, right, _ = self.frame.plot
        return Scale(*self.dose_ug, left, right, log=True)

    @property
    def y(self) -> Scale:
        """Amount absorbed, µg → px."""
        _, top, _, bottom = self.frame.plot
        return Scale(0, self.top_ug, bottom, top)

    def axes(self, title: str, words: str, doses: Sequence[float], amounts: Sequence[float]) -> list[Mark]:
        """Heading, ticks and grid."""
        room, (left, _, right, bottom) = self.frame.room, self.frame.plot
        return [
            panel_title(room, room.left, self.frame.top, title, right - room.left),
            *upright(room, self.y, ticks(amounts, "µg"), left, right),
            *across(room, self.x, ticks(doses, "µg"), bottom, words=words),
        ]

    def curve(self, dose_ug, amount_ug, role: str, name: str, **more) -> Path:
        """A curve, up to where it leaves the plot."""
        dose, amount = self._inside(dose_ug, amount_ug)
        return Path(points_of(self.x(dose), self.y(amount)), stroke=role, name=name, **more)

    def between(self, dose_ug, lower_ug, upper_ug, role: str, name: str) -> Path:
        """The area between two curves, up to where they leave the plot."""
        (high_dose, high), (low_dose, low) = (
            self._inside(dose_ug, amount) for amount in (upper_ug, lower_ug)
        )
        edge = points_of(self.x(high_dose), self.y(high))
        back = points_of(self.x(low_dose), self.y(low))[::-1]
        return Path(edge + back, fill=role, closed=True, name=name)

    def _inside(self, dose_ug, amount_ug) -> tuple[np.ndarray, np.ndarray]:
        """A curve up to the top of the plot, where it is cut straight across."""
        dose, amount = np.asarray(dose_ug, float), np.asarray(amount_ug, float)
        beyond = np.flatnonzero(amount > self.top_ug)
        if not len(beyond):
            return dose, amount
        first = beyond[0]
        leaves = np.exp(
            np.interp(self.top_ug, amount[first - 1 : first + 1], np.log(dose[first - 1 : first + 1]))
        )
        return np.append(dose[:first], leaves), np.append(amount[:first], self.top_ug)

    def points(self, rows: Iterable[Row], role: str, shape: str, name: str) -> list[Mark]:
        """Measured points; those whose source was not re-read are hollow."""
        rows = tuple(rows)
        hollow = [row for row in rows if not row.read]
        filled = [row for row in rows if row.read]
        marks: list[Mark] = [Dots(self._places(filled), role, 9, shape, name=name)] if filled else []
        rings = Rings(self._places(hollow), role, 8, 2, shape, name=f"{name}, not re-read")
        return [*marks, rings] if hollow else marks

    def _places(self, rows: Sequence[Row]) -> Points:
        return points_of(self.x([row.dose_ug for row in rows]), self.y([row.absorbed_ug for row in rows]))

    def cursor(self, dose_ug: float, absorbed_ug: float) -> list[Mark]:
        """The dose that the controls are at; an amount above the plot is named at its top."""
        left, top, _, _ = self.frame.plot
        x, beyond = self.x(dose_ug), absorbed_ug > self.top_ug
        y = self.y.within(absorbed_ug)
        head = max(y - 46, top - 10)
        words = f"this dose: {ug(absorbed_ug)}, off the top" if beyond else "this dose"
        label = Text(
            x - 8, head + 4, words, face="semibold", anchor="end", halo=True, name="this dose in words"
        )
        if x - 8 - width_of(label) < left:
            label = Text(x + 8, head + 4, words, face="semibold", halo=True, name="this dose in words")
        shape = "up" if beyond else "circle"
        return [
            Path(((x, head), (x, y)), stroke="ink", width=1.4, name="cursor"),
            Rings(((x, y),), "b12", 15, 2.6, shape, name="this dose"),
            label,
        ]
