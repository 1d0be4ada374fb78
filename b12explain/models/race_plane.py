"""What the race is compared with: velocity against diameter, and how it falls as a fibre's sheath gets thinner."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..quantities import quantity
from .fibre import Fibre, conduct_many
from .library import find
from .race_wave import NODES

BODY_C = 37.0  # at which whole fibres are compared
PLANE_UM = tuple(float(diameter) for diameter in range(2, 17))
THINNER = (0.5, 0.2, 0.05, 0.0)  # shares of the layers at which a thinner sheath is shown


@dataclass(frozen=True)
class Plane:
    """Velocity against diameter, and how it falls with the sheath; all at 37 °C.

    Parameters
    ----------
    diameter_um, whole_m_per_s : tuple of float
        Fibres with their full sheath.
    human_m_per_s_per_um : (float, float)
        Measured in the human sural nerve: velocity per µm of diameter, low and high.
    thinner : tuple of (float, float)
        Of the fibre's own diameter: layers that are left, and velocity, m/s; NaN where the wave dies.
    """

    diameter_um: tuple[float, ...]
    whole_m_per_s: tuple[float, ...]
    human_m_per_s_per_um: tuple[float, float]
    thinner: tuple[tuple[float, float], ...]


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


@lru_cache(maxsize=64)
def thinner(diameter_um: float) -> tuple[tuple[float, float], ...]:
    """Layers that are left and velocity (m/s) of a fibre at 37 °C with each of :data:`THINNER`."""
    fibres = [fibre_of(diameter_um, "layers", 100 * share, *_usual()) for share in THINNER]
    found = [find.race(diameter_um, "layers", 100 * share, *_usual()) for share in THINNER]
    speeds = conduct_many(fibres) if None in found else found
    return tuple(
        (fibre.sizes.lamellae * share, one.velocity_m_per_s)
        for fibre, share, one in zip(fibres, THINNER, speeds, strict=True)
    )


def _usual() -> tuple[float, float]:
    """Temperature (°C) and gap (nm) of a fibre as usual."""
    return BODY_C, round(1_000 * float(quantity("fibre.paranodal_gap")), 6)
