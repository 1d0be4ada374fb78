"""The two painters beside each other: what a real browser paints of a scene, and the stills of matplotlib."""

from __future__ import annotations

import json
from base64 import b64encode
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from b12explain.explore import NAMES, page, story
from b12explain.publish.poster import paint
from b12explain.scene import style
from b12explain.scene.layout import Room, Scene
from b12explain.scene.marks import SHAPES, Dots, Path, Rings, Text, box
from b12explain.scene.wire import wire

pytestmark = pytest.mark.browser
THEMES = pytest.mark.parametrize("theme", list(style.THEMES))
DENSITY = 2  # that of stills
#: A pixel is off where no neighbour of the other picture comes within this of it, in any of its three colours: an
#: eighth of the way from white to black, by which two rasterisers part where a letter's edge covers half a pixel.
STEP = 32
MOST_OFF, MOST_MEAN = 0.01, 2.0
#: Small pictures of one kind of mark: little paper, so that no error of a mark is lost in it.
SWATCH = 48


@pytest.fixture(scope="module")
def by_page(browser):
    """What the page's own painter makes of a scene: an array of pixels."""
    faces = zip(("400", "600"), page.fonts(), strict=True)
    letters = "".join(
        f"@font-face{{font-family:'Source Sans 3';font-weight:{weight};"
        f"src:url(data:font/woff2;base64,{b64encode(face).decode()})}}"
        for weight, face in faces
    )
    view = browser.new_page(device_scale_factor=DENSITY, viewport={"width": 1_040, "height": 1_200})
    script = (page.HERE / "paint.js").read_text("utf-8")
    view.set_content(
        f"<style>{letters}{page.style_sheet()}</style><section class='b12-card'></section><script>{script}</script>"
    )
    for weight in (400, 600):
        view.evaluate("weight => document.fonts.load(`${weight} 16px 'Source Sans 3'`)", weight)

    def painted(scene: Scene, theme: str) -> np.ndarray:
        view.evaluate(
            """([marks, width, height, theme]) => {
                const card = document.querySelector('.b12-card');
                card.dataset.theme = theme;
                const picture = makePicture(() => {});
                picture.resize(width, height);
                picture.paint(JSON.parse(marks));
                picture.element.style.cssText = 'position:fixed;left:0;top:0;background:var(--b12-paper)';
                card.replaceChildren(picture.element);
            }""",
            [json.dumps([wire(mark) for mark in scene.all]), scene.width, scene.height, theme],
        )
        view.set_viewport_size({"width": 1_040, "height": max(1_200, int(scene.height))})
        clip = {"x": 0, "y": 0, "width": scene.width, "height": scene.height}
        return pixels(Image.open(BytesIO(view.screenshot(clip=clip))))

    yield painted
    view.close()


def pixels(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture.convert("RGB")).astype(np.int16)


def lonely(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Which pixels have none like them in the other picture, neither in their place nor next to it."""
    alone = np.abs(one - other).max(axis=2) > STEP
    around = np.pad(other, ((1, 1), (1, 1), (0, 0)), mode="edge")
    for down, across in np.ndindex(3, 3):
        rows, columns = np.nonzero(alone)
        far = np.abs(one[rows, columns] - around[rows + down, columns + across]).max(axis=1)
        alone[rows, columns] = far > STEP
    return alone


def difference(one: np.ndarray, other: np.ndarray) -> tuple[float, float]:
    """Mean difference of two pictures, of 255, and the share of pixels that are off."""
    assert one.shape == other.shape
    return float(np.abs(one - other).mean()), float((lonely(one, other) | lonely(other, one)).mean())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [760, 360])
@THEMES
def test_a_story_at_rest_looks_the_same_by_both(by_page, name, width, theme):
    it = story(name)
    room = Room(width, guess=it.prediction.high / 3, moment=it.film.at_rest if it.film else None)
    scene = it.scene(it.model(**it.at_rest), room)
    mean, off = difference(by_page(scene, theme), pixels(paint(scene, theme, DENSITY)))
    assert mean <= MOST_MEAN
    assert off <= MOST_OFF


CORNERS = ((8, 8), (40, 14), (30, 40), (12, 30))
SWATCHES = {
    "a line": (Path(((4.5, 24), (44, 24)), stroke="ink", width=3),),
    "a rule": (Path(((4, 24.5), (44, 24.5)), stroke="axis", width=1),),
    "a slanted line": (Path(((4, 8), (44, 36)), stroke="b12", width=2.4),),
    "a corner": (Path(((8, 40), (24, 8), (40, 40)), stroke="b12", width=5),),
    "a sharp corner": (Path(((20, 40), (24, 8), (28, 40)), stroke="b12", width=2.4),),
    "by hand": (Path(((8, 40), (24, 8), (40, 40)), stroke="axon", width=6, round=True),),
    "an area": (Path(CORNERS, fill="passive", closed=True),),
    "an area with its edge": (Path(CORNERS, fill="axon_tint", stroke="axon", width=2.4, closed=True),),
    "an open area": (Path(CORNERS, fill="myelin", stroke="myelin_line", width=2.4),),
    "pale": (box(8, 8, 30, 30, "damage", opacity=0.4),),
    "a lifted pen": (Path(((4, 10), (44, 10), None, (4, 30), (44, 30)), stroke="repair", width=3),),
    "dashes": (Path(((4, 24), (44, 24)), stroke="ghost", width=3, dash=style.GHOST_DASH),),
    "dots of a line": (Path(((4, 8), (44, 40)), stroke="ink2", width=1.3, dash=style.DOTTED),),
    "touching dots": (Dots(((16, 24), (28, 24)), "b12", 16),),
    "a dashed ring": (Rings(((24, 24),), "ghost", 24, 2, dash=(6, 3)),),
    "a ring to see through": (box(0, 24, 48, 24, "wash"), Rings(((24, 24),), "you", 20, 2, fill="")),
    **{f"{shape} dots": (Dots(((14, 24), (34, 24)), "b12", 14, shape),) for shape in SHAPES},
    **{f"{shape} rings": (Rings(((14, 24), (34, 24)), "ink", 12, 2, shape),) for shape in SHAPES},
    **{
        f"{anchor} {face}": (Text(24, 30, "AVe", "ink", 13.5, face, anchor),)
        for anchor in ("start", "middle", "end")
        for face in ("regular", "semibold")
    },
    "a large number": (Text(4, 34, "13\N{NO-BREAK SPACE}µg", "b12", 16, "semibold"),),
    "a halo": (box(0, 0, 48, 48, "passive"), Text(6, 30, "halo", "ink", 15, halo=True)),
}


@pytest.mark.parametrize("what", SWATCHES)
@THEMES
def test_each_kind_of_mark_looks_the_same_by_both(by_page, what, theme):
    scene = Scene(SWATCH, SWATCH, (), SWATCHES[what])
    ours = pixels(paint(scene, theme, DENSITY))
    mean, off = difference(by_page(scene, theme), ours)
    assert np.ptp(ours, axis=(0, 1)).max() > 30, "something is painted"
    assert off <= MOST_OFF
    assert mean <= 2 * MOST_MEAN


# -- the comparison itself ---
@pytest.mark.parametrize(
    "other",
    [
        (Dots(((24, 27),), "b12", 16),),
        (Dots(((24, 24),), "b12", 20),),
        (Dots(((24, 24),), "repair", 16),),
        (Dots(((24, 24),), "b12", 16, "square"),),
        (Dots(((24, 24),), "b12", 16, rim="ink"),),
        (),
    ],
)
def test_a_mark_that_is_moved_grown_or_changed_is_seen(other):
    one, another = (
        pixels(paint(Scene(SWATCH, SWATCH, (), marks), "light", DENSITY))
        for marks in ((Dots(((24, 24),), "b12", 16),), other)
    )
    assert difference(one, another)[1] > MOST_OFF


def test_a_shift_by_a_pixel_is_let_be():
    page = np.full((20, 20, 3), 250)
    one, other = page.copy(), page.copy()
    one[5:10, 5:10] = 20
    other[5:10, 6:11] = 20
    assert difference(one, other)[1] == 0
