"""Doses on one ruler: ratios, ids, daily means and layers."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12explain.models import ladder as model
from b12explain.models.ladder import climb, doses
from b12explain.names import UnknownNameError
from b12explain.tables import table

RDA, TABLET = "intakes.us_rda_adults_19_30", "regimens.oral1000"
IDS = st.sampled_from(sorted(doses()))
INTAKES = st.sampled_from([name for name in sorted(doses()) if name.startswith("intakes.")])


def compare(first, second="reference", layers=None):
    return climb(RDA, first, second, "log", "ug", layers or {})


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [(TABLET, RDA, 417), ("regimens.als50", RDA, 20_833), ("regimens.cyanide", "regimens.als50", 100)],
)
def test_ratios_of_the_narrative(first, second, ratio):
    assert round(compare(first, second).ratio) == ratio


@given(IDS, IDS, INTAKES)
def test_the_larger_is_always_above(first, second, reference):
    one, other = (climb(reference, *pair, "log", "ug", {}) for pair in ((first, second), (second, first)))
    assert one.upper.amount_ug >= one.lower.amount_ug
    assert one.ratio == other.ratio >= 1
    assert {one.upper, one.lower} == {one.first, one.second} == {doses()[first], doses()[second]}


@given(st.lists(IDS, max_size=12), IDS, INTAKES)
def test_rungs_rise_and_hold_what_is_compared(shown, first, reference):
    ladder = climb(reference, first, "reference", "log", "ug", {"tablets": tuple(shown)})
    assert {dose.id for dose in ladder.rungs} == {*shown, first, reference}
    assert all(one.amount_ug <= other.amount_ug for one, other in pairwise(ladder.rungs))
    assert ladder.second is ladder.reference is doses()[reference]


LAYERS_ARE = "'intakes', 'foods', 'tablets', 'injections', 'trials', 'antidote'"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ({"scale": "cubic"}, "scale must be one of 'log', 'linear'; got 'cubic'."),
        ({"scale": None}, "scale must be one of 'log', 'linear'; got None."),
        ({"unit": "kg"}, "unit must be one of 'ug', 'mg', 'times'; got 'kg'."),
        ({"unit": True}, "unit must be one of 'ug', 'mg', 'times'; got True."),
        ({"layers": None}, "layers must be a mapping of layer to ids; got None. Write {} for none."),
        (
            {"layers": ["foods"]},
            "layers must be a mapping of layer to ids; got ['foods']. Write {} for none.",
        ),
        ({"layers": {"food": ()}}, f"each layer must be one of {LAYERS_ARE}; got 'food'."),
        (
            {"layers": {"foods": "foods.milk"}},
            "layers['foods'] must be a sequence of ids; got 'foods.milk'. Put it in brackets, with a comma.",
        ),
    ],
)
def test_a_scale_unit_or_layer_that_there_is_not_is_refused(call, message):
    given = {
        "reference": RDA,
        "first": TABLET,
        "second": "reference",
        "scale": "log",
        "unit": "ug",
        "layers": {},
    }
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        climb(**(given | call))


@pytest.mark.parametrize("bad", [3, None, True, ["regimens.oral1000"], float("nan")])
@pytest.mark.parametrize("name", ["reference", "first", "second"])
def test_a_dose_is_a_name(name, bad):
    given = {"reference": RDA, "first": TABLET, "second": RDA, "scale": "log", "unit": "ug", "layers": {}}
    with pytest.raises(
        UnknownNameError,
        match=rf"^there is no dose {re.escape(repr(bad))} on the ladder; (did you mean|some are) ",
    ):
        climb(**(given | {name: bad}))


def test_a_dose_compared_with_itself_is_as_much():
    assert compare(TABLET, TABLET).ratio == 1
    assert compare(TABLET, TABLET).decades == 0


def test_decades_are_the_logarithm_of_the_ratio():
    assert compare("regimens.cyanide", "regimens.als50").decades == pytest.approx(2)
    assert compare(TABLET).decades == pytest.approx(2.6198, abs=1e-4)


def test_what_is_eaten_or_advised_is_no_medicine():
    kinds = {
        layer: {dose.is_medicine for dose in doses().values() if dose.layer == layer}
        for layer in model.LAYERS
    }
    assert kinds == {"intakes": {False}, "foods": {False}, "tablets": {True}, "injections": {True}, "trials": {True},
                     "antidote": {True}}  # fmt: skip


def test_ranges_are_those_of_the_rows():
    assert doses()["regimens.multi"].range_ug == (5, 25)
    assert doses()["foods.salmon"].range_ug == (2.6, 4.8)
    assert doses()[TABLET].range_ug is None


def test_layers_say_what_is_shown():
    assert [dose.id for dose in compare(TABLET).rungs] == [RDA, TABLET]
    with_foods = compare(TABLET, layers={"foods": ("foods.milk", "foods.clams")})
    assert [dose.id for dose in with_foods.rungs] == ["foods.milk", RDA, "foods.clams", TABLET]


@pytest.mark.parametrize(
    ("name", "daily_ug"),
    [
        (TABLET, 1_000),
        ("regimens.als50", 50_000 * 2 / 7),
        ("regimens.jp_oral", 1_500),
        (RDA, 2.4),
        ("foods.milk", 1.3),
        ("regimens.cyanide", None),
    ],
)
def test_daily_means(name, daily_ug):
    assert doses()[name].daily_ug == (daily_ug if daily_ug is None else pytest.approx(daily_ug))


def test_every_dose_is_a_row_with_a_layer():
    for name, dose in doses().items():
        table_name, row_id = name.split(".")
        assert dose.id == name
        assert table(table_name).row(row_id).value == dose.amount_ug > 0
        assert dose.layer in model.LAYERS
        assert dose.quantity.id == name


def test_every_layer_has_doses():
    assert {dose.layer for dose in doses().values()} == set(model.LAYERS)


def test_only_intakes_in_force_are_on_the_ladder():
    rows = [dose.quantity.row for dose in doses().values() if dose.layer == "intakes"]
    assert {row.standing for row in rows} == {"current"}
    assert "EAR" not in {row.kind for row in rows}
    assert any(row.standing != "current" for row in table("intakes")), "there are others to leave out"


def test_foods_without_b12_have_no_place():
    assert min(dose.amount_ug for dose in doses().values() if dose.layer == "foods") > 0
    assert any(row.value == 0 for row in table("foods")), "there are some to leave out"


def test_a_dose_that_is_not_there_is_named_with_the_nearest():
    message = (
        "there is no dose 'regimens.oral999' on the ladder; "
        "did you mean 'regimens.jp_oral', 'regimens.oral2000' or 'regimens.oral1000'?"
    )
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        compare("regimens.oral999")
    with pytest.raises(UnknownNameError, match="there is no dose 'milk' on the ladder"):
        climb("milk", TABLET, RDA, "log", "ug", {})
    with pytest.raises(UnknownNameError, match=r"there is no dose 'foods\.oats' on the ladder"):
        compare(TABLET, layers={"foods": ("foods.oats",)})
