"""Numbers and sources: what a reader unfolds below the picture, as data."""

import json

from b12explain.bibliography import cite
from b12explain.explore.facts import Fact, listed, sourced
from b12explain.quantities import quantity

NBSP = "\N{NO-BREAK SPACE}"
READ, UNREAD = quantity("absorption.carmel_normal_1000_ug"), quantity("absorption.adams_1_ug")


def test_a_sourced_fact_says_where_it_is_from_and_how_well_it_was_checked():
    fact = sourced(READ)
    assert fact.value == f"1.3{NBSP}%"
    assert fact.source == ("Carmel2008",)
    assert fact.row == "absorption.carmel_normal_1000_ug"
    assert str(fact) == f"{READ.label}: 1.3{NBSP}% (Carmel 2008, {READ.locator}; read at the source)"


def test_what_was_not_re_read_is_starred():
    fact = sourced(UNREAD)
    assert fact.value.endswith("*")
    assert "read on a secondary page" in str(fact)
    assert "Elsewhere: Carmel 2008: 56" in fact.note


def test_a_worked_out_fact_says_how():
    (fact,) = listed(("Ratio", "417", "tablet ÷ RDA"))
    assert str(fact) == "Ratio: 417 (tablet ÷ RDA)"
    assert fact.sources == ()


def test_sources_are_named_with_the_address_where_they_can_be_read():
    fact = Fact("a", "b", "c", ("Carmel2008", "Doets2013"))
    assert fact.sources == (
        ("Carmel 2008", "https://doi.org/10.1182/blood-2008-03-040253"),
        ("Doets et al. 2013", cite("Doets2013").link),
    )


def test_facts_are_plain_data_in_their_order():
    facts = listed(READ, False, ("Ratio", "a < b", "by hand"))
    first, second = json.loads(json.dumps([fact.data() for fact in facts]))
    assert first == {
        "label": READ.label,
        "value": f"1.3{NBSP}%",
        "status": "read at the source",
        "sources": [["Carmel 2008", cite("Carmel2008").link]],
        "locator": READ.locator,
        "note": first["note"],
        "row": "absorption.carmel_normal_1000_ug",
    }
    assert second == {"label": "Ratio", "value": "a < b", "status": "by hand"}
