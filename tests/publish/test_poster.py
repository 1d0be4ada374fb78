"""Still pictures: the same bytes for the same state, large state first, contrasts below."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageColor

from b12explain.explore import NAMES, story
from b12explain.publish.poster import DENSITY, SMALL, WIDTH, paint, poster
from b12explain.scene import style
from b12explain.scene.layout import Room
from b12explain.scene.text import text_width

STORIES = pytest.mark.parametrize("name", NAMES)
PAPER = np.array(ImageColor.getrgb(style.LIGHT.paper))


def pixels(png):
    return np.asarray(Image.open(BytesIO(png)).convert("RGB")).astype(int)


def ink(page):
    """Where a page differs from paper."""
    return np.abs(page - PAPER).sum(axis=2) > 60


def still(it, state, width):
    """The picture of a state, painted by itself."""
    room = Room(width, moment=it.film.at_rest if it.film else None)
    return np.asarray(paint(it.scene(it.model(**state), room))).astype(int)


@STORIES
def test_the_same_state_is_the_same_bytes_whatever_was_painted_before_or_beside_it(name):
    it = story(name)
    other = it.state(preset=it.posters[0])
    first, second = poster(it), poster(it, other)
    assert first != second
    with ThreadPoolExecutor(4) as threads:
        again = list(threads.map(lambda state: poster(it, state), [other, it.at_rest] * 2))
    assert again == [second, first] * 2


@STORIES
def test_large_above_and_two_contrasts_below(name):
    it = story(name)
    page, large = pixels(poster(it)), still(it, it.at_rest, WIDTH)
    assert page.shape[1] == WIDTH * DENSITY
    assert np.abs(page[: len(large)] - large).mean() < 1.5, "but for the fewer colours"
    assert ink(page)[len(large) : len(large) + 100].mean() > 0.01, "the sentence"
    small = [still(it, it.state(preset=preset), SMALL) for preset in it.posters[:2]]
    top, gap = len(page) - max(map(len, small)), (WIDTH - 2 * SMALL) * DENSITY // 2
    for picture, left in zip(small, (gap // 2, page.shape[1] // 2 + gap // 2), strict=True):
        height, width, _ = picture.shape
        assert np.abs(page[top : top + height, left : left + width] - picture).mean() < 1.5
    middle = page.shape[1] // 2
    assert not ink(page)[top:, middle - gap // 2 : middle + gap // 2].any(), "a gap between them"


def test_the_sentence_is_that_of_the_large_picture():
    """It is told of the state that is asked for, once, and drawn under it as wide as it is long."""
    it, told = story("absorption"), []
    for words in ("Short.", "Rather a long sentence that runs on for most of the line."):
        asked = replace(it, tell=lambda result, words=words: told.append(result) or words)
        state = it.state({"dose_ug": 50.0, "intrinsic_factor": "none"})
        page, large = pixels(poster(asked, state)), still(it, state, WIDTH)
        strip = ink(page)[len(large) : len(large) + 23 * DENSITY]
        right = np.flatnonzero(strip.any(axis=0)).max() / DENSITY
        left = 24 + 16  # the margin, and the room for the bar beside it
        assert right == pytest.approx(left + text_width(asked.sentence(it.model(**state)), 16), abs=2)
    assert {(result.dose_ug, result.intrinsic_factor) for result in told} == {(50.0, False)}


@STORIES
def test_a_contrast_is_not_shown_beside_itself(name):
    it = story(name)
    state = it.state(preset=it.posters[0])
    page = pixels(poster(it, state))
    below_words = len(still(it, state, WIDTH)) + 400  # no sentence is taller
    assert not ink(page)[below_words:, page.shape[1] // 2 :].any()


@STORIES
def test_posters_are_light_enough_to_keep(name):
    assert len(poster(story(name))) < 250_000
