"""The controls of an explorable, as data: each has known values, so that a state can be named, tested and linked to."""

from __future__ import annotations

from dataclasses import dataclass, field
from reprlib import Repr
from typing import Any, ClassVar

import numpy as np
from traitlets import TraitError

from ..amounts import format_number

_SHORT = Repr()
_SHORT.maxstring = _SHORT.maxother = _SHORT.maxlong = 60
_SHORT.maxlevel = 2


class BadInput(ValueError, TraitError):
    """A value that a control does not take. The message names the control, the value and what it takes.

    It is a TraitError as well, so that ipywidgets takes back whatever came with such a value.
    """


def brief(value: Any) -> str:
    """A value as a message can show it, however large it is."""
    try:
        return _SHORT.repr(value)
    except Exception:  # such as a whole number of more digits than Python writes
        return f"something of type {type(value).__name__}"


def plain(value: Any) -> Any:
    """A number or a truth of numpy's as one of Python's."""
    return value.item() if isinstance(value, np.generic) else value


@dataclass(frozen=True)
class Control:
    """What every control has.

    Parameters
    ----------
    name : str
        Name of the model's parameter that it sets, with its unit (``dose_ug``).
    label : str
        What the reader sees and a screen reader says.
    start : object
        Value at rest.
    when : (str, tuple), optional
        Show the control only while another control has one of these values.
    hint : str
        A few words under the label.
    """

    name: str
    label: str
    start: object
    when: tuple[str, tuple] | None = field(default=None, kw_only=True)
    hint: str = field(default="", kw_only=True)
    kind: ClassVar[str] = ""

    def __post_init__(self):
        self.check(self.start)

    @property
    def values(self) -> tuple:
        """Every value, in order."""
        raise NotImplementedError

    @property
    def takes(self) -> str:
        """What the control takes, in words, for messages."""
        return ", ".join(repr(value) for value in self.values)

    def check(self, value):
        """The value, if it is one of the control's; else raises :class:`BadInput`."""
        value = plain(value)
        if isinstance(value, bool | int | float | str):
            for known in self.values:
                if value == known and isinstance(value, bool) == isinstance(known, bool):
                    return known
        raise BadInput(f"{self.name} takes {self.takes}; got {brief(value)}")

    def spec(self) -> dict:
        """What the page needs to show the control."""
        when = {"name": self.when[0], "values": list(self.when[1])} if self.when else None
        return {"kind": self.kind, "name": self.name, "label": self.label, "hint": self.hint, "when": when}


@dataclass(frozen=True)
class Slider(Control):
    """A range and a number box over known steps.

    Parameters
    ----------
    steps : tuple of float
        The values, in rising order.
    unit : str
        Unit shown behind the number box.
    marks : tuple of float
        Steps that are named under the range.
    """

    steps: tuple[float, ...] = ()
    unit: str = ""
    marks: tuple[float, ...] = ()
    kind: ClassVar[str] = "slider"

    def __post_init__(self):
        if list(self.steps) != sorted(set(self.steps)) or not set(self.marks) <= set(self.steps):
            raise ValueError(f"{self.name}: steps must rise, and marks must be steps")
        super().__post_init__()

    @property
    def values(self) -> tuple:
        return self.steps

    @property
    def takes(self) -> str:
        low, high = (format_number(self.steps[end], 4) for end in (0, -1))
        return f"{low} to {high}{chr(160) + self.unit if self.unit else ''}"

    def check(self, value):
        value = plain(value)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise BadInput(f"{self.name} takes a number from {self.takes}; got {brief(value)}")
        if not self.steps[0] <= value <= self.steps[-1]:
            raise BadInput(f"{self.name} takes {self.takes}; got {brief(value)}")
        if value not in self.steps:
            nearest = min(self.steps, key=lambda step: abs(step - value))
            raise BadInput(f"{self.name} moves in steps; the nearest to {value!r} is {nearest!r}")
        return self.steps[self.steps.index(value)]

    def spec(self) -> dict:
        return super().spec() | {
            "steps": list(self.steps),
            "texts": [format_number(step, 4) for step in self.steps],
            "marks": [self.steps.index(mark) for mark in self.marks],
            "unit": self.unit,
            "takes": self.takes,
        }


def every(step: float, low: float, high: float) -> tuple[float, ...]:
    """Even steps from low to high, both among them.

    Examples
    --------
    >>> every(0.1, 1, 1.3)
    (1.0, 1.1, 1.2, 1.3)
    """
    return tuple(round(float(low + step * i), 6) for i in range(round((high - low) / step) + 1))


@dataclass(frozen=True)
class Option:
    """One value of a choice: what the model gets, what the reader sees, and the heading it stands under."""

    value: str
    label: str
    group: str = ""


@dataclass(frozen=True)
class Choice(Control):
    """One of a few options: buttons side by side, or a menu when there are many."""

    options: tuple[Option, ...] = ()
    menu: bool = False
    kind: ClassVar[str] = "choice"

    @property
    def values(self) -> tuple:
        return tuple(option.value for option in self.options)

    def spec(self) -> dict:
        return super().spec() | {
            "options": [dict(vars(option)) for option in self.options],
            "menu": self.menu,
        }


@dataclass(frozen=True)
class Switch(Control):
    """On or off. Switches that follow one another under the same group share a heading."""

    group: str = ""
    kind: ClassVar[str] = "switch"

    @property
    def values(self) -> tuple:
        return (False, True)

    @property
    def takes(self) -> str:
        return "True or False"

    def spec(self) -> dict:
        return super().spec() | {"group": self.group}
