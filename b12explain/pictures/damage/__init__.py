"""The picture of a damaged nerve: its axons, one fibre, the nerve's potential, and the clinic's plane."""

from __future__ import annotations

from ...models.damage import Damaged
from ...scene.layout import FOOT, Room, Scene, compose, heading, source_line
from ...words.damage import EXAMPLES, example, plain, titles
from ..clinic_plane import Plane
from .axons import axons
from .clinic import clinic
from .one_fibre import one_fibre
from .people import people
from .potential import potential

APART = 34  # px between the columns, and between panels
BADGE, ONE_LINE = 170, 500  # px that the badge takes, and that the longest title needs on one line
COLUMN = 0.54  # of the inner width
PLANE = {True: 280, False: 322}  # height by whether the room is narrow, px
SOURCES = (
    "Limits: Kim 2022 and a laboratory rule (* not re-read). Healthy: published means, of which the model says what "
    "share is left. Grey ways: {} lost. People: Hemmer 1998."
).format("; ".join(map(example, EXAMPLES)))
DESCRIPTION = (
    "In the nerve: forty axons cut across. In one large fibre: its sheath from the side, over the time at which each "
    "node fires. At the electrode: the potential on the skin over ten milliseconds, beside the healthy one. In the "
    "clinic: a plane of velocity, from nothing to 60 metres a second, against amplitude, from nothing to 30 µV, with "
    "the laboratory's limits, the ways that lost myelin, lost axons and both take from healthy, and this nerve's own "
    "way. In people: nine dots, sorted by their nerve test."
)


def damage(result: Damaged, room: Room) -> Scene:
    """A damaged nerve from its axons to the clinic.

    Parameters
    ----------
    result : Damaged
    room : Room
        Its guess: how much of the velocity is left, %.
    """
    beside_badge = room.inner - BADGE
    head = heading(
        room, titles(result), plain(result), lines=1 if room.narrow or beside_badge > ONE_LINE else 2
    )
    top = head.bottom + 26
    column = room.inner if room.narrow else round(room.inner * COLUMN)
    nerve = axons(result, room, room.left, top, column)
    fibre = one_fibre(result, room, room.left, nerve.bottom + APART, column)
    skin = potential(result, room, room.left, fibre.bottom + APART, column)
    side = room.left if room.narrow else room.left + column + APART
    high = skin.bottom + APART + 6 if room.narrow else top
    found = clinic(result, Plane(room, side, high, PLANE[room.narrow], result.criteria))
    series = people(result, side, found.bottom + APART, room.right - side)
    last = max(series.bottom, skin.bottom)
    foot = source_line(room, SOURCES, last + 22)
    parts = [head, nerve, fibre, skin, found, series, foot]
    return compose(room, foot.bottom + FOOT, parts, DESCRIPTION)
