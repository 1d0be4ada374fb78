"""A race over one metre: the same signal on a myelinated fibre, on one without, and on a thin one without."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..quantities import quantity
from .checks import check_between, check_choice, check_rising
from .fibre import Fibre, UnmyelinatedFibre, conduct, conduct_many, protocol
from .fibre.geometry import allowed_diameters
from .library import find
from .race_wave import NODES, STRETCH_MM, Wave, in_time, record, wave

__all__ = ["PLANE_UM", "STRETCH_MM", "Race", "Wave", "fibre_of", "human_slope", "plane", "race"]

METRE_MS = 1_000.0  # ms for one metre at 1 m/s
PLANE_UM = tuple(float(diameter) for diameter in range(2, 17))


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
    diameter_um, layers_percent, g_ratio, temperature_c, gap_nm, moments_ms = _checked(
        diameter_um, vary, layers_percent, g_ratio, temperature_c, gap_nm, moments_ms
    )
    amount = g_ratio if vary == "g_ratio" else layers_percent
    fibre = fibre_of(diameter_um, vary, amount, temperature_c, gap_nm)
    sizes = fibre.sizes
    found = find.race(diameter_um, vary, amount, temperature_c, gap_nm)
    nodes = in_time(found, temperature_c) if found else record([fibre])[0]
    thin = _thin_m_per_s(temperature_c)
    axon_um = g_ratio * diameter_um if vary == "g_ratio" else sizes.axon_um
    full_sheath_um = (sizes.outer_um - sizes.axon_um) / 2
    share = layers_percent / 100 if vary == "layers" else (diameter_um - axon_um) / 2 / full_sheath_um
    return Race(
        fibre, nodes.velocity_m_per_s, float(np.interp(diameter_um, PLANE_UM, plane())), thin * diameter_um**0.5, thin,
        sizes.lamellae * share, axon_um, full_sheath_um * share, wave(fibre, nodes, moments_ms),
    )  # fmt: skip


def fibre_of(diameter_um: float, vary: str, amount: float, temperature_c: float, gap_nm: float) -> Fibre:
    """The fibre of a race; ``amount`` is the percentage of the layers or the g-ratio, whichever varies."""
    own = (
        {"g_ratio": amount} if vary == "g_ratio" else {"lamella_fraction": amount / 100, "thinning": "outer"}
    )
    return Fibre(
        diameter_um,
        "interpolated",
        temperature_c=temperature_c,
        nodes=NODES,
        paranodal_gap_um=gap_nm / 1_000,
        **own,
    )


def _checked(
    diameter_um: float, vary: str, layers_percent: float, g_ratio: float, temperature_c: float, gap_nm: float,
    moments_ms: tuple[float, ...],
) -> tuple[float, float, float, float, float, tuple[float, ...]]:  # fmt: skip
    """What was given, as plain numbers; refuses what the race cannot be run with, by the names that it knows."""
    check_choice("vary", vary, ("layers", "g_ratio"))
    low_nm, high_nm = (round(1_000 * gap_um, 6) for gap_um in protocol.PARANODAL_GAP_RANGE_UM)
    body = protocol.TEMPERATURE_RANGE_C
    return (
        check_between("diameter_um", diameter_um, *allowed_diameters("interpolated"), "µm"),
        check_between("layers_percent", layers_percent, 0, 100, "%", "It is a percentage, not a share."),
        check_between("g_ratio", g_ratio, *protocol.G_RATIO_RANGE, advice="It is axon ÷ fibre diameter."),
        check_between("temperature_c", temperature_c, *body, "°C", "Give a body’s temperature."),
        check_between("gap_nm", gap_nm, low_nm, high_nm, "nm", "Give nanometres."),
        check_rising("moments_ms", moments_ms, 0, "ms"),
    )


@lru_cache(maxsize=64)
def _thin_m_per_s(temperature_c: float) -> float:
    """Velocity of an unmyelinated fibre of 1 µm, m/s."""
    found = find.unmyelinated(temperature_c)
    return conduct(UnmyelinatedFibre(1.0, temperature_c)).velocity_m_per_s if found is None else found


@lru_cache(maxsize=1)
def plane() -> tuple[float, ...]:
    """Velocity of a whole fibre at 37 °C for each diameter of :data:`PLANE_UM`, m/s."""
    found = find.whole(PLANE_UM)
    if found is not None:
        return found
    fibres = [Fibre(diameter, "interpolated", nodes=NODES) for diameter in PLANE_UM]
    return tuple(one.velocity_m_per_s for one in conduct_many(fibres))


def human_slope() -> tuple[float, float]:
    """Measured velocity per µm of diameter in the human sural nerve, m/s per µm: low and high."""
    slope = quantity("nerve.tackmann_velocity_per_diameter_sural")
    return slope.low, slope.high
