"""Numbers and sources: what a reader unfolds below the picture."""

from html.parser import HTMLParser

from b12explain.explore.facts import Fact, facts_html, sourced, worked_out
from b12explain.quantities import quantity

NBSP = "\N{NO-BREAK SPACE}"
READ, UNREAD = quantity("absorption.carmel_normal_1000_ug"), quantity("absorption.adams_1_ug")


class Tags(HTMLParser):
    """Counts the tags that are opened and closed."""

    def __init__(self, page):
        super().__init__()
        self.opened, self.closed, self.text = [], [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag != "br":
            self.opened.append(tag)

    def handle_endtag(self, tag):
        self.closed.append(tag)

    def handle_data(self, data):
        self.text += data


def test_a_sourced_fact_says_where_it_is_from_and_how_well_it_was_checked():
    fact = sourced(READ)
    assert fact.value == f"1.3{NBSP}%"
    assert fact.source == ("Carmel2008",)
    assert fact.row == "absorption.carmel_normal_1000_ug"
    assert str(fact) == f"{READ.label}: 1.3{NBSP}% (Carmel 2008, {READ.locator}; read at the source)"


def test_what_was_not_re_read_is_starred_and_the_star_explained():
    fact = sourced(UNREAD)
    assert fact.value.endswith("*")
    assert "read on a secondary page" in str(fact)
    assert "Elsewhere: Carmel 2008: 56" in fact.note
    assert "* the source itself was not re-read." in facts_html([fact])
    assert "not re-read" not in facts_html([sourced(READ)])


def test_a_worked_out_fact_says_how():
    fact = worked_out("Ratio", "417", "tablet ÷ RDA")
    assert str(fact) == "Ratio: 417 (tablet ÷ RDA)"
    assert Tags(fact.html()).text == "Ratio: 417Tablet ÷ RDA."


def test_the_list_is_well_formed_and_holds_a_link():
    page = facts_html([sourced(READ), sourced(UNREAD), worked_out("a", "b", "c")])
    tags = Tags(page)
    assert sorted(tags.opened) == sorted(tags.closed)
    assert tags.opened.count("dt") == tags.opened.count("dd") == 3
    assert 'href="https://doi.org/' in page


def test_what_could_be_markup_is_escaped():
    fact = Fact("<b>", "a < b & c", "<i>", note="<script>", locator="<p>", row="<x>")
    assert "<script>" not in fact.html()
    assert Tags(fact.html()).opened == ["div", "dt", "strong", "dd", "code"]
