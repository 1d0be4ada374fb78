"""The picture of where numbness begins: a body, its longest fibres, and the part of the skin that they leave."""

from __future__ import annotations

from ...models.nerve_map import NerveMap
from ...scene import style
from ...scene.layout import FOOT, Part, Room, Scene, compose, heading, paragraph, source_line
from ...scene.marks import Mark, Path
from ...scene.text import wrap
from ...words.nerve_map import ALONE, SAME, note, title
from ..outline import Placed
from .body import part_ends_cm
from .enlarged import draw_details
from .fibre_lengths import draw_lengths
from .figure import Figure, draw_body

__all__ = ["nerve_map", "part_ends_cm"]

PLAIN = "Fibres from the spine to toes and fingertips; shaded: numb, where they have died back"
SOURCES = (
    "Lengths of limbs: Huston 2009*. Hands after feet: Makindo, Medscape. Together: Saperstein 2003*. "
    "* source not re-read."
)
DESCRIPTION = (
    "A standing body from the front, with the longest nerve fibres from the spine to the fingertips and to the toes. "
    "What is numb is shaded from the tips upwards, and a fibre's lost end is dashed. On a wide picture the two fibres "
    "also hang side by side from one line, and a hand and a foot are drawn larger. An illustration without numbers."
)
NAMES_ROOM = (
    118  # px from a wide picture's edge to the middle of the body: half an arm's span, or names beside a leg
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
    figure = Figure(
        result, room, Placed(middle, top + 18, scale, scale), room.right - 8 if room.narrow else panel
    )
    parts = [draw_body(figure)]
    if not room.narrow:
        width = room.right - 20 - (panel + 16)
        parts.append(draw_lengths(result, room, panel + 16, top + 50, width, 262))
        parts.append(draw_details(result, panel + 16, top + 352, min(width, 400), 160))
    below = top + 18 + high + 38
    bottom = below + 17 * (_note_lines(room) - 1) + 16
    said = paragraph(room.left + 14, below, note(result), room.inner - 28, role="ink2", name="note")
    foot = source_line(room, SOURCES, bottom + 10)
    card = Part([_card(room, top - 8, bottom)], said)
    return compose(room, foot.bottom + FOOT, [head, card, *parts, foot], DESCRIPTION)


def _note_lines(room: Room) -> int:
    """Lines that the longer note takes, so that what is below does not jump."""
    return max(len(wrap(words, room.inner - 28, 13.5)) for words in (ALONE, SAME))


def _card(room: Room, top: float, bottom: float) -> Mark:
    """The dashed edge of an illustration."""
    corners = ((room.left, top), (room.right, top), (room.right, bottom), (room.left, bottom))
    return Path(corners, stroke="ghost", width=1.2, dash=style.GHOST_DASH, closed=True)
