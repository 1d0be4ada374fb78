"""Labels kept apart: at the first free spot, or moved as little as possible, in order and in the room."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from b12explain.scene.labels import box_of, first_free, keep_apart, meet, width_of
from b12explain.scene.marks import Text
from b12explain.scene.text import text_width

LOW, HIGH = 0.0, 400.0
PLACES = st.lists(st.floats(-50, 450), min_size=1, max_size=15).map(sorted)
GAPS = st.floats(1, 30)


def has_room(wanted, gap):
    return gap * (len(wanted) - 1) <= HIGH - LOW


@given(PLACES, GAPS)
def test_order_and_gap_are_kept_within_the_ends(wanted, gap):
    assume(has_room(wanted, gap))
    spots = keep_apart(wanted, gap, LOW, HIGH)
    assert len(spots) == len(wanted)
    assert all(after - before >= gap - 1e-6 for before, after in pairwise(spots))
    assert spots[0] >= LOW - 1e-6
    assert spots[-1] <= HIGH + 1e-6


@given(PLACES, GAPS)
def test_labels_that_have_room_stay(wanted, gap):
    assume(all(after - before > gap for before, after in pairwise(wanted)))
    assume(wanted[0] >= LOW and wanted[-1] <= HIGH)
    assert keep_apart(wanted, gap, LOW, HIGH) == pytest.approx(wanted)


@given(PLACES, GAPS, st.integers(0, 2**32 - 1))
def test_no_other_arrangement_moves_less(wanted, gap, seed):
    """Least squares under constraints: a step towards any other allowed arrangement is never downhill."""
    assume(has_room(wanted, gap))
    spots = np.array(keep_apart(wanted, gap, LOW, HIGH))
    slack = HIGH - LOW - gap * (len(wanted) - 1)
    draws = np.sort(np.random.default_rng(seed).uniform(0, slack, (50, len(wanted))), axis=1)
    others = LOW + draws + gap * np.arange(len(wanted))
    uphill = ((others - spots) * (spots - np.array(wanted))).sum(axis=1)
    assert uphill.min() >= -1e-6


def test_equal_places_share_the_move():
    assert keep_apart([100, 100, 100], 20, LOW, HIGH) == [80, 100, 120]


def test_ends_push_inwards():
    assert keep_apart([-10, 5], 20, LOW, HIGH) == [0, 20]
    assert keep_apart([395, 399], 20, LOW, HIGH) == [380, 400]


def test_nothing_to_keep_apart():
    assert keep_apart([], 20, LOW, HIGH) == []


# -- boxes and spots ---
INSIDE = (0, 0, 300, 100)
LABEL = Text(100, 50, "words gpj", size=14, name="label")


@pytest.mark.parametrize(("anchor", "share"), [("start", 0), ("middle", 0.5), ("end", 1)])
def test_a_box_holds_the_letters_from_their_anchor(anchor, share):
    left, top, right, bottom = box_of(Text(100, 50, "words", size=20, face="semibold", anchor=anchor))
    width = text_width("words", 20, "semibold")
    assert (left, right) == pytest.approx((100 - share * width, 100 + (1 - share) * width))
    assert (top, bottom) == (35, 55), "three quarters above the baseline, one below"
    assert width_of(LABEL) == text_width("words gpj", 14)


@pytest.mark.parametrize(
    ("other", "together"),
    [
        ((62, 0, 90, 10), True),
        ((64, 0, 90, 10), False),
        ((0, 10.5, 60, 20), True),
        ((0, 11.5, 60, 20), False),
    ],
)
def test_boxes_meet_that_come_nearer_than_a_hair(other, together):
    assert meet((0, 0, 60, 10), other) == meet(other, (0, 0, 60, 10)) == together


def test_the_first_free_spot_is_taken():
    spots = [(10, 55, "start"), (200, 55, "start"), (100, 90, "start")]
    found = first_free(LABEL, spots, [(0, 40, 60, 60)], INSIDE)
    assert (found.x, found.y, found.anchor) == (200, 55, "start")
    assert (found.text, found.size, found.name) == (LABEL.text, LABEL.size, LABEL.name)


def test_a_spot_outside_is_none():
    spots = [(290, 50, "start"), (2, 50, "end"), (150, 5, "start"), (150, 99, "start"), (290, 50, "end")]
    found = first_free(LABEL, spots, [], INSIDE)
    assert found.anchor == "end"
    assert box_of(found)[2] == pytest.approx(290)


def test_without_a_free_spot_there_is_no_label():
    assert first_free(LABEL, [(10, 50, "start")], [INSIDE], INSIDE) is None
    assert first_free(LABEL, [], [], INSIDE) is None


@given(st.lists(st.tuples(st.floats(-50, 350), st.floats(-20, 120)), max_size=8), st.integers(0, 3))
def test_a_label_never_meets_what_is_taken(places, count):
    taken = [box_of(Text(60 + 70 * i, 50, "taken")) for i in range(count)]
    found = first_free(LABEL, [(x, y, "middle") for x, y in places], taken, INSIDE)
    if found:
        left, top, right, bottom = box_of(found)
        assert 0 <= left < right <= 300
        assert 0 <= top < bottom <= 100
        assert not any(meet((left, top, right, bottom), other) for other in taken)
