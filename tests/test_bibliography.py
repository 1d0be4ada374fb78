"""Citations and reference lists."""

import pytest

from b12explain.bibliography import cite, keys, reference_list
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


def test_bibliography_is_sorted_without_repeats():
    listed = reference_list(["IOM1998", "Carmel2008", "IOM1998", "Adams1971"])
    assert [one.key for one in listed.citations] == ["Adams1971", "Carmel2008", "IOM1998"]
    assert str(listed).count("\n") == 2
    assert listed.html().count("<li ") == 3


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
