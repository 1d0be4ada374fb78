"""What a page asks for. All of it is input: it is looked at, piece by piece, before anything is done."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from ..scene.style import LEAST_WIDTH, MOST_WIDTH
from .controls import BadInput, brief

MOST = 2**53  # above this a page's whole numbers are no longer exact
LONGEST_NAME, MOST_CONTROLS = 64, 64


@dataclass(frozen=True)
class Ask:
    """One request of one view.

    Parameters
    ----------
    n : int
        Its number, which the answer carries.
    view : str
        Who asks.
    has : int, optional
        Number of the answer that the view will have by then, which this one may be told by.
    width : float
        Of the picture, CSS px.
    state : dict, optional
        The state that the reader moved to, not yet checked; None for the present one.
    guess : float, optional
        With ``state``: the reader's guess.
    revealed : bool
        With ``state``: whether the answer is shown.
    moment : float, optional
        Of a picture with a time of its own.
    film : bool
        Whether the pictures of all moments are wanted.
    """

    n: int
    view: str
    has: int | None
    width: float
    state: dict[str, Any] | None
    guess: Any
    revealed: bool
    moment: float | None
    film: bool


def sender(content: Any) -> tuple[int, str]:
    """The number and the view of a request.

    Raises
    ------
    BadInput
        If it has none, so that nobody can be answered.
    """
    if not isinstance(content, dict):
        raise BadInput(f"a request must be an object; got {brief(content)}")
    n, view = content.get("n"), content.get("view")
    if not isinstance(view, str) or not 0 < len(view) <= LONGEST_NAME:
        raise BadInput(f"view must be a name of up to {LONGEST_NAME} letters; got {brief(view)}")
    return _whole("n", n), view


def read(content: dict[str, Any]) -> Ask:
    """A request as it came from a page.

    Raises
    ------
    BadInput
        If a part of it is missing or out of range.
    """
    n, view = sender(content)
    has, state, moment = (content.get(name) for name in ("has", "state", "moment"))
    if state is not None and not (isinstance(state, dict) and len(state) <= MOST_CONTROLS):
        raise BadInput(f"state must name values of controls; got {brief(state)}")
    return Ask(
        n, view,
        has=None if has is None else _whole("has", has),
        width=_number("width", content.get("width"), LEAST_WIDTH, MOST_WIDTH),
        state=state,
        guess=content.get("guess"),
        revealed=_switch("revealed", content.get("revealed", False)),
        moment=None if moment is None else _number("moment", moment, -MOST, MOST),
        film=_switch("film", content.get("film", False)),
    )  # fmt: skip


def _whole(name: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST:
        raise BadInput(f"{name} must be a whole number from 0; got {brief(value)}")
    return value


def _number(name: str, value: Any, low: float, high: float) -> float:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not math.isfinite(value) or not low <= value <= high:
        raise BadInput(f"{name} must be a number from {low:,} to {high:,}; got {brief(value)}")
    return value


def _switch(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise BadInput(f"{name} must be true or false; got {brief(value)}")
    return value
