"""Every number in the notebooks' prose is what the data or the models say."""

import re

import pytest

from tests.prose_checks import CHECKS
from tests.test_notebooks import NOTEBOOKS, by_name, prose

#: Numbers that measure nothing: minutes, parts, names, and those of links and headings.
NOT_CHECKED = [
    r"(About|under an hour|minutes).*?\d+ minutes[^*]*\*",
    r"\|\s*\d+\s*\|$",
    r"^\| \[?\d\. ",
    r"\]\([^)]*\)",
    r"\[part \d",
    r"B12",
]


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
