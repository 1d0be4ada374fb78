"""Traces made small: each as a few whole numbers, times shapes that all of them share."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

FINEST = 0.25  # unit of the whole numbers: mV, for a shape of length 1
MOST_SHAPES = 96


class Packed(NamedTuple):
    """Shapes, shape (shapes, times); and whole numbers, shape (shapes, traces), in units of ``FINEST``.

    Shapes are kept in half precision, and quicker to use in single.
    """

    shapes: NDArray[np.floating]
    numbers: NDArray[np.int16]


def pack(traces: NDArray, worst: float) -> Packed:
    """As few shapes as keep every value of every trace within ``worst``."""
    _, _, shapes = np.linalg.svd(traces, full_matrices=False)
    shapes = shapes.astype(np.float16)  # of length 1 and at right angles still, to three digits
    numbers = np.rint(shapes[:MOST_SHAPES] @ traces.T / FINEST).astype(np.int16)
    for count in range(8, MOST_SHAPES + 1, 4):
        packed = Packed(shapes[:count], numbers[:count])
        if np.abs(unpack(packed) - traces).max() <= worst:
            return packed
    raise ValueError(f"{MOST_SHAPES} shapes do not keep these traces within {worst:g}; take more.")


def unpack(packed: Packed, which: int | slice = slice(None)) -> NDArray[np.float32]:
    """One trace, or several."""
    return (packed.numbers[:, which].T * np.float32(FINEST)) @ packed.shapes.astype(np.float32, copy=False)
