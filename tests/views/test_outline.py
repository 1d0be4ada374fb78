"""Hand-drawn outlines: smooth through their points, and cut where asked."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12explain.views.nerve_map import body
from b12explain.views.outline import below, smooth, stretch
from b12explain.views.regrowth.limbs import DRAWINGS

SQUARE = np.array([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)])
ROUTES = [drawing.route for drawing in DRAWINGS.values()] + [*body.ARM_ROUTES, *body.LEG_ROUTES]


def area(outline):
    x, y = outline.T
    return abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2


def test_a_smooth_line_goes_through_its_points():
    points = [(0, 0), (1, 2), (3, 1), (4, 4)]
    line = smooth(points, steps=5)
    for point in points:
        assert np.hypot(*(line - point).T).min() < 1e-12
    assert len(line) == 3 * 5 + 1


def test_points_in_a_row_stay_in_a_row():
    line = smooth([(0, 0), (1, 1), (2, 2)])
    assert line[:, 0] == pytest.approx(line[:, 1])


def test_a_closed_line_ends_where_it_starts():
    line = smooth(SQUARE, closed=True)
    assert line[0] == pytest.approx(line[-1])
    assert area(line) > 1, "it bulges between its corners"


@given(st.floats(0.001, 0.999))
def test_below_keeps_what_is_below(level):
    kept = below(SQUARE, level)
    assert area(kept) == pytest.approx(1 - level)
    assert kept[:, 1].min() == pytest.approx(level)


def test_below_all_and_none():
    assert area(below(SQUARE, -1)) == 1
    assert len(below(SQUARE, 2)) == 0


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_stretch_of_a_route_is_on_the_route(one, other):
    route = DRAWINGS["leg"].route
    top, bottom = sorted((one, other))
    found = stretch(route, top, bottom)
    assert found[0, 1] == pytest.approx(min(max(top, route[0, 1]), route[-1, 1]))
    assert found[-1, 1] == pytest.approx(min(max(bottom, route[0, 1]), route[-1, 1]))
    assert found[:, 0] == pytest.approx(np.interp(found[:, 1], route[:, 1], route[:, 0]))


@pytest.mark.parametrize("route", ROUTES)
def test_routes_fall_steadily(route):
    assert (np.diff(route[:, 1]) > 0).all()


@pytest.mark.parametrize(("share", "y"), [(0.0, 1.0), (1.0, 0.0), (0.25, 0.75)])
def test_a_share_of_a_route_counts_from_its_far_end(share, y):
    straight = np.column_stack([np.zeros(101), np.linspace(0, 1, 101)])
    assert straight[body.along(straight, share), 1] == pytest.approx(y, abs=0.011)
