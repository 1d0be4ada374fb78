"""The time loop: nodes and gates by Crank–Nicolson, internodes by their modes, one tridiagonal solve a step.

Importing this module imports numba, so nothing imports it before a fibre is simulated.
"""

import numpy as np

from .compiled import compiled
from .kernel_parts import (
    channels,
    follow_nodes,
    is_quiet,
    move_gates,
    note_arrivals,
    recall_internodes,
    settle,
    settled_gates,
    settled_internodes,
    solve,
    split,
)
from .kernel_types import DONE, OUT_OF_RANGE, STORING, UNSETTLED, WHEN_ALL_FIRED, WHEN_OVER, Internodes


@compiled
def run(first, last, fibres, internodes, gates, clock, results, records):
    """Run fibres ``first`` to ``last`` of a batch; see ``kernel_types`` for what goes in and is filled in."""
    for f in range(first, last):
        a, b = fibres.node_start[f], fibres.node_start[f + 1]
        own = along(internodes, fibres.kind[a - f : b - f - 1])
        arrival, rest = results.arrival_ms[a:b], results.rest_mv[a:b]
        outcome = run_fibre(own, fibres.membrane[f], gates, clock, fibres.stimulus[f], arrival, rest, records)
        results.outcome[f, 0], results.outcome[f, 1] = outcome


@compiled
def along(kinds, of):
    """The internodes of one fibre in turn, from the kinds of the batch."""
    return Internodes(
        kinds.decay[:, :, of],
        kinds.from_old[:, :, of],
        kinds.from_new[:, :, of],
        kinds.recall[:, :, of],
        kinds.old[:, of],
        kinds.new[:, of],
        kinds.steady[:, of],
        kinds.settled[:, :, of],
    )


@compiled
def run_fibre(internodes, membrane, gates, clock, stimulus, arrival_ms, rest_mv, records):
    """One fibre from rest; returns its outcome and the steps taken."""
    n = len(rest_mv)
    step_ms, new = clock.step_ms, internodes.new
    place, onset, end, amplitude = int(stimulus[0]), stimulus[1], stimulus[2], stimulus[3]
    arrival_ms[:] = np.nan
    fired = 0

    u, even, odd = np.zeros(n), np.empty(n - 1), np.empty(n - 1)
    if not settle(u, internodes.steady[0], internodes.steady[1], gates, membrane):
        return UNSETTLED, 0
    rest_mv[:] = u + clock.zero_mv
    split(u, even, odd)
    state, memory = settled_gates(u, gates), settled_internodes(even, odd, internodes)

    # C (u₁ − u₀) / step = drive − G (u₀ + u₁) / 2 − what the internodes draw + stimulus, with
    # what they draw = new · u₁ + (old · u₀ − memory), makes a symmetric tridiagonal system for u₁.
    storing = membrane[STORING] / step_ms
    base, off = np.full(n, storing), new[0] - new[1]
    base[:-1] += new[0] + new[1]
    base[1:] += new[0] + new[1]
    flow_even, flow_odd = np.empty(n - 1), np.empty(n - 1)
    diagonal, right, work, conductance, drive = (
        np.empty(n),
        np.empty(n),
        np.empty(n),
        np.empty(n),
        np.empty(n),
    )

    recording = len(records.trace) + len(records.drawn) > 0
    step = 0 if clock.stop == WHEN_OVER or recording else int(onset / step_ms)
    while step < clock.n_steps:
        time = step * step_ms
        if len(records.trace):
            records.trace[step] = u + clock.zero_mv
        if not move_gates(u, state, gates):
            return OUT_OF_RANGE, step
        for i in range(n):
            leak, drive[i] = channels(state[i, 0], state[i, 1], state[i, 2], state[i, 3], membrane)
            conductance[i] = leak
            diagonal[i] = base[i] + leak / 2
            right[i] = (storing - leak / 2) * u[i] + drive[i]
        share = min(end, time + step_ms) - max(onset, time)
        if share > 0:
            right[place] += amplitude * share / step_ms
        recall_internodes(even, odd, flow_even, flow_odd, memory, internodes)
        for j in range(n - 1):
            right[j] -= flow_even[j] + flow_odd[j]
            right[j + 1] -= flow_even[j] - flow_odd[j]
        solve(diagonal, off, right, work)
        u, right = right, u  # from here, ``right`` is where the nodes were
        split(u, even, odd)
        follow_nodes(even, odd, memory, internodes.from_new)

        if len(records.drawn):
            records.drawn[step, 0] = flow_even + new[0] * even
            records.drawn[step, 1] = flow_odd + new[1] * odd
            records.nodal[step] = storing * (u - right) + conductance * (u + right) / 2 - drive
        fired += note_arrivals(u, right, clock.level, time, step_ms, arrival_ms)
        step += 1
        if clock.stop == WHEN_ALL_FIRED and fired == n:
            break
        if clock.stop != WHEN_OVER and step % 8 == 0 and time > end and is_quiet(u, state, clock.quiet):
            break
    if len(records.trace) > step:
        records.trace[step] = u + clock.zero_mv
    return DONE, step
