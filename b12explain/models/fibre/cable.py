"""One internode, solved exactly: what the two nodes at its ends feel of it.

Ten compartments (MYSA FLUT STIN×6 FLUT MYSA), each with an axonal membrane potential V_m and a periaxonal
potential V_e, are linear and passive. Written in (V_m, V_e) their capacitances form a diagonal matrix C, and

    C x' = −K x + b u,        current out of the node = g u − bᵀ x,

with u the node's potential above the passive reversal potential. The internode is its own mirror image, so
the sum and the difference of its two ends (each over √2) see two separate halves of ten unknowns: "even" and
"odd".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .parameters import constant

HALF = 5  # compartments from a node to the middle: MYSA FLUT STIN STIN STIN
STRIPPED_LAMELLAE = 1e-9  # a sheath of no lamellae is a short circuit: its limit, reached to nine digits


@dataclass(frozen=True)
class Modes:
    """Rows of internodes as decaying modes; arrays are (internode, parity, mode), parity 0 even and 1 odd.

    ``rate`` in 1/ms, ascending; ``weight`` the squared coupling to the node (µS/ms); ``conductance`` g (µS);
    ``shape`` (internode, parity, unknown, mode) turns modes into potentials; ``coupling`` is the signed
    coupling.
    """

    rate: NDArray
    coupling: NDArray
    conductance: NDArray
    shape: NDArray

    @property
    def weight(self) -> NDArray:
        return self.coupling**2


def modes(sizes: NDArray) -> Modes:
    """Eigenmodes of internodes.

    Parameters
    ----------
    sizes : array, shape (n, 8)
        Outer, axon and node diameter, internode and FLUT length (µm), lamellae, and the periaxonal gap (µm)
        at the paranode and along the internode; one row per internode.

    Leaves out
    ----------
    Sodium and potassium channels under the sheath: a stripped internode stays passive. The two STIN halves
    are kept as compartments, as published: the result is that of the published grid, not of a continuous
    cable.
    """
    capacitance, stiffness, g = _network(sizes)
    scale = 1 / np.sqrt(capacitance)
    rate, vectors = np.linalg.eigh(scale[..., :, None] * stiffness * scale[..., None, :])
    shape = scale[..., :, None] * vectors
    coupling = g[:, None, None] * (
        shape[:, :, 0, :] + shape[:, :, HALF, :]
    )  # V_i = V_m + V_e at the paranode
    return Modes(rate, coupling, g, shape)


def _network(sizes: NDArray) -> tuple[NDArray, NDArray, NDArray]:
    """Diagonal capacitance (nF), stiffness (µS) of both parities, and the node–paranode conductance (µS)."""
    outer, axon, node, distance, flut, lamellae, narrow, wide = sizes.T[:, :, None]
    node_length, mysa = constant("node_length"), constant("mysa_length")
    stins = constant("stin_count")
    stin = (distance - node_length - 2 * mysa - 2 * flut) / stins
    length = np.concatenate([np.broadcast_to(mysa, flut.shape), flut, stin, stin, stin], axis=1)
    diameter = np.concatenate([node, axon, axon, axon, axon], axis=1)
    gap = np.concatenate([narrow, wide, wide, wide, wide], axis=1)

    membrane = np.pi * diameter * length
    passive = np.where(np.arange(HALF) == 0, constant("mysa_conductance"), constant("internodal_conductance"))
    sheath = np.pi * outer * length / (2 * np.maximum(lamellae, STRIPPED_LAMELLAE))
    c_axon, g_axon = 1e-5 * constant("membrane_capacitance") * membrane, 1e-2 * passive * membrane
    c_sheath = 1e-5 * constant("myelin_capacitance") * sheath
    g_sheath = 1e-2 * constant("myelin_conductance") * sheath

    axial = _axial(diameter, length, node, node_length)
    periaxonal = _axial(diameter, length, node, node_length, gap, narrow)
    capacitance = np.concatenate([c_axon, c_sheath], axis=1)
    stiffness = np.zeros((len(sizes), 2, 2 * HALF, 2 * HALF))
    for parity in (0, 1):
        inside, outside = _laplacian(axial, parity), _laplacian(periaxonal, parity)
        k = stiffness[:, parity]
        k[:, :HALF, :HALF] = inside
        k[:, :HALF, HALF:] = inside
        k[:, HALF:, :HALF] = inside
        k[:, HALF:, HALF:] = inside + outside
        _add_diagonal(k, np.concatenate([g_axon, g_sheath], axis=1))
    return np.repeat(capacitance[:, None], 2, axis=1), stiffness, axial[:, 0]


def _axial(diameter, length, node, node_length, gap=None, node_gap=None) -> NDArray:
    """Conductance (µS) from each compartment's centre to the previous one's (the first: to the node's), then
    to the mirror compartment across the middle. With a gap: of the periaxonal ring instead of the axon."""
    resistance = _half_resistance(diameter, length, gap)
    at_node = _half_resistance(node, node_length, node_gap)
    left = np.concatenate([at_node, resistance[:, :-1]], axis=1)
    return 1 / np.concatenate([left + resistance, 2 * resistance[:, -1:]], axis=1)


def _half_resistance(diameter, length, gap=None) -> NDArray:
    area = np.pi * diameter**2 / 4 if gap is None else np.pi * gap * (diameter + gap)
    return 1e-2 * constant("resistivity") * length / area / 2  # ohm cm and µm give MΩ


def _laplacian(conductance: NDArray, parity: int) -> NDArray:
    """The chain's nodal matrix: grounded at the node; at the middle open (even) or mirrored with a minus
    (odd)."""
    left, right = conductance[:, :-1], conductance[:, 1:].copy()
    right[:, -1] *= 2 * parity
    matrix = np.zeros((len(conductance), HALF, HALF))
    _add_diagonal(matrix, left + right)
    inner = np.arange(HALF - 1)
    matrix[:, inner, inner + 1] = matrix[:, inner + 1, inner] = -left[:, 1:]
    return matrix


def _add_diagonal(matrices: NDArray, values: NDArray) -> None:
    index = np.arange(values.shape[1])
    matrices[:, index, index] += values
