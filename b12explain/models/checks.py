"""What every model refuses, and the words it does it in: the thing, what it may be, what was given, what to do."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise
from numbers import Integral, Real
from typing import Any

import numpy as np

from ..amounts import NBSP


def is_number(value: Any) -> bool:
    """Whether it is a finite number, and not a yes or no."""
    return isinstance(value, Real) and not isinstance(value, bool) and -math.inf < value < math.inf


def check_between(name: str, value: Any, low: float, high: float, unit: str = "", advice: str = "") -> float:
    """Refuse a value that is not a number from ``low`` to ``high``; hand on a plain ``float``: none that overflows."""
    if not is_number(value) or not low <= value <= high:
        unit = unit and NBSP + unit
        raise ValueError(
            f"{name} must be between {low:,g} and {high:,g}{unit}; got {value!r}. {advice}".rstrip()
        )
    return float(value)


def check_choice(name: str, value: Any, choices: Iterable[str]) -> None:
    """Refuse a word that is not one of ``choices``."""
    choices = tuple(choices)
    if not isinstance(value, str) or value not in choices:
        raise ValueError(f"{name} must be one of {', '.join(map(repr, choices))}; got {value!r}.")


def check_flag(name: str, value: Any) -> None:
    """Refuse anything but True or False: the word ``"no"`` would count as yes."""
    if not isinstance(value, bool | np.bool_):
        raise ValueError(f"{name} must be True or False, without quotes; got {value!r}.")


def check_rising(name: str, values: Any, low: float, unit: str = "") -> tuple[float, ...]:
    """Refuse anything but one or more finite numbers from ``low`` up, each above the one before; hand on plain ones."""
    given = list(values) if isinstance(values, Iterable) and not isinstance(values, str) else []
    rising = all(map(is_number, given)) and all(one < next_one for one, next_one in pairwise(given))
    if not given or not rising or given[0] < low:
        unit = unit and NBSP + unit
        raise ValueError(
            f"{name} must be one or more rising numbers from {low:,g}{unit} up; got {values!r}. "
            "Sort them, and leave out what is doubled."
        )
    return tuple(map(float, given))


def check_share(name: str, value: Any) -> float:
    """Refuse anything but a number from 0 to 1; hand on a plain ``float``."""
    return check_between(name, value, 0, 1, advice="It is a share, not a percentage.")


def check_whole(name: str, value: Any, low: int, high: int, advice: str = "") -> int:
    """Refuse anything but a whole number from ``low`` to ``high``; hand on a plain ``int``."""
    if not isinstance(value, Integral) or isinstance(value, bool) or not low <= value <= high:
        raise ValueError(
            f"{name} must be a whole number from {low:,} to {high:,}; got {value!r}. {advice}".rstrip()
        )
    return int(value)
