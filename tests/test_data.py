"""Every row of the data: complete, traceable, in range, and in no silent disagreement."""

import math
import re
from collections import Counter, defaultdict
from decimal import Decimal
from itertools import combinations

import pytest

from b12explain.bibliography import cite, keys
from b12explain.quantities import quantity
from b12explain.status import MARK
from b12explain.tables import read_table, table, table_names
from b12explain.units import UNITS, conversion_factor

ROWS = [row for name in table_names() for row in table(name)]
NUMBERS = [row for row in ROWS if row.has_number]
STATED = [row for row in ROWS if "status" in row]
# Columns that together say what a row measures, so that two rows equal in all of them should agree.
SAME_THING = {
    "absorption": ("measured", "form", "route", "condition", "dose_ug", "dose_low_ug", "dose_high_ug"),
    "foods": ("food", "serving_g"),
    "intakes": ("authority", "kind", "group", "sex"),
    "kinetics": ("measured", "form", "condition"),
    "nerve": ("measured", "context"),
    "regimens": ("label",),
    "trials": ("trial", "outcome", "form", "route"),
    "safety": ("label", "measure"),
    "mechanisms": ("label",),
}


def by_id(rows):
    return pytest.mark.parametrize("row", rows, ids=lambda row: row.full_id)


@by_id(ROWS)
def test_id_is_readable_and_label_is_given(row):
    assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", row.id)
    assert row.label


@by_id(STATED)
def test_row_has_status_and_source(row):
    assert row.status in {"read", "secondary", "unchecked", "derived"}
    if row.full_id != "nerve.sural_nerve_depth":  # holds no number until a source is found
        assert row.source


@by_id(NUMBERS)
def test_number_becomes_a_quantity_and_its_unit_is_known(row):
    q = quantity(row)
    assert q.source
    assert q.unit in UNITS


@by_id(NUMBERS)
def test_range_is_in_order_and_contains_the_value(row):
    low = -math.inf if row.low is None else row.low
    high = math.inf if row.high is None else row.high
    assert low <= high
    if row["value"] is not None:
        assert low <= row["value"] <= high


@by_id(NUMBERS)
def test_nothing_secondary_or_unchecked_prints_without_its_mark(row):
    behind = [row, *(quantity(one).row for one in quantity(row).derived_from)]
    assert quantity(row).marked().endswith(MARK) == any(
        one.status in {"secondary", "unchecked"} for one in behind
    )


@by_id([row for row in STATED if row.status == "derived"])
def test_derived_row_names_what_it_comes_from(row):
    assert row.derived_from or row.locator in {
        "derivative of Rushton’s form",
        "sum of the current atomic weights of the formula",
    }
    for other in quantity(row).derived_from:
        assert quantity(other)


def test_every_source_resolves_and_every_entry_is_used():
    used = {key for row in ROWS for key in row.source}
    for key in used:
        cite(key)
    assert set(keys()) - used == set()


def test_readers_see_no_checking_address():
    for row in ROWS:
        shown = [text for column, text in row.items() if column != "found_at" and isinstance(text, str)]
        assert not [text for text in shown if "http" in text or "www." in text]


def test_tally_of_verdicts():
    assert Counter(row.verdict for row in table("claims")) == {
        "supported": 13,
        "supported with caveats": 17,
        "mixed": 5,
        "overstated": 8,
        "unsupported": 3,
    }


# How two rows disagree ------------------------------------------------------------------------------------


def in_unit(row, unit):
    factor = conversion_factor(row.unit, unit)
    return [None if row[c] is None else row[c] * factor for c in ("value", "low", "high")]


def disagree(one, other):
    (v1, l1, h1), (v2, l2, h2) = in_unit(one, one.unit), in_unit(other, one.unit)
    if v1 is not None and v2 is not None:
        return not math.isclose(v1, v2)
    if v1 is None and v2 is None:
        return (l1, h1) != (l2, h2)
    value, low, high = (v1, l2, h2) if v2 is None else (v2, l1, h1)
    return not (-math.inf if low is None else low) <= value <= (math.inf if high is None else high)


def silent_disagreements(rows, columns):
    groups = defaultdict(list)
    for row in rows:
        if row.has_number:
            groups[tuple(row[column] for column in columns)].append(row)
    pairs = [pair for group in groups.values() for pair in combinations(group, 2)]
    return [
        (one.id, other.id)
        for one, other in pairs
        if disagree(one, other) and other.full_id not in quantity(one).conflicts_with
    ]


@pytest.mark.parametrize("name", SAME_THING)
def test_no_two_rows_disagree_silently(name):
    assert silent_disagreements(table(name), SAME_THING[name]) == []


def test_a_silent_disagreement_is_found(tmp_path):
    path = tmp_path / "toy.csv"
    head = "id,label,thing,value,low,high,unit,source,locator,status,conflicts_with,note\n"
    body = "".join(
        f"{name},A,x,{cells},Carmel2008,,read,,\n"
        for name, cells in {"a": "1,,,mg", "b": "1000,,,ug", "c": "2,,,mg", "d": ",0.5,1.5,mg"}.items()
    )
    path.write_text(head + body, encoding="utf-8")
    assert silent_disagreements(read_table(path), ("thing",)) == [("a", "c"), ("b", "c"), ("c", "d")]


@by_id([row for row in NUMBERS if row.conflicts_with])
def test_conflicts_point_to_each_other(row):
    for other in quantity(row).conflicts_with:
        assert row.full_id in quantity(other).conflicts_with


@pytest.mark.parametrize(
    "pair",
    [
        ("foods.clams", "foods.clams_older_table"),
        ("intakes.who_rni_infants_7_12_months", "intakes.who_rni_infants_7_12_months_2002"),
        ("absorption.liver_average", "absorption.liver_lowest"),
        (
            "absorption.injection_cyanocobalamin_1000_ug_carmel",
            "absorption.injection_cyanocobalamin_1000_ug_glass",
        ),
        (
            "absorption.injection_cyanocobalamin_1000_ug_glass",
            "absorption.injection_cyanocobalamin_1000_ug_hertz",
        ),
        (
            "absorption.injection_hydroxocobalamin_1000_ug_glass",
            "absorption.injection_hydroxocobalamin_1000_ug_hertz",
        ),
        ("kinetics.daily_loss", "kinetics.daily_loss_pooled"),
    ],
)
def test_known_conflicts_are_recorded(pair):
    assert pair[1] in quantity(pair[0]).conflicts_with


def test_authorities_that_choose_differently_are_not_in_conflict():
    assert quantity("intakes.us_rda_adults_19_30").conflicts_with == ()
    assert quantity("intakes.eu_ai_adults").conflicts_with == ()


# Numbers that must fit each other ---------------------------------------------------------------------------


def half_last_digit(text):
    return float(Decimal(1).scaleb(Decimal(text).as_tuple().exponent)) / 2


def test_fraction_times_dose_is_the_amount_within_rounding():
    off = []
    for row in table("absorption"):
        if row.absorbed_ug is None or row.unit != "%":
            continue
        slack = half_last_digit(row.written("value")) * row.dose_ug / 100 + half_last_digit(
            row.written("absorbed_ug")
        )
        if abs(row.value / 100 * row.dose_ug - row.absorbed_ug) > slack * 1.001:
            off.append(row.id)
    assert off == ["carmel_no_if_500_ug"]
    assert "rounding in the source" in table("absorption").row("carmel_no_if_500_ug").note


def test_derived_times_and_conversions_follow_from_their_rows():
    value = {row.id: row.value for row in table("kinetics")}
    pool, least, loss = value["body_pool_clinical_rule"], value["minimum_pool"], value["daily_loss"] / 100
    assert value["depletion_time_diet_stops"] == pytest.approx(math.log(pool / least) / loss / 365, abs=0.05)
    no_if = value["daily_loss_no_if"] / 100
    assert value["depletion_time_no_if"] == pytest.approx(math.log(pool / least) / no_if / 365, abs=0.05)
    assert value["depletion_time_small_pool"] == pytest.approx(math.log(1000 / least) / loss / 365, abs=0.05)
    assert value["whole_body_half_life"] == pytest.approx(math.log(2) / loss, abs=0.5)
    assert value["pmol_per_pg"] == pytest.approx(1000 / value["molar_mass_cyanocobalamin"], abs=0.0005)


def test_monthly_books_follow_from_their_rows():
    value = {row.id: row.value for row in table("absorption")}
    assert value["monthly_injection_net"] == 1000 * value["injection_cyanocobalamin_1000_ug_carmel"] / 100
    assert value["daily_tablet_net"] == pytest.approx(30 * 1000 * value["carmel_no_if_1000_ug"] / 100)


def test_doses_for_people_follow_from_the_dose_for_rats():
    per_kg = quantity("regimens.rat500").value
    weight_kg, surface = 70, 6 / 37
    by_weight = quantity("mechanisms.human_equivalent_by_weight").to("ug").value
    by_surface = quantity("mechanisms.human_equivalent_by_surface").to("ug").value
    assert by_weight == per_kg * weight_kg
    assert by_surface == pytest.approx(per_kg * surface * weight_kg, abs=50)


def test_reference_regimens_repeat_the_intakes():
    assert quantity("regimens.rda").value == quantity("intakes.us_rda_adults_19_30").value
    assert quantity("regimens.efsa").value == quantity("intakes.eu_ai_adults").value


def test_optimal_g_ratio_is_where_the_derivative_vanishes():
    assert quantity("nerve.g_ratio_rushton_calculus").value == pytest.approx(math.exp(-0.5), abs=0.0005)


# Numbers from print, so that a slip of the hand is seen -----------------------------------------------------


@pytest.mark.parametrize(
    ("full_id", "value", "unit", "source", "status"),
    [
        ("intakes.us_rda_adults_19_30", 2.4, "ug/day", "IOM1998", "read"),
        ("intakes.us_ai_infants_0_6_months", 0.4, "ug/day", "IOM1998", "read"),
        ("intakes.eu_ai_adults", 4.0, "ug/day", "EFSA2015", "read"),
        ("intakes.uk_rni_adults", 1.5, "ug/day", "COMA1991", "read"),
        ("intakes.japan2025_ai_adults", 4.0, "ug/day", "MHLW2025", "secondary"),
        ("foods.beef_liver", 70.7, "ug", "ODS2022", "secondary"),
        ("foods.clams", 17, "ug", "ODS2022", "secondary"),
        ("foods.clams_older_table", 84.1, "ug", "ODSold", "secondary"),
        ("regimens.als50", 50_000, "ug", "Oki2022", "read"),
        ("regimens.cyanide", 5_000_000, "ug", "Cyanokit", "read"),
        ("absorption.carmel_normal_1_ug", 56, "%", "Carmel2008", "read"),
        ("absorption.carmel_normal_10_ug", 16, "%", "Carmel2008", "read"),
        ("absorption.carmel_normal_50_ug", 3, "%", "Carmel2008", "read"),
        ("absorption.carmel_normal_500_ug", 2, "%", "Carmel2008", "read"),
        ("absorption.carmel_normal_1000_ug", 1.3, "%", "Carmel2008", "read"),
        ("absorption.adams_5_ug", 20, "%", "Adams1971", "secondary"),
        ("absorption.food_exponent", 0.7694, "1", "Doets2013", "read"),
        ("absorption.food_coefficient", -0.9614, "1", "Doets2013", "read"),
        ("absorption.injection_cyanocobalamin_500_ug_glass", 40, "%", "Glass1961", "read"),
        ("kinetics.molar_mass_cyanocobalamin", 1355.388, "g/mol", "wikiCN", "secondary"),
        ("kinetics.minimum_pool", 300, "ug", "IOM1998", "read"),
        ("trials.oki_2022", 43, "%", "Oki2022", "read"),
    ],
)
def test_number_as_printed(full_id, value, unit, source, status):
    q = quantity(full_id)
    assert (q.value, q.unit, q.source[0], q.status) == (value, unit, source, status)


def test_amounts_absorbed_as_carmel_prints_them():
    amounts = [
        table("absorption").row(f"carmel_{who}_{dose}_ug").absorbed_ug
        for who in ("normal", "no_if")
        for dose in (1, 10, 50, 500, 1000)
    ]
    assert amounts == [0.56, 1.6, 1.5, 9.7, 13, 0.01, 0.1, 0.6, 7.0, 12]


def test_food_equation_meets_the_numbers_it_is_quoted_with():
    slope, constant = (float(quantity(f"absorption.food_{x}")) for x in ("exponent", "coefficient"))
    assert math.exp(constant) == pytest.approx(0.3824, abs=0.00005)
    assert math.exp(constant) * 1000**slope == pytest.approx(78, abs=0.5)
    assert math.exp(constant) * 2.4**slope == pytest.approx(0.75, abs=0.005)


@by_id(list(table("trials")))
def test_a_duration_in_days_is_that_in_words(row):
    found = re.fullmatch(r"(\d+) (days|weeks)", row.duration or "")
    assert row.duration_days == (float(found[1]) * {"days": 1, "weeks": 7}[found[2]] if found else None)
