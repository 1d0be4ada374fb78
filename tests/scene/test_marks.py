"""Marks: plain values, and the points that lines are made of."""

import math
from dataclasses import FrozenInstanceError, fields
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12explain.scene.marks import SHAPES, Dots, Path, Rings, Text, box, points_of, rule, thin

MARKS = (
    Path(((0, 0), (1, 1)), stroke="ink"), Dots(((0, 0),), "b12"), Rings(((0, 0),), "b12"), Text(0, 0, "words"),
)  # fmt: skip
KINDS = pytest.mark.parametrize("mark", MARKS, ids=lambda mark: type(mark).__name__)


@KINDS
def test_marks_are_values(mark):
    twin = type(mark)(**{field.name: getattr(mark, field.name) for field in fields(mark)})
    assert twin == mark
    assert len({twin, mark}) == 1
    with pytest.raises(FrozenInstanceError):
        mark.name = "another"


@KINDS
def test_marks_that_differ_in_anything_are_not_equal(mark):
    told = {field.name: getattr(mark, field.name) for field in fields(mark)}
    for name, value in told.items():
        other = (
            ("other",)
            if isinstance(value, tuple)
            else (not value if isinstance(value, bool) else f"{value}x")
        )
        assert type(mark)(**told | {name: other}) != mark, name


def test_points_lift_the_pen_where_there_is_no_number():
    assert points_of([0, 1, math.nan, 3], [4, math.inf, 6, 7]) == ((0, 4), None, None, (3, 7))
    assert points_of([], []) == ()
    assert points_of((1,), np.array([2])) == ((1.0, 2.0),)


def test_points_of_two_lengths_are_refused():
    with pytest.raises(ValueError, match="shorter"):
        points_of([1, 2], [1])


def test_a_box_is_a_filled_rectangle():
    found = box(10, 20, 30, 5, "wash", name="inset")
    assert set(found.points) == {(10, 20), (40, 20), (40, 25), (10, 25)}
    assert (found.fill, found.closed, found.stroke, found.name) == ("wash", True, "", "inset")


@given(st.floats(0, 1_000), st.floats(0, 1_000))
def test_a_rule_is_on_the_middle_of_pixels(x, y):
    level, upright = rule(10.3, y, 50.7, y), rule(x, 10.3, x, 50.7, "axis")
    assert level.points == ((10.3, math.floor(y) + 0.5), (50.7, math.floor(y) + 0.5))
    assert upright.points == ((math.floor(x) + 0.5, 10.3), (math.floor(x) + 0.5, 50.7))
    assert (level.stroke, upright.stroke) == ("grid", "axis")


def test_shapes_are_of_size_one_around_their_middle():
    for name, corners in SHAPES.items():
        if corners:
            xs, ys = zip(*corners, strict=True)
            reach = 0.7 if name == "diamond" else 0.5
            assert (min(xs), max(xs), min(ys), max(ys)) == (-reach, reach, -reach, reach)


# -- thinning ---
def far(point, one, other):
    """Distance of a point from the line through two others."""
    (x, y), (x0, y0), (x1, y1) = point, one, other
    if (x0, y0) == (x1, y1):
        return math.dist(point, one)
    return abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / math.dist(one, other)


@given(st.lists(st.floats(-500, 500), min_size=2, max_size=60), st.floats(0.05, 20))
def test_a_thinned_line_keeps_its_ends_and_passes_all_it_leaves_out(heights, tolerance_px):
    xs = [float(3 * i) for i in range(len(heights))]
    kept = thin(xs, heights, tolerance_px)
    every = list(zip(xs, heights, strict=True))
    assert kept[0] == every[0]
    assert kept[-1] == every[-1]
    assert set(kept) <= set(every)
    places = [every.index(point) for point in kept]
    assert places == sorted(places)
    for first, last in pairwise(places):
        for between in every[first + 1 : last]:
            assert far(between, every[first], every[last]) <= tolerance_px + 1e-9


def test_a_straight_line_needs_two_points_and_a_wave_of_many_stays_a_wave():
    xs = np.linspace(0, 400, 4_000)
    assert len(thin(xs, 2 * xs)) == 2
    wave = thin(xs, 60 * np.sin(xs / 20))
    assert 60 < len(wave) < 400
    assert max(y for _, y in wave) == pytest.approx(60, abs=0.1)
