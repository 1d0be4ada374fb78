"""What doses are called: names from their own columns, amounts, stars and phrases."""

import pytest

from b12explain.models.ladder import climb, doses
from b12explain.words import ladder as words

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("dose_id", "name", "full_name", "phrase", "brief"),
    [
        (
            "intakes.us_rda_adults_19_30",
            "adults 19–30",
            "adults 19–30, US RDA",
            f"the US RDA for adults 19–30{NBSP}years, 2.4{NBSP}µg a day",
            f"the US RDA for adults 19–30{NBSP}years",
        ),
        (
            "intakes.us_ai_infants_0_6_months",
            f"infants 0–6{NBSP}mo",
            f"infants 0–6{NBSP}mo, US AI",
            f"the US AI for infants 0–6{NBSP}months, 0.4{NBSP}µg a day",
            f"the US AI for infants 0–6{NBSP}months",
        ),
        (
            "foods.clams_older_table",
            "clams",
            f"clams, 85{NBSP}g, older table",
            f"clams, 85{NBSP}g, older table (84{NBSP}µg)*",
            f"clams, 85{NBSP}g, older table*",
        ),
        (
            "regimens.oral1000",
            "tablet",
            "tablet, high dose",
            f"one 1,000{NBSP}µg tablet",
            f"one 1,000{NBSP}µg tablet",
        ),
        ("regimens.uk_maint", "UK injection", "UK injection", f"one 1,000{NBSP}µg UK injection*", None),
    ],
)
def test_a_dose_is_called(dose_id, name, full_name, phrase, brief):
    dose = doses()[dose_id]
    assert (words.name(dose), words.full_name(dose), words.phrase(dose)) == (name, full_name, phrase)
    assert brief is None or words.phrase(dose, brief=True) == brief


def test_every_dose_has_a_name_of_its_own_and_its_star():
    full = [words.full_name(dose) for dose in doses().values()]
    assert len(set(full)) == len(full)
    for dose in doses().values():
        assert words.full_name(dose).startswith(words.name(dose))
        starred = dose.quantity.status in ("secondary", "unchecked")
        for said in (words.phrase(dose), words.written(dose), words.marked_name(dose)):
            assert said.endswith("*") == starred


@pytest.mark.parametrize(
    ("unit", "tablet", "child", "rung"),
    [
        ("ug", f"1,000{NBSP}µg", f"0.9{NBSP}µg", f"10{NBSP}mg"),
        ("mg", f"1{NBSP}mg", f"0.0009{NBSP}mg", f"10{NBSP}mg"),
        ("times", f"×{NBSP}417", f"×{NBSP}0.38", f"×{NBSP}10,000"),
    ],
)
def test_amounts_in_each_unit(unit, tablet, child, rung):
    result = climb("intakes.us_rda_adults_19_30", "regimens.oral1000", "reference", "log", unit, {})
    assert words.marked_amount(result.first, result) == tablet
    assert words.marked_amount(doses()["intakes.us_rda_children_1_3"], result) == child
    assert words.rung(10_000, result) == rung


def test_a_guess_comes_back_as_typed():
    assert words.guessed(1_234) == f"×{NBSP}1,234"
    assert words.guessed(0) == f"×{NBSP}0"
    assert words.guessed_ug(10) == pytest.approx(24)


def test_lengths_on_the_ordinary_ruler():
    assert words.of_the_ruler(0.0012) == f"0.12{NBSP}%"
    assert words.of_the_ruler(2_500) == f"2,500{NBSP}rulers"
    assert words.runs_on(96_000 / 0.0254) == f"runs on for 1,000{NBSP}metres"
    assert words.pixels(0.854) == f"0.85{NBSP}px wide"
