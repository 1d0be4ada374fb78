"""The picture of regrowth: a limb as the vertical axis, months across, and an axon on its way down."""

from __future__ import annotations

from ...models.regrowth import Regrowth
from ..sheet import Sheet
from .scene import LimbScene


class RegrowthView:
    """One sheet for each limb, of one height, so that the page does not jump.

    Parameters
    ----------
    width : int
        CSS px; below 600 labels shorten and the limb gets narrower.
    theme : {"light", "dark"}
    """

    def __init__(self, width: int, theme: str):
        self._make = lambda limb: LimbScene(limb, width, theme)
        self._scenes: dict[str, LimbScene] = {}

    def update(self, result: Regrowth, guess: float | None = None, moment: float | None = None) -> Sheet:
        """Show a result at a moment, in months since the injury; ``guess`` is when the reader thought it arrives."""
        name = result.limb.name
        scene = self._scenes.get(name) or self._scenes.setdefault(name, self._make(name))
        scene.update(result, guess, moment)
        return scene.sheet
