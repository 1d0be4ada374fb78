"""The picture of the race: a metre as the first signal arrives, its first 40 mm slowed down, the sheath, velocities."""

from __future__ import annotations

from ...models.race import Race
from ...scene.layout import FOOT, Room, Scene, compose, heading, source_line
from ...words import race as words
from .lanes import first_mm, metre
from .plane import plane
from .ruler import ruler
from .sheath import sheath
from .wave import wave

AT_REST_MS = 0.36  # a telling moment: the wave is half way
APART = 44  # px from a part to the heading of the next
DESCRIPTION = (
    "Three lanes of one metre, from toe to spine: the fibre of the controls, one as wide that never had myelin, and "
    "a thin one that never had any, each with where its signal is when the first arrives and how long a metre takes. "
    "Under them a log ruler of how many times sooner, from 1 to 100,000. Then the first 40 mm of the lanes, slowed "
    "down, with the potential inside the first fibre along it. Then the fibre cut lengthwise at a node, to scale, and "
    "velocity over diameter, from 0 to 125 m/s and 0 to 17 µm."
)


def race(result: Race, room: Room) -> Scene:
    """Draw a race.

    Parameters
    ----------
    result : Race
    room : Room
        Its guess is how many times sooner the reader thought that the signal arrives; its moment is in ms since the
        signals set out.
    """
    moment = AT_REST_MS if room.moment is None else room.moment
    head = heading(room, words.title(result), words.plain(result))
    far = metre(result, room, head.bottom + 26)
    sooner = ruler(result, room, far.bottom + 36)
    near = first_mm(result, room, sooner.bottom + APART, moment)
    inside = wave(result, room, near.bottom + (44 if room.narrow else 16), moment)
    left, inner, below = room.left, room.inner, inside.bottom + APART
    if room.narrow:
        cut = sheath(result, room, left, below, inner)
        velocities = plane(result, room, left, cut.bottom + APART, inner)
    else:
        cut = sheath(result, room, left, below, 0.54 * inner)
        velocities = plane(result, room, left + 0.58 * inner, below, 0.42 * inner)
    foot = source_line(room, words.SOURCES, max(cut.bottom, velocities.bottom) + 20)
    return compose(
        room, foot.bottom + FOOT, [head, far, sooner, near, inside, cut, velocities, foot], DESCRIPTION
    )
