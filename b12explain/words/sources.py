"""Where numbers come from, in a few words, and the star of what rests on a source that was not re-read."""

from __future__ import annotations

from ..bibliography import cite
from ..quantities import quantity
from ..status import MARK
from ..tables import Row, table


def _row(name: str) -> Row:
    return table(name.partition(".")[0]).row(name)


def _read(name: str) -> bool:
    """Whether a row's source was read; of a number, also those of the rows that it was worked out from."""
    row = _row(name)
    return quantity(row).read if row.has_number else row.read


def mark_of(*names: str) -> str:
    """The star, if any of these rows of the data was not read at its source; else nothing."""
    return "" if all(map(_read, names)) else MARK


def starred(said: str, *names: str) -> str:
    """What was worked out from rows of the data, with their star: "12–34 months*"."""
    return f"{said}{mark_of(*names)}"


def named(*names: str) -> str:
    """The sources of rows of the data, each once and with the star of its row: "Huston 2009*"."""
    told = (
        f"{str(cite(key)).removesuffix(', undated')}{mark_of(name)}"
        for name in names
        for key in _row(name).source
    )
    return "; ".join(dict.fromkeys(told))
