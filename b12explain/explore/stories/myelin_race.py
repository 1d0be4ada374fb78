"""What does myelin buy? A race over one metre."""

from __future__ import annotations

from ...amounts import format_number, with_unit
from ...models.race import Race
from ...models.race import race as run
from ...pictures.race import AT_REST_MS, race
from ...words import race as words
from ..controls import Choice, Option, Slider, every
from ..facts import Fact, listed
from ..story import Film, Prediction, Story

FILM = Film("Time", every(0.02, 0, 0.8), "ms", start=AT_REST_MS, between=3)
ROWS = (
    "fibre.node_length", "fibre.mysa_length", "fibre.paranodal_gap",
    "nerve.tackmann_velocity_per_diameter_sural", "nerve.g_ratio_rushton",
)  # fmt: skip


def work_out(
    diameter_um: float, vary: str, layers_percent: float, g_ratio: float, temperature_c: float, gap_nm: float
) -> Race:
    """What the controls ask for."""
    sheath = {"g_ratio": g_ratio} if vary == "g_ratio" else {"lamella_fraction": layers_percent / 100}
    return run(diameter_um, **sheath, temperature_c=temperature_c, paranodal_gap_um=gap_nm / 1_000)


def facts(result: Race) -> tuple[Fact, ...]:
    """Every number on screen."""
    between = "interpolated between the published fibres (Musselman et al. 2021)"
    model, same = "unmyelinated-fibre model (Rattay and Aberham 1993)", "the fibre model, same diameter"
    mine, wide, thin = result.velocity_m_per_s, result.unmyelinated_m_per_s, result.thin_m_per_s
    going, say = [one for one in (mine, wide, thin) if one == one], words.velocity
    return listed(
        ("Velocity", say(mine), "the fibre model at these settings"),
        result.conducts
        and ("Than the 1 µm fibre without myelin", words.sooner(result.ratio), "velocity ÷ velocity"),
        ("Never had myelin, same diameter", say(wide), f"{model} at 1 µm, by the square root of diameter"),
        ("Never had myelin, 1 µm", say(thin), model),
        *((f"One metre at {say(one)}", words.metre(result, one), "1 m ÷ velocity") for one in going),
        *((f"At {say(one)}, when the first arrives", words.gone(one / max(going))[-1],
           "of 1 m, by velocity ÷ velocity") for one in going if one < max(going)),
        ("Layers of myelin", f"{round(result.layers)}", between),
        ("Axon", words.um(result.axon_um), between),
        ("Sheath", words.um(result.sheath_um), "half of what the axon leaves of the fibre"),
        ("Stretch between two nodes (internode)", with_unit(format_number(result.internode_um / 1_000), "mm"),
         between),
        ("Whole sheath at 37 °C", say(result.full_m_per_s), same),
        *((f"With {words.layers(left)} at 37 °C", say(one), same) for left, one in result.plane.thinner),
        *ROWS,
    )  # fmt: skip


DIAMETERS = every(1, 2, 16)
SHARES = (0.0, 2.0, 5.0, *every(10, 10, 100))
RATIOS = every(0.05, 0.4, 0.9)
LEFT = (0.0, 20.0, 100.0)
DEGREES = every(1, 20, 40)
GAPS = (0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 20.0)
LAYERS, AXON = ("vary", ("layers",)), ("vary", ("g_ratio",))
VARY = (Option("layers", "the sheath alone"), Option("g_ratio", "axon against sheath"))

STORY = Story(
    name="myelin_race",
    section="What B12 does",
    minutes=4,
    question="What does myelin buy?",
    lead=(
        "A nerve signal is a wave of voltage, rebuilt at gaps in the sheath, the nodes (of Ranvier). Myelin, fatty "
        "layers (lamellae), lets little charge leak out on the way and needs little to fill it, so each node soon "
        "wakes the next. The thinner the sheath, the later the next one wakes, until it does not."
    ),
    prediction=Prediction(
        "Two signals set out from a toe: one on a fibre of 1 µm that never had myelin, one on a fibre of 10 µm with "
        "myelin. How many times sooner does the second reach the spine?",
        1.0, 100_000.0, answer=lambda result: result.ratio, say=words.times_sign, unit="times sooner",
        guessed=words.guessed,
    ),
    controls=(
        Slider("diameter_um", "Fibre diameter", 10.0, DIAMETERS, "µm", (2.0, 10.0, 16.0)),
        Choice("vary", "Change", "layers", options=VARY, hint="one thing at a time"),
        Slider("layers_percent", "Layers of myelin", 100.0, SHARES, "%", LEFT, when=LAYERS, hint="still there"),
        Slider("g_ratio", "Axon ÷ fibre", 0.7, RATIOS, "", (0.4, 0.7, 0.9), when=AXON, hint="g-ratio, same outer size"),
        Slider("temperature_c", "Temperature", 37.0, DEGREES, "°C", (20.0, 37.0)),
        Slider("gap_nm", "Seal at the node’s edges", 2.0, GAPS, "nm", (0.5, 2.0, 20.0),
               hint="gap under the sheath (paranode)"),
    ),
    model=work_out,
    picture=race,
    tell=words.tell,
    facts=facts,
    presets={
        "normal": {},
        "thin": {"layers_percent": 20.0},
        "stripped": {"layers_percent": 0.0},
        "too thick": {"vary": "g_ratio", "g_ratio": 0.4},
        "cold foot": {"temperature_c": 25.0},
    },
    posters=("thin", "stripped"),
    honesty="calculated",
    leaves_out=(
        "The model was fitted to human motor fibres; sensory ones are somewhat slower.",
        "In this model the fastest g-ratio of a 10 µm fibre is near 0.79, not the textbook’s 0.6: the gap under the "
        "sheath, which does not change with its thickness, sets most of the leak.",
        "A stripped fibre is not one that never had myelin (unmyelinated, a C fibre). That one has sodium channels, "
        "which rebuild the wave, all along; a stripped one has them at its nodes. That they spread, weeks later, is "
        "left out.",
        "Swelling, nodes that lengthen, other fibres, and the energy that all this takes.",
        "The thick fibre that never had myelin is scaled from 1 µm by the square root of diameter; bodies have none "
        "that thick.",
    ),
    film=FILM,
)  # fmt: skip
