"""A plot of what gets in over the dose, with measured points over it and the dose that the controls are at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ...scene.axes import across, ticks, upright
from ...scene.labels import Box, first_free
from ...scene.layout import panel_title
from ...scene.marks import Dots, Mark, Path, Points, Rings, Text, points_of
from ...scene.scale import Scale
from ...scene.text import first_fitting
from ...tables import Row
from ...words.absorption import ug
from .panels import Frame

STEM = 46  # px from the dose that the controls are at up to its words


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

    def axes(
        self, title: str, words: Sequence[str], doses: Sequence[float], amounts: Sequence[float]
    ) -> list[Mark]:
        """Heading, ticks and grid; ``words`` are those along the doses, the longest first."""
        room, (left, _, right, bottom) = self.frame.room, self.frame.plot
        doses = [*doses[:-2], doses[-1]] if self.frame.tight else doses
        along = first_fitting(words, right - left + 20, room.sizes.label)[0]
        return [
            panel_title(room, room.left, self.frame.top, title, right - room.left),
            *upright(room, self.y, ticks(amounts, "µg"), left, right),
            *across(room, self.x, ticks(doses, "µg"), bottom, words=along),
        ]

    def curve(self, dose_ug, amount_ug, role: str, name: str, **more) -> Path:
        """A curve, up to where it leaves the plot."""
        dose, amount = self._inside(dose_ug, amount_ug)
        return Path(points_of(self.x(dose), self.y(amount)), stroke=role, name=name, **more)

    def between(self, dose_ug, lower_ug, upper_ug, role: str, name: str) -> Path:
        """The area between two curves; where one has left the plot, its edge runs along the top."""
        edge, back = (self._edge(dose_ug, amount_ug) for amount_ug in (upper_ug, lower_ug))
        return Path(edge + back[::-1], fill=role, closed=True, name=name)

    def _edge(self, dose_ug, amount_ug) -> Points:
        dose, amount = self._inside(dose_ug, amount_ug)
        if dose[-1] < dose_ug[-1]:
            dose, amount = np.append(dose, dose_ug[-1]), np.append(amount, self.top_ug)
        return points_of(self.x(dose), self.y(amount))

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

    def cursor(self, dose_ug: float, absorbed_ug: float, taken: Iterable[Box] = ()) -> list[Mark]:
        """The dose that the controls are at; an amount above the plot is named at its top.

        Its words keep off what is ``taken``.
        """
        room, (left, top, _, bottom) = self.frame.room, self.frame.plot
        x, y = self.x(dose_ug), self.y.within(absorbed_ug)
        beyond = absorbed_ug > self.top_ug
        head = max(y - STEM, top - 10)
        said = ug(absorbed_ug)
        words = [f"this dose: {said}, off the top", f"this: {said}", said] if beyond else ["this dose"]
        labels = [
            Text(x + 8, head + 4, one, face="semibold", halo=True, name="this dose in words") for one in words
        ]
        spots = [(x + 8 * side, head + 4 + down, anchor) for down in (0, 12, 24, 44, -14, -28, 70)
                 for side, anchor in ((-1, "end"), (1, "start"))]  # fmt: skip
        inside = (left, top - 17, room.right if room.narrow else room.right - 200, bottom)
        free = (first_free(label, spots, taken, inside) for label in labels)
        return [
            Path(((x, head), (x, y)), stroke="ink", width=1.4, name="cursor"),
            Rings(((x, y),), "b12", 15, 2.6, "up" if beyond else "circle", name="this dose"),
            next(filter(None, free), labels[-1]),
        ]
