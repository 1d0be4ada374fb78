"""When an axon that died back arrives at its target again: distance, rate and wait."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ..quantities import quantity
from ..units import DAYS_PER_MONTH, DAYS_PER_WEEK, DAYS_PER_YEAR
from .checks import check_between, check_choice

MOST_SPEED_UP = 0.5  # share, a hypothesis
MOST_WAIT_MONTHS = 12
LENGTHS = {
    "leg": ("nerve.leg_path", "nerve.lower_leg_length"),
    "arm": ("nerve.arm_path", "nerve.forearm_and_hand_length"),
}


@dataclass(frozen=True)
class Limb:
    """The way of a limb's longest nerve fibre, and the joint on it.

    Parameters
    ----------
    name : {"leg", "arm"}
    path_mm : float
        Length from its start, the spine or the shoulder, to the tip of toe or finger.
    joint_mm : float
        How far knee or elbow is from the start.
    rows : tuple of str
        Ids of the data rows behind the lengths.
    """

    name: str
    path_mm: float
    joint_mm: float
    rows: tuple[str, ...]


@cache
def limbs() -> Mapping[str, Limb]:
    """The two limbs, by name. The joint's place counts back from the tip."""
    return MappingProxyType({name: _limb(name, *rows) for name, rows in LENGTHS.items()})


def _limb(name: str, path: str, beyond: str) -> Limb:
    length_mm = float(quantity(path))
    return Limb(name, length_mm, length_mm - float(quantity(beyond)), (path, beyond))


@dataclass(frozen=True)
class Regrowth:
    """An axon on its way back.

    Parameters
    ----------
    limb : Limb
    distance_mm : float
        From where it died back to, to its target.
    slow_mm_per_day, rate_mm_per_day, fast_mm_per_day : float
        Slow end of the published rates, the one chosen among them, fast end.
    early_days, late_days : float
        First and last day on which it starts to grow, from the injury.
    muscle_window_months : (float, float)
        From when on a muscle without its nerve recovers poorly, and from when on hardly at all.
    wait_months : float
        Until the cause is treated.
    speed_up : float
        How much faster a drug would make it grow, share.
    brief_days : float, optional
        Days that are held against it.
    """

    limb: Limb
    distance_mm: float
    slow_mm_per_day: float
    rate_mm_per_day: float
    fast_mm_per_day: float
    early_days: float
    late_days: float
    muscle_window_months: tuple[float, float]
    wait_months: float
    speed_up: float
    brief_days: float | None = None

    @property
    def from_mm(self) -> float:
        """Where the axon died back to, from the start of its path."""
        return self.limb.path_mm - self.distance_mm

    @property
    def start_days(self) -> float:
        """Day on which the axon of the chosen rate starts: the middle of the range."""
        return (self.early_days + self.late_days) / 2

    @property
    def arrival_days(self) -> tuple[float, float]:
        """Earliest and latest day of arrival at the target."""
        return self.reach_days(self.limb.path_mm)

    @property
    def arrival_at_rate_days(self) -> float:
        """Day of arrival at the chosen rate."""
        return self.start_days + self.distance_mm / self.rate_mm_per_day

    @property
    def arrival_at_rate_months(self) -> float:
        """The same in months."""
        return self.arrival_at_rate_days / DAYS_PER_MONTH

    @property
    def sped_up_mm_per_day(self) -> float:
        """The chosen rate if something made axons grow faster."""
        return self.rate_mm_per_day * (1 + self.speed_up)

    @property
    def saved_days(self) -> tuple[float, float]:
        """What the speed-up would save: at the fast and at the slow rate."""
        share = 1 - 1 / (1 + self.speed_up)
        return (
            share * self.distance_mm / self.fast_mm_per_day,
            share * self.distance_mm / self.slow_mm_per_day,
        )

    def reach_days(self, place_mm: float) -> tuple[float, float]:
        """Earliest and latest day on which it passes a place, in mm from the start of the path.

        Raises
        ------
        ValueError
            If the axon never died back so far, or ends before.
        """
        missing = "Only there is the axon missing: above it never died."
        place_mm = check_between("place_mm", place_mm, self.from_mm, self.limb.path_mm, "mm", missing)
        ahead_mm = place_mm - self.from_mm
        return (
            self.early_days + ahead_mm / self.fast_mm_per_day,
            self.late_days + ahead_mm / self.slow_mm_per_day,
        )

    def grown_mm(self, day: float) -> tuple[float, float, float]:
        """What has grown by a day since the injury (0 or more): surely, at the chosen rate, and at most."""
        day = check_between("day", day, 0, math.inf, "days", "Count from the injury.")
        runs = (
            (self.late_days, self.slow_mm_per_day),
            (self.start_days, self.rate_mm_per_day),
            (self.early_days, self.fast_mm_per_day),
        )
        return tuple(min(self.distance_mm, max(0.0, day - start) * rate) for start, rate in runs)

    def most_in_mm(self, days: float) -> float:
        """The most that grows in some days (0 or more), without any wait."""
        days = check_between("days", days, 0, math.inf, "days", "Count from where growth starts.")
        return days * self.fast_mm_per_day


def rates_mm_per_day() -> tuple[float, float]:
    """The published range of rates."""
    usual = quantity("nerve.regrowth_usual")
    return usual.low, usual.high


def regrow(
    distance_mm: float,
    rate_mm_per_day: float,
    wait_months: float = 0.0,
    speed_up: float = 0.0,
    limb: str = "leg",
    brief_days: float | None = None,
) -> Regrowth:
    """Let an axon grow back at a steady rate, after the time that it takes to start.

    Parameters
    ----------
    distance_mm : float
        How far it has to grow (1 mm to the length of the limb's path).
    rate_mm_per_day : float
        A rate within the published range (1 to 3).
    wait_months : float
        Months from the injury until its cause is treated (0–12); the start of growth comes on top.
    speed_up : float
        How much faster it would grow with a drug that does that, share (0–0.5). None is known for people.
    limb : {"leg", "arm"}
    brief_days : float, optional
        Days to hold against it (0–365.25): what could grow in so many at most.

    Returns
    -------
    Regrowth

    Raises
    ------
    ValueError
        If a number is out of its range, or not of its kind.

    Notes
    -----
    *Leaves out*: that growth slows with distance, time and age; that many axons never arrive, or arrive at the wrong
    place; that a new fibre must get myelin and a synapse before anything is felt or moves.

    Examples
    --------
    >>> first, last = regrow(1_000, 1.5).arrival_days
    >>> round(first), round(last)
    (354, 1028)
    """
    check_choice("limb", limb, limbs())
    way = limbs()[limb]
    slow, fast = rates_mm_per_day()
    distance_mm = check_between(
        "distance_mm", distance_mm, 1, way.path_mm, "mm", f"The whole {limb} is the longest way."
    )
    rate_mm_per_day = check_between(
        "rate_mm_per_day", rate_mm_per_day, slow, fast, "mm per day", "That range was published."
    )
    wait_months = check_between(
        "wait_months", wait_months, 0, MOST_WAIT_MONTHS, "months", "Count from the injury."
    )
    speed_up = check_between("speed_up", speed_up, 0, MOST_SPEED_UP, "", "It is a share, not a percentage.")
    if brief_days is not None:
        brief_days = check_between("brief_days", brief_days, 0, DAYS_PER_YEAR, "days", "It is to be brief.")
    begin, window = quantity("nerve.regrowth_start"), quantity("nerve.muscle_window")
    treated_days = DAYS_PER_MONTH * wait_months
    early, late = (treated_days + DAYS_PER_WEEK * weeks for weeks in (begin.low, begin.high))
    return Regrowth(
        way, distance_mm, slow, rate_mm_per_day, fast, early, late, (window.low, window.high), wait_months,
        speed_up, brief_days,
    )  # fmt: skip
