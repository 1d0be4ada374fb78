"""The limb on the left: what of its axon lives, what is lost, and how far it is back by the moment."""

from __future__ import annotations

import numpy as np

from ...models.regrowth import DAYS_PER_MONTH
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
    placed = _placed(frame)
    return Part(_still(frame, placed), _grown(frame, placed))


def _placed(frame: Frame) -> Placed:
    metre = frame.place(1_000) - frame.place(0)
    squeeze = min(
        1.0, frame.limb_room / (metre * WIDTH_OF_PATH)
    )  # no room for a whole foot on a narrow picture
    middle = frame.room.left + metre * squeeze * MIDDLE[frame.limb.name]
    return Placed(middle, frame.top, metre * squeeze / 1_000, metre / 1_000)


def _still(frame: Frame, placed: Placed) -> list[Mark]:
    drawn, path_mm = drawing(frame.limb.name), frame.limb.path_mm
    skin, (route,) = drawn.lines["skin"], drawn.starting("route")
    marks: list[Mark] = []
    lowest = skin[:, 1].max() + 1
    for from_tip in range(SLICE_MM, int(path_mm) + 1, SLICE_MM):
        bottom = lowest if from_tip == SLICE_MM else path_mm - from_tip + SLICE_MM
        top = min(0.0, skin[:, 1].min()) if from_tip > path_mm - SLICE_MM else path_mm - from_tip
        piece = placed(between(skin, top, bottom))
        name = f"{mm(from_tip)} from the tip"
        marks.append(Path(piece, fill="wash", closed=True, name=name, sets=frame.sets(from_tip)))
    marks.append(Path(placed(skin), stroke="axis", width=1.7, round=True, name="limb"))
    marks.append(Path(placed.all(drawn.starting("mark")), stroke="axis", width=0.9, round=True))
    lived = stretch(route, route[0, 1], frame.result.from_mm)
    lost = stretch(route, frame.result.from_mm, path_mm)
    return [
        *marks,
        Path(placed(lost), stroke="ghost", width=style.GHOST_LINE, dash=style.GHOST_DASH, name="lost"),
        Path(placed(lived), stroke="ink2", width=3, round=True, name="alive"),
    ]


def _grown(frame: Frame, placed: Placed) -> list[Mark]:
    result = frame.result
    (route,) = drawing(frame.limb.name).starting("route")
    sure, chosen, most = result.grown_mm(frame.moment_months * DAYS_PER_MONTH)
    part = lambda length: placed(stretch(route, result.from_mm, result.from_mm + length))  # noqa: E731
    marks: list[Mark] = []
    if most:
        marks.append(Path(part(most), stroke="repair_tint", width=9, round=True, name="possible"))
    if sure:
        marks.append(Path(part(sure), stroke="repair", width=4.5, round=True, name="sure"))
    if result.brief_days is not None:
        grown = min(result.distance_mm, result.most_in_mm(result.brief_days))
        marks.append(Path(part(grown), stroke="b12", width=9, name="brief"))
        lines = (f"{brief(result)}:", f"{most_in_brief(result)} at most")
        marks += [
            Text(
                frame.room.left,
                frame.top - 26 + 16 * row,
                line,
                "b12",
                face="semibold",
                name="brief in words",
            )
            for row, line in enumerate(lines)
        ]
    cone = np.array([stretch(route, *[result.from_mm + chosen] * 2)[0]])
    return [*marks, Dots(placed(cone), "repair", 13, name="front on the limb")]
