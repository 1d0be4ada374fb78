"""Where numbness begins if every fibre loses the same, or if only length counts: an illustration."""

from __future__ import annotations

from dataclasses import dataclass

from .checks import check_between, check_flag
from .regrowth import limbs

MM_PER_CM = 10
MOST_CM = 60


@dataclass(frozen=True)
class NerveMap:
    """How much of the leg's and of the arm's longest fibres is lost.

    Parameters
    ----------
    died_back_cm : float
        How far the longest fibres died back from the toes.
    together : bool
        Whether the hands lose as much as the feet, which length alone does not explain.
    leg_path_cm, arm_path_cm : float
        Lengths of the longest fibres, from spine and shoulder to the tips of toe and finger.
    lower_leg_cm, forearm_and_hand_cm : float
        How much of either lies beyond knee and elbow.
    """

    died_back_cm: float
    together: bool
    leg_path_cm: float
    arm_path_cm: float
    lower_leg_cm: float
    forearm_and_hand_cm: float

    @property
    def hands_join_cm(self) -> float:
        """How far the legs' fibres have died back when the arms' begin to, if length alone counts."""
        return self.leg_path_cm - self.arm_path_cm

    @property
    def mid_shin_cm(self) -> float:
        """How far from the toes the middle of the shin is, where clinicians see the hands join."""
        return self.lower_leg_cm / 2

    @property
    def leg_lost_cm(self) -> float:
        """How far the leg's longest fibres have died back."""
        return self.died_back_cm

    @property
    def arm_lost_cm(self) -> float:
        """How far the arm's longest fibres have died back."""
        return self.died_back_cm if self.together else max(0.0, self.died_back_cm - self.hands_join_cm)

    @property
    def leg_share(self) -> float:
        """Share of the leg's longest fibres that is lost, 0–1."""
        return self.leg_lost_cm / self.leg_path_cm

    @property
    def arm_share(self) -> float:
        """Share of the arm's longest fibres that is lost, 0–1."""
        return self.arm_lost_cm / self.arm_path_cm


def map_numbness(died_back_cm: float, together: bool = False) -> NerveMap:
    """Say how far up legs and arms numbness reaches when the longest fibres have died back so far.

    Parameters
    ----------
    died_back_cm : float
        Lost from the far end of the longest fibres, the toes' (0–60 cm).
    together : bool
        Hands and feet lose the same; otherwise a fibre is lost as far as it is longer than what is left of the longest.

    Returns
    -------
    NerveMap

    Raises
    ------
    ValueError
        If the length is out of its range, or either is not of its kind.

    Notes
    -----
    *Leaves out*: that people are not all one size, that fibres of one length do not die at one time, and everything
    that makes a neuropathy lopsided or patchy. Length alone lets the hands join a little before the middle of the
    shin is numb, where clinicians see them join.

    Examples
    --------
    >>> map_numbness(10).arm_share
    0.0
    """
    died_back_cm = check_between("died_back_cm", died_back_cm, 0, MOST_CM, "cm", "Count from the toes.")
    check_flag("together", together)
    leg, arm = (limbs()[name] for name in ("leg", "arm"))
    paths = (leg.path_mm / MM_PER_CM, arm.path_mm / MM_PER_CM)
    beyond = ((limb.path_mm - limb.joint_mm) / MM_PER_CM for limb in (leg, arm))
    return NerveMap(died_back_cm, together, *paths, *beyond)
