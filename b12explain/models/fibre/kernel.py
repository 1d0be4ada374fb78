"""The time loop: nodes and gates by Crank–Nicolson, internodes by their modes, one tridiagonal solve a step.

One call carries a run of fibres. Nodes of all fibres lie end to end; internode j of a fibre joins its nodes j and
j + 1. Units: mV, ms, nA, µS, nF; ``u`` is potential above the internode's passive reversal potential. Importing
this module imports numba, so nothing imports it before a fibre is simulated.
"""

import numpy as np

from .compiled import compiled

DONE, OUT_OF_RANGE, UNSETTLED = 0, 1, 2
WHEN_OVER, WHEN_ALL_FIRED, WHEN_QUIET = 0, 1, 2
STORING, FAST, PERSISTENT, SLOW, LEAK, E_SODIUM, E_POTASSIUM, E_LEAK, POWER = range(9)  # columns of ``membrane``


@compiled
def look_up(table, position, gate):
    """Keep and gain of one gate at a fractional row of its table."""
    row = int(position)
    w = position - row
    keep = table[row, 2 * gate] + w * (table[row + 1, 2 * gate] - table[row, 2 * gate])
    gain = table[row, 2 * gate + 1] + w * (table[row + 1, 2 * gate + 1] - table[row, 2 * gate + 1])
    return keep, gain


@compiled
def channels(m, h, p, s, membrane):
    """Ionic conductance (µS) and the current it drives at u = 0, inward positive (nA)."""
    if membrane[POWER] == 4.0:
        s = s * s * s * s
    sodium = membrane[FAST] * m * m * m * h + membrane[PERSISTENT] * p * p * p
    potassium = membrane[SLOW] * s
    drive = sodium * membrane[E_SODIUM] + potassium * membrane[E_POTASSIUM] + membrane[LEAK] * membrane[E_LEAK]
    return sodium + potassium + membrane[LEAK], drive


@compiled
def resting_current(u, table, low, per_mv, membrane):
    """Ionic current (nA) with every gate settled at ``u``."""
    position = (u - low) * per_mv
    keep_m, gain_m = look_up(table, position, 0)
    keep_h, gain_h = look_up(table, position, 1)
    keep_p, gain_p = look_up(table, position, 2)
    keep_s, gain_s = look_up(table, position, 3)
    conductance, drive = channels(
        gain_m / (1 - keep_m), gain_h / (1 - keep_h), gain_p / (1 - keep_p), gain_s / (1 - keep_s), membrane
    )
    return conductance * u - drive


@compiled
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


@compiled
def settle(u, of, steady, table, low, per_mv, membrane):
    """Resting potential by Newton's method: each node's ionic current plus what its internodes draw is nothing."""
    n = len(u)
    diagonal, off, right, work = np.empty(n), np.empty(n), np.empty(n), np.empty(n)
    for _ in range(50):
        for i in range(n):
            current = resting_current(u[i], table, low, per_mv, membrane)
            diagonal[i] = (resting_current(u[i] + 0.01, table, low, per_mv, membrane) - current) / 0.01
            right[i] = -current
        for j in range(n - 1):
            same = steady[of[j], 0] + steady[of[j], 1]
            across = steady[of[j], 0] - steady[of[j], 1]
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


@compiled
def move_gates(u, gates, table, low, per_mv):
    """Carry the gates from the middle of the last step to the middle of this one; False if ``u`` leaves the table."""
    top = table.shape[0] - 1.0
    for i in range(len(u)):
        position = (u[i] - low) * per_mv
        if not 0 < position < top:
            return False
        row = int(position)
        w = position - row
        for gate in range(4):
            keep = table[row, 2 * gate] + w * (table[row + 1, 2 * gate] - table[row, 2 * gate])
            gain = table[row, 2 * gate + 1] + w * (table[row + 1, 2 * gate + 1] - table[row, 2 * gate + 1])
            gates[i, gate] = keep * gates[i, gate] + gain
    return True


@compiled
def recall_internodes(even, odd, flow_even, flow_odd, memory, old, recall, decay, from_old):
    """What the internodes draw because of the past, and their modes' way through the step so far."""
    for j in range(len(even)):
        flow_even[j] = old[0, j] * even[j]
        flow_odd[j] = old[1, j] * odd[j]
    for k in range(memory.shape[0]):
        for j in range(len(even)):
            flow_even[j] -= recall[k, 0, j] * memory[k, 0, j]
            memory[k, 0, j] = decay[k, 0, j] * memory[k, 0, j] + from_old[k, 0, j] * even[j]
        for j in range(len(odd)):
            flow_odd[j] -= recall[k, 1, j] * memory[k, 1, j]
            memory[k, 1, j] = decay[k, 1, j] * memory[k, 1, j] + from_old[k, 1, j] * odd[j]


@compiled
def follow_nodes(even, odd, memory, from_new):
    """The modes' share of the step that depends on where the nodes arrived."""
    for k in range(memory.shape[0]):
        for j in range(len(even)):
            memory[k, 0, j] += from_new[k, 0, j] * even[j]
        for j in range(len(odd)):
            memory[k, 1, j] += from_new[k, 1, j] * odd[j]


@compiled
def split(u, even, odd):
    """Sum and difference of each internode's two ends."""
    for j in range(len(even)):
        even[j] = u[j] + u[j + 1]
        odd[j] = u[j] - u[j + 1]


@compiled
def is_quiet(u, gates, quiet):
    """No node is above the quiet level and no sodium gate is more open than it would be there."""
    for i in range(len(u)):
        if u[i] > quiet[0] or gates[i, 0] > quiet[1] or gates[i, 2] > quiet[2]:
            return False
    return True


@compiled
def run_fibre(
    of, membrane, zero_mv, decay_of, from_old_of, from_new_of, recall_of, old_of, new_of, steady, settled,
    table, table_low_mv, per_mv, step_ms, n_steps, stop, quiet, level_mv, stimulus,
    arrival_ms, rest_mv, trace, drawn, nodal,
):  # fmt: skip
    """One fibre from rest: returns (outcome, steps taken)."""
    n = len(of) + 1
    low, level = table_low_mv - zero_mv, level_mv - zero_mv
    u, gates = np.zeros(n), np.empty((n, 4))
    arrival_ms[:] = np.nan
    if not settle(u, of, steady, table, low, per_mv, membrane):
        return UNSETTLED, 0
    rest_mv[:] = u + zero_mv
    for i in range(n):
        for gate in range(4):
            keep, gain = look_up(table, (u[i] - low) * per_mv, gate)
            gates[i, gate] = gain / (1 - keep)

    modes = decay_of.shape[0]
    decay, from_old, from_new, recall = decay_of[:, :, of], from_old_of[:, :, of], from_new_of[:, :, of], recall_of[:, :, of]
    old, new = old_of[:, of], new_of[:, of]
    even, odd, flow_even, flow_odd = np.empty(n - 1), np.empty(n - 1), np.empty(n - 1), np.empty(n - 1)
    split(u, even, odd)
    memory = np.empty((modes, 2, n - 1))
    for k in range(modes):
        memory[k, 0] = settled[k, 0][of] * even
        memory[k, 1] = settled[k, 1][of] * odd
    storing = membrane[STORING] / step_ms
    base = np.full(n, storing)
    base[:-1] += new[0] + new[1]
    base[1:] += new[0] + new[1]
    off = new[0] - new[1]
    diagonal, right, work, conductance, drive = np.empty(n), np.empty(n), np.empty(n), np.empty(n), np.empty(n)

    place, onset, end, amplitude = int(stimulus[0]), stimulus[1], stimulus[2], stimulus[3]
    step = 0 if stop == WHEN_OVER or len(trace) else int(onset / step_ms)
    fired = 0
    while step < n_steps:
        if len(trace):
            trace[step] = u + zero_mv
        time = step * step_ms
        if not move_gates(u, gates, table, low, per_mv):
            return OUT_OF_RANGE, step
        for i in range(n):
            leak, drive[i] = channels(gates[i, 0], gates[i, 1], gates[i, 2], gates[i, 3], membrane)
            conductance[i] = leak
            diagonal[i] = base[i] + leak / 2
            right[i] = (storing - leak / 2) * u[i] + drive[i]
        share = min(end, time + step_ms) - max(onset, time)
        if share > 0:
            right[place] += amplitude * share / step_ms
        recall_internodes(even, odd, flow_even, flow_odd, memory, old, recall, decay, from_old)
        for j in range(n - 1):
            right[j] -= flow_even[j] + flow_odd[j]
            right[j + 1] -= flow_even[j] - flow_odd[j]
        solve(diagonal, off, right, work)
        u, right = right, u
        split(u, even, odd)
        follow_nodes(even, odd, memory, from_new)
        if len(drawn):
            drawn[step, 0] = flow_even + new[0] * even
            drawn[step, 1] = flow_odd + new[1] * odd
            nodal[step] = storing * (u - right) + conductance * (u + right) / 2 - drive
        for i in range(n):
            if u[i] >= level and right[i] < level and np.isnan(arrival_ms[i]):
                arrival_ms[i] = time + step_ms * (level - right[i]) / (u[i] - right[i])
                fired += 1
        step += 1
        if stop == WHEN_ALL_FIRED and fired == n:
            break
        if stop != WHEN_OVER and step % 8 == 0 and time > end and is_quiet(u, gates, quiet):
            break
    if len(trace) > step:
        trace[step] = u + zero_mv
    return DONE, step


@compiled
def run(
    first, last, node_start, kind, membrane, zero_mv, decay, from_old, from_new, recall, old, new, steady, settled,
    table, table_low_mv, per_mv, step_ms, n_steps, stop, quiet, level_mv, stimulus,
    arrival_ms, rest_mv, outcome, trace, drawn, nodal,
):  # fmt: skip
    """Run fibres ``first`` to ``last`` of a batch; arrays at the end are filled in (records for one fibre only)."""
    for f in range(first, last):
        a, b = node_start[f], node_start[f + 1]
        outcome[f, 0], outcome[f, 1] = run_fibre(
            kind[a - f : b - f - 1], membrane[f], zero_mv, decay, from_old, from_new, recall, old, new, steady, settled,
            table, table_low_mv, per_mv, step_ms, n_steps, stop, quiet, level_mv, stimulus[f],
            arrival_ms[a:b], rest_mv[a:b], trace, drawn, nodal,
        )  # fmt: skip
