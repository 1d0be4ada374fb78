"""A race over one metre: the same signal on a myelinated fibre, on one without, and on a thin one without."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..quantities import quantity
from .checks import check_between, check_share
from .fibre import Fibre, UnmyelinatedFibre, conduct, protocol
from .fibre.geometry import allowed_diameters
from .library import find
from .race_plane import BODY_C, PLANE_UM, Plane, fibre_of, human_slope, plane, thinner
from .race_wave import STRETCH_MM, Wave, in_time, record, wave

__all__ = [
    "BODY_C",
    "PLANE_UM",
    "STRETCH_MM",
    "THIN_UM",
    "Plane",
    "Race",
    "Wave",
    "fibre_of",
    "human_slope",
    "plane",
    "race",
]

METRE_MS = 1_000.0  # ms for one metre at 1 m/s
THIN_UM = 1.0


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
    thin_m_per_s : float
        A fibre of :data:`THIN_UM` that never had myelin, at the same temperature.
    layers, axon_um, sheath_um : float
        Lamellae, axon diameter and thickness of the sheath, µm.
    node_um, node_length_um, paranode_um, taper_um : float
        Of a node: its diameter and length; the length of the paranode beside it, and of the stretch behind that.
    internode_um : float
        From node to node.
    usual_gap_nm : float
        Width of the space under a sheath that seals as usual.
    plane : Plane
    wave : Wave
    """

    fibre: Fibre
    velocity_m_per_s: float
    full_m_per_s: float
    thin_m_per_s: float
    layers: float
    axon_um: float
    sheath_um: float
    node_um: float
    node_length_um: float
    paranode_um: float
    taper_um: float
    internode_um: float
    usual_gap_nm: float
    plane: Plane
    wave: Wave

    @property
    def unmyelinated_m_per_s(self) -> float:
        """Velocity of a fibre as wide that never had myelin."""
        return self.unmyelinated_of(self.fibre.diameter_um)

    @property
    def conducts(self) -> bool:
        """Whether the wave travels."""
        return bool(np.isfinite(self.velocity_m_per_s))

    @property
    def gap_nm(self) -> float:
        """Width of the space under the sheath at the paranode."""
        return round(1_000 * self.fibre.paranodal_gap_um, 6)

    def unmyelinated_of(self, diameter_um: float) -> float:
        """Velocity of a fibre of a diameter that never had myelin, at this temperature, m/s."""
        return self.thin_m_per_s * (diameter_um / THIN_UM) ** 0.5

    def metre_ms(self, velocity_m_per_s: float) -> float:
        """Time for one metre, ms."""
        return METRE_MS / velocity_m_per_s

    @property
    def ratio(self) -> float:
        """How many times sooner than on the thin unmyelinated fibre the signal arrives."""
        return self.velocity_m_per_s / self.thin_m_per_s


def race(
    diameter_um: float,
    lamella_fraction: float = 1.0,
    g_ratio: float | None = None,
    temperature_c: float = BODY_C,
    paranodal_gap_um: float | None = None,
) -> Race:
    """Run the race.

    Parameters
    ----------
    diameter_um : float
        Outer diameter of the myelinated fibre, µm (2–16).
    lamella_fraction : float
        Share of the full number of lamellae (0–1): the sheath alone gets thinner.
    g_ratio : float, optional
        Axon ÷ fibre diameter (0.4–0.95): axon is traded for sheath, whose lamellae are then all there.
    temperature_c : float
        15–42 °C.
    paranodal_gap_um : float, optional
        Width of the space under the sheath at the paranode, µm (0.0005–0.02).

    Returns
    -------
    Race

    Raises
    ------
    ValueError
        If a parameter is out of range, or not of its kind, or the sheath is given twice.

    Notes
    -----
    A wave that travels steadily is the same from internode to internode, so one internode is solved in detail and
    laid along the stretch. The unmyelinated fibre's velocity is taken to follow the square root of diameter, from 1 µm,
    where its model was checked. Leaves out what :class:`.fibre.Fibre` leaves out.

    References
    ----------
    [McIntyre2002]; [Musselman2021]; [RattayAberham1993].
    """
    usual_gap_um = float(quantity("fibre.paranodal_gap"))
    diameter_um, lamella_fraction, g_ratio, temperature_c, gap_um = _checked(
        diameter_um,
        lamella_fraction,
        g_ratio,
        temperature_c,
        usual_gap_um if paranodal_gap_um is None else paranodal_gap_um,
    )
    sheath = ("layers", round(100 * lamella_fraction, 6)) if g_ratio is None else ("g_ratio", g_ratio)
    own = diameter_um, *sheath, temperature_c, round(1_000 * gap_um, 6)
    fibre, found = fibre_of(*own), find.race(*own)
    sizes = fibre.sizes
    nodes = in_time(found, temperature_c) if found else record([fibre])[0]
    thin = _thin_m_per_s(temperature_c)
    axon_um = sizes.axon_um if g_ratio is None else g_ratio * diameter_um
    full_sheath_um = (sizes.outer_um - sizes.axon_um) / 2
    share = lamella_fraction if g_ratio is None else (diameter_um - axon_um) / 2 / full_sheath_um
    whole = plane()
    return Race(
        fibre=fibre,
        velocity_m_per_s=nodes.velocity_m_per_s,
        full_m_per_s=float(np.interp(diameter_um, PLANE_UM, whole)),
        thin_m_per_s=thin,
        layers=sizes.lamellae * share,
        axon_um=axon_um,
        sheath_um=full_sheath_um * share,
        node_um=sizes.node_um,
        node_length_um=float(quantity("fibre.node_length")),
        paranode_um=float(quantity("fibre.mysa_length")),
        taper_um=sizes.flut_um,
        internode_um=sizes.internode_um,
        usual_gap_nm=round(1_000 * usual_gap_um, 6),
        plane=Plane(PLANE_UM, whole, human_slope(), thinner(diameter_um)),
        wave=wave(fibre, nodes),
    )


def _checked(
    diameter_um: float,
    lamella_fraction: float,
    g_ratio: float | None,
    temperature_c: float,
    paranodal_gap_um: float,
) -> tuple[float, float, float | None, float, float]:
    """What was given, as plain numbers; refuses what the race cannot be run with, by the names that it knows."""
    diameter_um = check_between("diameter_um", diameter_um, *allowed_diameters("interpolated"), "µm")
    lamella_fraction = check_share("lamella_fraction", lamella_fraction)
    if g_ratio is not None:
        ratio = "It is axon ÷ fibre diameter."
        g_ratio = check_between("g_ratio", g_ratio, *protocol.G_RATIO_RANGE, advice=ratio)
        if lamella_fraction != 1:
            raise ValueError(
                f"lamella_fraction must be 1 where g_ratio is given; got {lamella_fraction!r}. Give one of the two."
            )
    body, gap = protocol.TEMPERATURE_RANGE_C, protocol.PARANODAL_GAP_RANGE_UM
    temperature_c = check_between("temperature_c", temperature_c, *body, "°C", "Give a body’s temperature.")
    paranodal_gap_um = check_between("paranodal_gap_um", paranodal_gap_um, *gap, "µm", "Give micrometres.")
    return diameter_um, lamella_fraction, g_ratio, temperature_c, paranodal_gap_um


@lru_cache(maxsize=64)
def _thin_m_per_s(temperature_c: float) -> float:
    """Velocity of an unmyelinated fibre of 1 µm, m/s."""
    found = find.unmyelinated(temperature_c)
    return conduct(UnmyelinatedFibre(1.0, temperature_c)).velocity_m_per_s if found is None else found
