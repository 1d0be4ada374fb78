"""How doses on the ladder are put into words, in the unit that the reader chose."""

from __future__ import annotations

from functools import cache

from ..amounts import NBSP, capital, format_dose, format_number, percent, round_figures, times
from ..models.ladder import Dose, Ladder
from ..quantities import quantity
from ..status import MARK_MEANS_SHORT

#: Where the ladder's facts come from, at the foot of both rulers.
SOURCES = (
    "Intakes: IOM 1998, EFSA 2015 and others. Foods: US NIH tables. Doses: labels, guidelines, trials. "
    f"{MARK_MEANS_SHORT}"
)
#: The prediction is about this intake, and about this tablet.
GUESSED_IN, GUESSED_DOSE = "intakes.us_rda_adults_19_30", "regimens.oral1000"
AS_MUCH = 1.005  # a ratio up to this is told as equal
MM_PER_PIXEL = 25.4 / 96  # a CSS pixel


# -- one dose ---
@cache
def name(dose: Dose) -> str:
    """A dose in the fewest words: "adults 19–30", "beef liver", "tablet"."""
    row = dose.quantity.row
    if dose.layer != "intakes":
        return row.short_label
    return _group(dose).removesuffix(" years").replace(" months", f"{NBSP}mo")


@cache
def full_name(dose: Dose) -> str:
    """A dose with what tells it from its like: "adults 19–30, US RDA", "beef liver, 85 g"."""
    row = dose.quantity.row
    more = row.advice if dose.layer == "intakes" else row.detail
    return f"{name(dose)}, {more}" if more else name(dose)


def _group(dose: Dose) -> str:
    """Whom an intake is advised for, as it stands within a sentence."""
    group = dose.quantity.row.group
    return group[:1].lower() + group[1:]


def phrase(dose: Dose, *, brief: bool = False) -> str:
    """A dose in a sentence, with the mark of a source that was not re-read: "one 1,000 µg tablet".

    Parameters
    ----------
    dose : Dose
    brief : bool
        Leave out an amount that can be left out, since it stands in the picture.
    """
    amount, row = format_dose(dose.amount_ug), dose.quantity.row
    if dose.layer == "intakes":
        whom = _group(dose).replace(" years", f"{NBSP}years").replace(" months", f"{NBSP}months")
        said = f"the {row.advice} for {whom}" + ("" if brief else f", {amount} a day")
    elif dose.layer == "foods":
        said = full_name(dose) if brief else f"{full_name(dose)} ({amount})"
    else:
        said = f"one {amount} {name(dose)}"
    return f"{said}{dose.quantity.mark}"


def written(dose: Dose) -> str:
    """A dose's amount in µg, mg or g, with the mark of a source that was not re-read."""
    return f"{format_dose(dose.amount_ug)}{dose.quantity.mark}"


def amount(dose_ug: float, result: Ladder) -> str:
    """An amount in the ladder's unit: "1,000 µg", "1 mg", "× 417"."""
    if result.unit == "times":
        return times_sign(dose_ug / result.reference.amount_ug)
    if result.unit == "mg":
        return f"{format_number(dose_ug / 1_000, 4 if dose_ug >= 1 else 2)}{NBSP}mg"
    return format_dose(dose_ug)


def rung(power_of_ten: int, result: Ladder) -> str:
    """What stands at a rung: "1,000 µg", "1 mg", "× 1,000"."""
    if result.unit == "times":
        return f"×{NBSP}{power_of_ten:,}"
    return amount(power_of_ten, result)


def marked_amount(dose: Dose, result: Ladder) -> str:
    """A dose's amount, with the mark of a source that was not re-read."""
    return f"{amount(dose.amount_ug, result)}{dose.quantity.mark}"


def marked_name(dose: Dose) -> str:
    """A dose's name, with that mark, where several share an amount."""
    return f"{name(dose)}{dose.quantity.mark}"


def a_day(dose: Dose) -> str:
    """The mean of a day: "14.3 mg"."""
    return f"{format_dose(round_figures(dose.daily_ug, 3))}{dose.quantity.mark}"


# -- two doses ---
def times_sign(ratio: float) -> str:
    """A ratio beside an arrow: "× 417"."""
    return f"×{NBSP}{times(ratio)}"


def as_many(result: Ladder) -> str:
    """How many times the smaller the larger is, within a sentence."""
    return f"{times(result.ratio)} times" if result.ratio > AS_MUCH else "as much as"


def compared(result: Ladder) -> tuple[str, ...]:
    """What the ladder shows, in ever fewer words: with amounts, without, and by the names of the marks."""
    upper, lower, many = result.upper, result.lower, as_many(result)
    return (
        f"{capital(phrase(upper))} is {many} {phrase(lower)}",
        f"{capital(phrase(upper, brief=True))} is {many} {phrase(lower, brief=True)}",
        f"{capital(full_name(upper))}: {many} {full_name(lower)}",
        f"{capital(name(upper))}: {many} {name(lower)}",
    )


def decades(result: Ladder) -> str:
    """How many rungs are between the two, to a tenth: "2.6"."""
    return f"{result.decades:.1f}"


def rungs_up(result: Ladder) -> str:
    """How far up the larger stands: "2.6 rungs up"."""
    return f"{decades(result)} rungs up" if result.decades >= 0.05 else "the same rung"


# -- the ordinary ruler ---
def vanishes(result: Ladder, length_px: float) -> list[str]:
    """What becomes of the reader's intake on the ordinary ruler, in ever fewer words."""
    wide = "less than a pixel wide" if length_px < 1 else f"{format_number(length_px, 2)} pixels wide"
    mine = result.reference
    return [
        f"On an ordinary ruler, {words} is {wide}"
        for words in (f"{phrase(mine)},", full_name(mine), name(mine))
    ]


def pixels(length_px: float) -> str:
    """How wide a bar is that is hard to see: "0.79 px wide"."""
    return f"{format_number(length_px, 2)}{NBSP}px wide"


def runs_on(length_px: float) -> str:
    """How far a bar runs on beyond the picture: "runs on for 440 metres"."""
    return f"runs on for {format_number(length_px * MM_PER_PIXEL / 1_000, 2)}{NBSP}metres"


def of_the_ruler(share: float) -> str:
    """How much of the ruler, or how many of it, a dose takes: "0.12 %", "2,500 rulers"."""
    return percent(share) if share <= 1 else f"{format_number(share, 4)}{NBSP}rulers"


# -- the guess ---
def guessed(guess: float) -> str:
    """The reader's guess as typed: "× 1,234"."""
    return f"×{NBSP}{format_number(guess, 7)}"


def off_the_ladder(guess: float) -> list[str]:
    """A guess that lies under the ladder's foot, longest wording first: "× 0, off the ladder"."""
    return [f"{guessed(guess)}, off the ladder", f"{guessed(guess)}, off", guessed(guess)]


def guessed_ug(guess: float) -> float:
    """The dose that the guess, a number of adult RDAs, comes to."""
    return guess * float(quantity(GUESSED_IN))


# -- the sentence ---
def tell(result: Ladder) -> str:
    """What the picture shows, in words."""
    upper, lower = result.upper, result.lower
    said = f"{capital(_told(upper))} is {as_many(result)} {_told(lower)}."
    return " ".join([said, *(_by_the_day(dose, result) for dose in (upper, lower) if has_schedule(dose))])


def _told(dose: Dose) -> str:
    adequate = dose.quantity.row.get("kind") == "AI"
    return phrase(dose) + (" (an adequate intake, not an RDA)" if adequate else "")


def has_schedule(dose: Dose) -> bool:
    """Whether it is given otherwise than once a day."""
    return dose.is_medicine and dose.daily_ug not in (None, dose.amount_ug)


def _by_the_day(dose: Dose, result: Ladder) -> str:
    """The daily mean of a schedule that is not once a day."""
    mean = f"{a_day(dose)} a day, {times_mine(dose, result)}"
    return f"Spread over its schedule, the {name(dose)} comes to {mean}."


def times_mine(dose: Dose, result: Ladder) -> str:
    """How many times the reader's intake a day's mean is."""
    return f"{times(dose.daily_ug / result.reference.amount_ug)} times {phrase(result.reference)}"
