"""A number with its unit, source and status, which prints itself for readers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

from .amounts import NBSP, format_dose, format_number, format_range, show_unit, with_unit
from .names import UnknownNameError, did_you_mean
from .status import MARK, STATUS_WORDS, was_read
from .tables import Row, table, table_names
from .units import conversion_factor, needs_molar_mass


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
        written = [_digits(row.written(c)) for c in ("value", "low", "high") if row[c] is not None]
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

    @property
    def read(self) -> bool:
        """Whether the source was read, and so were those of the rows that the number was worked out from."""
        return was_read(self.status) and all(quantity(one).read for one in self.derived_from)

    @property
    def mark(self) -> str:
        """The star of a number whose source, or one that it is worked out from, was not read; else nothing."""
        return "" if self.read else MARK

    def marked(self) -> str:
        """Return the text with its mark."""
        return f"{self}{self.mark}"

    @property
    def status_words(self) -> str:
        """How well the number was checked, in a reader's words."""
        return STATUS_WORDS[self.status]

    def to(self, unit: str, form: str | None = None) -> Quantity:
        """Return the same quantity in another unit.

        Parameters
        ----------
        unit : str
            ``mg``, ``nmol``, ``fraction``, or any other that `units.py` lists.
        form : str, optional
            Cobalamin form, for mass to moles or back: ``cyanocobalamin``, ``hydroxocobalamin``,
            ``methylcobalamin`` or ``adenosylcobalamin``. By default the row's own form.

        Raises
        ------
        ValueError
            When a unit or a form is not known, the units do not measure the same thing, or moles are asked for
            without a form.

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
        molar, known = _molar_masses(), ", ".join(_molar_masses())
        if form is not None and form not in molar:
            raise ValueError(f"form must be one of {known}; got {form!r}")
        if not needs_molar_mass(self.unit, unit):
            return None
        form = form or (self.row.get("form") if self.row is not None else None)
        if form not in molar:
            raise ValueError(f"{self.unit} to {unit} needs a cobalamin form, one of {known}; got {form!r}")
        return molar[form]


@cache
def _molar_masses() -> dict[str, float]:
    """Molar mass of each cobalamin form, g/mol."""
    return {row["form"]: row["value"] for row in table("kinetics").where(measured="molar mass")}


def _full_ids(row: Row, column: str) -> tuple[str, ...]:
    """Return the ids in a cell with their table; a bare id is of the row's own table."""
    return tuple(one if "." in one else f"{row.table}.{one}" for one in row.get(column, ()))


def _digits(text: str) -> int:
    """Count the significant digits that a cell gives: 2 in ``2.4``, 3 in ``0.130``, 3 in ``150``.

    Zeros at the end of a whole number are counted as given, since ``1000 µg`` on a label is exact.
    """
    digits = text.strip().lstrip("+-").lower().partition("e")[0].replace(".", "").lstrip("0")
    return max(len(digits), 1)


def quantity(of: str | Row) -> Quantity:
    """Return a number of the data tables, by its id or its row. Each is made once.

    Parameters
    ----------
    of : str or Row
        Table and row, ``"absorption.passive_fraction"``; or the row itself.

    Raises
    ------
    UnknownNameError
        When there is none; the message has the ids that look most like it.
    ValueError
        When the row holds words and no number.
    """
    return _made(of if isinstance(of, Row) else _row(of))


@cache
def _made(row: Row) -> Quantity:
    if not row.has_number:
        hint = f"read it with table({row.table!r})"
        raise ValueError(f"{row.full_id} ({row.where_written}) holds words, not a number; {hint}")
    return Quantity.from_row(row)


def _row(full_id: str) -> Row:
    name = full_id.partition(".")[0] if isinstance(full_id, str) else ""
    row = table(name).get(full_id) if name in table_names() else None
    if row is None:
        known = (one.full_id for each in table_names() for one in table(each))
        raise UnknownNameError(f"there is no quantity {full_id!r}; {did_you_mean(full_id, known)}")
    return row
