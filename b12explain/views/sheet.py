"""A sheet of paper to draw on: a matplotlib figure laid out in CSS pixels from the top left.

Artists go into layers, so that a change redraws only what moves:

``frame``
    axes, grid and headings: shown from the start, even before the reader has guessed.
``fixed``
    what the picture always shows once the answer may be seen.
``moving``
    what follows the controls.
``over``
    what stays put, but is drawn over what moves: measured points over a curve.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, Polygon, Rectangle
from matplotlib.transforms import Affine2D

from . import style
from .label import Label


@dataclass(frozen=True)
class Scale:
    """Maps a quantity to pixels: ``Scale(0.5, 5_000, 60, 480, log=True)(50)``."""

    low: float
    high: float
    start_px: float
    end_px: float
    log: bool = False

    def __call__(self, value):
        """Position in CSS px of a number or of each number of a sequence."""
        if isinstance(value, Iterable):
            value = np.asarray(value, float)
        logarithm = math.log10 if isinstance(value, int | float) else np.log10
        position = logarithm(value) if self.log else value
        low, high = (math.log10(end) if self.log else end for end in (self.low, self.high))
        return self.start_px + (position - low) / (high - low) * (self.end_px - self.start_px)


class Sheet:
    """A figure of fixed size whose coordinates are CSS pixels from the top left.

    Parameters
    ----------
    width, height : float
        Size in CSS px.
    theme : {"light", "dark"}
    """

    def __init__(self, width: float, height: float, theme: str = "light"):
        self.width, self.height = width, height
        self.palette = style.THEMES[theme]
        self.sizes = style.sizes_for(width)
        self.narrow = width < style.NARROW_BELOW
        self.figure = Figure(figsize=(width / 72, height / 72), dpi=72, facecolor=self.palette.paper)
        self.pixels = (
            Affine2D().scale(1 / 72, -1 / 72).translate(0, height / 72) + self.figure.dpi_scale_trans
        )
        self.frame: list[Artist] = []
        self.fixed: list[Artist] = []
        self.moving: list[Artist] = []
        self.over: list[Artist] = []

    def colour(self, role: str) -> str:
        """The hex colour of a role, or the colour itself if it is one."""
        return role if role.startswith("#") else getattr(self.palette, role)

    def add(self, layer: list[Artist], artist: Artist) -> Artist:
        """Put an artist, in pixel coordinates, on a layer."""
        artist.set_figure(self.figure)
        artist.set_transform(self.pixels)
        layer.append(artist)
        return artist

    def text(
        self, layer, x, y, text="", *, role="ink", size=None, face="regular", ha="left", halo=False
    ) -> Label:
        """One line of text whose baseline starts, centres or ends at (x, y)."""
        label = Label(
            x, y, text, size=size or self.sizes.label, colour=self.colour(role), face=face, ha=ha,
            halo=self.palette.paper if halo else None,
        )  # fmt: skip
        return self.add(layer, label)

    def line(
        self, layer, x: Sequence[float], y: Sequence[float], *, role="axis", width=style.AXIS_LINE, **more
    ):
        """A line through points given in pixels."""
        more.setdefault("solid_capstyle", "butt")
        return self.add(layer, Line2D(x, y, color=self.colour(role), linewidth=width, **more))

    def dots(
        self, layer, x, y, *, role="b12", size=style.DOT, marker="o", hollow=False, rim=style.RIM, width=2.0
    ):
        """Dots with a rim of paper, so that they stay apart when they touch; hollow ones have only an outline."""
        colour = self.colour(role)
        face, edge, edge_width = (
            (self.palette.paper, colour, width) if hollow else (colour, self.palette.paper, rim)
        )
        return self.add(
            layer,
            Line2D(x, y, linestyle="none", marker=marker, markersize=size, markerfacecolor=face,
                   markeredgecolor=edge, markeredgewidth=edge_width),
        )  # fmt: skip

    def area(self, layer, points, *, role, **more):
        """A filled polygon without outline."""
        return self.add(
            layer, Polygon(points, closed=True, facecolor=self.colour(role), edgecolor="none", **more)
        )

    def box(self, layer, x, y, width, height, *, role, **more):
        """A filled rectangle without outline; ``y`` is its top."""
        return self.add(
            layer, Rectangle((x, y), width, height, facecolor=self.colour(role), edgecolor="none", **more)
        )

    def badge(self, honesty: str) -> None:
        """The honesty level, top right, or above the title on a narrow sheet."""
        width = style.text_width(honesty, 13) + 36
        x = self.sizes.margin if self.narrow else self.width - self.sizes.margin - width
        y = 20
        pill = FancyBboxPatch((x + 13, y), width - 26, 24, boxstyle="round,pad=0,rounding_size=0.1")
        pill.set_boxstyle("round", pad=0, rounding_size=12)
        pill.set_bounds(x, y, width, 24)
        pill.set_facecolor(self.palette.wash)
        pill.set_edgecolor("none")
        self.add(self.frame, pill)
        if honesty.startswith("measured"):
            self.dots(self.frame, [x + 15], [y + 12], role="ink2", size=7, rim=0)
        else:
            dash = style.GHOST_DASH if honesty.startswith("illustrative") else "-"
            self.line(self.frame, [x + 9, x + 21], [y + 12] * 2, role="ink2", width=2.4, linestyle=dash)
        self.text(self.frame, x + 27, y + 16.5, honesty, role="ink2", size=13)

    @property
    def title_top(self) -> float:
        """Where the title block starts, in px from the top."""
        return 54 if self.narrow else 22

    def title_block(self, layer, lines: int | None = None, plain: int = 2) -> TitleBlock:
        """Room for a title of at most ``lines`` lines (2, or 3 if narrow) and plain text under it."""
        return TitleBlock(self, layer, lines or (3 if self.narrow else 2), plain)

    def source_line(self, layer, text: str, width: float | None = None) -> float:
        """Where the picture's facts come from, at the foot; returns the top of its letters, px."""
        width = width or self.width - 2 * self.sizes.margin
        lines = style.wrap(text, width, self.sizes.source)
        for row, line in enumerate(lines):
            y = self.height - 14 - 16 * (len(lines) - 1 - row)
            self.text(layer, self.sizes.margin, y, line, role="ink3", size=self.sizes.source)
        return self.height - 14 - 16 * (len(lines) - 1) - self.sizes.source

    def ghost(self, layer, x, y):
        """A dashed grey outline: what was healthy, before, or filtered out."""
        return self.line(layer, x, y, role="ghost", width=style.GHOST_LINE, linestyle=style.GHOST_DASH)


def titled_sheet(
    width: float, theme: str, heights: Mapping[str, float], honesty: str, plain: int = 3
) -> tuple[Sheet, TitleBlock]:
    """A sheet with its badge and room for a title of one line, on a narrow sheet two.

    Parameters
    ----------
    width : float
        CSS px.
    theme : {"light", "dark"}
    heights : mapping
        Height of a ``wide`` and of a ``narrow`` sheet, CSS px.
    honesty : str
        What the badge says.
    plain : int
        Lines of plain text under the title on a narrow sheet; on a wide one there is one.
    """
    sheet = Sheet(width, heights["narrow" if width < style.NARROW_BELOW else "wide"], theme)
    sheet.badge(honesty)
    return sheet, sheet.title_block(sheet.moving, *((2, plain) if sheet.narrow else (1, 1)))


class TitleBlock:
    """A title that states the finding, wrapped to the sheet, with one plain line under it."""

    def __init__(self, sheet: Sheet, layer: list[Artist], lines: int, plain: int):
        self.sheet = sheet
        sizes, left = sheet.sizes, sheet.sizes.margin
        self._step = sizes.title * 1.28
        self._first = sheet.title_top + sizes.title
        self._titles = [
            sheet.text(layer, left, self._first + row * self._step, size=sizes.title, face="semibold")
            for row in range(lines)
        ]
        self._plain = [sheet.text(layer, left, 0, role="ink2", size=sizes.subtitle) for _ in range(plain)]

    def bottom(self) -> float:
        """Lowest pixel the block can reach."""
        return self._first + len(self._titles) * self._step + len(self._plain) * 19

    def set(self, title: str | Sequence[str], plain: str | Sequence[str]) -> None:
        """Show a title and the line under it; of several wordings, longest first, the first that fits.

        Raises
        ------
        ValueError
            If even the last wording needs more room than there is.
        """
        sheet, sizes = self.sheet, self.sheet.sizes
        room = sheet.width - 2 * sizes.margin
        beside_badge = room if sheet.narrow else room - 170
        lines = self._fit(title, self._titles, beside_badge, sizes.title, "semibold")
        under = self._fit(plain, self._plain, room, sizes.subtitle, "regular")
        for label, line in zip(self._titles, [*lines, *[""] * 9], strict=False):
            label.set(line)
        top = self._first + (len(lines) - 1) * self._step + 22
        for row, (label, line) in enumerate(zip(self._plain, [*under, *[""] * 9], strict=False)):
            label.set(line, y=top + row * 18)

    def _fit(self, wordings: str | Sequence[str], labels: list[Label], room: float, size: float, face: str):
        for words in [wordings] if isinstance(wordings, str) else wordings:
            lines = style.wrap(words, room, size, face)
            if len(lines) <= len(labels) and all(
                style.text_width(line, size, face) <= room for line in lines
            ):
                return lines
        raise ValueError(
            f"no room for {words!r} in {len(labels)} lines of {room:.0f} px; give a shorter wording too"
        )
