"""What each unit of the tables means, held against pint."""

import time
from itertools import permutations

import pint
import pytest

from b12explain.amounts import show_unit
from b12explain.units import UNITS, conversion_factor, needs_molar_mass, unit_of

#: What each unit is in pint's words, and how readers see it after 2.
MEANING = {
    "1": ("", ""),
    "fraction": ("", ""),
    "ratio": ("", ""),
    "times": ("", "times"),
    "%": ("percent", "%"),
    "%/day": ("percent/day", "% per day"),
    "% per 11 months": ("percent/(11 month)", "% in 11 months"),
    "points": ("", "points"),
    "people": ("", "people"),
    "fibres": ("", "fibres"),
    "reactions": ("", "reactions"),
    "ng": ("nanogram", "ng"),
    "ug": ("microgram", "µg"),
    "mg": ("milligram", "mg"),
    "g": ("gram", "g"),
    "ug/day": ("microgram/day", "µg per day"),
    "ug/month": ("microgram/month", "µg per month"),
    "ug/g": ("microgram/gram", "µg per g"),
    "ug/kg": ("microgram/kilogram", "µg per kg"),
    "pmol": ("picomole", "pmol"),
    "nmol": ("nanomole", "nmol"),
    "umol": ("micromole", "µmol"),
    "g/mol": ("gram/mole", "g/mol"),
    "pmol/L": ("picomole/liter", "pmol/L"),
    "nmol/L": ("nanomole/liter", "nmol/L"),
    "umol/L": ("micromole/liter", "µmol/L"),
    "pg/mL": ("picogram/milliliter", "pg/mL"),
    "ng/mL": ("nanogram/milliliter", "ng/mL"),
    "pmol/L per pg/mL": ("picomole/liter/(picogram/milliliter)", "pmol/L per pg/mL"),
    "nm": ("nanometer", "nm"),
    "um": ("micrometer", "µm"),
    "mm": ("millimeter", "mm"),
    "cm": ("centimeter", "cm"),
    "m": ("meter", "m"),
    "1/um": ("1/micrometer", "per µm"),
    "1/um**2": ("1/micrometer**2", "per µm²"),
    "fibres/mm^2": ("1/millimeter**2", "fibres per mm²"),
    "ms": ("millisecond", "ms"),
    "s": ("second", "s"),
    "hours": ("hour", "hours"),
    "days": ("day", "days"),
    "weeks": ("week", "weeks"),
    "months": ("month", "months"),
    "years": ("year", "years"),
    "m/s": ("meter/second", "m/s"),
    "mm/day": ("millimeter/day", "mm per day"),
    "m/s/um": ("meter/second/micrometer", "m/s per µm"),
    "m/s/degC": ("meter/second/delta_degC", "m/s per °C"),
    "degC": ("delta_degC", "°C"),
    "ms/degC": ("millisecond/delta_degC", "ms per °C"),
    "uV": ("microvolt", "µV"),
    "mV": ("millivolt", "mV"),
    "1/ms": ("1/millisecond", "per ms"),
    "1/ms/mV": ("1/millisecond/millivolt", "per ms per mV"),
    "S/m": ("siemens/meter", "S/m"),
    "ohm*cm": ("ohm*centimeter", "Ω cm"),
    "S/cm**2": ("siemens/centimeter**2", "S/cm²"),
    "uF/cm**2": ("microfarad/centimeter**2", "µF/cm²"),
    "mL/min/1.73m^2": ("milliliter/minute", "mL/min per 1.73 m²"),
}
PURE = {"1", "fraction", "ratio", "times", "%"}
#: The same dimensions to pint, and yet not to be mixed: what is counted, the mass of what, along what.
APART = {
    "points", "people", "fibres", "reactions", "fibres/mm^2", "ug/g", "ug/kg", "%/day", "% per 11 months", "m/s/um",
}  # fmt: skip
REGISTRY = pint.UnitRegistry()


def in_pint(name):
    return REGISTRY.Quantity(1.0, MEANING[name][0])


def test_every_unit_has_its_meaning():
    assert MEANING.keys() == UNITS.keys()


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_reads_as_it_should(name):
    assert show_unit(name, 2) == show_unit(name) == MEANING[name][1]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("people", "person"), ("points", "point"), ("fibres", "fibre"), ("reactions", "reaction"), ("years", "year"),
     ("months", "month"), ("weeks", "week"), ("days", "day"), ("hours", "hour"), ("mg", "mg")],
)  # fmt: skip
def test_one_of_a_kind_is_singular(name, shown):
    assert show_unit(name, 1) == shown


PAIRS = list(permutations(UNITS, 2))
ALIKE = [pair for pair in PAIRS if unit_of(pair[0]).measures == unit_of(pair[1]).measures]


@pytest.mark.parametrize(("unit", "target"), ALIKE)
def test_every_conversion_that_runs_is_that_of_pint(unit, target):
    expected = in_pint(unit).to(in_pint(target).units).magnitude / in_pint(target).magnitude
    assert conversion_factor(unit, target) == pytest.approx(expected, rel=1e-12)


def test_what_measures_the_same_can_become_each_other():
    for unit, target in set(PAIRS) - set(ALIKE):
        if {unit, target} & APART or {unit, target} <= PURE:
            continue
        one, other = in_pint(unit), in_pint(target)
        assert not one.is_compatible_with(other), f"{unit} and {target} both measure {one.dimensionality}"
    assert len({unit_of(name).measures for name in PURE}) == 1


def test_what_is_counted_is_never_mixed():
    for unit in APART - {"ug/g", "ug/kg"}:  # these two are of one kind
        assert [name for name in UNITS if unit_of(name).measures == unit_of(unit).measures] == [unit]


@pytest.mark.parametrize(
    ("unit", "target", "expected"),
    [
        ("ug", "nmol", 1e-6 / 1355.388 * 1e9),
        ("nmol", "mg", 1355.388 * 1e-9 * 1e3),
        ("pg/mL", "pmol/L", 1e-12 / 1e-3 / 1355.388 * 1e12),
        ("nmol/L", "ng/mL", 1e-9 * 1355.388 * 1e9 / 1e3),
    ],
)
def test_mass_becomes_moles_by_the_molar_mass(unit, target, expected):
    assert needs_molar_mass(unit, target)
    assert conversion_factor(unit, target, 1355.388) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("pair", [("ug", "mg"), ("pmol/L", "umol/L"), ("ug", "hours"), ("ug", "pmol/L")])
def test_nothing_else_needs_a_molar_mass(pair):
    assert not needs_molar_mass(*pair)


@pytest.mark.parametrize("name", ["9**9**9", "spoons", "", "meter", "9" * 100_000, 3, None, ["ug"]])
def test_a_unit_that_is_not_known_is_refused_at_once(name):
    start = time.perf_counter()
    for pair in (("ug", name), (name, "ug")):
        with pytest.raises(
            ValueError, match=r"^unit .* is not known; .*[.?] Others are added in units\.py\.$"
        ):
            conversion_factor(*pair)
    assert time.perf_counter() - start < 0.5
