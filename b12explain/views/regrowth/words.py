"""How waits and arrivals are written."""

from __future__ import annotations

from ...amounts import EN_DASH, NBSP, format_number, with_unit
from ...models.regrowth import DAYS_PER_MONTH
from ...quantities import Quantity, quantity

MILLIMETRES_A_DAY = f"mm{NBSP}a{NBSP}day"


def span(low_days: float, high_days: float) -> str:
    """A range of times in months, or in days where it ends within a month and a half: "12–34 months", "6–17 days"."""
    in_days = high_days < 1.5 * DAYS_PER_MONTH
    ends = [f"{days / (1 if in_days else DAYS_PER_MONTH):.0f}" for days in (low_days, high_days)]
    both = ends[0] if ends[0] == ends[1] else EN_DASH.join(ends)
    return _counted(both, "day" if in_days else "month")


def months(count: float) -> str:
    """A number of months: "1 month", "23 months"."""
    return _counted(f"{count:.0f}", "month")


def _counted(number: str, unit: str) -> str:
    return f"{number}{NBSP}{unit}{'' if number == '1' else 's'}"


def mm(length: float) -> str:
    """A length, to the millimetre: "1,000 mm"."""
    return with_unit(f"{length:,.0f}", "mm")


def rate(mm_per_day: float) -> str:
    """A rate: "1.5 mm a day"."""
    return f"{format_number(mm_per_day)}{NBSP}{MILLIMETRES_A_DAY}"


def rates() -> str:
    """The published range of rates, with the mark of its source: "1–3 mm a day*"."""
    usual = quantity("nerve.regrowth_usual")
    return f"{_ends(usual)}{NBSP}{MILLIMETRES_A_DAY}{usual.mark}"


def start_words() -> str:
    """How long it takes to start, with the mark of its source: "3–4 weeks*"."""
    begin = quantity("nerve.regrowth_start")
    return f"{_ends(begin)}{NBSP}weeks{begin.mark}"


def _ends(published: Quantity) -> str:
    return EN_DASH.join(format_number(end) for end in (published.low, published.high))
