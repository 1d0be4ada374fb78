"""The plane in which a clinic reads a nerve: velocity against amplitude, with the laboratory's lower limits.

The model's own healthy nerve is faster and larger than the published means (``docs/nerve_model.md``), so only its
changes are used: a share of the healthy nerve's velocity or amplitude, applied to the published means.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..quantities import Quantity, quantity
from .nerve import Study

HEALTHY_VELOCITY = "nerve.leg_sensory_velocity_distal"
HEALTHY_AMPLITUDE = "nerve.sural_snap_young"
VELOCITY_LIMIT = "nerve.sural_velocity_lower_limit"
RECORDABLE_SHARE = 0.05  # of a healthy amplitude; a convention that stands for the amplifier's noise


@dataclass(frozen=True)
class Point:
    """A nerve in the clinic's plane.

    Parameters
    ----------
    velocity_share, amplitude_share : float
        Share of the healthy nerve's; the velocity's is NaN where no potential could be told from noise.
    """

    velocity_share: float
    amplitude_share: float

    @property
    def recorded(self) -> bool:
        """Whether there is a potential to measure."""
        return self.amplitude_share >= RECORDABLE_SHARE

    @property
    def velocity_m_per_s(self) -> float:
        """Velocity, m/s, of a nerve whose healthy value is the published mean."""
        return self.velocity_share * float(quantity(HEALTHY_VELOCITY))

    @property
    def amplitude_uv(self) -> float:
        """Amplitude, µV, of a nerve whose healthy value is the published mean."""
        return self.amplitude_share * float(quantity(HEALTHY_AMPLITUDE))

    @property
    def slow(self) -> bool:
        """Whether the velocity is below the laboratory's limit; False where there is none."""
        return self.recorded and self.velocity_m_per_s < float(quantity(VELOCITY_LIMIT))

    @property
    def small(self) -> bool:
        """Whether the amplitude is below the laboratory's limit."""
        return self.amplitude_uv < amplitude_limit_uv()

    @property
    def verdict(self) -> str:
        """What a laboratory would write: within limits, slow, small, slow and small, or nothing to record."""
        if not self.recorded:
            return "nothing to record"
        return {(0, 0): "within limits", (1, 0): "slow", (0, 1): "small"}.get(
            (self.slow, self.small), "slow and small"
        )


def amplitude_limit_uv() -> float:
    """Lower end of the published range of healthy amplitudes, µV."""
    return quantity(HEALTHY_AMPLITUDE).low


def place(study: Study, healthy: Study) -> Point:
    """Where a study lies beside that of the healthy nerve."""
    amplitude = study.amplitude_uv / healthy.amplitude_uv
    recorded = amplitude >= RECORDABLE_SHARE
    velocity = study.velocity_m_per_s / healthy.velocity_m_per_s if recorded else float("nan")
    return Point(velocity, amplitude)


def references() -> tuple[Quantity, ...]:
    """The numbers that the plane is drawn with."""
    return tuple(quantity(one) for one in (HEALTHY_VELOCITY, HEALTHY_AMPLITUDE, VELOCITY_LIMIT))
