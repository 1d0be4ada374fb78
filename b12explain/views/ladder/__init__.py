"""The dose ladder: one list of doses on two rulers, a logarithmic one that climbs and a linear one that does not."""

from __future__ import annotations

from ...models.ladder import Ladder
from ..sheet import Sheet
from .bars import LadderBars
from .rungs import LadderRungs


class LadderView:
    """A sheet for each scale, both of one height.

    Parameters
    ----------
    width : int
        CSS px; below 600 names are short and the arrow moves in.
    theme : {"light", "dark"}
    """

    def __init__(self, width: int, theme: str):
        self._make = lambda scale: {"log": LadderRungs, "linear": LadderBars}[scale](width, theme)
        self._scenes: dict[str, LadderRungs | LadderBars] = {}

    def update(self, result: Ladder, guess: float | None = None) -> Sheet:
        """Show a ladder; ``guess`` is how many adult RDAs the reader thought a 1,000 µg tablet holds."""
        scene = self._scenes.get(result.scale) or self._scenes.setdefault(
            result.scale, self._make(result.scale)
        )
        scene.update(result, guess)
        return scene.sheet
