"""Which name may have been meant."""

import time

import pytest

from b12explain.names import UnknownNameError, did_you_mean

PLANTS = ["ash", "birch", "cedar", "dogwood", "elm", "fir", "gorse"]


@pytest.mark.parametrize(
    ("name", "known", "words"),
    [
        ("bich", PLANTS, "did you mean 'birch'?"),
        ("gorsewood", PLANTS, "did you mean 'gorse' or 'dogwood'?"),
        ("aa", ["ab", "ac", "ad", "ae"], "did you mean 'ae', 'ad' or 'ac'?"),
        ("xyz", PLANTS, "some are 'ash', 'birch' and 'cedar'."),
        ("xyz", PLANTS[:2], "known are 'ash' and 'birch'."),
        ("xyz", PLANTS[:1], "known are 'ash'."),
        (None, PLANTS[:2], "known are 'ash' and 'birch'."),
        (["ash"], PLANTS, "did you mean 'ash'?"),
    ],
)
def test_did_you_mean(name, known, words):
    assert did_you_mean(name, known) == words


def test_a_page_pasted_for_a_name_takes_no_time():
    start = time.perf_counter()
    did_you_mean("birch " * 100_000, PLANTS * 100)
    assert time.perf_counter() - start < 1


def test_an_unknown_name_prints_its_message_unquoted():
    assert str(UnknownNameError("there is no 'oak'")) == "there is no 'oak'"
