"""The myelinated fibres of a nerve, and what disease has done to them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from b12explain.models.checks import check_between, check_choice, check_whole
from b12explain.models.fibre import protocol
from b12explain.models.fibre.parameters import limits
from b12explain.models.volume_conductor import study_constant
from b12explain.tables import table

LOSSES = ("all sizes", "largest")
CLUSTERS = {"scattered": 1, "in stretches": 8}  # where internodes are affected → how many neighbours together
MOST_PARTS = 6


@dataclass(frozen=True)
class Population:
    """The myelinated fibres of a sural nerve and what disease has done to them.

    Parameters
    ----------
    axon_loss : float
        Share of axons gone, 0–1.
    loss : {"all sizes", "largest"}
        Which axons are gone.
    lamella_fraction : float
        Share of lamellae left in every affected internode, 0–1.
    affected_share : float
        Share of internodes affected, 0–1, at random along every fibre.
    cluster : int
        Affected internodes come in groups of this many neighbours, 1–50.
    parts : int
        Short internodes that took the place of each affected one, 1–6; 1 for none.
    temperature_c : float, optional
        15–42 °C; a limb's nerve in the laboratory if not given.
    representatives : int
        Fibres that stand for all, 20–5,000. From 300 up the amplitude moves by less than 5 % when they
        double.
    seed : int
        Of the sample and of which internodes are affected.

    Leaves out
    ----------
    Differences between sensory and motor fibres, tapering and branching, and anything that
    links a fibre's chance of damage to its neighbours'.
    """

    axon_loss: float = 0.0
    loss: str = "all sizes"
    lamella_fraction: float = 1.0
    affected_share: float = 0.0
    cluster: int = 1
    parts: int = 1
    temperature_c: float | None = None
    representatives: int = 300
    seed: int = 0

    def __post_init__(self) -> None:
        plain = {
            name: check_between(name, getattr(self, name), 0, 1)
            for name in ("axon_loss", "lamella_fraction", "affected_share")
        }
        check_choice("loss", self.loss, LOSSES)
        for name, low, high, advice in (
            ("cluster", 1, 50, ""),
            ("parts", 1, MOST_PARTS, "The thinnest fibre’s internode holds no more."),
            ("representatives", 20, 5_000, ""),
            ("seed", 0, 2**32 - 1, ""),
        ):
            plain[name] = check_whole(name, getattr(self, name), low, high, advice)
        warmth = study_constant("nerve_temperature") if self.temperature_c is None else self.temperature_c
        plain["temperature_c"] = check_between("temperature_c", warmth, *protocol.TEMPERATURE_RANGE_C, "°C")
        for name, value in plain.items():
            object.__setattr__(self, name, value)


def fibre_count() -> float:
    """Myelinated fibres of a healthy sural nerve: the middle of the published range."""
    row = table("nerve").row("sural_myelinated_count")
    return (row["low"] + row["high"]) / 2


@lru_cache(maxsize=32)
def representatives(population: Population) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Diameters (µm) that stand for the nerve's fibres, ascending, and how many axons each stands for.

    Two normal humps, whose published ranges are taken as mean ± one standard deviation, within the model's
    diameters; one draw from each of equally likely strata.
    """
    low, high = limits("interpolated_diameter")
    d = np.linspace(low, high, 4001)
    density = np.zeros_like(d)
    share = study_constant("small_fibre_share")
    for hump, part in (("sural_small_fibre_peak", share), ("sural_large_fibre_peak", 1 - share)):
        row = table("nerve").row(hump)
        middle, sd = (row["low"] + row["high"]) / 2, (row["high"] - row["low"]) / 2
        density += part / sd * np.exp(-(((d - middle) / sd) ** 2) / 2)
    cumulative = np.concatenate([[0], np.cumsum((density[1:] + density[:-1]) / 2)])
    count = population.representatives
    draws = (np.arange(count) + np.random.default_rng(population.seed).random(count)) / count
    diameter = np.interp(draws, cumulative / cumulative[-1], d)
    each = fibre_count() / count
    if population.loss == "all sizes":
        return diameter, np.full(count, each * (1 - population.axon_loss))
    left = (1 - population.axon_loss) * count
    return diameter, each * np.clip(left - np.arange(count), 0, 1)
