"""Where the ladder stands: its rail, its scale, and the shaft of the arrow beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ...scene.scale import Scale
from .frame import Frame

LOWEST_UG, HIGHEST_UG = 0.08, 1.2e7
ROOM_FOR_TWO = 300  # px of picture, under which all labels stand on one side


@dataclass(frozen=True)
class Rail:
    """The rail of the ladder in its frame."""

    frame: Frame
    TICKS: ClassVar[float] = 62  # px that the words of the rungs take on a wide picture

    @property
    def one_sided(self) -> bool:
        """Whether all labels stand on the right."""
        return self.frame.room.width < ROOM_FOR_TWO

    @property
    def x(self) -> float:
        """Of the rail, px."""
        room = self.frame.room
        if self.one_sided:
            return room.left + 8
        return room.width * (0.47 if room.narrow else 0.41)

    @property
    def top(self) -> float:
        """Upper end of the rail, px."""
        return self.frame.top + (42 if self.one_sided else 24)

    @property
    def y(self) -> Scale:
        """Dose, µg → px."""
        return Scale(LOWEST_UG, HIGHEST_UG, self.frame.bottom, self.top, log=True)

    @property
    def shaft(self) -> float:
        """Of the arrow, px."""
        room = self.frame.room
        return room.right - (8 if room.narrow else 150)
