"""From fibres to what a clinician records: the sensory potential of a whole nerve on the skin.

Every fibre's axial current travels along the nerve at that fibre's speed. Where it changes from one internode
to the next, current leaves the fibre; the electrode sees these currents through the tissue between
(``volume_conductor``). Written with axial currents, a wave that starts, ends or is blocked keeps its currents
in balance by itself.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from b12explain.models.checks import check_between
from b12explain.models.fibre.by_diameter import fibres_by_diameter
from b12explain.models.fibre.parameters import limits
from b12explain.models.nerve_waves import current_sources, trace_of
from b12explain.models.population import Population, fibre_count, representatives
from b12explain.models.volume_conductor import Recording, study_constant

BOUNDS_MM = (
    ("distance_mm", 40, 300),
    ("depth_mm", 1, 20),
    ("separation_mm", 10, 100),
    ("contact_mm", 0.1, 20),
)

ONSET_SHARE = 0.1  # the negative phase lasts while the trace is past this share of its peak

__all__ = ["Population", "Study", "single_unit", "study"]


@dataclass(frozen=True, eq=False)
class Study:
    """A nerve conduction study: the trace and what is read off it.

    ``trace_uv`` is positive as the amplifier shows it; the nerve's main phase is negative. ``amplitude_uv``
    is the height of that phase, ``peak_to_peak_uv`` to the deepest positive phase. Latencies are those of the
    negative phase; ``velocity_m_per_s`` is distance over onset latency. ``fibres``, ``lost`` and ``blocked``
    count axons; blocked ones did not reach the active electrode. Numbers that need a negative phase are NaN
    where there is none.
    """

    time_ms: NDArray[np.float64]
    trace_uv: NDArray[np.float64]
    amplitude_uv: float
    peak_to_peak_uv: float
    onset_ms: float
    peak_ms: float
    duration_ms: float
    velocity_m_per_s: float
    fibres: float
    lost: float
    blocked: float


def study(
    population: Population | None = None,
    distance_mm: float | None = None,
    *,
    depth_mm: float | None = None,
    separation_mm: float | None = None,
    contact_mm: float | None = None,
) -> Study:
    """Stimulate every myelinated fibre of the nerve at once and record from the skin.

    Parameters
    ----------
    population : Population, optional
        A healthy nerve if not given.
    distance_mm, depth_mm, separation_mm, contact_mm : float, optional
        See ``volume_conductor.Recording``; the laboratory's usual if not given.

    Leaves out
    ----------
    Activation time at the cathode, noise, filters of the amplifier, unmyelinated fibres (far too small to be
    seen), the change of an axial current's shape next to a damaged internode, and the damage one affected
    group does to the next when they nearly touch.

    Examples
    --------
    >>> healthy, thin = study(), study(Population(lamella_fraction=0.2, affected_share=1.0))
    >>> thin.velocity_m_per_s < 0.75 * healthy.velocity_m_per_s
    True
    """
    population = _checked(population)
    recording = usual_recording(distance_mm, depth_mm, separation_mm, contact_mm)
    lost = population.axon_loss * fibre_count()
    return _record(population, recording, *representatives(population), lost)


def single_unit(
    diameter_um: float, population: Population | None = None, distance_mm: float | None = None
) -> Study:
    """The study of one axon of ``diameter_um`` (2–16 µm) alone, with a population's temperature and
    damage."""
    diameter_um = check_between("diameter_um", diameter_um, *limits("interpolated_diameter"), "µm")
    population = _checked(population)
    return _record(
        population, usual_recording(distance_mm, None, None, None), np.array([diameter_um]), np.ones(1)
    )


def _checked(population: Population | None) -> Population:
    if population is not None and not isinstance(population, Population):
        raise TypeError(f"population must be a Population; got {population!r}.")
    return population or Population()


def _record(
    population: Population, recording: Recording, diameter: NDArray, weight: NDArray, lost: float = 0.0
) -> Study:
    fibres = fibres_by_diameter(population.temperature_c, population.lamella_fraction, population.parts)
    source = current_sources(population, recording, diameter, weight, fibres)
    time, trace = trace_of(source, fibres)
    counts = {
        "fibres": float(weight.sum()) + lost,
        "lost": lost,
        "blocked": float(weight[source.blocked].sum()),
    }
    return Study(time, trace, **read_off(time, trace, recording), **counts)


def usual_recording(*given: float | None) -> Recording:
    """A recording: distance, depth, separation and contact (mm), the laboratory's usual where none is given."""
    names = ("distance", "nerve_depth", "electrode_separation", "electrode_length")
    given = given or (None,) * len(names)
    values = [study_constant(n) if v is None else v for n, v in zip(names, given, strict=True)]
    return Recording(
        *(
            check_between(name, v, low, high, "mm")
            for (name, low, high), v in zip(BOUNDS_MM, values, strict=True)
        )
    )


def read_off(time: NDArray, trace: NDArray, recording: Recording) -> dict[str, float]:
    """What is read off a trace, by the names of :class:`Study`."""
    peak = int(np.argmin(trace))
    height = -float(trace[peak])
    if not height > 0:
        unread = dict.fromkeys(("onset_ms", "peak_ms", "duration_ms", "velocity_m_per_s"), float("nan"))
        return {"amplitude_uv": 0.0, "peak_to_peak_uv": 0.0, **unread}
    level = -ONSET_SHARE * height
    after = np.flatnonzero(trace[peak:] > level)
    first = int(
        np.argmax(trace <= level)
    )  # of the first wave, where slow ones make a higher peak of their own
    onset = time[first - 1] if first else float("nan")
    end = time[peak + after[0]] if len(after) else float("nan")
    return {
        "amplitude_uv": height,
        "peak_to_peak_uv": height + float(trace.max()),
        "onset_ms": float(onset),
        "peak_ms": float(time[peak]),
        "duration_ms": float(end - onset),
        "velocity_m_per_s": float(recording.distance_mm / onset),
    }
