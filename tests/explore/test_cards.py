"""Cards and reference lists: what they hold, and what they refuse."""

import re

import pytest

from b12explain import explore
from b12explain.explore import BadInput
from b12explain.tables import table

SECTIONS = tuple(dict.fromkeys(row.section for row in table("claims")))


@pytest.mark.parametrize("section", SECTIONS)
def test_claims_of_a_section_are_those_of_its_rows(section):
    card = explore.claims(section)
    rows = table("claims").where(section=section)
    assert sum(len(items) for _, items in card.groups) == len(rows)
    assert set(card.source) == {key for row in rows for key in row.source}


@pytest.mark.parametrize("bad", ["Dose", "", None, 3, True, ["Dose and route"]])
def test_a_section_that_is_not_there_is_refused_with_those_that_are(bad):
    message = f"there is no section {bad!r}; there are {', '.join(map(repr, SECTIONS))}"
    with pytest.raises(BadInput, match=f"^{re.escape(message)}$"):
        explore.claims(bad)


@pytest.mark.parametrize("bad", ["absorption", 3, None, ("Carmel2008",)])
def test_references_are_of_stories_cards_and_self_checks(bad):
    message = (
        f"references takes stories, cards and self-checks; got {bad!r}. "
        "The story of an explorable is explore.story('absorption')."
    )
    with pytest.raises(BadInput, match=f"^{re.escape(message)}$"):
        explore.references(explore.cautions(), bad)


def test_references_are_what_is_cited():
    card = explore.cautions()
    assert len(str(explore.references(card)).split("\n")) >= len(card.source) > 3
