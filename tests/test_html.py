"""HTML that needs no script: what could be markup is escaped once, and only once."""

from html.parser import HTMLParser

import pytest

from b12explain.html import element, join, link, star_note
from b12explain.status import MARK_MEANS


class Tags(HTMLParser):
    """Collects what is opened, with its attributes, and the text."""

    def __init__(self, page):
        super().__init__()
        self.opened, self.text = [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.opened.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("words", ["a < b & c", "<script>", "“quoted” \"too\" and 'so'", "&amp;"])
def test_words_come_out_as_they_went_in_however_deep(words):
    page = Tags(element("ul", element("li", words, title=words), words))
    assert page.opened == [("ul", {}), ("li", {"title": words})]
    assert page.text == words * 2


def test_names_of_attributes_that_python_does_not_take():
    assert element("p", class_="x", aria_label="y") == '<p class="x" aria-label="y"></p>'


def test_content_is_joined_by_text():
    assert join(["a", element("b", "c")], " & ") == "a & <b>c</b>"


def test_a_link_leads_somewhere_or_is_none():
    assert link("Carmel 2008", "https://doi.org/1?a&b", "B12") == (
        '<a href="https://doi.org/1?a&amp;b" title="B12">Carmel 2008</a>'
    )
    assert link("<unpublished>", None) == "<unpublished>"
    assert element("p", link("<unpublished>", None)) == "<p>&lt;unpublished&gt;</p>"


def test_a_star_is_explained_where_there_is_one():
    assert star_note(True) == f"<p>{MARK_MEANS}</p>"
    assert star_note(False) == ""
