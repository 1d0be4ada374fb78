"""A nerve's conduction study: from the library where it has been solved, or else anew."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from .library import find
from .nerve import Population, Study, study, usual_recording
from .population import fibre_count


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
