"""How a remyelinated nerve is put into words."""

from __future__ import annotations

from ..amounts import NBSP, format_number, format_range, percent, round_figures, speed, with_unit
from ..models.conduction_criteria import Finding
from ..models.remyelination import Mover, Remyelinated
from .nerve_test import VERDICTS, size, velocity

#: What new myelin does to the nerve in the clinic's plane, and what it cannot do.
MYELIN, AXONS = (
    "New myelin takes the nerve to the right.",
    "Only new axons would lift it past the dotted line.",
)
ALL_THERE = "New myelin takes the nerve to the right; every axon is still there."


def moral(result: Remyelinated) -> str:
    """What the way in the clinic's plane says; of the ceiling only where there is one."""
    if not result.axons_lost:
        return ALL_THERE
    return f"{MYELIN} {AXONS}" if result.mended.recorded else AXONS.replace("it", "the nerve", 1)


def velocity_back(finding: Finding) -> str:
    """How much of the velocity there is: "62 %"."""
    return percent(finding.velocity_share)


def amplitude_back(result: Remyelinated) -> str:
    """How much of the amplitude is back: "24 %"."""
    return percent(result.mended.amplitude_share)


def axons_left(result: Remyelinated) -> str:
    """How many axons are left: "50 %"."""
    return percent(1 - result.axons_lost)


def colder(result: Remyelinated) -> str:
    """How much colder the foot is: "3 °C"."""
    return with_unit(format_number(result.foot_cooler_c), "°C")


def by(mover: Mover) -> str:
    """By how much a velocity moves: "3.9–6 m/s"."""
    ends = [round_figures(end, 2) for end in (mover.low, mover.high)]
    return format_range(*ends, "m/s")


def thicker(result: Remyelinated) -> str:
    """What growing thick would add: "+3.3 m/s", or why there is nothing to add."""
    gain = result.maturing_m_per_s
    if gain is None:
        return "too small to see"
    if result.lamella_fraction == 1:
        return "they have it"
    return f"+{speed(gain)}" if gain > 0 else f"\N{MINUS SIGN}{speed(-gain)}" if gain < 0 else "no change"


def cold(result: Remyelinated) -> str:
    """What a colder foot takes off a velocity: "−3.9–6 m/s", "no change"."""
    return f"\N{MINUS SIGN}{by(result.foot)}" if result.foot.high else "no change"


def week(result: Remyelinated) -> str:
    """What chance does to a velocity: "±1.9–4.5 m/s"."""
    return f"±{by(result.day)}"


def trials(result: Remyelinated) -> str:
    """What trials in diabetes found together, to two figures: "+5.4 m/s (3.9–6.9)"."""
    effect = result.trials
    ends = format_range(*(round_figures(end, 2) for end in (effect.low, effect.high)))
    return f"+{speed(effect.value)} ({ends})"


def movers(result: Remyelinated) -> tuple[list[str], ...]:
    """What moves a velocity: growing sheaths, a colder foot, chance, trials; each longest wording first."""
    foot = f"a foot {colder(result)} colder" if result.foot_cooler_c else "a foot as warm"
    if result.lamella_fraction == 1 and result.maturing_m_per_s is not None:
        grown = ["these sheaths have their full thickness", "sheaths at full thickness", "full thickness"]
    else:
        thick = "these sheaths grown to full thickness", "sheaths grown thick", "thick"
        grown = _each(thick, thicker(result))
    added = (
        "methylcobalamin beside prostaglandin E1, in diabetes",
        "B12 beside another drug, in diabetes",
        "B12 added, in diabetes",
        "B12, in diabetes",
        "B12",
    )
    return (
        grown,
        _each((foot, foot.removeprefix("a foot ")), cold(result)),
        _each(("a week later, by chance", "a week later"), week(result)),
        _each(added, trials(result)),
    )


def _each(wordings: tuple[str, ...], amount: str) -> list[str]:
    return [f"{words}: {amount}" for words in wordings]


def shown(finding: Finding) -> list[str]:
    """What a nerve of such fibres would show, longest wording first."""
    if not finding.recorded:
        return [VERDICTS[finding.verdict], "nothing"]
    share = velocity_back(finding)
    return [f"{share}{NBSP}of the velocity", f"{share}{NBSP}velocity", share]


def ceiling(result: Remyelinated) -> str:
    """The line that new myelin cannot pass."""
    return f"axons left: {axons_left(result)}"


def done(result: Remyelinated) -> list[str]:
    """What was done to the nerve, longest wording first."""
    every = result.affected_share == 1
    share = percent(result.affected_share)
    which = "Every stretch of myelin" if every else f"{share} of the stretches of myelin"
    brief = "Every stretch" if every else f"{share} of stretches"
    new = f"{result.parts} short ones" if result.parts > 1 else "one of full length"
    thick = percent(result.lamella_fraction)
    lost = f"; {percent(result.axons_lost)} of axons lost" if result.axons_lost else ""
    return [
        f"{which} stripped and replaced by {new} with {thick} of the layers{lost}",
        f"{which} replaced by {new}, {thick} of the layers{lost}",
        f"{brief} replaced by {new}, {thick} of layers{lost}",
    ]


def titles(result: Remyelinated) -> list[str]:
    """The finding, longest wording first."""
    if not result.mended.recorded:
        return ["So few axons are left that no new myelin shows", "Too few axons are left"]
    share, left = velocity_back(result.mended), amplitude_back(result)
    return [
        f"{share} of the velocity comes back, {left} of the amplitude",
        f"Back: {share} of the velocity, {left} of the amplitude",
        f"Back: velocity {share}, amplitude {left}",
    ]


def tell(result: Remyelinated) -> str:
    """What the picture shows, in a few sentences."""
    mended, did = result.mended, f"{done(result)[0]}:"
    if not mended.recorded:
        noise = "nothing can be told from noise, before or after, because too few axons are left."
        return f"{did} {noise} {_beside(result)}"
    told = (
        f"{did} {velocity_back(mended)} of the velocity ({velocity(mended, result.criteria)}) and "
        f"{amplitude_back(result)} of the amplitude ({size(mended, result.criteria)}) come back; "
        f"{VERDICTS[mended.verdict]}."
    )
    if result.axons_lost:
        told += (
            f" New myelin cannot bring the amplitude past the {axons_left(result)} of axons that are left."
        )
    return f"{told} {_beside(result)}"


def _beside(result: Remyelinated) -> str:
    foot = f"A foot {colder(result)} colder takes {by(result.foot)} off a measured velocity. "
    chance = f"Chance moves a measured velocity by about {by(result.day)} from one week to the next"
    return f"{foot if result.foot_cooler_c else ''}{chance} (one standard deviation)."
