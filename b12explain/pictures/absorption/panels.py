"""What the three pictures of absorption share: a plot, and beside it the dose as a thousand squares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...scene.labels import width_of
from ...scene.layout import FOOT, Part, Room, Scene, compose, heading, panel_title, source_line
from ...scene.marks import Dots, Mark, Text
from ...words.absorption import ug
from ..squares import Squares

GUESSED_DOSE_UG = 1_000  # what the reader's guess is about
PLOT = {True: 270, False: 322}  # height by whether the room is narrow, px


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
    def squares(self) -> Squares:
        """The thousand squares: beside the plot, or under it."""
        room = self.room
        if room.narrow:
            return Squares(room.left, self.plot[3] + 72 + 32, room.inner, 150, 50)
        return Squares(room.right - 190, self.top + 32, 190, 304, 25)


def start(room: Room, title: str | Sequence[str], plain: str) -> Frame:
    """Title and places."""
    return Frame(room, heading(room, title, plain))


def finish(frame: Frame, plot: Part, dose: Part, source: str, description: str) -> Scene:
    """Put plot, squares and source line together."""
    room = frame.room
    width = room.inner if room.narrow else frame.plot[2] + 6 - room.left
    below = dose.bottom + 26 if room.narrow else frame.plot[3] + 62
    foot = source_line(room, source, below, width)
    return compose(room, max(foot.bottom, dose.bottom) + FOOT, [frame.head, plot, dose, foot], description)


def draw_dose(
    frame: Frame, filled: Sequence[Filled], big: str, beside: Sequence[str], pale: str, guessed: str = ""
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
    pale : str
        What the pale squares are.
    guessed : str
        Words of the reader's guess, without "you"; the amount stands for the dose that was asked about.
    """
    room, squares = frame.room, frame.squares
    left, right, top = squares.left, squares.left + squares.width, squares.top
    marks: list[Mark] = [
        panel_title(room, left, top - 32, "The dose, in 1,000 squares", squares.width),
        Text(left, top - 13, pale, "ink2"),
        *squares.draw([(one.name, one.role, one.share) for one in filled]),
    ]
    if room.guess is not None:
        marks += squares.draw_guess(room.guess / GUESSED_DOSE_UG, guessed or ug(room.guess))
    y = top + squares.height + 26.5
    keys = [one for one in filled if one.key]
    for row, one in enumerate(keys):
        marks.append(Dots(((left + 6, y - 4.5 + row * 22),), one.role, 12, "square", rim_width=0))
        marks.append(Text(left + 19, y + row * 22, one.key, name=f"key of {one.name}"))
    number = Text(right, y + 21, big, "b12", room.sizes.big, "semibold", "end", name="big number")
    widest = max(
        (width_of(mark) for mark in marks if isinstance(mark, Text) and mark.name.startswith("key")),
        default=0,
    )
    below = left + 19 + widest + 12 > right - width_of(number)  # no room beside the keys
    shift = len(keys) * 22 + 6 if below else 0
    number = Text(right, y + 21 + shift - (4 if below else 0), big, "b12", room.sizes.big, "semibold", "end",
                  name="big number")  # fmt: skip
    base = max(y + 44, number.y + 22)
    anchor, x = ("end", right) if room.narrow else ("start", left)
    marks += [
        number,
        *(Text(x, base + 17 * row, line, "ink2", anchor=anchor) for row, line in enumerate(beside)),
    ]
    return Part(marks=marks, bottom=base + 17 * (len(beside) - 1) + 4)
