"""How much of a dose of vitamin B12 gets in: two ways through the gut, a meal, and what stays of an injection.

A small share of any dose leaks through the gut wall (passive diffusion). The rest must be carried by intrinsic
factor, whose path is full at one to two micrograms a meal and needs hours to recover::

    absorbed = capacity · dose / (half_dose + dose)  +  passive_fraction · dose

The passive fraction is the geometric mean of the shares measured in people without intrinsic factor; capacity and
half_dose are fitted, on a log scale, to the shares measured in people with normal absorption.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..quantities import Quantity, format_number, quantity
from ..tables import Row, table

DOSE_RANGE_UG = (0.5, 5_000.0)
MOST_TIMES_PER_DAY = 6
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


@dataclass(frozen=True)
class Absorbed:
    """What gets in of a day's B12.

    Parameters
    ----------
    route : str
        ``"tablet"`` or ``"meal"``.
    dose_ug, times_per_day : float, int
        One dose, and how many a day.
    intrinsic_factor : bool
        Whether intrinsic factor works.
    intrinsic_ug, passive_ug : float
        Absorbed a day by each path, µg. A meal's paths are not told apart: all is under ``intrinsic_ug``.
    low_ug, high_ug : float or None
        Range of the sum; None where the source gives none.
    """

    route: str
    dose_ug: float
    times_per_day: int
    intrinsic_factor: bool
    intrinsic_ug: float
    passive_ug: float
    low_ug: float | None
    high_ug: float | None

    @property
    def swallowed_ug(self) -> float:
        """Swallowed a day, µg."""
        return self.dose_ug * self.times_per_day

    @property
    def total_ug(self) -> float:
        """Absorbed a day, µg."""
        return self.intrinsic_ug + self.passive_ug

    @property
    def share(self) -> float:
        """Absorbed ÷ swallowed."""
        return self.total_ug / self.swallowed_ug


@dataclass(frozen=True)
class Retained:
    """What stays in the body of one injection, as each study measured it.

    Parameters
    ----------
    form : str
        ``"cyanocobalamin"`` or ``"hydroxocobalamin"``.
    dose_ug : float
    shares : tuple of Quantity
        Measured shares kept, %, one a study.
    """

    form: str
    dose_ug: float
    shares: tuple[Quantity, ...]

    @property
    def kept_ug(self) -> tuple[float, ...]:
        """µg kept, in the order of ``shares``."""
        return tuple(float(share.to("fraction")) * self.dose_ug for share in self.shares)


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
    shares = [float(row.quantity.to("fraction")) for row in without]
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
    """Gauss–Newton with a numerical Jacobian: two smooth parameters need no more."""
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


def recovered_share(times_per_day: int) -> tuple[float, float, float]:
    """Share of the intrinsic-factor path that is ready again at each dose: low, middle, high.

    Doses are assumed to be spread evenly over 24 hours, and the path to recover steadily over the published recovery
    time; the middle uses the middle of that time's range.
    """
    gap_h = 24 / times_per_day
    recovery = quantity("absorption.recovery_time")
    times_h = (recovery.high, (recovery.low + recovery.high) / 2, recovery.low)
    low, middle, high = (1.0 if times_per_day == 1 else min(1.0, gap_h / time_h) for time_h in times_h)
    return low, middle, high


def absorb(dose_ug: float, times_per_day: int = 1, intrinsic_factor: bool = True) -> Absorbed:
    """What gets in of crystalline B12 swallowed once or several times a day.

    Parameters
    ----------
    dose_ug : float
        One dose, µg (0.5–5,000).
    times_per_day : int
        Doses a day, evenly spread (1–6).
    intrinsic_factor : bool
        False as in pernicious anaemia or after the stomach has been removed.

    Returns
    -------
    Absorbed
        µg a day. With intrinsic factor the range is the model's own miss (:func:`spread_factor`) and the range of
        the recovery time; without, the published range of the passive share.

    Raises
    ------
    ValueError
        If a parameter is out of range.

    Notes
    -----
    Leaves out food in the stomach (which lowers the passive share), the form of cobalamin, age, stomach acid, drugs,
    and the wide variation between people: the points are means of small groups.

    References
    ----------
    [Carmel2008] table 1; [Adams1971]; [IOM1998] p. 309.

    Examples
    --------
    >>> round(absorb(1_000).total_ug)
    13
    >>> absorb(-3)
    Traceback (most recent call last):
    ...
    ValueError: dose_ug must be between 0.5 and 5,000 µg; got -3. The model was fitted to doses of 1 to 1,000 µg.
    """
    low_ug, high_ug = DOSE_RANGE_UG
    if not low_ug <= dose_ug <= high_ug:
        fitted = " to ".join(
            format_number(end(r.dose_ug for r in measured("normal")), 4) for end in (min, max)
        )
        raise ValueError(
            f"dose_ug must be between {low_ug:g} and {high_ug:,.0f} µg; got {dose_ug:g}. "
            f"The model was fitted to doses of {fitted} µg."
        )
    if times_per_day not in range(1, MOST_TIMES_PER_DAY + 1):
        raise ValueError(
            f"times_per_day must be a whole number from 1 to {MOST_TIMES_PER_DAY}; got {times_per_day!r}. "
            "For a schedule over weeks, use the mean of a day."
        )
    fit, n = two_paths(), times_per_day
    passive = fit.passive_fraction * dose_ug * n
    if not intrinsic_factor:
        spread = quantity("absorption.passive_fraction").to("fraction")
        return Absorbed(
            "tablet", dose_ug, n, False, 0.0, passive, spread.low * dose_ug * n, spread.high * dose_ug * n
        )
    least, middle, most = (fit.intrinsic_ug(dose_ug, share) * n for share in recovered_share(n))
    factor = spread_factor()
    return Absorbed(
        "tablet", dose_ug, n, True, middle, passive, (least + passive) / factor, (most + passive) * factor
    )


def absorb_meal(dose_ug: float) -> Absorbed:
    """What gets in of the B12 in one meal, by the equation pooled from meals with labelled food.

    Parameters
    ----------
    dose_ug : float
        B12 in the meal, µg, within the range of food that the equation was made from.

    Raises
    ------
    ValueError
        Outside that range, where the equation does not hold.

    Notes
    -----
    ln(absorbed) = coefficient + exponent · ln(dose). Leaves out which food it is (eggs give less, chicken more).

    References
    ----------
    [Doets2013] abstract.

    Examples
    --------
    >>> round(absorb_meal(3).total_ug, 2)
    0.89
    """
    valid = quantity("absorption.food_range")
    if not valid.low <= dose_ug <= valid.high:
        raise ValueError(
            f"dose_ug must be between {valid.low:g} and {valid.high:g} µg for a meal; got {dose_ug:g}. "
            "The food equation does not hold beyond food: use absorb() for a tablet."
        )
    coefficient, exponent = (
        float(quantity(f"absorption.food_{name}")) for name in ("coefficient", "exponent")
    )
    absorbed = math.exp(coefficient + exponent * math.log(dose_ug))
    return Absorbed("meal", dose_ug, 1, True, absorbed, 0.0, None, None)


def retain(form: str, dose_ug: float) -> Retained:
    """What stays of one injection into a muscle, where it was measured.

    Parameters
    ----------
    form : {"cyanocobalamin", "hydroxocobalamin"}
    dose_ug : float
        A dose that was measured, µg.

    Raises
    ------
    ValueError
        If that dose of that form was not measured.

    References
    ----------
    [Carmel2008] table 1; [Glass1961]; [Hertz1964].

    Examples
    --------
    >>> [round(ug) for ug in retain("cyanocobalamin", 1_000).kept_ug]
    [150, 310, 200]
    """
    rows = table("absorption").where(topic="injection retention")
    shares = tuple(row.quantity for row in rows if row.form == form and row.dose_ug == dose_ug)
    if not shares:
        known = sorted({(row.form, row.dose_ug) for row in rows})
        listed = "; ".join(f"{name} {format_number(dose, 4)} µg" for name, dose in known)
        raise ValueError(f"no measurement of {dose_ug:g} µg of {form} by injection; there are: {listed}")
    return Retained(form, dose_ug, shares)


def diet_delivers_ug() -> tuple[float, float]:
    """What a day's diet of exactly the adult RDA delivers, µg: by the food equation, and as the RDA itself assumes."""
    rda_ug = float(quantity("intakes.us_rda_adults_19_30"))
    return absorb_meal(rda_ug).total_ug, rda_ug * float(
        quantity("absorption.assumed_food_fraction").to("fraction")
    )
