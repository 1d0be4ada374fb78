"""The questions of the self-checks, read from the data, with every number filled in from its row."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..amounts import format_number, keep_units
from ..quantities import quantity
from ..tables import DATA_FOLDER, Row, table

FILE = DATA_FOLDER / "questions.toml"
PLACE = re.compile(r"\{(\w+)\.(\w+)(?:\.(\w+))?\}")  # {table.row} or {table.row.column}


@dataclass(frozen=True)
class Option:
    """One answer to a question, why it is right or wrong, and the full ids of the data rows behind the reason."""

    says: str
    right: bool
    why: str
    rows: tuple[str, ...]

    @property
    def verdict(self) -> str:
        """Whether it is right, in a word."""
        return "Right." if self.right else "Wrong."

    @property
    def source(self) -> tuple[str, ...]:
        """Keys of the bibliography behind the reason."""
        return _sources(self.rows)

    @property
    def not_read(self) -> tuple[str, ...]:
        """Those of the keys whose row says that the source itself was not read."""
        return _sources(tuple(one for one in self.rows if not _row(one).read))


@dataclass(frozen=True)
class Question:
    """A question with its options, of which one is right, and the full ids of the data rows that it quotes itself.

    Raises
    ------
    ValueError
        When not exactly one option is right.
    """

    asks: str
    options: tuple[Option, ...]
    rows: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        right = sum(option.right for option in self.options)
        if right != 1:
            raise ValueError(f"{self.asks!r} has {right} right options; mark exactly one with right = true")

    @property
    def source(self) -> tuple[str, ...]:
        """Keys of the bibliography behind the question and all its reasons."""
        keys = (*_sources(self.rows), *(key for option in self.options for key in option.source))
        return tuple(dict.fromkeys(keys))


def questions() -> Mapping[str, tuple[Question, ...]]:
    """Every notebook's questions, by the name of the notebook without its number."""
    return {name: tuple(map(_question, asked)) for name, asked in _written().items()}


@cache
def _written() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text("utf-8"))


def _question(written: Mapping[str, Any]) -> Question:
    return Question(_fill(written["asks"]), tuple(map(_option, written["options"])), _quoted(written["asks"]))


def _option(written: Mapping[str, Any]) -> Option:
    rows = dict.fromkeys((*written["rows"], *_quoted(written["why"])))
    return Option(_fill(written["says"]), written.get("right", False), _fill(written["why"]), tuple(rows))


def _fill(text: str) -> str:
    """Put the numbers of the data into a text, starred where the source itself was not read."""
    return keep_units(PLACE.sub(_told, text))


def _told(place: re.Match[str]) -> str:
    name, row, column = place.groups()
    if column is None:
        return quantity(f"{name}.{row}").marked()
    cell = table(name).row(row)[column]
    if cell is None:
        raise ValueError(f"{name}.{row} has nothing in {column}; quote another cell in {FILE.name}")
    return format_number(cell, 3) if isinstance(cell, float) else cell


def _quoted(text: str) -> tuple[str, ...]:
    """Full ids of the rows whose numbers a text quotes."""
    return tuple(f"{name}.{row}" for name, row, _ in PLACE.findall(text))


def _sources(rows: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for one in rows for key in _row(one).source))


def _row(full_id: str) -> Row:
    name, _, row = full_id.partition(".")
    return table(name).row(row)
