"""How many times a reference intake something is, and what a regimen comes to a day."""

from __future__ import annotations

from dataclasses import dataclass, replace

from b12explain.quantities import Quantity, quantity
from b12explain.tables import Row, table
from b12explain.units import format_dose, format_number, format_range

DAYS_PER_WEEK = 7
# What each kind of reference intake is called in a sentence.
KIND_WORDS = {"DV": "Daily Value", "EAR": "average requirement"}


@dataclass(frozen=True)
class Multiple:
    """How many times a reference intake something is.

    Parameters
    ----------
    ratio, low, high : float or None
        Pure numbers; `ratio` is None for a range without a best value.
    reference : Quantity
        The reference intake.
    """

    ratio: float | None
    low: float | None
    high: float | None
    reference: Quantity

    @classmethod
    def of(cls, amount: Quantity, reference: Quantity | Row | str) -> Multiple:
        """Divide an amount of B12 by a reference intake."""
        reference = _as_quantity(reference)
        if reference.row is None or reference.row.table != "intakes":
            raise ValueError(f"{reference.id} is not a reference intake; choose a row of intakes")
        daily, one = _amount_ug(amount), _amount_ug(reference)
        ends = [None if x is None else x / float(one) for x in (daily.value, daily.low, daily.high)]
        return cls(*ends, reference=reference)

    @property
    def kind(self) -> str:
        """The reference's kind in words: RDA, AI, RNI, Daily Value."""
        kind = self.reference.row["kind"]
        return KIND_WORDS.get(kind, kind)

    def __float__(self) -> float:
        if self.ratio is None:
            raise TypeError(f"the multiple is a range ({self}); use .low or .high")
        return self.ratio

    def __str__(self) -> str:
        reference = format_dose(float(_amount_ug(self.reference)))
        return f"{self.count} times the {self.kind} of {reference}"

    @property
    def count(self) -> str:
        """The multiple alone: ``417``, ``3.5–10``."""
        largest = max(abs(x) for x in (self.ratio, self.low, self.high) if x is not None)
        digits = 3 if largest >= 100 else 2
        if self.ratio is None:
            return format_range(self.low, self.high, digits=digits)
        return format_number(self.ratio, digits)


def daily_mean(regimen: Row | str) -> Quantity:
    """Return what a regimen comes to per day: dose times doses per week, over 7.

    Parameters
    ----------
    regimen : Row or str
        A row of ``regimens`` or its id.

    Raises
    ------
    ValueError
        When the regimen is a single dose, or its dose is not a mass.
    """
    if not isinstance(regimen, Row | str):
        raise TypeError(f"a regimen is a Row or the id of one; got {regimen!r}")
    row = table("regimens").row(regimen) if isinstance(regimen, str) else regimen
    if row["doses_per_week"] is None:
        raise ValueError(f"{row.full_id} is not repeated ({row['frequency']}), so it has no daily mean")
    factor = row["doses_per_week"] / DAYS_PER_WEEK
    one = row.quantity
    ends = [None if x is None else x * factor for x in (one.value, one.low, one.high)]
    return replace(
        one,
        label=f"{one.label}, daily mean",
        value=ends[0],
        low=ends[1],
        high=ends[2],
        unit=f"{one.unit}/day",
        digits=2,
    )


def _as_quantity(thing: Quantity | Row | str) -> Quantity:
    if isinstance(thing, str):
        return quantity(thing)
    if not isinstance(thing, Row | Quantity):
        raise TypeError(f"a reference intake is a Quantity, a Row or the id of one; got {thing!r}")
    return thing.quantity if isinstance(thing, Row) else thing


def _amount_ug(q: Quantity) -> Quantity:
    """Return the quantity in µg: of a day for an intake or a repeated regimen, as it is for anything else."""
    if q.row is not None and q.row.table == "regimens" and q.row["doses_per_week"] and "/day" not in q.unit:
        q = daily_mean(q.row)
    unit = "ug/day" if "/" in q.unit else "ug"
    try:
        return q.to(unit)
    except ValueError as error:
        raise ValueError(f"{q.id} ({q}) cannot be counted in reference intakes: {error}") from None
