"""Hand-drawn outlines: read from their files, cut where asked, and put where they belong."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12explain.pictures.outline import FOLDER, Placed, below, between, drawing, flatten, mirrored, stretch

SQUARE = np.array([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)])
FILES = sorted(FOLDER.glob("*.svg"))
ROUTES = [(file.stem, name) for file in FILES for name in drawing(file.stem).lines if name.endswith("route")]


def area(outline):
    x, y = outline.T
    return abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2


# -- the files ---
def test_the_drawings_are_there():
    assert [file.stem for file in FILES] == ["arm", "body", "leg"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_drawing_has_a_name_and_a_description_and_what_the_code_can_read(file):
    root = ElementTree.parse(file).getroot()
    svg = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "img"
    assert 10 < len(root.find(f"{svg}title").text) < 80
    assert len(root.find(f"{svg}desc").text) > 150
    for path in root.iter(f"{svg}path"):
        assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", path.get("id"))
        assert set(re.findall("[A-Za-z]", path.get("d"))) <= set("MLCZ")
        assert not path.get("transform")
    left, top, width, height = map(float, root.get("viewBox").split())
    points = np.vstack(list(drawing(file.stem).lines.values()))
    assert points[:, 0].min() >= left
    assert points[:, 0].max() <= left + width
    assert points[:, 1].min() >= top
    assert points[:, 1].max() <= top + height


@pytest.mark.parametrize(("name", "route"), ROUTES)
def test_routes_fall_steadily(name, route):
    assert (np.diff(drawing(name).lines[route][:, 1]) > 0).all()


@pytest.mark.parametrize(("name", "length_mm"), [("leg", 1_000), ("arm", 803)])
def test_a_limb_is_as_long_as_its_path(name, length_mm):
    skin, route = drawing(name).lines["skin"], drawing(name).lines["route"]
    assert skin[:, 1].max() == pytest.approx(length_mm, abs=4)
    assert route[0, 1] == 0
    assert length_mm - 15 <= route[-1, 1] <= length_mm


def test_a_body_s_parts_follow_one_another_and_end_in_the_middle():
    parts = [drawing("body").lines[name] for name in ("head", "arm", "trunk", "leg")]
    for one, other in pairwise(parts):
        assert one[-1] == pytest.approx(other[0])
    assert (parts[0][0, 0], parts[-1][-1, 0]) == (0, 0)


# -- reading ---
def test_lines_and_curves_are_read_in_turn():
    found = flatten("M0 0 L2 0 C2 4 6 4 6 0 Z", steps=4)
    assert found[:2].tolist() == [[0, 0], [2, 0]]
    assert found[3] == pytest.approx((4, 3)), (
        "the middle of the curve: (2 + 3 * 2 + 3 * 6 + 6) / 8, 6 * 4 / 8"
    )
    assert found[-2:].tolist() == [[6, 0], [0, 0]]
    assert len(found) == 2 + 4 + 1


def test_a_command_goes_on_until_the_next_and_numbers_may_touch():
    assert flatten("M-1-2L3.5 4 5,6").tolist() == [[-1, -2], [3.5, 4], [5, 6]]


@pytest.mark.parametrize("data", ["M0 0 l1 1", "M0 0 Q1 1 2 2", "M0 0 L1 1 Z 2 2"])
def test_what_cannot_be_read_is_refused(data):
    with pytest.raises(
        ValueError, match=r"^a drawing may hold M, L, C and Z; got '.?'\. Make its curves absolute\.$"
    ):
        flatten(data)


def test_what_is_left_out_of_a_line_is_not_missed():
    root = ElementTree.parse(FOLDER / "arm.svg").getroot()
    (skin,) = (one for one in root.iter("{http://www.w3.org/2000/svg}path") if one.get("id") == "skin")
    full, kept = flatten(skin.get("d")), drawing("arm").lines["skin"]
    assert len(kept) < len(full) / 2
    assert area(kept) == pytest.approx(area(full), rel=0.005)


# -- cutting ---
@given(st.floats(0.001, 0.999))
def test_below_keeps_what_is_below(level):
    kept = below(SQUARE, level)
    assert area(kept) == pytest.approx(1 - level)
    assert kept[:, 1].min() == pytest.approx(level)


def test_below_all_and_none():
    assert area(below(SQUARE, -1)) == 1
    assert len(below(SQUARE, 2)) == 0
    assert len(below(below(SQUARE, 2), 1)) == 0


@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_between_keeps_what_is_between(one, other):
    top, bottom = sorted((one, other))
    assert area(np.vstack([between(SQUARE, top, bottom), [(0, top)]])[:-1]) == pytest.approx(
        bottom - top, abs=1e-9
    )


@given(st.floats(0, 1_000), st.floats(0, 1_000))
def test_a_stretch_of_a_route_is_on_the_route(one, other):
    route = drawing("leg").lines["route"]
    top, bottom = sorted((one, other))
    found = stretch(route, top, bottom)
    assert found[0, 1] == pytest.approx(min(max(top, route[0, 1]), route[-1, 1]))
    assert found[-1, 1] == pytest.approx(min(max(bottom, route[0, 1]), route[-1, 1]))
    assert found[:, 0] == pytest.approx(np.interp(found[:, 1], route[:, 1], route[:, 0]))


# -- placing ---
def test_a_line_is_placed_and_squeezed():
    placed = Placed(100, 50, 0.5, 2)
    assert placed(SQUARE[:3] * 10) == ((100, 50), (105, 50), (105, 70))
    assert placed(mirrored(SQUARE[:3] * 10)) == ((100, 50), (95, 50), (95, 70))
    assert placed.all([SQUARE[:1], SQUARE[1:2]]) == ((100, 50), None, (100.5, 50))
