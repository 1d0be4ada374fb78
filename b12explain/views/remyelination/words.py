"""How a remyelinated nerve is put into words."""

from __future__ import annotations

from ...amounts import NBSP, format_number, format_range
from ...models.remyelination import Remyelinated
from ..damage.words import percent


def done(result: Remyelinated) -> list[str]:
    """What was done to the nerve, longest wording first."""
    which = (
        "Every stretch of myelin"
        if result.affected_share == 1
        else f"{percent(result.affected_share)} of the stretches of myelin"
    )
    new = f"{result.parts} short ones" if result.parts > 1 else "one of full length"
    thick = f"{percent(result.lamella_fraction)} of the layers"
    lost = f"; {percent(result.axons_lost)} of axons lost" if result.axons_lost else ""
    return [
        f"{which} stripped and replaced by {new} with {thick}{lost}",
        f"{which} replaced by {new}, {thick}{lost}",
    ]


def titles(result: Remyelinated) -> list[str]:
    """The finding, longest wording first."""
    mended = result.mended
    if not mended.recorded:
        return ["So few axons are left that no new myelin shows", "Too few axons are left"]
    velocity, amplitude = percent(mended.velocity_share), percent(mended.amplitude_share)
    return [
        f"{velocity} of the velocity comes back, {amplitude} of the amplitude",
        f"{velocity} of the velocity is back",
    ]


def moves(low: float, high: float) -> str:
    """A range of velocities: "3.9–6 m/s"."""
    low, high = (float(format_number(end, 2)) for end in (low, high))
    return format_range(low, high, "m/s") if low != high else f"{format_number(low, 2)}{NBSP}m/s"
