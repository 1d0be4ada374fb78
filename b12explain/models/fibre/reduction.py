"""From an internode's modes to the few numbers a time step needs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .cable import Modes

FAST_PER_MS = (
    10_000.0  # modes that decay in under 0.1 µs follow the nodes: conductance and capacitance, no memory
)


@dataclass(frozen=True)
class Port:
    """What a pair of nodes feels of each internode over one step; arrays are ([mode, ]parity, internode).

    Over a step the nodes move on straight lines, and every slow mode is carried along that line exactly:

        y₁ = decay · y₀ + from_old · u₀ + from_new · u₁            (y is a mode's share of the current, nA)
        mean current = new · u₁ + old · u₀ − Σ recall · y₀

    ``steady`` is the conductance at rest and ``settled`` each mode's part of it (µS). The 1/2 that turns
    parities back into the two ends of the internode is already in these numbers.
    """

    decay: NDArray
    from_old: NDArray
    from_new: NDArray
    recall: NDArray
    old: NDArray
    new: NDArray
    steady: NDArray
    settled: NDArray


def port(modes: Modes, step_ms: float, fast_per_ms: float = FAST_PER_MS) -> Port:
    """Discretise internodes in time; modes above ``fast_per_ms`` become static conductance and
    capacitance."""
    rate, weight = modes.rate, modes.weight / 2
    fast = rate > fast_per_ms
    followed, weight = np.where(fast, weight, 0), np.where(fast, 0, weight)
    conductance = modes.conductance[:, None] / 2 - (followed / rate).sum(axis=-1)
    capacitance = (followed / rate**2).sum(axis=-1)

    x = rate * step_ms
    decay = np.exp(-x)
    straight = -np.expm1(-x) / x
    from_new = weight * (1 - straight) / rate
    from_old = weight * (straight - decay) / rate
    # Of y' = −rate · y + weight · u, averaged over the step: what each end of u's line adds to the mean of y.
    mean_new = (weight / 2 - from_new / step_ms) / rate
    mean_old = (weight / 2 - from_old / step_ms) / rate
    kept = slice(int((~fast).sum(axis=-1).max(initial=0)))  # sliced last: sums must not depend on company
    return Port(
        decay=_last_first(decay[..., kept]),
        from_old=_last_first(from_old[..., kept]),
        from_new=_last_first(from_new[..., kept]),
        recall=_last_first(straight[..., kept]),
        old=_last_first(conductance / 2 - capacitance / step_ms - mean_old.sum(axis=-1)),
        new=_last_first(conductance / 2 + capacitance / step_ms - mean_new.sum(axis=-1)),
        steady=_last_first(conductance - (weight / rate).sum(axis=-1)),
        settled=_last_first((weight / rate)[..., kept]),
    )


def _last_first(array: NDArray) -> NDArray:
    return np.ascontiguousarray(array.T)
