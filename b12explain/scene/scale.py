"""From quantities to pixels."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Scale:
    """Maps a quantity to pixels: ``Scale(0.5, 5_000, 60, 480, log=True)(50)``.

    Parameters
    ----------
    low, high : float
        Quantities at the two ends; positive on a log scale.
    start_px, end_px : float
        Where those are, CSS px.
    log : bool

    Examples
    --------
    >>> Scale(0, 10, 100, 200)(2.5)
    125.0
    """

    low: float
    high: float
    start_px: float
    end_px: float
    log: bool = False

    def __call__(self, value):
        """Position in CSS px of a number, or an array of those of a sequence."""
        if isinstance(value, Iterable):
            value = np.asarray(value, float)
        logarithm = math.log10 if isinstance(value, int | float) else np.log10
        position = logarithm(value) if self.log else value
        low, high = (math.log10(end) if self.log else end for end in (self.low, self.high))
        return self.start_px + (position - low) / (high - low) * (self.end_px - self.start_px)

    def within(self, value: float) -> float:
        """Position of a number, or of the end that it lies beyond."""
        return self(min(max(value, self.low), self.high))
