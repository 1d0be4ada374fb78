"""The limb on the left: what of its axon lives, what is lost, and how far it is back by the moment."""

from __future__ import annotations

import numpy as np

from ...scene import style
from ...scene.layout import Part
from ...scene.marks import Dots, Mark, Path, Text
from ...words.regrowth import brief, mm, most_in_brief
from ..outline import Placed, between, drawing, stretch
from .frame import Frame

SLICE_MM = 200  # of the limb, for the pointer
WIDTH_OF_PATH = 0.30  # of the longest limb drawn, in parts of its length
MIDDLE = {"leg": 0.108, "arm": 0.075}  # where a drawing's own axis is, in the same parts from the left edge


def draw_limb(frame: Frame) -> Part:
    """Outline and axon as they were on the day of the injury, and what has grown since."""
    metre = frame.place(1_000) - frame.place(0)
    across = min(metre, frame.limb_room / WIDTH_OF_PATH)  # no room for a whole foot on a narrow picture
    middle = frame.room.left + across * MIDDLE[frame.limb.name]
    placed = Placed(middle, frame.top, across / 1_000, metre / 1_000)
    return Part(_still(frame, placed), _grown(frame, placed))


def _still(frame: Frame, placed: Placed) -> list[Mark]:
    drawn, path_mm, from_mm = drawing(frame.limb.name), frame.limb.path_mm, frame.result.from_mm
    skin, route = drawn.lines["skin"], drawn.lines["route"]
    marks: list[Mark] = []
    bottom = skin[:, 1].max() + 1
    for from_tip in range(SLICE_MM, int(path_mm) + 1, SLICE_MM):
        top = min(0.0, skin[:, 1].min()) if from_tip > path_mm - SLICE_MM else path_mm - from_tip
        marks.append(Path(placed(between(skin, top, bottom)), fill="wash", closed=True,
                          name=f"{mm(from_tip)} from the tip", sets=frame.sets(from_tip)))  # fmt: skip
        bottom = top
    lost, lives = stretch(route, from_mm, path_mm), stretch(route, route[0, 1], from_mm)
    return [
        *marks,
        Path(placed(skin), stroke="axis", width=1.7, round=True, name="limb"),
        Path(placed.all(drawn.starting("mark")), stroke="axis", width=0.9, round=True),
        Path(placed(lost), stroke="ghost", width=style.GHOST_LINE, dash=style.GHOST_DASH, name="lost"),
        Path(placed(lives), stroke="ink2", width=3, round=True, name="alive"),
    ]


def _grown(frame: Frame, placed: Placed) -> list[Mark]:
    result, route = frame.result, drawing(frame.limb.name).lines["route"]
    sure, chosen, most = result.grown_mm(frame.moment_days)

    def grown(length_mm: float, role: str, width: float, name: str, *, round: bool = True) -> list[Mark]:
        part = stretch(route, result.from_mm, result.from_mm + length_mm)
        return [Path(placed(part), stroke=role, width=width, round=round, name=name)] if length_mm else []

    marks = grown(most, "repair_tint", 9, "possible") + grown(sure, "repair", 4.5, "sure")
    if result.brief_days is not None:
        length_mm = min(result.distance_mm, result.most_in_mm(result.brief_days))
        marks += grown(length_mm, "b12", 9, "brief", round=False)
        marks += [
            Text(frame.room.left, y, line, "b12", face="semibold", name="brief in words")
            for y, line in (
                (frame.top - 26, f"{brief(result)}:"),
                (frame.top - 10, f"{most_in_brief(result)} at most"),
            )
        ]
    cone = np.array([stretch(route, *[result.from_mm + chosen] * 2)[0]])
    return [*marks, Dots(placed(cone), "repair", 13, name="front on the limb")]
