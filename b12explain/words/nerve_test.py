"""How what a clinic finds of a nerve is put into words."""

from __future__ import annotations

from ..amounts import amplitude, duration_ms, speed
from ..models.conduction_criteria import Criteria, Verdict

#: What a laboratory would write.
VERDICTS = {
    Verdict.WITHIN_LIMITS: "within limits",
    Verdict.SLOW: "slow",
    Verdict.SMALL: "small",
    Verdict.SLOW_AND_SMALL: "slow and small",
    Verdict.NOTHING_TO_RECORD: "nothing to record",
}
ON_TIME_MS = 0.02  # nearer than this is on time


def velocity_limit(criteria: Criteria) -> str:
    """The lower limit of velocity, with the mark of its source: "40 m/s*"."""
    return criteria.velocity_limit.marked()


def velocity_mean(criteria: Criteria) -> str:
    """The published mean velocity of healthy nerves: "46 m/s"."""
    return speed(float(criteria.velocity))


def amplitude_limit(criteria: Criteria) -> str:
    """The lower limit of amplitude: "8.3 µV"."""
    return amplitude(criteria.amplitude_limit_uv)


def late(delay_ms: float) -> str:
    """How much later or earlier: "0.7 ms later", "on time"."""
    if abs(delay_ms) < ON_TIME_MS:
        return "on time"
    return f"{duration_ms(abs(delay_ms))} {'later' if delay_ms > 0 else 'earlier'}"
