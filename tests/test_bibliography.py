"""Citations and reference lists."""

import re

import pytest

from b12explain.bibliography import Citation, ReferenceList, cite, keys, reference_list
from b12explain.names import UnknownNameError


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("Carmel2008", "Carmel 2008"),
        ("BoydKalu1979", "Boyd and Kalu 1979"),
        ("Hertz1964", "Hertz et al. 1964"),
        ("Doets2013", "Doets et al. 2013"),
        ("deJager2010", "de Jager et al. 2010"),
        ("IOM1998", "Institute of Medicine 1998"),
        ("EFSA2015", "EFSA 2015"),
        ("Pune2019", "Pune study 2019"),
        ("EisaiLabel", "Eisai, undated"),
    ],
)
def test_author_year(key, text):
    assert str(cite(key)) == text


@pytest.mark.parametrize(
    ("key", "link"),
    [
        ("Carmel2008", "https://doi.org/10.1182/blood-2008-03-040253"),
        ("Kuwabara1999", "https://pubmed.ncbi.nlm.nih.gov/10411351/"),
        ("FAOWHO2002", "https://www.fao.org/4/Y2809E/y2809e00.htm"),
        ("Glass1961", None),
    ],
)
def test_link_is_doi_else_pubmed_else_page_else_none(key, link):
    assert cite(key).link == link


def test_citation_as_html():
    carmel = cite("Carmel2008")
    assert carmel.html() == (
        '<a href="https://doi.org/10.1182/blood-2008-03-040253" '
        'title="How I treat cobalamin (vitamin B12) deficiency">Carmel 2008</a>'
    )
    assert cite("Glass1961").html() == "Glass et al. 1961"


def test_reference_line_has_volume_and_pages():
    assert cite("HorowitzKrarup1992").reference() == (
        "Horowitz, Krarup (1992). Conduction studies of the normal sural nerve. Muscle & Nerve."
    )
    assert "Scandinavian Journal of Gastroenterology 6:249–252." in cite("Adams1971").reference()


NAMES = ("Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse")


def made(count=1, **changes):
    parts = {
        "key": "Ash2001",
        "authors": NAMES[:count],
        "year": "2001",
        "title": "Trees",
        "where": "Wood 1:2",
    }
    return Citation(**(parts | {"link": None, "status": "read"} | changes))


@pytest.mark.parametrize(
    ("count", "cited", "listed"),
    [
        (1, "Ash 2001", "Ash (2001)."),
        (2, "Ash and Birch 2001", "Ash, Birch (2001)."),
        (3, "Ash et al. 2001", "Ash, Birch, Cedar (2001)."),
        (6, "Ash et al. 2001", "Ash, Birch, Cedar, Dogwood, Elm, Fir (2001)."),
        (7, "Ash et al. 2001", "Ash, Birch, Cedar, Dogwood, Elm, Fir et al. (2001)."),
    ],
)
def test_a_text_cites_two_authors_and_the_list_names_six(count, cited, listed):
    assert str(made(count)) == cited
    assert made(count).reference() == f"{listed} Trees. Wood 1:2."


def test_authors_that_the_entry_leaves_out_are_said_to_be_there():
    assert str(made(2, more_authors=True)) == "Ash et al. 2001"
    assert made(2, more_authors=True).reference().startswith("Ash, Birch et al. (2001).")


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", " https://x.org", "//x.org", "x.org", ""]
)
def test_only_addresses_of_the_web_become_links(link):
    message = f"Ash2001: a link must start with https:// or http://, so that no page runs it; got {link!r}"
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        made(link=link)


def test_nothing_of_an_entry_is_taken_for_html():
    evil = '"><script>x</script>&'
    one = made(key=evil, authors=(evil,), title=evil, where=evil, year=evil, link=f"https://x.org/{evil}")
    for page in (one.html(), one.reference_html(), ReferenceList((one,)).html()):
        assert "<script" not in page
        assert page.count('"') % 2 == 0
    assert 'id="ref-&quot;&gt;&lt;script&gt;' in ReferenceList((one,)).html()


def test_reference_list_is_sorted_without_repeats():
    listed = reference_list(["IOM1998", "Carmel2008", "IOM1998", "Adams1971"])
    assert [one.key for one in listed.citations] == ["Adams1971", "Carmel2008", "IOM1998"]
    assert str(listed).count("\n") == 2
    assert listed.html().count("<li ") == 3


@pytest.mark.parametrize("key", [3, None, True, float("nan"), ["Carmel2008"], {}])
def test_a_source_is_asked_for_by_its_key(key):
    with pytest.raises(
        UnknownNameError, match=f"^the bibliography has no {re.escape(repr(key))}; (did you mean|some are) '"
    ):
        cite(key)


@pytest.mark.parametrize("wanted", ["Carmel2008", 3, None])
def test_a_reference_list_takes_several_keys(wanted):
    message = f"a reference list takes several keys, such as ['Carmel2008']; got {wanted!r}"
    with pytest.raises(TypeError, match=f"^{re.escape(message)}$"):
        reference_list(wanted)


def test_unknown_key_is_answered_with_the_nearest():
    message = r"^the bibliography has no 'Carmel08'; did you mean 'Carmel2008', 'CNlabel' or 'McCombe1984'\?$"
    with pytest.raises(UnknownNameError, match=message):
        cite("Carmel08")


@pytest.mark.parametrize("key", keys())
def test_every_entry_makes_a_clean_reference(key):
    one = cite(key)
    assert one.status in {"read", "secondary", "unchecked", "derived"}
    assert len(one.who) <= 50
    line = one.reference().removesuffix(one.link or "")
    assert not set("{}\\") & set(line)
    assert ".." not in line
    assert "others" not in one.authors
