"""Numbers that print and convert themselves."""

import re
import subprocess
import sys
from dataclasses import FrozenInstanceError

import pytest

from b12explain.names import UnknownNameError
from b12explain.quantities import Quantity, quantity
from b12explain.tables import Row, table
from b12explain.units import conversion_factor
from tests.plain import exactly, plain

RDA = "intakes.us_rda_adults_19_30"


def made(**changes):
    parts = {"id": "fibre.node_length", "label": "Node length", "value": 1.0, "low": None, "high": None}
    parts |= {"unit": "um", "source": ("Carmel2008",)}
    return Quantity(**(parts | changes))


@pytest.mark.parametrize(
    ("full_id", "text"),
    [
        (RDA, "2.4 µg per day"),
        ("absorption.carmel_normal_1000_ug", "1.3 %"),
        ("kinetics.daily_loss_absolute", "1.4–5.1 µg per day"),
        ("kinetics.body_pool", "2.5 (2–3) mg"),
        ("regimens.oral1000", "1,000 µg"),
        ("regimens.als50", "50 mg"),
        ("regimens.cyanide", "5 g"),
        ("foods.beef_liver", "70.7 µg"),
        ("absorption.egg_fraction", "up to 9 %"),
        ("absorption.food_coefficient", "−0.9614"),
        ("kinetics.molar_mass_cyanocobalamin", "1,355.388 g/mol"),
        ("safety.metformin", "−19 (−24 to −14) %"),
        ("nerve.hemmer_demyelinating", "1 person"),
    ],
)
def test_prints_for_readers(full_id, text):
    assert plain(quantity(full_id)) == text


def test_number_and_unit_are_never_parted():
    assert str(quantity("absorption.carmel_normal_1000_ug")) == "1.3\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize(
    ("full_id", "text", "words"),
    [
        ("absorption.carmel_normal_1_ug", "56 %", "read at the source"),
        ("absorption.adams_1_ug", "50 %*", "read on a secondary page"),
        ("intakes.uk_rni_pregnancy", "1.5 µg per day*", "not re-read"),
        ("kinetics.depletion_time_no_if", "2.9 years", "worked out from the others"),
        (
            "kinetics.pmol_per_pg",
            "0.738 pmol/L per pg/mL*",
            "worked out from the others",
        ),  # from one not re-read
    ],
)
def test_mark_and_status_words(full_id, text, words):
    assert plain(quantity(full_id).marked()) == text
    assert quantity(full_id).status_words == words
    assert quantity(full_id).read == (quantity(full_id).mark == "") == (not text.endswith("*"))


@pytest.mark.parametrize("missing", ["unit", "source"])
def test_refuses_to_exist_without_unit_or_source(missing):
    row = Row("fibre", 12, {"id": "node_length"})
    with pytest.raises(ValueError, match=exactly(f"fibre.node_length (fibre.csv, row 12) has no {missing}")):
        made(row=row, **{missing: ""})


def test_refuses_to_exist_without_a_number_or_with_an_unknown_status():
    with pytest.raises(ValueError, match=exactly("fibre.node_length has no value, low or high")):
        made(value=None)
    wanted = "fibre.node_length has status 'seen'; it must be one of read, secondary, unchecked, derived"
    with pytest.raises(ValueError, match=exactly(wanted)):
        made(status="seen")


def test_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        quantity(RDA).value = 3


def test_float_of_a_range_names_its_ends():
    assert float(quantity(RDA)) == 2.4
    message = "absorption.recovery_time is a range without a best value (4–6 hours); use .low or .high"
    with pytest.raises(TypeError, match=exactly(message)):
        float(quantity("absorption.recovery_time"))


def test_unknown_and_wordy_ids():
    message = (
        "there is no quantity 'absorption.pasive_fraction'; did you mean "
        "'absorption.passive_fraction', 'absorption.egg_fraction' or 'absorption.fish_fraction'?"
    )
    with pytest.raises(UnknownNameError, match=exactly(message)):
        quantity("absorption.pasive_fraction")
    message = (
        "safety.no_upper_limit (safety.csv, row 2) holds words, not a number; read it with table('safety')"
    )
    with pytest.raises(ValueError, match=exactly(message)):
        quantity("safety.no_upper_limit")


def test_one_milligram_of_each_form_in_moles():
    one_mg = made(value=1, unit="mg")
    assert one_mg.to("nmol", form="cyanocobalamin").value == pytest.approx(737.8, abs=0.05)
    assert one_mg.to("nmol", form="hydroxocobalamin").value == pytest.approx(742.7, abs=0.05)
    assert one_mg.to("nmol", form="methylcobalamin").value == pytest.approx(743.8, abs=0.05)
    assert one_mg.to("nmol", form="adenosylcobalamin").value == pytest.approx(633.1, abs=0.05)
    assert plain(quantity("regimens.oral1000").to("nmol")) == "737.8 nmol"


def test_there_and_back():
    start = quantity("kinetics.body_pool")
    back = start.to("nmol", form="cyanocobalamin").to("mg", form="cyanocobalamin")
    assert (back.value, back.low, back.high) == pytest.approx((2.5, 2, 3))


def test_conversions_carry_the_range():
    passive = quantity("absorption.passive_fraction").to("fraction")
    assert (passive.value, passive.low, passive.high) == pytest.approx((0.01, 0.005, 0.013))
    assert quantity("regimens.oral1000").to("mg").value == 1


@pytest.mark.parametrize(
    ("convert", "message"),
    [
        (
            lambda: quantity("foods.milk").to("hours"),
            "ug cannot become hours: the one measures mass, the other time",
        ),
        (
            lambda: quantity("foods.milk").to("nmol"),
            "ug to nmol needs a cobalamin form, one of cyanocobalamin, methylcobalamin, hydroxocobalamin, "
            "adenosylcobalamin; got None",
        ),
        (
            lambda: conversion_factor("ug", "spoons"),
            "unit 'spoons' is not known; did you mean 'points', 'months' or 'reactions'? Others are added in units.py.",
        ),
    ],
)
def test_wrong_conversions_say_why(convert, message):
    with pytest.raises(ValueError, match=exactly(message)):
        convert()


@pytest.mark.parametrize("form", ["nonsense", "", "Cyanocobalamin"])
@pytest.mark.parametrize("unit", ["fraction", "%", "nmol"])
def test_a_form_that_is_none_is_refused_whatever_the_units(unit, form):
    message = f"form must be one of cyanocobalamin, methylcobalamin, hydroxocobalamin, adenosylcobalamin; got {form!r}"
    with pytest.raises(ValueError, match=exactly(message)):
        quantity("absorption.passive_fraction").to(unit, form=form)


def test_a_unit_of_no_sense_is_refused():
    with pytest.raises(ValueError, match=r"^unit '9\*\*9\*\*9' is not known; "):
        quantity("foods.milk").to("9**9**9")


def test_a_number_is_made_once_by_id_or_by_row():
    row = table("absorption").row("passive_fraction")
    assert quantity("absorption.passive_fraction") is quantity(row)
    assert quantity(row).row is row
    with pytest.raises(UnknownNameError):
        quantity("absorption.absorption.passive_fraction")


@pytest.mark.parametrize("bad", [3, None, True, float("nan"), ["absorption.passive_fraction"]])
def test_a_quantity_is_asked_for_by_a_name(bad):
    with pytest.raises(
        UnknownNameError, match=rf"^there is no quantity {re.escape(repr(bad))}; (did you mean|some are) '"
    ):
        quantity(bad)


def test_importing_numbers_loads_nothing_heavy():
    heavy = {"pint", "pybtex", "numpy", "matplotlib"}
    code = f"import sys, b12explain.quantities; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
