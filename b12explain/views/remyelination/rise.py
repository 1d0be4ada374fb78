"""The clinic's plane with the fall to block, the way back, and the ceiling that lost axons leave."""

from __future__ import annotations

from ...models.clinic import Point
from ...models.remyelination import Remyelinated
from ..damage.plane import Plane
from ..damage.words import percent


class Rise(Plane):
    """A fall drawn as a ghost, a rise in the colour of repair."""

    def __init__(self, sheet, left, top, width, height):
        self._fall = sheet.ghost(sheet.moving, [], [])
        self._ceiling = sheet.line(sheet.moving, [], [], role="damage", width=1.6, linestyle=(0, (1, 2)))
        super().__init__(sheet, left, top, width, height, role="repair")
        self._bottom = sheet.dots(sheet.moving, [], [], role="damage", marker="X", size=12)
        self._named = sheet.text(sheet.over, left + 8, 0, role="damage", halo=True)

    def show(self, result: Remyelinated, guess: float | None = None) -> None:
        """Show a nerve's fall and rise."""
        start, low, end = result.path
        self.update((start, low, end), guess)
        fall = [(self._across(p), self._up(p)) for p in (start, low)]
        self._fall.set_data(*zip(*fall, strict=True))
        self._way.set_data([self._across(low), self._across(end)], [self._up(low), self._up(end)])
        self._stops.set_visible(False)
        self._bottom.set_data([fall[1][0]], [fall[1][1]])
        self._bottom.set_visible(not low.recorded)
        self._limit_of_axons(result)

    def _limit_of_axons(self, result: Remyelinated) -> None:
        left, _, right, _ = self.box
        left_share = 1 - result.axons_lost
        y = self.y(Point(1.0, left_share).amplitude_uv)
        self._ceiling.set_data([left, right], [y, y])
        self._ceiling.set_visible(result.axons_lost > 0)
        name = self._names["slow and small"].y
        self._named.set(f"axons left: {percent(left_share)}", y=y + 15 if abs(y - 5 - name) < 14 else y - 5)
        self._named.set_visible(result.axons_lost > 0)
