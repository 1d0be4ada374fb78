"""The fibre model's numbers, from the rows of ``data/fibre.csv`` and ``data/fibre_geometry.csv``."""

from __future__ import annotations

from functools import cache

from b12explain.tables import table


@cache
def constant(name: str) -> float:
    """The value of the row ``name`` of ``fibre.csv``, in that row's unit."""
    return table("fibre").row(name)["value"]


@cache
def limits(name: str) -> tuple[float, float]:
    """The low and high end of the row ``name`` of ``fibre.csv``, in that row's unit."""
    row = table("fibre").row(name)
    return row["low"], row["high"]


def polynomial(name: str, x: float) -> float:
    """A quadratic whose three coefficients are the rows ``name_power2``, ``_power1`` and ``_power0``."""
    return (constant(f"{name}_power2") * x + constant(f"{name}_power1")) * x + constant(f"{name}_power0")


@cache
def published_geometries() -> dict[float, dict[str, float]]:
    """The rows of ``fibre_geometry.csv`` by outer diameter (µm)."""
    sizes = ("axon_um", "node_um", "internode_um", "flut_um", "lamellae")
    rows = table("fibre_geometry")
    return {float(row["diameter_um"]): {name: float(row[name]) for name in sizes} for row in rows}
