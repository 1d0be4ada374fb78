"""Still pictures of a story, for where there is no kernel: the state shown large, contrasting presets beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PIL import Image

from ..views import style
from ..views.sheet import Sheet
from ..views.surface import Surface, encode
from .story import Story, view_of

WIDTH, SMALL, DENSITY = 760, 360, 2
SENTENCE_SIZE, SENTENCE_LINE = 16, 23  # CSS px


def poster(story: Story, state: Mapping[str, Any] | None = None) -> bytes:
    """A light PNG, 760 CSS px wide at twice the density: a state large and up to two presets under it.

    The same state gives the same bytes on one machine.
    """
    state = story.at_rest if state is None else state
    surface = Surface()  # its own, so that a poster does not push the reader's picture out of the shared one
    large = _with_words(_picture(story, state, WIDTH, surface), story.sentence(story.model(**state)), surface)
    contrasts = [story.state(preset=name) for name in story.posters]
    small = [_picture(story, other, SMALL, surface) for other in contrasts if other != state][:2]
    gap = (WIDTH - 2 * SMALL) * DENSITY // 2
    height = large.height + (gap + max(picture.height for picture in small) if small else 0)
    page = Image.new("RGB", (large.width, height), style.LIGHT.paper)
    page.paste(large, (0, 0))
    for column, picture in enumerate(small):
        page.paste(picture, (gap // 2 + column * (picture.width + gap), large.height + gap))
    return encode(page, "image/png")


def _with_words(picture: Image.Image, sentence: str, surface: Surface) -> Image.Image:
    """A picture with its sentence under it, since pages that show a still show nothing beside it."""
    lines = style.wrap(sentence, WIDTH - 2 * style.WIDE_SIZES.margin - 16, SENTENCE_SIZE)
    words = Sheet(WIDTH, SENTENCE_LINE * len(lines) + 12)
    left = words.sizes.margin
    words.line(words.frame, [left + 2] * 2, [2, words.height - 12], role="b12", width=4)
    for row, line in enumerate(lines):
        words.text(words.frame, left + 16, SENTENCE_LINE * (row + 0.74), line, size=SENTENCE_SIZE)
    below = surface.draw(words, DENSITY).convert("RGB")
    page = Image.new("RGB", (picture.width, picture.height + below.height), style.LIGHT.paper)
    page.paste(picture, (0, 0))
    page.paste(below, (0, picture.height))
    return page


def _picture(story: Story, state: Mapping[str, Any], width: int, surface: Surface) -> Image.Image:
    moment = (story.film.at_rest,) if story.film else ()
    sheet = view_of(story, width, "light").update(story.model(**state), None, *moment)
    return surface.draw(sheet, DENSITY).convert("RGB").copy()
