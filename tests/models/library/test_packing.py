"""Packed traces are the traces, within what was asked."""

import numpy as np
import pytest

from b12explain.models.library.packing import MOST_SHAPES, pack, unpack

TIMES = np.linspace(-1, 1, 300)
PULSES = np.array(
    [100 * np.exp(-(((TIMES - late) / wide) ** 2)) for late in (-0.2, 0, 0.3) for wide in (0.1, 0.2, 0.4)]
)


@pytest.mark.parametrize("worst", [0.3, 1.0])
def test_no_value_is_off_by_more_than_was_asked(worst):
    packed = pack(PULSES, worst)
    np.testing.assert_allclose(unpack(packed), PULSES, atol=worst)
    np.testing.assert_allclose(unpack(packed, 4), PULSES[4], atol=worst)
    assert packed.numbers.nbytes + packed.shapes.nbytes < PULSES.nbytes / 3


def test_noise_is_refused():
    noise = 100 * np.random.default_rng(1).standard_normal((400, 300))
    with pytest.raises(
        ValueError, match=f"^{MOST_SHAPES} shapes do not keep these traces within 0.1; take more.$"
    ):
        pack(noise, 0.1)
