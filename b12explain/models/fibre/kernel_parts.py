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
def settle(u, steady_even, steady_odd, gates, membrane):
    """Resting potential by Newton's method: each node's ionic current plus what its internodes draw is
    nothing."""
    n = len(u)
    diagonal, off, right, work = np.empty(n), np.empty(n), np.empty(n), np.empty(n)
    for _ in range(50):
        for i in range(n):
            current = resting_current(u[i], gates, membrane)
            diagonal[i] = (resting_current(u[i] + 0.01, gates, membrane) - current) / 0.01
            right[i] = -current
        for j in range(n - 1):
            same = steady_even[j] + steady_odd[j]
            across = steady_even[j] - steady_odd[j]
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
        for gate in range(4):
            keep = table[row, 2 * gate] + w * (table[row + 1, 2 * gate] - table[row, 2 * gate])
            gain = table[row, 2 * gate + 1] + w * (table[row + 1, 2 * gate + 1] - table[row, 2 * gate + 1])
            state[i, gate] = keep * state[i, gate] + gain
    return True


@compiled
def recall_internodes(even, odd, flow_even, flow_odd, memory, internodes):
    """What the internodes draw because of the past, and their modes' way through the step so far."""
    old, recall, decay, from_old = internodes.old, internodes.recall, internodes.decay, internodes.from_old
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
def settled_internodes(even, odd, internodes):
    """Every internode's modes where they come to rest."""
    memory = np.empty(internodes.settled.shape)
    for k in range(memory.shape[0]):
        for j in range(len(even)):
            memory[k, 0, j] = internodes.settled[k, 0, j] * even[j]
            memory[k, 1, j] = internodes.settled[k, 1, j] * odd[j]
    return memory


@compiled
def note_arrivals(u, before, level, time, step_ms, arrival_ms):
    """Note when each node first passed ``level`` (a straight line through the step); returns how many did."""
    fired = 0
    for i in range(len(u)):
        if u[i] >= level and before[i] < level and np.isnan(arrival_ms[i]):
            arrival_ms[i] = time + step_ms * (level - before[i]) / (u[i] - before[i])
            fired += 1
    return fired
