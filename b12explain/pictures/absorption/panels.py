"""What the three pictures of absorption share: a plot, and beside it the dose as a thousand squares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...scene.labels import width_of
from ...scene.layout import FOOT, Part, Room, Scene, compose, heading, panel_title, source_line
from ...scene.marks import Dots, Mark, Text
from ...scene.text import first_fitting
from ...words.absorption import typed
from ..squares import Squares

GUESSED_DOSE_UG = 1_000  # what the reader's guess is about
PLOT = {True: 270, False: 322}  # height by whether the room is narrow, px
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


@dataclass(frozen=True)
class Filled:
    """A share of the dose: its name, the role of its squares, how much of the dose it is, and the words of its key."""

    name: str
    role: str
    share: float
    key: str


@dataclass(frozen=True)
class Frame:
    """Title, and where plot and squares are.

    Parameters
    ----------
    room : Room
    head : Part
    """

    room: Room
    head: Part

    @property
    def top(self) -> float:
        """Baseline of the parts' headings, px."""
        return self.head.bottom + 26

    @property
    def plot(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the plot, px."""
        right = self.room.right if self.room.narrow else self.room.right - 236
        return self.room.left + 42, self.top + 22, right - 6, self.top + 22 + PLOT[self.room.narrow]

    @property
    def tight(self) -> bool:
        """Whether names in the plot must be short."""
        left, _, right, _ = self.plot
        return right - left < TIGHT

    @property
    def squares(self) -> Squares:
        """The thousand squares: beside the plot, or under it."""
        room = self.room
        if room.narrow:
            return Squares(room.left, self.plot[3] + 72 + 32, room.inner, 150, 50)
        return Squares(room.right - 190, self.top + 32, 190, 304, 25)


def start(room: Room, title: str | Sequence[str], plain: str) -> Frame:
    """Title and places."""
    return Frame(room, heading(room, title, plain))


def finish(frame: Frame, plot: Part, dose: Part, route: str, description: str) -> Scene:
    """Put plot, squares and the source line of a route together."""
    room = frame.room
    width = room.inner if room.narrow else frame.plot[2] + 6 - room.left
    below = dose.bottom + 26 if room.narrow else frame.plot[3] + 62
    feet = {name: source_line(room, words, below, width) for name, words in SOURCES.items()}
    bottom = max(dose.bottom, *(foot.bottom for foot in feet.values()))
    return compose(room, bottom + FOOT, [frame.head, plot, dose, feet[route]], description)


def draw_dose(
    frame: Frame,
    filled: Sequence[Filled],
    big: str,
    beside: Sequence[str],
    pale: Sequence[str],
    guessed: str = "",
) -> Part:
    """The dose in a thousand squares, with keys, the one big number, and what puts it in proportion.

    Parameters
    ----------
    frame : Frame
    filled : sequence of Filled
        From the bottom.
    big : str
        The number.
    beside : sequence of str
        Lines that put it in proportion.
    pale : sequence of str
        What the pale squares are, in ever fewer words.
    guessed : str
        Words of the reader's guess, without "you"; the amount stands for the dose that was asked about.
    """
    room, squares = frame.room, frame.squares
    left, top = squares.left, squares.top
    marks: list[Mark] = [
        panel_title(room, left, top - 32, "The dose, in 1,000 squares", squares.width),
        Text(left, top - 13, first_fitting(pale, squares.width, 13.5)[0], "ink2"),
        *squares.draw([(one.name, one.role, one.share) for one in filled]),
    ]
    if room.guess is not None:
        marks += squares.draw_guess(room.guess / GUESSED_DOSE_UG, guessed or typed(room.guess))
    return _under(frame, marks, [one for one in filled if one.key], big, beside)


def _under(frame: Frame, marks: list[Mark], keys: Sequence[Filled], big: str, beside: Sequence[str]) -> Part:
    """What stands under the squares: keys, the number beside them or where it must below, and the proportion."""
    room, squares = frame.room, frame.squares
    left, right, first = squares.left, squares.left + squares.width, squares.top + squares.height + 26
    signs = [
        Dots(((left + 6, first - 4.5 + KEY_STEP * row),), one.role, 12, "square", rim_width=0)
        for row, one in enumerate(keys)
    ]
    words = [
        Text(left + 19, first + KEY_STEP * row, one.key, name=f"key of {one.name}")
        for row, one in enumerate(keys)
    ]
    lowest = first + KEY_STEP * (MOST_KEYS - 1) + 36
    number = Text(right, first + 20, big, "b12", room.sizes.big, "semibold", "end", name="big number")
    if left + 19 + max(map(width_of, words)) + 12 > right - width_of(number):
        number = replace(number, y=lowest)
    base = number.y + 25
    anchor, x = ("end", right) if room.narrow else ("start", left)
    lines = [Text(x, base + 17 * row, line, "ink2", anchor=anchor) for row, line in enumerate(beside)]
    kept = base if room.narrow and squares.width > ROOM_FOR_NUMBER else lowest + 25
    return Part(marks=[*marks, *signs, *words, number, *lines], bottom=kept + 17 * len(beside) - 13)
