"""The drawn body: outlines of its limbs, the longest fibre in each, and where on it a place along that fibre is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from ...models.nerve_map import NerveMap
from ...words.nerve_map import reach
from ..outline import drawing, mirrored

#: Where a limb bends in the drawing, and the places beyond that have a name of their own.
PLACES = {"leg": ("knee", ("toe-roots", "ankle")), "arm": ("elbow", ("knuckles", "wrist"))}


@dataclass(frozen=True, eq=False)
class Limb:
    """An arm or a leg of the drawing, on the body's left, with what a result says of it.

    Parameters
    ----------
    outline, route : array
        Of x, y: its edge, closed, and its longest fibre, which falls steadily from the spine to the tip.
    tip_y, joint_y, start_y : float
        Heights that lengths along the fibre are measured by.
    beyond_cm, path_cm, lost_cm : float
        From the tip to the joint, to where the fibre starts, and to where it died back.
    ends_cm : mapping of str to float
        How far the places beyond the joint are from the tip.
    numb : str
        What of it is numb, in words; empty for nothing.
    """

    outline: np.ndarray
    route: np.ndarray
    tip_y: float
    joint_y: float
    start_y: float
    beyond_cm: float
    path_cm: float
    lost_cm: float
    ends_cm: Mapping[str, float]
    numb: str

    def level(self, from_tip_cm: float) -> float:
        """The height of a place along the fibre."""
        heights = (self.tip_y, self.joint_y, self.start_y)
        return float(np.interp(from_tip_cm, (0, self.beyond_cm, self.path_cm), heights))

    @property
    def lost_y(self) -> float:
        """The height to which the fibre is lost."""
        return self.level(self.lost_cm)


def limbs_of(result: NerveMap) -> dict[str, Limb]:
    """Leg and arm, by name."""
    lengths = {
        "leg": (result.lower_leg_cm, result.leg_path_cm, result.leg_lost_cm),
        "arm": (result.forearm_and_hand_cm, result.arm_path_cm, result.arm_lost_cm),
    }
    body, ends = drawing("body"), part_ends_cm(result)
    starts = {"leg": float(body.lines["leg-route"][0, 1]), "arm": body.levels["shoulder"]}
    return {
        name: Limb(
            body.lines[name], body.lines[f"{name}-route"], *_tip_and_joint(name), starts[name],
            *lengths[name], ends[name], reach(name, result, ends[name]),
        )
        for name in PLACES
    }  # fmt: skip


def _tip_and_joint(limb: str) -> tuple[float, float]:
    body = drawing("body")
    return float(body.lines[f"{limb}-route"][-1, 1]), body.levels[PLACES[limb][0]]


def part_ends_cm(result: NerveMap) -> dict[str, dict[str, float]]:
    """Where the drawn toes and feet, fingers and hands end, cm from the tips of the longest fibres."""
    ends = {}
    for limb, beyond_cm in (("leg", result.lower_leg_cm), ("arm", result.forearm_and_hand_cm)):
        tip, joint = _tip_and_joint(limb)
        heights = {name: drawing("body").levels[name] for name in PLACES[limb][1]}
        ends[limb] = {name: beyond_cm * (tip - y) / (tip - joint) for name, y in heights.items()}
    return ends


def leg_places_cm(result: NerveMap) -> dict[str, float]:
    """The places that are named beside a leg, cm from the toes."""
    ankle_cm = part_ends_cm(result)["leg"]["ankle"]
    return {"ankle": ankle_cm, "mid-shin": result.mid_shin_cm, "knee": result.lower_leg_cm}


@cache
def skin() -> np.ndarray:
    """The outline of the whole body, closed."""
    left = np.vstack([drawing("body").lines[part] for part in ("head", "arm", "trunk", "leg")])
    return np.vstack([left, mirrored(left)[::-1]])
