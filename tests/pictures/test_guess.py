"""The reader's guess: in its own colour, with its words on the side that has more room."""

import pytest

from b12explain.pictures.guess import beside, diamond, words
from b12explain.scene.labels import box_of

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(("x", "on_left"), [(60.0, False), (240.0, False), (260.0, True), (480.0, True)])
def test_words_stand_where_there_is_more_room_and_within_the_picture(x, on_left):
    mark, label = beside(x, 100.0, f"×{NBSP}417", 20.0, 480.0)
    left, _, right, _ = box_of(label)
    assert mark.points == ((x, 100.0),)
    assert (right < x) if on_left else (left > x)
    assert 20 <= left < right <= 480


def test_a_guess_is_a_hollow_diamond_in_the_readers_colour_and_says_whose_it_is():
    mark, label = diamond(10, 20), words(30, 40, "5 µg")
    assert (mark.role, mark.shape, mark.points) == ("you", "diamond", ((10, 20),))
    assert (label.role, label.text) == ("you", "you: 5 µg")
