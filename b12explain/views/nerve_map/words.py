"""How far numbness reaches, in words."""

from __future__ import annotations

from ...amounts import format_number, with_unit
from ...models.nerve_map import MM_PER_CM, MOST_CM, NerveMap
from ...models.regrowth import limbs

TOES_CM, FOOT_CM, FINGERS_CM, HAND_CM = (
    4,
    10,
    8,
    18,
)  # where the drawing's own toes, feet, fingers and hands end


def cm(length: float) -> str:
    """A length: "20 cm"."""
    return with_unit(format_number(length), "cm")


def reach(limb: str, result: NerveMap) -> str:
    """Which part of a limb is numb: "toes", "feet", "legs past mid-shin"."""
    way = limbs()[limb]
    beyond_joint_cm = (way.path_mm - way.joint_mm) / MM_PER_CM
    if limb == "leg":
        lost_cm = result.leg_share * result.leg_path_cm
        steps = ((TOES_CM, "toes"), (FOOT_CM, "feet"), (beyond_joint_cm / 2, "feet and ankles"))
        steps += ((beyond_joint_cm, "legs past mid-shin"), (MOST_CM, "legs past the knee"))
    else:
        lost_cm = result.arm_share * result.arm_path_cm
        steps = ((FINGERS_CM, "fingertips"), (HAND_CM, "hands"), (beyond_joint_cm, "arms past the wrist"))
        steps += ((MOST_CM, "arms past the elbow"),)
    return next(words for most_cm, words in steps if lost_cm <= most_cm)
