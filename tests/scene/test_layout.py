"""Layout: rooms, title blocks that never overflow, badges, source lines, and parts put together."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12explain.scene import style
from b12explain.scene.labels import box_of, meet
from b12explain.scene.layout import (
    FOOT,
    Part,
    Room,
    Scene,
    badge,
    compose,
    heading,
    panel_title,
    paragraph,
    source_line,
    with_badge,
)
from b12explain.scene.marks import Dots, Path, Text
from b12explain.scene.text import text_width
from tests.pictures.lint import faults

WIDTHS = st.integers(style.LEAST_WIDTH, style.MOST_WIDTH)
HONESTY = ("measured", "calculated", "calculated + measured", "illustrative")


def scene(*marks, width=360, height=400):
    return Scene(width, height, (), marks)


# -- rooms ---
@pytest.mark.parametrize("width", [199, 1_001, float("nan"), -1])
def test_a_room_that_is_too_small_or_large_is_refused(width):
    with pytest.raises(
        ValueError, match=r"^width must be between 200 and 1,000 px; got .+\. Draw at the nearest"
    ):
        Room(width)


@pytest.mark.parametrize(("width", "narrow", "margin"), [(200, True, 16), (599, True, 16), (600, False, 24)])
def test_rooms_under_600_px_are_narrow(width, narrow, margin):
    room = Room(width)
    assert (room.narrow, room.left, room.right, room.inner) == (
        narrow, margin, width - margin, width - 2 * margin,
    )  # fmt: skip
    assert room.sizes is (style.NARROW_SIZES if narrow else style.WIDE_SIZES)


# -- title block ---
TITLE = ("Of 1,000 µg swallowed, about 13 µg gets in by two ways that add up", "About 13 µg gets in", "13 µg")
PLAIN = "Most of it leaks through the gut wall by itself, without any intrinsic factor"


@given(WIDTHS, st.sampled_from(HONESTY), st.integers(1, 3), st.integers(1, 2))
def test_title_plain_line_and_badge_keep_apart_and_within(width, honesty, lines, under):
    room = Room(width)
    head = heading(room, TITLE, PLAIN, lines=lines, under=under)
    assert not faults(scene(*badge(room, honesty), *head.marks, width=width))
    assert max(box_of(mark)[3] for mark in head.marks) <= head.bottom + 4


@given(WIDTHS, st.sampled_from(["13 µg", TITLE[0]]), st.sampled_from(["Short", PLAIN]))
def test_what_is_below_does_not_jump_while_the_words_have_room(width, title, plain):
    room = Room(width)
    head = heading(room, title, plain, lines=9, under=9)
    assert head.bottom == heading(room, "13 µg", "Short", lines=9, under=9).bottom


def test_the_longest_wording_that_fits_is_taken():
    def said(width, **more):
        return " ".join(
            mark.text for mark in heading(Room(width), TITLE, PLAIN, **more).marks if mark.name == "title"
        )

    assert said(760, lines=2) == TITLE[0]
    assert said(600) == TITLE[1]
    assert said(200) == TITLE[1], "two lines on a narrow picture"


def test_a_title_that_fits_nowhere_takes_more_lines_and_moves_what_is_below():
    room = Room(200)
    head = heading(room, "word " * 30, "Plain")
    assert not faults(scene(*head.marks, width=200, height=900))
    assert head.bottom > heading(room, "word", "Plain").bottom


# -- badge ---
@pytest.mark.parametrize("honesty", HONESTY)
@pytest.mark.parametrize("width", [200, 360, 599, 600, 760])
def test_the_badge_says_how_far_to_trust_by_word_and_sign(width, honesty):
    room = Room(width)
    pill, sign, words = badge(room, honesty)
    assert words.text == honesty
    assert words.name == "badge"
    assert isinstance(sign, Dots) == (honesty == "measured")
    assert not faults(scene(pill, sign, words, width=width))
    (left, y), (right, _) = pill.points
    assert left < words.x < words.x + text_width(honesty, words.size) < right + pill.width / 2
    assert abs(words.y - y) < 8
    if isinstance(sign, Path):
        assert bool(sign.dash) == (honesty == "illustrative")
    assert (left < width / 2) if room.narrow else (right > width / 2)


def test_the_badge_is_put_under_the_frame_and_nothing_else_changes():
    plain = Scene(360, 200, (Text(0, 0, "axis"),), (Text(0, 0, "mark"),), description="Words.")
    signed = with_badge(plain, Room(360), "measured")
    assert signed.frame == (*badge(Room(360), "measured"), *plain.frame)
    assert (signed.marks, signed.width, signed.height, signed.description) == (
        plain.marks,
        360,
        200,
        "Words.",
    )


# -- foot ---
@given(WIDTHS, st.integers(1, 4))
def test_the_source_line_stands_at_the_foot_and_ends_where_it_says(width, times):
    room = Room(width)
    foot = source_line(room, "Points: Carmel 2008, table 1; Adams 1971. " * times, 300)
    assert not faults(scene(*foot.marks, width=width, height=foot.bottom + FOOT))
    assert min(mark.y - mark.size for mark in foot.marks) == 300
    assert max(mark.y for mark in foot.marks) == foot.bottom
    assert {mark.role for mark in foot.marks} == {"ink3"}


# -- parts ---
def test_all_frames_come_before_all_marks():
    parts = [Part([Text(0, 0, f"axis {i}")], [Text(0, 0, f"mark {i}")], 0) for i in range(2)]
    found = compose(Room(360), 199.2, parts, "A description.")
    assert [mark.text for mark in found.all] == ["axis 0", "axis 1", "mark 0", "mark 1"]
    assert [mark.text for mark in found.frame] == ["axis 0", "axis 1"]
    assert (found.width, found.height, found.description) == (360, 200, "A description.")


def test_marks_are_found_by_name():
    one, two = Text(0, 0, "a", name="title"), Text(0, 9, "b", name="title")
    found = Scene(360, 200, (one,), (two, Text(0, 0, "c", name="here")))
    assert found.named("title") == (one, two)
    assert found.one("here").text == "c"
    for name, count in (("title", 2), ("nowhere", 0)):
        with pytest.raises(KeyError, match=rf"{count} marks are named '{name}'; there are here, title"):
            found.one(name)


# -- headings and paragraphs of parts ---
@pytest.mark.parametrize(
    ("width", "said"),
    [(400, "Share that stays in the body"), (120, "Share that stays"), (84, "Share that…"), (50, "Share…")],
)
def test_a_part_s_heading_is_the_first_wording_that_fits_or_as_much_as_does(width, said):
    found = panel_title(Room(760), 24, 100, ("Share that stays in the body", "Share that stays"), width)
    assert found.text == said
    assert (found.x, found.y, found.face) == (24, 100, "semibold")
    assert text_width(found.text, found.size, "semibold") <= width


@given(st.floats(120, 500))
def test_a_paragraph_takes_the_lines_it_needs(width):
    lines = paragraph(24, 100, PLAIN, width, role="ink2")
    assert " ".join(line.text for line in lines) == PLAIN
    assert [line.y for line in lines] == [100 + 17 * row for row in range(len(lines))]
    assert {line.role for line in lines} == {"ink2"}
    assert all(text_width(line.text, line.size) <= width for line in lines)
    assert not any(meet(box_of(one), box_of(other)) for one, other in pairwise(lines))
