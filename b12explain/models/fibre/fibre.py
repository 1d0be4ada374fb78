"""What can be simulated: a myelinated fibre, its lesions and its remyelinated stretches."""

from __future__ import annotations

from dataclasses import dataclass, field

from .checks import all_of, check_fibre, check_stretch
from .geometry import GEOMETRIES, Geometry
from .parameters import constant


@dataclass(frozen=True)
class Lesion:
    """Internodes ``first`` to ``last`` (from 0, both included) that have lost myelin.

    Parameters
    ----------
    first, last : int
        Internodes of the original fibre.
    lamella_fraction : float
        Share of the full number of lamellae that is left, 0–1; 0 is a bare internode. It replaces the fibre's
        own.

    Leaves out
    ----------
    Sodium channels that spread along a stripped axon, swelling, and any change of the paranodal seal.
    """

    first: int
    last: int
    lamella_fraction: float

    def __post_init__(self) -> None:
        check_stretch("Lesion", self)


@dataclass(frozen=True)
class Remyelination:
    """Internodes ``first`` to ``last`` (from 0, both included), each replaced by ``parts`` short ones.

    Parameters
    ----------
    first, last : int
        Internodes of the original fibre.
    parts : int
        New internodes per original one, with full nodes between them; paranodes keep their length.
    lamella_fraction : float
        Share of the full number of lamellae of the new sheaths, 0–1.
    """

    first: int
    last: int
    parts: int
    lamella_fraction: float

    def __post_init__(self) -> None:
        check_stretch("Remyelination", self)


@dataclass(frozen=True)
class Fibre:
    """A human myelinated nerve fibre after McIntyre, Richardson and Grill.

    Parameters
    ----------
    diameter_um : float
        Outer diameter. ``"discrete"`` geometry: one of the published fibres; ``"interpolated"``: 2–16 µm.
    geometry : {"discrete", "interpolated"}
        Published sizes, or quadratic fits through them (they differ by up to 3 % at the published diameters;
        the internode length, hence velocity, changes slope at 5.643 µm).
    temperature_c : float
        15–42 °C. Acts on the speed of the nodes' gates alone.
    lamella_fraction : float
        Share of the lamellae left in every internode, 0–1.
    thinning : {"lamellae", "outer"}
        Lost lamellae leave the outer diameter alone (the default) or make the sheath thinner too.
    lesions, remyelination : sequence
        Stretches that differ from the rest; they may not overlap.
    nodes : int
        Nodes of Ranvier before remyelination adds any, at least 9.
    g_ratio : float, optional
        Axon over fibre diameter, 0.4–0.95, instead of ``lamella_fraction``: the outer diameter stays, axon is
        traded for sheath, lamellae go in proportion to the sheath's thickness, and node and paranode stay as
        wide as they are. The fastest ratio is then near 0.79 at 10 µm and not the textbook's 0.6: the textbook's cable
        loses current through a thin sheath only, while here the narrow gap under the sheath, which does not
        change, sets most of the leak, so that a wide axon pays longer.
    paranodal_gap_um : float, optional
        Width of the periaxonal space at the paranode, 0.0005–0.02 µm (published: 0.002): the strongest single
        lever on speed.

    Leaves out
    ----------
    Channels under the sheath and the sodium channels that appear there after demyelination, swelling, changed
    lengths of nodes or paranodes, ion accumulation, neighbouring fibres (ephapses), and every property that
    differs between motor and sensory fibres: the model was fitted to motor fibres. The published grid of ten
    compartments per internode is part of the model.

    References
    ----------
    [McIntyre2002] membrane, double cable and sizes; [ModelDB3810] the authors' code; [PyFibers2025]
    interpolation.

    Examples
    --------
    >>> Fibre(diameter_um=10.0, lesions=(Lesion(10, 11, 0.05),)).nodes
    41
    """

    diameter_um: float = 10.0
    geometry: str = "discrete"
    temperature_c: float = 37.0
    lamella_fraction: float = 1.0
    thinning: str = "lamellae"
    lesions: tuple[Lesion, ...] = ()
    remyelination: tuple[Remyelination, ...] = ()
    nodes: int = 41
    g_ratio: float | None = field(default=None, kw_only=True)
    paranodal_gap_um: float | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        for name, kind in (("lesions", Lesion), ("remyelination", Remyelination)):
            object.__setattr__(self, name, all_of(name, getattr(self, name), kind))
        check_fibre(self)

    @property
    def sizes(self) -> Geometry:
        """Sizes of the fibre with its full sheath."""
        return GEOMETRIES[self.geometry](float(self.diameter_um))

    @property
    def gap_um(self) -> float:
        """Width of the periaxonal space at the paranode (µm)."""
        return constant("paranodal_gap") if self.paranodal_gap_um is None else self.paranodal_gap_um
