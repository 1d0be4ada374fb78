"""Labels that find a free spot."""

import pytest

from b12explain.views.place import box, place
from b12explain.views.sheet import Sheet

INSIDE = (0, 0, 300, 100)


@pytest.fixture
def label():
    sheet = Sheet(300, 100)
    return sheet.text(sheet.moving, 0, 0, "words", size=14)


def test_the_first_free_spot_is_taken(label):
    taken = [(0, 40, 60, 60)]
    assert place(label, [(10, 55, "left"), (200, 55, "left"), (100, 90, "left")], taken, INSIDE)
    assert (label.x, label.y) == (200, 55)
    assert taken[-1] == box(label)


def test_a_spot_outside_is_none(label):
    assert place(
        label, [(290, 50, "left"), (2, 50, "right"), (150, 5, "left"), (290, 50, "right")], [], INSIDE
    )
    assert label.ha == "right"
    assert label.left + label.width == pytest.approx(290)


def test_without_a_spot_it_hides_and_comes_back(label):
    everything = [(0, 0, 300, 100)]
    assert not place(label, [(10, 50, "left")], everything, INSIDE)
    assert not label.get_visible()
    assert len(everything) == 1
    assert place(label, [(10, 50, "left")], [], INSIDE)
    assert label.get_visible()
