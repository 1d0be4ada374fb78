"""How waits and arrivals are written."""

from __future__ import annotations

from ...models.regrowth import DAYS_PER_MONTH, DAYS_PER_WEEK, DAYS_PER_YEAR
from ...quantities import Quantity, format_number, quantity
from ...units import EN_DASH, NBSP, with_unit

MILLIMETRES_A_DAY = f"mm{NBSP}a{NBSP}day"


def span(low_days: float, high_days: float) -> str:
    """A range of times in the unit that suits its longer end: "1.0–2.8 years", "6–16 months", "5–11 weeks"."""
    if high_days >= 1.5 * DAYS_PER_YEAR:
        ends, unit = [f"{days / DAYS_PER_YEAR:.1f}" for days in (low_days, high_days)], "year"
    elif high_days >= 3 * DAYS_PER_MONTH:
        ends, unit = [f"{days / DAYS_PER_MONTH:.0f}" for days in (low_days, high_days)], "month"
    else:
        ends, unit = [f"{days / DAYS_PER_WEEK:.0f}" for days in (low_days, high_days)], "week"
    both = ends[0] if ends[0] == ends[1] else EN_DASH.join(ends)
    return f"{both}{NBSP}{unit}{'' if both == '1' else 's'}"


def months(count: float) -> str:
    """A number of months, in years from two years on: "9 months", "2.4 years"."""
    if count >= 24:
        return with_unit(f"{count * DAYS_PER_MONTH / DAYS_PER_YEAR:.1f}", "years")
    number = f"{count:.0f}"
    return with_unit(number, "month" if number == "1" else "months")


def mm(length: float) -> str:
    """A length, to the millimetre: "1,000 mm"."""
    return with_unit(f"{length:,.0f}", "mm")


def rate(mm_per_day: float) -> str:
    """A rate: "1.5 mm a day"."""
    return f"{format_number(mm_per_day)}{NBSP}{MILLIMETRES_A_DAY}"


def rates() -> str:
    """The published range of rates, with the mark of its source: "1–3 mm a day*"."""
    usual = quantity("nerve.regrowth_usual")
    return f"{_ends(usual)}{NBSP}{MILLIMETRES_A_DAY}{_mark(usual)}"


def start_words() -> str:
    """How long it takes to start, with the mark of its source: "3–4 weeks*"."""
    begin = quantity("nerve.regrowth_start")
    return f"{_ends(begin)}{NBSP}weeks{_mark(begin)}"


def _ends(published: Quantity) -> str:
    return EN_DASH.join(format_number(end) for end in (published.low, published.high))


def _mark(published: Quantity) -> str:
    return published.marked().removeprefix(str(published))
