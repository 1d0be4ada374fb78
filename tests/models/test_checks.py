"""Each refusal takes what is allowed, up to the bounds, and says the rest in one sentence."""

import math
import re

import numpy as np
import pytest

from b12explain.models.checks import (
    check_between,
    check_choice,
    check_flag,
    check_rising,
    check_share,
    check_whole,
)

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("check", "given", "good"),
    [
        (check_between, (0.5, 5_000), (0.5, 5_000, 7, np.float64(3), np.int64(3))),
        (check_choice, (("a", "b"),), ("a", "b", np.str_("a"))),
        (check_flag, (), (True, False, np.True_, np.bool_(False))),
        (check_rising, (0,), ((0,), [0.0, 1], np.array([0.5, 0.6]), range(3))),
        (check_share, (), (0, 0.4, 1)),
        (check_whole, (1, 6), (1, 6, np.int64(3))),
    ],
)
def test_what_is_allowed_passes(check, given, good):
    for value in good:
        check("thing", value, *given)


@pytest.mark.parametrize("given", [np.int8(12), np.uint8(12), np.float32(12), 12, 12.0])
def test_a_number_is_handed_on_as_a_plain_one(given):
    """The square of a narrow integer overflows in silence."""
    plain = check_between("thing", given, 0, 100)
    assert (type(plain), plain) == (float, 12.0)


def test_shares_whole_numbers_and_rising_ones_are_handed_on_as_plain_ones():
    assert type(check_share("thing", np.float16(0.5))) is float
    whole = check_whole("thing", np.int8(100), 0, 200)
    assert (type(whole), whole) == (int, 100)
    rising = check_rising("thing", np.array([1, 2], dtype=np.int8), 0)
    assert (rising, {type(one) for one in rising}) == ((1.0, 2.0), {float})


@pytest.mark.parametrize(
    ("check", "given", "bad", "says"),
    [
        (
            check_between,
            (0.5, 5_000, "µg", "Take less."),
            (0.49, 5_000.1, "1", None, True, math.nan, -math.inf, np.nan, 1j, [1]),
            f"must be between 0.5 and 5,000{NBSP}µg; got {{}}. Take less.",
        ),
        (check_between, (0, 1), (2,), "must be between 0 and 1; got {}."),
        (check_choice, ({"a": 1, "b": 2},), ("c", "", None, 1, ["a"]), "must be one of 'a', 'b'; got {}."),
        (
            check_flag,
            (),
            ("no", "True", 0, 1, None, math.nan),
            "must be True or False, without quotes; got {}.",
        ),
        (
            check_rising,
            (0, "ms"),
            ((), None, 3, "12", (1, 1), (2, 1), (-1, 1), (0, math.inf), (True,), ("1",)),
            f"must be one or more rising numbers from 0{NBSP}ms up; got {{}}. "
            "Sort them, and leave out what is doubled.",
        ),
        (
            check_share,
            (),
            (40, -0.1, "0.4"),
            "must be between 0 and 1; got {}. It is a share, not a percentage.",
        ),
        (
            check_whole,
            (1, 2_000, "Count."),
            (0, 2_001, 1.0, "1", None, True, math.nan),
            "must be a whole number from 1 to 2,000; got {}. Count.",
        ),
    ],
)
def test_the_rest_is_refused_in_one_sentence(check, given, bad, says):
    for value in bad:
        with pytest.raises(ValueError, match=f"^{re.escape('thing ' + says.format(repr(value)))}$"):
            check("thing", value, *given)
