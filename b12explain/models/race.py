"""A race over one metre: the same signal on a myelinated fibre, on one without, and on a thin one without."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ..quantities import quantity
from .checks import check_between, check_choice, check_rising
from .fibre import Conduction, Fibre, UnmyelinatedFibre, conduct, conduct_many, protocol
from .fibre.geometry import allowed_diameters

METRE_MS = 1_000.0  # ms for one metre at 1 m/s
STRETCH_MM = 40.0  # how much of the fibre is looked at
NODES, NODE = 21, 10  # length of the fibre that is solved, and the node whose wave is looked at
AFTER_MS = 1.3  # of the wave, from when it arrives there
PLANE_UM = tuple(float(diameter) for diameter in range(2, 17))


@dataclass(frozen=True, eq=False)
class Wave:
    """The inside of a fibre along its length, at every moment.

    Parameters
    ----------
    position_mm : array, shape (points,)
    is_node : bool array, shape (points,)
    moments_ms : array, shape (moments,)
    potential_mv : array, shape (moments, points)
        Inside of the axon against the fluid around the fibre, above rest.
    """

    position_mm: NDArray[np.float64]
    is_node: NDArray[np.bool_]
    moments_ms: NDArray[np.float64]
    potential_mv: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Race:
    """What one setting of the fibre gives.

    Parameters
    ----------
    fibre : Fibre
    velocity_m_per_s : float
        NaN where the wave dies.
    full_m_per_s : float
        The same diameter at 37 °C with its full sheath; between whole micrometres, interpolated.
    unmyelinated_m_per_s, thin_m_per_s : float
        The same diameter, and 1 µm, that never had myelin, at the same temperature.
    layers, axon_um, sheath_um : float
        Lamellae, axon diameter and thickness of the sheath, µm.
    wave : Wave
    """

    fibre: Fibre
    velocity_m_per_s: float
    full_m_per_s: float
    unmyelinated_m_per_s: float
    thin_m_per_s: float
    layers: float
    axon_um: float
    sheath_um: float
    wave: Wave

    @property
    def conducts(self) -> bool:
        """Whether the wave travels."""
        return bool(np.isfinite(self.velocity_m_per_s))

    def metre_ms(self, velocity_m_per_s: float) -> float:
        """Time for one metre, ms."""
        return METRE_MS / velocity_m_per_s

    @property
    def ratio(self) -> float:
        """How many times sooner than on the thin unmyelinated fibre the signal arrives."""
        return self.velocity_m_per_s / self.thin_m_per_s


def race(
    diameter_um: float,
    vary: str,
    layers_percent: float,
    g_ratio: float,
    temperature_c: float,
    gap_nm: float,
    moments_ms: tuple[float, ...],
) -> Race:
    """Run the race.

    Parameters
    ----------
    diameter_um : float
        Outer diameter of the myelinated fibre, µm (2–16).
    vary : {"layers", "g_ratio"}
        Which of the next two counts: the sheath alone gets thinner, or axon is traded for sheath.
    layers_percent : float
        Share of the full number of lamellae, % (0–100).
    g_ratio : float
        Axon ÷ fibre diameter (0.4–0.95).
    temperature_c : float
        15–42 °C.
    gap_nm : float
        Width of the space under the sheath at the paranode, nm (0.5–20).
    moments_ms : tuple of float
        Moments at which the wave is looked at, one or more, rising; 0 is when it passes the start.

    Returns
    -------
    Race

    Raises
    ------
    ValueError
        If a parameter is out of range, or not of its kind.

    Notes
    -----
    A wave that travels steadily is the same from internode to internode, so one internode is solved in detail and
    laid along the stretch. The unmyelinated fibre's velocity is taken to follow the square root of diameter, from 1 µm,
    where its model was checked. Leaves out what :class:`.fibre.Fibre` leaves out.

    References
    ----------
    [McIntyre2002]; [Musselman2021]; [RattayAberham1993].
    """
    _check(diameter_um, vary, layers_percent, g_ratio, temperature_c, gap_nm, moments_ms)
    own = (
        {"g_ratio": g_ratio}
        if vary == "g_ratio"
        else {"lamella_fraction": layers_percent / 100, "thinning": "outer"}
    )
    fibre = Fibre(
        diameter_um,
        "interpolated",
        temperature_c=temperature_c,
        nodes=NODES,
        paranodal_gap_um=gap_nm / 1_000,
        **own,
    )
    sizes = fibre.sizes
    first = conduct(fibre)
    velocity = first.velocity_m_per_s
    thin = _thin_m_per_s(temperature_c)
    axon_um = g_ratio * diameter_um if vary == "g_ratio" else sizes.axon_um
    full_sheath_um = (sizes.outer_um - sizes.axon_um) / 2
    share = layers_percent / 100 if vary == "layers" else (diameter_um - axon_um) / 2 / full_sheath_um
    return Race(
        fibre, velocity, float(np.interp(diameter_um, PLANE_UM, plane())), thin * diameter_um**0.5, thin,
        sizes.lamellae * share, axon_um, full_sheath_um * share, _wave(first, np.array(moments_ms)),
    )  # fmt: skip


def _check(
    diameter_um: float, vary: str, layers_percent: float, g_ratio: float, temperature_c: float, gap_nm: float,
    moments_ms: tuple[float, ...],
) -> None:  # fmt: skip
    """Refuse what the race cannot be run with, by the names that it knows."""
    check_between("diameter_um", diameter_um, *allowed_diameters("interpolated"), "µm")
    check_choice("vary", vary, ("layers", "g_ratio"))
    check_between("layers_percent", layers_percent, 0, 100, "%", "It is a percentage, not a share.")
    check_between("g_ratio", g_ratio, *protocol.G_RATIO_RANGE, advice="It is axon ÷ fibre diameter.")
    check_between(
        "temperature_c", temperature_c, *protocol.TEMPERATURE_RANGE_C, "°C", "Give a body’s temperature."
    )
    low_nm, high_nm = (round(1_000 * gap_um, 6) for gap_um in protocol.PARANODAL_GAP_RANGE_UM)
    check_between("gap_nm", gap_nm, low_nm, high_nm, "nm", "Give nanometres.")
    check_rising("moments_ms", moments_ms, 0, "ms")


@lru_cache(maxsize=64)
def _thin_m_per_s(temperature_c: float) -> float:
    """Velocity of an unmyelinated fibre of 1 µm, m/s."""
    return conduct(UnmyelinatedFibre(1.0, temperature_c)).velocity_m_per_s


@lru_cache(maxsize=1)
def plane() -> tuple[float, ...]:
    """Velocity of a whole fibre at 37 °C for each diameter of :data:`PLANE_UM`, m/s."""
    fibres = [Fibre(diameter, "interpolated", nodes=NODES) for diameter in PLANE_UM]
    return tuple(one.velocity_m_per_s for one in conduct_many(fibres))


def _wave(first: Conduction, moments_ms: NDArray) -> Wave:
    """The wave over the stretch: laid along it from one internode, or as it dies where it does."""
    fibre, velocity = first.fibre, first.velocity_m_per_s
    arrival = first.arrival_ms[NODE] if np.isfinite(velocity) else 0.0
    solved = conduct(fibre, record="all", duration_ms=arrival + AFTER_MS)
    inside = solved.axon_mv + solved.periaxonal_mv
    step_mm = fibre.sizes.internode_um / 1_000
    count = 1 + int(STRETCH_MM / step_mm)
    if not np.isfinite(velocity):
        return _dying(solved, inside, step_mm, count, moments_ms)
    here = slice(10 * NODE, 10 * NODE + 10)
    within_mm = np.concatenate([[0.0], solved.compartment_um[here] / 1_000 - NODE * step_mm])
    waves = np.column_stack([solved.potential_mv[:, NODE], inside[:, here]])
    since = solved.time_ms - arrival
    passes_ms = np.arange(count) * step_mm / velocity  # mm ÷ m/s is ms
    potential = np.empty((len(moments_ms), count, len(within_mm)))
    for j, wave in enumerate(waves.T):
        late = moments_ms[:, None] - passes_ms[None, :]
        potential[:, :, j] = np.interp(late, since, wave, left=wave[0], right=wave[-1]) - wave[0]
    position = (np.arange(count)[:, None] * step_mm + within_mm).ravel()
    is_node = np.tile(np.arange(len(within_mm)) == 0, count)
    return Wave(position, is_node, moments_ms, potential.reshape(len(moments_ms), -1))


def _dying(solved: Conduction, inside: NDArray, step_mm: float, count: int, moments_ms: NDArray) -> Wave:
    """A wave that does not get through: the nodes and internodes as solved, and rest beyond them."""
    internodes = min(NODES - 1, count)
    columns, position, is_node = [], [], []
    for k in range(internodes):
        columns += [solved.potential_mv[:, k], *inside[:, 10 * k : 10 * k + 10].T]
        position += [k * step_mm, *solved.compartment_um[10 * k : 10 * k + 10] / 1_000]
        is_node += [True] + [False] * 10
    waves = np.column_stack(columns)
    potential = np.column_stack([np.interp(moments_ms, solved.time_ms, wave) - wave[0] for wave in waves.T])
    rest = np.arange(internodes, count) * step_mm
    potential = np.hstack([potential, np.zeros((len(moments_ms), len(rest)))])
    return Wave(
        np.append(position, rest), np.append(is_node, [True] * len(rest)).astype(bool), moments_ms, potential
    )


def human_slope() -> tuple[float, float]:
    """Measured velocity per µm of diameter in the human sural nerve, m/s per µm: low and high."""
    slope = quantity("nerve.tackmann_velocity_per_diameter_sural")
    return slope.low, slope.high
