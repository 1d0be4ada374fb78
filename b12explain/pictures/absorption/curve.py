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
    """Scales of doses (µg, logarithmic) and of what gets in (µg), in a frame."""

    frame: Frame
    x: Scale
    y: Scale

    @staticmethod
    def over(frame: Frame, dose_ug: tuple[float, float], top_ug: float) -> Plot:
        """A plot from the least dose to the most, and from nothing to ``top_ug``."""
        left, top, right, bottom = frame.plot
        return Plot(frame, Scale(*dose_ug, left, right, log=True), Scale(0, top_ug, bottom, top))

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

    def curve(self, dose_ug, amount_ug, name: str, **looks) -> Path:
        """A curve, up to where it leaves the plot."""
        return Path(self._inside(dose_ug, amount_ug), name=name, **looks)

    def between(self, dose_ug, lower_ug, upper_ug, role: str, name: str) -> Path:
        """The area between two curves; where one has left the plot, its edge runs along the top."""
        edge, back = (self._inside(dose_ug, one, dose_ug[-1:]) for one in (upper_ug, lower_ug))
        return Path(edge + back[::-1], fill=role, closed=True, name=name)

    def _inside(self, dose_ug, amount_ug, on_to: Sequence[float] = ()) -> Points:
        """A curve up to the top of the plot, where it is cut straight across, or goes on along it to some doses."""
        top, beyond = self.y.high, np.flatnonzero(amount_ug > self.y.high)
        if len(beyond):
            first, ends = beyond[0], slice(beyond[0] - 1, beyond[0] + 1)
            leaves = np.exp(np.interp(top, amount_ug[ends], np.log(dose_ug[ends])))
            dose_ug = np.concatenate([dose_ug[:first], [leaves], on_to])
            amount_ug = np.concatenate([amount_ug[:first], [top], [top] * len(on_to)])
        return points_of(self.x(dose_ug), self.y(amount_ug))

    def points(self, rows: Sequence[Row], role: str, shape: str, name: str) -> list[Mark]:
        """Measured points; those whose source was not re-read are hollow."""
        filled, hollow = (
            tuple((self.x(row.dose_ug), self.y(row.absorbed_ug)) for row in rows if row.read == read)
            for read in (True, False)
        )
        marks: list[Mark] = [Dots(filled, role, 9, shape, name=name)] if filled else []
        return [*marks, Rings(hollow, role, 8, 2, shape, name=f"{name}, not re-read")] if hollow else marks

    def cursor(self, dose_ug: float, absorbed_ug: float, taken: Iterable[Box] = ()) -> list[Mark]:
        """The dose that the controls are at, its words off what is ``taken``; an amount above is named at the top."""
        room, (left, top, _, bottom) = self.frame.room, self.frame.plot
        x, y, said = self.x(dose_ug), self.y.within(absorbed_ug), ug(absorbed_ug)
        beyond, head = absorbed_ug > self.y.high, max(y - STEM, top - 10)
        words = [f"this dose: {said}, off the top", f"this: {said}", said] if beyond else ["this dose"]
        *labels, last = (
            Text(x + 8, head + 4, one, face="semibold", halo=True, name="this dose in words") for one in words
        )
        spots = [(x + 8 * side, head + 4 + down, anchor) for down in (0, 12, 24, 44, -14, -28, 70)
                 for side, anchor in ((-1, "end"), (1, "start"))]  # fmt: skip
        inside = (left, top - 17, room.right if room.narrow else room.right - 200, bottom)
        return [
            Path(((x, head), (x, y)), stroke="ink", width=1.4, name="cursor"),
            Rings(((x, y),), "b12", 15, 2.6, "up" if beyond else "circle", name="this dose"),
            first_free([*labels, last], spots, taken, inside) or last,
        ]
