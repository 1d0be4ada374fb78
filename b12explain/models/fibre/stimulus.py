"""The current that starts the wave."""

from __future__ import annotations

from dataclasses import dataclass

from ..checks import check_between, check_whole
from . import protocol
from .fibre import Fibre
from .unmyelinated import UnmyelinatedFibre

LARGEST_NA, LONGEST_MS = 1_000.0, 100.0


@dataclass(frozen=True)
class Stimulus:
    """A rectangular current into one node. What is not given comes from the data, by the fibre's diameter.

    Parameters
    ----------
    node : int
        Counted over the fibre's nodes, those added by remyelination included; −1 is the last one.
    start_ms, duration_ms : float, optional
        0–100 ms.
    amplitude_na : float, optional
        −1,000–1,000 nA; for a myelinated fibre 0.25 + 0.03 D² otherwise.
    """

    node: int = 0
    start_ms: float | None = None
    duration_ms: float | None = None
    amplitude_na: float | None = None

    def __post_init__(self) -> None:
        node = check_whole("Stimulus.node", self.node, -1_000_000, 1_000_000)
        object.__setattr__(self, "node", node)
        for name, low, high, unit in (
            ("start_ms", 0, LONGEST_MS, "ms"),
            ("duration_ms", 0, LONGEST_MS, "ms"),
            ("amplitude_na", -LARGEST_NA, LARGEST_NA, "nA"),
        ):
            if getattr(self, name) is not None:
                plain = check_between(f"Stimulus.{name}", getattr(self, name), low, high, unit)
                object.__setattr__(self, name, plain)


def applied(
    stimulus: Stimulus, fibre: Fibre | UnmyelinatedFibre, nodes: int
) -> tuple[float, float, float, float]:
    """Node, start and end (ms) and amplitude (nA) of the stimulus in this fibre."""
    if not -nodes <= stimulus.node < nodes:
        raise ValueError(
            f"Stimulus.node must be between {-nodes} and {nodes - 1} in this fibre; got {stimulus.node}."
        )
    if isinstance(fibre, UnmyelinatedFibre):
        duration, amplitude = protocol.UNMYELINATED_STIMULUS_MS, protocol.UNMYELINATED_STIMULUS_NA
    else:
        duration = protocol.STIMULUS_MS
        amplitude = protocol.STIMULUS_NA + protocol.STIMULUS_NA_PER_UM2 * fibre.diameter_um**2
    start = protocol.STIMULUS_START_MS if stimulus.start_ms is None else stimulus.start_ms
    duration = duration if stimulus.duration_ms is None else stimulus.duration_ms
    amplitude = amplitude if stimulus.amplitude_na is None else stimulus.amplitude_na
    return stimulus.node % nodes, start, start + duration, amplitude
