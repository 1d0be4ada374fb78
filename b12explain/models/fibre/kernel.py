"""The time loop: nodes and gates by Crank–Nicolson, internodes by their modes, one tridiagonal solve a step.

Units: mV, ms, nA, µS, nF; ``u`` is potential above the internode's passive reversal potential, and so is ``gates.low``.
Importing this module imports numba, so nothing imports it before a fibre is simulated. It is one file because numba
looks at this file alone when it asks whether code that it kept is still right. Only ``run`` is kept: the rest is in it.
"""

import numpy as np
from numba import njit

from .kernel_types import Internodes

DONE, OUT_OF_RANGE, UNSETTLED = 0, 1, 2
WHEN_OVER, WHEN_ALL_FIRED, WHEN_QUIET = 0, 1, 2
STORING, FAST, PERSISTENT, SLOW, LEAK, E_SODIUM, E_POTASSIUM, E_LEAK, POWER = range(
    9
)  # columns of ``membrane``


@njit(nogil=True)
def look_up(table, position, gate):
    """Keep and gain of one gate at a fractional row of its table."""
    row = int(position)
    w = position - row
    keep = table[row, gate] + w * (table[row + 1, gate] - table[row, gate])
    gain = table[row, 4 + gate] + w * (table[row + 1, 4 + gate] - table[row, 4 + gate])
    return keep, gain


@njit(nogil=True)
def channels(m, h, p, s, membrane):
    """Ionic conductance (µS) and the current it drives at u = 0, inward positive (nA)."""
    if membrane[POWER] == 4.0:
        s = s * s * s * s
    sodium = membrane[FAST] * m * m * m * h + membrane[PERSISTENT] * p * p * p
    potassium = membrane[SLOW] * s
    drive = (
        sodium * membrane[E_SODIUM] + potassium * membrane[E_POTASSIUM] + membrane[LEAK] * membrane[E_LEAK]
    )
    return sodium + potassium + membrane[LEAK], drive


@njit(nogil=True)
def resting_current(u, gates, membrane):
    """Ionic current (nA) with every gate settled at ``u``."""
    position, table = (u - gates.low) * gates.per_mv, gates.table
    keep_m, gain_m = look_up(table, position, 0)
    keep_h, gain_h = look_up(table, position, 1)
    keep_p, gain_p = look_up(table, position, 2)
    keep_s, gain_s = look_up(table, position, 3)
    conductance, drive = channels(
        gain_m / (1 - keep_m), gain_h / (1 - keep_h), gain_p / (1 - keep_p), gain_s / (1 - keep_s), membrane
    )
    return conductance * u - drive


@njit(nogil=True)
def solve(diagonal, off, right, work):
    """Symmetric tridiagonal system, solution left in ``right`` (Thomas)."""
    n = len(right)
    pivot = 1 / diagonal[0]
    right[0] *= pivot
    for i in range(1, n):
        work[i] = off[i - 1] * pivot
        pivot = 1 / (diagonal[i] - off[i - 1] * work[i])
        right[i] = (right[i] - off[i - 1] * right[i - 1]) * pivot
    for i in range(n - 2, -1, -1):
        right[i] -= work[i + 1] * right[i + 1]


@njit(nogil=True)
def settle(u, steady, gates, membrane):
    """Resting potential by Newton's method: each node's ionic current plus what its internodes draw is
    nothing."""
    n, m = len(u), len(u) - 1
    diagonal, off, right, work = np.empty(n), np.empty(n), np.empty(n), np.empty(n)
    for _ in range(50):
        for i in range(n):
            current = resting_current(u[i], gates, membrane)
            diagonal[i] = (resting_current(u[i] + 0.01, gates, membrane) - current) / 0.01
            right[i] = -current
        for j in range(m):
            same = steady[j] + steady[m + j]
            across = steady[j] - steady[m + j]
            diagonal[j] += same
            diagonal[j + 1] += same
            off[j] = across
            right[j] -= same * u[j] + across * u[j + 1]
            right[j + 1] -= same * u[j + 1] + across * u[j]
        solve(diagonal, off, right, work)
        u += right
        if np.abs(right).max() < 1e-9:
            return True
    return False


@njit(nogil=True)
def move_gates(u, state, gates):
    """Carry the gates from the middle of the last step to the middle of this one; False if ``u`` leaves the
    table."""
    table, top = gates.table, gates.table.shape[0] - 1.0
    for i in range(len(u)):
        position = (u[i] - gates.low) * gates.per_mv
        if not 0 < position < top:
            return False
        row = int(position)
        w = position - row
        here, next_, own = table[row], table[row + 1], state[i]
        for gate in range(4):
            keep = here[gate] + w * (next_[gate] - here[gate])
            gain = here[4 + gate] + w * (next_[4 + gate] - here[4 + gate])
            own[gate] = keep * own[gate] + gain
    return True


@njit(nogil=True)
def split(u, ends):
    """Sums of each internode's two ends, then their differences."""
    m = len(u) - 1
    for j in range(m):
        ends[j] = u[j] + u[j + 1]
        ends[m + j] = u[j] - u[j + 1]


@njit(nogil=True)
def recall_internodes(ends, flow, memory, internodes):
    """What the internodes draw because of the past, and their modes' way through the step so far."""
    for q in range(len(ends)):
        flow[q] = internodes.old[q] * ends[q]
    for k in range(memory.shape[0]):
        recall, decay, from_old = internodes.recall[k], internodes.decay[k], internodes.from_old[k]
        own = memory[k]
        for q in range(len(ends)):
            flow[q] -= recall[q] * own[q]
            own[q] = decay[q] * own[q] + from_old[q] * ends[q]


@njit(nogil=True)
def follow_nodes(ends, memory, from_new):
    """The modes' share of the step that depends on where the nodes arrived."""
    for k in range(memory.shape[0]):
        own, share = memory[k], from_new[k]
        for q in range(len(ends)):
            own[q] += share[q] * ends[q]


@njit(nogil=True)
def is_quiet(u, state, quiet):
    """No node is above the quiet level and no sodium gate is more open than it would be there."""
    for i in range(len(u)):  # noqa: SIM110 - compiled
        if u[i] > quiet[0] or state[i, 0] > quiet[1] or state[i, 2] > quiet[2]:
            return False
    return True


@njit(nogil=True)
def settled_gates(u, gates):
    """Each node's four gates where they come to rest at ``u``."""
    state = np.empty((len(u), 4))
    for i in range(len(u)):
        for gate in range(4):
            keep, gain = look_up(gates.table, (u[i] - gates.low) * gates.per_mv, gate)
            state[i, gate] = gain / (1 - keep)
    return state


@njit(nogil=True)
def note_arrivals(u, before, level, time, step_ms, arrival_ms):
    """Note when each node first passed ``level`` (a straight line through the step); returns how many did."""
    fired = 0
    for i in range(len(u)):
        if u[i] >= level and before[i] < level and np.isnan(arrival_ms[i]):
            arrival_ms[i] = time + step_ms * (level - before[i]) / (u[i] - before[i])
            fired += 1
    return fired


@njit(nogil=True)
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


@njit(nogil=True)
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


def run(first, last, fibres, internodes, gates, clock, results, records):
    """Run fibres ``first`` to ``last`` of a batch; see ``kernel_types`` for what goes in and is filled in.

    ``engine`` compiles it.
    """
    for f in range(first, last):
        a, b = fibres.node_start[f], fibres.node_start[f + 1]
        own = along(internodes, fibres.kind[a - f : b - f - 1])
        arrival, rest = results.arrival_ms[a:b], results.rest_mv[a:b]
        outcome = run_fibre(own, fibres.membrane[f], gates, clock, fibres.stimulus[f], arrival, rest, records)
        results.outcome[f, 0], results.outcome[f, 1] = outcome
