"""Labels kept apart: in order, in the room, and moved as little as possible."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from b12explain.views.spread import spread

LOW, HIGH = 0.0, 400.0
PLACES = st.lists(st.floats(-50, 450), min_size=1, max_size=15).map(sorted)
GAPS = st.floats(1, 30)


def has_room(wanted, gap):
    return gap * (len(wanted) - 1) <= HIGH - LOW


@given(PLACES, GAPS)
def test_order_and_gap_are_kept_within_the_ends(wanted, gap):
    assume(has_room(wanted, gap))
    spots = spread(wanted, gap, LOW, HIGH)
    assert len(spots) == len(wanted)
    assert all(after - before >= gap - 1e-6 for before, after in pairwise(spots))
    assert spots[0] >= LOW - 1e-6
    assert spots[-1] <= HIGH + 1e-6


@given(PLACES, GAPS)
def test_labels_that_have_room_stay(wanted, gap):
    assume(all(after - before > gap for before, after in pairwise(wanted)))
    assume(wanted[0] >= LOW and wanted[-1] <= HIGH)
    assert spread(wanted, gap, LOW, HIGH) == pytest.approx(wanted)


@given(PLACES, GAPS, st.integers(0, 2**32 - 1))
def test_no_other_arrangement_moves_less(wanted, gap, seed):
    """Least squares under constraints: a step towards any other allowed arrangement is never downhill."""
    assume(has_room(wanted, gap))
    spots = np.array(spread(wanted, gap, LOW, HIGH))
    slack = HIGH - LOW - gap * (len(wanted) - 1)
    draws = np.sort(np.random.default_rng(seed).uniform(0, slack, (50, len(wanted))), axis=1)
    others = LOW + draws + gap * np.arange(len(wanted))
    uphill = ((others - spots) * (spots - np.array(wanted))).sum(axis=1)
    assert uphill.min() >= -1e-6


def test_equal_places_share_the_move():
    assert spread([100, 100, 100], 20, LOW, HIGH) == [80, 100, 120]


def test_ends_push_inwards():
    assert spread([-10, 5], 20, LOW, HIGH) == [0, 20]
    assert spread([395, 399], 20, LOW, HIGH) == [380, 400]


def test_nothing_to_spread():
    assert spread([], 20, LOW, HIGH) == []
