"""The clinic's plane: axes, limits and dots where the published numbers say, and names that keep off the ways."""

import math
import random
from itertools import pairwise

import pytest

from b12explain.models.conduction_criteria import Verdict, criteria, judge
from b12explain.pictures.clinic_plane import Plane, arrow
from b12explain.pictures.names import crosses, put
from b12explain.quantities import quantity
from b12explain.scene.layout import Room
from b12explain.scene.marks import Text
from tests.pictures.lint import letters, overlap

LEFT, TOP, WIDTH, HEIGHT = 40, 60, 300, 240
PLANE = Plane(Room(360), LEFT - 30, TOP - 36, HEIGHT, criteria())  # up to 20 px from the right edge
VELOCITY, AMPLITUDE, SLOWEST, SMALLEST = 46.1, 21.7, 40, 8.3  # the rows: means, m/s and µV, and limits
LIMIT = 0.5  # px that a rule may be moved onto whole pixels


def x(m_per_s):
    """The axis runs from 0 to 60 m/s, to the right."""
    return LEFT + WIDTH * m_per_s / 60


def y(uv):
    """The axis runs from 0 to 30 µV, upwards."""
    return TOP + HEIGHT * (1 - uv / 30)


def test_the_rows_say_so():
    rows = ("nerve.leg_sensory_velocity_distal", "nerve.sural_snap_young", "nerve.sural_velocity_lower_limit")
    assert tuple(float(quantity(row)) for row in rows) == (VELOCITY, AMPLITUDE, SLOWEST)
    assert quantity("nerve.sural_snap_young").low == SMALLEST


@pytest.mark.parametrize(("velocity", "amplitude"), [(1, 1), (0.5, 0.9), (0.8, 0.3), (1.2, 1.1)])
def test_a_nerve_stands_at_its_shares_of_the_published_means(velocity, amplitude):
    at = PLANE.at(judge(velocity, amplitude))
    assert at == pytest.approx((x(velocity * VELOCITY), y(amplitude * AMPLITUDE)))


def test_what_is_beyond_the_axes_stands_at_their_ends():
    assert PLANE.at(judge(1.6, 1.6)) == pytest.approx((LEFT + WIDTH, TOP))


def test_without_a_potential_a_cross_stands_in_the_corner_of_nothing():
    nothing = judge(math.nan, 0.04)
    mark = PLANE.end(nothing, "damage", "this nerve")
    ((across, down),) = mark.points
    assert mark.shape == "cross"
    assert x(0) < across < x(5)
    assert y(2) < down < y(0)
    assert PLANE.end(judge(1, 1), "damage", "this nerve").shape == "circle"


def test_the_axes_say_what_they_measure_and_in_what():
    at = {
        mark.text.replace("\N{NO-BREAK SPACE}", " "): (mark.x, mark.y)
        for mark in PLANE.frame(["plane"])
        if isinstance(mark, Text)
    }
    up, along = at["amplitude, µV"], at["velocity of the fastest fibres"]
    assert up[1] < TOP
    assert along[1] > TOP + HEIGHT
    assert along[0] == pytest.approx((x(0) + x(60)) / 2)
    assert (at["60 m/s"][0], at["30"][1] - 4) == pytest.approx((x(60) + 4, y(30)))


def test_limits_stand_where_the_rows_say_and_the_wash_is_within_both():
    frame = {mark.name: mark for mark in PLANE.frame(["plane"]) if mark.name}
    across, down = frame["velocity limit"].points, frame["amplitude limit"].points
    assert [point[0] for point in across] == pytest.approx([x(SLOWEST)] * 2, abs=LIMIT)
    assert [point[1] for point in down] == pytest.approx([y(SMALLEST)] * 2, abs=LIMIT)
    wash = frame["within limits"]
    assert (wash.points[0], wash.points[2]) == (
        pytest.approx((x(SLOWEST), TOP)),
        pytest.approx((LEFT + WIDTH, y(SMALLEST))),
    )


def test_ticks_stand_at_their_numbers_and_the_unread_limit_has_its_star():
    said = {mark.text: mark for mark in PLANE.frame(["plane"]) if isinstance(mark, Text)}
    assert said["40*"].x == pytest.approx(x(40))
    assert said["8.3"].y - 4 == pytest.approx(y(8.3))
    assert said["30"].y - 4 == pytest.approx(y(30))


@pytest.mark.parametrize(
    ("verdict", "velocity", "amplitude"),
    [
        (Verdict.SLOW, 0.6, 0.8),
        (Verdict.WITHIN_LIMITS, 1.0, 1.0),
        (Verdict.SMALL, 1.0, 0.2),
        (Verdict.SLOW_AND_SMALL, 0.5, 0.2),
    ],
)
def test_fields_are_named_by_what_is_found_in_them(verdict, velocity, amplitude):
    corners = PLANE.corners(verdict, "damage")
    (mine,) = [corner for corner in corners if corner[0].role == "damage"]
    assert mine[0].face == "semibold"
    assert judge(velocity, amplitude).verdict is verdict
    (found,) = put([mine], [], [])
    _, top, right, _ = letters(found)
    slow, small = right < x(SLOWEST), top > y(SMALLEST)
    assert (slow, small) == verdict.value
    assert len(corners) == 4


def test_an_arrow_points_at_its_end():
    line, head = arrow(((0, 0), (30, 40)), "way", role="ghost", width=1.5)
    assert head.points[0] == pytest.approx((30, 40))
    assert line.points[-1] == pytest.approx((30 - 0.6 * 8, 40 - 0.8 * 8))
    assert math.dist(head.points[1], head.points[2]) == pytest.approx(8.8)
    assert [mark.name for mark in arrow(((0, 0), (3, 4)), "way", role="ghost", width=1.5)] == ["way"]


def test_names_keep_off_lines_and_each_other_where_there_is_room():
    dice = random.Random(1)
    for _ in range(60):
        way = [(dice.uniform(20, 380), dice.uniform(20, 280)) for _ in range(3)]
        field = (0, 0, 400, 300)
        wanted = [
            (Text(*end, f"name {i}"), [(end[0] + 8, end[1], "start")], field) for i, end in enumerate(way)
        ]
        names = put(wanted, list(pairwise(way)), [])
        assert len(names) == 3
        boxes = [letters(name) for name in names]
        assert not any(overlap(one, other) for i, one in enumerate(boxes) for other in boxes[:i])
        assert not any(crosses(line, one) for one in boxes for line in pairwise(way))


@pytest.mark.parametrize(
    ("line", "met"),
    [
        (((0, 0), (100, 100)), True),
        (((45, 45), (55, 55)), True),
        (((0, 50), (100, 50)), True),
        (((0, 70), (100, 70)), False),
        (((0, 0), (30, 30)), False),
        (((0, 100), (30, 0)), False),
        (((70, 0), (70, 100)), False),
    ],
)
def test_a_line_that_comes_near_a_box_is_seen(line, met):
    assert crosses(line, (40, 40, 60, 60)) is met
    assert crosses(line[::-1], (40, 40, 60, 60)) is met


def test_the_guess_stands_on_the_axis_of_velocities_at_its_share_of_the_mean():
    diamond, words = PLANE.guess_marks(60.0, [])
    assert diamond.points[0] == pytest.approx((x(0.6 * VELOCITY), y(0)))
    assert words.text == "you: 60\N{NO-BREAK SPACE}%"
    assert PLANE.guess_marks(0.0, [])[0].points[0] == pytest.approx((x(0), y(0)))
