"""Axes: ticks at their values, the unit on the last, grid lines on whole pixels, words below."""

import pytest

from b12explain.scene.axes import across, ticks, upright
from b12explain.scene.layout import Room
from b12explain.scene.marks import Path, Text
from b12explain.scene.scale import Scale

ROOM = Room(760)
X, Y = Scale(0, 100, 60, 460), Scale(0, 30, 400, 100)


def parted(marks):
    return [mark for mark in marks if isinstance(mark, Path)], [
        mark for mark in marks if isinstance(mark, Text)
    ]


def test_the_unit_stands_on_the_last_tick_alone():
    assert ticks((0, 25, 1_000), "%") == ((0, "0"), (25, "25"), (1_000, "1,000\N{NO-BREAK SPACE}%"))
    assert ticks((0.5, 2), form=".1f") == ((0.5, "0.5"), (2, "2.0"))


def test_ticks_along_the_bottom_stand_under_their_values():
    lines, texts = parted(across(ROOM, X, ticks((0, 50, 100), "%"), 300, top=120, words="of the dose"))
    assert [(text.text, text.x, text.anchor) for text in texts[:3]] == [
        ("0", 60, "middle"), ("50", 260, "middle"), ("100\N{NO-BREAK SPACE}%", 460, "middle"),
    ]  # fmt: skip
    assert {text.y for text in texts[:3]} == {319}
    assert [line.points for line in lines] == [((x + 0.5, 120), (x + 0.5, 300)) for x in (60, 260, 460)]
    assert [line.stroke for line in lines] == ["axis", "grid", "grid"]
    said = texts[3]
    assert (said.text, said.x, said.anchor) == ("of the dose", 260, "middle")
    assert said.y > 319 + said.size


def test_without_a_top_there_is_no_grid():
    lines, texts = parted(across(ROOM, X, ticks((0, 100)), 300))
    assert not lines
    assert len(texts) == 2


def test_words_at_the_ends_can_stay_within_them():
    _, texts = parted(across(ROOM, X, ticks((0, 50, 100)), 300, ends=True))
    assert [text.anchor for text in texts] == ["start", "middle", "end"]


def test_ticks_of_an_upright_axis_stand_left_of_their_lines():
    lines, texts = parted(upright(ROOM, Y, ticks((0, 10, 30), "µg"), 60, 460))
    assert [line.points for line in lines] == [((60, y + 0.5), (460, y + 0.5)) for y in (400, 300, 100)]
    assert [line.stroke for line in lines] == ["axis", "grid", "grid"]
    assert [(text.x, text.y, text.anchor) for text in texts] == [(52, y + 4, "end") for y in (400, 300, 100)]
    assert texts[-1].text == "30\N{NO-BREAK SPACE}µg"


@pytest.mark.parametrize("width", [360, 760])
def test_ticks_have_the_size_of_their_room(width):
    room = Room(width)
    for marks in (across(room, X, ticks((0, 1)), 300), upright(room, Y, ticks((0, 1)), 60, 460)):
        assert {mark.size for mark in marks if isinstance(mark, Text)} == {room.sizes.tick}
