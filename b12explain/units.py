"""The units that the tables are written in: what each measures, and how one becomes another."""

from __future__ import annotations

from typing import NamedTuple

from .names import did_you_mean

DAYS_PER_WEEK = 7
DAYS_PER_YEAR = 365.25
DAYS_PER_MONTH = DAYS_PER_YEAR / 12
_DAY_MS = 86_400_000
_PMOL_IN_NMOL = 1_000  # 1 ng of what weighs 1 g/mol is 1 nmol


class Unit(NamedTuple):
    """A unit of the tables.

    Parameters
    ----------
    measures : str
        What it measures; units that measure the same can become each other.
    size : float
        How large it is beside the others that measure the same.
    shown : str
        As readers see it, in the plural.
    singular : str
        As readers see it after 1, where that differs.
    """

    measures: str
    size: float
    shown: str
    singular: str = ""


#: Every unit by its name in the tables. Sizes count in %, ng, pmol, L, nm, ms; a test holds them against pint.
UNITS: dict[str, Unit] = {
    "1": Unit("a pure number", 100, ""),
    "fraction": Unit("a pure number", 100, ""),
    "ratio": Unit("a pure number", 100, ""),
    "times": Unit("a pure number", 100, "times"),
    "%": Unit("a pure number", 1, "%"),
    "%/day": Unit("a share / time", 1, "% per day"),
    "% per 11 months": Unit("a share in 11 months", 1, "% in 11 months"),
    "points": Unit("points", 1, "points", "point"),
    "people": Unit("people", 1, "people", "person"),
    "fibres": Unit("fibres", 1, "fibres", "fibre"),
    "reactions": Unit("reactions", 1, "reactions", "reaction"),
    "ng": Unit("mass", 1, "ng"),
    "ug": Unit("mass", 1e3, "µg"),
    "mg": Unit("mass", 1e6, "mg"),
    "g": Unit("mass", 1e9, "g"),
    "ug/day": Unit("mass / time", 1, "µg per day"),
    "ug/month": Unit("mass / time", 1 / DAYS_PER_MONTH, "µg per month"),
    "ug/g": Unit("mass / mass", 1e3, "µg per g"),
    "ug/kg": Unit("mass / mass", 1, "µg per kg"),
    "pmol": Unit("amount of substance", 1, "pmol"),
    "nmol": Unit("amount of substance", 1e3, "nmol"),
    "umol": Unit("amount of substance", 1e6, "µmol"),
    "g/mol": Unit("mass / amount of substance", 1, "g/mol"),
    "pmol/L": Unit("amount of substance / volume", 1, "pmol/L"),
    "nmol/L": Unit("amount of substance / volume", 1e3, "nmol/L"),
    "umol/L": Unit("amount of substance / volume", 1e6, "µmol/L"),
    "pg/mL": Unit("mass / volume", 1, "pg/mL"),
    "ng/mL": Unit("mass / volume", 1e3, "ng/mL"),
    "pmol/L per pg/mL": Unit("moles for mass", 1, "pmol/L per pg/mL"),
    "nm": Unit("length", 1, "nm"),
    "um": Unit("length", 1e3, "µm"),
    "mm": Unit("length", 1e6, "mm"),
    "cm": Unit("length", 1e7, "cm"),
    "m": Unit("length", 1e9, "m"),
    "1/um": Unit("1 / length", 1, "per µm"),
    "1/um**2": Unit("1 / area", 1, "per µm²"),
    "fibres/mm^2": Unit("fibres / area", 1, "fibres per mm²"),
    "ms": Unit("time", 1, "ms"),
    "s": Unit("time", 1e3, "s"),
    "hours": Unit("time", _DAY_MS / 24, "hours", "hour"),
    "days": Unit("time", _DAY_MS, "days", "day"),
    "weeks": Unit("time", DAYS_PER_WEEK * _DAY_MS, "weeks", "week"),
    "months": Unit("time", DAYS_PER_MONTH * _DAY_MS, "months", "month"),
    "years": Unit("time", DAYS_PER_YEAR * _DAY_MS, "years", "year"),
    "m/s": Unit("velocity", _DAY_MS, "m/s"),
    "mm/day": Unit("velocity", 1, "mm per day"),
    "m/s/um": Unit("velocity / length", 1, "m/s per µm"),
    "m/s/degC": Unit("velocity / temperature", 1, "m/s per °C"),
    "degC": Unit("temperature", 1, "°C"),
    "ms/degC": Unit("time / temperature", 1, "ms per °C"),
    "uV": Unit("voltage", 1, "µV"),
    "mV": Unit("voltage", 1e3, "mV"),
    "1/ms": Unit("1 / time", 1, "per ms"),
    "1/ms/mV": Unit("1 / time / voltage", 1, "per ms per mV"),
    "S/m": Unit("conductivity", 1, "S/m"),
    "ohm*cm": Unit("resistivity", 1, "Ω cm"),
    "S/cm**2": Unit("conductance / area", 1, "S/cm²"),
    "uF/cm**2": Unit("capacitance / area", 1, "µF/cm²"),
    "mL/min/1.73m^2": Unit("kidney function", 1, "mL/min per 1.73 m²"),
}


def unit_of(name: str) -> Unit:
    """Return a unit by its name in the tables.

    Raises
    ------
    ValueError
        When there is none.
    """
    if not isinstance(name, str) or name not in UNITS:
        raise ValueError(
            f"unit {name!r} is not known; {did_you_mean(name, UNITS)} Others are added in units.py."
        )
    return UNITS[name]


def needs_molar_mass(unit: str, target: str) -> bool:
    """Whether one of the two counts mass and the other, in its place, moles."""
    one, other = (unit_of(name).measures for name in (unit, target))
    return one != other and _mass_for_moles(one) == _mass_for_moles(other)


def _mass_for_moles(measures: str) -> str:
    return measures.removeprefix("amount of substance").removeprefix("mass")


def conversion_factor(unit: str, target: str, g_per_mol: float | None = None) -> float:
    """Return by what a number in `unit` is multiplied to be one in `target`.

    Parameters
    ----------
    unit, target : str
        Units as the tables write them.
    g_per_mol : float, optional
        Molar mass, which lets mass and amount of substance become each other.

    Raises
    ------
    ValueError
        When one is not known or cannot become the other; the message says what each of them measures.

    Examples
    --------
    >>> conversion_factor("um", "nm"), conversion_factor("%", "fraction")
    (1000.0, 0.01)
    """
    one, other = unit_of(unit), unit_of(target)
    if one.measures == other.measures:
        return one.size / other.size
    if g_per_mol is not None and needs_molar_mass(unit, target):
        pmol_per_ng = _PMOL_IN_NMOL / g_per_mol
        return one.size / other.size * (pmol_per_ng if one.measures.startswith("mass") else 1 / pmol_per_ng)
    raise ValueError(
        f"{unit} cannot become {target}: the one measures {one.measures}, the other {other.measures}"
    )
