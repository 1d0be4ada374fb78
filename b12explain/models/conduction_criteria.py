"""How a clinic reads a nerve: velocity and amplitude, each beside the laboratory's lower limit.

The model's own healthy nerve is faster and larger than the published means (``docs/nerve_model.md``), so only its
changes are used: a share of the healthy nerve's velocity or amplitude, applied to the published means.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

from ..quantities import Quantity, quantity
from .nerve import Study


class Verdict(Enum):
    """What a laboratory finds."""

    WITHIN_LIMITS = (False, False)  # slow, small
    SLOW = (True, False)
    SMALL = (False, True)
    SLOW_AND_SMALL = (True, True)
    NOTHING_TO_RECORD = None


@dataclass(frozen=True)
class Criteria:
    """Published means of healthy nerves, and the limits that a nerve is held against.

    Parameters
    ----------
    velocity, amplitude : Quantity
        Of healthy sural nerves, m/s and µV.
    velocity_limit : Quantity
        Lower limit, m/s.
    recordable : Quantity
        Least share of a healthy amplitude that can be told from noise, %.
    """

    velocity: Quantity
    amplitude: Quantity
    velocity_limit: Quantity
    recordable: Quantity

    @property
    def velocity_limit_m_per_s(self) -> float:
        """Lower limit of velocity, m/s."""
        return float(self.velocity_limit)

    @property
    def amplitude_limit_uv(self) -> float:
        """Lower end of the published range of healthy amplitudes, µV."""
        return self.amplitude.low

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers that it is made of."""
        return self.velocity, self.amplitude, self.velocity_limit, self.recordable


@cache
def criteria() -> Criteria:
    """The limits of adults, and the means of the young."""
    rows = (
        "nerve.leg_sensory_velocity_distal",
        "nerve.sural_snap_young",
        "nerve.sural_velocity_lower_limit",
        "nerve_study.recordable",
    )
    return Criteria(*map(quantity, rows))


@dataclass(frozen=True)
class Finding:
    """A nerve as the clinic finds it.

    Parameters
    ----------
    velocity_share, amplitude_share : float
        Share of the healthy nerve's; the velocity's is NaN where no potential could be told from noise.
    velocity_m_per_s, amplitude_uv : float
        Of a nerve whose healthy values are the published means.
    verdict : Verdict
    """

    velocity_share: float
    amplitude_share: float
    velocity_m_per_s: float
    amplitude_uv: float
    verdict: Verdict

    @property
    def recorded(self) -> bool:
        """Whether there is a potential to measure."""
        return self.verdict is not Verdict.NOTHING_TO_RECORD


def judge(velocity_share: float, amplitude_share: float) -> Finding:
    """A nerve of which these shares of the healthy velocity and amplitude are left, beside the limits."""
    known = criteria()
    velocity_m_per_s, amplitude_uv = (
        velocity_share * float(known.velocity),
        amplitude_share * float(known.amplitude),
    )
    if amplitude_share < float(known.recordable) / 100:
        return Finding(float("nan"), amplitude_share, float("nan"), amplitude_uv, Verdict.NOTHING_TO_RECORD)
    slow = velocity_m_per_s < known.velocity_limit_m_per_s
    small = amplitude_uv < known.amplitude_limit_uv
    return Finding(
        velocity_share, amplitude_share, velocity_m_per_s, amplitude_uv, Verdict((bool(slow), bool(small)))
    )


def compare(study: Study, healthy: Study) -> Finding:
    """What a study finds beside that of the healthy nerve."""
    velocity_share = study.velocity_m_per_s / healthy.velocity_m_per_s
    return judge(velocity_share, study.amplitude_uv / healthy.amplitude_uv)
