"""What stands under *numbers and sources*: every number on screen, with its range, source, status and caveat."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..bibliography import cite
from ..quantities import Quantity, quantity
from ..tables import Row

#: A number of the data, its row or its id; or one worked out here: label, value, and by what.
Told = Quantity | Row | str | tuple[str, str, str]


@dataclass(frozen=True)
class Fact:
    """One number on screen.

    Parameters
    ----------
    label : str
        What it is.
    value : str
        The number as the reader sees it, with unit, range and the mark of a source that was not re-read.
    status : str
        How well it was checked, in words, or how it was worked out.
    source : tuple of str
        Keys of the bibliography; empty for what is worked out here.
    locator, note : str
        Place in the source; caveat.
    row : str
        Id of the data row, for whoever wants to correct it.
    """

    label: str
    value: str
    status: str
    source: tuple[str, ...] = ()
    locator: str = ""
    note: str = ""
    row: str = ""

    def __str__(self) -> str:
        by = "; ".join(text for text, _ in self.sources)
        place = ", ".join(part for part in (by, self.locator) if part)
        return f"{self.label}: {self.value} ({'; '.join(filter(None, (place, self.status)))})"

    @property
    def sources(self) -> tuple[tuple[str, str | None], ...]:
        """Each source as it is cited, and where it can be read, if anywhere: a web address."""
        return tuple((str(one), one.link) for one in map(cite, self.source))

    def data(self) -> dict[str, Any]:
        """As a page takes it; what is empty is left out."""
        names = ("label", "value", "status", "sources", "locator", "note", "row")
        return {name: told for name in names if (told := getattr(self, name))}


@lru_cache(maxsize=1_024)
def sourced(number: Quantity) -> Fact:
    """A number that stands in the data."""
    note = ". ".join(filter(None, (number.note, _elsewhere(number))))
    place = number.locator or ""
    return Fact(number.label, number.marked(), number.status_words, number.source, place, note, number.id)


def _elsewhere(number: Quantity) -> str:
    """What other sources give for the same thing; empty when no row disagrees."""
    others = map(quantity, number.conflicts_with)
    said = "; ".join(f"{'; '.join(str(cite(key)) for key in one.source)}: {one.marked()}" for one in others)
    return said and f"Elsewhere: {said}"


def listed(*told: Told | None) -> tuple[Fact, ...]:
    """Facts of numbers, in their order; what is empty is left out."""
    return tuple(_fact(one) for one in told if one)


def _fact(told: Told) -> Fact:
    if isinstance(told, tuple):
        return Fact(*told)
    return sourced(told if isinstance(told, Quantity) else quantity(told))
