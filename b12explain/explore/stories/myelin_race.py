"""What does myelin buy? A race over one metre."""

from __future__ import annotations

from functools import partial

from ...models.race import Race, race
from ...quantities import format_number, quantity
from ...units import NBSP
from ...views.race import START_MS, RaceView
from ...views.race.sheath import HEIGHT, WIDEST_UM
from ...views.race.words import seconds, speed
from ..controls import Choice, Option, Slider
from ..facts import Fact, sourced, worked_out
from ..story import Film, Prediction, Story

FILM = Film("Time", tuple(round(0.03 * i, 2) for i in range(41)), "ms", start=START_MS)


def tell(result: Race) -> str:
    """What the picture shows, in words."""
    fibre = result.fibre
    what = (
        f"A {fibre.diameter_um:g}{NBSP}µm fibre with {round(result.layers)} layers of myelin "
        f"at {fibre.temperature_c:g}{NBSP}°C"
    )
    bare, thin = (seconds(result.metre_ms(one)) for one in (result.bare_m_per_s, result.thin_m_per_s))
    others = f"Bare, a fibre of that width would need {bare} and one of 1{NBSP}µm {thin}"
    if not result.conducts:
        why = "they have sodium channels all along, and it has them at its nodes alone"
        return f"{what} is blocked: the wave dies within millimetres. {others}: {why}."
    mine = seconds(result.metre_ms(result.velocity_m_per_s))
    return f"{what}: {speed(result.velocity_m_per_s)}, so one metre takes {mine}. {others}."


def facts(result: Race) -> tuple[Fact, ...]:
    """Every number on screen."""
    sizes = result.fibre.sizes
    velocity = speed(result.velocity_m_per_s) if result.conducts else "blocked"
    between = "interpolated between the published fibres (Musselman et al. 2021)"
    scaled = "bare-fibre model at 1 µm, by the square root of diameter"
    going = [one for one in (result.velocity_m_per_s, result.bare_m_per_s, result.thin_m_per_s) if one == one]
    return (
        worked_out("Velocity", velocity, "the fibre model at these settings"),
        worked_out("Bare, same diameter", speed(result.bare_m_per_s), scaled),
        worked_out("Bare, 1 µm", speed(result.thin_m_per_s), "bare-fibre model (Rattay and Aberham 1993)"),
        *(
            worked_out(f"One metre at {speed(one)}", seconds(result.metre_ms(one)), "1 m ÷ velocity")
            for one in going
        ),
        worked_out("Layers of myelin", str(round(result.layers)), between),
        worked_out("Axon", f"{format_number(result.axon_um, 2)}{NBSP}µm", between),
        worked_out(
            "Sheath",
            f"{format_number(result.sheath_um, 2)}{NBSP}µm",
            "half of what the axon leaves of the fibre",
        ),
        worked_out("Node to node", f"{format_number(sizes.internode_um / 1_000, 2)}{NBSP}mm", between),
        worked_out("Node to node in the drawing", _drawn_apart(result), "enlarged as the node is"),
        worked_out(
            "Whole sheath at 37 °C", speed(result.full_m_per_s), "the fibre model of the same diameter"
        ),
        *(sourced(quantity(f"fibre.{one}")) for one in ("node_length", "mysa_length", "paranodal_gap")),
        sourced(quantity("nerve.tackmann_velocity_per_diameter_sural")),
        sourced(quantity("nerve.g_ratio_rushton")),
    )


def _drawn_apart(result: Race) -> str:
    """How far off the next node would be in the drawing of one node, on a screen of 96 px an inch."""
    metres = result.fibre.sizes.internode_um * HEIGHT / WIDEST_UM * 25.4 / 96 / 1_000
    return f"{format_number(metres, 2)}{NBSP}m"


DIAMETERS = tuple(float(n) for n in range(2, 17))
SHARES = (0.0, 2.0, 5.0, 10.0, *(float(n) for n in range(20, 101, 10)))
RATIOS = tuple(n / 100 for n in range(40, 95, 5))
LEFT = (0.0, 20.0, 100.0)
DEGREES = tuple(float(n) for n in range(20, 41))
GAPS = (0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 20.0)
LAYERS, AXON = ("vary", ("layers",)), ("vary", ("g_ratio",))
VARY = (Option("layers", "the sheath alone"), Option("g_ratio", "axon against sheath"))
STORY = Story(
    name="myelin_race",
    section="What B12 does",
    minutes=4,
    question="What does myelin buy?",
    lead="A nerve signal is a wave of voltage. Myelin, a wrapping of fat, changes how it travels.",
    prediction=Prediction(
        "Two signals set out from a toe, one on a bare fibre of 1 µm, one on a myelinated fibre of 10 µm. "
        "How many times sooner does the second reach the spine?",
        low=1.0,
        high=100_000.0,
        answer=lambda result: result.ratio,
        say=lambda ratio: f"×{NBSP}{format_number(ratio, 2)}",
        unit="times sooner",
    ),
    controls=(
        Slider("diameter_um", "Fibre diameter", 10.0, DIAMETERS, "µm", (2.0, 10.0, 16.0)),
        Choice("vary", "Change", "layers", options=VARY, hint="one thing at a time"),
        Slider("layers_percent", "Layers of myelin", 100.0, SHARES, "%", LEFT, when=LAYERS, hint="still there"),
        Slider("g_ratio", "Axon ÷ fibre", 0.7, RATIOS, "", (0.4, 0.7, 0.9), when=AXON, hint="g-ratio, same outer size"),
        Slider("temperature_c", "Temperature", 37.0, DEGREES, "°C", (20.0, 37.0)),
        Slider("gap_nm", "Gap at the node’s edge", 2.0, GAPS, "nm", (0.5, 2.0, 20.0), hint="the paranodal seal"),
    ),
    model=partial(race, moments_ms=FILM.moments),
    view=RaceView,
    tell=tell,
    facts=facts,
    presets={
        "normal": {},
        "thin": {"layers_percent": 20.0},
        "stripped bare": {"layers_percent": 0.0},
        "too thick": {"vary": "g_ratio", "g_ratio": 0.4},
        "cold foot": {"temperature_c": 25.0},
    },
    posters=("thin", "stripped bare"),
    honesty="calculated",
    leaves_out=(
        "The model was fitted to human motor fibres; sensory ones are somewhat slower.",
        "In this model the fastest g-ratio of a 10 µm fibre is near 0.79, not the textbook’s 0.6: the gap under the "
        "sheath, which does not change with its thickness, sets most of the leak.",
        "Sodium channels that spread along an axon weeks after it has lost its myelin.",
        "Swelling, nodes that lengthen, other fibres, and the energy that all this takes.",
        "The thick bare fibre is scaled from 1 µm by the square root of diameter; bodies have none that thick.",
    ),
    film=FILM,
)  # fmt: skip
