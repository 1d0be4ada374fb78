"""If an axon died back, when is it back? Distance, rate and wait on a leg or an arm."""

from __future__ import annotations

from ...models import regrowth as model
from ...models.regrowth import DAYS_PER_MONTH, Regrowth
from ...pictures.regrowth import MOST_MONTHS, REST_MONTHS, regrowth
from ...quantities import quantity
from ...tables import table
from ...words.regrowth import (
    PLACES,
    arrival,
    arrival_at_rate,
    brief,
    faster,
    mm,
    months,
    most_in_brief,
    span,
    tell,
)  # fmt: skip
from ..controls import Choice, Option, Slider, Switch
from ..facts import Fact, sourced, worked_out
from ..story import Film, Prediction, Story

STEP_MM = 50.0
TRIAL = "trials.pdniv"
ROWS = (
    "nerve.regrowth_usual", "nerve.regrowth_common_rule", "nerve.regrowth_seddon", "nerve.regrowth_start",
    "nerve.muscle_window",
)  # fmt: skip


def work_out(
    limb: str,
    leg_mm: float,
    arm_mm: float,
    rate_mm_per_day: float,
    wait_months: float,
    speed_up: float,
    brief: bool,
) -> Regrowth:
    """What the controls ask for; the speed-up in per cent."""
    distance_mm = leg_mm if limb == "leg" else arm_mm
    days = table("trials").row(TRIAL).duration_days if brief else None
    return model.regrow(distance_mm, rate_mm_per_day, wait_months, speed_up / 100, limb, days)


def facts(result: Regrowth) -> tuple[Fact, ...]:
    """Every number on screen."""
    by = "distance ÷ rate + start"
    found = [
        worked_out("Arrival", arrival(result), f"{by}, fastest and earliest to slowest and latest"),
        worked_out("Arrival at the chosen rate", arrival_at_rate(result), f"{by}, middle start"),
    ]
    grown = mm(result.grown_mm(REST_MONTHS * DAYS_PER_MONTH)[1])
    how = "rate × days since the start, middle start; the bar of time shows other months"
    found.append(worked_out(f"Grown by month {REST_MONTHS} at the chosen rate", grown, how))
    if result.limb.joint_mm > result.from_mm:
        passed = span(*result.reach_days(result.limb.joint_mm))
        found.append(worked_out(f"Passes the {PLACES[result.limb.name][1]}", passed, by))
    if result.speed_up:
        how = "distance ÷ rate, less distance ÷ the faster rate; the speed-up is a hypothesis"
        found.append(worked_out(f"{faster(result)} saves", span(*result.saved_days), how))
    if result.brief_days is not None:
        how = f"{brief(result)} × the fastest rate"
        found.append(worked_out(f"Most growth in {brief(result)}", most_in_brief(result), how))
        found.append(sourced(quantity(TRIAL)))
    return (*found, *(sourced(quantity(row)) for row in (*ROWS, *result.limb.rows)))


def _steps(longest_mm: float) -> tuple[float, ...]:
    return tuple(STEP_MM * (i + 1) for i in range(int(longest_mm / STEP_MM)))


SLOW, FAST = model.rates_mm_per_day()
RATES = tuple(float(f"{SLOW + 0.1 * i:.1f}") for i in range(round((FAST - SLOW) * 10) + 1))
LEG, ARM = (("limb", (limb,)) for limb in ("leg", "arm"))
LEG_MM, ARM_MM = (_steps(model.limbs()[limb].path_mm) for limb in ("leg", "arm"))
WAITS = tuple(float(month) for month in range(model.MOST_WAIT_MONTHS + 1))
FASTER = tuple(float(percent) for percent in range(0, round(100 * model.MOST_SPEED_UP) + 1, 5))
LIMBS = (Option("leg", "leg, to a toe"), Option("arm", "arm, to a fingertip"))
MOMENTS = tuple(float(month) for month in range(0, MOST_MONTHS + 1, 2))

STORY = Story(
    name="regrowth",
    section="How a nerve repairs",
    minutes=3,
    question="If an axon died back, when is it back?",
    lead="Outside brain and spinal cord an axon, the long fibre of a nerve cell, can grow again, slowly.",
    prediction=Prediction(
        "A fibre to the big toe died back to the spine, about 1 metre. After how many months is it at the toe again?",
        0.0, 600.0, answer=lambda result: result.arrival_at_rate_months, say=months, unit="months",
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
    tell=tell,
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
    film=Film("Time since the injury", MOMENTS, "months", float(REST_MONTHS), between=5),
)  # fmt: skip
