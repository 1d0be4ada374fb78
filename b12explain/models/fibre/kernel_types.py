"""What the time loop is given and fills in, in groups."""

from typing import NamedTuple

from numpy.typing import NDArray


class Fibres(NamedTuple):
    """All fibres' nodes lie end to end, internodes likewise; internode j joins a fibre's nodes j, j + 1."""

    node_start: NDArray  # (fibres + 1,)
    kind: NDArray  # of every internode
    membrane: NDArray  # (fibre, 9)
    stimulus: NDArray  # (fibre, 4): node, start and end (ms), nA


class Internodes(NamedTuple):
    """The arrays of ``reduction.Port``: ([mode,] parity, kind or internode)."""

    decay: NDArray
    from_old: NDArray
    from_new: NDArray
    recall: NDArray
    old: NDArray
    new: NDArray
    steady: NDArray
    settled: NDArray


class GateTable(NamedTuple):
    """``membrane.gate_table`` and how to find its row for u."""

    table: NDArray
    low: float
    per_mv: float


class Clock(NamedTuple):
    """How to step, when to stop, and the potential (above zero_mv) whose passage is an arrival."""

    step_ms: float
    n_steps: int
    stop: int
    quiet: NDArray  # u, m and p below which a fibre is quiet
    level: float
    zero_mv: float


class Results(NamedTuple):
    """Filled in: per node, per node, and (fibre, 2): outcome and steps taken."""

    arrival_ms: NDArray
    rest_mv: NDArray
    outcome: NDArray


class Records(NamedTuple):
    """Filled in for a single fibre where not empty; times first."""

    trace: NDArray  # (times, nodes), mV
    drawn: NDArray  # (times − 1, parity, internodes): mean current of each parity, nA
    nodal: NDArray  # (times − 1, nodes): mean current through the node's own membrane, nA
