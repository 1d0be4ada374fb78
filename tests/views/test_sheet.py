"""A sheet laid out in CSS pixels from the top left, and its title."""

import re

import numpy as np
import pytest
from PIL import ImageColor

from b12explain.views import style
from b12explain.views.sheet import Scale, Sheet, titled_sheet
from b12explain.views.surface import Surface
from tests.views.lint import faults


def pixels(sheet, density=1):
    return np.asarray(Surface().draw(sheet, density).convert("RGB"))


def where(sheet, role, density=1):
    """Left, top, right, bottom (exclusive) of what has the colour of a role, device px."""
    rows, columns = np.nonzero((pixels(sheet, density) == ImageColor.getrgb(sheet.colour(role))).all(axis=2))
    return columns.min(), rows.min(), columns.max() + 1, rows.max() + 1


@pytest.mark.parametrize("density", [1, 2, 3])
def test_pixels_count_from_the_top_left_at_every_density(density):
    sheet = Sheet(200, 100)
    sheet.box(sheet.fixed, 10, 20, 30, 40, role="b12", antialiased=False)
    assert where(sheet, "b12", density) == tuple(density * edge for edge in (10, 20, 40, 60))


def test_scales():
    log, linear = Scale(0.5, 5_000, 60, 460, log=True), Scale(0, 30, 400, 100)
    assert log(0.5) == 60
    assert log([5, 50, 5_000]) == pytest.approx([160, 260, 460])
    assert [linear(value) for value in (0, 15, 30)] == [400, 250, 100]


def test_themes_and_roles():
    light, dark = Sheet(760, 100, "light"), Sheet(760, 100, "dark")
    assert light.colour("b12") == style.LIGHT.b12 != dark.colour("b12")
    assert light.colour("#123456") == "#123456"
    assert tuple(pixels(dark)[50, 50]) == ImageColor.getrgb(style.DARK.paper)


@pytest.mark.parametrize("honesty", ["measured", "calculated", "calculated + measured", "illustrative"])
@pytest.mark.parametrize("width", [320, 360, 760])
def test_the_badge_is_on_the_frame_and_inside(width, honesty):
    sheet = Sheet(width, 200)
    sheet.badge(honesty)
    assert not faults(sheet, revealed=False)
    assert honesty in [artist.text for artist in sheet.frame if hasattr(artist, "text")]


@pytest.mark.parametrize(
    ("width", "height", "lines"), [(360, 500, 2 + 3), (599, 500, 2 + 3), (600, 400, 1 + 1)]
)
def test_a_titled_sheet_has_the_height_and_the_lines_of_its_width(width, height, lines):
    sheet, title = titled_sheet(width, "dark", {"wide": 400, "narrow": 500}, "measured")
    assert (sheet.width, sheet.height, sheet.palette) == (width, height, style.DARK)
    assert "measured" in [artist.text for artist in sheet.frame if hasattr(artist, "text")]
    assert len(sheet.moving) == lines
    assert title.sheet is sheet


def block(width=360, lines=2, plain=1):
    sheet = Sheet(width, 300)
    return sheet, sheet.title_block(sheet.moving, lines, plain)


def said(sheet):
    return [label.text for label in sheet.moving if label.text]


def test_titles_are_wrapped_and_replaced():
    sheet, title = block()
    title.set("A finding that needs two lines on a phone, with a number", "What is plotted")
    assert len(said(sheet)) == 3
    assert not faults(sheet)
    title.set("Short", "What is plotted")
    assert said(sheet) == ["Short", "What is plotted"]
    assert max(label.y for label in sheet.moving if label.text) < title.bottom()


def test_of_several_wordings_the_first_that_fits_is_taken():
    sheet, title = block(lines=1)
    title.set(["One 1,000 µg tablet is 417 times the recommended allowance", "417 times", "417"], "Plotted")
    assert said(sheet) == ["417 times", "Plotted"]


@pytest.mark.parametrize("wordings", ["word " * 40, ["word " * 60, "word " * 40], "b" * 60])
def test_a_title_without_room_is_refused_and_the_old_one_stays(wordings):
    sheet, title = block()
    title.set("Old", "Plotted")
    last = wordings if isinstance(wordings, str) else wordings[-1]
    message = f"no room for {last!r} in 2 lines of 328 px; give a shorter wording too"
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        title.set(wordings, "Plotted")
    assert said(sheet) == ["Old", "Plotted"]


@pytest.mark.parametrize("width", [320, 360, 760])
def test_the_source_line_stands_at_the_foot_and_says_where_it_starts(width):
    sheet = Sheet(width, 300)
    top = sheet.source_line(sheet.fixed, "Points: Carmel 2008, table 1; Adams 1971. " * 3)
    assert not faults(sheet)
    assert min(label.y - label.size for label in sheet.fixed) == pytest.approx(top)
    assert max(label.y for label in sheet.fixed) == 300 - 14


def test_hollow_dots_are_outlined_and_solid_ones_rimmed_with_paper():
    sheet = Sheet(100, 100)
    solid = sheet.dots(sheet.fixed, [20], [20])
    hollow = sheet.dots(sheet.fixed, [60], [60], hollow=True)
    assert (solid.get_markerfacecolor(), solid.get_markeredgecolor()) == (style.LIGHT.b12, style.LIGHT.paper)
    assert (hollow.get_markerfacecolor(), hollow.get_markeredgecolor()) == (
        style.LIGHT.paper,
        style.LIGHT.b12,
    )


def test_ghosts_are_dashed_outlines():
    sheet = Sheet(100, 100)
    ghost = sheet.ghost(sheet.fixed, [0, 50], [10, 10])
    assert ghost.is_dashed()
    assert ghost.get_color() == style.LIGHT.ghost
