"""Every number in the notebooks' prose is what the data or the models say."""

import math
import re

import pytest

from b12explain.models.absorption import absorb, diet_delivers_ug, retain
from b12explain.models.ladder import doses
from b12explain.quantities import format_number, quantity
from b12explain.tables import table
from tests.test_notebooks import NOTEBOOKS, by_name, prose

RDA = "intakes.us_rda_adults_19_30"
TABLET = "regimens.oral1000"


def value(row_id):
    return quantity(row_id).value


def two(number):
    return format_number(number, 2)


def ratio(row_id):
    return format_number(doses()[row_id].amount_ug / value(RDA), 3)


def kept(form):
    return [two(share.value) for share in retain(form, 1_000).shares]


def ordered(words):
    return sorted(words, key=float)


#: What each number of the prose must be, by the words around it: a pattern with one group a number → those numbers.
CHECKS = {
    "00_start_here": {
        r"of ([\d,]+) µg swallowed, about (\d+) µg gets in": lambda: ["1,000", two(absorb(1_000).total_ug)],
        r"A ([\d,]+) µg tablet is (\d+) times the recommended ([\d.]+) µg a day": lambda: [
            f"{value(TABLET):,.0f}", ratio(TABLET), two(value(RDA))],
        r"Food ends near (\d+) µg, a serving of beef liver": lambda: [
            f"{max(row.value for row in table('foods') if row.value and row.id != 'clams_older_table'):.0f}"],
        r"makes (\d+) claims": lambda: [str(len(table("claims")))],
    },
    "05_dose_and_route": {
        r"more than the recommended ([\d.]+) µg a day, that ([\d,]+) to ([\d,]+) µg is common": lambda: [
            two(value(RDA)), f"{value(TABLET):,.0f}", f"{value('regimens.oral2000'):,.0f}"],
        r"How big is ([\d,]+) µg\?": lambda: ["1,000"],
        r"for adults is ([\d.]+) µg a day\. How many": lambda: [two(value(RDA))],
        r"differ by ten times\. From the RDA to the tablet is ([\d.]+) rungs, or (\d+) times; .*, ([\d,]+) times": lambda: [
            f"{math.log10(value(TABLET) / value(RDA)):.1f}", ratio(TABLET), ratio("regimens.als50")],
        r": ([\d.]+) µg in the United States and Canada, (\d) µg in the European Union, ([\d.]+) µg in the United Kingdom":
            lambda: [two(value(f"intakes.{one}")) for one in ("us_rda_adults_19_30", "eu_ai_adults", "uk_rni_adults")],
        r"swallows ([\d,]+) µg\. How many": lambda: ["1,000"],
        r"Of (\d) µg, (\d+) % was absorbed; of ([\d,]+) µg, ([\d.]+) %": lambda: [
            "1", two(value("absorption.carmel_normal_1_ug")), "1,000", two(value("absorption.carmel_normal_1000_ug"))],
        r"Yet (\d+) µg is (\d+) to (\d+) times what a diet of exactly the RDA delivers \(([\d.]+) to ([\d.]+) µg\)": lambda: [
            two(absorb(1_000).total_ug),
            *(f"{float(two(absorb(1_000).total_ug)) / one:.0f}" for one in reversed(diet_delivers_ug())),
            *map(two, diet_delivers_ug())],
        r"by the RDA \((\d+)\) flatters": lambda: [ratio(TABLET)],
        r"by it \(([\d.]+)\) sells": lambda: [two(float(two(absorb(1_000).total_ug)) / value(RDA))],
        r"factor about (\d+) µg of ([\d,]+) µg still leaks": lambda: [two(absorb(1_000, 1, False).total_ug), "1,000"],
        r"about (\d+) µg a month; one injection of ([\d,]+) µg cyanocobalamin a month leaves (\d+) to (\d+) µg": lambda: [
            f"{value('absorption.daily_tablet_net'):.0f}", "1,000",
            *(f"{end(retain('cyanocobalamin', 1_000).kept_ug):.0f}" for end in (min, max))],
        r"monotone \(([\d.]+) µg of (\d+), but ([\d.]+) µg of (\d+)\)": lambda: [
            two(table("absorption").row("carmel_normal_10_ug").absorbed_ug), "10",
            two(table("absorption").row("carmel_normal_50_ug").absorbed_ug), "50"],
        r"Doses of (\d), (\d) and (\d+) µg of four forms": lambda: [
            two(table("absorption").row(f"adams_{dose}_ug").dose_ug) for dose in (1, 5, 25)],
        r"of ([\d,]+) µg injected, (\d+) to (\d+) % of hydroxocobalamin stayed and (\d+) to (\d+) % of cyanocobalamin": lambda: [
            "1,000", *ordered(kept("hydroxocobalamin")), *ordered(kept("cyanocobalamin"))[::2]],
        r"absorbed normally, (\d) µg a day for (\d+) months": lambda: [
            two(value("regimens.pune2")), re.search(r"(\d+) months", table("regimens").row("pune2").context)[1]],
    },
}  # fmt: skip

#: Numbers that measure nothing: minutes, parts, names, and those of links and headings.
NOT_CHECKED = [
    r"(About|under an hour|minutes).*?\d+ minutes[^*]*\*", r"\|\s*\d+\s*\|$", r"^\| \[?\d\. ", r"\]\([^)]*\)", r"\[part \d",
    r"B12",
]  # fmt: skip


@by_name
def test_every_number_in_the_prose_is_checked(path):
    text = re.sub(r"\s+", " ", prose(path))
    for pattern, expected in CHECKS[path.stem].items():
        matches = re.findall(pattern, text)
        assert matches, f"{path.stem} no longer says {pattern!r}"
        for match in matches:
            assert list(match if isinstance(match, tuple) else [match]) == expected(), pattern


@by_name
def test_no_number_in_the_prose_escapes_the_check(path):
    text = prose(path)
    for pattern in NOT_CHECKED:
        text = re.sub(pattern, " ", text, flags=re.M)
    text = re.sub(r"\s+", " ", text)
    for pattern in CHECKS[path.stem]:
        text = re.sub(pattern, " ", text)
    assert re.findall(r"\S*\d\S*", text) == []


def test_every_notebook_has_its_checks():
    assert set(CHECKS) == {path.stem for path in NOTEBOOKS}


def test_a_wrong_number_is_seen():
    checks = CHECKS["00_start_here"]
    pattern = next(one for one in checks if "tablet is" in one)
    wrong = re.findall(pattern, "A 1,000 µg tablet is 416 times the recommended 2.4 µg a day")
    with pytest.raises(AssertionError):
        assert list(wrong[0]) == checks[pattern]()
