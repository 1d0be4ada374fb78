"""Still pictures: the same bytes for the same state, large state first, contrasts below."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from b12explain.explore import NAMES, posters, story
from b12explain.views import style
from b12explain.views.surface import shared

STORIES = pytest.mark.parametrize("name", NAMES)


def pixels(png):
    return np.asarray(Image.open(BytesIO(png)).convert("RGB")).astype(int)


@STORIES
def test_the_same_state_is_the_same_bytes(name):
    it = story(name)
    first = posters.poster(it)
    posters.poster(it, it.state(preset=it.posters[0]))
    shared.draw(it.view(360, "dark").update(it.model(**it.at_rest)), 2)
    assert posters.poster(it, it.at_rest) == first
    assert posters.poster(it, it.state(preset=it.posters[0])) != first


@STORIES
def test_large_above_and_two_contrasts_below(name):
    it = story(name)
    page = pixels(posters.poster(it))
    large = round(it.view(760, "light").update(it.model(**it.at_rest)).height) * posters.DENSITY
    assert page.shape[1] == posters.WIDTH * posters.DENSITY
    assert page.shape[0] > large + 1_000
    paper = [int(style.LIGHT.paper[i : i + 2], 16) for i in (1, 3, 5)]
    ink = np.abs(page - paper).sum(axis=2) > 60
    assert ink[large : large + 100].mean() > 0.01, "the sentence"
    below = ink[-1_000:]
    middle = below.shape[1] // 2
    assert below[:, :middle].mean() > 0.01
    assert below[:, middle:].mean() > 0.01
    assert not below[:, middle - 10 : middle + 10].any(), "a gap between them"


@STORIES
def test_a_contrast_is_not_shown_beside_itself(name):
    it = story(name)
    state = it.state(preset=it.posters[0])
    page = pixels(posters.poster(it, state))
    large = round(it.view(760, "light").update(it.model(**state)).height) * posters.DENSITY
    below_words = large + 400  # no sentence is taller
    right = page[below_words:, page.shape[1] // 2 :]
    assert (np.abs(right - right[0, -1]).sum(axis=2) > 60).mean() < 0.001


@STORIES
def test_posters_are_light_enough_to_keep(name):
    assert len(posters.poster(story(name))) < 250_000
