"""Run the time loop on a chunk of fibres: the only module that calls the engine."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from . import engine, protocol
from .batch import Batch, lay_out
from .compartments import compartments
from .fibre import Fibre
from .kernel import DONE, UNSETTLED, WHEN_ALL_FIRED, WHEN_OVER, WHEN_QUIET
from .kernel_types import (
    Clock,
    Fibres,
    GateTable,
    Internodes,
    Records,
    Results,
)
from .membrane import TABLE_HIGH_MV, TABLE_LOW_MV, TABLE_SPACING_MV
from .result import Conduction
from .stimulus import Stimulus, applied
from .unmyelinated import UnmyelinatedFibre

How = tuple[float, float | None, Stimulus, str]  # step (ms), duration (ms), stimulus, record
LONGEST_STEPS = 1_000_000


def run_chunk(fibres: Sequence[Fibre] | Sequence[UnmyelinatedFibre], how: How) -> list[Conduction]:
    """Results of fibres of one class and temperature, in their order."""
    step_ms, duration_ms, stimulus, record = how
    batch = lay_out(fibres, step_ms)
    nodes = np.diff(batch.node_start)
    inputs = np.array([applied(stimulus, fibre, int(n)) for fibre, n in zip(fibres, nodes, strict=True)])
    if record != "arrivals":
        return [
            _recorded(fibre, lay_out([fibre], step_ms), inputs[i : i + 1], how)
            for i, fibre in enumerate(fibres)
        ]
    stop, most = WHEN_ALL_FIRED, LONGEST_STEPS
    if duration_ms is not None:
        most = round(duration_ms / step_ms)
    arrival, rest, steps = _advance(batch, step_ms, most, stop, inputs)
    if duration_ms is None:
        _check_ended(fibres, steps)
    start = batch.node_start
    return [
        Conduction(fibre, int(inputs[i, 0]), arrival[start[i] : start[i + 1]], rest[start[i] : start[i + 1]])
        for i, fibre in enumerate(fibres)
    ]


def _recorded(fibre: Fibre | UnmyelinatedFibre, batch: Batch, inputs: NDArray, how: How) -> Conduction:
    step_ms, duration_ms, _, record = how
    if duration_ms is None:
        steps = _advance(batch, step_ms, LONGEST_STEPS, WHEN_QUIET, inputs)[2]
        _check_ended([fibre], steps)
        most = int(steps[0])
    else:
        most = round(duration_ms / step_ms)
    n = int(batch.node_start[-1])
    trace, drawn, nodal = records = _nothing(n)._replace(trace=np.empty((most + 1, n)))
    if record == "all":
        trace, drawn, nodal = records = Records(trace, np.empty((most, 2, n - 1)), np.empty((most, n)))
    arrival, rest, _ = _advance(batch, step_ms, most, WHEN_OVER, inputs, records)
    time = np.arange(most + 1) * step_ms
    more = {}
    if record == "all":
        loss = drawn[:, 0]
        nodal[:, :-1] += loss
        nodal[:, 1:] += loss
        more = {"current_time_ms": time[:-1] + step_ms / 2, "membrane_current_na": nodal}
        if isinstance(fibre, Fibre):
            more |= compartments(fibre, trace, step_ms)
    return Conduction(fibre, int(inputs[0, 0]), arrival, rest, time, trace, **more)


def axial_currents(
    fibres: Sequence[Fibre], step_ms: float, lasting_ms: float, sample_ms: float
) -> tuple[NDArray, NDArray, float]:
    """Arrivals (fibre, node), and current along the middle internode (fibre, sample) around the wave's
    passage.

    Samples are means over ``sample_ms`` and start half a millisecond of wave before it passes; the third
    value is that lead (ms). The fibres must share temperature and number of nodes.
    """
    middle, every = (fibres[0].nodes - 1) // 2, round(sample_ms / step_ms)
    lead = round(lasting_ms / 4 / sample_ms)
    arrivals, currents = [], []
    for fibre in fibres:
        batch = lay_out([fibre], step_ms)
        inputs = np.array([applied(Stimulus(), fibre, fibre.nodes)])
        arrival = _advance(batch, step_ms, LONGEST_STEPS, WHEN_ALL_FIRED, inputs)[0]
        passage = (arrival[middle] + arrival[middle + 1]) / 2
        most = int((passage + lasting_ms) / step_ms) + 2 * every
        drawn = np.empty((most, 2, fibre.nodes - 1))
        records = Records(np.empty((0, fibre.nodes)), drawn, np.empty((most, fibre.nodes)))
        _advance(batch, step_ms, most, WHEN_OVER, inputs, records)
        times = passage + (np.arange(-lead, int(lasting_ms / sample_ms)) + 0.5) * sample_ms
        total = np.concatenate([[0.0], np.cumsum(drawn[:, 1, middle]) * step_ms])
        edges = np.concatenate([times - sample_ms / 2, times[-1:] + sample_ms / 2])
        filled = np.interp(edges, np.arange(most + 1) * step_ms, total, left=0.0)
        arrivals.append(arrival)
        currents.append(np.diff(filled) / sample_ms)
    return np.array(arrivals), np.array(currents), lead * sample_ms


def _nothing(nodes: int) -> Records:
    return Records(np.empty((0, nodes)), np.empty((0, 2, nodes - 1)), np.empty((0, nodes)))


def _advance(batch: Batch, step_ms, n_steps, stop, inputs, records=None) -> tuple[NDArray, NDArray, NDArray]:
    """Arrivals and rest per node, steps per fibre, for ``inputs`` (fibre; node, start, end, nA)."""
    count, nodes = len(inputs), int(batch.node_start[-1])
    arrival, rest, outcome = np.empty(nodes), np.empty(nodes), np.zeros((count, 2), dtype=np.int64)
    engine.run(
        0,
        count,
        Fibres(batch.node_start, batch.kind, batch.membrane, inputs),
        Internodes(*(getattr(batch.port, name) for name in Internodes._fields)),
        GateTable(batch.table, TABLE_LOW_MV - batch.zero_mv, 1 / TABLE_SPACING_MV),
        Clock(step_ms, n_steps, stop, batch.quiet, protocol.FIRING_LEVEL_MV - batch.zero_mv, batch.zero_mv),
        Results(arrival, rest, outcome),
        records or _nothing(nodes),
    )
    for fibre, (code, _), given in zip(batch.fibres, outcome, inputs, strict=True):
        if code != DONE:
            error = _fault(code, given[3])
            error.add_note(f"The fibre is {fibre!r}.")
            raise error
    return arrival, rest, outcome[:, 1]


def _fault(code: int, amplitude_na: float) -> Exception:
    if code == UNSETTLED:
        return RuntimeError(
            "The resting potential was not found in 50 Newton steps; please report this fibre."
        )
    return ValueError(
        f"Stimulus.amplitude_na must keep the membrane between {TABLE_LOW_MV:g} and "
        f"{TABLE_HIGH_MV:g}\N{NO-BREAK SPACE}mV; "
        f"got {amplitude_na:g}\N{NO-BREAK SPACE}nA, which does not. Use a weaker stimulus."
    )


def _check_ended(fibres: Sequence[Fibre] | Sequence[UnmyelinatedFibre], steps: NDArray) -> None:
    for fibre, taken in zip(fibres, steps, strict=True):
        if taken >= LONGEST_STEPS:
            raise RuntimeError(f"{fibre!r} was still active after {LONGEST_STEPS:,} steps; give duration_ms.")
