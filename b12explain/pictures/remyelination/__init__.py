"""The picture of remyelination: the fibre before and after, what else moves a velocity, and the clinic's plane."""

from __future__ import annotations

from ...models.remyelination import Remyelinated
from ...scene.layout import FOOT, Room, Scene, compose, heading, source_line
from ...words.remyelination import done, titles
from ..clinic_plane import Plane
from .clinic import clinic
from .movers import movers
from .strips import strips

APART = 34  # px between the columns, and between panels
COLUMN = 0.54  # of the inner width
PLANE = {True: 280, False: 310}  # height by whether the room is narrow, px
SOURCES = (
    "Limits: Kim 2022 and a laboratory rule (* not re-read). Healthy: published means, of which the model says what "
    "share is left. Foot: a correction in use and Wu 1993. Week: Kong 2009. Trials: Jiang 2018, pooled, "
    "which differ widely: methylcobalamin beside prostaglandin E1 against that alone, in diabetes."
)
DESCRIPTION = (
    "Four stretches of one large fibre from the side, three times: before, stripped, and with new sheaths. Under them "
    "a ruler of what moves a measured velocity, up to twelve metres a second, in four rows: growing sheaths, a colder "
    "foot, another week, and trials. In the clinic: a plane of velocity, from nothing to 60 metres a second, against "
    "amplitude, from nothing to 30 µV, with the laboratory's limits and the nerve's way down and back."
)


def remyelination(result: Remyelinated, room: Room) -> Scene:
    """A remyelinated nerve, from its sheaths to the clinic.

    Parameters
    ----------
    result : Remyelinated
    room : Room
        Its guess: how much of the velocity comes back, %.
    """
    head = heading(room, titles(result), done(result))
    top = head.bottom + 26
    column = room.inner if room.narrow else round(room.inner * COLUMN)
    fibre = strips(result, room, room.left, top, column)
    ruler = movers(result, room, room.left, fibre.bottom + APART, column)
    side = room.left if room.narrow else room.left + column + APART
    high = ruler.bottom + APART + 6 if room.narrow else top
    found = clinic(result, Plane(room, side, high, PLANE[room.narrow], result.criteria))
    foot = source_line(room, SOURCES, max(found.bottom, ruler.bottom) + 22)
    return compose(room, foot.bottom + FOOT, [head, fibre, ruler, found, foot], DESCRIPTION)
