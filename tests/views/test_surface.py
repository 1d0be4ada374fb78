"""The drawing surface: what is blitted equals what is drawn anew, and a hidden answer shows nothing of it."""

from io import BytesIO
from itertools import product

import numpy as np
import pytest
from PIL import Image

from b12explain.explore import NAMES, story
from b12explain.views.sheet import Sheet
from b12explain.views.surface import Surface, encode

STORIES = pytest.mark.parametrize("name", NAMES)


def copy(picture):
    return np.array(picture.convert("RGB"))


def presets(name):
    it = story(name)
    return [it.state(preset=preset) for preset in it.presets]


def views(name, width=360, theme="light"):
    it = story(name)
    view = it.view(width, theme)
    return lambda state, guess=None: view.update(it.model(**state), guess)


# -- blitting ---
@STORIES
@pytest.mark.parametrize(("width", "theme", "density"), [(760, "light", 1), (360, "dark", 2)])
def test_a_blitted_picture_is_the_same_as_one_drawn_anew(name, width, theme, density):
    used, show = Surface(), views(name, width, theme)
    for state in [*presets(name), *presets(name)[::-1]]:
        blitted = copy(used.draw(show(state), density))
        fresh = copy(Surface().draw(views(name, width, theme)(state), density))
        assert (blitted == fresh).all(), state


def test_still_layers_are_drawn_once():
    sheet, drawn = Sheet(100, 100), []
    box = sheet.box(sheet.fixed, 10, 10, 20, 20, role="b12")
    draw = box.draw
    box.draw = lambda renderer: drawn.append(1) or draw(renderer)
    surface = Surface()
    for _ in range(3):
        surface.draw(sheet)
    assert len(drawn) == 1


def test_sheets_of_one_size_do_not_mix():
    one, other = Sheet(100, 100), Sheet(100, 100)
    one.box(one.fixed, 0, 0, 50, 50, role="b12")
    other.box(other.moving, 50, 50, 50, 50, role="axon")
    surface = Surface()
    alone = [copy(Surface().draw(sheet)) for sheet in (one, other)]
    for _ in range(2):
        assert (copy(surface.draw(one)) == alone[0]).all()
        assert (copy(surface.draw(other)) == alone[1]).all()


def test_layers_lie_in_order():
    sheet = Sheet(40, 40)
    for layer, role in (
        (sheet.over, "axon"),
        (sheet.moving, "b12"),
        (sheet.fixed, "repair"),
        (sheet.frame, "ink"),
    ):
        start = {"ink": 0, "repair": 10, "b12": 20, "axon": 30}[role]
        sheet.box(layer, start, 0, 40, 40, role=role, antialiased=False)
    row = copy(Surface().draw(sheet))[20, [5, 15, 25, 35]]
    assert ["#{:02X}{:02X}{:02X}".format(*pixel) for pixel in row] == [
        sheet.colour(role) for role in ("ink", "repair", "b12", "axon")
    ]


# -- drafts beside sharp pictures ---
def test_drafts_and_sharp_pictures_do_not_evict_each_other():
    sheet, drawn = Sheet(100, 80), []
    box = sheet.box(sheet.fixed, 10, 10, 20, 20, role="b12")
    draw = box.draw
    box.draw = lambda renderer: drawn.append(renderer.dpi) or draw(renderer)
    surface = Surface()
    for _ in range(3):
        assert surface.draw(sheet, 1, draft=True).size == (100, 80)
        assert surface.draw(sheet, 2).size == (200, 160)
    assert drawn == [72, 144]


def test_a_draft_is_the_same_picture_at_density_one():
    sheet = views("absorption")(presets("absorption")[0])
    surface = Surface()
    surface.draw(sheet, 2)
    assert (copy(surface.draw(sheet, 1, draft=True)) == copy(Surface().draw(sheet, 1))).all()


# -- what a reader who has not guessed may see ---
@STORIES
@pytest.mark.parametrize(("width", "theme"), [*product([360, 760], ["light", "dark"])])
def test_a_hidden_answer_shows_no_data(name, width, theme):
    """Whatever the state, the picture of a scene is the same until the answer may be seen."""
    surface, show, scenes = Surface(), views(name, width, theme), {}
    it = story(name)
    for state in [*presets(name), *list(it.sweep())[::9]]:
        sheet = show(state, it.prediction.high / 3)
        scenes.setdefault(sheet, []).append(copy(surface.draw(sheet, 1, revealed=False)))
    assert sum(map(len, scenes.values())) > len(scenes), "a scene is seen in several states"
    for sheet, pictures in scenes.items():
        assert all((picture == pictures[0]).all() for picture in pictures)
        shown = copy(surface.draw(sheet, 1))
        assert (shown != pictures[0]).any(axis=2).mean() > 0.01, "the answer is more than the frame"


@STORIES
def test_revealing_and_hiding_again_leaves_nothing(name):
    surface, show = Surface(), views(name)
    sheet = show(presets(name)[0])
    before = copy(surface.draw(sheet, 1, revealed=False))
    assert (copy(surface.draw(sheet, 1)) == copy(Surface().draw(sheet, 1))).all()
    assert (copy(surface.draw(sheet, 1, revealed=False)) == before).all()


# -- bytes ---
@STORIES
@pytest.mark.parametrize("mime", ["image/jpeg", "image/png"])
def test_the_same_picture_is_the_same_bytes(name, mime):
    state, other = presets(name)[0], presets(name)[-1]
    surface, show = Surface(), views(name)
    first = encode(surface.draw(show(state), 2), mime)
    surface.draw(show(other), 2)
    assert encode(surface.draw(show(state), 2), mime) == first
    assert encode(Surface().draw(views(name)(state), 2), mime) == first


@pytest.mark.parametrize(("mime", "form"), [("image/png", "PNG"), ("image/jpeg", "JPEG")])
def test_encoded_pictures_look_as_drawn(mime, form):
    drawn = Surface().draw(views("absorption")(presets("absorption")[0]), 1)
    encoded = Image.open(BytesIO(encode(drawn, mime)))
    assert (encoded.format, encoded.size) == (form, drawn.size)
    assert np.abs(copy(encoded).astype(int) - copy(drawn)).mean() < 1.5
