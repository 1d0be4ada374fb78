"""The bibliography: author–year citations with links, and reference lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from .html import Html, element, join, link
from .names import UnknownNameError, did_you_mean
from .status import was_read
from .tables import DATA_FOLDER

BIBLIOGRAPHY = DATA_FOLDER / "references.bib"
PUBMED = "https://pubmed.ncbi.nlm.nih.gov/"
MOST_AUTHORS = 6


@dataclass(frozen=True)
class Citation:
    """One source, cited by author and year.

    Parameters
    ----------
    key : str
        Key in ``references.bib``.
    authors : tuple of str
        Last names, or one organisation; empty where the source names none.
    year : str or None
    title : str
    where : str
        Journal, volume and pages, or publisher, as one text.
    link : str or None
        DOI, else PubMed, else the entry's own address, else None.
    status : str
        How the source was checked: ``read``, ``secondary``, ``unchecked`` or ``derived``.
    note : str or None
        What is still to be checked about the reference.
    more_authors : bool
        Whether the entry says that there are more authors than it names.
    short : str or None
        Name to cite by, where the entry gives one: for long organisations and sources without authors.
    """

    key: str
    authors: tuple[str, ...]
    year: str | None
    title: str
    where: str
    link: str | None
    status: str
    note: str | None = None
    more_authors: bool = False
    short: str | None = None

    def __post_init__(self) -> None:
        if self.link is not None and not self.link.startswith(("https://", "http://")):
            raise ValueError(
                f"{self.key}: a link must start with https:// or http://, so that no page runs it; got {self.link!r}"
            )

    @property
    def read(self) -> bool:
        """Whether the source itself was read."""
        return was_read(self.status)

    @property
    def who(self) -> str:
        """Author part of the citation: one, "A and B", or "A et al."; else the entry's short name."""
        if self.short or not self.authors:
            return self.short or self.title
        if len(self.authors) > 2 or self.more_authors:
            return f"{self.authors[0]} et al."
        return " and ".join(self.authors)

    def __str__(self) -> str:
        return f"{self.who} {self.year}" if self.year else f"{self.who}, undated"

    def html(self) -> Html:
        """Return the citation as a link, or as plain text where there is nothing to link to."""
        return join([link(str(self), self.link, self.title)])

    _repr_html_ = html

    @property
    def _line(self) -> str:
        """The reference without its link."""
        many = len(self.authors) > MOST_AUTHORS or self.more_authors
        authors = ", ".join(self.authors[:MOST_AUTHORS]) + (" et al." if many else "")
        head = f"{authors or self.who} ({self.year or 'undated'})"
        return ". ".join(part.rstrip(".") for part in (head, self.title, self.where) if part) + "."

    def reference(self) -> str:
        """Return the line of the reference list, plain."""
        return f"{self._line} {self.link}" if self.link else self._line

    def reference_html(self) -> Html:
        """Return the line of the reference list, with its link."""
        return join([self._line, link(self.link, self.link)] if self.link else [self._line], " ")


@dataclass(frozen=True)
class ReferenceList:
    """A sorted list of references; shows itself as HTML or plain text."""

    citations: tuple[Citation, ...]

    def __str__(self) -> str:
        return "\n".join(one.reference() for one in self.citations)

    def html(self) -> Html:
        """Return an HTML list, one item per reference."""
        items = (element("li", one.reference_html(), id=f"ref-{one.key}") for one in self.citations)
        return element("ul", *items, class_="b12-references")

    _repr_html_ = html


@cache
def _entries() -> dict[str, Any]:
    from pybtex.database import parse_file  # 60 ms, once, and only for those who cite

    return dict(parse_file(str(BIBLIOGRAPHY), bib_format="bibtex").entries)


def keys() -> tuple[str, ...]:
    """Return every key of the bibliography."""
    return tuple(_entries())


def _plain(text: str) -> str:
    """Undo LaTeX's ways of writing: braces, escaped ampersands, accents."""
    from pybtex.richtext import Text

    return str(Text.from_latex(text)) if text else ""


def _authors(entry: Any) -> tuple[tuple[str, ...], bool]:
    """Return last names (whole names of organisations), and whether there are more ("and others")."""
    names = []
    for person in entry.persons.get("author", ()):
        names.append(_plain(" ".join([*person.prelast_names, *person.last_names])))
    return tuple(name for name in names if name != "others"), "others" in names


def _where(fields: Any) -> str:
    """Return journal, volume(number):pages, or publisher."""
    holders = ("journal", "booktitle", "publisher", "institution", "howpublished")
    place = next((_plain(fields[name]) for name in holders if name in fields), "")
    volume = fields.get("volume", "") + (f"({fields['number']})" if "number" in fields else "")
    pages = fields.get("pages", "").replace("--", "–")
    if "publisher" in fields:
        chapter = f"chapter {fields['chapter']}" if "chapter" in fields else ""
        return ", ".join(part for part in (place, chapter, f"pp. {pages}" if pages else "") if part)
    return " ".join(part for part in (place, ":".join(part for part in (volume, pages) if part)) if part)


def _link(fields: Any) -> str | None:
    if "doi" in fields:
        return f"https://doi.org/{fields['doi']}"
    if "pmid" in fields:
        return f"{PUBMED}{fields['pmid']}/"
    return fields.get("url")


def cite(key: str) -> Citation:
    """Return the citation of a bibliography key.

    Raises
    ------
    UnknownNameError
        When there is none; the message has the nearest keys.

    Examples
    --------
    >>> print(cite("Carmel2008"))
    Carmel 2008
    >>> cite("Carmel2008").link
    'https://doi.org/10.1182/blood-2008-03-040253'
    """
    if not isinstance(key, str) or key not in _entries():
        raise UnknownNameError(f"the bibliography has no {key!r}; {did_you_mean(key, keys())}")
    return _cited(key)


@cache
def _cited(key: str) -> Citation:
    entry = _entries()[key]
    authors, more = _authors(entry)
    fields = entry.fields
    return Citation(
        key=key,
        authors=authors,
        more_authors=more,
        year=fields.get("year"),
        title=_plain(fields.get("title", "")),
        where=_where(fields),
        link=_link(fields),
        status=fields.get("checked", "unchecked"),
        note=_plain(fields.get("note", "")) or None,
        short=_plain(fields.get("shortauthor") or fields.get("shorttitle") or "") or None,
    )


def reference_list(wanted: Iterable[str]) -> ReferenceList:
    """Return the reference list of these keys, each once, sorted by author and year."""
    if not isinstance(wanted, Iterable) or isinstance(wanted, str):
        raise TypeError(f"a reference list takes several keys, such as ['Carmel2008']; got {wanted!r}")
    citations = [cite(key) for key in dict.fromkeys(wanted)]
    return ReferenceList(tuple(sorted(citations, key=lambda one: (str(one).casefold(), one.key))))
