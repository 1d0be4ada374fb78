"""Why toes first, and what hands and feet together say."""

from __future__ import annotations

from ...models import nerve_map as model
from ...models.nerve_map import NerveMap
from ...models.regrowth import limbs
from ...pictures.nerve_map import nerve_map, part_ends_cm
from ...status import STATUS_WORDS
from ...tables import table
from ...words.nerve_map import TOGETHER, cm, tell
from ...words.sources import mark_of, starred
from ..controls import Slider, Switch, every
from ..facts import Fact, listed
from ..story import Prediction, Story

FINDINGS = (TOGETHER, "nerve.deficiency_toes_then_fingertips", "nerve.glove_follows_stocking")


def facts(result: NerveMap) -> tuple[Fact, ...]:
    """Every number on screen, and what the words rest on."""
    paths, lower_leg = {name: limb.rows[0] for name, limb in limbs().items()}, limbs()["leg"].rows[1]
    numbers = listed(
        (
            "Hands join when the legs have lost",
            starred(cm(result.hands_join_cm), paths["leg"], paths["arm"]),
            "leg’s path − arm’s path",
        ),
        (
            "Middle of the shin, from the toes",
            starred(cm(result.mid_shin_cm), lower_leg),
            "half of the lower leg",
        ),
        *(row for limb in limbs().values() for row in limb.rows),
    )
    return (*numbers, *map(_finding, FINDINGS))


def _finding(name: str) -> Fact:
    """What was found in words, without a number."""
    row = table("nerve").row(name)
    said, checked = f"{row.label}{mark_of(name)}", STATUS_WORDS[row.status]
    return Fact(row.context, said, checked, row.source, row.locator or "", row.note or "", name)


LENGTHS = every(1, 0, model.MOST_CM)

STORY = Story(
    name="nerve_map",
    section="When it runs out",
    minutes=1,
    question="Why does numbness start in the toes?",
    lead="Each fibre of touch is one long cell, from beside the spine to the skin. Some are a metre long.",
    prediction=Prediction(
        "Fibres die back from their far ends, the longest first. How far up from the toes have they died when the "
        "fingertips go numb too?",
        0.0, 100.0, answer=lambda result: result.hands_join_cm, say=cm, unit="cm",
    ),
    controls=(
        Slider("died_back_cm", "Longest fibres have died back", 10.0, LENGTHS, "cm", (0.0, 20.0, 40.0, 60.0)),
        Switch("together", "hands and feet together", False, group="Pattern"),
    ),
    model=model.map_numbness,
    picture=nerve_map,
    tell=lambda result: tell(result, part_ends_cm(result)),
    facts=facts,
    presets={
        "feet first": {},
        "all whole": {"died_back_cm": 0.0},
        "stocking": {"died_back_cm": 15.0},
        "stocking and glove": {"died_back_cm": 36.0},
        "hands and feet together": {"together": True},
    },
    posters=("stocking and glove", "hands and feet together"),
    honesty="illustrative",
    looks=("died_back_cm", "together"),
    leaves_out=(
        "People differ in size, and fibres of one length do not all die at one time: borders are blurred.",
        "Numbness of hands and feet can come from the spinal cord, which B12 deficiency often harms first.",
        "Pain, balance, bladder and small fibres, which have patterns of their own.",
        "Other causes are commoner than B12. A pattern is a hint; blood tests say more.",
    ),
)  # fmt: skip
