"""Where the ladder stands: its rail, its scale, and the shaft of the arrow beside it."""

from __future__ import annotations

from dataclasses import dataclass

from ...scene.layout import Room
from ...scene.scale import Scale
from .frame import Frame

LOWEST_UG, HIGHEST_UG = 0.08, 1.2e7
ROOM_FOR_TWO = 300  # px of picture, under which all labels stand on one side
RUNGS = 62  # px that the words of the rungs take on a wide picture


@dataclass(frozen=True)
class Rail:
    """Where the rail (px) and the doses on it (µg → px) are, whether all labels are right of it, and the arrow, px."""

    room: Room
    x: float
    y: Scale
    one_sided: bool
    shaft: float


def rail_in(frame: Frame) -> Rail:
    """The rail of the ladder in its frame."""
    room = frame.room
    one_sided = room.width < ROOM_FOR_TWO
    x = room.left + 8 if one_sided else room.width * (0.47 if room.narrow else 0.41)
    y = Scale(LOWEST_UG, HIGHEST_UG, frame.bottom, frame.top + (42 if one_sided else 24), log=True)
    return Rail(room, x, y, one_sided, room.right - (8 if room.narrow else 150))
