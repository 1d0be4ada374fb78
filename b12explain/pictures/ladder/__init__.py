"""The picture of the ladder: doses on a ruler whose rungs grow tenfold, or on an ordinary one."""

from __future__ import annotations

from ...models.ladder import Ladder
from ...scene.layout import Room, Scene
from .bars import bars
from .rungs import rungs


def ladder(result: Ladder, room: Room) -> Scene:
    """Doses on the ruler that was chosen; both rulers are of one height.

    Parameters
    ----------
    result : Ladder
    room : Room
        Its guess is how many adult RDAs the reader thought a 1,000 µg tablet holds.
    """
    return (rungs if result.scale == "log" else bars)(result, room)
