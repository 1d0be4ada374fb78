"""What came of a fibre."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from . import protocol
from .chain import positions_um, quarter_nodes
from .fibre import Fibre
from .unmyelinated import UnmyelinatedFibre

UNMYELINATED_ENDS = (0.3, 0.7)  # where along an unmyelinated fibre velocity is measured


@dataclass(frozen=True, eq=False)
class Conduction:
    """A wave along one fibre; equal to another only if it is the same object.

    Attributes
    ----------
    fibre : Fibre or UnmyelinatedFibre
        What was simulated.
    stimulated : int
        The node that the stimulus went into.
    arrival_ms, rest_mv : array, shape (nodes,)
        When each node's membrane potential first rose past −30 mV (NaN where it never did); its resting
        potential.
    time_ms, potential_mv : array, shape (times,) and (times, nodes), or None
        Membrane potential of the nodes, with ``record="nodes"`` or ``"all"``.
    current_time_ms, membrane_current_na : array, shape (times − 1,) and (times − 1, nodes), or None
        With ``record="all"``: current that leaves the fibre around each node, averaged over each step:
        through the node itself and through the half internode on either side. At every instant they sum to
        the stimulus.
    compartment_um : array, shape (compartments,), or None
        With ``record="all"``: centres of all compartments of the internodes, ten to each.
    axon_mv, periaxonal_mv : array, shape (times, compartments), or None
        With ``record="all"``: potential across the axon's membrane, and in the space under the sheath.
    """

    fibre: Fibre | UnmyelinatedFibre
    stimulated: int
    arrival_ms: NDArray[np.float64]
    rest_mv: NDArray[np.float64]
    time_ms: NDArray[np.float64] | None = None
    potential_mv: NDArray[np.float64] | None = None
    current_time_ms: NDArray[np.float64] | None = None
    membrane_current_na: NDArray[np.float64] | None = None
    compartment_um: NDArray[np.float64] | None = None
    axon_mv: NDArray[np.float64] | None = None
    periaxonal_mv: NDArray[np.float64] | None = None

    @cached_property
    def position_um(self) -> NDArray[np.float64]:
        """Distance of every node from the first one (µm)."""
        if isinstance(self.fibre, UnmyelinatedFibre):
            return np.arange(self.fibre.nodes) * protocol.UNMYELINATED_COMPARTMENT_UM
        return positions_um(self.fibre)

    @cached_property
    def measured(self) -> tuple[int, int]:
        """The two nodes velocity is measured between, the one nearer the stimulus first."""
        if isinstance(self.fibre, UnmyelinatedFibre):
            near, far = (round(end * (self.fibre.nodes - 1)) for end in UNMYELINATED_ENDS)
        else:
            near, far = quarter_nodes(self.fibre)
        return (near, far) if self.stimulated < far else (far, near)

    @property
    def conducts(self) -> bool:
        """Whether the far measured node fired: at 3/4 of the fibre, or 1/4 for a wave from the other end."""
        return bool(np.isfinite(self.arrival_ms[self.measured[1]]))

    @property
    def velocity_m_per_s(self) -> float:
        """Velocity between the measured nodes; NaN if blocked, if the wave jumped over the near one, or if
        the stimulus lies between them."""
        near, far = self.measured
        if min(near, far) < self.stimulated < max(near, far):
            return float("nan")
        distance_um = abs(self.position_um[far] - self.position_um[near])
        return float(1e-3 * distance_um / (self.arrival_ms[far] - self.arrival_ms[near]))
