"""How long and how wide the parts of a fibre of a given diameter are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from .parameters import constant, limits, polynomial, published_geometries


@dataclass(frozen=True)
class Geometry:
    """Sizes of one fibre with its full sheath.

    Attributes
    ----------
    outer_um, axon_um, node_um : float
        Diameters of the whole fibre, of the axon under the sheath (FLUT, STIN), and of node and paranode
        (MYSA), µm.
    internode_um, flut_um : float
        Distance from node to node, and length of a FLUT compartment, µm.
    lamellae : float
        Number of myelin lamellae; each counts as two membranes in series.

    References
    ----------
    [McIntyre2002] table 1; [McIntyre2004], [Pelot2017] for 2 and 1 µm; [PyFibers2025] for the interpolation.
    """

    outer_um: float
    axon_um: float
    node_um: float
    internode_um: float
    flut_um: float
    lamellae: float


@lru_cache(maxsize=4096)
def discrete(diameter_um: float) -> Geometry:
    """One of the published fibres; ``diameter_um`` must be in the table."""
    return Geometry(outer_um=diameter_um, **published_geometries()[diameter_um])


@lru_cache(maxsize=4096)
def interpolated(diameter_um: float) -> Geometry:
    """Quadratic fits through the published fibres (2–16 µm), numbers of lamellae not rounded."""
    kink = constant("interpolation_kink")
    internode = "long_internode" if diameter_um >= kink else "short_internode"
    return Geometry(
        outer_um=diameter_um,
        axon_um=polynomial("axon_diameter", diameter_um),
        node_um=polynomial("node_diameter", diameter_um),
        internode_um=polynomial(internode, diameter_um),
        flut_um=polynomial("flut_length", diameter_um),
        lamellae=polynomial("lamellae", diameter_um),
    )


GEOMETRIES = {"discrete": discrete, "interpolated": interpolated}


def allowed_diameters(kind: str) -> tuple[float, ...] | tuple[float, float]:
    """The table's diameters (``"discrete"``) or the two ends of the valid range (``"interpolated"``), µm."""
    if kind == "discrete":
        return tuple(sorted(published_geometries()))
    return limits("interpolated_diameter")
