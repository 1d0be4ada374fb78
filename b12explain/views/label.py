"""Text that is cheap to draw again: each word is drawn once and then stamped.

Shaping and rasterising glyphs is most of the time that matplotlib takes for a picture full of labels (one or two
milliseconds a label). Pillow does it faster, and as the words of a picture change little from one state to the next,
their pixels are kept.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from matplotlib.artist import Artist
from PIL import Image, ImageColor, ImageDraw

from . import style

_PAD = 6  # device px around a word for what overhangs its advance, and for the halo


class Label(Artist):
    """One line of text, anchored at its baseline.

    Parameters
    ----------
    x, y : float
        Anchor, in the units of the artist's transform.
    text : str
    size : float
        Type size in points (CSS px on a sheet).
    colour : str
        Hex colour of the letters.
    face : {"regular", "semibold", "italic"}
    ha : {"left", "center", "right"}
    halo : str or None
        Colour of a rim that keeps the letters legible where they cross a line.
    """

    def __init__(self, x, y, text, *, size, colour, face="regular", ha="left", halo=None):
        super().__init__()
        self.x, self.y, self.text = x, y, text
        self.size, self.colour, self.face, self.ha, self.halo = size, colour, face, ha, halo

    def set(self, text=None, x=None, y=None, **more):
        """Change what is said and where; what is not named stays."""
        self.text = self.text if text is None else text
        self.x = self.x if x is None else x
        self.y = self.y if y is None else y
        for name, value in more.items():
            setattr(self, name, value)

    @property
    def width(self) -> float:
        """Advance width in CSS px."""
        return style.text_width(self.text, self.size, self.face)

    @property
    def left(self) -> float:
        """Left edge in the units of the artist's transform."""
        return self.x - {"left": 0, "center": 0.5, "right": 1}[self.ha] * self.width

    def draw(self, renderer):
        """Stamp the words from left to right."""
        if not self.text or not self.get_visible():
            return
        scale = renderer.dpi / 72
        x, y = self.get_transform().transform((self.left, self.y))
        gc = renderer.new_gc()
        space = style.text_width(" ", self.size, self.face)
        for word in self.text.split(" "):
            if word:
                whole, part = divmod(round(x * _fineness(renderer.dpi)), _fineness(renderer.dpi))
                pixels, descent = _stamp(
                    word, part, self.size, self.colour, self.face, self.halo, renderer.dpi
                )
                renderer.draw_image(gc, whole - _PAD, round(y) - descent, pixels)
            x += (style.text_width(word, self.size, self.face) + space) * scale
        gc.restore()


def _fineness(dpi: float) -> int:
    """How much finer a word is drawn, either way, before it is averaged down."""
    return 4 if dpi < 144 else 2


@lru_cache(maxsize=1500)
def _stamp(word, part, size, colour, face, halo, dpi) -> tuple[np.ndarray, int]:
    """Pixels of one word (rows from the bottom, RGBA) and how far they reach below the baseline.

    Drawn large, ``part`` fine pixels to the right, and averaged down: glyphs are placed on whole pixels, and at one
    pixel a CSS pixel the gaps between letters and words would be visibly uneven.
    """
    fine, scale = _fineness(dpi), dpi / 72
    font = style.font(face, size * scale * fine)
    descent = round(size * scale * 0.35) + _PAD
    height = round(size * scale) + descent + _PAD
    width = round(style.text_width(word, size, face) * scale) + 2 * _PAD + 1

    def ink(rim: float) -> np.ndarray:
        page = Image.new("L", (width * fine, height * fine))
        at = (_PAD * fine + part, (height - descent) * fine)
        ImageDraw.Draw(page).text(at, word, fill=255, font=font, anchor="ls", stroke_width=rim)
        return np.asarray(page.reduce(fine), np.float32) / 255

    letters = ink(0)
    cover = np.maximum(letters, ink(style.HALO / 2 * scale * fine)) if halo else letters
    share = (letters / np.maximum(cover, 1e-6))[..., None]  # of the ink that is letters and not halo
    rgb = share * _rgb(colour) + (1 - share) * _rgb(halo or colour)
    return np.rint(np.dstack([rgb, 255 * cover])).astype(np.uint8)[::-1].copy(), descent


def _rgb(colour: str) -> np.ndarray:
    return np.array(ImageColor.getrgb(colour), np.float32)
