"""The longest fibres of leg and arm hung from one line, so that their lengths can be compared."""

from __future__ import annotations

from ...models.nerve_map import NerveMap
from ...scene import style
from ...scene.layout import Part, Room, panel_title
from ...scene.marks import Mark, Path, Text, rule
from ...scene.text import text_width
from .body import Limb, leg_places_cm
from .figure import fibre

TITLES = ("The same fibres, hung from one line", "Hung from one line")
ENDS = (("to the toes", "to the fingertips"), ("to the toes", "fingertips"), ("toes", "fingers"))
LEVEL = ("died back to here", "to here")
NAMES = 66  # px for the places left of the leg's fibre


def draw_lengths(
    result: NerveMap, limbs: dict[str, Limb], room: Room, left: float, top: float, width: float, height: float
) -> Part:
    """Two fibres side by side, hung from ``top``, the longer one as long as the height, CSS px."""
    down = height / result.leg_path_cm
    gap = min(170.0, (width - NAMES) / 2)
    leg_x, arm_x = left + NAMES, left + NAMES + gap
    right = min(left + width, arm_x + gap)
    still: list[Mark] = [
        panel_title(room, left, top - 14, TITLES, width),
        rule(leg_x - 8, top, right, top, "axis", 1.6, name="line they hang from"),
    ]
    for name, from_toes_cm in leg_places_cm(result).items():
        y = top + (result.leg_path_cm - from_toes_cm) * down
        still.append(rule(leg_x - 10, y, leg_x - 5, y, "axis"))
        still.append(Text(leg_x - 14, y + 4.5, name, "ink3", anchor="end", name=f"{name} on the fibre"))
    fitting = (pair for pair in ENDS if max(text_width(one, 13.5) for one in pair) <= gap - 22)
    said = next(fitting, ENDS[-1])
    still += [Text(x + 11, top + 22, one, "ink2") for x, one in zip((leg_x, arm_x), said, strict=True)]
    marks: list[Mark] = []
    for name, x in (("leg", leg_x), ("arm", arm_x)):
        limb = limbs[name]
        cut, end = top + (limb.path_cm - limb.lost_cm) * down, top + limb.path_cm * down
        lost = ((x, cut), (x, end)) if limb.lost_cm else ()
        marks += reversed(fibre(((x, top), (x, cut)), lost, f"{name} fibre"))  # here dashes start at the cut
    if result.leg_lost_cm and not result.together:
        y = top + (result.leg_path_cm - result.leg_lost_cm) * down
        start = arm_x + 11
        words = next((one for one in LEVEL if text_width(one, 13.5) <= left + width - start), "")
        line = ((leg_x - 3, y), (right, y))
        marks.append(Path(line, stroke="damage", width=1.2, dash=style.GHOST_DASH, name="level"))
        marks.append(Text(start, y - 6, words, "damage", halo=True, name="level in words"))
    return Part(still, marks, top + height)
