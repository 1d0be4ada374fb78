"""The drawn body: outlines of its limbs, the longest fibre in each, and where on it a place along that fibre is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from ...models.nerve_map import NerveMap
from ..outline import drawing, mirrored

#: Where arm and leg start and bend in the drawing, and the places on them that have a name of their own.
JOINTS = {"leg": ("hip", "knee"), "arm": ("shoulder", "elbow")}
PLACES = {"leg": ("toe-roots", "ankle"), "arm": ("knuckles", "wrist")}


@dataclass(frozen=True, eq=False)
class DrawnLimb:
    """An arm or a leg of the drawing, on the body's left.

    Parameters
    ----------
    outline : array
        Closed, of x, y.
    route : array
        Its longest fibre, from the spine to the tip; falls steadily.
    start_y, joint_y, tip_y : float
        Heights that lengths along the fibre are measured by.
    places : mapping of str to float
        Heights of other places.
    """

    outline: np.ndarray
    route: np.ndarray
    start_y: float
    joint_y: float
    tip_y: float
    places: Mapping[str, float]

    def level(self, lost_cm: float, beyond_joint_cm: float, path_cm: float) -> float:
        """The height to which a fibre is lost that died back so far from its tip.

        Parameters
        ----------
        lost_cm : float
        beyond_joint_cm, path_cm : float
            From the tip to the joint, and to where the fibre starts.
        """
        return float(
            np.interp(lost_cm, (0, beyond_joint_cm, path_cm), (self.tip_y, self.joint_y, self.start_y))
        )

    def ends_cm(self, beyond_joint_cm: float) -> dict[str, float]:
        """How far from the fibre's tip the places beyond the joint are."""
        whole = self.tip_y - self.joint_y
        return {name: beyond_joint_cm * (self.tip_y - y) / whole for name, y in self.places.items()}


@cache
def drawn(limb: str) -> DrawnLimb:
    """The drawn arm or leg."""
    body = drawing("body")
    route, (start, joint) = body.lines[f"{limb}-route"], JOINTS[limb]
    places = {name: body.levels[name] for name in PLACES[limb]}
    start_y = float(route[0, 1]) if limb == "leg" else body.levels[start]
    return DrawnLimb(body.lines[limb], route, start_y, body.levels[joint], float(route[-1, 1]), places)


@cache
def skin() -> np.ndarray:
    """The outline of the whole body, closed."""
    left = np.vstack([drawing("body").lines[part] for part in ("head", "arm", "trunk", "leg")])
    return np.vstack([left, mirrored(left)[::-1]])


def levels(result: NerveMap) -> dict[str, float]:
    """The heights to which legs and arms are numb."""
    leg, arm = drawn("leg"), drawn("arm")
    return {
        "leg": leg.level(result.leg_lost_cm, result.lower_leg_cm, result.leg_path_cm),
        "arm": arm.level(result.arm_lost_cm, result.forearm_and_hand_cm, result.arm_path_cm),
    }


def part_ends_cm(result: NerveMap) -> dict[str, dict[str, float]]:
    """Where the drawn toes and feet, fingers and hands end, cm from the tips of the longest fibres."""
    return {
        "leg": drawn("leg").ends_cm(result.lower_leg_cm),
        "arm": drawn("arm").ends_cm(result.forearm_and_hand_cm),
    }
