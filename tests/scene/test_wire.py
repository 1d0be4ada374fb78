"""Marks as they cross to a page: what can be read back, and no more than changed."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12explain.scene.marks import Dots, Path, Rings, Text
from b12explain.scene.wire import LONG, changes, film, path_data, wire


def rebuilt(told, old):
    """What a page makes of it: runs of what it has, and what is new."""
    found = []
    for one in told:
        found += old[one[0] : one[0] + one[1]] if isinstance(one, list) else [one["new"]]
    return found


@given(st.lists(st.sampled_from("abcdef")), st.lists(st.sampled_from("abcdef")))
def test_the_page_comes_to_what_was_meant(old, new):
    told = changes(old, new, lambda one: {"new": one})
    assert rebuilt(told, old) == new
    runs = [one for one in told if isinstance(one, list)]
    places = [place for first, count in runs for place in range(first, first + count)]
    assert len(set(places)) == len(places), "a node stands in one place"


def test_what_did_not_change_is_told_by_where_it_was():
    marks = [Text(0.0, float(y), "word") for y in range(50)]
    moved = [*marks[:20], Text(3.0, 20.0, "word"), *marks[21:]]
    assert changes(marks, marks, wire) == [[0, 50]]
    assert changes(marks, moved, wire) == [[0, 20], wire(moved[20]), [21, 29]]


def test_a_film_tells_each_mark_once():
    still, moving = Text(0, 0, "still"), [Dots(((float(x), 0.0),), "spike") for x in (1, 2, 1)]
    told = film([still, moving[0]], [[still, dot] for dot in moving])
    assert told["shapes"] == [wire(moving[1])]
    assert told["frames"] == [[[0, 2]], [[0, 1], 0], [[0, 2]]]


# -- one mark ---
def test_a_path_is_an_svg_path_with_its_looks():
    mark = Path(
        ((1, 2), None, (3, 4.567), (5, 6)),
        "b12",
        "wash",
        2.4,
        (6, 3.75),
        round=True,
        closed=True,
        opacity=0.5,
    )
    assert wire(mark) == {
        "k": "p", "d": "M1 2M3 4.57L5 6Z", "s": "b12", "w": 2.4, "f": "wash", "r": 1, "g": "6 3.75", "o": 0.5,
    }  # fmt: skip


def test_what_is_as_usual_is_left_out():
    assert wire(Path(((0, 0), (1, 1)), stroke="ink")) == {"k": "p", "d": "M0 0L1 1", "s": "ink", "w": 1.0}
    assert wire(Text(1.234, 5, "word")) == {"k": "t", "x": 1.23, "y": 5, "t": "word", "f": "ink", "z": 13.5}


def test_dots_are_middles_and_a_radius_and_other_shapes_outlines():
    assert wire(Dots(((1, 2), (3, 4)), "b12", 9, rim_width=0)) == {
        "k": "d", "p": [[1, 2], [3, 4]], "z": 4.5, "f": "b12",
    }  # fmt: skip
    assert wire(Dots(((10, 20),), "b12", 4, "square"))["p"] == ["M8 18L12 18L12 22L8 22Z"]


def test_a_rim_is_told_unless_there_is_none():
    told = wire(Dots(((1, 2),), "b12", 9, rim="myelin_line", rim_width=1.5))
    assert (told["f"], told["s"], told["w"]) == ("b12", "myelin_line", 1.5)
    assert wire(Dots(((1, 2),), "b12"))["s"] == "paper"
    assert not {"s", "w"} & wire(Dots(((1, 2),), "b12", rim_width=0)).keys()


def test_rings_have_the_colour_on_the_line():
    assert wire(Rings(((1, 2),), "you", 8, 2, dash=(6, 3))) == {
        "k": "d", "p": [[1, 2]], "z": 4, "s": "you", "w": 2, "f": "paper", "g": "6 3",
    }  # fmt: skip
    assert "f" not in wire(Rings(((1, 2),), "you", fill=""))


def test_text_has_face_anchor_and_halo():
    told = wire(
        Text(1, 2, "word", "b12", 20, "semibold", "end", halo=True, name="big", sets=(("dose_ug", 5.0),))
    )
    assert told == {
        "k": "t", "x": 1, "y": 2, "t": "word", "f": "b12", "z": 20, "a": "end", "b": 1, "h": 1, "n": "big",
        "sets": {"dose_ug": 5.0},
    }  # fmt: skip


@pytest.mark.parametrize("count", [LONG, LONG + 1])
@given(data=st.data())
def test_paths_come_back_to_within_a_twentieth_of_a_pixel(count, data):
    values = st.floats(-1_000, 1_000)
    points = tuple(data.draw(st.lists(st.tuples(values, values), min_size=count, max_size=count)))
    back = [tuple(map(float, pair.split())) for pair in re.split("[ML]", path_data(points)) if pair]
    within = 0.0051 if count <= LONG else 0.051
    for (x, y), (back_x, back_y) in zip(points, back, strict=True):
        assert (back_x, back_y) == (pytest.approx(x, abs=within), pytest.approx(y, abs=within))


def test_nothing_is_written_that_json_has_not():
    for mark in (Path((), stroke="ink"), Dots((), "b12"), Text(0, 0, "µ “<&>”")):
        assert json.loads(json.dumps(wire(mark), allow_nan=False)) == wire(mark)
