"""Reading the tables: typed cells, rows by id, filters, and errors that name the nearest."""

import re

import pytest

from b12explain.names import UnknownNameError
from b12explain.tables import read_table, table, table_names
from tests.plain import exactly


def write(tmp_path, text):
    path = tmp_path / "toy.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_table_is_there():
    assert table_names() == (
        "absorption",
        "claims",
        "fibre",
        "fibre_geometry",
        "foods",
        "intakes",
        "kinetics",
        "mechanisms",
        "nerve",
        "nerve_study",
        "regimens",
        "safety",
        "trials",
    )


def test_cells_have_types(tmp_path):
    text = "id,label,value,source,note\na,A cup,2.50,Carmel2008; IOM1998,\nb,,,,about 3 µg\n"
    first, second = read_table(write(tmp_path, text))
    assert first["value"] == 2.5
    assert first.written("value") == "2.50"
    assert first.source == ("Carmel2008", "IOM1998")
    assert first.note is None
    assert second.source == ()
    assert second.note == "about 3\N{NO-BREAK SPACE}µg"


def test_table_is_read_once_and_cannot_be_changed():
    assert table("foods") is table("foods")
    milk = table("foods").row("milk")
    with pytest.raises(AttributeError, match=exactly("a row of foods cannot be changed; edit foods.csv")):
        milk.value = 3


def test_row_by_short_and_full_id():
    assert table("foods").row("foods.milk") is table("foods").row("milk")
    assert table("foods").row("milk").full_id == "foods.milk"


def test_where_keeps_the_rows_that_match_everything():
    adults = table("intakes").where(authority="EFSA", group="Adults")
    assert [row.id for row in adults] == ["eu_ai_adults"]
    assert len(table("intakes").where(authority="EFSA", group="Nobody")) == 0


def test_slice_is_a_table():
    first_two = table("foods")[:2]
    assert first_two.row("beef_liver") is first_two[0]
    assert list(first_two) == [table("foods")[0], table("foods")[1]]
    assert first_two.get("milk") is None


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: table("intake"), "there is no table 'intake'; did you mean 'intakes' or 'kinetics'?"),
        (lambda: table("foods").row("milc"), "foods has no row 'milc'; did you mean 'milk'?"),
        (
            lambda: table("foods")[0]["serv"],
            "foods has no column 'serv'; did you mean 'serving', 'serving_g' or 'source'?",
        ),
        (
            lambda: table("foods").where(fod=1),
            "foods has no column 'fod'; did you mean 'food', 'found_at' or 'id'?",
        ),
    ],
)
def test_unknown_names_are_answered_with_the_nearest(ask, message):
    with pytest.raises(UnknownNameError, match=exactly(message)):
        ask()


@pytest.mark.parametrize("bad", [5, None, True, float("nan"), ["milk"], {}])
def test_tables_and_rows_are_asked_for_by_name(bad):
    given = re.escape(repr(bad))
    with pytest.raises(UnknownNameError, match=f"^foods has no row {given}; (did you mean|some are) '"):
        table("foods").row(bad)
    with pytest.raises(UnknownNameError, match=f"^there is no table {given}; (did you mean|some are) '"):
        table(bad)


def test_a_row_or_none():
    assert table("foods").get("milk") is table("foods").get("foods.milk") is table("foods").row("milk")
    assert table("foods").get("milc") is table("foods").get(["milk"]) is None


@pytest.mark.parametrize(
    ("full_id", "read"),
    [
        ("absorption.carmel_normal_1_ug", True),
        ("absorption.adams_1_ug", False),
        ("intakes.uk_rni_pregnancy", False),
        ("kinetics.depletion_time_no_if", True),
        ("claims.c0_1", True),
    ],
)
def test_a_row_knows_whether_its_source_was_read(full_id, read):
    name, _, row = full_id.partition(".")
    assert table(name).row(row).read is read


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id,value\na,>=500\n", "toy.csv, row 2: value must be a plain number or empty; got '>=500'"),
        ("id,value\na,1\na,2\n", "toy.csv, row 3: id must be given and unique; got 'a'"),
        ("id,value\n,1\n", "toy.csv, row 2: id must be given and unique; got ''"),
        ("id,read\na,1\n", "toy.csv: 'read' is something every row has; rename the column"),
        ("id,value\na\n", "toy.csv, row 2: 2 cells wanted, as the header has; got 1"),
    ],
)
def test_a_broken_file_is_refused_with_its_row(tmp_path, text, message):
    with pytest.raises(ValueError, match=exactly(message)):
        read_table(write(tmp_path, text))
