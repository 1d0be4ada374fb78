"""Short, thin new sheaths: how much of the speed comes back, and why the size does not."""

from __future__ import annotations

from ...amounts import format_number, percent
from ...models.remyelination import MOST_PARTS, Remyelinated, remyelinate
from ...pictures.remyelination import remyelination
from ...words import remyelination as words
from ...words.nerve_test import amplitude_limit, size, velocity
from ..controls import Slider, every
from ..facts import Fact, listed
from ..story import Prediction, Story

ROWS = (
    "nerve.temperature_sensory_correction", "nerve.temperature_ulnar_motor", "nerve.retest_variation",
    "nerve_study.nerve_temperature",
)  # fmt: skip


def work_out(
    parts: float, thickness_percent: float, affected_percent: float, axons_lost_percent: float,
    foot_cooler_c: float,
) -> Remyelinated:  # fmt: skip
    """What the controls ask for."""
    shares = (x / 100 for x in (thickness_percent, affected_percent, axons_lost_percent))
    return remyelinate(int(parts), *shares, foot_cooler_c)


def facts(result: Remyelinated) -> tuple[Fact, ...]:
    """Every number on screen."""
    mended, stripped, back = result.mended, result.stripped, words.velocity_back
    by, of_mean = "the nerve model ÷ its healthy nerve", "that share of the published mean"
    return listed(
        ("Velocity, healthy", back(result.healthy), "what the others are a share of"),
        mended.recorded and stripped.recorded and ("Velocity, stripped", back(stripped), by),
        mended.recorded and ("Velocity", back(mended), by),
        mended.recorded and ("Velocity", velocity(mended, result.criteria), of_mean),
        ("Amplitude", words.amplitude_back(result), by),
        ("Amplitude", size(mended, result.criteria), of_mean),
        ("New sheaths grown to full thickness", words.thicker(result),
         "the nerve model, applied to the published mean"),
        ("A colder foot", words.cold(result), "degrees × the sensory correction to the steepest motor slope below"),
        ("Another week", words.week(result), "the variation below × the mean velocity, one standard deviation"),
        ("Methylcobalamin beside prostaglandin E1, in diabetes", words.trials(result),
         "against prostaglandin E1 alone: the pooled trials below, to two figures"),
        ("New stretches (internodes) in the place of one", format_number(result.parts), "as chosen"),
        ("Layers (lamellae) of the new sheaths", percent(result.lamella_fraction), "as chosen"),
        ("Stretches that are new", percent(result.affected_share), "as chosen"),
        ("Axons lost", percent(result.axons_lost), "as chosen"),
        ("Axons left", words.axons_left(result), "as chosen"),
        ("How much colder the foot is", words.colder(result), "as chosen"),
        ("Lower limit of amplitude", amplitude_limit(result.criteria), "low end of the range below"),
        *result.criteria.quantities, *ROWS, result.trials,
    )  # fmt: skip


TENS = every(10, 10, 100)
QUARTERS = every(25, 25, 100)

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
        say=lambda share: percent(share / 100), unit="%",
    ),
    controls=(
        Slider("parts", "New stretches for each old one", 3.0, every(1, 1, MOST_PARTS), marks=(1.0, 3.0, 6.0)),
        Slider("thickness_percent", "New sheaths", 40.0, TENS, "%", (10.0, 50.0, 100.0), hint="of the full layers"),
        Slider("affected_percent", "Stretches stripped and new", 100.0, QUARTERS, "%", (25.0, 100.0)),
        Slider("axons_lost_percent", "Axons lost for good", 50.0, (0.0, *TENS[:-1]), "%", (0.0, 50.0, 90.0)),
        Slider("foot_cooler_c", "Foot colder at the second test", 3.0, every(1, 0, 6), "°C", (0.0, 3.0, 6.0)),
    ),
    model=work_out,
    picture=remyelination,
    tell=words.tell,
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
        "Sodium channels that spread along a stripped axon and let some fibres conduct slowly.",
        "The model's own healthy nerve is faster and larger than published means. Only its changes are used.",
        "The range from week to week is of latencies and velocities together, in people some of whom had symptoms.",
    ),
)  # fmt: skip
