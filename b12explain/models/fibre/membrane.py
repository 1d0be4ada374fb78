"""The node's membrane: four gates and three ionic currents (McIntyre, Richardson and Grill 2002)."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .parameters import constant

GATES = ("m", "h", "p", "s")
TABLE_LOW_MV, TABLE_HIGH_MV, TABLE_SPACING_MV = -200.0, 200.0, 0.1


def rates(gate: str, potential_mv: NDArray, temperature_c: float) -> tuple[NDArray, NDArray]:
    """Opening and closing rate of ``gate`` (1/ms) at a membrane potential (mV) and a temperature (°C).

    Of everything in the model, only these depend on temperature.
    """
    q10 = constant(f"{gate}_q10") ** ((temperature_c - constant(f"{gate}_reference_temperature")) / 10)
    opening, closing = _RATES[gate]
    return q10 * opening(gate, potential_mv), q10 * closing(gate, potential_mv)


def _terms(gate: str, direction: str, potential_mv: NDArray) -> tuple[float, NDArray, float]:
    rate, potential, slope = (
        constant(f"{gate}_{direction}_{part}") for part in ("rate", "potential", "slope")
    )
    return rate, potential_mv - potential, slope


def _rising(gate: str, potential_mv: NDArray, direction: str = "opening") -> NDArray:
    """A (V − B) / (1 − exp(−(V − B) / C)), which is A C at V = B."""
    rate, x, slope = _terms(gate, direction, potential_mv)
    return rate * slope * linoid(x / slope)


def _falling(gate: str, potential_mv: NDArray, direction: str = "closing") -> NDArray:
    """A (B − V) / (1 − exp((V − B) / C)), which is A C at V = B."""
    rate, x, slope = _terms(gate, direction, potential_mv)
    return rate * slope * linoid(-x / slope)


def _sigmoid(gate: str, potential_mv: NDArray, direction: str) -> NDArray:
    """A / (1 + exp(−(V − B) / C))."""
    rate, x, slope = _terms(gate, direction, potential_mv)
    return rate / (1 + np.exp(-x / slope))


def linoid(x: NDArray) -> NDArray:
    """x / (1 − exp(−x)), which is 1 at x = 0."""
    safe = np.where(np.abs(x) < 1e-6, 1.0, x)
    return np.where(np.abs(x) < 1e-6, 1 + x / 2, safe / -np.expm1(-safe))


_RATES = {
    "m": (_rising, _falling),
    "p": (_rising, _falling),
    "h": (lambda gate, v: _falling(gate, v, "opening"), lambda gate, v: _sigmoid(gate, v, "closing")),
    "s": (lambda gate, v: _sigmoid(gate, v, "opening"), lambda gate, v: _sigmoid(gate, v, "closing")),
}


@lru_cache(maxsize=64)
def gate_table(temperature_c: float, step_ms: float) -> NDArray:
    """How each gate moves over one step, against membrane potential.

    Crank–Nicolson for x' = a (1 − x) − b x with V held at the middle of the step gives x ← keep · x + gain
    with keep = (1 − r) / (1 + r), gain = a step / (1 + r), r = (a + b) step / 2. The steady state is gain /
    (1 − keep).

    Returns
    -------
    array, shape (4001, 8)
        Rows from −200 to 200 mV every 0.1 mV; columns are keep of m, h, p, s, then gain of each. Read-only.
    """
    rows = round((TABLE_HIGH_MV - TABLE_LOW_MV) / TABLE_SPACING_MV) + 1
    potential = np.linspace(TABLE_LOW_MV, TABLE_HIGH_MV, rows)
    table = np.empty((rows, 2 * len(GATES)))
    for column, gate in enumerate(GATES):
        a, b = rates(gate, potential, temperature_c)
        r = (a + b) * step_ms / 2
        table[:, column] = (1 - r) / (1 + r)
        table[:, len(GATES) + column] = a * step_ms / (1 + r)
    table.flags.writeable = False
    return table


def nodal_membrane(node_um: NDArray, zero_mv: float) -> NDArray:
    """One row per node diameter: capacitance (nF); conductances (µS) of fast and persistent sodium, slow
    potassium and leak; reversal potentials of sodium, potassium and leak above ``zero_mv`` (mV); the power of
    the slow gate."""
    area = np.pi * node_um * constant("node_length")
    kinds = ("fast_sodium", "persistent_sodium", "slow_potassium", "leak")
    rows = np.empty((len(area), 9))
    rows[:, 0] = 1e-5 * constant("membrane_capacitance") * area
    rows[:, 1:5] = 1e-2 * area[:, None] * np.array([constant(f"{kind}_conductance") for kind in kinds])
    rows[:, 5:8] = [constant(f"{ion}_reversal") - zero_mv for ion in ("sodium", "potassium", "leak")]
    rows[:, 8] = 1
    return rows


def quiet_gates(level_mv: float, zero_mv: float) -> NDArray:
    """What the time loop takes for quiet: u, m and p at ``level_mv`` (the same at every temperature).

    A wave that barely fails, or barely succeeds, hovers for milliseconds at the nodes' threshold before it
    does one or the other: −65 to −62 mV in fibres whose lesions were bisected to twelve digits. Below, it has
    died.
    """
    settled = []
    for gate in ("m", "p"):
        a, b = rates(gate, np.array(level_mv), 37.0)
        settled.append(float(a / (a + b)))
    return np.array([level_mv - zero_mv, *settled])
