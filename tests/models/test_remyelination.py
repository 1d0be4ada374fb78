"""A remyelinated nerve: speed comes back, lost axons do not."""

import re
from itertools import pairwise

import pytest

from b12explain.models.conduction_criteria import Verdict
from b12explain.models.remyelination import another_day, cooler_foot, remyelinate


def test_stripped_of_its_myelin_a_nerve_shows_nothing_and_with_new_sheaths_it_is_slow():
    nerve = remyelinate()
    assert nerve.stripped.verdict is Verdict.NOTHING_TO_RECORD
    assert nerve.mended.recorded
    assert nerve.mended.verdict is Verdict.SLOW


def test_new_myelin_never_passes_the_axons_that_are_left():
    for lost in (0.0, 0.3, 0.7):
        assert remyelinate(axons_lost=lost).mended.amplitude_share <= 1 - lost


def test_lost_axons_of_all_sizes_leave_the_velocity_that_comes_back():
    speeds = {remyelinate(axons_lost=lost).mended.velocity_share for lost in (0.0, 0.3, 0.7)}
    assert len(speeds) == 1


def test_full_length_and_thickness_are_as_good_as_new():
    point = remyelinate(parts=1, lamella_fraction=1.0).mended
    assert (point.velocity_share, point.amplitude_share) == (1, 1)


def test_more_lamellae_are_faster_and_more_parts_of_a_thick_sheath_slower():
    thick = [remyelinate(lamella_fraction=f).mended.velocity_share for f in (0.2, 0.4, 0.7, 1.0)]
    assert all(less < more for less, more in pairwise(thick))
    short = [remyelinate(parts=n, lamella_fraction=1.0).mended.velocity_share for n in (1, 2, 3, 4, 6)]
    assert all(more < less for less, more in pairwise(short))


def test_growing_thick_is_worth_no_more_than_a_cold_foot():
    """The point of the ruler: 5 m/s is in the reach of all of them."""
    gain = remyelinate().maturing_m_per_s
    assert 0 < gain < cooler_foot(3.0).low < 5 < cooler_foot(3.0).high
    assert remyelinate(lamella_fraction=1.0).maturing_m_per_s == 0
    assert remyelinate(axons_lost=1.0).maturing_m_per_s is None


def test_no_new_myelin_passes_the_axons_that_are_left():
    nerve = remyelinate(axons_lost=0.3)
    assert nerve.ceiling.amplitude_uv == pytest.approx(0.7 * 21.7)
    assert nerve.healthy.velocity_m_per_s == 46.1


def test_what_else_moves_a_velocity_is_the_published_slopes_and_spread():
    assert (cooler_foot(2.0).low, cooler_foot(2.0).high) == pytest.approx((2.6, 4.0))
    assert cooler_foot(0.0).high == 0
    assert (another_day().low, another_day().high) == pytest.approx((0.042 * 46.1, 0.098 * 46.1))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        *(
            (
                {"parts": bad},
                f"parts must be a whole number from 1 to 6; got {bad!r}. The thinnest fibre’s internode holds no more.",
            )
            for bad in (0, 7, 2.5, "3", None, True, float("nan"))
        ),
        *(
            ({name: bad}, f"{name} must be between 0 and 1; got {bad!r}. It is a share, not a percentage.")
            for name in ("lamella_fraction", "affected_share", "axons_lost")
            for bad in (-0.1, 40, "0.4", None, True, float("nan"))
        ),
        (
            {"foot_cooler_c": -1.0},
            "foot_cooler_c must be between 0 and 10\N{NO-BREAK SPACE}°C; got -1.0. Give a difference.",
        ),
    ],
)
def test_what_no_nerve_has_is_refused(call, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        remyelinate(**call)


@pytest.mark.parametrize("bad", [-1, 11, "3", None, True, float("nan")])
def test_a_colder_foot_is_a_few_degrees_colder(bad):
    message = f"cooler_c must be between 0 and 10\N{NO-BREAK SPACE}°C; got {bad!r}. Give a difference."
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        cooler_foot(bad)
