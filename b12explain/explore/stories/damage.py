"""Slow, small, or blocked: what a nerve test makes of lost myelin and lost axons."""

from __future__ import annotations

from ...amounts import NBSP, format_number
from ...models import clinic
from ...models.clinic import RECORDABLE_SHARE
from ...models.damage import CLUSTERS, Damaged
from ...models.damage import damage as model
from ...models.nerve import Population
from ...models.population import LOSSES
from ...models.single_fibre import INTERNODES, large_fibre_um
from ...quantities import quantity
from ...views.damage import DamageView, bundle
from ...views.damage.words import degrees, done, height, lag, percent, speed
from ..controls import Choice, Option, Slider
from ..facts import Fact, sourced, worked_out
from ..story import Prediction, Story

AXONAL, DEMYELINATING = "nerve.hemmer_nerve_patterns", "nerve.hemmer_demyelinating"
RULE = "a rule of laboratories; no source was re-read"


def work_out(
    myelin_lost_percent: float, affected_percent: float, where: str, axons_lost_percent: float, loss: str,
    temperature_c: float,
) -> Damaged:  # fmt: skip
    """What the controls ask for."""
    lost, affected, axons = (x / 100 for x in (myelin_lost_percent, affected_percent, axons_lost_percent))
    return model(lost, affected, where, axons, loss, temperature_c)


def tell(result: Damaged) -> str:
    """What the picture shows, in words."""
    did = done(result)
    start = f"{did[:1].upper()}{did[1:]}" if did else "Nothing lost"
    people = "" if result.untouched else _people()
    return " ".join(filter(None, (f"{start}: {_finding(result)}", _one_fibre(result), people)))


def _finding(result: Damaged) -> str:
    point = result.point
    if not point.recorded:
        gone = result.study.fibres - result.study.lost < 0.5
        if gone:
            return "no axon is left, so there is nothing to record."
        left = _those_left(result)
        blocked = (
            f"; {percent(result.blocked_share)} of {left} are blocked on the way, and what the others carry comes too "
            "scattered to add up"
            if result.study.blocked
            else ""
        )
        return f"nothing can be told from noise at the electrode{blocked}."
    limit, least = quantity(clinic.VELOCITY_LIMIT), height(clinic.amplitude_limit_uv())
    told = (
        f"{point.verdict}. Velocity is {percent(point.velocity_share)} of healthy "
        f"({speed(point.velocity_m_per_s)}; the limit is {limit.marked()}), amplitude "
        f"{percent(point.amplitude_share)} ({height(point.amplitude_uv)}; the limit is {least})."
    )
    if result.blocked_share >= 0.005:
        told += f" Of {_those_left(result)}, {percent(result.blocked_share)} are blocked on the way."
    return told


def _those_left(result: Damaged) -> str:
    return "the axons left" if result.population.axon_loss else "the axons"


def _one_fibre(result: Damaged) -> str:
    if result.fibre_lost:
        return "The one large fibre shown is among the lost."
    if result.fibre.blocked:
        return "In the one large fibre shown, the wave is blocked."
    if result.untouched:
        return ""
    if result.freed:
        usual, late = degrees(Population().temperature_c), lag(result.delay_ms)
        return f"The cold lets the wave through the one large fibre shown, {late}; at {usual} it is blocked."
    return f"In the one large fibre shown, the wave leaves the stretch that is drawn {lag(result.delay_ms)}."


def _people() -> str:
    axonal, demyelinating = quantity(AXONAL), quantity(DEMYELINATING)
    others = axonal.row["n"] - float(axonal) - float(demyelinating)
    return (
        f"Of {axonal.row['n']:g} people in one series whose B12 deficiency had reached the spinal cord, "
        f"{float(axonal):g} had the small pattern, {float(demyelinating):g} the slow one and {others:g} neither."
    )


def facts(result: Damaged) -> tuple[Fact, ...]:
    """Every number on screen."""
    point, usual = result.point, degrees(Population().temperature_c)
    warmth = f"{RULE}; the healthy nerve is at {usual}"
    worked = [
        worked_out("Nerve temperature", degrees(result.population.temperature_c), warmth),
        sourced(quantity("nerve_study.distance")),
        worked_out("Amplitude left", percent(point.amplitude_share), "the nerve model ÷ its healthy nerve"),
        worked_out("Amplitude", height(point.amplitude_uv), "that share of the published mean"),
        *_velocity(result),
        worked_out("Axons left that are blocked", percent(result.blocked_share), "the nerve model"),
        *_fibre(result),
        worked_out("Myelin lost", percent(1 - result.population.lamella_fraction), "of its layers (lamellae)"),
        worked_out("Stretches of myelin (internodes) affected", percent(result.population.affected_share), "as chosen"),
        worked_out("Axons lost", percent(result.population.axon_loss), "as chosen"),
        worked_out("Lower limit of amplitude", height(clinic.amplitude_limit_uv()), "low end of the range below"),
        worked_out("Least that counts as recorded", percent(RECORDABLE_SHARE), "a convention here"),
    ]  # fmt: skip
    return (*worked, *map(sourced, clinic.references()), *_population_facts())


def _velocity(result: Damaged) -> tuple[Fact, ...]:
    point = result.point
    if not point.recorded:
        return ()
    late = result.study.onset_ms - result.healthy.onset_ms
    return (
        worked_out("Velocity left", percent(point.velocity_share), "the nerve model ÷ its healthy nerve"),
        worked_out("Velocity", speed(point.velocity_m_per_s), "that share of the published mean"),
        worked_out("Onset of the potential", lag(late), "the nerve model beside its healthy nerve"),
    )


def _fibre(result: Damaged) -> tuple[Fact, ...]:
    passes = "lost" if result.fibre_lost else "blocked" if result.fibre.blocked else lag(result.delay_ms)
    size = f"{format_number(large_fibre_um(), 3)}{NBSP}µm"
    how = f"the fibre model, {size}, over {INTERNODES} stretches of myelin beside a healthy one"
    return (worked_out("One large fibre", passes, how),)


def _population_facts() -> tuple[Fact, ...]:
    rows = ("sural_small_fibre_peak", "sural_large_fibre_peak", "sural_myelinated_count")
    people = quantity(AXONAL)
    others = people.row["n"] - float(people) - float(quantity(DEMYELINATING))
    return (
        worked_out(
            "Axons drawn",
            f"{bundle.COUNT}",
            "sizes after published peaks, of which the share of small ones is assumed",
        ),
        sourced(quantity("nerve_study.small_fibre_share")),
        *(sourced(quantity(one)) for one in (AXONAL, DEMYELINATING)),
        worked_out("Neither pattern", f"{others:g} people", f"the rest of the {people.row['n']:g}"),
        *(sourced(quantity(f"nerve.{row}")) for row in rows),
    )


MYELIN = (0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 95.0, 98.0, 99.0)
SHARES = (5.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0)
AXONS = tuple(float(x) for x in range(0, 101, 10))
WARMTH = (25.0, 27.0, 29.0, 31.0, 33.0, 35.0, 37.0)
STRIPPED = ("myelin_lost_percent", (90.0, *(x for x in MYELIN if x not in (0.0, 90.0))))
THINNED = ("axons_lost_percent", (30.0, *(x for x in AXONS if x not in (0.0, 30.0))))
SOME = ("affected_percent", (30.0, *(x for x in SHARES if x not in (30.0, 100.0))))
WHERE = tuple(Option(name, name) for name in CLUSTERS)
SIZES = tuple(Option(name, f"the {name}" if name == "largest" else f"of {name}") for name in LOSSES)
BLOCK = {"myelin_lost_percent": 99.0, "affected_percent": 5.0}

STORY = Story(
    name="damage",
    section="When it runs out",
    minutes=3,
    question="Slow, small, or blocked: what does a nerve test see?",
    lead=(
        "A nerve test stimulates a nerve through the skin and records further along. Velocity is set by the fastest "
        "fibres; amplitude counts fibres that arrive together."
    ),
    prediction=Prediction(
        "Strip 60 % of the myelin from every internode, the stretch between two nodes, of every fibre. "
        "How much of the nerve's velocity is left?",
        0.0, 100.0, answer=lambda result: 100 * result.point.velocity_share,
        say=lambda share: f"{format_number(share, 2 if share < 99.5 else 3)}{NBSP}%", unit="%",
    ),
    controls=(
        Slider("myelin_lost_percent", "Myelin lost", 60.0, MYELIN, "%", (0.0, 50.0, 99.0),
               hint="of its layers (lamellae)"),
        Slider("affected_percent", "Stretches of myelin affected", 100.0, SHARES, "%", (50.0, 100.0), when=STRIPPED,
               hint="each from node to node (internode)"),
        Choice("where", "Where", "scattered", options=WHERE, when=SOME),
        Slider("axons_lost_percent", "Axons lost", 0.0, AXONS, "%", (0.0, 50.0, 100.0)),
        Choice("loss", "Which axons", "all sizes", options=SIZES, when=THINNED),
        Slider("temperature_c", "Nerve temperature", 33.0, WARMTH, "°C", (25.0, 33.0, 37.0)),
    ),
    model=work_out,
    view=DamageView,
    tell=tell,
    facts=facts,
    presets={
        "myelin lost": {},
        "healthy": {"myelin_lost_percent": 0.0},
        "axons lost": {"myelin_lost_percent": 0.0, "axons_lost_percent": 70.0},
        "both, as B12 lack can be": {
            "myelin_lost_percent": 70.0, "affected_percent": 70.0, "axons_lost_percent": 60.0,
        },
        "block": {**BLOCK, "temperature_c": 37.0},
        "the same block, cooled": {**BLOCK, "temperature_c": 25.0},
    },
    posters=("axons lost", "block"),
    honesty="calculated + measured",
    leaves_out=(
        "The spinal cord, which lack of B12 often harms first and which this test does not see.",
        "Small and unmyelinated fibres: too small to show, so a normal test does not exclude their loss.",
        "How much of each is lost in B12 deficiency: no study was found that counted both. The presets are examples.",
        "Inflammation, swelling, and sodium channels that spread along a stripped axon.",
        "The model's own healthy nerve is faster and larger than published means. Only its changes are used.",
        "Proportions: the sheath is drawn far too thick for its length, and only 24 stretches of it are drawn.",
    ),
)  # fmt: skip
