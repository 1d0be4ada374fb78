"""What the three pictures of absorption share: a plot, and beside it the dose as a thousand squares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...amounts import typed
from ...scene.labels import Box, width_of
from ...scene.layout import FOOT, Part, Room, Scene, compose, heading, panel_title, source_line
from ...scene.marks import Dots, Mark, Text
from ...scene.text import first_fitting
from ..squares import Squares

GUESSED_DOSE_UG = 1_000  # what the reader's guess is about
TIGHT = 190  # px of plot, under which names in it are short
KEY_STEP, MOST_KEYS = 21, 2
ROOM_FOR_NUMBER = 280  # px of squares, from which on the one big number always fits beside the keys
#: Where each picture's numbers come from; all keep the room of the longest, so that the page does not jump.
SOURCES = {
    "tablet": "Points: Carmel 2008, table 1; Adams 1971. Curve: two paths fitted to them. Dotted: where nine in ten "
    "such means should fall; without intrinsic factor, the published range.",
    "meal": "Curve: equation pooled from eight studies of labelled food, Doets 2013. Dots: means of single foods, "
    "liver also as IOM 1998 gives it.",
    "injection": "One dot a study: where they disagree, all stand.",
}
UNABSORBED = ("pale: passed through unabsorbed", "pale: not absorbed")
Filled = tuple[
    str, str, float, str
]  # name and role of squares, share of the dose, and the words of their key, if any


@dataclass(frozen=True)
class Frame:
    """Title, baseline of the parts' headings, and the places of plot and squares."""

    room: Room
    head: Part
    top: float
    plot: Box
    squares: Squares

    @property
    def tight(self) -> bool:
        """Whether names in the plot must be short."""
        return self.plot[2] - self.plot[0] < TIGHT


def start(room: Room, title: str | Sequence[str], plain: str) -> Frame:
    """Title and places; the squares stand beside the plot, or under it."""
    head = heading(room, title, plain)
    top = head.bottom + 26
    left, upper, right = room.left + 42, top + 22, room.right - 6
    if room.narrow:
        plot, squares = (
            (left, upper, right, upper + 270),
            Squares(room.left, upper + 374, room.inner, 150, 50),
        )
    else:
        plot, squares = (left, upper, right - 236, upper + 322), Squares(right - 184, top + 32, 190, 304, 25)
    return Frame(room, head, top, plot, squares)


def finish(frame: Frame, plot: Part, dose: Part, route: str, description: str) -> Scene:
    """Put plot, squares and the source line of a route together."""
    room = frame.room
    width = room.inner if room.narrow else frame.plot[2] + 6 - room.left
    below = dose.bottom + 26 if room.narrow else frame.plot[3] + 62
    feet = {name: source_line(room, words, below, width) for name, words in SOURCES.items()}
    bottom = max(dose.bottom, *(foot.bottom for foot in feet.values()))
    return compose(room, bottom + FOOT, [frame.head, plot, dose, feet[route]], description)


def draw_dose(
    frame: Frame, filled: Sequence[Filled], big: str, beside: Sequence[str], pale: Sequence[str], of: str = ""
) -> Part:
    """The dose in a thousand squares, with keys, the one big number, and what puts it in proportion.

    Parameters
    ----------
    frame : Frame
    filled : sequence of Filled
        From the bottom.
    big : str
        The number; it stands beside the keys or where it must below.
    beside : sequence of str
        Lines that put it in proportion.
    pale : sequence of str
        What the pale squares are, in ever fewer words.
    of : str
        What the reader's guess is a part of, where the squares are not the dose that was asked about.
    """
    room, squares = frame.room, frame.squares
    left, top, right = squares.left, squares.top, squares.left + squares.width
    marks: list[Mark] = [
        panel_title(room, left, top - 32, "The dose, in 1,000 squares", squares.width),
        Text(left, top - 13, first_fitting(pale, squares.width, 13.5)[0], "ink2"),
        *squares.draw([(name, role, share) for name, role, share, _ in filled]),
    ]
    if room.guess is not None:
        marks += squares.draw_guess(room.guess / GUESSED_DOSE_UG, typed(room.guess, "µg") + of)
    first, signs, keys = top + squares.height + 26, [], []
    for name, role, _, key in (one for one in filled if one[-1]):
        y = first + KEY_STEP * len(keys)
        signs.append(Dots(((left + 6, y - 4.5),), role, 12, "square", rim_width=0))
        keys.append(Text(left + 19, y, key, name=f"key of {name}"))
    lowest = first + KEY_STEP * (MOST_KEYS - 1) + 36
    number = Text(right, first + 20, big, "b12", room.sizes.big, "semibold", "end", name="big number")
    if left + 19 + max(map(width_of, keys)) + 12 > right - width_of(number):
        number = replace(number, y=lowest)
    base, (x, anchor) = number.y + 25, (right, "end") if room.narrow else (left, "start")
    lines = (Text(x, base + 17 * row, line, "ink2", anchor=anchor) for row, line in enumerate(beside))
    kept = base if room.narrow and squares.width > ROOM_FOR_NUMBER else lowest + 25
    return Part(marks=[*marks, *signs, *keys, number, *lines], bottom=kept + 17 * len(beside) - 13)
