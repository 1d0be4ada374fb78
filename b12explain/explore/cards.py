"""Cards: facts in a list that needs no kernel and no control."""

from __future__ import annotations

from dataclasses import dataclass

from ..bibliography import ReferenceList, cite, reference_list
from ..html import element, join, star_note
from ..status import MARK
from ..tables import Row, table
from .controls import BadInput
from .self_check import SelfCheck
from .story import Story

VERDICTS = ("supported", "supported with caveats", "mixed", "overstated", "unsupported")

#: Rows of the safety table that answer "no clear contraindications", under their headings.
CAUTIONS = {
    "Who is warned on the label": (
        "cobalt_allergy", "mecobalamin_hypersensitivity", "leber_optic_neuropathy", "injection_excipients",
        "mercury_workers",
    ),
    "What can go wrong in treatment": (
        "low_potassium", "folic_acid_masking", "delay_in_treatment", "stop_without_benefit",
    ),
    "What trials and labels counted": (
        "divine_kidney_function", "divine_vascular_events", "mecobalamin_injection_reactions", "vitamin_b6",
    ),
    "What is not known": ("no_upper_limit", "renal_impairment", "high_serum_b12"),
}  # fmt: skip


@dataclass(frozen=True)
class Item:
    """One line of a card: a heading, what is said of it, and the keys of its sources; starred if not re-read."""

    heading: str
    words: str
    source: tuple[str, ...]
    starred: bool = False

    def __str__(self) -> str:
        cited = "; ".join(f"{cite(key)}{_star(key)}" for key in self.source)
        told = (f": {self.words}" if self.words else "") + (f" ({cited})" if cited else "")
        return f"- {self.heading}{MARK if self.starred else ''}{told}"

    def html(self) -> str:
        """As a list item with links."""
        heading = element("strong", f"{self.heading}{MARK if self.starred else ''}.")
        cited = join((join((cite(key).html(), _star(key))) for key in self.source), "; ")
        return element("li", heading, f" {self.words} ", element("small", cited))


@dataclass(frozen=True)
class Card:
    """Items under headings, which show themselves as text and as a list."""

    title: str
    groups: tuple[tuple[str, tuple[Item, ...]], ...]

    @property
    def source(self) -> tuple[str, ...]:
        """Keys of all that is cited."""
        return tuple(dict.fromkeys(key for _, items in self.groups for item in items for key in item.source))

    def __str__(self) -> str:
        lines = [line for heading, items in self.groups for line in (heading, *map(str, items))]
        return "\n".join([self.title, *lines])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        groups = [
            join((element("p", element("strong", heading)), element("ul", *(item.html() for item in items))))
            for heading, items in self.groups
        ]
        starred = any(item.starred for _, items in self.groups for item in items)
        note = star_note(starred or any(map(_star, self.source)))
        return element("section", *groups, note, aria_label=self.title)


def _star(key: str) -> str:
    """The mark of a source that was not read itself."""
    return "" if cite(key).read else MARK


def cautions() -> Card:
    """What *no clear contraindications* leaves out, from labels, trials and reviews."""
    row = table("safety").row
    groups = tuple((heading, tuple(_caution(row(one)) for one in ids)) for heading, ids in CAUTIONS.items())
    return Card("What “no clear contraindications” leaves out", groups)


def _caution(row: Row) -> Item:
    words = f"{row.statement}." + (f" {row.note}." if row.note else "")
    return Item(row.label, words, row.source, not row.read)


def claims(section: str) -> Card:
    """The article's claims of one section of their table, such as ``"Dose and route"``, with the verdict on each.

    Raises
    ------
    BadInput
        If there is no such section.
    """
    sections = tuple(dict.fromkeys(row.section for row in table("claims")))
    if section not in sections:
        raise BadInput(f"there is no section {section!r}; there are {', '.join(map(repr, sections))}")
    groups = []
    for verdict in VERDICTS:
        rows = table("claims").where(section=section, verdict=verdict)
        items = (
            Item(f"{row.number} {row.label.rstrip('.')}", row.reasoning or "", row.source) for row in rows
        )
        groups += [(verdict.capitalize(), tuple(items))] if len(rows) else []
    return Card(f"The article’s claims: {section}", tuple(groups))


def references(*shown: Story | Card | SelfCheck) -> ReferenceList:
    """The reference list of what a notebook shows: of all presets of its stories, its cards, its self-checks' reasons.

    Raises
    ------
    BadInput
        If one of them is something else.
    """
    keys: dict[str, None] = {}
    for one in shown:
        if not isinstance(one, Story | Card | SelfCheck):
            raise BadInput(
                f"references takes stories, cards and self-checks; got {one!r}. "
                "The story of an explorable is explore.story('absorption')."
            )
        keys |= dict.fromkeys(_cited(one) if isinstance(one, Story) else one.source)
    return reference_list(sorted(keys))


def _cited(story: Story) -> tuple[str, ...]:
    results = [story.model(**story.state(preset=preset)) for preset in story.presets]
    return tuple(key for result in results for fact in story.facts(result) for key in fact.source)
