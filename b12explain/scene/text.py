"""Text by its width: measured from the bundled font, wrapped, shortened, or said in the first wording that fits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
FONT_FILES = {"regular": "SourceSans3-Regular", "semibold": "SourceSans3-Semibold"}


@lru_cache(maxsize=2)
def _font(face: str):
    """The bundled font of a face ("regular", "semibold"), of which an em has a hundred units."""
    from PIL import ImageFont

    return ImageFont.truetype(str(FONTS / f"{FONT_FILES[face]}.ttf"), 100)


def text_width(text: str, size: float, face: str = "regular") -> float:
    """Advance width of one line of text in CSS px, measured from the bundled font."""
    words = text.split(" ")
    return size * (sum(_word_width(word, face) for word in words) + (len(words) - 1) * _word_width(" ", face))


@lru_cache(maxsize=8_192)
def _word_width(word: str, face: str) -> float:
    """Width in ems: of its letters, and of how close each two stand.

    So that words never seen before, as numbers are, cost no call of the font: there are few letters and pairs.
    """
    apart = sum(_advance(letter, face) for letter in word)
    return apart + sum(_kern(one + other, face) for one, other in pairwise(word))


@lru_cache(maxsize=1_024)
def _advance(letter: str, face: str) -> float:
    return _font(face).getlength(letter) / 100


@lru_cache(maxsize=8_192)
def _kern(pair: str, face: str) -> float:
    return _font(face).getlength(pair) / 100 - _advance(pair[0], face) - _advance(pair[1], face)


def wrap(text: str, width: float, size: float, face: str = "regular") -> list[str]:
    """Break text into the fewest lines that fit, then balance them so that no line is an orphan.

    Breaks at ordinary spaces only: a no-break space keeps a number with its unit.
    """
    return list(_wrapped(text, float(width), float(size), face))


@lru_cache(maxsize=2_048)
def _wrapped(text: str, width: float, size: float, face: str) -> tuple[str, ...]:
    words = text.split(" ")
    widths = [text_width(word, size, face) for word in words]
    space = size * _word_width(" ", face)
    lines = _fill(widths, width, space)
    if len(lines) > 1:
        for limit in range(int(width * 0.5), int(width), 8):  # the narrowest measure with as many lines
            tight = _fill(widths, limit, space)
            if len(tight) == len(lines) and max(end for _, _, end in tight) <= width:
                lines = tight
                break
    return tuple(" ".join(words[start:stop]) for start, stop, _ in lines)


def shorten(name: str, room: float, size: float, face: str = "regular") -> str:
    """A name, or what stands before its first comma, or as much of its start as there is room for."""
    words = name.split(",")[0].split(" ")
    cut = [" ".join(words[:count]) + "…" for count in range(len(words) - 1, 0, -1)]
    cut += [words[0][:count] + "…" for count in range(len(words[0]) - 1, 3, -1)]
    fitting = (text for text in (name, " ".join(words), *cut) if text_width(text, size, face) <= room)
    return next(fitting, "")


def _fill(widths: list[float], width: float, space: float) -> list[tuple[int, int, float]]:
    """Lines as first word, word after the last, and width; a word that is wider than the measure has its own."""
    lines, start, filled = [], 0, widths[0]
    for i, one in enumerate(widths[1:], 1):
        if filled + space + one > width:
            lines.append((start, i, filled))
            start, filled = i, one
        else:
            filled += space + one
    return [*lines, (start, len(widths), filled)]


def first_fitting(
    wordings: str | Sequence[str], width: float, size: float, face: str = "regular", lines: int = 1
) -> list[str]:
    """Lines of the first wording that fits; if none does, the last one in as many lines as it takes.

    Parameters
    ----------
    wordings : str or sequence of str
        The longest first.
    width : float
        Room, CSS px.
    size : float
        Type size, CSS px.
    face : {"regular", "semibold"}
    lines : int
        Lines that there is room for.

    Returns
    -------
    list of str
    """
    for words in [wordings] if isinstance(wordings, str) else wordings:
        found = wrap(words, width, size, face)
        if len(found) <= lines and all(text_width(line, size, face) <= width for line in found):
            return found
    return found
