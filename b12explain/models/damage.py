"""A nerve that has lost myelin, axons or warmth: how late, how small, and how many of its axons are blocked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache

import numpy as np

from .axon_sample import AxonSample, axon_sample
from .checks import check_between, check_choice, check_share
from .conduction_criteria import Criteria, Finding, compare, criteria
from .nerve import Population, Study
from .patients import Patients, patients
from .population import CLUSTERS, LOSSES, representatives
from .recorded import recorded
from .single_fibre import Passage, affected_internodes, large_fibre_um, simulate

WARMTH_RANGE_C = (25.0, 37.0)  # the clinic’s: a cold limb to a warm one


class Change(Enum):
    """What moves a nerve away from the healthy one."""

    NOTHING = auto()
    TEMPERATURE = auto()
    MYELIN = auto()
    AXONS = auto()


Leg = tuple[Change, Finding]
#: What is lost in the three examples that every damaged nerve is seen beside, as parameters of :func:`damage`.
EXAMPLES = {
    "myelin_lost": {"myelin_lost": 0.6},
    "axons_lost": {"axons_lost": 0.7},
    "both": {"myelin_lost": 0.7, "affected_share": 0.7, "axons_lost": 0.6},
}


@dataclass(frozen=True, eq=False)
class Damaged:
    """A damaged nerve beside the healthy one at the laboratory's temperature.

    Parameters
    ----------
    population : Population
        What was done to the nerve.
    study, healthy : Study
        Its conduction study and that of the healthy nerve.
    path : tuple of (Change, Finding)
        The way from the healthy nerve: after the loss of myelin, after the loss of axons, only those that were
        changed, all at the nerve's temperature; after the change of temperature where nothing else was changed.
    examples : mapping of str to Finding
        Where the losses of :data:`EXAMPLES` lead, whatever was done to this nerve.
    axons : AxonSample
        Some of its axons.
    fibre, healthy_fibre : Passage
        One large fibre.
    freed : bool
        Whether that fibre conducts only because it is colder than in the laboratory.
    usual_temperature_c : float
        The laboratory's, °C.
    criteria : Criteria
        What the clinic holds it against.
    patients : Patients
        What the clinic found in people.
    """

    population: Population
    study: Study
    healthy: Study
    path: tuple[Leg, ...]
    examples: Mapping[str, Finding]
    axons: AxonSample
    fibre: Passage
    healthy_fibre: Passage
    freed: bool
    usual_temperature_c: float
    criteria: Criteria
    patients: Patients

    @property
    def finding(self) -> Finding:
        """What the clinic finds."""
        return self.path[-1][1]

    @property
    def axons_left(self) -> float:
        """How many axons are left; 0 where less than half a one is."""
        left = self.study.fibres - self.study.lost
        return left if left > 0.5 else 0.0

    @property
    def blocked_share(self) -> float:
        """Share of the axons left whose wave does not reach the electrode; 0 where none is left."""
        return self.study.blocked / self.axons_left if self.axons_left else 0.0

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
    def only_temperature(self) -> bool:
        """Whether nothing is lost, and only the temperature is another."""
        return self.path[-1][0] is Change.TEMPERATURE

    @property
    def delay_ms(self) -> float:
        """How much later than the healthy fibre the one fibre's wave arrives, ms; NaN where it is blocked."""
        return float(self.fibre.arrival_ms[-1] - self.healthy_fibre.arrival_ms[-1])

    @property
    def onset_delay_ms(self) -> float:
        """How much later than the healthy nerve's the potential starts, ms; NaN where there is none."""
        return float(self.study.onset_ms - self.healthy.onset_ms)


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
    >>> [damage(**lost).finding.verdict.name for lost in ({"myelin_lost": 0.6}, {"axons_lost": 0.7})]
    ['SLOW', 'SMALL']
    """
    check_choice("where", where, CLUSTERS)
    check_choice("loss", loss, LOSSES)
    shares = {"myelin_lost": myelin_lost, "affected_share": affected_share, "axons_lost": axons_lost}
    myelin_lost, affected_share, axons_lost = (check_share(name, value) for name, value in shares.items())
    if temperature_c is not None:
        temperature_c = check_between(
            "temperature_c", temperature_c, *WARMTH_RANGE_C, "°C", "Use a limb's temperature."
        )
    whole = _population(myelin_lost, affected_share, where, axons_lost, loss, temperature_c)
    warmth = Population(temperature_c=temperature_c)
    stripped = replace(whole, axon_loss=0.0, loss=LOSSES[0])
    changes = (
        (Change.TEMPERATURE, warmth, warmth != Population() and warmth == whole),
        (Change.MYELIN, stripped, whole.affected_share > 0),
        (Change.AXONS, whole, axons_lost > 0),
    )
    healthy = recorded(Population())
    path = [(Change.NOTHING, compare(healthy, healthy))]
    path += [(change, compare(recorded(state), healthy)) for change, state, is_so in changes if is_so]
    affected = affected_internodes(whole.affected_share, whole.cluster)
    thinned = whole.lamella_fraction
    usual_c = Population().temperature_c
    fibre = simulate(warmth.temperature_c, thinned, affected)
    cooler = warmth.temperature_c < usual_c and not fibre.blocked
    return Damaged(
        population=whole,
        study=recorded(whole),
        healthy=healthy,
        path=tuple(path),
        examples=dict(zip(EXAMPLES, examples(), strict=True)),
        axons=axon_sample(whole),
        fibre=fibre,
        healthy_fibre=simulate(usual_c, 1.0, affected_internodes(0.0, 1)),
        freed=cooler and simulate(usual_c, thinned, affected).blocked,
        usual_temperature_c=usual_c,
        criteria=criteria(),
        patients=patients(),
    )


def _population(
    myelin_lost: float = 0.0,
    affected_share: float = 1.0,
    where: str = "scattered",
    axons_lost: float = 0.0,
    loss: str = LOSSES[0],
    temperature_c: float | None = None,
) -> Population:
    """The nerve; where no lamella is lost, no internode is affected."""
    left = round(1 - myelin_lost, 6)
    share = affected_share if left < 1 else 0.0
    return Population(
        axons_lost, loss, left if share else 1.0, share, CLUSTERS[where], temperature_c=temperature_c
    )


@cache
def examples() -> tuple[Finding, ...]:
    """What is found in the examples of :data:`EXAMPLES`, at the laboratory's temperature."""
    healthy = recorded(Population())
    return tuple(compare(recorded(_population(**lost)), healthy) for lost in EXAMPLES.values())
