"""How much gets in: of a tablet, of a meal, of an injection."""

from __future__ import annotations

from ...amounts import format_dose, format_number, percent, round_figures
from ...models import absorption as model
from ...models.absorption import FOODS, Absorbed, Retained
from ...models.absorption_fit import measured, spread_factor, two_paths
from ...pictures.absorption import absorption
from ...quantities import quantity
from ...tables import table
from ...words.absorption import diet_times, kept, kept_share, spread, study, ug
from ..controls import Choice, Option, Slider
from ..facts import Fact, sourced, worked_out
from ..story import Prediction, Story

RDA = quantity("intakes.us_rda_adults_19_30")
SERIES = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0)


def _steps(low: float, high: float, *more: float) -> tuple[float, ...]:
    """Round numbers from low to high, about twelve a decade, and any that must be among them."""
    series = [round_figures(mantissa * 10.0**decade, 3) for decade in range(-2, 4) for mantissa in SERIES]
    return tuple(sorted({step for step in (*series, *more, low, high) if low <= step <= high}))


def _injections() -> dict[str, tuple[str, float]]:
    """The injections that were measured: name in the control → (form, dose in µg)."""
    rows = [row for row in table("absorption").where(topic="injection retention") if row.dose_ug]
    found = sorted({(row.form, row.dose_ug) for row in rows})
    return {f"{form}_{dose_ug:g}_ug": (form, dose_ug) for form, dose_ug in found}


INJECTIONS = _injections()
FOOD_RANGE = quantity("absorption.food_range")


def work_out(
    route: str, dose_ug: float, times_per_day: float, intrinsic_factor: str, meal_ug: float, injection: str
) -> Absorbed | Retained:
    """What the controls ask for."""
    if route == "tablet":
        return model.absorb(dose_ug, int(times_per_day), intrinsic_factor == "working")
    if route == "meal":
        return model.absorb_meal(meal_ug)
    return model.retain(*INJECTIONS[injection])


def tell(result: Absorbed | Retained) -> str:
    """What the picture shows, in words."""
    if isinstance(result, Retained):
        return _tell_injection(result)
    diet = f"That is {diet_times(result)} what a day's diet of exactly the RDA delivers."
    if result.route == "meal":
        return (
            f"{format_dose(result.dose_ug)} in one meal: about {ug(result.total_ug)} absorbed "
            f"({percent(result.share)}), by the equation pooled from labelled food; single foods differ widely. {diet}"
        )
    often = {1: "once", 2: "twice"}.get(result.times_per_day, f"{result.times_per_day} times")
    if result.intrinsic_factor:
        carried, leaked = ug(result.intrinsic_ug), ug(result.passive_ug)
        ways = f"About {carried} is carried by intrinsic factor and {leaked} leaks through the gut wall."
    else:
        ways = "Without intrinsic factor, all of it leaks through the gut wall."
    return (
        f"{format_dose(result.dose_ug)} swallowed {often} a day: about {ug(result.total_ug)} absorbed a day "
        f"({percent(result.share)}), range {spread(result)}. {ways} {diet}"
    )


def _tell_injection(result: Retained) -> str:
    shares = ", ".join(f"{kept_share(share)} ({study(share)})" for share in result.shares)
    disagree = " The studies disagree, and all stand." if len(set(result.kept_ug)) > 1 else ""
    return (
        f"{format_dose(result.dose_ug)} of {result.form} injected: {kept(result)} stays in the body, "
        f"{shares}; most of the rest leaves in the urine within days.{disagree}"
    )


def facts(result: Absorbed | Retained) -> tuple[Fact, ...]:
    """Every number on screen."""
    if isinstance(result, Retained):
        return _injection_facts(result)
    least_ug, most_ug = model.diet_delivers_ug()
    by_both = "by the food equation, and by the RDA's own assumption"
    over = "what gets in, as shown, ÷ what an RDA-sized diet delivers"
    return (
        *(_meal_facts(result) if result.route == "meal" else _tablet_facts(result)),
        sourced(RDA),
        sourced(quantity("absorption.assumed_food_fraction")),
        worked_out("An RDA-sized diet delivers", f"{ug(least_ug)} to {ug(most_ug)}", by_both),
        worked_out("Times over", diet_times(result), over),
    )


def _injection_facts(result: Retained) -> tuple[Fact, ...]:
    stays = [worked_out("Stays in the body", ug(amount_ug), "share × dose") for amount_ug in result.kept_ug]
    swallowed = ug(result.swallowed.total_ug)
    return (
        *(fact for pair in zip(map(sourced, result.shares), stays, strict=True) for fact in pair),
        worked_out("Of the same dose as a tablet", swallowed, "the two-path model, see the tablet"),
    )


def _meal_facts(result: Absorbed) -> tuple[Fact, ...]:
    absorbed = f"{ug(result.total_ug)} ({percent(result.share)})"
    equation = (f"food_{name}" for name in ("coefficient", "exponent", "range"))
    rows = (quantity(f"absorption.{name}") for name in (*equation, *FOODS))
    return worked_out("Absorbed", absorbed, "the food equation"), *map(sourced, rows)


def _tablet_facts(result: Absorbed) -> tuple[Fact, ...]:
    fit, by = two_paths(), "the two-path model below"
    absorbed = f"{ug(result.total_ug)} ({percent(result.share)}), range {spread(result)}"
    fitted, mean = "fitted to the healthy points", "geometric mean of the points without intrinsic factor"
    return (
        worked_out("Absorbed a day", absorbed, by),
        worked_out("Absorbed of each dose", ug(result.once_ug), by),
        worked_out("By intrinsic factor", ug(result.intrinsic_ug), by),
        worked_out("By passive leak", ug(result.passive_ug), by),
        worked_out("Most by intrinsic factor from one dose", ug(fit.capacity_ug), fitted),
        worked_out("Half of that at", ug(fit.half_dose_ug), fitted),
        worked_out("Passive share", percent(fit.passive_fraction), mean),
        *_range_facts(result),
        sourced(quantity("absorption.capacity_per_meal")),
        *(sourced(quantity(row)) for row in (*measured("normal"), *measured("no_if"))),
    )


def _range_facts(result: Absorbed) -> tuple[Fact, ...]:
    if not result.intrinsic_factor:
        return (sourced(quantity("absorption.passive_fraction")),)
    factor = f"× or ÷ {format_number(spread_factor(), 2)}"
    misses = (
        "nine in ten measured means, from how far the model misses each point that is left out of its fit"
    )
    recovery = "an assumption; the path is taken to recover steadily over the published recovery time"
    return (
        worked_out("Range of the curve", factor, misses),
        sourced(quantity("absorption.recovery_time")),
        worked_out("Between doses", "even gaps over 24 hours", recovery),
    )


TABLET, MEAL, INJECTION = (("route", (route,)) for route in ("tablet", "meal", "injection"))
ROUTES = (Option("meal", "in food"), Option("tablet", "as a tablet"), Option("injection", "by injection"))
FACTOR = (Option("working", "working"), Option("none", "none"))
DOSES = _steps(*model.DOSE_RANGE_UG, float(RDA))
MEALS = _steps(FOOD_RANGE.low, FOOD_RANGE.high, float(RDA))
TIMES = tuple(float(n) for n in range(1, model.MOST_TIMES_PER_DAY + 1))
MILLIGRAM = "cyanocobalamin_1000_ug"
SHOTS = tuple(Option(name, f"{form}, {format_dose(dose)}") for name, (form, dose) in INJECTIONS.items())

STORY = Story(
    name="absorption",
    section="Dose and route",
    minutes=2,
    question="How much of a 1,000 µg tablet gets in?",
    lead="Intrinsic factor, made in the stomach, carries B12 through the gut wall. It fills up fast.",
    prediction=Prediction(
        "A healthy person swallows 1,000 µg. How much is absorbed?", 0.0, 1_000.0,
        answer=lambda result: result.total_ug, say=ug, unit="µg",
    ),
    controls=(
        Choice("route", "How it is taken", "tablet", options=ROUTES),
        Slider("dose_ug", "Dose", 1_000.0, DOSES, "µg", (1.0, 10.0, 100.0, 1_000.0), when=TABLET, hint="log scale"),
        Slider("times_per_day", "Times a day", 1.0, TIMES, marks=(1.0, 6.0), when=TABLET, hint="evenly spread"),
        Choice("intrinsic_factor", "Intrinsic factor", "working", options=FACTOR, when=TABLET),
        Slider("meal_ug", "B12 in the meal", 3.0, MEALS, "µg", (1.0, 10.0), when=MEAL, hint="log scale"),
        Choice("injection", "Injection", MILLIGRAM, options=SHOTS, menu=True, when=INJECTION, hint="as measured"),
    ),
    model=work_out,
    picture=absorption,
    tell=tell,
    facts=facts,
    presets={
        "one tablet": {},
        "no intrinsic factor": {"intrinsic_factor": "none"},
        "a meal, 3 µg": {"route": "meal"},
        "three small doses": {"dose_ug": 1.0, "times_per_day": 3.0},
        "an injection": {"route": "injection"},
    },
    posters=("no intrinsic factor", "an injection"),
    honesty=lambda result: "measured" if isinstance(result, Retained) else "calculated + measured",
    leaves_out=(
        "People differ widely; each point is the mean of a small group.",
        "Food in the stomach, which lowers what leaks through by itself.",
        "Little stomach acid, metformin and other drugs, age, and disease of the small bowel's end.",
        "The form of cobalamin: small doses of the four forms were absorbed much alike.",
        "What happens next: blood level, storage, and whether any of it reaches a nerve.",
    ),
)  # fmt: skip
