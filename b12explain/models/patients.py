"""What nerve tests found in people with B12 deficiency of the spinal cord."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..quantities import Quantity, quantity


@dataclass(frozen=True)
class Patients:
    """The nerve tests of one series of people with B12 deficiency of the cord.

    Parameters
    ----------
    axonal, demyelinating : Quantity
        How many had the small pattern, and how many the slow one.
    """

    axonal: Quantity
    demyelinating: Quantity

    @property
    def everyone(self) -> int:
        """How many were tested."""
        return int(self.axonal.row["n"])

    @property
    def small(self) -> int:
        """How many had the small (axonal) pattern."""
        return int(float(self.axonal))

    @property
    def slow(self) -> int:
        """How many had the slow (demyelinating) pattern."""
        return int(float(self.demyelinating))

    @property
    def neither(self) -> int:
        """How many had neither."""
        return self.everyone - self.small - self.slow


@cache
def patients() -> Patients:
    """The one series that was found."""
    return Patients(quantity("nerve.hemmer_nerve_patterns"), quantity("nerve.hemmer_demyelinating"))
