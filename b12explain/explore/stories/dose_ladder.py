"""How big is 1,000 µg? Every dose on one ruler."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ...amounts import capital, format_dose, times
from ...models import ladder as model
from ...models.ladder import Dose, Ladder
from ...pictures.ladder import ladder
from ...pictures.ladder.bars import FULL_SCALE_UG, choose
from ...words import ladder as words
from ..controls import Choice, Option, Switch
from ..facts import Fact, listed
from ..story import Prediction, Story

TABLET = "regimens.oral1000"
REFERENCE = "reference"

#: The rungs of each layer: few enough to read, spread over the whole ladder. Any other dose can be picked to compare.
RUNGS = {
    "intakes": (
        "intakes.us_ai_infants_0_6_months", "intakes.us_rda_children_1_3", words.GUESSED_IN,
        "intakes.eu_ai_adults",
    ),
    "foods": ("foods.milk", "foods.bluefin_tuna", "foods.clams", "foods.beef_liver"),
    "tablets": ("regimens.multi", "regimens.uk_diet", "regimens.b50", TABLET, "regimens.oral2000"),
    "injections": ("regimens.uk_maint",),
    "trials": ("regimens.als50",),
    "antidote": ("regimens.cyanide",),
}  # fmt: skip
LAYER_WORDS = {
    "intakes": "advised intakes", "foods": "foods", "tablets": "tablets", "injections": "injections",
    "trials": "trials", "antidote": "antidote",
}  # fmt: skip


def _options(doses: Iterable[Dose], group: Callable[[Dose], str]) -> tuple[Option, ...]:
    return tuple(
        Option(dose.id, f"{words.full_name(dose)}, {words.written(dose)}", group(dose)) for dose in doses
    )


def work_out(reference: str, first: str, second: str, scale: str, unit: str, **layers: bool) -> Ladder:
    """What the controls ask for."""
    shown = {name: RUNGS[name] for name, on in layers.items() if on}
    return model.climb(reference, first, second, scale, unit, shown)


def facts(result: Ladder) -> tuple[Fact, ...]:
    """Every number on screen."""
    upper, lower = result.upper, result.lower
    how = f"dose ÷ {format_dose(FULL_SCALE_UG)}, the whole ruler; in pixels, that share of its width"
    linear = result.scale == "linear"
    return listed(
        ("Ratio", times(result.ratio), f"{words.phrase(upper)} ÷ {words.phrase(lower)}"),
        *((f"A day's mean, {words.full_name(dose)}", words.a_day(dose),
           f"dose × doses a week ÷ 7; {words.times_mine(dose, result)}")
          for dose in (upper, lower) if words.has_schedule(dose)),
        *((f"Bar of {words.full_name(dose)}", words.of_the_ruler(dose.amount_ug / FULL_SCALE_UG), how)
          for dose in choose(result) if linear),
        not linear and ("Rungs between them", words.decades(result), "logarithm of the ratio to the base 10"),
        *(dose.quantity for dose in result.rungs),
    )  # fmt: skip


ALL = model.doses().values()
INTAKES = _options(
    (dose for dose in ALL if dose.layer == "intakes"), lambda dose: dose.quantity.row.country_region
)
DOSES = (
    Option(REFERENCE, "my daily intake, chosen above"),
    *_options(ALL, lambda dose: capital(LAYER_WORDS[dose.layer])),
)
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
        0.0, 1_000_000.0, answer=lambda result: result.ratio, say=words.times_sign, unit="RDAs",
        guessed=words.guessed,
    ),
    controls=(
        Choice("scale", "Ruler", "log", options=SCALES),
        Choice("unit", "Written in", "ug", options=UNITS),
        Choice("reference", "My daily intake", words.GUESSED_IN, options=INTAKES, menu=True,
               hint="* not re-read"),
        Choice("first", "Compare", TABLET, options=DOSES, menu=True),
        Choice("second", "with", REFERENCE, options=DOSES, menu=True),
        *(Switch(name, LAYER_WORDS[name], True, group="Show") for name in model.LAYERS),
    ),
    model=work_out,
    picture=ladder,
    tell=words.tell,
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
