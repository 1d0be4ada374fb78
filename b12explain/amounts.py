"""Amounts as readers see them: every number is rounded and written here, so that it reads the same everywhere."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite
from numbers import Real

from .units import UNITS

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
EN_DASH = "\N{EN DASH}"
_BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:%|°C|[µnp]?mol|[µmk]?g|[µm]m|m/s|ms|S/m|pg|ng)(?![a-zA-Z]))")
# Plurals that do not end in s.
PLURAL = {"person": "people"}
# A mass below the limit, µg, is shown in this unit.
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
    if unit not in UNITS:
        return unit
    known = UNITS[unit]
    return known.singular if number == 1 and known.singular else known.shown


def _check_finite(x: float) -> None:
    if not isinstance(x, Real) or not isfinite(x):
        raise ValueError(f"a number for readers must be finite; got {x!r}. Show the reason in words instead.")


def _round(x: float, figures: int) -> Decimal:
    """Round to significant figures, halves away from zero as readers expect (`round` goes to even)."""
    _check_finite(x)
    number = Decimal(repr(float(x)))
    if not number:
        return Decimal(0)
    step = Decimal(1).scaleb(number.adjusted() - figures + 1)
    return number.quantize(step, rounding=ROUND_HALF_UP)


def _whole(x: float) -> Decimal:
    """Round to the whole, halves away from zero."""
    _check_finite(x)
    return Decimal(repr(float(x))).quantize(Decimal(1), rounding=ROUND_HALF_UP)


def round_figures(value: float, figures: int) -> float:
    """Round to significant figures, as :func:`format_number` does: what is worked out from it fits what is shown.

    Examples
    --------
    >>> round_figures(12.87, 2), round_figures(417.3, 2), round_figures(0.125, 2)
    (13.0, 420.0, 0.13)
    """
    return float(_round(value, figures))


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
    text = f"{_round(x, digits):,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", MINUS) if text != "-0" else "0"


def with_unit(number: str, unit: str) -> str:
    """Put a reader's unit after a number, with a space that does not break."""
    return f"{number}{NBSP}{unit}" if unit else number


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
    _check_finite(dose_ug)
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
    ends = [x for x in (low, high) if x is not None]
    if not ends:
        raise ValueError("a range needs low or high; got neither. Leave the sentence out instead.")
    for end in ends:
        _check_finite(end)
    if ends[0] > ends[-1]:
        raise ValueError(f"a range must rise; got {low!r} to {high!r}. Swap low and high.")
    factor, shown = _dose_step(ends[-1]) if unit == "ug" else (1, show_unit(unit))

    def written(end: float | None) -> str | None:
        if end is None:
            return None
        amount = end * factor
        return format_number(amount, max(digits, _dose_digits(amount)) if unit == "ug" else digits)

    return with_unit(_range_text(written(low), written(high)), shown)


# Amounts that several pictures show, each written in one way ---------------------------------------------------


def percent(share: float) -> str:
    """A share in per cent, to two figures, or to three from a hundred up.

    >>> percent(0.778), percent(1.04), percent(0.013)
    ('78\\xa0%', '104\\xa0%', '1.3\\xa0%')
    """
    value = 100 * share
    return with_unit(format_number(value, 3 if value >= 99.5 else 2), "%")


def speed(velocity_m_per_s: float) -> str:
    """A velocity, to two figures.

    >>> speed(56.3), speed(0.628)
    ('56\\xa0m/s', '0.63\\xa0m/s')
    """
    return with_unit(format_number(velocity_m_per_s), "m/s")


def amplitude(amplitude_uv: float) -> str:
    """A recorded amplitude, to two figures.

    >>> amplitude(14.9)
    '15\\xa0µV'
    """
    return with_unit(format_number(amplitude_uv), "µV")


def duration_ms(time_ms: float) -> str:
    """A time or a delay, to a tenth of a millisecond, or to a hundredth below one.

    >>> duration_ms(3.97), duration_ms(0.162)
    ('4\\xa0ms', '0.16\\xa0ms')
    """
    return with_unit(format_number(round(time_ms, 1 if abs(time_ms) >= 1 else 2), 3), "ms")


def seconds(time_ms: float) -> str:
    """A time given in ms: in ms, or from a tenth of a second on in s, to two figures.

    >>> seconds(17.9), seconds(1587)
    ('18\\xa0ms', '1.6\\xa0s')
    """
    value, unit = (time_ms, "ms") if time_ms < 100 else (time_ms / 1_000, "s")
    return with_unit(format_number(value), unit)


def temperature(temperature_c: float) -> str:
    """A temperature, to two figures.

    >>> temperature(33)
    '33\\xa0°C'
    """
    return with_unit(format_number(temperature_c), "°C")


def times(ratio: float) -> str:
    """A ratio, to two figures, or to three from a hundred up; without a word.

    >>> times(416.7), times(20_833), times(2.5)
    ('417', '20,800', '2.5')
    """
    return format_number(ratio, 3 if ratio >= 100 else 2)


def counted(count: float | str, noun: str) -> str:
    """A count with its noun, in the plural but after 1.

    Parameters
    ----------
    count : float or str
        Written to the whole, or as it is already written: ``"12–34"``, ``"no"``.
    noun : str
        In the singular: ``"month"``, ``"person"``.

    Examples
    --------
    >>> counted(1, "month"), counted(1200, "fibre"), counted("12–34", "month"), counted(3, "person")
    ('1\\xa0month', '1,200\\xa0fibres', '12–34\\xa0months', '3\\xa0people')
    >>> counted(22.5, "month")
    '23\\xa0months'
    """
    number = count if isinstance(count, str) else f"{_whole(count):,}"
    return with_unit(number, noun if number == "1" else PLURAL.get(noun, f"{noun}s"))


def typed(number: float, unit: str = "") -> str:
    """A reader's own number, in up to seven digits so that it comes back as typed; its unit in the singular after 1.

    >>> typed(1_234), typed(12.5, "cm"), typed(1, "months")
    ('1,234', '12.5\\xa0cm', '1\\xa0month')
    """
    written = format_number(number, 7)
    return with_unit(written, unit.removesuffix("s") if written == "1" else unit)


def capital(words: str) -> str:
    """The words with a capital first letter; the others stay as they are.

    >>> capital("one B12 tablet")
    'One B12 tablet'
    """
    return words[:1].upper() + words[1:]
