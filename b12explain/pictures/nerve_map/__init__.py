"""The picture of where numbness begins: a body, its longest fibres, and the part of the skin that they leave."""

from __future__ import annotations

from ...models.nerve_map import NerveMap
from ...scene import style
from ...scene.layout import FOOT, Part, Room, Scene, compose, heading, paragraph, source_line
from ...scene.marks import Path
from ...scene.text import wrap
from ...words.nerve_map import notes, sources, title
from ..outline import Placed
from .body import limbs_of, part_ends_cm
from .enlarged import draw_details
from .fibre_lengths import draw_lengths
from .figure import Figure, draw_body

__all__ = ["nerve_map", "part_ends_cm"]

PLAIN = "Fibres from the spine to toes and fingertips; shaded: numb, where they have died back"
DESCRIPTION = (
    "A standing body from the front, with the longest nerve fibres from the spine to the fingertips and to the toes. "
    "What is numb is shaded from the tips upwards, and a fibre's lost end is dashed. On a wide picture the two fibres "
    "also hang side by side from one line, and a hand and a foot are drawn larger. An illustration without numbers."
)
NAMES_ROOM = (
    118  # px from a wide picture's edge to the body's middle: half an arm's span, or names beside a leg
)
WORDS_ROOM = 132  # px right of the legs for what is numb


def nerve_map(result: NerveMap, room: Room) -> Scene:
    """Where numbness begins.

    Parameters
    ----------
    result : NerveMap
    room : Room
        Its guess is how far up the legs the reader thought them numb when the hands join, cm.
    """
    head = heading(room, title(result), PLAIN)
    top = head.bottom + (12 if room.narrow else 26)
    high = min(470.0, 2.0 * room.inner) if room.narrow else 520.0
    if room.narrow:
        middle = (0.47 if room.width >= 280 else 0.5) * room.width
    else:
        middle = max(room.left + 16 + NAMES_ROOM, 0.21 * room.width)
    scale = high / 1_000
    panel = middle + 112 * scale + WORDS_ROOM
    limbs, placed = limbs_of(result), Placed(middle, top + 18, scale, scale)
    parts = [draw_body(Figure(result, limbs, room, placed, room.right - 8 if room.narrow else panel))]
    if not room.narrow:
        left, width = panel + 16, room.right - 36 - panel
        parts.append(draw_lengths(result, limbs, room, left, top + 50, width, 262))
        parts.append(draw_details(limbs, left, top + 352, min(width, 400), 160))
    below = top + 18 + high + 38
    told = notes(result, {name: limb.ends_cm for name, limb in limbs.items()})
    lines = max(
        len(wrap(words, room.inner - 28, 13.5)) for words in told.values()
    )  # so that nothing below jumps
    bottom = below + 17 * (lines - 1) + 16
    said = paragraph(room.left + 14, below, told[result.together], room.inner - 28, role="ink2", name="note")
    foot = source_line(room, sources(), bottom + 10)
    (x0, y0), (x1, y1) = (room.left, top - 8), (room.right, bottom)
    corners = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    edge = Path(corners, stroke="ghost", width=1.2, dash=style.GHOST_DASH, closed=True)
    return compose(room, foot.bottom + FOOT, [head, Part([edge], said), *parts, foot], DESCRIPTION)
