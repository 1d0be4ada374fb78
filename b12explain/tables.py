"""The data tables: rows that can be read, filtered and asked for by id.

Every number of the project is a cell of one of the CSV files in ``b12explain/data``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from .amounts import keep_units
from .names import UnknownNameError, did_you_mean
from .status import was_read

DATA_FOLDER = Path(__file__).parent / "data"

NUMBER_COLUMNS = frozenset(
    {
        "value",
        "low",
        "high",
        "comparator_value",
        "baseline_value",
        "n",
        "p",
        "dose_ug",
        "dose_low_ug",
        "dose_high_ug",
        "dose_low_ug_per_kg",
        "dose_high_ug_per_kg",
        "absorbed_ug",
        "doses_per_week",
        "duration_days",
        "serving_g",
        "age_min_y",
        "age_max_y",
    }
)
LIST_COLUMNS = frozenset({"source", "conflicts_with", "derived_from"})


class Row(Mapping):
    """One row of a table, read by item or by attribute.

    Numbers are floats, an empty cell is None, and `source`, `conflicts_with` and `derived_from` are tuples.

    Parameters
    ----------
    table : str
        Name of the table, which is the name of its file.
    line : int
        Line in the file, counted from 1 with the header as line 1.
    cells : dict
        Column name to cell.
    text : dict, optional
        Column name to the cell as written, which still knows how many digits were given.
    """

    __slots__ = ("_cells", "_text", "line", "table")

    def __init__(self, table: str, line: int, cells: dict[str, Any], text: dict[str, str] | None = None):
        for name, value in (("table", table), ("line", line), ("_cells", cells), ("_text", text or {})):
            object.__setattr__(self, name, value)

    def __getitem__(self, column: str) -> Any:
        try:
            return self._cells[column]
        except KeyError:
            hint = did_you_mean(column, self._cells)
            raise UnknownNameError(f"{self.table} has no column {column!r}; {hint}") from None

    def __getattr__(self, column: str) -> Any:
        try:
            return self[column]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a row of {self.table} cannot be changed; edit {self.table}.csv")

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)

    def __hash__(self) -> int:
        return hash(self.full_id)

    def __repr__(self) -> str:
        return f"<{self.full_id}: {self._cells.get('label') or '(no label)'}>"

    @property
    def full_id(self) -> str:
        """The id with its table, as `quantity` takes it: ``foods.milk``."""
        return f"{self.table}.{self['id']}"

    @property
    def where_written(self) -> str:
        """File and line, for an error message."""
        return f"{self.table}.csv, row {self.line}"

    @property
    def read(self) -> bool:
        """Whether nothing says that the row's own source was not read."""
        return was_read(self._cells.get("status"))

    @property
    def has_number(self) -> bool:
        """Whether the row has a value or at least one end of a range."""
        return any(self._cells.get(column) is not None for column in ("value", "low", "high"))

    def written(self, column: str) -> str:
        """Return the cell as it stands in the file."""
        return self._text.get(column, "")


class Table(Sequence):
    """The rows of one data file, in the file's order. It cannot be changed.

    Examples
    --------
    >>> table("foods").row("milk").label
    'Milk, 2\\xa0% fat'
    >>> [row.id for row in table("intakes").where(authority="EFSA", group="Pregnancy")]
    ['eu_ai_pregnancy']
    """

    def __init__(self, name: str, rows: Sequence[Row]):
        self.name = name
        self._rows = tuple(rows)

    def __getitem__(self, index: int | slice) -> Any:
        return Table(self.name, self._rows[index]) if isinstance(index, slice) else self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"<table {self.name}: {len(self)} rows>"

    @cached_property
    def _by_id(self) -> dict[str, Row]:
        return {row["id"]: row for row in self._rows}

    @property
    def columns(self) -> tuple[str, ...]:
        """The column names, in the file's order."""
        return tuple(self._rows[0]) if self._rows else ()

    def row(self, row_id: str) -> Row:
        """Return the row with this id, given with or without the table's name.

        Raises
        ------
        UnknownNameError
            When there is none; the message has the nearest ids.
        """
        row = self.get(row_id)
        if row is None:
            raise UnknownNameError(f"{self.name} has no row {row_id!r}; {did_you_mean(row_id, self._by_id)}")
        return row

    def get(self, row_id: str) -> Row | None:
        """Return the row with this id, given with or without the table's name; None when there is none."""
        return self._by_id.get(row_id.removeprefix(f"{self.name}.")) if isinstance(row_id, str) else None

    def where(self, **wanted: object) -> Table:
        """Return the rows in which every named column equals the given value.

        Raises
        ------
        UnknownNameError
            When the table has no such column.
        """
        for column in wanted:
            if column not in self.columns:
                hint = did_you_mean(column, self.columns)
                raise UnknownNameError(f"{self.name} has no column {column!r}; {hint}")
        return Table(self.name, [row for row in self if all(row[c] == v for c, v in wanted.items())])


def _cell(column: str, text: str, where: str) -> Any:
    """Turn the text of a cell into a float, a tuple, a str or None."""
    text = text.strip()
    if column in LIST_COLUMNS:
        return tuple(part.strip() for part in text.split(";") if part.strip())
    if not text:
        return None
    if column not in NUMBER_COLUMNS:
        return keep_units(text)
    try:
        return float(text)
    except ValueError:
        raise ValueError(f"{where}: {column} must be a plain number or empty; got {text!r}") from None


def read_table(path: Path) -> Table:
    """Read one CSV file of the data folder's form.

    Raises
    ------
    ValueError
        When a row is too short or too long, a number is not one, an id is missing or used twice, or a
        column would hide behind something that every row has.
    """
    rows: list[Row] = []
    seen: set[str] = set()
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        columns = next(reader)
        hidden = [column for column in columns if hasattr(Row, column)]
        if hidden:
            raise ValueError(f"{path.name}: {hidden[0]!r} is something every row has; rename the column")
        for line, texts in enumerate(reader, start=2):
            where = f"{path.name}, row {line}"
            if len(texts) != len(columns):
                raise ValueError(f"{where}: {len(columns)} cells wanted, as the header has; got {len(texts)}")
            text = dict(zip(columns, texts, strict=True))
            if not text["id"] or text["id"] in seen:
                raise ValueError(f"{where}: id must be given and unique; got {text['id']!r}")
            seen.add(text["id"])
            cells = {column: _cell(column, cell, where) for column, cell in text.items()}
            rows.append(Row(path.stem, line, cells, text))
    return Table(path.stem, rows)


@cache
def table_names() -> tuple[str, ...]:
    """Return the names of all tables, in alphabetical order."""
    return tuple(sorted(path.stem for path in DATA_FOLDER.glob("*.csv")))


def table(name: str) -> Table:
    """Return a data table by name; each file is read once.

    Parameters
    ----------
    name : str
        One of `table_names()`, such as ``"intakes"``.

    Raises
    ------
    UnknownNameError
        When there is no such table; the message has the nearest names.
    """
    if name not in table_names():
        raise UnknownNameError(f"there is no table {name!r}; {did_you_mean(name, table_names())}")
    return _table(name)


@cache
def _table(name: str) -> Table:
    return read_table(DATA_FOLDER / f"{name}.csv")
