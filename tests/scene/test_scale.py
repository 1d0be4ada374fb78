"""From quantities to pixels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12explain.scene.scale import Scale

LOG, LINEAR = Scale(0.5, 5_000, 60, 460, log=True), Scale(0, 30, 400, 100)


def test_a_decade_is_as_long_as_the_next():
    assert LOG(0.5) == 60
    assert LOG([5, 50, 500, 5_000]) == pytest.approx([160, 260, 360, 460])


def test_a_linear_scale_can_run_upwards():
    assert [LINEAR(value) for value in (0, 15, 30)] == [400, 250, 100]


def test_a_number_gives_a_number_and_a_sequence_an_array():
    assert isinstance(LINEAR(3), float)
    assert LINEAR((0, 15)).tolist() == [400, 250]


@pytest.mark.parametrize(
    ("scale", "value", "place"), [(LINEAR, -5, 400), (LINEAR, 31, 100), (LOG, 0.01, 60), (LOG, 1e6, 460)]
)
def test_what_is_beyond_an_end_stands_at_it(scale, value, place):
    assert scale.within(value) == pytest.approx(place)


@given(st.floats(0.5, 5_000))
def test_within_the_ends_nothing_is_moved(value):
    assert LOG.within(value) == LOG(value)
    assert 60 - 1e-9 <= LOG(value) <= 460 + 1e-9
