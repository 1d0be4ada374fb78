"""How absorbed B12 is put into words."""

from __future__ import annotations

from ..amounts import NBSP, format_dose, format_number, format_range, round_figures
from ..models.absorption import Absorbed, Retained

#: Words beside the dot of a single food, by its row in the table of absorption.
FOOD_NAMES = {
    "mutton_highest": "mutton, Doets 2013",
    "liver_lowest": "liver, Doets 2013",
    "liver_average": "liver, IOM 1998",
}


def ug(amount_ug: float) -> str:
    """An amount absorbed, to two figures: "13 µg"."""
    return format_dose(round_figures(amount_ug, 2))


def percent_of(share: float) -> str:
    """A share absorbed, to two figures: "1.3 %"."""
    return f"{format_number(100 * share, 2)}{NBSP}%"


def diet_times(result: Absorbed) -> str:
    """How many times over it is what an RDA-sized diet delivers: "11–17 times"."""
    low, high = result.diet_multiple
    return f"{format_range(low, high)} times"


def ranged(low_ug: float, high_ug: float) -> str:
    """A range of amounts absorbed, each to two figures: "9.2–19 µg"."""
    return format_range(round_figures(low_ug, 2), round_figures(high_ug, 2), "ug")


def kept(result: Retained) -> str:
    """Least and most kept of an injection: "150–310 µg", or one amount."""
    return format_range(min(result.kept_ug), max(result.kept_ug), "ug")


def tablet_title(result: Absorbed) -> tuple[list[str], str]:
    """The finding of a day's tablets, longest wording first, and which way most of it took."""
    n, dose = result.times_per_day, format_dose(result.dose_ug)
    taken = (
        [f"{dose} swallowed", dose] if n == 1 else [f"{n} × {dose} swallowed in a day", f"{n} × {dose} a day"]
    )
    if not result.intrinsic_factor:
        why = "all of it through the gut wall by itself, since intrinsic factor is missing"
    elif result.passive_ug > result.intrinsic_ug:
        why = "and most of that leaks through the gut wall by itself, without intrinsic factor"
    else:
        why = "and most of that is carried by intrinsic factor"
    return [f"Of {words}, about {ug(result.total_ug)} gets in" for words in taken], why


def meal_title(result: Absorbed) -> tuple[str, str]:
    """The finding of a meal."""
    return (
        f"Of {format_dose(result.dose_ug)} in a meal, about {ug(result.total_ug)} gets in",
        f"or {percent_of(result.share)}, the mean of healthy adults; the share falls as the meal holds more",
    )


def injection_title(result: Retained) -> tuple[str, str]:
    """The finding of an injection."""
    most = max(result.kept_ug) < result.dose_ug / 2
    rest = "most of what blood cannot hold" if most else "the rest"
    return (
        f"Of {format_dose(result.dose_ug)} injected, {kept(result)} stays",
        f"{result.form}; it passes the gut by, and the kidneys clear {rest}",
    )
