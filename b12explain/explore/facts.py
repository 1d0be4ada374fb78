"""What stands under *numbers and sources*: every number on screen, with its range, source, status and caveat."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from ..bibliography import cite
from ..quantities import Quantity, quantity
from ..status import MARK, MARK_MEANS


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
        by = "; ".join(str(cite(key)) for key in self.source)
        place = ", ".join(part for part in (by, self.locator) if part)
        return f"{self.label}: {self.value}" + (
            f" ({place}; {self.status})" if place else f" ({self.status})"
        )

    def html(self) -> str:
        """As a term and its description, for the list of :func:`facts_html`."""
        sources = "; ".join(cite(key).html() for key in self.source)
        place = ", ".join(part for part in (sources, escape(self.locator)) if part)
        about = ". ".join(part for part in (place, escape(self.status[:1].upper() + self.status[1:])) if part)
        note = f"<br>{escape(self.note)}" if self.note else ""
        note += f"<br><code>{escape(self.row)}</code>" if self.row else ""
        return f"<div><dt>{escape(self.label)}: <strong>{escape(self.value)}</strong></dt><dd>{about}.{note}</dd></div>"


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


def worked_out(label: str, value: str, how: str) -> Fact:
    """A number that was worked out here from those in the data; ``how`` says by what."""
    return Fact(label, value, how)


def facts_html(facts: Iterable[Fact]) -> str:
    """A description list of facts; starred values are explained at its foot."""
    facts = tuple(facts)
    star = f"<p>{MARK_MEANS}</p>" if any(MARK in fact.value for fact in facts) else ""
    return f'<dl class="b12-facts">{"".join(fact.html() for fact in facts)}</dl>{star}'
