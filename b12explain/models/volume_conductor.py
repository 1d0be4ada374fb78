"""What an electrode on the skin sees of a current in the nerve below it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from b12explain.tables import table


def study_constant(name: str) -> float:
    """The value of a row of ``nerve_study.csv``."""
    return table("nerve_study").row(name)["value"]


@dataclass(frozen=True)
class Recording:
    """Two electrodes on the skin along a nerve; what is not given comes from ``nerve_study.csv``.

    Parameters
    ----------
    distance_mm : float
        From the stimulus to the active electrode, 40–300 mm.
    depth_mm : float
        Of the nerve under the skin, 1–20 mm.
    separation_mm : float
        From the active to the reference electrode, 10–100 mm.
    contact_mm : float
        Length of each electrode along the nerve, 0.1–20 mm.
    """

    distance_mm: float
    depth_mm: float
    separation_mm: float
    contact_mm: float


def lead_field(z_mm: NDArray, recording: Recording) -> NDArray:
    """Active minus reference potential (µV) of 1 nA at ``z_mm`` along the nerve.

    A point current I in an anisotropic half-space whose surface carries no current gives, at the radial
    distance ρ and the axial distance z, 2 I / (4π √(σr σz) √(ρ² + z² σr / σz)); here averaged over each
    contact.

    Leaves out
    ----------
    Skin, fat, bone and fascia as layers, the limb's round shape and end, and the electrodes' width.
    """
    along, across = study_constant("conductivity_along"), study_constant("conductivity_across")
    stretch, half = np.sqrt(across / along), recording.contact_mm / 2
    # nA over (S/m · mm) is µV: 1e-9 / 1e-3 = 1e-6
    scale = 2 / (4 * np.pi * np.sqrt(across * along) * stretch * recording.contact_mm)

    def at(centre_mm: float) -> NDArray:
        ends = (z_mm - centre_mm)[..., None] + np.array([half, -half])
        return -np.diff(np.arcsinh(ends * stretch / recording.depth_mm))[..., 0] * scale

    return at(recording.distance_mm) - at(recording.distance_mm + recording.separation_mm)
