"""What the model is not valid for, and how to say so."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from ...units import NBSP
from ..checks import check_between, check_choice, check_whole
from . import protocol
from .geometry import GEOMETRIES, allowed_diameters
from .parameters import constant

if TYPE_CHECKING:
    from .fibre import Fibre

FEWEST_NODES, MOST_NODES = 9, 2001  # fewer: the quarter points feel the ends; more: no nerve is that long
THINNING = ("lamellae", "outer")


def check_stretch(kind: str, stretch: Any) -> None:
    """Refuse a lesion or remyelinated stretch that no fibre could have."""
    for end in ("first", "last"):
        check_whole(
            f"{kind}.{end}", getattr(stretch, end), 0, MOST_NODES - 2, "Internodes are counted from 0."
        )
    if stretch.last < stretch.first:
        raise ValueError(
            f"{kind}.last must not be before first; got internodes {stretch.first} to {stretch.last}. "
            "Swap them."
        )
    check_between(f"{kind}.lamella_fraction", stretch.lamella_fraction, 0, 1, advice="1 is the full sheath.")
    if hasattr(stretch, "parts"):
        check_whole(f"{kind}.parts", stretch.parts, 1, 100, "1 keeps the internode's length.")


def all_of(name: str, given: Any, kind: type) -> tuple[Any, ...]:
    """The stretches of one kind, if they are nothing else."""
    listed = tuple(given) if isinstance(given, Iterable) else None
    if listed is None or not all(isinstance(one, kind) for one in listed):
        raise ValueError(
            f"{name} must be a sequence of {kind.__name__}; got {given if listed is None else listed!r}. "
            f"Write each as {kind.__name__}({', '.join(one.name for one in fields(kind))})."
        )
    return listed


def check_fibre(fibre: Fibre) -> None:
    """Refuse what the model is not valid for."""
    check_choice("geometry", fibre.geometry, tuple(GEOMETRIES))
    check_choice("thinning", fibre.thinning, THINNING)
    check_diameter(fibre)
    check_between("temperature_c", fibre.temperature_c, *protocol.TEMPERATURE_RANGE_C, "°C")
    check_between("lamella_fraction", fibre.lamella_fraction, 0, 1, advice="1 is the full sheath.")
    check_whole(
        "nodes", fibre.nodes, FEWEST_NODES, MOST_NODES, "Velocity is measured between the quarter points."
    )
    if fibre.g_ratio is not None:
        check_between("g_ratio", fibre.g_ratio, *protocol.G_RATIO_RANGE)
        if fibre.lamella_fraction != 1:
            raise ValueError(
                f"Give g_ratio or lamella_fraction, not both; got {fibre.g_ratio!r} and "
                f"{fibre.lamella_fraction!r}."
            )
    if fibre.paranodal_gap_um is not None:
        check_between("paranodal_gap_um", fibre.paranodal_gap_um, *protocol.PARANODAL_GAP_RANGE_UM, "µm")
    if fibre.lesions or fibre.remyelination:
        check_stretches(fibre)


def check_diameter(fibre: Fibre) -> None:
    """Refuse a diameter that the chosen geometry does not know."""
    allowed = allowed_diameters(fibre.geometry)
    if fibre.geometry == "interpolated":
        check_between("diameter_um", fibre.diameter_um, *allowed, "µm")
    elif isinstance(fibre.diameter_um, bool) or fibre.diameter_um not in allowed:
        known = ", ".join(f"{diameter:g}" for diameter in allowed)
        low, high = allowed_diameters("interpolated")
        raise ValueError(
            f"diameter_um must be one of {known} µm with geometry='discrete'; got {fibre.diameter_um!r}. "
            f"Use geometry='interpolated' for any diameter between {low:g} and {high:g}{NBSP}µm."
        )


def check_stretches(fibre: Fibre) -> None:
    """Refuse stretches that overlap, leave the fibre, or make internodes shorter than their paranodes."""
    end = 0
    for stretch in sorted((*fibre.lesions, *fibre.remyelination), key=lambda s: s.first):
        if stretch.last > fibre.nodes - 2:
            raise ValueError(
                f"A fibre of {fibre.nodes} nodes has internodes 0 to {fibre.nodes - 2}; got {stretch!r}. "
                "Use more nodes, or move the stretch."
            )
        if stretch.first < end:
            raise ValueError(
                f"Lesions and remyelinated stretches must not overlap; {stretch!r} starts inside another."
            )
        end = stretch.last + 1
    sizes = fibre.sizes
    ends = constant("node_length") + 2 * constant("mysa_length") + 2 * sizes.flut_um
    most = math.ceil(sizes.internode_um / ends) - 1
    for stretch in fibre.remyelination:
        if stretch.parts > most:
            raise ValueError(
                f"Remyelination.parts must be between 1 and {most} at {fibre.diameter_um:g}{NBSP}µm: an "
                f"internode of {sizes.internode_um:g}{NBSP}µm holds no more sheath ends; got {stretch.parts}."
            )
