"""Every compartment's potential, once the nodes' potentials are known."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .cable import HALF, modes
from .chain import chain, positions_um
from .fibre import Fibre
from .parameters import constant


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
        "compartment_um": _centres(links, positions_um(fibre)),
        "axon_mv": axon + constant("passive_reversal"),
        "periaxonal_mv": periaxonal,
    }


def _centres(links, node_um: NDArray) -> NDArray:
    kinds = np.array(links.kinds)
    node, mysa, stins = constant("node_length"), constant("mysa_length"), int(constant("stin_count"))
    distance, flut = kinds[:, 3], kinds[:, 4]
    stin = (distance - node - 2 * mysa - 2 * flut) / stins
    lengths = np.stack(
        [np.full_like(flut, mysa), flut, *[stin] * stins, flut, np.full_like(flut, mysa)], axis=1
    )
    centres = node / 2 + np.cumsum(lengths, axis=1) - lengths / 2
    return (node_um[:-1, None] + centres[links.of]).ravel()
