"""The two-path model of absorption, fitted to measured doses.

A small share of any dose leaks through the gut wall (passive diffusion). The rest must be carried by intrinsic
factor, whose path is full at one to two micrograms a meal and needs hours to recover::

    absorbed = capacity · dose / (half_dose + dose)  +  passive_fraction · dose

The passive fraction is the geometric mean of the shares measured in people without intrinsic factor; capacity and
half_dose are fitted, on a log scale, to the amounts measured in people with normal absorption.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..quantities import quantity
from ..tables import Row, table

NINE_IN_TEN = 1.645  # standard deviations either side of the mean that hold 90 % of a normal distribution


@dataclass(frozen=True)
class Fit:
    """The two-path model fitted to measured points.

    Parameters
    ----------
    capacity_ug : float
        Most that one dose can send down the intrinsic-factor path, µg.
    half_dose_ug : float
        Dose at which that path is half full, µg.
    passive_fraction : float
        Share of any dose that leaks through, 0–1.
    """

    capacity_ug: float
    half_dose_ug: float
    passive_fraction: float

    def intrinsic_ug(self, dose_ug, recovered: float = 1.0):
        """What the intrinsic-factor path carries of one dose, µg; ``recovered`` is the share of its capacity."""
        return self.capacity_ug * recovered * dose_ug / (self.half_dose_ug + dose_ug)

    def total_ug(self, dose_ug):
        """What gets in of one dose by both ways, µg."""
        return self.intrinsic_ug(dose_ug) + self.passive_fraction * dose_ug


def measured(condition: str) -> tuple[Row, ...]:
    """Measured oral doses, with ``condition`` ``"normal"`` or ``"no_if"`` (no intrinsic factor), as data rows."""
    rows = table("absorption").where(topic="oral dose-response")
    return tuple(row for row in rows if (row.condition == "no intrinsic factor") == (condition == "no_if"))


def fit_two_paths(
    normal: Sequence[Row] | None = None, no_intrinsic_factor: Sequence[Row] | None = None
) -> Fit:
    """Fit the two-path model to measured doses.

    Parameters
    ----------
    normal, no_intrinsic_factor : sequence of Row, optional
        Rows of the absorption table; by default all that :func:`measured` gives.

    Notes
    -----
    Least squares in the logarithm of the amount absorbed, since the measurements spread by a factor rather than by
    an amount. The table is not monotone (1.6 µg of 10, 1.5 µg of 50), so no rising curve meets every point.
    """
    normal = measured("normal") if normal is None else normal
    without = measured("no_if") if no_intrinsic_factor is None else no_intrinsic_factor
    shares = [float(quantity(row).to("fraction")) for row in without]
    passive = float(np.exp(np.mean(np.log(shares))))
    dose = np.array([row.dose_ug for row in normal])
    absorbed = np.array([row.absorbed_ug for row in normal])

    def residuals(log_parameters):
        fit = Fit(*np.exp(log_parameters), passive)
        return np.log(fit.total_ug(dose) / absorbed)

    capacity, half_dose = np.exp(
        _least_squares(residuals, np.log([float(quantity("absorption.capacity_per_meal"))] * 2))
    )
    return Fit(float(capacity), float(half_dose), passive)


def _least_squares(residuals, start: np.ndarray, steps: int = 40) -> np.ndarray:
    """Gauss–Newton with a numerical Jacobian: for two smooth parameters, SciPy would cost a kernel 40 MB more."""
    parameters = start
    for _ in range(steps):
        at = residuals(parameters)
        jacobian = np.stack(
            [(residuals(parameters + h) - at) / 1e-6 for h in np.eye(len(start)) * 1e-6], axis=1
        )
        move = np.linalg.lstsq(jacobian, -at, rcond=None)[0]
        parameters = parameters + np.clip(move, -0.5, 0.5)
        if np.abs(move).max() < 1e-10:
            break
    return parameters


@lru_cache(maxsize=1)
def two_paths() -> Fit:
    """The model fitted to all measured doses."""
    return fit_two_paths()


@lru_cache(maxsize=1)
def left_out_misses() -> tuple[float, ...]:
    """By which factor the model misses each measured point when that point is left out of the fit."""
    rows = measured("normal")
    misses = []
    for i, row in enumerate(rows):
        others = fit_two_paths([*rows[:i], *rows[i + 1 :]])
        misses.append(others.total_ug(row.dose_ug) / row.absorbed_ug)
    return tuple(misses)


@lru_cache(maxsize=1)
def spread_factor() -> float:
    """The factor up or down within which nine in ten measured means should fall, from :func:`left_out_misses`."""
    return math.exp(NINE_IN_TEN * float(np.sqrt(np.mean(np.log(left_out_misses()) ** 2))))
