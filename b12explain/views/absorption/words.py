"""How amounts of absorbed B12 are written."""

from __future__ import annotations

from ...amounts import format_dose, format_range
from ...models.absorption import diet_delivers_ug


def ug(amount_ug: float) -> str:
    """An amount absorbed, to two figures: "13 µg"."""
    return format_dose(float(f"{amount_ug:.2g}"))


def diet_multiple(amount_ug: float) -> tuple[float, float]:
    """How many times over an amount, as shown, is what an RDA-sized diet delivers: fewest and most."""
    by_equation, by_rda = diet_delivers_ug()
    shown = float(f"{amount_ug:.2g}")
    return shown / by_rda, shown / by_equation


def diet_words(amount_ug: float) -> str:
    """The multiple in words: "11–17 times"."""
    low, high = diet_multiple(amount_ug)
    return f"{format_range(float(f'{low:.2g}'), float(f'{high:.2g}'), '')} times"


def spread_words(low_ug: float, high_ug: float) -> str:
    """Least and most kept of an injection: "150–310 µg", or one amount."""
    return format_range(low_ug, high_ug, "ug")
