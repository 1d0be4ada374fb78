"""The axons cut across: as many as there are, none over another, lost and thinned as the nerve's."""

import numpy as np
import pytest

from b12explain.models.damage import damage
from b12explain.views.damage.bundle import COUNT, Bundle, sizes
from b12explain.views.sheet import Sheet

CURVES = 26  # points of one circle of matplotlib


@pytest.fixture(scope="module")
def bundle():
    return Bundle(Sheet(760, 400), 20, 40, 370)


def shown(bundle, **state):
    """How many axons, sheaths and lost axons are drawn."""
    bundle.update(damage(**state))
    return [len(one.get_path().vertices) // CURVES for one in (bundle._axons, bundle._myelin, bundle._lost)]


def outermost_px(bundle):
    """Widths of the sheaths drawn, left to right."""
    points = bundle._myelin.get_path().vertices.reshape(-1, CURVES, 2)[:, :-1, 0]
    return np.ptp(points, axis=1)


def test_every_axon_is_drawn_whole_or_lost(bundle):
    assert shown(bundle, myelin_lost=0.0) == [COUNT, COUNT, 0]
    assert shown(bundle, axons_lost=0.7) == [12, 12, 28]
    assert shown(bundle, axons_lost=1.0) == [0, 0, COUNT]


def test_bare_axons_have_no_sheath_drawn(bundle):
    assert shown(bundle, myelin_lost=1.0, affected_share=0.25) == [COUNT, COUNT - 10, 0]


def test_the_largest_are_lost_first_where_that_is_chosen(bundle):
    shown(bundle, axons_lost=0.5, loss="largest")
    left_px = outermost_px(bundle).max()
    outer_um, _ = sizes()
    assert left_px == pytest.approx(np.median(outer_um) * bundle.px_per_um, rel=0.02)


def test_lost_myelin_makes_thin_rims_and_leaves_the_axons(bundle):
    shown(bundle, myelin_lost=0.0)
    whole, axons = outermost_px(bundle).sum(), bundle._axons.get_path().vertices.copy()
    shown(bundle, myelin_lost=0.6)
    outer_um, axon_um = sizes()
    lost_px = 0.6 * (outer_um - axon_um).sum() * bundle.px_per_um
    assert whole - outermost_px(bundle).sum() == pytest.approx(lost_px, rel=0.01)
    assert np.array_equal(axons, bundle._axons.get_path().vertices)


@pytest.mark.parametrize("loss", ["all sizes", "largest"])
@pytest.mark.parametrize("affected_share", [0.05, 0.1, 0.5, 1.0])
@pytest.mark.parametrize("axons_lost", [0.1, 0.5, 0.9])
def test_thin_rims_are_drawn_where_the_words_speak_of_them(bundle, loss, affected_share, axons_lost):
    state = {"affected_share": affected_share, "axons_lost": axons_lost, "loss": loss}
    shown(bundle, myelin_lost=0.0, axons_lost=axons_lost, loss=loss)
    assert "thin rims" not in bundle._words.text
    whole = outermost_px(bundle)
    shown(bundle, myelin_lost=0.6, **state)
    assert "thin rims" in bundle._words.text
    thinner = np.count_nonzero(outermost_px(bundle) < whole - 1e-6)
    assert thinner == np.ceil(affected_share * len(whole))


def test_no_axon_is_drawn_over_another_or_beside_the_panel(bundle):
    radius = bundle.outer_um * bundle.px_per_um / 2
    apart = np.hypot(*(bundle.centres[:, None] - bundle.centres).T)
    touching = apart < radius[:, None] + radius
    assert np.array_equal(touching, np.eye(COUNT, dtype=bool))
    assert (bundle.centres[:, 0] - radius).min() >= 20
    assert (bundle.centres[:, 0] + radius).max() <= 390.5
