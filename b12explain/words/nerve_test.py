"""How what a clinic finds of a nerve is put into words."""

from __future__ import annotations

from ..amounts import amplitude, duration_ms, format_number, with_unit
from ..models.conduction_criteria import Criteria, Finding, Verdict

#: What a laboratory would write.
VERDICTS = {
    Verdict.WITHIN_LIMITS: "within limits",
    Verdict.SLOW: "slow",
    Verdict.SMALL: "small",
    Verdict.SLOW_AND_SMALL: "slow and small",
    Verdict.NOTHING_TO_RECORD: "nothing to record",
}
MOST_FIGURES = 8  # from which on what differs from a limit is the limit
ON_TIME_MS = 0.02  # nearer than this is on time


def velocity_limit(criteria: Criteria) -> str:
    """The lower limit of velocity, with the mark of its source: "40 m/s*"."""
    return criteria.velocity_limit.marked()


def amplitude_limit(criteria: Criteria) -> str:
    """The lower limit of amplitude: "8.3 µV"."""
    return amplitude(criteria.amplitude_limit_uv)


def velocity(finding: Finding, criteria: Criteria) -> str:
    """A nerve's velocity, with as many figures as tell it from the limit: "36 m/s", "39.8 m/s"."""
    return _beside(finding.velocity_m_per_s, criteria.velocity_limit_m_per_s, "m/s")


def size(finding: Finding, criteria: Criteria) -> str:
    """A nerve's amplitude, with as many figures as tell it from the limit: "15 µV", "8.28 µV"."""
    return _beside(finding.amplitude_uv, criteria.amplitude_limit_uv, "µV")


def _beside(value: float, limit: float, unit: str) -> str:
    """To two figures, or to the fewest with which it does not read as the limit that it misses or keeps."""
    apart = (n for n in range(2, MOST_FIGURES) if format_number(value, n) != format_number(limit, n))
    return with_unit(format_number(value, next(apart, 2)), unit)


def late(delay_ms: float) -> str:
    """How much later or earlier: "0.7 ms later", "on time"."""
    if abs(delay_ms) < ON_TIME_MS:
        return "on time"
    return f"{duration_ms(abs(delay_ms))} {'later' if delay_ms > 0 else 'earlier'}"
