"""A nerve whose myelin was lost and has come back as short, thin new sheaths: how much speed and size return."""

from __future__ import annotations

from dataclasses import dataclass

from ..quantities import quantity
from .checks import check_between, check_share, check_whole
from .clinic import HEALTHY_VELOCITY, Point, place
from .damage import recorded
from .nerve import Population, Study

MOST_PARTS = 6
MOST_COOLER_C = 10


@dataclass(frozen=True, eq=False)
class Remyelinated:
    """A remyelinated nerve beside what it was before and while it was stripped.

    Parameters
    ----------
    parts : int
        New internodes in the place of one.
    lamella_fraction, affected_share, axons_lost : float
        Thickness of the new sheaths, share of internodes that are new, share of axons lost; 0–1.
    stripped, mended, thicker : Point
        The nerve with those internodes stripped, as it is now, and with full sheaths on the new internodes.
    study, healthy : Study
        As it is now, and healthy.
    foot_cooler_c : float
        How much colder a foot is at the second test, °C.
    """

    parts: int
    lamella_fraction: float
    affected_share: float
    axons_lost: float
    stripped: Point
    mended: Point
    thicker: Point
    study: Study
    healthy: Study
    foot_cooler_c: float

    @property
    def path(self) -> tuple[Point, ...]:
        """From healthy over stripped to mended."""
        return Point(1.0, 1.0), self.stripped, self.mended

    @property
    def maturing_m_per_s(self) -> float:
        """What the new sheaths would add by growing to full thickness, m/s; 0 where nothing can be recorded."""
        if not (self.mended.recorded and self.thicker.recorded):
            return 0.0
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
    healthy = recorded(Population())
    stripped = recorded(Population(lamella_fraction=0.0, **state))
    study = recorded(Population(lamella_fraction=lamella_fraction, parts=parts, **state))
    thicker = recorded(Population(lamella_fraction=1.0, parts=parts, **state))
    points = (place(one, healthy) for one in (stripped, study, thicker))
    return Remyelinated(
        parts, lamella_fraction, affected_share, axons_lost, *points, study, healthy, foot_cooler_c
    )


def _check_cooler(name: str, cooler_c: float) -> float:
    return check_between(name, cooler_c, 0, MOST_COOLER_C, "°C", "Give a difference.")


@dataclass(frozen=True)
class Mover:
    """Something that moves a measured velocity, m/s: from ``low`` to ``high``."""

    name: str
    low: float
    high: float


def cooler_foot(cooler_c: float) -> Mover:
    """A colder foot: the published slopes times the difference."""
    cooler_c = _check_cooler("cooler_c", cooler_c)
    low = float(quantity("nerve.temperature_sensory_correction"))
    high = quantity("nerve.temperature_ulnar_motor").high
    return Mover("foot", low * cooler_c, high * cooler_c)


def another_day() -> Mover:
    """The same nerve a few days later: one standard deviation either way, of the published mean velocity."""
    spread = quantity("nerve.retest_variation").to("fraction")
    mean = float(quantity(HEALTHY_VELOCITY))
    return Mover("day", spread.low * mean, spread.high * mean)
