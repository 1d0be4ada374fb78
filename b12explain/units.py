"""Numbers and units as readers see them, and conversion between units.

Figures and sentences take their formatting from here, so that a dose reads the same everywhere.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from math import isfinite
from numbers import Real
from typing import Any

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
EN_DASH = "\N{EN DASH}"
_BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:%|°C|[µnp]?mol|[µmk]?g|[µm]m|m/s|ms|S/m|pg|ng)(?![a-zA-Z]))")

# Unit as the tables write it: (what pint reads, what a reader reads). Others must be pint's own.
UNITS: dict[str, tuple[str, str]] = {
    "1": ("dimensionless", ""),
    "fraction": ("dimensionless", ""),
    "ratio": ("dimensionless", ""),
    "times": ("dimensionless", "times"),
    "%": ("percent", "%"),
    "%/day": ("percent/day", "% per day"),
    "% per 11 months": ("percent", "% in 11 months"),
    "ug": ("microgram", "µg"),
    "ug/day": ("microgram/day", "µg per day"),
    "ug/g": ("microgram/gram", "µg per g"),
    "ug/kg": ("microgram/kilogram", "µg per kg"),
    "ug/kg/day": ("microgram/kilogram/day", "µg per kg per day"),
    "ug/month": ("microgram/month", "µg per month"),
    "umol/L": ("micromole/liter", "µmol/L"),
    "nmol/L": ("nanomole/liter", "nmol/L"),
    "pmol/L": ("picomole/liter", "pmol/L"),
    "pg/mL": ("picogram/milliliter", "pg/mL"),
    "pmol/L per pg/mL": ("picomole/liter/(picogram/milliliter)", "pmol/L per pg/mL"),
    "ng/mL": ("nanogram/milliliter", "ng/mL"),
    "um": ("micrometer", "µm"),
    "uV": ("microvolt", "µV"),
    "m/s/um": ("meter/second/micrometer", "m/s per µm"),
    "m/s/degC": ("meter/second/delta_degC", "m/s per °C"),
    "ms/degC": ("millisecond/delta_degC", "ms per °C"),
    "fibres/mm^2": ("1/millimeter**2", "fibres per mm²"),
    "mm/day": ("millimeter/day", "mm per day"),
    "mL/min/1.73m^2": ("milliliter/minute", "mL/min per 1.73 m²"),
    "points": ("dimensionless", "points"),
    "people": ("dimensionless", "people"),
    "fibres": ("dimensionless", "fibres"),
    "reactions": ("dimensionless", "reactions"),
    "years": ("year", "years"),
    "months": ("month", "months"),
    "days": ("day", "days"),
    "hours": ("hour", "hours"),
}
SINGULAR = {
    "people": "person",
    "points": "point",
    "years": "year",
    "months": "month",
    "days": "day",
    "hours": "hour",
}
# Conversions that every picture needs, known without loading pint; a test holds them against it.
SIMPLE_FACTORS = {
    ("%", "fraction"): 1e-2,
    ("ug", "mg"): 1e-3,
    ("mg", "ug"): 1e3,
}
MASS_STEPS = ((10_000, 1, "µg"), (1_000_000, 1e-3, "mg"), (float("inf"), 1e-6, "g"))


def keep_units(text: str) -> str:
    """Keep each number of a text on one line with its unit: it is written with a plain space, which a hand can see.

    Examples
    --------
    >>> keep_units("a 10 mg tablet")
    'a 10\\xa0mg tablet'
    """
    return _BEFORE_UNIT.sub(NBSP, text)


def show_unit(unit: str, number: float | None = None) -> str:
    """Return a table's unit as readers see it: ``ug/day`` is ``µg per day``; singular after 1."""
    shown = UNITS.get(unit, ("", unit))[1]
    return SINGULAR.get(shown, shown) if number == 1 else shown


def significant_digits(text: str) -> int:
    """Count the digits that a written number gives: 2 in ``2.4``, 3 in ``0.130``, 3 in ``150``.

    Zeros at the end of a whole number are counted as given, since ``1000 µg`` on a label is exact.
    """
    digits = text.strip().lstrip("+-").lower().partition("e")[0].replace(".", "").lstrip("0")
    return max(len(digits), 1)


def round_to(x: float, digits: int) -> Decimal:
    """Round to significant digits, halves away from zero as readers expect (`round` goes to even)."""
    number = Decimal(repr(float(x)))
    if not number:
        return Decimal(0)
    step = Decimal(1).scaleb(number.adjusted() - digits + 1)
    return number.quantize(step, rounding=ROUND_HALF_UP)


def check_finite(x: float) -> None:
    """Refuse what cannot be written as a number for readers."""
    if not isinstance(x, Real) or not isfinite(x):
        raise ValueError(f"a number for readers must be finite; got {x!r}. Show the reason in words instead.")


def format_number(x: float, digits: int = 2) -> str:
    """Write a number for readers: significant digits, comma at thousands, true minus.

    Parameters
    ----------
    x : float
        Any finite number.
    digits : int
        Significant digits, 1 or more. Zeros after the decimal point are dropped.

    Raises
    ------
    ValueError
        When `x` is not finite.

    Examples
    --------
    >>> format_number(12.87), format_number(-1005, 4), format_number(0.0384)
    ('13', '−1,005', '0.038')
    """
    check_finite(x)
    text = f"{round_to(x, digits):,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", MINUS) if text != "-0" else "0"


def with_unit(number: str, unit: str) -> str:
    """Put a reader's unit after a number, with a space that does not break."""
    return f"{number}{NBSP}{unit}".rstrip(NBSP) if unit else number


def _dose_step(ug: float) -> tuple[float, str]:
    """Return factor and unit for a mass: µg to 9,999, then mg, then g."""
    return next((factor, unit) for limit, factor, unit in MASS_STEPS if abs(round(ug)) < limit)


def _dose_digits(amount: float) -> int:
    """Return the digits that show a dose to the whole µg from 10 on, and two figures below."""
    return max(2, len(str(int(abs(amount) + 0.5))))


def format_dose(dose_ug: float, digits: int | None = None) -> str:
    """Write a dose for readers, in µg up to 9,999 µg, then in mg, then in g.

    Parameters
    ----------
    dose_ug : float
        Dose, micrograms.
    digits : int, optional
        Significant digits. By default to the whole unit from 10 on, and two below it.

    Raises
    ------
    ValueError
        When the dose is not a finite number.

    Examples
    --------
    >>> format_dose(2.4), format_dose(1000), format_dose(50_000), format_dose(5_000_000)
    ('2.4\\xa0µg', '1,000\\xa0µg', '50\\xa0mg', '5\\xa0g')
    """
    check_finite(dose_ug)
    factor, unit = _dose_step(dose_ug)
    amount = dose_ug * factor
    return with_unit(format_number(amount, digits or _dose_digits(amount)), unit)


def _range_text(low: str | None, high: str | None) -> str:
    if low is None:
        return f"up to {high}"
    if high is None:
        return f"at least {low}"
    joined = f"{low}{EN_DASH}{high}" if MINUS not in low + high else f"{low} to {high}"
    return low if low == high else joined


def format_range(low: float | None, high: float | None, unit: str = "", digits: int = 2) -> str:
    """Write a range for readers; one end alone reads "at least" or "up to".

    Parameters
    ----------
    low, high : float or None
        The ends, in `unit`; None where there is no such end. Not both.
    unit : str
        A unit as the tables write it (``ug/day``). Micrograms become mg or g with their size.
    digits : int
        Significant digits of each end; whole micrograms are kept as in `format_dose`.

    Raises
    ------
    ValueError
        When there is neither end, an end is not a finite number, or the low one is above the high one.

    Examples
    --------
    >>> format_range(0.1, 0.2, "%/day")
    '0.1–0.2\\xa0% per day'
    >>> format_range(None, 9, "%")
    'up to 9\\xa0%'
    """
    if low is None and high is None:
        raise ValueError("a range needs low or high; got neither. Leave the sentence out instead.")
    for end in (low, high):
        if end is not None:
            check_finite(end)
    if low is not None and high is not None and low > high:
        raise ValueError(f"a range must rise; got {low!r} to {high!r}. Swap low and high.")
    if unit == "ug":
        factor, shown = _dose_step(max(x for x in (low, high) if x is not None))
        ends = [
            None if x is None else format_number(x * factor, max(digits, _dose_digits(x * factor)))
            for x in (low, high)
        ]
    else:
        shown = show_unit(unit)
        ends = [None if x is None else format_number(x, digits) for x in (low, high)]
    return with_unit(_range_text(*ends), shown)


@cache
def _registry() -> Any:
    import pint  # a quarter of a second: only for those who convert

    return pint.UnitRegistry()


@cache
def parse_unit(unit: str) -> Any:
    """Return pint's unit for a unit as the tables write it.

    Raises
    ------
    ValueError
        When neither the project's list nor pint knows it.
    """
    try:
        return _registry().parse_units(UNITS[unit][0] if unit in UNITS else unit)
    except Exception as error:
        raise ValueError(
            f"unit {unit!r} is not known; write one that pint reads, or add it to UNITS in units.py"
        ) from error


def _measures(unit: Any) -> str:
    """Say what a pint unit measures: ``mass / time``."""
    words = str(unit.dimensionality).replace("[", "").replace("]", "")
    return "a pure number" if words == "dimensionless" else words


@cache
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
        When one cannot become the other; the message says what each of them measures.
    """
    if unit == target:
        return 1.0
    if (unit, target) in SIMPLE_FACTORS:
        return SIMPLE_FACTORS[unit, target]
    source, wanted = parse_unit(unit), parse_unit(target)
    one = _registry().Quantity(1.0, source)
    if one.is_compatible_with(wanted):
        return float(one.to(wanted).magnitude)
    if g_per_mol is not None:
        molar = _registry().Quantity(g_per_mol, "g/mol")
        for candidate in (one / molar, one * molar):
            if candidate.is_compatible_with(wanted):
                return float(candidate.to(wanted).magnitude)
    one_is, other_is = (_measures(u) for u in (source, wanted))
    raise ValueError(f"{unit} cannot become {target}: the one measures {one_is}, the other {other_is}")
