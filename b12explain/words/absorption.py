"""How absorbed B12 is put into words."""

from __future__ import annotations

from ..amounts import format_dose, format_range, percent, round_figures
from ..bibliography import cite
from ..models.absorption import Absorbed, Retained, diet_delivers_ug
from ..models.absorption_fit import measured
from ..quantities import Quantity
from .sources import starred

#: The published share that leaks through, and how long intrinsic factor's path takes to recover.
PASSIVE, RECOVERY = "absorption.passive_fraction", "absorption.recovery_time"
#: A single food and who tells its mean, for its dot, by its row in the table of absorption.
FOODS = {
    "mutton_highest": ("mutton", "Doets 2013"),
    "liver_lowest": ("liver", "Doets 2013"),
    "liver_average": ("liver", "IOM 1998"),
}


def ug(amount_ug: float) -> str:
    """An amount absorbed, to two figures: "13 µg"."""
    return format_dose(round_figures(amount_ug, 2))


def spread(result: Absorbed) -> str:
    """The range of what gets in of a day's tablets, each end to two figures, with its star: "9.4–19 µg*"."""
    ends = round_figures(result.low_ug, 2), round_figures(result.high_ug, 2)
    return starred(format_range(*ends, "ug"), *rows_of(result))


def rows_of(result: Absorbed) -> tuple[str, ...]:
    """The rows that a range rests on: the points of the fit and the time that the path takes, or a published range."""
    if not result.intrinsic_factor:
        return (PASSIVE,)
    return (*fitted(), *([RECOVERY] if result.times_per_day > 1 else []))


def fitted() -> tuple[str, ...]:
    """The rows that capacity and half dose are fitted to."""
    return tuple(row.full_id for row in measured("normal"))


def diet_times(result: Absorbed) -> str:
    """How many times over the amount, as shown, is what an RDA-sized diet delivers: "11–17 times"."""
    by_equation, by_rda = diet_delivers_ug()
    shown_ug = round_figures(result.total_ug, 2)
    return f"{format_range(shown_ug / by_rda, shown_ug / by_equation)} times"


def kept(result: Retained) -> str:
    """Least and most kept of an injection: "150–310 µg", or one amount."""
    return format_range(min(result.kept_ug), max(result.kept_ug), "ug")


def study(share: Quantity) -> str:
    """Who measured a share that stays: "Carmel 2008"."""
    return str(cite(share.source[0]))


def kept_share(share: Quantity) -> str:
    """A share that stays, as one study measured it: "15 %"."""
    return percent(float(share.to("fraction")))


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
        f"or {percent(result.share)}, the mean of healthy adults; the share falls as the meal holds more",
    )


def injection_title(result: Retained) -> tuple[str, str]:
    """The finding of an injection."""
    most = max(result.kept_ug) < result.dose_ug / 2
    rest = "most of what blood cannot hold" if most else "the rest"
    return (
        f"Of {format_dose(result.dose_ug)} injected, {kept(result)} stays",
        f"{result.form}; it passes the gut by, and the kidneys clear {rest}",
    )


def tell(result: Absorbed | Retained) -> str:
    """What the picture shows, in words."""
    if isinstance(result, Retained):
        return _tell_injection(result)
    diet = f"That is {diet_times(result)} what a day's diet of exactly the RDA delivers."
    if result.route == "meal":
        return (
            f"{format_dose(result.dose_ug)} in one meal: about {ug(result.total_ug)} absorbed "
            f"({percent(result.share)}), by the equation pooled from labelled food; single foods differ widely. {diet}"
        )
    often = {1: "once", 2: "twice"}.get(result.times_per_day, f"{result.times_per_day} times")
    if result.intrinsic_factor:
        carried, leaked = ug(result.intrinsic_ug), ug(result.passive_ug)
        ways = f"About {carried} is carried by intrinsic factor and {leaked} leaks through the gut wall."
    else:
        ways = "Without intrinsic factor, all of it leaks through the gut wall."
    return (
        f"{format_dose(result.dose_ug)} swallowed {often} a day: about {ug(result.total_ug)} absorbed a day "
        f"({percent(result.share)}), range {spread(result)}. {ways} {diet}"
    )


def _tell_injection(result: Retained) -> str:
    shares = ", ".join(f"{kept_share(share)} ({study(share)})" for share in result.shares)
    disagree = " The studies disagree, and all stand." if len(set(result.kept_ug)) > 1 else ""
    return (
        f"{format_dose(result.dose_ug)} of {result.form} injected: {kept(result)} stays in the body, "
        f"{shares}; most of the rest leaves in the urine within days.{disagree}"
    )
