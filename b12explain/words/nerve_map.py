"""How far numbness reaches, in words."""

from __future__ import annotations

from collections.abc import Mapping

from ..amounts import format_number, with_unit
from ..bibliography import cite
from ..models.nerve_map import NerveMap
from ..tables import table

#: The finding that hands and feet can start together.
TOGETHER = "nerve.deficiency_sensory_predominant"
Ends = Mapping[str, float]  # place → how far its upper end is from the tip of the longest fibre, cm


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


ALONE = (
    "What harms all fibres a little shows first where they are longest. By length alone, as drawn here, the hands join "
    "when numbness is above the ankles; clinicians see them join later, when it is at mid-shin."
)
SAME = (
    "Length alone does not make hands and feet numb together. B12 deficiency is one cause among others*; another text "
    "calls it uncommon. Clinicians mostly see the hands join when numbness is at mid-shin."
)


def note(result: NerveMap) -> str:
    """Why it is so, and where the drawing and clinicians disagree."""
    return SAME if result.together else ALONE


def tell(result: NerveMap, ends_cm: Mapping[str, Ends]) -> str:
    """What the picture shows, in a sentence or two; ``ends_cm`` are those of :func:`reach`, by limb."""
    feet, hands = (reach(limb, result, ends_cm[limb]) for limb in ("leg", "arm"))
    if not feet:
        return "With every fibre whole, nothing is numb. Those to the toes are the longest and first at risk."
    when = f"When the longest fibres have died back by {cm(result.died_back_cm)}, the {feet}"
    if result.together:
        source = cite(table("nerve").row(TOGETHER).source[0])
        return (
            f"{when} and, at the same time, the {hands} are numb. Length alone does not explain that; B12 deficiency "
            f"is one cause among others ({source}, not re-read*), though another text calls it uncommon."
        )
    if not hands:
        return f"{when} are numb; the hands, whose fibres are shorter, are not."
    late = " Clinicians see the hands join later, when numbness is at mid-shin."
    return f"{when} are numb and now the {hands} too: stocking, then glove." + (
        late if result.died_back_cm < result.mid_shin_cm else ""
    )
