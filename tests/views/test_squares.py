"""A thousand squares: as many are filled as the share says."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageColor

from b12explain.views.sheet import Sheet
from b12explain.views.squares import COUNT, Squares
from b12explain.views.surface import Surface

LEFT, TOP = 20, 30
ROLES = ("intrinsic", "passive")


def panel(columns=25, side=10):
    sheet = Sheet(600, 700, "light")
    rows = COUNT // columns
    squares = Squares(sheet, LEFT, TOP, columns * side, rows * side, columns, ROLES)
    return sheet, squares


def count(sheet, squares, side=10):
    """Squares of each role, and pale ones, by the colour in the middle of each."""
    pixels = np.asarray(Surface().draw(sheet).convert("RGB"))
    middles = pixels[TOP + side // 2 :: side, LEFT + side // 2 :: side][: squares.rows, : squares.columns]
    colours = [ImageColor.getrgb(sheet.colour(role)) for role in (*ROLES, "b12_pale")]
    return [int((middles == colour).all(axis=2).sum()) for colour in colours]


def area(polygon):
    """Area of a polygon by the shoelace formula."""
    x, y = polygon.get_xy()[:-1].T
    return abs(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2


@pytest.mark.parametrize("columns", [20, 25, 50])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (0, 0),
        (0.001, 0.012),
        (0, 1),
        (1, 0),
        (0.5, 0.5),
        (0.02, 0.03),
        (0.333, 0.4),
        (0.024, 0.002),
        (0.0126, 0.5004),
        (0.6, 0.1),
    ],
)
def test_as_many_squares_as_the_shares_say(columns, first, second):
    sheet, squares = panel(columns)
    squares.set([first, second])
    filled = [round(first * COUNT), round(second * COUNT)]
    assert count(sheet, squares) == [*filled, COUNT - sum(filled)]


@settings(max_examples=150)
@given(st.integers(0, COUNT), st.integers(0, COUNT), st.sampled_from([20, 25, 50, 100]))
def test_fills_have_the_area_of_their_squares(first, second, columns):
    squares = Squares(Sheet(400, 400), 0, 0, 200, 200, columns, ROLES)
    squares.set([first / COUNT, second / COUNT])
    one = 200 * 200 / COUNT
    wanted = (first, min(second, COUNT - first))
    for fill, squares_wanted in zip(squares._fills, wanted, strict=True):
        assert (area(fill) if fill.get_visible() else 0) == pytest.approx(squares_wanted * one, abs=1e-6)


def test_filled_from_the_bottom_left():
    sheet, squares = panel()
    squares.set([0.026, 0])
    pixels = np.asarray(Surface().draw(sheet).convert("RGB"))
    bottom = TOP + squares.height
    colour = ImageColor.getrgb(sheet.colour("intrinsic"))
    assert tuple(pixels[bottom - 15, LEFT + 5]) == colour, "the 26th starts the second row"
    assert tuple(pixels[bottom - 15, LEFT + 15]) != colour
    assert tuple(pixels[bottom - 5, LEFT + squares.width - 5]) == colour


def test_no_guess_no_mark():
    _, squares = panel()
    squares.set([0.1, 0])
    assert not squares._you.get_visible()
    squares.set([0.1, 0], (0.5, "you: half"))
    assert squares._you.get_visible()
    assert squares._guess.get_ydata() == pytest.approx([TOP + squares.height / 2] * 2)
    squares.set([0.1, 0])
    assert not squares._you.get_visible()


@pytest.mark.parametrize("share", [0, 0.3, 0.97, 1, 50])
def test_the_guess_and_its_words_stay_on_the_panel(share):
    _, squares = panel()
    squares.set([0.1, 0], (share, "you"))
    (y, _) = squares._guess.get_ydata()
    assert TOP <= y <= TOP + squares.height
    assert TOP + squares._you.size <= squares._you.y <= TOP + squares.height
