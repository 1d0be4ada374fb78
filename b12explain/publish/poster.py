"""Still pictures: scenes painted by matplotlib, for where there is no page to paint them. Nobody else knows matplotlib.

Nothing is kept between calls, so that two threads can paint at once, and the same scene gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import singledispatch
from io import BytesIO
from typing import Any

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgba
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path as Outline
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2D
from PIL import Image

from ..explore.story import Story
from ..scene import style
from ..scene.labels import ANCHORS, width_of
from ..scene.layout import Room, Scene
from ..scene.marks import SHAPES, Dots, Path, Rings, Text
from ..scene.text import FONT_FILES, FONTS, wrap

WIDTH, SMALL, DENSITY = 760, 360, 2
MOST_SMALL = 2
COLOURS = 128
SENTENCE_SIZE, SENTENCE_LINE, SENTENCE_FOOT = 16, 23, 12  # CSS px
BAR_WIDTH, BAR_GAP = 4, 16  # of the line beside a sentence, CSS px


def poster(story: Story, state: Mapping[str, Any] | None = None) -> bytes:
    """A state large with its sentence under it, and contrasting presets small below.

    Parameters
    ----------
    story : Story
    state : mapping, optional
        The large one; that at rest if not given.

    Returns
    -------
    bytes
        A light PNG, 760 CSS px wide at twice the density. The same state gives the same bytes on one machine.
    """
    state = story.at_rest if state is None else state
    contrasts = [other for other in (story.state(preset=name) for name in story.posters) if other != state]
    picture, words = paint(_still(story, state, WIDTH)), paint(_words(story.sentence(story.model(**state))))
    small = [paint(_still(story, other, SMALL)) for other in contrasts[:MOST_SMALL]]
    gap = (WIDTH - MOST_SMALL * SMALL) * DENSITY // MOST_SMALL
    below = picture.height + words.height + gap
    placed = [(picture, 0, 0), (words, 0, picture.height)]
    placed += [(one, gap // 2 + i * (one.width + gap), below) for i, one in enumerate(small)]
    bottom = max(top + one.height for one, _, top in placed)
    page = Image.new("RGB", (WIDTH * DENSITY, bottom), style.LIGHT.paper)
    for one, left, top in placed:
        page.paste(one, (left, top))
    return _png(page)


def _still(story: Story, state: Mapping[str, Any], width: float) -> Scene:
    return story.scene(story.model(**state), Room(width, moment=story.film.at_rest if story.film else None))


def _words(sentence: str) -> Scene:
    """A sentence as a scene, since pages that show a still show nothing beside it."""
    room = Room(WIDTH)
    x, lines = room.left + BAR_GAP, wrap(sentence, room.inner - BAR_GAP, SENTENCE_SIZE)
    bottom = SENTENCE_LINE * len(lines)
    bar = Path(((room.left + 2, 2), (room.left + 2, bottom)), stroke="b12", width=BAR_WIDTH)
    baselines = (SENTENCE_LINE * (row + 0.74) for row in range(len(lines)))
    texts = [Text(x, y, line, size=SENTENCE_SIZE) for y, line in zip(baselines, lines, strict=True)]
    return Scene(WIDTH, bottom + SENTENCE_FOOT, (), (bar, *texts))


def _png(picture: Image.Image) -> bytes:
    """PNG of few colours: they are flat, so it is a quarter of the bytes and no difference to see."""
    out = BytesIO()
    few = picture.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def paint(scene: Scene, theme: str = "light", density: float = DENSITY) -> Image.Image:
    """A scene as pixels.

    Parameters
    ----------
    scene : Scene
    theme : {"light", "dark"}
    density : float
        Device pixels per CSS pixel.
    """
    brush = _Brush(scene, style.THEMES[theme], density)
    for mark in scene.all:
        _draw(mark, brush)
    pixels = np.asarray(brush.renderer.buffer_rgba())
    return Image.fromarray(np.ascontiguousarray(pixels[..., :3]))


class _Brush:
    """Paints outlines in CSS px from the top left, in the colours of a palette."""

    def __init__(self, scene: Scene, palette: style.Palette, density: float):
        width, height = round(scene.width * density), round(scene.height * density)
        self.renderer = RendererAgg(width, height, 72 * density)  # a point is a CSS px
        self.palette = palette
        self.to_pixels = Affine2D().scale(density, -density).translate(0, height)
        paper = Outline([(0, 0), (scene.width, 0), (scene.width, scene.height), (0, scene.height), (0, 0)])
        self.paint(paper, fill="paper")

    def paint(
        self, outline: Outline, *, fill: str = "", stroke: str = "", width: float = 0.0,
        dash: Sequence[float] = (), round: bool = False, opacity: float = 1.0,
    ) -> None:  # fmt: skip
        """Fill an outline, stroke it, or both; roles are empty for none."""
        context = GraphicsContextBase()
        context.set_snap(False)
        context.set_antialiased(True)
        context.set_capstyle("round" if round else "butt")
        context.set_joinstyle("round" if round else "miter")
        context.set_linewidth(width if stroke else 0)
        if dash:
            context.set_dashes(0, list(dash))
        context.set_foreground(self._colour(stroke or fill), isRGBA=True)
        context.set_alpha(opacity)
        self.renderer.draw_path(context, outline, self.to_pixels, self._colour(fill) if fill else None)

    def _colour(self, role: str) -> tuple[float, float, float, float]:
        return to_rgba(getattr(self.palette, role))


@singledispatch
def _draw(mark, brush: _Brush) -> None:
    raise TypeError(f"no mark is a {type(mark).__name__}; see b12explain.scene.marks")


@_draw.register
def _(mark: Path, brush: _Brush) -> None:
    vertices, codes, pen = [], [], Outline.MOVETO
    for point in mark.points:
        if point is not None:
            vertices.append(point)
            codes.append(pen)
        pen = Outline.MOVETO if point is None else Outline.LINETO
    if not vertices:
        return
    if mark.closed:
        vertices.append((0, 0))
        codes.append(Outline.CLOSEPOLY)
    brush.paint(Outline(vertices, codes), fill=mark.fill, stroke=mark.stroke, width=mark.width, dash=mark.dash,
                round=mark.round, opacity=mark.opacity)  # fmt: skip


@_draw.register
def _(mark: Dots, brush: _Brush) -> None:
    rim = mark.rim if mark.rim_width else ""
    for outline in _shapes(mark):
        brush.paint(outline, fill=mark.role, stroke=rim, width=mark.rim_width, opacity=mark.opacity)


@_draw.register
def _(mark: Rings, brush: _Brush) -> None:
    for outline in _shapes(mark):
        brush.paint(outline, fill=mark.fill, stroke=mark.role, width=mark.width, dash=mark.dash,
                    opacity=mark.opacity)  # fmt: skip


def _shapes(mark: Dots | Rings) -> Iterator[Outline]:
    corners = SHAPES[mark.shape]
    shape = Outline([*corners, corners[0]], closed=True) if corners else _circle()
    size = mark.size if corners else mark.size / 2  # the circle's is its radius
    for x, y in mark.points:
        yield shape.transformed(Affine2D().scale(size).translate(x, y))


def _circle() -> Outline:
    """Of radius 1, clockwise from the right, as SVG has it: dashes are counted from there."""
    arc = Outline.arc(0, 360)
    return Outline([*arc.vertices, (0, 0)], [*arc.codes, Outline.CLOSEPOLY])


@_draw.register
def _(mark: Text, brush: _Brush) -> None:
    """Letters as outlines: placed to a fraction of a pixel, kerned and unhinted, as a page places them."""
    face = FontProperties(fname=FONTS / f"{FONT_FILES[mark.face]}.ttf")
    vertices, codes = text_to_path.get_text_path(face, mark.text)
    if not len(codes):
        return
    scale, left = mark.size / text_to_path.FONT_SCALE, mark.x - ANCHORS[mark.anchor] * width_of(mark)
    letters = Outline(vertices, codes).transformed(Affine2D().scale(scale, -scale).translate(left, mark.y))
    if mark.halo:
        brush.paint(letters, stroke="paper", width=style.HALO, round=True)
    brush.paint(letters, fill=mark.role)
