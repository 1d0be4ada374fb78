"""The painter of stills: each kind of mark in its place, size and colour."""

import numpy as np
import pytest
from PIL import ImageColor

from b12explain.publish.poster import paint
from b12explain.scene import style
from b12explain.scene.layout import Scene
from b12explain.scene.marks import Dots, Path, Rings, Text, box
from b12explain.scene.text import text_width

DENSITIES = pytest.mark.parametrize("density", [1, 2, 3])


def pixels(*marks, width=100, height=60, theme="light", density=1):
    return np.asarray(paint(Scene(width, height, (), marks), theme, density)).astype(int)


def colour(role, theme="light"):
    return ImageColor.getrgb(getattr(style.THEMES[theme], role))


def ink(page, density=1):
    """Left, top, right, bottom of what is not paper, CSS px."""
    rows, columns = np.nonzero(np.abs(page - page[0, 0]).sum(axis=2) > 60)
    return tuple(n / density for n in (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1))


def area(page, role="ink"):
    """How many pixels' worth of a role there is, by how far each is on the way from paper."""
    far = np.abs(page - colour("paper")).sum(axis=2)
    return far.sum() / np.abs(np.subtract(colour(role), colour("paper"))).sum()


@DENSITIES
def test_pixels_count_from_the_top_left(density):
    page = pixels(box(10, 20, 30, 25, "b12"), density=density)
    assert page.shape == (60 * density, 100 * density, 3)
    assert ink(page, density) == (10, 20, 40, 45)
    assert (page[20 * density : 45 * density, 10 * density : 40 * density] == colour("b12")).all()


@pytest.mark.parametrize("theme", list(style.THEMES))
def test_roles_are_the_colours_of_the_theme(theme):
    page = pixels(box(0, 0, 50, 60, "axon"), theme=theme)
    assert tuple(page[30, 25]) == colour("axon", theme)
    assert tuple(page[30, 75]) == colour("paper", theme)


def test_later_marks_lie_over_earlier_ones_and_frames_under_all():
    frame, over = box(0, 0, 60, 60, "ink"), box(20, 0, 40, 60, "b12")
    page = np.asarray(paint(Scene(60, 60, (frame,), (over, box(40, 0, 20, 60, "axon"))), density=1))
    assert [tuple(page[30, x]) for x in (10, 30, 50)] == [colour(role) for role in ("ink", "b12", "axon")]


@DENSITIES
def test_a_line_is_as_wide_as_it_says(density):
    page = pixels(Path(((10, 30), (90, 30)), stroke="ink", width=4), density=density)
    assert ink(page, density) == (10, 28, 90, 32)


def test_a_lifted_pen_leaves_a_gap():
    page = pixels(Path(((10, 30), (40, 30), None, (60, 30), (90, 30)), stroke="ink", width=4))
    assert area(page) == pytest.approx(2 * 30 * 4, rel=0.01)
    assert not np.abs(page[:, 41:59] - page[0, 0]).any()


def test_dashes_are_on_and_off_as_long_as_they_say():
    page = pixels(Path(((10, 30), (90, 30)), stroke="ink", width=4, dash=(6, 2)))
    dark = np.abs(page[30, 10:90] - page[0, 0]).sum(axis=1) > 60
    assert "".join("-" if on else " " for on in dark) == "------  " * 10


def test_round_ends_reach_beyond_the_points():
    points = ((30, 30), (70, 30))
    assert ink(pixels(Path(points, stroke="ink", width=10))) == (30, 25, 70, 35)
    assert ink(pixels(Path(points, stroke="ink", width=10, round=True))) == (25, 25, 75, 35)


def test_a_closed_path_is_drawn_back_to_its_start():
    corners = ((20, 10), (80, 10), (80, 50), (20, 50))
    for closed, expected in ((True, 2 * (60 + 40)), (False, 60 + 40 + 60)):
        page = pixels(Path(corners, stroke="ink", width=2, closed=closed))
        assert area(page) == pytest.approx(2 * expected, rel=0.03)


def test_opacity_is_of_fill_and_line():
    page = pixels(Path(((0, 0), (100, 0), (100, 60), (0, 60)), fill="ink", closed=True, opacity=0.25))
    expected = 0.75 * np.array(colour("paper")) + 0.25 * np.array(colour("ink"))
    assert page[30, 50] == pytest.approx(expected, abs=1.5)


AREAS = {"circle": np.pi / 4, "square": 1, "diamond": 2 * 0.7**2, "up": 0.5, "right": 0.5, "cross": 5 / 8}


@pytest.mark.parametrize("shape", AREAS)
def test_dots_are_as_large_as_their_shape(shape):
    page = pixels(Dots(((25, 30), (75, 30)), "ink", 30, shape, rim_width=0))
    assert area(page) == pytest.approx(2 * AREAS[shape] * 30**2, rel=0.02)


@pytest.mark.parametrize(
    ("shape", "edges"), [("up", (35, 15, 65, 45)), ("right", (35, 15, 65, 45)), ("diamond", (29, 9, 71, 51))]
)
def test_shapes_point_where_they_say(shape, edges):
    page = pixels(Dots(((50, 30),), "ink", 30, shape, rim_width=0))
    assert ink(page) == pytest.approx(edges, abs=1)
    dark = np.abs(page - page[0, 0]).sum(axis=2) > 200
    above, right = dark[:30].sum() / dark.sum(), dark[:, 50:].sum() / dark.sum()
    assert above == pytest.approx({"up": 0.25}.get(shape, 0.5), abs=0.05)
    assert right == pytest.approx({"right": 0.25}.get(shape, 0.5), abs=0.05)


def test_a_rim_straddles_the_edge_of_a_dot_and_parts_those_that_touch():
    page = pixels(Dots(((40, 30), (60, 30)), "ink", 20, rim_width=4))
    assert ink(page) == (32, 22, 68, 38), "half of the rim is inside"
    assert tuple(page[30, 50]) == colour("paper")


def test_rings_are_hollow_and_hide_what_is_under_them_unless_seen_through():
    line = Path(((0, 30), (100, 30)), stroke="axon", width=4)
    for fill, seen in (("paper", "paper"), ("", "axon"), ("b12_pale", "b12_pale")):
        page = pixels(line, Rings(((50, 30),), "ink", 20, 2, fill=fill))
        assert tuple(page[30, 50]) == colour(seen)
        assert tuple(page[30, 40]) == colour("ink")
        assert ink(page)[1::2] == (19, 41), "the outline's middle is the edge"


@DENSITIES
@pytest.mark.parametrize("face", ["regular", "semibold"])
@pytest.mark.parametrize(("anchor", "share"), [("start", 0), ("middle", 0.5), ("end", 1)])
def test_text_stands_at_its_anchor_on_its_baseline_as_wide_as_measured(density, face, anchor, share):
    page = pixels(
        Text(150, 60, "HH AVAVAV H", size=20, face=face, anchor=anchor),
        width=300,
        height=100,
        density=density,
    )
    left, top, right, bottom = ink(page, density)
    width = text_width("HH AVAVAV H", 20, face)
    assert left == pytest.approx(150 - share * width, abs=3)
    assert right == pytest.approx(150 + (1 - share) * width, abs=3)
    assert right - left == pytest.approx(width - 2 * 1.8, abs=0.5 + 1.4 / density), (
        "but for the room beside an H"
    )
    assert bottom == pytest.approx(60, abs=1.1)
    assert top == pytest.approx(60 - 0.66 * 20, abs=1.5), "cap height"


def test_text_in_bold_is_darker():
    regular, bold = (
        area(pixels(Text(10, 40, "HHHH", size=20, face=face))) for face in ("regular", "semibold")
    )
    assert bold > 1.3 * regular


def test_dollar_signs_are_not_formulas():
    assert ink(pixels(Text(10, 30, "$x_1$", size=20)))[3] > 31, "the underscore hangs below the line"


def test_text_of_spaces_leaves_no_mark():
    blank = pixels()
    assert (pixels(Text(10, 30, ""), Text(10, 30, "  ")) == blank).all()


def test_what_keeps_a_range_on_one_line_is_neither_drawn_nor_measured():
    joined = "12–\N{WORD JOINER}34"
    assert (pixels(Text(10, 30, joined, size=20)) == pixels(Text(10, 30, "12–34", size=20))).all()
    assert text_width(joined, 20) == text_width("12–34", 20)


def test_a_halo_clears_a_line_behind_the_letters():
    line = Path(((0, 34), (100, 34)), stroke="ink", width=2)
    plain, haloed = (pixels(line, Text(20, 40, "H H", "b12_pale", 20, halo=halo)) for halo in (False, True))
    dark = [(page.sum(axis=2) < 240).sum() for page in (plain, haloed)]
    assert dark[1] < dark[0] - 10


def test_what_is_not_a_mark_is_refused():
    with pytest.raises(TypeError, match=r"^no mark is a str; see b12explain\.scene\.marks$"):
        pixels("line")
