"""The picture of regrowth: a limb as the vertical axis, months across, and an axon on its way down."""

from __future__ import annotations

from ...models.regrowth import Regrowth
from ...scene.layout import FOOT, Room, Scene, compose, source_line
from ...words.regrowth import PLACES, sources
from .frame import MOST_MONTHS, REST_MONTHS, axes, start
from .key import draw_key
from .limb import draw_limb
from .plot import draw_plot

__all__ = ["MOST_MONTHS", "REST_MONTHS", "regrowth"]

DESCRIPTION = (
    "{limb} from the side, from {start} past {joint} to {target}, is the vertical axis; months since the injury, "
    "from 0 to 48, run across. A wedge of possible rates falls from where the axon died back to its target, with "
    "the chosen rate as a line in it. An upright line is the moment; how far the axon is back by then is drawn on "
    "the limb too. A hatched strip is when muscles recover poorly."
)


def regrowth(result: Regrowth, room: Room) -> Scene:
    """An axon on its way back.

    Parameters
    ----------
    result : Regrowth
    room : Room
        Its guess is when the reader thought it arrives, months; its moment is in months since the injury, 0 to 48, by
        default 12.
    """
    frame = start(result, room)
    plot = draw_plot(frame)
    key = draw_key(frame, named=any(mark.name == "faster in words" for mark in plot.marks))
    foot = source_line(room, sources(), key.bottom + 26 + frame.place.end_px - frame.foot)
    words = dict(zip(("start", "joint", "target"), PLACES[result.limb.name], strict=True))
    description = DESCRIPTION.format(limb={"arm": "An arm", "leg": "A leg"}[result.limb.name], **words)
    parts = [frame.head, axes(frame), draw_limb(frame), plot, key, foot]
    return compose(room, foot.bottom + FOOT, parts, description)
