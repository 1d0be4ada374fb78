"""A stretch of one fibre from the side: its axon, and sheaths with a gap at each node."""

from __future__ import annotations

from collections.abc import Iterable

from ..scene.marks import Mark, Path, rule

AXON, SHEATH = 8.0, 9.0  # px: the axon across, and a full sheath on either side of it


def axon(left: float, right: float, y: float) -> Mark:
    """The axon, without any sheath."""
    return rule(left, y, right, y, "axon", AXON, name="axon")


def sheaths(
    spans: Iterable[tuple[float, float]],
    y: float,
    fraction: float,
    gap: float,
    roles: tuple[str, str],
    name: str,
) -> list[Mark]:
    """Sheaths of the internodes at ``spans`` px with their rims, under an axon that is drawn over them.

    They are ``fraction`` as thick as a full sheath, and end ``gap`` px short of either end; ``roles`` are those of the
    rim and of the myelin.
    """
    points = tuple(end for left, right in spans for end in ((left + gap, y), (right - gap, y), None))[:-1]
    if not points or not fraction:
        return []
    thick = AXON + 2 * SHEATH * fraction
    rim, myelin = roles
    return [
        Path(points, stroke=rim, width=thick + 2, name=f"{name}, rim"),
        Path(points, stroke=myelin, width=thick, name=name),
    ]
