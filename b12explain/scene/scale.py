"""From quantities to pixels."""

from __future__ import annotations

import math
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
        low, high, number = self.low, self.high, isinstance(value, (int, float))
        if not number:
            value = np.asarray(value, float)
        if self.log:
            low, high = math.log10(low), math.log10(high)
            value = math.log10(value) if number else np.log10(value)
        return self.start_px + (value - low) / (high - low) * (self.end_px - self.start_px)

    def within(self, value: float) -> float:
        """Position of a number, or of the end that it lies beyond."""
        return self(min(max(value, self.low), self.high))
