"""How much gets in: of a tablet, of a meal, of an injection."""

from __future__ import annotations

from collections.abc import Iterator

from ...amounts import format_dose, format_number, percent, round_figures
from ...models import absorption as model
from ...models.absorption import FOODS, Absorbed, Retained
from ...models.absorption_fit import measured, spread_factor, two_paths
from ...pictures.absorption import absorption
from ...quantities import quantity
from ...tables import table
from ...words import absorption as words
from ...words.sources import starred
from ..controls import Choice, Option, Slider, every
from ..facts import Fact, Told, listed
from ..story import Prediction, Story

RDA = quantity("intakes.us_rda_adults_19_30")
SERIES = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0)


def _steps(low: float, high: float, *more: float) -> tuple[float, ...]:
    """Round numbers from low to high, about twelve a decade, and any that must be among them."""
    series = [round_figures(mantissa * 10.0**decade, 3) for decade in range(-2, 4) for mantissa in SERIES]
    return tuple(sorted({step for step in (*series, *more, low, high) if low <= step <= high}))


MEASURED = sorted(
    {(row.form, row.dose_ug) for row in table("absorption").where(topic="injection retention") if row.dose_ug}
)
#: The injections that were measured: name in the control → (form, dose in µg).
INJECTIONS = {f"{form}_{dose_ug:g}_ug": (form, dose_ug) for form, dose_ug in MEASURED}
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


def facts(result: Absorbed | Retained) -> tuple[Fact, ...]:
    """Every number on screen."""
    if isinstance(result, Retained):
        return listed(*_injection(result))
    least_ug, most_ug = model.diet_delivers_ug()
    return listed(
        *(_meal(result) if result.route == "meal" else _tablet(result)),
        RDA, "absorption.assumed_food_fraction",
        ("An RDA-sized diet delivers", f"{words.ug(least_ug)} to {words.ug(most_ug)}",
         "by the food equation, and by the RDA's own assumption"),
        ("Times over", words.diet_times(result), "what gets in, as shown, ÷ what an RDA-sized diet delivers"),
    )  # fmt: skip


def _injection(result: Retained) -> Iterator[Told]:
    for share, kept_ug in zip(result.shares, result.kept_ug, strict=True):
        yield share
        yield "Stays in the body", words.ug(kept_ug), "share × dose"
    swallowed = words.ug(result.swallowed.total_ug)
    yield "Of the same dose as a tablet", swallowed, "the two-path model, see the tablet"


def _meal(result: Absorbed) -> Iterator[Told]:
    yield "Absorbed", f"{words.ug(result.total_ug)} ({percent(result.share)})", "the food equation"
    for row in ("food_coefficient", "food_exponent", "food_range", *FOODS):
        yield f"absorption.{row}"


def _tablet(result: Absorbed) -> Iterator[Told]:
    fit, by, ug = two_paths(), "the two-path model below", words.ug
    fitted, mean = "fitted to the healthy points", "geometric mean of the points without intrinsic factor"
    absorbed = f"{ug(result.total_ug)} ({percent(result.share)}), range {words.spread(result)}"
    yield "Absorbed a day", absorbed, by
    rests_on = words.rows_of(result) if result.intrinsic_factor else ()  # the mean share that leaks was read
    yield "Absorbed of each dose", starred(ug(result.once_ug), *rests_on), by
    yield "By intrinsic factor", starred(ug(result.intrinsic_ug), *rests_on), by
    yield "By passive leak", ug(result.passive_ug), by
    yield "Most by intrinsic factor from one dose", starred(ug(fit.capacity_ug), *words.fitted()), fitted
    yield "Half of that at", starred(ug(fit.half_dose_ug), *words.fitted()), fitted
    yield "Passive share", percent(fit.passive_fraction), mean
    if result.intrinsic_factor:
        misses = (
            "nine in ten measured means, from how far the model misses each point that is left out of its fit"
        )
        recovery = "an assumption; the path is taken to recover steadily over the published recovery time"
        yield (
            "Range of the curve",
            starred(f"× or ÷ {format_number(spread_factor(), 2)}", *words.fitted()),
            misses,
        )
        yield words.RECOVERY
        yield "Between doses", "even gaps over 24 hours", recovery
    else:
        yield words.PASSIVE
    yield "absorption.capacity_per_meal"
    yield from (*measured("normal"), *measured("no_if"))


TABLET, MEAL, INJECTION = (("route", (route,)) for route in ("tablet", "meal", "injection"))
ROUTES = (Option("meal", "in food"), Option("tablet", "as a tablet"), Option("injection", "by injection"))
FACTOR = (Option("working", "working"), Option("none", "none"))
DOSES = _steps(*model.DOSE_RANGE_UG, float(RDA))
MEALS = _steps(FOOD_RANGE.low, FOOD_RANGE.high, float(RDA))
TIMES = every(1, 1, model.MOST_TIMES_PER_DAY)
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
        answer=lambda result: result.total_ug, say=words.ug, unit="µg",
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
    tell=words.tell,
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
