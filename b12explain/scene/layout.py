"""What all pictures share: the room they get, title, badge, source line, and parts that are put together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from . import style
from .marks import Dots, Mark, Path, Text
from .text import first_fitting, shorten, text_width, wrap

PLAIN_STEP, SOURCE_STEP = 18, 16  # px from line to line
BADGE_HEIGHT, BADGE_SIZE = 24.0, 13.0


@dataclass(frozen=True)
class Room:
    """What a picture is drawn into.

    Parameters
    ----------
    width : float
        CSS px, 200 to 1,000; another is a ValueError.
    guess : float, optional
        What the reader guessed, in the unit of the story's prediction; None where it is not to be drawn.
    moment : float, optional
        Of a picture with a time of its own; None for the moment at rest.
    """

    width: float
    guess: float | None = None
    moment: float | None = None

    def __post_init__(self):
        if not style.LEAST_WIDTH <= self.width <= style.MOST_WIDTH:
            raise ValueError(
                f"width must be between {style.LEAST_WIDTH} and {style.MOST_WIDTH:,} px; got {self.width!r}. "
                "Draw at the nearest of these."
            )

    @property
    def narrow(self) -> bool:
        """Whether parts stand under one another."""
        return self.width < style.NARROW_BELOW

    @property
    def sizes(self) -> style.Sizes:
        """Type sizes and margin."""
        return style.sizes_for(self.width)

    @property
    def left(self) -> float:
        """Inner left edge, px."""
        return self.sizes.margin

    @property
    def right(self) -> float:
        """Inner right edge, px."""
        return self.width - self.sizes.margin

    @property
    def inner(self) -> float:
        """Width between the margins, px."""
        return self.right - self.left


@dataclass(frozen=True)
class Part:
    """A part of a picture.

    Parameters
    ----------
    frame, marks : sequence of Mark
        What is seen before the reader has guessed (axes, grid, headings), and the rest, in the order of painting.
    bottom : float
        Its lowest pixel.
    """

    frame: Sequence[Mark] = ()
    marks: Sequence[Mark] = ()
    bottom: float = 0.0


@dataclass(frozen=True)
class Scene:
    """A picture as data: what two painters know how to paint.

    Parameters
    ----------
    width, height : float
        CSS px.
    frame, marks : tuple of Mark
        Painted in this order; before the reader has guessed only the frame.
    description : str
        What kind of picture it is, for the ear: its parts and axes, the same in every state that shows them.
    """

    width: float
    height: float
    frame: tuple[Mark, ...]
    marks: tuple[Mark, ...]
    description: str = field(default="", kw_only=True)

    @property
    def all(self) -> tuple[Mark, ...]:
        """All marks in the order of painting."""
        return self.frame + self.marks

    def named(self, name: str) -> tuple[Mark, ...]:
        """The marks of a name, in the order of painting."""
        return tuple(mark for mark in self.all if mark.name == name)

    def one(self, name: str) -> Mark:
        """The only mark of a name.

        Raises
        ------
        KeyError
            If there is none or more than one.
        """
        found = self.named(name)
        if len(found) != 1:
            names = ", ".join(sorted({mark.name for mark in self.all if mark.name}))
            raise KeyError(f"{len(found)} marks are named {name!r}; there are {names}")
        return found[0]


def with_badge(scene: Scene, room: Room, honesty: str) -> Scene:
    """A scene with its honesty level; whoever tells the story knows it, the picture does not."""
    return replace(scene, frame=badge(room, honesty) + scene.frame)


def compose(room: Room, height: float, parts: Sequence[Part], description: str) -> Scene:
    """A scene of parts: all their frames first, then all their marks."""
    return Scene(
        room.width,
        math.ceil(height),
        tuple(mark for part in parts for mark in part.frame),
        tuple(mark for part in parts for mark in part.marks),
        description=description,
    )


def badge(room: Room, honesty: str) -> tuple[Mark, ...]:
    """The honesty level, top right, or above the title on a narrow picture."""
    width = text_width(honesty, BADGE_SIZE) + 36
    x, y = room.left if room.narrow else room.right - width, 20.0
    middle, half = y + BADGE_HEIGHT / 2, BADGE_HEIGHT / 2
    pill = Path(
        ((x + half, middle), (x + width - half, middle)), stroke="wash", width=BADGE_HEIGHT, round=True
    )
    if honesty.startswith("measured"):
        sign: Mark = Dots(((x + 15, middle),), "ink2", 7, rim_width=0)
    else:
        dash = (5.0, 3.0) if honesty.startswith("illustrative") else ()
        sign = Path(((x + 9, middle), (x + 21, middle)), stroke="ink2", width=2.4, dash=dash)
    return pill, sign, Text(x + 27, y + 16.5, honesty, "ink2", BADGE_SIZE, name="badge")


def heading(
    room: Room,
    title: str | Sequence[str],
    plain: str | Sequence[str],
    *,
    lines: int = 1,
    under: int = 1,
) -> Part:
    """A title that states the finding, beside or under the room for the badge, and a plain line under it.

    Of several wordings, longest first, the first that fits is taken; where none does, the last one takes more lines.
    So many lines are kept for either, one more on a narrow picture, that what is below does not jump.
    """
    sizes, step = room.sizes, room.sizes.title * 1.28
    lines, under = (lines + 1, under + 1) if room.narrow else (lines, under)
    beside_badge = room.inner if room.narrow else room.inner - 170
    first = (54 if room.narrow else 22) + sizes.title
    said = first_fitting(title, beside_badge, sizes.title, "semibold", lines)
    below = first_fitting(plain, room.inner, sizes.subtitle, lines=under)
    marks: list[Mark] = [
        Text(room.left, first + row * step, line, size=sizes.title, face="semibold", name="title")
        for row, line in enumerate(said)
    ]
    top = first + (len(said) - 1) * step + 22
    marks += [
        Text(room.left, top + row * PLAIN_STEP, line, "ink2", sizes.subtitle, name="subtitle")
        for row, line in enumerate(below)
    ]
    kept = first + max(lines, len(said)) * step + max(under, len(below)) * (PLAIN_STEP + 1)
    return Part(marks=marks, bottom=kept)


def source_line(room: Room, words: str, top: float, width: float | None = None) -> Part:
    """Where the picture's facts come from, at its foot; ``top`` is where the letters may start.

    The picture ends 14 px below the part's bottom.
    """
    size = room.sizes.source
    lines = wrap(words, width or room.inner, size)
    y = top + size
    texts = [
        Text(room.left, y + row * SOURCE_STEP, line, "ink3", size, name="source")
        for row, line in enumerate(lines)
    ]
    return Part(marks=texts, bottom=y + (len(lines) - 1) * SOURCE_STEP)


FOOT = 14  # px from the last line of a picture to its edge


def panel_title(room: Room, x: float, y: float, wordings: str | Sequence[str], width: float) -> Text:
    """The heading of a part: the first wording that fits, or as much of the last as does."""
    size, face = 14, "semibold"
    known = [wordings] if isinstance(wordings, str) else wordings
    fitting = (words for words in known if text_width(words, size, face) <= width)
    return Text(x, y, next(fitting, None) or shorten(known[-1], width, size, face), size=size, face=face)


def paragraph(
    x: float, y: float, words: str, width: float, *, step: float = 17, size: float = 13.5, **more
) -> list[Text]:
    """Text in as many lines as it needs, the first with its baseline at ``y``."""
    face = more.get("face", "regular")
    return [
        Text(x, y + row * step, line, size=size, **more)
        for row, line in enumerate(wrap(words, width, size, face))
    ]
