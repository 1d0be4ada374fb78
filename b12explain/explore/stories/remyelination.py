"""Short, thin new sheaths: how much of the speed comes back, and why the size does not."""

from __future__ import annotations

from ...amounts import NBSP, format_number
from ...models import clinic
from ...models.nerve import Population
from ...models.remyelination import MOST_PARTS, Remyelinated, another_day, cooler_foot, remyelinate
from ...quantities import quantity
from ...views.damage.words import degrees, height, percent, speed
from ...views.remyelination import RemyelinationView
from ...views.remyelination.movers import TRIALS
from ...views.remyelination.words import done, moves
from ..controls import Slider
from ..facts import Fact, sourced, worked_out
from ..story import Prediction, Story
from .damage import RULE


def work_out(
    parts: float,
    thickness_percent: float,
    affected_percent: float,
    axons_lost_percent: float,
    foot_cooler_c: float,
) -> Remyelinated:
    """What the controls ask for."""
    shares = (x / 100 for x in (thickness_percent, affected_percent, axons_lost_percent))
    return remyelinate(int(parts), *shares, foot_cooler_c)


def tell(result: Remyelinated) -> str:
    """What the picture shows, in words."""
    mended = result.mended
    did = f"{done(result)[0]}:"
    if not mended.recorded:
        noise = "nothing can be told from noise, before or after, because too few axons are left."
        return f"{did} {noise} {_beside(result)}"
    size = f"{percent(mended.amplitude_share)} of the amplitude ({height(mended.amplitude_uv)})"
    told = (
        f"{did} {percent(mended.velocity_share)} of the velocity ({speed(mended.velocity_m_per_s)}) and "
        f"{size} come back; {mended.verdict}."
    )
    if result.axons_lost:
        left = percent(1 - result.axons_lost)
        told += f" New myelin cannot bring the amplitude past the {left} of axons that are left."
    return f"{told} {_beside(result)}"


def _beside(result: Remyelinated) -> str:
    foot, day = cooler_foot(result.foot_cooler_c), another_day()
    cold = ""
    if result.foot_cooler_c:
        cold = (
            f"A foot {_degrees(result)} colder takes {moves(foot.low, foot.high)} off a measured velocity. "
        )
    return f"{cold}Chance moves a measured velocity by {moves(day.low, day.high)} from one week to the next."


def _degrees(result: Remyelinated) -> str:
    return f"{format_number(result.foot_cooler_c, 2)}{NBSP}°C"


def facts(result: Remyelinated) -> tuple[Fact, ...]:
    """Every number on screen."""
    rows = (*clinic.references(), *map(quantity, ROWS))
    return (*_worked(result), *_moved(result), *map(sourced, rows))


ROWS = (
    "nerve.temperature_sensory_correction", "nerve.temperature_ulnar_motor", "nerve.retest_variation", TRIALS,
)  # fmt: skip


def _worked(result: Remyelinated) -> tuple[Fact, ...]:
    mended = result.mended
    chosen = (
        ("New stretches (internodes) in the place of one", format_number(result.parts, 2)),
        ("Layers (lamellae) of the new sheaths", percent(result.lamella_fraction)),
        ("Stretches that are new", percent(result.affected_share)),
        ("Axons lost", percent(result.axons_lost)),
        ("Axons left", percent(1 - result.axons_lost)),
        ("How much colder the foot is", _degrees(result)),
    )
    return (
        *(worked_out(label, value, "as chosen") for label, value in chosen),
        *_velocity(result),
        worked_out("Amplitude", percent(mended.amplitude_share), "the nerve model ÷ its healthy nerve"),
        worked_out("Amplitude", height(mended.amplitude_uv), "that share of the published mean"),
        worked_out("Nerve temperature", degrees(Population().temperature_c), RULE),
        worked_out(
            "Lower limit of amplitude", height(clinic.amplitude_limit_uv()), "low end of the range below"
        ),
    )


def _velocity(result: Remyelinated) -> tuple[Fact, ...]:
    mended = result.mended
    if not mended.recorded:
        return ()
    return (
        worked_out("Velocity, healthy", percent(1.0), "what the others are a share of"),
        worked_out("Velocity", percent(mended.velocity_share), "the nerve model ÷ its healthy nerve"),
        worked_out("Velocity", speed(mended.velocity_m_per_s), "that share of the published mean"),
    )


def _moved(result: Remyelinated) -> tuple[Fact, ...]:
    foot, day, gain = cooler_foot(result.foot_cooler_c), another_day(), result.maturing_m_per_s
    return (
        worked_out(
            "New sheaths grown to full thickness",
            moves(gain, gain),
            "the nerve model, applied to the published mean",
        ),
        worked_out(
            "A colder foot", moves(foot.low, foot.high), "degrees × the lowest and highest slope below"
        ),
        worked_out(
            "Another week",
            moves(day.low, day.high),
            "the variation below × the mean velocity, one standard deviation",
        ),
    )


PARTS = tuple(float(n) for n in range(1, MOST_PARTS + 1))
TENS = tuple(float(x) for x in range(10, 101, 10))
QUARTERS = (25.0, 50.0, 75.0, 100.0)
COOLER = tuple(float(x) for x in range(7))

STORY = Story(
    name="remyelination",
    section="How a nerve repairs",
    minutes=3,
    question="Is repaired myelin as good as new?",
    lead=(
        "Myelin covers a fibre in stretches (internodes) with a bare gap, a node, between two. New stretches are "
        "shorter, so there are more nodes, and thinner: they have fewer layers (lamellae)."
    ),
    prediction=Prediction(
        "All the myelin of a nerve is stripped, then replaced by sheaths a third as long and 40 % as thick. "
        "How much of the velocity comes back?",
        0.0, 100.0, answer=lambda result: 100 * result.mended.velocity_share,
        say=lambda share: f"{format_number(share, 2 if share < 99.5 else 3)}{NBSP}%", unit="%",
    ),
    controls=(
        Slider("parts", "New stretches for each old one", 3.0, PARTS, marks=(1.0, 3.0, 6.0)),
        Slider("thickness_percent", "New sheaths", 40.0, TENS, "%", (10.0, 50.0, 100.0), hint="of the full layers"),
        Slider("affected_percent", "Stretches stripped and new", 100.0, QUARTERS, "%", (25.0, 100.0)),
        Slider("axons_lost_percent", "Axons lost for good", 50.0, (0.0, *TENS[:-1]), "%", (0.0, 50.0, 90.0)),
        Slider("foot_cooler_c", "Foot colder at the second test", 3.0, COOLER, "°C", (0.0, 3.0, 6.0)),
    ),
    model=work_out,
    view=RemyelinationView,
    tell=tell,
    facts=facts,
    presets={
        "short and thin": {},
        "later: thick": {"thickness_percent": 100.0},
        "full length, thin": {"parts": 1.0},
        "one stretch in four": {"affected_percent": 25.0},
        "no axon lost": {"axons_lost_percent": 0.0},
        "most axons lost": {"axons_lost_percent": 80.0},
    },
    posters=("no axon lost", "most axons lost"),
    honesty="calculated + measured",
    leaves_out=(
        "How long it takes, and that short stretches lengthen again later, as seen in animals.",
        "How many new stretches people grow and how thick: the numbers to choose from are examples, not counts.",
        "Axons that regrow or sprout. Their loss stays as it is here.",
        "Sodium channels along the stripped axon, which let some bare fibres conduct slowly.",
        "The model's own healthy nerve is faster and larger than published means. Only its changes are used.",
        "The range from week to week is of latencies and velocities together, in people some of whom had symptoms.",
    ),
)  # fmt: skip
