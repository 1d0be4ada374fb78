"""How waits, rates and arrivals of an axon on its way back are put into words."""

from __future__ import annotations

import re
from functools import cache

from ..amounts import EN_DASH, counted, format_number, percent, typed, with_unit
from ..models.regrowth import DAYS_PER_MONTH, Regrowth, limbs
from ..quantities import quantity
from ..status import MARK_MEANS_SHORT
from .sources import named, starred

#: The published rates, and how long it takes to start: what arrivals are worked out from.
USUAL, START = "nerve.regrowth_usual", "nerve.regrowth_start"
MILLIMETRES_A_DAY = "mm\N{NO-BREAK SPACE}a\N{NO-BREAK SPACE}day"
SHORT_OF_START_MM = 10  # nearer than this is at the start
#: Where a limb's longest fibre starts, which joint it passes, and where it ends.
PLACES = {"leg": ("spine", "knee", "toe"), "arm": ("shoulder", "elbow", "fingertip")}
NO_BREAK = "\N{WORD JOINER}"
MUSCLES = "muscles, not feeling, recover poorly by now"


@cache
def sources() -> str:
    """Where the numbers come from: of the leg's path a round figure, of the other lengths what was measured."""
    (leg, lower), arm = limbs()["leg"].rows, limbs()["arm"].rows
    lengths = f"Leg’s path, a round figure: {named(leg)}. Other lengths: {named(lower, *arm)}."
    rates = named(USUAL, "nerve.regrowth_seddon")
    return f"Rates: {rates}. {lengths} Muscle: a surgeons’ rule. The limb is schematic. {MARK_MEANS_SHORT}"


def span(low_days: float, high_days: float) -> str:
    """A range of times in months, or in days where it ends within a month and a half: "12–34 months", "6–17 days"."""
    in_days = high_days < 1.5 * DAYS_PER_MONTH
    ends = [f"{days / (1 if in_days else DAYS_PER_MONTH):.0f}" for days in (low_days, high_days)]
    both = ends[0] if ends[0] == ends[1] else EN_DASH.join(ends)
    return counted(both, "day" if in_days else "month")


def months(count: float) -> str:
    """A number of months: "1 month", "23 months"."""
    return counted(count, "month")


def mm(length_mm: float) -> str:
    """A length, to the millimetre: "1,000 mm"."""
    return with_unit(f"{length_mm:,.0f}", "mm")


def rate(mm_per_day: float) -> str:
    """A rate: "1.5 mm a day"."""
    return with_unit(format_number(mm_per_day), MILLIMETRES_A_DAY)


def edge_rate(mm_per_day: float) -> str:
    """An end of the published range of rates, with the mark of its source: "3 mm a day*"."""
    return starred(rate(mm_per_day), USUAL)


def rates() -> str:
    """The published range of rates, with the mark of its source: "1–3 mm a day*"."""
    return _published(USUAL, MILLIMETRES_A_DAY)


def start_wait() -> str:
    """How long it takes to start, with the mark of its source: "3–4 weeks*"."""
    return _published(START, "weeks")


def _published(name: str, unit: str) -> str:
    number = quantity(name)
    ends = EN_DASH.join(format_number(end) for end in (number.low, number.high))
    return f"{with_unit(ends, unit)}{number.mark}"


def arrival(result: Regrowth) -> str:
    """When it arrives: "12–34 months"."""
    return span(*result.arrival_days)


def arrival_at_rate(result: Regrowth) -> str:
    """When it arrives at the chosen rate: "23 months"."""
    return months(result.arrival_at_rate_months)


def faster(result: Regrowth) -> str:
    """The speed-up: "20 % faster"."""
    return f"{percent(result.speed_up)} faster"


def brief(result: Regrowth) -> str:
    """The days that are held against it: "9 days"."""
    return counted(result.brief_days, "day")


def most_in_brief(result: Regrowth) -> str:
    """The most that grows in them: "27 mm"."""
    return mm(result.most_in_mm(result.brief_days))


def grown_words(result: Regrowth, grown_mm: float) -> tuple[str, ...]:
    """How far it has grown at the chosen rate, longest wording first."""
    if not grown_mm:
        return ("not yet started",)
    if grown_mm >= result.distance_mm:
        return ("arrived",)
    return f"{mm(grown_mm)} at {rate(result.rate_mm_per_day)}", mm(grown_mm)


def guessed(guess_months: float, most_months: float) -> list[str]:
    """The reader's guess as typed, longest wording first; it may lie beyond the axis."""
    said = typed(guess_months, "months")
    return [f"{said}, off the axis", said] if guess_months > most_months else [said]


def title(result: Regrowth) -> tuple[str, ...]:
    """The finding, longest wording first."""
    distance = mm(result.distance_mm)
    if result.brief_days is not None:
        days, most = brief(result), most_in_brief(result)
        return f"In {days} a nerve grows at most {most} of {distance}", f"{days}: {most} at most"
    return f"{distance} of nerve takes {arrival(result)} to regrow", f"{distance} takes {arrival(result)}"


def plain(result: Regrowth) -> tuple[str, ...]:
    """What is plotted, longest wording first."""
    start, _, target = PLACES[result.limb.name]
    after = f"treatment in month {result.wait_months:g}" if result.wait_months else "the injury"
    whole = result.from_mm < SHORT_OF_START_MM
    back = f"to the {start}" if whole else f"{mm(result.distance_mm)} from the {target}"
    return (
        f"An axon that died back {back}, regrowing at {rates()} from {start_wait()} after {after}",
        f"An axon that died back {back}, regrowing {rates()}",
    )


def tell(result: Regrowth) -> str:
    """What the picture shows, in a few sentences."""
    target = PLACES[result.limb.name][2]
    wait = result.wait_months
    since = f"treatment, {months(wait)} after the injury," if wait else "the injury"
    said = [
        f"An axon that has {mm(result.distance_mm)} to grow to the {target} starts {start_wait()} after {since} and "
        f"grows {rates()}. It arrives {starred(arrival(result), USUAL, START)} after the injury "
        f"({starred(arrival_at_rate(result), START)} at "
        f"{rate(result.rate_mm_per_day)})."
    ]
    if result.speed_up:
        saved = starred(span(*result.saved_days), USUAL)
        said.append(
            f"Growing {faster(result)} would save {saved}; no trial was found that measured this in people."
        )
    if result.brief_days is not None:
        days, most = brief(result), starred(most_in_brief(result), USUAL)
        said.append(
            f"One trial found less pain in diabetes after {days} of B12 into a vein, on top of amitriptyline. "
            f"Regrowth cannot be why: in {days} an axon grows {most} at the very most, of the {mm(result.distance_mm)} "
            f"it needs, and it takes {start_wait()} even to start."
        )
    return re.sub(rf"(?<=\d){EN_DASH}(?=\d)", EN_DASH + NO_BREAK, " ".join(said))  # no line breaks in a range
