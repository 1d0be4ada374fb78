"""A stretch of one fibre from the side: its axon, and sheaths with a bare gap at each node."""

from __future__ import annotations

from collections.abc import Iterable

from ..scene.marks import Mark, Path, rule

AXON, SHEATH = 8.0, 9.0  # px: the axon across, and a full sheath on either side of it


def axon(left: float, right: float, y: float) -> Mark:
    """The axon, bare."""
    return rule(left, y, right, y, "axon", AXON, name="axon")


def sheaths(
    spans: Iterable[tuple[float, float]],
    y: float,
    fraction: float,
    gap: float,
    roles: tuple[str, str],
    name: str,
) -> list[Mark]:
    """Sheaths with their rims, under an axon that is drawn over them.

    Parameters
    ----------
    spans : iterable of (float, float)
        Where each internode starts and ends, px.
    y : float
        Middle of the fibre, px.
    fraction : float
        How thick they are, of a full sheath; at 0 there are none.
    gap : float
        Bare at either end of each, px.
    roles : (str, str)
        Of the rim and of the myelin.
    name : str
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
