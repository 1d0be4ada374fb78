"""The picture of absorption: how much of a tablet, a meal or an injection gets in or stays."""

from __future__ import annotations

from ...models.absorption import Absorbed, Retained
from ..sheet import Sheet
from .injection import InjectionRows
from .meal import MealCurve
from .tablet import TabletCurve


class AbsorptionView:
    """One sheet for each route, all of one height, so that the page does not jump.

    Parameters
    ----------
    width : int
        CSS px; below 600 the panels stand in one column.
    theme : {"light", "dark"}
    """

    def __init__(self, width: int, theme: str):
        self._make = lambda scene: scene(width, theme)
        self._scenes: dict[type, TabletCurve | MealCurve | InjectionRows] = {}

    def update(self, result: Absorbed | Retained, guess: float | None = None) -> Sheet:
        """Show a result; ``guess`` is what the reader thought would get in of 1,000 µg, in µg."""
        if isinstance(result, Retained):
            kind = InjectionRows
        else:
            kind = {"tablet": TabletCurve, "meal": MealCurve}[result.route]
        scene = self._scenes.get(kind) or self._scenes.setdefault(kind, self._make(kind))
        scene.update(result, guess)
        return scene.sheet
