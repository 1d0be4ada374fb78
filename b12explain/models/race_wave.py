"""The wave along the fibre of the race: what its nodes do, and what follows from it for everything between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .fibre import Conduction, Fibre, conduct, conduct_many
from .fibre.chain import chain
from .fibre.compartments import centres_um, inside_mv
from .library.find import Nodes

STRETCH_MM = 40.0  # how much of the fibre is looked at
NODES, NODE = 21, 10  # length of the fibre that is solved, and the node whose wave is looked at
AFTER_MS = 1.3  # of the wave, from when it arrives there
BEFORE_MS, SPACING_MS, SPACED_C = (
    0.7,
    0.002,
    40.0,
)  # of its record, at this temperature; both grow as it is colder
DYING_SPACING_MS = 0.005
STILL_MV = 0.5  # a node that moves less is taken to rest


@dataclass(frozen=True, eq=False)
class Wave:
    """The inside of a fibre along its length, at any moment from when the wave passes the start.

    Parameters
    ----------
    position_mm : array, shape (points,)
    is_node : bool array, shape (points,)
    time_ms : array, shape (times,)
        Of the traces; evenly spaced.
    trace_mv : array, shape (times, traces)
        Inside of the axon against the fluid around the fibre, above rest.
    trace, delay_ms : arrays, shape (points,)
        Which trace each point follows, and how much later: a wave that travels does the same at every node in turn.
    """

    position_mm: NDArray[np.float64]
    is_node: NDArray[np.bool_]
    time_ms: NDArray[np.float64]
    trace_mv: NDArray[np.float64]
    trace: NDArray[np.intp]
    delay_ms: NDArray[np.float64]

    def at(self, moment_ms: float) -> NDArray[np.float64]:
        """Potential at every point at a moment, mV above rest; before and after what is known, that at its ends."""
        time = self.time_ms
        place = (moment_ms - self.delay_ms - time[0]) / (time[1] - time[0])
        place = np.clip(place, 0, len(time) - 1.000001)
        row = place.astype(np.intp)
        share = place - row
        return self.trace_mv[row, self.trace] * (1 - share) + self.trace_mv[row + 1, self.trace] * share


@dataclass(frozen=True, eq=False)
class NodeRecord:
    """What the nodes of a fibre do.

    Parameters
    ----------
    velocity_m_per_s : float
        NaN where the wave dies.
    time_ms : array, shape (times,)
        Evenly spaced. Where the wave travels, 0 is its arrival at the node; where it dies, the start.
    above_rest_mv : array, shape (nodes, times)
        The node in the middle where the wave travels, since it is the same at the next ones; else all nodes.
    """

    velocity_m_per_s: float
    time_ms: NDArray[np.float64]
    above_rest_mv: NDArray[np.float64]

    @property
    def travels(self) -> bool:
        """Whether the wave gets through."""
        return bool(np.isfinite(self.velocity_m_per_s))


def times_ms(temperature_c: float, travels: bool) -> NDArray[np.float64]:
    """The times of a record: a colder wave is slower in all its parts."""
    if not travels:
        return np.arange(round(AFTER_MS / DYING_SPACING_MS) + 1) * DYING_SPACING_MS
    colder = (SPACED_C - temperature_c) / 10
    spacing = SPACING_MS * 1.7**colder
    return np.arange(-round(BEFORE_MS * 2**colder / spacing), int(AFTER_MS / spacing) + 1) * spacing


def in_time(found: Nodes, temperature_c: float) -> NodeRecord:
    """A record that the library has, with the times that it was kept at."""
    travels = bool(np.isfinite(found.velocity_m_per_s))
    return NodeRecord(found.velocity_m_per_s, times_ms(temperature_c, travels), found.above_rest_mv)


def record(fibres: list[Fibre]) -> list[NodeRecord]:
    """Solve fibres of :data:`NODES` nodes."""
    return [_recorded(first) for first in conduct_many(fibres)]


def _recorded(first: Conduction) -> NodeRecord:
    velocity = first.velocity_m_per_s
    travels = bool(np.isfinite(velocity))
    arrival = first.arrival_ms[NODE] if travels else 0.0
    time = times_ms(first.fibre.temperature_c, travels)
    solved = conduct(first.fibre, record="nodes", duration_ms=arrival + AFTER_MS)
    which = slice(NODE, NODE + 1) if travels else slice(None)
    moved = (solved.potential_mv - solved.potential_mv[0])[:, which].T
    since = solved.time_ms - arrival
    return NodeRecord(velocity, time, np.array([np.interp(time, since, one, left=0.0) for one in moved]))


def wave(fibre: Fibre, nodes: NodeRecord) -> Wave:
    """The wave over the stretch: laid along it from one internode, or as it dies where it does."""
    return (_travelling if nodes.travels else _dying)(fibre, nodes)


def _places(fibre: Fibre, count: int) -> tuple[NDArray, NDArray]:
    """Distance of ``count`` nodes and of the ten compartments behind each (mm); and which is a node."""
    within = np.concatenate([[0.0], centres_um(np.array(chain(fibre).kinds))[0] / 1_000])
    position = np.arange(count)[:, None] * fibre.sizes.internode_um / 1_000 + within
    return position.ravel(), np.tile(np.arange(len(within)) == 0, count)


def _travelling(fibre: Fibre, nodes: NodeRecord) -> Wave:
    """One internode between two nodes that do the same, one later than the other, laid end to end."""
    step_mm = fibre.sizes.internode_um / 1_000
    count = 1 + int(STRETCH_MM / step_mm)
    (here,), time = nodes.above_rest_mv, nodes.time_ms
    step_ms = step_mm / nodes.velocity_m_per_s  # mm ÷ m/s is ms
    there = np.interp(time - step_ms, time, here, left=0.0)
    traces = np.column_stack([here, inside_mv(fibre, here[None], there[None], time[1] - time[0])[0].T])
    traces[0] = 0.0
    each = traces.shape[1]
    delay_ms = np.repeat(np.arange(count) * step_ms, each)
    return Wave(*_places(fibre, count), time, traces, np.tile(np.arange(each), count), delay_ms)


def _dying(fibre: Fibre, nodes: NodeRecord) -> Wave:
    """A wave that does not get through: the nodes as solved and what lies between them, and rest beyond."""
    step_mm = fibre.sizes.internode_um / 1_000
    count = 1 + int(STRETCH_MM / step_mm)
    moving, time = nodes.above_rest_mv, nodes.time_ms
    last = np.flatnonzero(np.abs(moving).max(axis=1) > STILL_MV).max(initial=0)
    internodes = min(len(moving) - 1, count, last + 1)
    left, right = moving[:internodes], moving[1 : internodes + 1]
    inside = inside_mv(fibre, left, right, time[1] - time[0])
    traces = np.concatenate([left[:, None], inside], axis=1).reshape(-1, len(time)).T
    position, is_node = _places(fibre, internodes)
    rest = np.arange(internodes, count) * step_mm
    position, is_node = np.append(position, rest), np.append(is_node, np.ones(len(rest), dtype=bool))
    still = traces.shape[1]  # one more trace, which rests
    traces = np.column_stack([traces, np.zeros(len(time))])
    trace = np.minimum(np.arange(len(position)), still)
    return Wave(position, is_node, time, traces, trace, np.zeros(len(position)))
