"""The picture of absorption: how much of a tablet, a meal or an injection gets in or stays."""

from __future__ import annotations

from ...models.absorption import Absorbed, Retained
from ...scene.layout import Room, Scene
from .injection import injection
from .meal import meal
from .tablet import tablet


def absorption(result: Absorbed | Retained, room: Room) -> Scene:
    """One picture for each route.

    Parameters
    ----------
    result : Absorbed or Retained
    room : Room
        Its guess is what the reader thought would get in of 1,000 µg, µg.
    """
    if isinstance(result, Retained):
        return injection(result, room)
    return (tablet if result.route == "tablet" else meal)(result, room)
