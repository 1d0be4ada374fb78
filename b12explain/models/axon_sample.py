"""Forty axons that stand for the nerve's: which are lost, and which sheaths are cut through where they are thin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from .fibre import Fibre
from .population import Population, representatives

SIZES, COUNT = 20, 40  # as many of each size


@dataclass(frozen=True, eq=False)
class AxonSample:
    """Axons of all sizes, ascending, two of each.

    Parameters
    ----------
    outer_um, axon_um : array, shape (40,)
        Diameters of the healthy fibres, and of the axons within.
    lost, thinned : array of bool, shape (40,)
        Which axons are lost, and which of the others have lost myelin where they are cut.
    lamella_fraction : float
        Share of the lamellae that those keep.
    """

    outer_um: NDArray[np.float64]
    axon_um: NDArray[np.float64]
    lost: NDArray[np.bool_]
    thinned: NDArray[np.bool_]
    lamella_fraction: float

    @property
    def fibre_um(self) -> NDArray[np.float64]:
        """Diameters with the sheaths as they are now; an axon without any has its own."""
        left = np.where(self.thinned, self.lamella_fraction, 1.0)
        return self.axon_um + (self.outer_um - self.axon_um) * left


def axon_sample(population: Population) -> AxonSample:
    """A sample of a population's axons, the same ones whatever was done to them."""
    outer_um, axon_um, fate, hit = _axons()
    order = fate if population.loss == "all sizes" else np.argsort(-outer_um, kind="stable")
    lost = np.zeros(COUNT, bool)
    lost[order[: round(population.axon_loss * COUNT)]] = True
    thinned = np.zeros(COUNT, bool)
    left = hit[~lost[hit]]
    if population.lamella_fraction < 1:
        thinned[left[: int(np.ceil(population.affected_share * len(left)))]] = True
    return AxonSample(outer_um, axon_um, lost, thinned, population.lamella_fraction)


@cache
def _axons() -> tuple[NDArray, NDArray, NDArray, NDArray]:
    """Diameters of fibres and axons, the order in which axons of all sizes are lost, and that in which sheaths are."""
    sizes_um, _ = representatives(Population(representatives=SIZES))
    outer_um = np.repeat(sizes_um, COUNT // SIZES)
    axon_um = np.array(
        [Fibre(diameter_um=float(um), geometry="interpolated").sizes.axon_um for um in outer_um]
    )
    dice = np.random.default_rng(2)
    return outer_um, axon_um, dice.permutation(COUNT), dice.permutation(COUNT)
