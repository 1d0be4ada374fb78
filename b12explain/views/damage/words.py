"""How a damaged nerve is put into words."""

from __future__ import annotations

from ...amounts import NBSP, format_number
from ...models.clinic import Point
from ...models.damage import Damaged
from ...models.nerve import Population


def percent(share: float) -> str:
    """A share in per cent, two figures, or three from a hundred up: "78 %"."""
    value = 100 * share
    return f"{format_number(value, 3 if value >= 99.5 else 2)}{NBSP}%"


def ms(time_ms: float) -> str:
    """A time to a tenth of a millisecond, or to a hundredth below one: "0.16 ms"."""
    return f"{format_number(round(time_ms, 1 if time_ms >= 1 else 2), 3)}{NBSP}ms"


def speed(velocity_m_per_s: float) -> str:
    """A velocity: "36 m/s"."""
    return f"{format_number(velocity_m_per_s, 2)}{NBSP}m/s"


def height(amplitude_uv: float) -> str:
    """An amplitude: "15 µV"."""
    return f"{format_number(amplitude_uv, 2)}{NBSP}µV"


def lag(delay_ms: float) -> str:
    """How much later or earlier: "0.7 ms later", "on time"."""
    if abs(delay_ms) < 0.02:
        return "on time"
    return f"{ms(abs(delay_ms))} {'later' if delay_ms > 0 else 'earlier'}"


def degrees(temperature_c: float) -> str:
    """A temperature: "33 °C"."""
    return f"{format_number(temperature_c, 2)}{NBSP}°C"


def done(result: Damaged, *, brief: bool = False) -> str:
    """What was done to the nerve, in a phrase without a full stop; empty for nothing."""
    state, parts = result.population, []
    if state.affected_share:
        where = (
            "every stretch" if state.affected_share == 1 else f"{percent(state.affected_share)} of stretches"
        )
        together = ", eight in a row" if state.cluster > 1 and state.affected_share < 1 and not brief else ""
        parts.append(f"{percent(1 - state.lamella_fraction)} of myelin lost in {where}{together}")
    if state.axon_loss:
        largest = ", the largest" if state.loss == "largest" else ""
        parts.append(f"{percent(state.axon_loss)} of axons lost{largest}")
    if state.temperature_c != Population().temperature_c:
        parts.append(degrees(state.temperature_c) if brief else f"nerve at {degrees(state.temperature_c)}")
    return "; ".join(parts)


def titles(result: Damaged) -> list[str]:
    """The finding, longest wording first."""
    point = result.point
    verdict = point.verdict
    if result.untouched:
        return ["A healthy nerve: fast, and full"]
    if verdict == "nothing to record":
        if result.study.fibres - result.study.lost < 0.5:
            return ["No axon is left: nothing to record"]
        if result.blocked_share >= 0.5:
            return [f"Blocked: {percent(result.blocked_share)} of the axons carry nothing to the electrode",
                    f"Blocked: {percent(result.blocked_share)} of axons"]  # fmt: skip
        return ["Too slow and spread out to record", "Nothing left to record"]
    start = STARTS[verdict]
    if result.freed:
        start = f"Cooled to {degrees(result.population.temperature_c)}, a blocked wave gets through"
    elif len(result.path) == 2 and result.path[1][0] == "temperature":
        start = (
            "Only cold, yet it looks slow" if verdict == "slow" else "Nothing lost, only another temperature"
        )
    velocity, amplitude = (f"{percent(s)} of the {w}" for s, w in _shares(point))
    short = amplitude if verdict == "small" else velocity
    return [f"{start}: {velocity}, {amplitude}", f"{start}: {short}", start]


STARTS = {
    "within limits": "Damaged, yet within limits",
    "slow": "Slow, but not small",
    "small": "Small, but not slow",
    "slow and small": "Slow and small",
}


def _shares(point: Point) -> tuple[tuple[float, str], tuple[float, str]]:
    return (point.velocity_share, "velocity"), (point.amplitude_share, "amplitude")
