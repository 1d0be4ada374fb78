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
    """The internodes of one fibre in turn, from the kinds of the batch; even parities of all, then odd ones."""
    modes, both = kinds.decay.shape[0], 2 * len(of)
    return Internodes(
        kinds.decay[:, :, of].reshape(modes, both),
        kinds.from_old[:, :, of].reshape(modes, both),
        kinds.from_new[:, :, of].reshape(modes, both),
        kinds.recall[:, :, of].reshape(modes, both),
        kinds.old[:, of].reshape(both),
        kinds.new[:, of].reshape(both),
        kinds.steady[:, of].reshape(both),
        kinds.settled[:, :, of].reshape(modes, both),
    )


@compiled
def run_fibre(internodes, membrane, gates, clock, stimulus, arrival_ms, rest_mv, records):
    """One fibre from rest; returns its outcome and the steps taken."""
    n, m = len(rest_mv), len(rest_mv) - 1  # nodes, internodes
    step_ms, even, odd = clock.step_ms, internodes.new[:m], internodes.new[m:]
    place, onset, end, amplitude = int(stimulus[0]), stimulus[1], stimulus[2], stimulus[3]
    arrival_ms[:] = np.nan
    fired = 0

    u, ends, flow = np.zeros(n), np.empty(2 * m), np.empty(2 * m)
    if not settle(u, internodes.steady, gates, membrane):
        return UNSETTLED, 0
    rest_mv[:] = u + clock.zero_mv
    split(u, ends)
    state, memory = settled_gates(u, gates), internodes.settled * ends

    # C (u₁ − u₀) / step = drive − G (u₀ + u₁) / 2 − what the internodes draw + stimulus, with
    # what they draw = new · u₁ + (old · u₀ − memory), makes a symmetric tridiagonal system for u₁.
    storing = membrane[STORING] / step_ms
    base, off = np.full(n, storing), even - odd
    base[:-1] += even + odd
    base[1:] += even + odd
    diagonal, right, work = np.empty(n), np.empty(n), np.empty(n)
    conductance, drive = np.empty(n), np.empty(n)

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
        recall_internodes(ends, flow, memory, internodes)
        for j in range(m):
            right[j] -= flow[j] + flow[m + j]
            right[j + 1] -= flow[j] - flow[m + j]
        solve(diagonal, off, right, work)
        u, right = right, u  # from here, ``right`` is where the nodes were
        split(u, ends)
        follow_nodes(ends, memory, internodes.from_new)

        if len(records.drawn):
            records.drawn[step, 0] = flow[:m] + even * ends[:m]
            records.drawn[step, 1] = flow[m:] + odd * ends[m:]
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
