"""If an axon died back, when is it back? Distance, rate and wait on a leg or an arm."""

from __future__ import annotations

from ...models import regrowth as model
from ...models.regrowth import DAYS_PER_MONTH, Regrowth
from ...pictures.regrowth import MOST_MONTHS, REST_MONTHS, regrowth
from ...tables import table
from ...words import regrowth as words
from ...words.regrowth import START, USUAL
from ...words.sources import starred
from ..controls import Choice, Option, Slider, Switch, every
from ..facts import Fact, Told, listed
from ..story import Film, Prediction, Story

STEP_MM = 50.0
TRIAL = "trials.pdniv"
ROWS = ("usual", "common_rule", "seddon", "start")  # of the rates and of what comes before them


def work_out(
    limb: str, leg_mm: float, arm_mm: float, rate_mm_per_day: float, wait_months: float, speed_up: float,
    brief: bool,
) -> Regrowth:  # fmt: skip
    """What the controls ask for; the speed-up in per cent."""
    distance_mm = leg_mm if limb == "leg" else arm_mm
    days = table("trials").row(TRIAL).duration_days if brief else None
    return model.regrow(distance_mm, rate_mm_per_day, wait_months, speed_up / 100, limb, days)


def facts(result: Regrowth) -> tuple[Fact, ...]:
    """Every number on screen."""
    by, limb = "distance ÷ rate + start", result.limb
    grown_mm = result.grown_mm(REST_MONTHS * DAYS_PER_MONTH)[1]
    return listed(
        ("Arrival", starred(words.arrival(result), USUAL, START), f"{by}, fastest and earliest to slowest and latest"),
        ("Arrival at the chosen rate", starred(words.arrival_at_rate(result), START), f"{by}, middle start"),
        (f"Grown by month {REST_MONTHS} at the chosen rate", starred(words.mm(grown_mm), START),
         "rate × days since the start, middle start; the bar of time shows other months"),
        limb.joint_mm > result.from_mm
        and (f"Passes the {words.PLACES[limb.name][1]}",
             starred(words.span(*result.reach_days(limb.joint_mm)), USUAL, START, *limb.rows), by),
        result.speed_up
        and (f"{words.faster(result)} saves", starred(words.span(*result.saved_days), USUAL),
             "distance ÷ rate, less distance ÷ the faster rate; the speed-up is a hypothesis"),
        *_brief(result),
        *(f"nerve.regrowth_{row}" for row in ROWS), "nerve.muscle_window", *limb.rows,
    )  # fmt: skip


def _brief(result: Regrowth) -> tuple[Told, ...]:
    if result.brief_days is None:
        return ()
    days = words.brief(result)
    most = starred(words.most_in_brief(result), USUAL)
    return (f"Most growth in {days}", most, f"{days} × the fastest rate"), TRIAL


SLOW, FAST = model.rates_mm_per_day()
RATES = every(0.1, SLOW, FAST)
LEG, ARM = (("limb", (limb,)) for limb in ("leg", "arm"))
LEG_MM, ARM_MM = (
    every(STEP_MM, STEP_MM, model.limbs()[limb].path_mm // STEP_MM * STEP_MM) for limb in ("leg", "arm")
)
WAITS = every(1, 0, model.MOST_WAIT_MONTHS)
FASTER = every(5, 0, round(100 * model.MOST_SPEED_UP))
LIMBS = (Option("leg", "leg, to a toe"), Option("arm", "arm, to a fingertip"))
FILM = Film("Time since the injury", every(2, 0, MOST_MONTHS), "months", float(REST_MONTHS), between=5)

STORY = Story(
    name="regrowth",
    section="How a nerve repairs",
    minutes=3,
    question="If an axon died back, when is it back?",
    lead="Outside brain and spinal cord an axon, the long fibre of a nerve cell, can grow again, slowly.",
    prediction=Prediction(
        "A fibre to the big toe died back to the spine, about 1 metre. After how many months is it at the toe again?",
        0.0, 600.0, answer=lambda result: result.arrival_at_rate_months, say=words.months, unit="months",
    ),
    controls=(
        Choice("limb", "Limb", "leg", options=LIMBS),
        Slider("leg_mm", "Died back from the toe", LEG_MM[-1], LEG_MM, "mm", (LEG_MM[0], 500.0, LEG_MM[-1]), when=LEG),
        Slider("arm_mm", "Died back from the fingertip", ARM_MM[-1], ARM_MM, "mm", (ARM_MM[0], 400.0, ARM_MM[-1]),
               when=ARM),
        Slider("rate_mm_per_day", "Rate of growth", 1.5, RATES, "mm a day", (SLOW, 2.0, FAST), hint="published range"),
        Slider("wait_months", "Until the cause is treated", 0.0, WAITS, "months", (0.0, 6.0, 12.0)),
        Slider("speed_up", "Faster, if a drug did that", 20.0, FASTER, "%", (0.0, 20.0, 50.0), hint="a hypothesis"),
        Switch("brief", "what grows in nine days", False, group="Show"),
    ),
    model=work_out,
    picture=regrowth,
    tell=words.tell,
    facts=facts,
    presets={
        "spine to toe": {},
        "shin to toe": {"leg_mm": 300.0},
        "shoulder to fingertip": {"limb": "arm"},
        "wrist to fingertip": {"limb": "arm", "arm_mm": 200.0},
        "half a year untreated": {"wait_months": 6.0},
        "nine days": {"brief": True},
    },
    posters=("shin to toe", "nine days"),
    honesty="calculated",
    looks=("arm_mm", "speed_up", "brief"),
    leaves_out=(
        "Growth slows with distance, time and age; the published rates are averages over the first stretch.",
        "Many axons never arrive, or arrive at the wrong place. A neighbour's side branch may arrive sooner.",
        "Arriving is not feeling: the new fibre needs myelin, and an ending in skin or muscle.",
        "Muscles shrink while they wait. After 12 to 18 months little comes back, by a rule that surgeons use.",
        "The spinal cord, where B12 deficiency does much of its harm: axons there do not grow back like this.",
        "Feeling better has quicker causes: less pain, myelin mended, blocked fibres working, or chance.",
    ),
    film=FILM,
)  # fmt: skip
