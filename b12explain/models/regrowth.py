"""When an axon that died back arrives at its target again: distance, rate and wait."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ..quantities import quantity
from .checks import check_between, check_choice, check_flag

DAYS_PER_WEEK = 7
DAYS_PER_YEAR = 365.25
DAYS_PER_MONTH = DAYS_PER_YEAR / 12
MOST_SPEED_UP = 50  # %, a hypothesis
MOST_WAIT_MONTHS = 12


@dataclass(frozen=True)
class Limb:
    """The way of one nerve fibre: where it starts, where it ends, and a joint on the way.

    Parameters
    ----------
    name, start, joint, target : str
        What they are called: leg, spine, knee, toe.
    path_mm : float
        Length from start to target.
    joint_mm : float
        How far the joint is from the start.
    rows : tuple of str
        Ids of the data rows behind the lengths.
    """

    name: str
    start: str
    joint: str
    target: str
    path_mm: float
    joint_mm: float
    rows: tuple[str, ...]


@cache
def limbs() -> Mapping[str, Limb]:
    """The two limbs, by name. The joint's place counts back from the target."""
    ways = {
        "leg": ("spine", "knee", "toe", "nerve.leg_path", "nerve.lower_leg_length"),
        "arm": ("shoulder", "elbow", "fingertip", "nerve.arm_path", "nerve.forearm_and_hand_length"),
    }
    return MappingProxyType({name: _limb(name, *way) for name, way in ways.items()})


def _limb(name: str, start: str, joint: str, target: str, path: str, beyond: str) -> Limb:
    length = float(quantity(path))
    return Limb(name, start, joint, target, length, length - float(quantity(beyond)), (path, beyond))


@dataclass(frozen=True)
class Regrowth:
    """An axon on its way back.

    Parameters
    ----------
    limb : Limb
    distance_mm : float
        From where it died back to, to its target.
    slow, rate, fast : float
        Published range of rates and the one chosen within it, mm a day.
    early, late : float
        First and last day on which it starts to grow, from the injury.
    wait_months, speed_up : float
        Months until the cause is treated; per cent.
    show_brief : bool
        Whether the few days of a trial are to be held against it.
    """

    limb: Limb
    distance_mm: float
    slow: float
    rate: float
    fast: float
    early: float
    late: float
    wait_months: float
    speed_up: float
    show_brief: bool = False

    @property
    def from_mm(self) -> float:
        """Where the axon died back to, from the start of its path."""
        return self.limb.path_mm - self.distance_mm

    @property
    def start(self) -> float:
        """Day on which the axon of the chosen rate starts: the middle of the range."""
        return (self.early + self.late) / 2

    @property
    def arrival(self) -> tuple[float, float]:
        """Earliest and latest day of arrival at the target."""
        return self.reach(self.limb.path_mm)

    @property
    def arrival_at_rate(self) -> float:
        """Day of arrival at the chosen rate."""
        return self.start + self.distance_mm / self.rate

    @property
    def sped_up_rate(self) -> float:
        """The chosen rate if something made axons grow faster, mm a day."""
        return self.rate * (1 + self.speed_up / 100)

    @property
    def saved(self) -> tuple[float, float]:
        """Days that the speed-up would save: at the fast and at the slow rate."""
        share = 1 - 1 / (1 + self.speed_up / 100)
        return share * self.distance_mm / self.fast, share * self.distance_mm / self.slow

    def reach(self, place_mm: float) -> tuple[float, float]:
        """Earliest and latest day on which it passes a place, in mm from the start of the path.

        Raises
        ------
        ValueError
            If the axon never died back so far, or ends before.
        """
        missing = "Only there is the axon missing: above it never died."
        check_between("place_mm", place_mm, self.from_mm, self.limb.path_mm, "mm", missing)
        ahead = place_mm - self.from_mm
        return self.early + ahead / self.fast, self.late + ahead / self.slow

    def grown(self, day: float) -> tuple[float, float, float]:
        """Millimetres grown by a day since the injury (0 or more): surely, at the chosen rate, and at most."""
        check_between("day", day, 0, math.inf, "days", "Count from the injury.")
        runs = ((self.late, self.slow), (self.start, self.rate), (self.early, self.fast))
        return tuple(min(self.distance_mm, max(0.0, day - start) * rate) for start, rate in runs)

    def most_in(self, days: float) -> float:
        """The most that grows in some days (0 or more), without any wait, mm."""
        check_between("days", days, 0, math.inf, "days", "Count from where growth starts.")
        return days * self.fast


def rate_range() -> tuple[float, float]:
    """The published range of rates, mm a day."""
    usual = quantity("nerve.regrowth_usual")
    return usual.low, usual.high


def regrow(
    distance_mm: float,
    rate_mm_per_day: float,
    wait_months: float = 0.0,
    speed_up: float = 0.0,
    limb: str = "leg",
    show_brief: bool = False,
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
        How much faster it would grow with a drug that does that, per cent (0–50). None is known for people.
    limb : {"leg", "arm"}
    show_brief : bool
        Hold the few days of a trial against it.

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
    >>> first, last = regrow(1_000, 1.5).arrival
    >>> round(first), round(last)
    (354, 1028)
    """
    check_choice("limb", limb, limbs())
    way = limbs()[limb]
    slow, fast = rate_range()
    check_between("distance_mm", distance_mm, 1, way.path_mm, "mm", f"The whole {limb} is the longest way.")
    check_between("rate_mm_per_day", rate_mm_per_day, slow, fast, "mm per day", "That range was published.")
    check_between("wait_months", wait_months, 0, MOST_WAIT_MONTHS, "months", "Count from the injury.")
    check_between("speed_up", speed_up, 0, MOST_SPEED_UP, "%", "It is a percentage, not a share.")
    check_flag("show_brief", show_brief)
    begin = quantity("nerve.regrowth_start")
    treated = DAYS_PER_MONTH * wait_months
    early, late = (treated + DAYS_PER_WEEK * weeks for weeks in (begin.low, begin.high))
    return Regrowth(
        way, distance_mm, slow, rate_mm_per_day, fast, early, late, wait_months, speed_up, show_brief
    )
