"""A nerve that has lost myelin, axons or warmth: how late, how small, and how many of its axons are blocked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from .checks import check_between, check_choice, check_share
from .clinic import Point, place
from .library import find
from .nerve import Population, Study, study, usual_recording
from .population import LOSSES, fibre_count, representatives
from .single_fibre import Passage, affected_internodes, large_fibre_um, simulate

CLUSTERS = {"scattered": 1, "in stretches": 8}
WARMTH_RANGE_C = (25.0, 37.0)  # the clinic’s: a cold limb to a warm one
Leg = tuple[str, Point]


@dataclass(frozen=True, eq=False)
class Damaged:
    """A damaged nerve beside the healthy one at the laboratory's temperature.

    Parameters
    ----------
    population : Population
        What was done to the nerve.
    study, healthy : Study
        Its conduction study and that of the healthy nerve.
    path : tuple of (str, Point)
        The way from the healthy point: after the loss of myelin, after the loss of axons, only those that were
        changed, all at the nerve's temperature; after the change of temperature where nothing else was changed.
    fibre, healthy_fibre : Passage
        One large fibre.
    freed : bool
        Whether that fibre conducts only because it is colder than in the laboratory.
    """

    population: Population
    study: Study
    healthy: Study
    path: tuple[Leg, ...]
    fibre: Passage
    healthy_fibre: Passage
    freed: bool

    @property
    def point(self) -> Point:
        """Where the nerve lies in the clinic's plane."""
        return self.path[-1][1]

    @property
    def blocked_share(self) -> float:
        """Share of the axons left whose wave does not reach the electrode; 0 where none is left."""
        left = self.study.fibres - self.study.lost
        return self.study.blocked / left if left > 0.5 else 0.0

    @property
    def fibre_lost(self) -> bool:
        """Whether the one large fibre is among the lost axons, so that what it would do does not count."""
        state = self.population
        if state.loss == "all sizes":
            return state.axon_loss == 1
        sizes, left = representatives(state)
        return bool(np.interp(large_fibre_um(), sizes, left) < left[0] / 2) if left[0] else True

    @property
    def untouched(self) -> bool:
        """Whether nothing was done at all."""
        return len(self.path) == 1

    @property
    def delay_ms(self) -> float:
        """How much later than the healthy fibre the one fibre's wave arrives, ms; NaN where it is blocked."""
        return float(self.fibre.arrival_ms[-1] - self.healthy_fibre.arrival_ms[-1])


def damage(
    myelin_lost: float = 0.0,
    affected_share: float = 1.0,
    where: str = "scattered",
    axons_lost: float = 0.0,
    loss: str = "all sizes",
    temperature_c: float | None = None,
) -> Damaged:
    """What a nerve conduction study makes of a damaged sural nerve.

    Parameters
    ----------
    myelin_lost : float
        Share of the lamellae lost in every affected internode, 0–1.
    affected_share : float
        Share of internodes affected, 0–1.
    where : {"scattered", "in stretches"}
        Affected internodes at random along every fibre, one by one or eight neighbours together.
    axons_lost : float
        Share of axons lost, 0–1.
    loss : {"all sizes", "largest"}
        Which axons are lost.
    temperature_c : float, optional
        Of the nerve, 25–37 °C; the laboratory's if not given.

    Returns
    -------
    Damaged

    Raises
    ------
    ValueError
        If a parameter is out of range, or not of its kind.

    Leaves out
    ----------
    What :class:`~b12explain.models.nerve.Population` and :func:`~b12explain.models.nerve.study` leave out; in the cold
    below 25 °C the model's nerve is not read.

    References
    ----------
    [McIntyre2002]; [JacobsLove1985] sizes of fibres; [KimJY2022] amplitude; [JNNPlegs] velocity.

    Examples
    --------
    >>> damage(myelin_lost=0.6).point.verdict, damage(axons_lost=0.7).point.verdict
    ('slow', 'small')
    """
    check_choice("where", where, CLUSTERS)
    check_choice("loss", loss, LOSSES)
    shares = {"myelin_lost": myelin_lost, "affected_share": affected_share, "axons_lost": axons_lost}
    myelin_lost, affected_share, axons_lost = (check_share(name, value) for name, value in shares.items())
    if temperature_c is not None:
        temperature_c = check_between(
            "temperature_c", temperature_c, *WARMTH_RANGE_C, "°C", "Use a limb's temperature."
        )
    left = round(1 - myelin_lost, 6)
    share = affected_share if left < 1 else 0.0
    warmth = Population(temperature_c=temperature_c)
    stripped = Population(
        lamella_fraction=left,
        affected_share=share,
        cluster=CLUSTERS[where],
        temperature_c=warmth.temperature_c,
    )
    whole = Population(axons_lost, loss, left, share, CLUSTERS[where], temperature_c=warmth.temperature_c)
    changes = (
        ("temperature", warmth, warmth != Population() and not share and not axons_lost),
        ("myelin", stripped, share > 0),
        ("axons", whole, axons_lost > 0),
    )
    healthy = recorded(Population())
    path = [("healthy", place(healthy, healthy))]
    path += [(name, place(recorded(state), healthy)) for name, state, changed in changes if changed]
    affected, thinned = affected_internodes(share, CLUSTERS[where]), left if share else 1.0
    usual = Population().temperature_c
    fibre = simulate(warmth.temperature_c, thinned, affected)
    cooler = warmth.temperature_c < usual and not fibre.blocked
    freed = cooler and simulate(usual, thinned, affected).blocked
    normal = simulate(usual, 1.0, affected_internodes(0.0, 1))
    return Damaged(whole, recorded(whole), healthy, tuple(path), fibre, normal, freed)


def recorded(population: Population) -> Study:
    """A nerve's conduction study. Axons of all sizes that are lost make it smaller, and nothing else."""
    if population.loss != "all sizes" or not population.axon_loss:
        return _recorded(population)
    whole = _recorded(replace(population, axon_loss=0.0))
    left, lost = 1 - population.axon_loss, population.axon_loss * whole.fibres
    sizes = {
        name: getattr(whole, name) * left
        for name in ("trace_uv", "amplitude_uv", "peak_to_peak_uv", "blocked")
    }
    return replace(whole, lost=lost, **sizes)


@lru_cache(maxsize=64)  # more than one control’s worth of states
def _recorded(population: Population) -> Study:
    return _in_library(population) or study(population)


def _in_library(population: Population) -> Study | None:
    """The study as the library has it, with its trace at fewer moments; None where it has not."""
    usual = Population()
    if (population.seed, population.representatives) != (usual.seed, usual.representatives):
        return None
    found = find.nerve(
        population.temperature_c,
        population.lamella_fraction,
        population.affected_share,
        population.cluster,
        population.parts,
        1 - population.axon_loss,
    )
    if found is None:
        return None
    count = fibre_count()
    return Study(
        time_ms=find.TRACE_MS,
        velocity_m_per_s=usual_recording().distance_mm / found["onset_ms"],
        fibres=count,
        lost=population.axon_loss * count,
        **found,
    )
