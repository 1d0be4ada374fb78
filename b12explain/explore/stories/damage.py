"""Slow, small, or blocked: what a nerve test makes of lost myelin and lost axons."""

from __future__ import annotations

from ...amounts import counted, format_number, percent, temperature, with_unit
from ...models.axon_sample import COUNT
from ...models.damage import CLUSTERS, EXAMPLES, Damaged
from ...models.damage import damage as model
from ...models.population import LOSSES
from ...models.single_fibre import INTERNODES, large_fibre_um
from ...pictures.damage import damage
from ...words import damage as words
from ...words.nerve_test import amplitude_limit, size, velocity
from ..controls import Choice, Option, Slider, every
from ..facts import Fact, listed
from ..story import Prediction, Story

ROWS = (
    "nerve.sural_small_fibre_peak", "nerve.sural_large_fibre_peak", "nerve_study.small_fibre_share",
    "nerve.sural_myelinated_count",
)  # fmt: skip


def work_out(
    myelin_lost_percent: float, affected_percent: float, where: str, axons_lost_percent: float, loss: str,
    temperature_c: float,
) -> Damaged:  # fmt: skip
    """What the controls ask for."""
    lost, affected, axons = (x / 100 for x in (myelin_lost_percent, affected_percent, axons_lost_percent))
    return model(lost, affected, where, axons, loss, temperature_c)


def facts(result: Damaged) -> tuple[Fact, ...]:
    """Every number on screen."""
    state, criteria, seen = result.population, result.criteria, result.patients
    size_um = with_unit(format_number(large_fibre_um(), 3), "µm")
    return listed(
        *_found(result),
        ("One large fibre", words.one_fibre(result),
         f"the fibre model, {size_um}, over {INTERNODES} stretches of myelin beside a healthy one"),
        ("Myelin lost", percent(1 - state.lamella_fraction), "of its layers (lamellae)"),
        ("Stretches of myelin (internodes) affected", percent(state.affected_share), "as chosen"),
        ("Affected together, one after another", f"{state.cluster}", "as chosen") if state.cluster > 1 else None,
        ("Axons lost", percent(state.axon_loss), "as chosen"),
        ("Nerve temperature", temperature(state.temperature_c), "as chosen"),
        "nerve_study.nerve_temperature", "nerve_study.distance",
        *((f"Grey way: {said}", words.example(name), "an example") for name, said in words.EXAMPLES.items()),
        ("Lower limit of amplitude", amplitude_limit(criteria), "low end of the range below"),
        *criteria.quantities, seen.axonal, seen.demyelinating,
        ("Neither pattern", counted(seen.neither, "person"), f"the rest of the {seen.everyone}"),
        ("Axons drawn", f"{COUNT}", "sizes after published peaks, of which the share of small ones is assumed"),
        *ROWS,
    )  # fmt: skip


def _found(result: Damaged) -> list[tuple[str, str, str]]:
    """What the nerve test finds: without a potential, neither velocity nor onset."""
    finding, by = result.finding, "the nerve model ÷ its healthy nerve"
    of_mean = "that share of the published mean"
    how_large = [
        ("Amplitude left", words.amplitude_left(result), by),
        ("Amplitude", size(finding, result.criteria), of_mean),
        ("Axons left that are blocked", words.blocked(result), "the nerve model"),
    ]
    if not finding.recorded:
        return how_large
    return [
        ("Velocity left", words.velocity_left(result), by),
        ("Velocity", velocity(finding, result.criteria), of_mean),
        *how_large,
        ("Onset of the potential", words.onset(result), "the nerve model beside its healthy nerve"),
    ]


def _controls(lost: dict[str, float]) -> dict[str, float]:
    """The parameters of an example as values of the controls, no myelin lost where it says nothing of it."""
    shares = {"myelin_lost": 0.0} | lost
    return {f"{name.removesuffix('_share')}_percent": round(100 * share, 6) for name, share in shares.items()}


REST_PERCENT = 100 * EXAMPLES["myelin_lost"]["myelin_lost"]
MYELIN = (*every(10, 0, 90), 95.0, 98.0, 99.0)
SHARES = (5.0, *every(10, 10, 100))
AXONS = every(10, 0, 100)
WARMTH = every(2, 25, 37)
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
        0.0, 100.0, answer=lambda result: 100 * result.finding.velocity_share,
        say=lambda share: percent(share / 100), unit="%",
    ),
    controls=(
        Slider("myelin_lost_percent", "Myelin lost", REST_PERCENT, MYELIN, "%", (0.0, 50.0, 99.0),
               hint="of its layers (lamellae)"),
        Slider("affected_percent", "Stretches of myelin affected", 100.0, SHARES, "%", (50.0, 100.0), when=STRIPPED,
               hint="each from node to node (internode)"),
        Choice("where", "Where", "scattered", options=WHERE, when=SOME),
        Slider("axons_lost_percent", "Axons lost", 0.0, AXONS, "%", (0.0, 50.0, 100.0)),
        Choice("loss", "Which axons", "all sizes", options=SIZES, when=THINNED),
        Slider("temperature_c", "Nerve temperature", 33.0, WARMTH, "°C", (25.0, 33.0, 37.0)),
    ),
    model=work_out,
    picture=damage,
    tell=words.tell,
    facts=facts,
    presets={
        "myelin lost": {},
        "healthy": {"myelin_lost_percent": 0.0},
        "axons lost": _controls(EXAMPLES["axons_lost"]),
        "both, as B12 lack can be": _controls(EXAMPLES["both"]),
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
