"""A number with its unit, source and status, which prints itself for readers."""

from __future__ import annotations

import html
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from b12explain.tables import Row, UnknownNameError, nearest, table, table_names
from b12explain.units import (
    NBSP,
    conversion_factor,
    format_dose,
    format_number,
    format_range,
    show_unit,
    significant_digits,
    with_unit,
)

if TYPE_CHECKING:
    from b12explain.multiples import Multiple

__all__ = ["Quantity", "format_dose", "format_number", "format_range", "quantity"]

MARK = "*"
STATUS_WORDS = {
    "read": "read at the source",
    "secondary": "read on a secondary page",
    "unchecked": "not re-read",
    "derived": "worked out from the others",
}
MARKED = frozenset({"secondary", "unchecked"})


@dataclass(frozen=True)
class Quantity:
    """A sourced number, or a sourced range without a best value.

    Parameters
    ----------
    id : str
        Table and row: ``absorption.passive_fraction``.
    label : str
        What it is, in words.
    value, low, high : float or None
        In `unit`; at least one is given. A range without a best value has `value` None.
    unit : str
        As the tables write it: ``ug/day``, ``%``.
    source : tuple of str
        Keys of the bibliography.
    locator : str or None
        Page, table or abstract in the source.
    status : str
        ``read``, ``secondary``, ``unchecked`` or ``derived``.
    note : str or None
        Caveat to show beside the number.
    conflicts_with : tuple of str
        Full ids of rows that give another value for the same thing.
    derived_from : tuple of str
        Full ids of the rows that a derived number was worked out from.
    row : Row or None
        The data row, for what else it holds (dose, group, kind).
    digits : int
        Significant digits that the source gives.

    Raises
    ------
    ValueError
        When unit, source or every number is missing, or the status is not one of the four.
    """

    id: str
    label: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    source: tuple[str, ...]
    locator: str | None = None
    status: str = "read"
    note: str | None = None
    conflicts_with: tuple[str, ...] = ()
    derived_from: tuple[str, ...] = ()
    row: Row | None = field(default=None, repr=False, compare=False)
    digits: int = field(default=2, repr=False, compare=False)

    def __post_init__(self) -> None:
        where = f"{self.id} ({self.row.where_written})" if self.row is not None else self.id
        for name in ("unit", "source"):
            if not getattr(self, name):
                raise ValueError(f"{where} has no {name}")
        if self.value is None and self.low is None and self.high is None:
            raise ValueError(f"{where} has no value, low or high")
        if self.status not in STATUS_WORDS:
            known = ", ".join(STATUS_WORDS)
            raise ValueError(f"{where} has status {self.status!r}; it must be one of {known}")

    @classmethod
    def from_row(cls, row: Row) -> Quantity:
        """Build the quantity that a data row states."""
        written = [significant_digits(row.written(c)) for c in ("value", "low", "high") if row[c] is not None]
        shared = {c: row[c] for c in ("label", "value", "low", "high", "unit", "source", "locator", "note")}
        return cls(
            id=row.full_id,
            status=row["status"] or "",
            conflicts_with=_full_ids(row, "conflicts_with"),
            derived_from=_full_ids(row, "derived_from"),
            row=row,
            digits=max([2, *written]),
            **shared,
        )

    def __float__(self) -> float:
        if self.value is None:
            raise TypeError(f"{self.id} is a range without a best value ({self._range()}); use .low or .high")
        return float(self.value)

    def __str__(self) -> str:
        if self.value is None:
            return self._range()
        if self.low is None and self.high is None:
            return self._value()
        number, _, unit = self._value().partition(NBSP)
        spread, _, spread_unit = self._range().partition(NBSP)
        both_ends = self.low is not None and self.high is not None
        if both_ends and (self.value == 1 or spread_unit == unit):
            return with_unit(f"{number} ({spread})", spread_unit)
        return f"{self._value()} ({self._range()})"

    def _value(self) -> str:
        if self.unit == "ug":
            return format_dose(self.value, None if self.digits <= 2 else self.digits)
        return with_unit(format_number(self.value, self.digits), show_unit(self.unit, self.value))

    def _range(self) -> str:
        return format_range(self.low, self.high, self.unit, self.digits)

    def marked(self) -> str:
        """Return the text with a star when the source itself, or one that the number is derived from, was not read."""
        return str(self) if self.rests_on_read_sources else f"{self}{MARK}"

    @property
    def rests_on_read_sources(self) -> bool:
        """Whether the source was read, and so were those of the rows that the number was worked out from."""
        return self.status not in MARKED and all(
            quantity(one).rests_on_read_sources for one in self.derived_from
        )

    @property
    def status_words(self) -> str:
        """How well the number was checked, in a reader's words."""
        return STATUS_WORDS[self.status]

    @property
    def cited(self) -> str:
        """Where the number is from, in author–year style."""
        from b12explain.sources import cite  # a picture of a number needs no bibliography

        return "; ".join(str(cite(key)) for key in self.source)

    @property
    def disagreement(self) -> str | None:
        """What other sources give for the same thing, in words; None when no row disagrees."""
        others = [quantity(other) for other in self.conflicts_with]
        return "; ".join(f"{one.cited}: {one.marked()}" for one in others) or None

    def _repr_html_(self) -> str:
        from b12explain.sources import cite

        sources = "; ".join(cite(key).html() for key in self.source)
        place = f", {html.escape(self.locator)}" if self.locator else ""
        words = [self.note, f"Elsewhere: {self.disagreement}" if self.conflicts_with else None]
        note = "".join(f"<br>{html.escape(word)}" for word in words if word)
        return (
            f'<span class="b12-quantity">{html.escape(self.label)}: '
            f"<strong>{html.escape(self.marked())}</strong> "
            f"<small>({sources}{place}; {self.status_words}){note}</small></span>"
        )

    def to(self, unit: str, form: str | None = None) -> Quantity:
        """Return the same quantity in another unit.

        Parameters
        ----------
        unit : str
            ``mg``, ``nmol``, ``fraction``, or any that the tables or pint know.
        form : str, optional
            Cobalamin form, for mass to moles or back: ``cyanocobalamin``, ``hydroxocobalamin``,
            ``methylcobalamin`` or ``adenosylcobalamin``. By default the row's own form.

        Raises
        ------
        ValueError
            When the units do not measure the same thing, or moles are asked for without a form.

        Examples
        --------
        >>> print(quantity("absorption.carmel_normal_1000_ug").to("fraction"))
        0.013
        """
        for name, value in (("unit", unit), ("form", form)):
            if not isinstance(value, str) and (name, value) != ("form", None):
                raise TypeError(f"{name} must be a word, such as 'ug' or 'cyanocobalamin'; got {value!r}")
        factor = conversion_factor(self.unit, unit, self._molar_mass(unit, form))
        ends = [None if x is None else x * factor for x in (self.value, self.low, self.high)]
        return replace(self, value=ends[0], low=ends[1], high=ends[2], unit=unit)

    def _molar_mass(self, unit: str, form: str | None) -> float | None:
        if ("mol" in unit) == ("mol" in self.unit):
            return None
        form = form or (self.row.get("form") if self.row is not None else None)
        rows = table("kinetics").where(measured="molar mass")
        molar = {row["form"]: row for row in rows}
        if form not in molar:
            known = ", ".join(molar)
            raise ValueError(f"{self.unit} to {unit} needs a cobalamin form, one of {known}; got {form!r}")
        return molar[form]["value"]

    def times(self, reference: Quantity | Row | str) -> Multiple:
        """Say how many times a reference intake this is.

        A regimen counts by its daily mean, a single dose or a serving of food as if it were a day's.

        Parameters
        ----------
        reference : Quantity, Row or str
            A row of ``intakes``, or its id: ``"intakes.us_rda_adults_19_30"``.

        Raises
        ------
        ValueError
            When this is not an amount of B12, or `reference` is not a reference intake.
        """
        from b12explain.multiples import Multiple  # multiples is built on this module

        return Multiple.of(self, reference)


def _full_ids(row: Row, column: str) -> tuple[str, ...]:
    """Return the ids in a cell with their table; a bare id is of the row's own table."""
    return tuple(one if "." in one else f"{row.table}.{one}" for one in row.get(column, ()))


def quantity(full_id: str) -> Quantity:
    """Return a number of the data tables by its id.

    Parameters
    ----------
    full_id : str
        Table and row: ``"absorption.passive_fraction"``.

    Raises
    ------
    UnknownNameError
        When there is none; the message has the nearest ids.
    ValueError
        When the row holds words and no number.
    """
    name, _, row_id = str(full_id).partition(".")
    if name not in table_names() or row_id not in table(name).ids:
        known = [f"{one}.{row}" for one in table_names() for row in table(one).ids]
        raise UnknownNameError(f"there is no quantity {full_id!r}; {nearest(full_id, known)}")
    row = table(name).row(row_id)
    if not row.has_number:
        hint = f"read it with table({name!r})"
        raise ValueError(f"{full_id} ({row.where_written}) holds words, not a number; {hint}")
    return row.quantity
