"""What one step of the time loop is made of.

Units: mV, ms, nA, µS, nF; ``u`` is potential above the internode's passive reversal potential, and so is
``gates.low``.
"""

import numpy as np

from .compiled import compiled
from .kernel_types import E_LEAK, E_POTASSIUM, E_SODIUM, FAST, LEAK, PERSISTENT, POWER, SLOW


@compiled
def look_up(table, position, gate):
    """Keep and gain of one gate at a fractional row of its table."""
    row = int(position)
    w = position - row
    keep = table[row, gate] + w * (table[row + 1, gate] - table[row, gate])
    gain = table[row, 4 + gate] + w * (table[row + 1, 4 + gate] - table[row, 4 + gate])
    return keep, gain


@compiled
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


@compiled
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


@compiled
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


@compiled
def split(u, ends):
    """Sums of each internode's two ends, then their differences."""
    m = len(u) - 1
    for j in range(m):
        ends[j] = u[j] + u[j + 1]
        ends[m + j] = u[j] - u[j + 1]


@compiled
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


@compiled
def follow_nodes(ends, memory, from_new):
    """The modes' share of the step that depends on where the nodes arrived."""
    for k in range(memory.shape[0]):
        own, share = memory[k], from_new[k]
        for q in range(len(ends)):
            own[q] += share[q] * ends[q]


@compiled
def is_quiet(u, state, quiet):
    """No node is above the quiet level and no sodium gate is more open than it would be there."""
    for i in range(len(u)):  # noqa: SIM110 - compiled
        if u[i] > quiet[0] or state[i, 0] > quiet[1] or state[i, 2] > quiet[2]:
            return False
    return True


@compiled
def settled_gates(u, gates):
    """Each node's four gates where they come to rest at ``u``."""
    state = np.empty((len(u), 4))
    for i in range(len(u)):
        for gate in range(4):
            keep, gain = look_up(gates.table, (u[i] - gates.low) * gates.per_mv, gate)
            state[i, gate] = gain / (1 - keep)
    return state


@compiled
def note_arrivals(u, before, level, time, step_ms, arrival_ms):
    """Note when each node first passed ``level`` (a straight line through the step); returns how many did."""
    fired = 0
    for i in range(len(u)):
        if u[i] >= level and before[i] < level and np.isnan(arrival_ms[i]):
            arrival_ms[i] = time + step_ms * (level - before[i]) / (u[i] - before[i])
            fired += 1
    return fired
