"""The longest fibres of leg and arm hung from one line, so that their lengths can be compared."""

from __future__ import annotations

from ...models.nerve_map import NerveMap
from ...scene import style
from ...scene.layout import Part, Room, panel_title
from ...scene.marks import Mark, Path, Text, rule
from ...scene.text import text_width
from .body import part_ends_cm
from .figure import SOFT

TITLES = ("The same fibres, hung from one line", "Hung from one line")
ENDS = (("to the toes", "to the fingertips"), ("to the toes", "fingertips"), ("toes", "fingers"))
LEVEL = ("died back to here", "to here")
NAMES = 66  # px for the places left of the leg's fibre


def draw_lengths(result: NerveMap, room: Room, left: float, top: float, width: float, height: float) -> Part:
    """Two fibres side by side.

    Parameters
    ----------
    result : NerveMap
    room : Room
    left, top, width, height : float
        Place on the picture, CSS px: ``top`` is the line that they hang from, and the longer one is as long as the
        height.
    """
    down = height / result.leg_path_cm
    leg_x = left + NAMES
    gap = min(170.0, (width - NAMES) / 2)
    columns = {"leg": leg_x, "arm": leg_x + gap}
    right = min(left + width, leg_x + 2 * gap)
    still: list[Mark] = [
        panel_title(room, left, top - 14, TITLES, width),
        rule(leg_x - 8, top, right, top, "axis", 1.6, name="line they hang from"),
    ]
    places = (
        ("ankle", part_ends_cm(result)["leg"]["ankle"]),
        ("mid-shin", result.mid_shin_cm),
        ("knee", result.lower_leg_cm),
    )
    for name, from_toes_cm in places:
        y = top + (result.leg_path_cm - from_toes_cm) * down
        still.append(rule(leg_x - 10, y, leg_x - 5, y, "axis"))
        still.append(Text(leg_x - 14, y + 4.5, name, "ink3", anchor="end", name=f"{name} on the fibre"))
    room_for_words = gap - 22
    said = next(
        (pair for pair in ENDS if max(text_width(one, 13.5) for one in pair) <= room_for_words), ENDS[-1]
    )
    still += [Text(x + 11, top + 22, one, "ink2") for x, one in zip(columns.values(), said, strict=True)]
    lengths = {
        "leg": (result.leg_path_cm, result.leg_lost_cm),
        "arm": (result.arm_path_cm, result.arm_lost_cm),
    }
    marks: list[Mark] = []
    for limb, (path_cm, lost_cm) in lengths.items():
        x, cut, end = columns[limb], top + (path_cm - lost_cm) * down, top + path_cm * down
        marks.append(Path(((x, top), (x, cut)), stroke="axon", width=SOFT, round=True, opacity=0.6,
                          name=f"{limb} fibre alive"))  # fmt: skip
        if lost_cm:
            marks.append(Path(((x, cut), (x, end)), stroke="damage", width=1.6, dash=style.GHOST_DASH,
                              name=f"{limb} fibre lost"))  # fmt: skip
    if result.leg_lost_cm and not result.together:
        y = top + (result.leg_path_cm - result.leg_lost_cm) * down
        start = columns["arm"] + 11
        words = next((one for one in LEVEL if text_width(one, 13.5) <= left + width - start), "")
        line = ((leg_x - 3, y), (right, y))
        marks.append(Path(line, stroke="damage", width=1.2, dash=style.GHOST_DASH, name="level"))
        marks.append(Text(start, y - 6, words, "damage", halo=True, name="level in words"))
    return Part(still, marks, top + height)
