"""How a damaged nerve is put into words."""

from __future__ import annotations

from ..amounts import capital, percent, temperature
from ..models.conduction_criteria import Verdict
from ..models.damage import EXAMPLES as LOSSES
from ..models.damage import Damaged
from .nerve_test import VERDICTS, amplitude_limit, late, size, velocity, velocity_limit

#: The three examples beside which every nerve is seen.
EXAMPLES = {"myelin_lost": "myelin lost", "axons_lost": "axons lost", "both": "both"}
FLAGGED = {
    Verdict.WITHIN_LIMITS: "Damaged, yet within limits",
    Verdict.SLOW: "Slow enough to flag",
    Verdict.SMALL: "Small enough to flag",
    Verdict.SLOW_AND_SMALL: "Slow and small enough to flag",
}


def example(name: str) -> str:
    """What is lost in an example: "70 % of myelin in 70 % of stretches and 60 % of axons"."""
    lost = LOSSES[name]
    share = lost.get("affected_share", 1.0)
    where = f" in {percent(share)} of stretches" if share < 1 else ""
    parts = []
    if "myelin_lost" in lost:
        parts.append(f"{percent(lost['myelin_lost'])} of myelin{where}")
    if "axons_lost" in lost:
        parts.append(f"{percent(lost['axons_lost'])} of axons")
    return " and ".join(parts)


def velocity_left(result: Damaged) -> str:
    """How much of the velocity is left: "78 %"."""
    return percent(result.finding.velocity_share)


def amplitude_left(result: Damaged) -> str:
    """How much of the amplitude is left: "70 %"."""
    return percent(result.finding.amplitude_share)


def blocked(result: Damaged) -> str:
    """How many of the axons left are blocked: "66 %"."""
    return percent(result.blocked_share)


def onset(result: Damaged) -> str:
    """How late the potential starts: "0.65 ms later"."""
    return late(result.onset_delay_ms)


def one_fibre(result: Damaged) -> str:
    """What the one large fibre does: "lost", "blocked", "0.16 ms later"."""
    return "lost" if result.fibre_lost else "blocked" if result.fibre.blocked else late(result.delay_ms)


def done(result: Damaged, *, brief: bool = False) -> str:
    """What was done to the nerve, in a phrase without a full stop; empty for nothing."""
    state, parts = result.population, []
    if share := state.affected_share:
        where = "every stretch" if share == 1 else f"{percent(share)} of stretches"
        together = f", {state.cluster} in a row" if state.cluster > 1 and share < 1 and not brief else ""
        parts.append(f"{percent(1 - state.lamella_fraction)} of myelin lost in {where}{together}")
    if state.axon_loss:
        largest = ", the largest" if state.loss == "largest" else ""
        parts.append(f"{percent(state.axon_loss)} of axons lost{largest}")
    if state.temperature_c != result.usual_temperature_c:
        warmth = temperature(state.temperature_c)
        parts.append(warmth if brief else f"nerve at {warmth}")
    return "; ".join(parts)


def plain(result: Damaged) -> list[str]:
    """What was done, longest wording first."""
    return [capital(done(result, brief=brief)) or "Nothing is lost" for brief in (False, True)]


def titles(result: Damaged) -> list[str]:
    """The finding, longest wording first."""
    verdict = result.finding.verdict
    if result.untouched:
        return ["A healthy nerve: fast, and full"]
    if verdict is Verdict.NOTHING_TO_RECORD:
        return _nothing(result)
    both = f"velocity {velocity_left(result)}, amplitude {amplitude_left(result)}"
    if result.freed:
        start = f"Cooled to {temperature(result.population.temperature_c)}, a blocked wave gets through"
        return [f"{start}: {both}", start]
    if result.only_temperature:
        slow = verdict is Verdict.SLOW
        start = "Only cold, yet slow enough to flag" if slow else "Nothing lost, only another temperature"
        return [f"{start}: {both}", start]
    start = FLAGGED[verdict]
    within = {Verdict.SLOW: "amplitude", Verdict.SMALL: "velocity"}.get(verdict)
    of_healthy = f"{start}: {both} of healthy"
    longest = [f"{of_healthy}; {within} within limits"] if within else []
    return [*longest, of_healthy, f"{start}: {both}"]


def _nothing(result: Damaged) -> list[str]:
    if not result.axons_left:
        return ["No axon is left: nothing to record"]
    if result.blocked_share >= 0.5:
        brief = f"Blocked: {blocked(result)} of {_those_left(result)}"
        return [f"{brief} carry nothing to the electrode", brief]
    return ["Too slow and spread out to record", "Nothing left to record"]


def sample(result: Damaged) -> str:
    """What is seen of the axons that are drawn."""
    lost, thin = result.axons.lost, result.axons.thinned.any()
    if lost.all():
        return "dashed: lost, every one"
    if not lost.any():
        return "thin rims: myelin lost; every axon is still there" if thin else "the largest are the fastest"
    rims = "; thin rims: myelin lost" if thin else ""
    if result.population.loss == "largest":
        return f"dashed: lost, the fastest first{rims}"
    return f"dashed: lost{rims}" if thin else "dashed: lost, but some of the fastest are left"


def potential(result: Damaged, shown_ms: float) -> tuple[str, ...]:
    """What is seen of the nerve's potential, line by line, where the first ``shown_ms`` are drawn."""
    if not result.finding.recorded:
        return "nothing to tell", "from noise"
    beyond = ", off the right" if result.study.onset_ms > shown_ms else ""
    return f"{amplitude_left(result)} as high", f"{onset(result)}{beyond}"


def arrives(result: Damaged, latest_ms: float) -> str:
    """When the wave leaves the stretch of the one fibre that is drawn, down to ``latest_ms``."""
    when = one_fibre(result)
    beyond = result.fibre.arrival_ms[-1] > latest_ms
    words = f"through, {when}" if result.freed else when if beyond else f"arrives {when}"
    return f"{words}, off the picture" if beyond else words


def people(result: Damaged) -> tuple[str, str, str]:
    """How many people had each pattern: "4 small", "1 slow", "4 neither"."""
    seen = result.patients
    return f"{seen.small} small", f"{seen.slow} slow", f"{seen.neither} neither"


def tell(result: Damaged) -> str:
    """What the picture shows, in a few sentences."""
    start = capital(done(result)) or "Nothing lost"
    said = f"{start}: {_finding(result)}", _one_fibre(result), "" if result.untouched else _people(result)
    return " ".join(filter(None, said))


def _finding(result: Damaged) -> str:
    finding, left = result.finding, _those_left(result)
    if not result.axons_left:
        return "no axon is left, so there is nothing to record."
    if not finding.recorded:
        why = (
            f"; {blocked(result)} of {left} are blocked on the way, and what the others carry comes too scattered to "
            "add up"
        )
        return f"nothing can be told from noise at the electrode{why if result.study.blocked else ''}."
    flagged = "" if finding.verdict is Verdict.WITHIN_LIMITS else " enough to flag"
    told = (
        f"{VERDICTS[finding.verdict]}{flagged}. Velocity is {velocity_left(result)} of healthy "
        f"({velocity(finding, result.criteria)}; the limit is {velocity_limit(result.criteria)}), amplitude "
        f"{amplitude_left(result)} ({size(finding, result.criteria)}; the limit is "
        f"{amplitude_limit(result.criteria)})."
    )
    if result.blocked_share >= 0.005:
        told += f" Of {left}, {blocked(result)} are blocked on the way."
    return told


def _those_left(result: Damaged) -> str:
    return "the axons left" if result.population.axon_loss else "the axons"


def _one_fibre(result: Damaged) -> str:
    if result.fibre_lost:
        return "The one large fibre shown is among the lost."
    if result.fibre.blocked:
        return "In the one large fibre shown, the wave is blocked."
    if result.untouched:
        return ""
    if result.freed:
        usual = temperature(result.usual_temperature_c)
        through = f"The cold lets the wave through the one large fibre shown, {one_fibre(result)}"
        return f"{through}; at {usual} it is blocked."
    return f"In the one large fibre shown, the wave leaves the stretch that is drawn {one_fibre(result)}."


def _people(result: Damaged) -> str:
    seen = result.patients
    return (
        f"Of {seen.everyone} people in one series whose B12 deficiency had reached the spinal cord, {seen.small} had "
        f"the small pattern, {seen.slow} the slow one and {seen.neither} neither."
    )
