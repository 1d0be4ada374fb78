"""The three fibres of the race: what their marks are called, how fast they are, and where they are drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ...models.race import Race
from ...scene.layout import Room
from ...scene.marks import Dots, Mark, Path, Text
from ...scene.text import first_fitting
from ...words import race as words

NAMES_WIDE, TIMES_WIDE = 176, 104  # px of the columns beside lanes that have room for them
LANES = 3


@dataclass(frozen=True)
class Runner:
    """One of the fibres.

    Parameters
    ----------
    key : str
        What its marks are called.
    names : tuple of str
        What it is, longest wording first.
    velocity_m_per_s : float
        NaN where the wave dies.
    role : str
        Of what it has run.
    """

    key: str
    names: tuple[str, ...]
    velocity_m_per_s: float
    role: str

    @property
    def goes(self) -> bool:
        """Whether it gets anywhere."""
        return math.isfinite(self.velocity_m_per_s)

    def draw(self, start: float, end: float, y: float, share: float, size: float, what: str) -> list[Mark]:
        """What it has run of a lane, and its signal; a cross where it dies."""
        if not self.goes:
            cross = Dots(((start + 6, y),), "damage", 12, "cross", rim_width=0, name=f"{self.key}: dies")
            return [cross]
        x = start + share * (end - start)
        run = Path(((start, y), (x, y)), stroke=self.role, width=5, name=f"{self.key}: run, {what}")
        return [run, Dots(((x, y),), "spike", size, name=f"{self.key}: signal, {what}")]

    def called(self, x: float, y: float, width: float, what: str) -> Text:
        """Its name."""
        said = first_fitting(self.names, width, 13.5)[0]
        face = "semibold" if self.role == "axon" else "regular"
        return Text(x, y, said, face=face, name=f"{self.key}: name, {what}")


def runners(result: Race) -> tuple[Runner, Runner, Runner]:
    """This fibre, one as wide that never had myelin, and the thin one."""
    mine, wide, thin = words.names(result)
    return (
        Runner("this fibre", mine, result.velocity_m_per_s, "axon"),
        Runner("as wide, unmyelinated", wide, result.unmyelinated_m_per_s, "ghost"),
        Runner("thin, unmyelinated", thin, result.thin_m_per_s, "ghost"),
    )


def lane_ends(room: Room) -> tuple[float, float]:
    """Left and right end of lanes, px."""
    if room.narrow:
        return room.left, room.right
    return room.left + NAMES_WIDE, room.right - TIMES_WIDE
