"""A fibre without myelin, for comparison: Hodgkin and Huxley's membrane at body temperature."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ..checks import check_between
from . import protocol
from .membrane import TABLE_HIGH_MV, TABLE_LOW_MV, TABLE_SPACING_MV, linoid
from .parameters import constant
from .reduction import Port


@dataclass(frozen=True)
class UnmyelinatedFibre:
    """A single cable of constant width with Hodgkin–Huxley channels, 481 compartments of 8.333 µm.

    Parameters
    ----------
    diameter_um : float
        0.2–2 µm. Velocity goes as its square root.
    temperature_c : float
        15–42 °C.

    Leaves out
    ----------
    The several sodium and potassium channels of real C fibres, their activity-dependent slowing and the
    bundles they run in. Other published models of C fibres give 0.49 to 0.70 m/s at 1 µm where this one gives
    0.64.

    References
    ----------
    [RattayAberham1993] membrane; doi:10.1109/10.250575.
    """

    diameter_um: float = 1.0
    temperature_c: float = 37.0

    def __post_init__(self) -> None:
        for name, span, unit in (
            ("diameter_um", protocol.UNMYELINATED_DIAMETER_RANGE_UM, "µm"),
            ("temperature_c", protocol.TEMPERATURE_RANGE_C, "°C"),
        ):
            object.__setattr__(self, name, check_between(name, getattr(self, name), *span, unit))

    @property
    def nodes(self) -> int:
        """Number of compartments."""
        return protocol.UNMYELINATED_COMPARTMENTS


def unmyelinated_rates(potential_mv: NDArray, temperature_c: float) -> dict[str, tuple[NDArray, NDArray]]:
    """Opening and closing rates (1/ms) of the gates m, h and n."""
    speed = constant("unmyelinated_q10") ** (
        (temperature_c - constant("unmyelinated_reference_temperature")) / 10
    )
    u = potential_mv - constant("unmyelinated_rest")

    def rising(gate: str) -> NDArray:
        rate, potential, slope = (
            constant(f"unmyelinated_{gate}_opening_{part}") for part in ("rate", "potential", "slope")
        )
        return rate * slope * linoid((u - potential) / slope)

    def decaying(name: str) -> NDArray:
        return constant(f"unmyelinated_{name}_rate") * np.exp(-u / constant(f"unmyelinated_{name}_slope"))

    x = (u - constant("unmyelinated_h_closing_potential")) / constant("unmyelinated_h_closing_slope")
    return {
        "m": (speed * rising("m"), speed * decaying("m_closing")),
        "h": (
            speed * decaying("h_opening"),
            speed * constant("unmyelinated_h_closing_rate") / (1 + np.exp(-x)),
        ),
        "n": (speed * rising("n"), speed * decaying("n_closing")),
    }


@lru_cache(maxsize=16)
def unmyelinated_gate_table(temperature_c: float, step_ms: float) -> NDArray:
    """As ``membrane.gate_table``, with columns for m, h, nothing, n."""
    rows = round((TABLE_HIGH_MV - TABLE_LOW_MV) / TABLE_SPACING_MV) + 1
    potential = np.linspace(TABLE_LOW_MV, TABLE_HIGH_MV, rows)
    table = np.zeros((rows, 8))
    for gate, (a, b) in unmyelinated_rates(potential, temperature_c).items():
        column = {"m": 0, "h": 1, "n": 3}[gate]
        r = (a + b) * step_ms / 2
        table[:, column] = (1 - r) / (1 + r)
        table[:, 4 + column] = a * step_ms / (1 + r)
    table.flags.writeable = False
    return table


def unmyelinated_membrane(diameter_um: NDArray, zero_mv: float) -> NDArray:
    """One row per fibre in the layout of ``membrane.nodal_membrane``; potassium goes as the fourth power of
    n."""
    area = np.pi * diameter_um * protocol.UNMYELINATED_COMPARTMENT_UM
    sodium, potassium, leak = (
        constant(f"unmyelinated_{ion}_conductance") for ion in ("sodium", "potassium", "leak")
    )
    reversal = [constant(f"unmyelinated_{ion}_reversal") - zero_mv for ion in ("sodium", "potassium", "leak")]
    rows = np.empty((len(area), 9))
    rows[:, 0] = 1e-5 * constant("unmyelinated_membrane_capacitance") * area
    rows[:, 1:5] = 1e-2 * area[:, None] * np.array([sodium, 0.0, potassium, leak])
    rows[:, 5:8] = reversal
    rows[:, 8] = 4
    return rows


def axial_port(diameter_um: NDArray) -> Port:
    """The axoplasm between two compartments: a resistor, which only the difference of its ends drives."""
    area = np.pi * diameter_um**2 / 4
    conductance = area / (1e-2 * constant("unmyelinated_resistivity") * protocol.UNMYELINATED_COMPARTMENT_UM)
    none = np.zeros((0, 2, len(area)))
    half = np.array([np.zeros_like(area), conductance / 2])
    return Port(none, none, none, none, old=half, new=half, steady=2 * half, settled=none)
