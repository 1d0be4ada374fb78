"""Text that is cheap to draw again: each word is drawn once and then stamped.

Shaping and rasterising glyphs is most of the time that a picture full of labels takes (about a millisecond a
label). The words of a picture change little from one state to the next, so their pixels are kept.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke
from matplotlib.text import Text

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
                pixels, descent = _stamp(word, part, self.size, self.colour, self.face, self.halo, renderer.dpi)
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
    fine = _fineness(dpi)
    scale = dpi / 72
    descent = round(size * scale * 0.35) + _PAD
    height = round(size * scale) + descent + _PAD
    width = round(style.text_width(word, size, face) * scale) + 2 * _PAD + 1
    text = Text(
        _PAD * fine + part, descent * fine, word, color=colour, fontproperties=style.fonts()[face], fontsize=size,
        parse_math=False,
    )  # fmt: skip
    if halo:
        text.set_path_effects([withStroke(linewidth=style.HALO, foreground=halo)])
    text.set_figure(Figure(dpi=dpi * fine))
    renderer = RendererAgg(width * fine, height * fine, dpi * fine)
    text.draw(renderer)
    return _average(np.asarray(renderer.buffer_rgba()), fine)[::-1].copy(), descent


def _average(pixels: np.ndarray, fine: int) -> np.ndarray:
    """Average blocks of fine × fine pixels, colours weighted by their opacity."""
    rows, columns = pixels.shape[0] // fine, pixels.shape[1] // fine
    blocks = pixels.astype(np.float32).reshape(rows, fine, columns, fine, 4).swapaxes(1, 2).reshape(rows, columns, -1, 4)
    opacity = blocks[..., 3].sum(axis=2)
    colour = (blocks[..., :3] * blocks[..., 3:]).sum(axis=2) / np.maximum(opacity, 1)[..., None]
    return np.rint(np.dstack([colour, opacity / fine**2])).astype(np.uint8)
