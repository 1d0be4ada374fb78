"""A thousand squares: as many are filled as the share says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from b12explain.pictures.squares import COUNT, Squares
from tests.pictures.lint import letters

LEFT, TOP = 20, 30


def panel(columns=25, side=10):
    return Squares(LEFT, TOP, columns * side, COUNT // columns * side, columns)


def inside(polygon, x, y):
    """Whether a point is inside an outline: a ray from it crosses the outline an odd number of times."""
    crossed = False
    for (x0, y0), (x1, y1) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            crossed = not crossed
    return crossed


def count(squares, marks, side=10):
    """Squares of each name, by what is in the middle of each."""
    middles = [
        (LEFT + side * (column + 0.5), TOP + side * (row + 0.5))
        for column in range(squares.columns)
        for row in range(COUNT // squares.columns)
    ]
    return {mark.name: sum(inside(mark.points, *one) for one in middles) for mark in marks if mark.fill}


def draw(squares, first, second):
    return squares.draw([("first", "intrinsic", first), ("second", "passive", second)])


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
        (0.0126, 0.5004),
        (0.6, 0.1),
    ],
)
def test_as_many_squares_as_the_shares_say(columns, first, second):
    squares = panel(columns)
    filled = count(squares, draw(squares, first, second))
    assert filled.get("first", 0) == round(first * COUNT)
    assert filled.get("second", 0) == round(second * COUNT)
    assert filled["squares"] == COUNT


@settings(max_examples=60, deadline=None)
@given(st.integers(0, COUNT), st.integers(0, COUNT), st.sampled_from([20, 25, 50, 100]))
def test_there_are_never_more_than_a_thousand_and_none_is_filled_twice(first, second, columns):
    squares = panel(columns)
    marks = [
        mark for mark in draw(squares, first / COUNT, second / COUNT) if mark.name in ("first", "second")
    ]
    filled = count(squares, marks)
    assert filled.get("first", 0) == first
    assert filled.get("second", 0) == min(second, COUNT - first)


def test_filled_from_the_bottom_left():
    squares = panel()
    (fill,) = [mark for mark in draw(squares, 0.026, 0) if mark.name == "first"]
    bottom, right = TOP + squares.height, LEFT + squares.width
    assert inside(fill.points, LEFT + 5, bottom - 15), "the 26th starts the second row"
    assert not inside(fill.points, LEFT + 15, bottom - 15)
    assert inside(fill.points, right - 5, bottom - 5)


@pytest.mark.parametrize("share", [0, 0.3, 0.97, 1, 50])
def test_the_guess_and_its_words_stay_on_the_panel(share):
    squares = panel()
    paper, line, diamond, words = squares.draw_guess(share, "125 µg")
    y = TOP + squares.height * (1 - min(share, 1))
    assert line.points == ((LEFT, pytest.approx(y)), (LEFT + squares.width, pytest.approx(y)))
    assert diamond.points[0][1] == pytest.approx(y)
    left, top, right, bottom = letters(words)
    assert left > LEFT
    assert top > TOP
    assert right < LEFT + squares.width
    assert bottom < TOP + squares.height
    xs, ys = zip(*paper.points, strict=True)
    assert paper.fill == "paper"
    assert min(xs) < left < right < max(xs), "its words stand on paper, whatever is filled"
    assert min(ys) < top < bottom < max(ys)
