"""How far numbness reaches, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from ..amounts import format_number, with_unit
from ..models.nerve_map import NerveMap
from ..models.regrowth import limbs
from ..status import MARK_MEANS_SHORT
from .sources import mark_of, named

#: The finding that hands and feet can start together.
TOGETHER = "nerve.deficiency_sensory_predominant"
Ends = Mapping[str, float]  # place → how far its upper end is from the tip of the longest fibre, cm


@cache
def sources() -> str:
    """Where the picture's facts come from: of the leg's path a round figure, of the other lengths what was measured."""
    (leg, lower), arm = limbs()["leg"].rows, limbs()["arm"].rows
    lengths = f"Leg’s fibre, a round figure: {named(leg)}. Other lengths: {named(lower, *arm)}."
    return f"{lengths} Hands after feet: Makindo, Medscape. Together: {named(TOGETHER)}. {MARK_MEANS_SHORT}"


def cm(length_cm: float) -> str:
    """A length: "20 cm"."""
    return with_unit(format_number(length_cm), "cm")


def reach(limb: str, result: NerveMap, ends_cm: Ends) -> str:
    """Which part of a limb is numb: "toes", "feet", "legs past mid-shin"; nothing if none is.

    Parameters
    ----------
    limb : {"leg", "arm"}
    result : NerveMap
    ends_cm : mapping
        Where the drawn toes and foot end, ``toe-roots`` and ``ankle``, or fingers and hand, ``knuckles`` and ``wrist``.
    """
    if limb == "leg":
        lost_cm, last = result.leg_lost_cm, "legs past the knee"
        steps = [
            (ends_cm["toe-roots"], "toes"),
            (ends_cm["ankle"], "feet"),
            (result.mid_shin_cm, "feet and ankles"),
        ]
        steps.append((result.lower_leg_cm, "legs past mid-shin"))
    else:
        lost_cm, last = result.arm_lost_cm, "arms past the elbow"
        steps = [(ends_cm["knuckles"], "fingertips"), (ends_cm["wrist"], "hands")]
        steps.append((result.forearm_and_hand_cm, "arms past the wrist"))
    return next((words for most_cm, words in steps if lost_cm <= most_cm), last) if lost_cm else ""


def title(result: NerveMap) -> str:
    """The finding."""
    if result.together:
        return "Hands and feet together: not length alone"
    if not result.leg_lost_cm:
        return "The longest fibres run to the toes"
    if not result.arm_lost_cm:
        return "Toes first: their fibres are the longest"
    return "Stocking, then glove: the hands join later"


def notes(result: NerveMap, ends_cm: Mapping[str, Ends]) -> dict[bool, str]:
    """Why it is so, and where the drawing and clinicians disagree, by whether hands and feet are numb together."""
    joined = reach("leg", replace(result, died_back_cm=result.hands_join_cm, together=False), ends_cm["leg"])
    return {
        False: (
            "What harms all fibres a little shows first where they are longest. By length alone, as drawn here, the "
            f"hands join when the {joined} are numb; clinicians see them join later, when numbness is at mid-shin."
        ),
        True: (
            "Length alone does not make hands and feet numb together. B12 deficiency is one cause among others"
            f"{mark_of(TOGETHER)}; another text calls it uncommon. Clinicians mostly see the hands join when numbness "
            "is at mid-shin."
        ),
    }


def tell(result: NerveMap, ends_cm: Mapping[str, Ends]) -> str:
    """What the picture shows, in a sentence or two; ``ends_cm`` are those of :func:`reach`, by limb."""
    feet, hands = (reach(limb, result, ends_cm[limb]) for limb in ("leg", "arm"))
    if not feet:
        return "With every fibre whole, nothing is numb. Those to the toes are the longest and first at risk."
    when = f"When the longest fibres have died back by {cm(result.died_back_cm)}, the {feet}"
    if result.together:
        return (
            f"{when} and, at the same time, the {hands} are numb. Length alone does not explain that; B12 deficiency "
            f"is one cause among others ({named(TOGETHER)}), though another text calls it uncommon."
        )
    if not hands:
        return f"{when} are numb; the hands, whose fibres are shorter, are not."
    late = " Clinicians see the hands join later, when numbness is at mid-shin."
    return f"{when} are numb and now the {hands} too: stocking, then glove." + (
        late if result.died_back_cm < result.mid_shin_cm else ""
    )
