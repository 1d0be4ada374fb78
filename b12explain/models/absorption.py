"""How much of a dose of vitamin B12 gets in: two ways through the gut, a meal, and what stays of an injection.

Tablets follow the two-path model of :mod:`.absorption_fit`, a meal the equation pooled from labelled food; of
injections there is no model, only what was measured.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ..amounts import NBSP, format_number
from ..quantities import Quantity, quantity
from ..tables import Row, table
from .absorption_fit import measured, spread_factor, two_paths
from .checks import check_between, check_flag, check_whole, is_number

DOSE_RANGE_UG = (0.5, 5_000.0)
MOST_TIMES_PER_DAY = 6
SCHEDULES = "For a schedule over weeks, use the mean of a day."
CURVE_POINTS = 160
#: Single foods that were measured, by their rows in the table of absorption.
FOODS = ("mutton_highest", "liver_lowest", "liver_average")


@dataclass(frozen=True, eq=False)
class DoseCurve:
    """What gets in of one dose, over the range of doses that the model holds for.

    Parameters
    ----------
    dose_ug : array, shape (160,)
        Evenly spaced on a log scale.
    intrinsic_ug, total_ug : array, shape (160,)
        Absorbed by the intrinsic-factor path and in all, µg; a meal's paths are not told apart.
    low_ug, high_ug : array, shape (160,), or None
        Range of the total; None where the source gives none.
    passive_share : float or None
        Share of any dose that leaks through, 0 to 1.
    points : mapping of str to tuple of Row
        Measured doses by the group that they were measured in.
    """

    dose_ug: NDArray[np.float64]
    intrinsic_ug: NDArray[np.float64]
    total_ug: NDArray[np.float64]
    low_ug: NDArray[np.float64] | None
    high_ug: NDArray[np.float64] | None
    passive_share: float | None
    points: Mapping[str, tuple[Row, ...]]


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

    @property
    def once_ug(self) -> float:
        """Absorbed of one of the day's doses, µg."""
        return self.total_ug / self.times_per_day

    @property
    def curve(self) -> DoseCurve:
        """What gets in of one dose of any size, with what was measured."""
        return meal_curve() if self.route == "meal" else tablet_curve(self.intrinsic_factor)


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

    @property
    def swallowed(self) -> Absorbed:
        """What would get in of the same dose as a tablet."""
        return absorb(self.dose_ug)


def recovered_share(times_per_day: int) -> tuple[float, float, float]:
    """Share of the intrinsic-factor path that is ready again at each dose: low, middle, high.

    Doses are assumed to be spread evenly over 24 hours, and the path to recover steadily over the published recovery
    time; the middle uses the middle of that time's range.

    Raises
    ------
    ValueError
        If it is not a whole number from 1 to 6.
    """
    times_per_day = check_whole("times_per_day", times_per_day, 1, MOST_TIMES_PER_DAY, SCHEDULES)
    gap_h = 24 / times_per_day
    recovery = quantity("absorption.recovery_time")
    times_h = (recovery.high, (recovery.low + recovery.high) / 2, recovery.low)
    low, middle, high = (1.0 if times_per_day == 1 else min(1.0, gap_h / time_h) for time_h in times_h)
    return low, middle, high


@cache
def _fitted_to() -> str:
    ends = (end(row.dose_ug for row in measured("normal")) for end in (min, max))
    doses = " to ".join(format_number(one, 4) for one in ends)
    return f"The model was fitted to doses of {doses}{NBSP}µg."


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
        µg a day. With intrinsic factor the range is the model's own miss (:func:`.spread_factor`) and the range of
        the recovery time; without, the published range of the passive share.

    Raises
    ------
    ValueError
        If a parameter is out of range, or not of its kind.

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
    >>> absorb(-3)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    ValueError: dose_ug must be between 0.5 and 5,000...µg; got -3. The model was fitted to doses of 1 to 1,000...µg.
    """
    dose_ug = check_between("dose_ug", dose_ug, *DOSE_RANGE_UG, "µg", _fitted_to())
    times_per_day = check_whole("times_per_day", times_per_day, 1, MOST_TIMES_PER_DAY, SCHEDULES)
    check_flag("intrinsic_factor", intrinsic_factor)
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
    beyond = "The food equation does not hold beyond a meal: use absorb() for a tablet."
    dose_ug = check_between("dose_ug", dose_ug, valid.low, valid.high, "µg", beyond)
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
    given = is_number(dose_ug) and isinstance(form, str)
    shares = tuple(quantity(row) for row in rows if given and (row.form, row.dose_ug) == (form, dose_ug))
    if not shares:
        known = sorted({(row.form, row.dose_ug) for row in rows})
        listed = "; ".join(f"{name} {format_number(dose, 4)}{NBSP}µg" for name, dose in known)
        raise ValueError(
            f"form and dose_ug must be of an injection that was measured: {listed}; got {form!r} and {dose_ug!r}."
        )
    return Retained(form, dose_ug, shares)


@cache
def tablet_curve(intrinsic_factor: bool) -> DoseCurve:
    """What gets in of one tablet, by its dose, with intrinsic factor or without."""
    fit, doses = two_paths(), np.geomspace(*DOSE_RANGE_UG, CURVE_POINTS)
    intrinsic = fit.intrinsic_ug(doses) if intrinsic_factor else np.zeros_like(doses)
    total = intrinsic + fit.passive_fraction * doses
    if intrinsic_factor:
        low, high = total / spread_factor(), total * spread_factor()
    else:
        passive = quantity("absorption.passive_fraction").to("fraction")
        low, high = passive.low * doses, passive.high * doses
    points = {"healthy": measured("normal"), "no intrinsic factor": measured("no_if")}
    return DoseCurve(doses, intrinsic, total, low, high, fit.passive_fraction, points)


@cache
def meal_curve() -> DoseCurve:
    """What gets in of one meal, by the B12 in it."""
    valid = quantity("absorption.food_range")
    doses = np.geomspace(valid.low, valid.high, CURVE_POINTS)
    inside = np.clip(doses, valid.low, valid.high)  # a geometric series may miss its end by a digit
    total = np.array([absorb_meal(float(dose)).total_ug for dose in inside])
    foods = tuple(table("absorption").row(food) for food in FOODS)
    return DoseCurve(doses, total, total, None, None, None, {"foods": foods})


@cache
def diet_delivers_ug() -> tuple[float, float]:
    """What a day's diet of exactly the adult RDA delivers, µg: by the food equation, and as the RDA itself assumes."""
    rda_ug = float(quantity("intakes.us_rda_adults_19_30"))
    return absorb_meal(rda_ug).total_ug, rda_ug * float(
        quantity("absorption.assumed_food_fraction").to("fraction")
    )
