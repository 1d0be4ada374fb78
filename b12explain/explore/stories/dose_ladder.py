"""How big is 1,000 µg? Every dose on one ruler."""

from __future__ import annotations

import math

from ...amounts import NBSP, format_dose, format_number
from ...models import ladder as model
from ...models.ladder import Dose, Ladder
from ...views.ladder import LadderView
from ...views.ladder.bars import FULL_SCALE_UG, Ruler, choose
from ...views.ladder.words import GUESSED_IN, capital, named, times
from ...views.style import WIDTHS
from ..controls import Choice, Option, Switch
from ..facts import Fact, sourced, worked_out
from ..story import Prediction, Story

TABLET = "regimens.oral1000"
REFERENCE = "reference"
WIDEST_PX = max(WIDTHS)

#: The rungs of each layer: few enough to read, spread over the whole ladder. Any other dose can be picked to compare.
RUNGS = {
    "intakes": (
        "intakes.us_ai_infants_0_6_months",
        "intakes.us_rda_children_1_3",
        GUESSED_IN,
        "intakes.eu_ai_adults",
    ),
    "foods": ("foods.milk", "foods.salmon", "foods.bluefin_tuna", "foods.clams", "foods.beef_liver"),
    "tablets": ("regimens.multi", "regimens.uk_diet", "regimens.b50", TABLET, "regimens.oral2000"),
    "injections": ("regimens.uk_maint",),
    "trials": ("regimens.als50",),
    "antidote": ("regimens.cyanide",),
}
LAYER_WORDS = {
    "intakes": "advised intakes", "foods": "foods", "tablets": "tablets", "injections": "injections",
    "trials": "trials", "antidote": "antidote",
}  # fmt: skip


def _intake_options() -> tuple[Option, ...]:
    intakes = [dose for dose in model.doses().values() if dose.layer == "intakes"]
    return tuple(
        Option(
            dose.id,
            f"{dose.name}, {format_dose(dose.amount_ug)}{dose.mark}",
            dose.quantity.row.country_region,
        )
        for dose in intakes
    )


def _dose_options() -> tuple[Option, ...]:
    mine = Option(REFERENCE, "my daily intake, chosen above")
    rest = [
        Option(
            dose.id,
            f"{dose.name}, {format_dose(dose.amount_ug)}{dose.mark}",
            capital(LAYER_WORDS[dose.layer]),
        )
        for dose in model.doses().values()
    ]
    return (mine, *rest)


def work_out(reference: str, first: str, second: str, scale: str, unit: str, **layers: bool) -> Ladder:
    """What the controls ask for."""
    shown = {name: RUNGS[name] for name, on in layers.items() if on}
    return model.climb(reference, first, second, scale, unit, shown)


def tell(result: Ladder) -> str:
    """What the picture shows, in words."""
    upper, lower = result.upper, result.lower
    ratio = f"{times(result.ratio)} times" if result.ratio > 1.005 else "as much as"
    said = f"{capital(_phrase(upper))} is {ratio} {_phrase(lower)}."
    return " ".join([said, *filter(None, (_by_the_day(dose, result) for dose in (upper, lower)))])


def _phrase(dose: Dose) -> str:
    about = {"AI": " (an adequate intake, not an RDA)"}.get(dose.quantity.row.get("kind"), "")
    return f"{named(dose)}{about}"


def _by_the_day(dose: Dose, result: Ladder) -> str:
    """The daily mean of a schedule that is not once a day."""
    if dose.layer in ("intakes", "foods") or dose.daily_ug is None or dose.daily_ug == dose.amount_ug:
        return ""
    name, ratio = dose.name.split(",")[0], times(dose.daily_ug / result.reference.amount_ug)
    mean = f"{_daily(dose)} a day, {ratio} times {named(result.reference)}"
    return f"Spread over its schedule, the {name} comes to {mean}."


def _daily(dose: Dose) -> str:
    return f"{format_dose(float(f'{dose.daily_ug:.3g}'))}{dose.mark}"


def facts(result: Ladder) -> tuple[Fact, ...]:
    """Every number on screen."""
    ratio = worked_out("Ratio", times(result.ratio), f"{named(result.upper)} ÷ {named(result.lower)}")
    schedules = [dose for dose in (result.upper, result.lower) if _by_the_day(dose, result)]
    means = [
        worked_out(f"A day's mean, {dose.name}", _daily(dose), _mean_words(dose, result))
        for dose in schedules
    ]
    drawn = _lengths(result) if result.scale == "linear" else (_climbed(result),)
    return (ratio, *means, *drawn, *(sourced(dose.quantity) for dose in result.rungs))


def _climbed(result: Ladder) -> Fact:
    return worked_out(
        "Rungs between them", f"{math.log10(result.ratio):.1f}", "logarithm of the ratio to the base 10"
    )


def _lengths(result: Ladder) -> tuple[Fact, ...]:
    """The bars of the ordinary ruler that are too short to see or leave the sheet, and that of the reader's intake."""
    ruler = Ruler(WIDEST_PX)
    how = f"dose ÷ {FULL_SCALE_UG:,}{NBSP}µg × the ruler, on a picture {WIDEST_PX}{NBSP}px wide; less on a narrower one"
    intake = f"{format_number(ruler.length(result.reference.amount_ug), 2)}{NBSP}px wide"
    remarks = (
        (dose, ruler.remark(dose.amount_ug)) for dose in choose(result) if dose is not result.reference
    )
    return (
        worked_out(f"Bar of {result.reference.name}", intake, how),
        *(worked_out(f"Bar of {dose.name}", words, how) for dose, words in remarks if words),
    )


def _mean_words(dose: Dose, result: Ladder) -> str:
    ratio = times(dose.daily_ug / result.reference.amount_ug)
    return f"dose × doses a week ÷ 7; {ratio} times {named(result.reference)}"


SCALES = (Option("log", "log: each rung × 10"), Option("linear", "ordinary (linear)"))
UNITS = (Option("ug", "µg, mg, g"), Option("mg", "all in mg"), Option("times", "× my intake"))

STORY = Story(
    name="dose_ladder",
    section="Dose and route",
    minutes=2,
    question="How big is 1,000 µg of B12?",
    lead="A microgram (µg, also mcg) is a thousandth of a milligram. Tablets come in hundreds and thousands of them.",
    prediction=Prediction(
        "The US recommended dietary allowance (RDA) for adults is 2.4 µg. How many RDAs are in one 1,000 µg tablet?",
        0.0, 1_000_000.0, answer=lambda result: result.ratio, say=lambda ratio: f"×\u00a0{times(ratio)}", unit="RDAs",
    ),
    controls=(
        Choice("scale", "Ruler", "log", options=SCALES),
        Choice("unit", "Written in", "ug", options=UNITS),
        Choice("reference", "My daily intake", GUESSED_IN, options=_intake_options(), menu=True, hint="* not re-read"),
        Choice("first", "Compare", TABLET, options=_dose_options(), menu=True),
        Choice("second", "with", REFERENCE, options=_dose_options(), menu=True),
        *(Switch(name, LAYER_WORDS[name], True, group="Show") for name in model.LAYERS),
    ),
    model=work_out,
    view=LadderView,
    tell=tell,
    facts=facts,
    presets={
        "tablet and RDA": {},
        "an ordinary ruler": {"scale": "linear"},
        "salmon and tablet": {"second": "foods.salmon"},
        "ALS trial": {"first": "regimens.als50"},
        "antidote": {"first": "regimens.cyanide"},
    },
    posters=("an ordinary ruler", "ALS trial"),
    honesty="measured",
    looks=("scale", "unit", *model.LAYERS),
    leaves_out=(
        "How much of each gets in: of a large dose about one part in a hundred.",
        "How often it is taken, except in the sentence: a rung is one dose, one serving or one day's intake.",
        "That foods vary: a short line beside a dot is the range that the source gives.",
        "What the body needs in illness. A reference intake is for healthy people.",
    ),
)  # fmt: skip
