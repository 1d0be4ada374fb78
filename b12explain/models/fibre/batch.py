"""Fibres of one temperature laid out as the arrays the time loop works on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from . import protocol
from .cable import modes
from .chain import chain
from .fibre import Fibre
from .membrane import gate_table, nodal_membrane, quiet_gates
from .parameters import constant
from .reduction import Port, port
from .unmyelinated import UnmyelinatedFibre, axial_port, unmyelinated_gate_table, unmyelinated_membrane


@dataclass(frozen=True)
class Batch:
    """Nodes of all fibres end to end; ``kind`` of the internodes likewise; ``membrane`` one row per fibre."""

    fibres: Sequence[Fibre] | Sequence[UnmyelinatedFibre]
    node_start: NDArray[np.int64]
    kind: NDArray[np.int64]
    membrane: NDArray[np.float64]
    zero_mv: float
    port: Port
    table: NDArray[np.float64]
    quiet: NDArray[np.float64]


def lay_out(fibres: Sequence[Fibre] | Sequence[UnmyelinatedFibre], step_ms: float) -> Batch:
    """Arrays of a batch; the fibres must be of one class and temperature."""
    return (_unmyelinated if isinstance(fibres[0], UnmyelinatedFibre) else _myelinated)(fibres, step_ms)


def _myelinated(fibres: Sequence[Fibre], step_ms: float) -> Batch:
    row_of: dict[tuple[float, ...], int] = {}
    kind = []
    for fibre in fibres:
        links = chain(fibre)
        rows = np.array([row_of.setdefault(sizes, len(row_of)) for sizes in links.kinds])
        kind.append(rows[links.of])
    zero = constant("passive_reversal")
    return Batch(
        fibres=fibres,
        node_start=_starts(kind),
        kind=np.concatenate(kind),
        membrane=nodal_membrane(np.array([fibre.sizes.node_um for fibre in fibres]), zero),
        zero_mv=zero,
        port=port(modes(np.array(list(row_of))), step_ms),
        table=gate_table(float(fibres[0].temperature_c), step_ms),
        quiet=quiet_gates(protocol.QUIET_LEVEL_MV, zero),
    )


def _unmyelinated(fibres: Sequence[UnmyelinatedFibre], step_ms: float) -> Batch:
    count = protocol.UNMYELINATED_COMPARTMENTS - 1
    kind = [np.full(count, row) for row in range(len(fibres))]
    zero = constant("unmyelinated_rest")
    diameters = np.array([fibre.diameter_um for fibre in fibres])
    return Batch(
        fibres=fibres,
        node_start=_starts(kind),
        kind=np.concatenate(kind),
        membrane=unmyelinated_membrane(diameters, zero),
        zero_mv=zero,
        port=axial_port(diameters),
        table=unmyelinated_gate_table(float(fibres[0].temperature_c), step_ms),
        quiet=np.array([protocol.UNMYELINATED_QUIET_LEVEL_MV - zero, 1.0, 1.0]),
    )


def _starts(kind: Sequence[NDArray]) -> NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum([len(of) + 1 for of in kind])])
