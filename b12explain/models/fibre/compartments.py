"""Every compartment's potential, once the nodes' potentials are known."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .cable import HALF, Modes, modes
from .chain import Sizes, chain, positions_um
from .fibre import Fibre
from .parameters import constant

FORGOTTEN = 1e-9  # a share of a mode that is nothing


def compartments(fibre: Fibre, node_mv: NDArray, step_ms: float) -> dict[str, NDArray]:
    """Carry all modes of all internodes along the nodes' record, exactly for nodes that move on straight
    lines.

    Returns ``compartment_um``, ``axon_mv`` and ``periaxonal_mv`` as described in ``Conduction``.
    """
    links = chain(fibre)
    all_modes = modes(np.array(links.kinds))
    u = node_mv - constant("passive_reversal")
    ends = np.stack([u[:, :-1] + u[:, 1:], u[:, :-1] - u[:, 1:]], axis=-1) / np.sqrt(2)
    rate, coupling = all_modes.rate[links.of], all_modes.coupling[links.of]
    x = rate * step_ms
    decay, straight = np.exp(-x), -np.expm1(-x) / x
    from_old, from_new = coupling * (straight - decay) / rate, coupling * (1 - straight) / rate
    state = coupling / rate * ends[0, :, :, None]
    potentials = np.empty((len(u), *state.shape[:2], 2 * HALF))
    shape = all_modes.shape[links.of]
    for step, end in enumerate(ends):
        if step:
            state = decay * state + from_old * ends[step - 1][..., None] + from_new * end[..., None]
        potentials[step] = np.einsum("jpxk,jpk->jpx", shape, state)
    even, odd = potentials[:, :, 0] / np.sqrt(2), potentials[:, :, 1] / np.sqrt(2)
    both = np.stack([even + odd, even - odd], axis=2).reshape(len(u), len(links.of), 2, 2, HALF)
    both[:, :, 1] = both[:, :, 1, :, ::-1]
    axon, periaxonal = (both[:, :, :, part].reshape(len(u), -1) for part in (0, 1))
    return {
        "compartment_um": (
            positions_um(fibre)[:-1, None] + centres_um(np.array(links.kinds))[links.of]
        ).ravel(),
        "axon_mv": axon + constant("passive_reversal"),
        "periaxonal_mv": periaxonal,
    }


def centres_um(kinds: NDArray) -> NDArray[np.float64]:
    """Distance of each kind of internode's ten compartments from the middle of the node before them (µm)."""
    node, mysa, stins = constant("node_length"), constant("mysa_length"), int(constant("stin_count"))
    distance, flut = kinds[:, 3], kinds[:, 4]
    stin = (distance - node - 2 * mysa - 2 * flut) / stins
    lengths = np.stack(
        [np.full_like(flut, mysa), flut, *[stin] * stins, flut, np.full_like(flut, mysa)], axis=1
    )
    return node / 2 + np.cumsum(lengths, axis=1) - lengths / 2


def inside_mv(fibre: Fibre, left_mv: NDArray, right_mv: NDArray, step_ms: float) -> NDArray[np.float64]:
    """Inside of a uniform fibre's internodes against the fluid around it, given the nodes at either end.

    Parameters
    ----------
    left_mv, right_mv : array, shape (internodes, times)
        Potential of the nodes above rest, which they start from (mV).
    step_ms : float
        Between the times.

    Returns
    -------
    array, shape (internodes, 10, times)
        Above rest (mV), exact for nodes that move on straight lines between the times.
    """
    own = _modes_of(chain(fibre).kinds[0])
    rate, coupling = own.rate[0][:, None, :, None], own.coupling[0][:, None, :, None]
    x = rate * step_ms
    decay, straight = np.exp(-x), -np.expm1(-x) / x
    ends = np.stack([left_mv + right_mv, left_mv - right_mv])[:, :, None] / np.sqrt(2)
    state = coupling * (1 - straight) / rate * ends
    state[..., 1:] += coupling * (straight - decay) / rate * ends[..., :-1]
    _carry(state, decay)
    inside = (own.shape[0, :, :HALF] + own.shape[0, :, HALF:])[:, None] / np.sqrt(2)
    even, odd = inside @ state
    return np.concatenate([even + odd, (even - odd)[:, ::-1]], axis=1)


@lru_cache(maxsize=256)  # 2 kB each: a control that leaves the internode as it is asks for the same again
def _modes_of(kind: Sizes) -> Modes:
    return modes(np.array([kind]))


def _carry(state: NDArray, decay: NDArray) -> None:
    """Add to every mode at every time what is left of it from before, in strides that double; modes are the slowest
    first, and those that a stride forgets need no more of them."""
    stride, times = 1, state.shape[-1]
    while stride < times:
        kept = int((decay > FORGOTTEN).any(axis=(0, 1, 3)).sum())
        slow = state[:, :, :kept]
        slow[..., stride:] += decay[:, :, :kept] * slow[..., :-stride].copy()
        decay, stride = decay**2, 2 * stride
