"""How times and speeds of the race are written."""

from __future__ import annotations

import math

from ...amounts import NBSP, format_number
from ...models.fibre import Fibre
from ...quantities import quantity


def seconds(time_ms: float) -> str:
    """A time in ms, or from a tenth of a second on in s: "18 ms", "1.6 s"."""
    if time_ms < 100:
        return f"{format_number(time_ms, 2)}{NBSP}ms"
    return f"{format_number(time_ms / 1_000, 2)}{NBSP}s"


def speed(velocity_m_per_s: float) -> str:
    """A velocity: "56 m/s", "0.63 m/s"."""
    return f"{format_number(velocity_m_per_s, 2)}{NBSP}m/s"


def sooner(ratio: float) -> str:
    """How many times sooner a signal arrives: "87 times sooner"."""
    return f"{format_number(max(ratio, 1 / ratio), 2)} times {'sooner' if ratio >= 1 else 'later'}"


def layers_words(layers: float) -> str:
    """How many layers of myelin: "120 layers", "1 layer", "no layers"."""
    count = round(layers)
    return f"{count or 'no'} layer{'' if count == 1 else 's'}"


def seal_words(fibre: Fibre) -> str:
    """Where the seal at the nodes is not the usual one: " and a gap of 20 nm at the nodes’ edges"; else nothing."""
    gap_nm = 1_000 * fibre.paranodal_gap_um
    usual_nm = float(quantity("fibre.paranodal_gap").to("nm"))
    return "" if math.isclose(gap_nm, usual_nm) else f" and a gap of {gap_nm:g}{NBSP}nm at the nodes’ edges"
