"""A nerve whose myelin was lost and has come back as short, thin new sheaths: how much speed and size return."""

from __future__ import annotations

from dataclasses import dataclass

from ..quantities import Quantity, quantity
from .checks import check_between, check_share, check_whole
from .conduction_criteria import Criteria, Finding, compare, criteria, judge
from .population import MOST_PARTS, Population
from .recorded import recorded

MOST_COOLER_C = 10
TRIALS = "trials.jiang_2018_peroneal_motor_velocity"


@dataclass(frozen=True)
class Mover:
    """Something that moves a measured velocity, m/s, by ``low`` to ``high``."""

    low: float
    high: float


@dataclass(frozen=True, eq=False)
class Remyelinated:
    """A remyelinated nerve beside what it was before and while it was stripped.

    Parameters
    ----------
    parts : int
        New internodes in the place of one.
    lamella_fraction, affected_share, axons_lost : float
        Thickness of the new sheaths, share of internodes that are new, share of axons lost; 0–1.
    healthy, stripped, mended, thicker : Finding
        The healthy nerve, the nerve with those internodes stripped, as it is now, and with full sheaths on the new
        internodes.
    foot_cooler_c : float
        How much colder a foot is at the second test, °C.
    foot, day : Mover
        What that colder foot does to a measured velocity, and what chance does from one week to the next.
    trials : Quantity
        The effect on a motor nerve's velocity that trials of added methylcobalamin found together, m/s.
    usual_temperature_c : float
        Of the nerve, °C.
    criteria : Criteria
        What the clinic holds it against.
    """

    parts: int
    lamella_fraction: float
    affected_share: float
    axons_lost: float
    healthy: Finding
    stripped: Finding
    mended: Finding
    thicker: Finding
    foot_cooler_c: float
    foot: Mover
    day: Mover
    trials: Quantity
    usual_temperature_c: float
    criteria: Criteria

    @property
    def path(self) -> tuple[Finding, Finding, Finding]:
        """From healthy over stripped to mended."""
        return self.healthy, self.stripped, self.mended

    @property
    def ceiling(self) -> Finding:
        """What no new myelin can pass: all of the velocity, and the amplitude of the axons that are left."""
        return judge(1.0, 1 - self.axons_lost)

    @property
    def maturing_m_per_s(self) -> float | None:
        """What the new sheaths would add by growing to full thickness, m/s; None where nothing can be recorded."""
        if not (self.mended.recorded and self.thicker.recorded):
            return None
        return self.thicker.velocity_m_per_s - self.mended.velocity_m_per_s


def remyelinate(
    parts: int = 3,
    lamella_fraction: float = 0.4,
    affected_share: float = 1.0,
    axons_lost: float = 0.0,
    foot_cooler_c: float = 0.0,
) -> Remyelinated:
    """What comes back when stripped internodes get new sheaths.

    Parameters
    ----------
    parts : int
        Short internodes in the place of each one, 1–6, with a node between them.
    lamella_fraction : float
        Share of the full number of lamellae in the new sheaths, 0–1.
    affected_share : float
        Share of internodes that were stripped and are new, 0–1, scattered at random.
    axons_lost : float
        Share of axons lost for good, 0–1, of all sizes.
    foot_cooler_c : float
        How much colder a foot is at a second test, 0–10 °C; changes nothing but the comparison.

    Raises
    ------
    ValueError
        If a parameter is out of range, or not of its kind.

    Leaves out
    ----------
    How long it takes; internodes that lengthen again; sprouts; axons that regrow (the loss stays as it is).

    References
    ----------
    [McIntyre2002]; [Gledhill1973] and [Remodel] for short internodes.

    Examples
    --------
    >>> mended = remyelinate(parts=3, lamella_fraction=0.4, axons_lost=0.5).mended
    >>> mended.velocity_share > 0.5, mended.amplitude_share < 0.5
    (True, True)
    """
    parts = check_whole("parts", parts, 1, MOST_PARTS, "The thinnest fibre’s internode holds no more.")
    shares = {
        "lamella_fraction": lamella_fraction,
        "affected_share": affected_share,
        "axons_lost": axons_lost,
    }
    lamella_fraction, affected_share, axons_lost = (check_share(name, one) for name, one in shares.items())
    foot_cooler_c = _check_cooler("foot_cooler_c", foot_cooler_c)
    state = {"axon_loss": axons_lost, "affected_share": affected_share}
    healthy, usual_c = recorded(Population()), Population().temperature_c
    nerves = (
        Population(),
        Population(lamella_fraction=0.0, **state),
        Population(lamella_fraction=lamella_fraction, parts=parts, **state),
        Population(lamella_fraction=1.0, parts=parts, **state),
    )
    findings = [compare(recorded(nerve), healthy) for nerve in nerves]
    return Remyelinated(
        parts,
        lamella_fraction,
        affected_share,
        axons_lost,
        *findings,
        foot_cooler_c=foot_cooler_c,
        foot=cooler_foot(foot_cooler_c),
        day=another_day(),
        trials=quantity(TRIALS),
        usual_temperature_c=usual_c,
        criteria=criteria(),
    )


def _check_cooler(name: str, cooler_c: float) -> float:
    return check_between(name, cooler_c, 0, MOST_COOLER_C, "°C", "Give a difference.")


def cooler_foot(cooler_c: float) -> Mover:
    """A colder foot: the published slopes times the difference."""
    cooler_c = _check_cooler("cooler_c", cooler_c)
    low = float(quantity("nerve.temperature_sensory_correction"))
    high = quantity("nerve.temperature_ulnar_motor").high
    return Mover(low * cooler_c, high * cooler_c)


def another_day() -> Mover:
    """The same nerve a few days later: one standard deviation either way, of the published mean velocity."""
    spread = quantity("nerve.retest_variation").to("fraction")
    mean = float(criteria().velocity)
    return Mover(spread.low * mean, spread.high * mean)
