"""Times over a reference intake, and daily means."""

import re

import pytest

from b12explain.multiples import daily_mean
from b12explain.quantities import quantity

RDA = "intakes.us_rda_adults_19_30"
AI = "intakes.eu_ai_adults"


def exactly(text):
    """Pattern for a whole message; a plain space also stands for one that does not break."""
    return "^" + re.escape(text).replace(r"\ ", "[ \N{NO-BREAK SPACE}]") + "$"


def plain(text):
    return str(text).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("full_id", "reference", "text"),
    [
        ("regimens.oral1000", RDA, "417 times the RDA of 2.4 µg"),
        ("regimens.oral1000", AI, "250 times the AI of 4 µg"),
        ("regimens.oral1000", "intakes.uk_rni_adults", "667 times the RNI of 1.5 µg"),
        ("regimens.oral1000", "intakes.anz_rdi_adults_19_70", "417 times the RDI of 2.4 µg"),
        ("regimens.jp_oral", RDA, "625 times the RDA of 2.4 µg"),
        ("regimens.uk_neuro_maint", RDA, "6.8 times the RDA of 2.4 µg"),
        ("foods.beef_liver", RDA, "29 times the RDA of 2.4 µg"),
        ("foods.nutritional_yeast", RDA, "3.5–10 times the RDA of 2.4 µg"),
        (AI, RDA, "1.7 times the RDA of 2.4 µg"),
        ("foods.milk", "intakes.us_dv_adults_and_children_from_4", "0.54 times the Daily Value of 2.4 µg"),
    ],
)
def test_times_a_reference_intake_names_its_kind(full_id, reference, text):
    assert plain(quantity(full_id).times(reference)) == text


def test_times_wants_b12_and_a_reference_intake():
    assert float(quantity("regimens.oral1000").times(quantity(RDA))) == pytest.approx(1000 / 2.4)
    with pytest.raises(
        ValueError, match=exactly("foods.egg is not a reference intake; choose a row of intakes")
    ):
        quantity("foods.milk").times("foods.egg")
    message = (
        "regimens.rat500 (500 µg per kg) cannot be counted in reference intakes: "
        "ug/kg cannot become ug/day: the one measures a pure number, the other mass / time"
    )
    with pytest.raises(ValueError, match=exactly(message)):
        quantity("regimens.rat500").times(RDA)


def test_daily_mean_is_dose_times_doses_per_week_over_seven():
    assert daily_mean("uk_neuro_maint").value == pytest.approx(1000 * 0.115 / 7)
    assert daily_mean("jp_oral").value == 1500
    message = "regimens.cyanide is not repeated (single infusion), so it has no daily mean"
    with pytest.raises(ValueError, match=exactly(message)):
        daily_mean("cyanide")
