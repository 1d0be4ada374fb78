"""How doses on the ladder are written, in the unit that the reader chose."""

from __future__ import annotations

from ...amounts import format_dose, format_number
from ...models.ladder import Dose, Ladder
from ...quantities import quantity


def times(ratio: float) -> str:
    """A ratio as readers see it: "417", "20,800", "2.5"."""
    return format_number(ratio, 3 if ratio >= 100 else 2)


def amount(dose_ug: float, result: Ladder) -> str:
    """An amount in the ladder's unit: "1,000 µg", "1 mg", "× 417"."""
    if result.unit == "times":
        return f"×\u00a0{times(dose_ug / result.reference.amount_ug)}"
    if result.unit == "mg":
        return f"{format_number(dose_ug / 1_000, 4 if dose_ug >= 1 else 2)}\u00a0mg"
    return format_dose(dose_ug)


def named(dose: Dose) -> str:
    """A dose in a sentence, with the mark of a source that was not re-read: "one 1,000 µg high-dose tablet"."""
    return f"{dose.phrase}{dose.mark}"


def compared(result: Ladder) -> tuple[str, ...]:
    """What the ladder shows, in ever fewer words: with amounts, without, and by the names of the marks."""
    upper, lower = result.upper, result.lower
    ratio = f"{times(result.ratio)} times" if result.ratio > 1.005 else "as much as"
    return (
        f"{capital(named(upper))} is {ratio} {named(lower)}",
        f"{capital(_brief(upper))} is {ratio} {_brief(lower)}",
        f"{capital(upper.name)}: {ratio} {lower.name}",
        f"{capital(upper.name.split(',')[0])}: {ratio} {lower.name.split(',')[0]}",
    )


def _brief(dose: Dose) -> str:
    """A dose in a sentence, for where its amount stands in the picture."""
    return f"{dose.phrase.split(', ')[0]}{dose.mark}"


#: Where the ladder's facts come from, at the foot of both rulers.
SOURCES = (
    "Intakes: IOM 1998, EFSA 2015 and others. Foods: US NIH tables. Doses: labels, guidelines, trials. "
    "*\u00a0source not re-read."
)
#: The prediction is about this intake.
GUESSED_IN = "intakes.us_rda_adults_19_30"


def guessed_ug(guess: float) -> float:
    """The dose that the reader's guess, a number of adult RDAs, comes to."""
    return guess * float(quantity(GUESSED_IN))


def capital(words: str) -> str:
    """With a capital first letter."""
    return words[:1].upper() + words[1:]
