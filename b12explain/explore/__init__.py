"""The explorables: one function each. In a notebook, ``explore.absorption()`` on a line of its own shows it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from .cards import Card, cautions, claims, references
from .controls import BadInput
from .self_check import SelfCheck, self_check
from .story import Story

if TYPE_CHECKING:
    from .explorable import Explorable

#: Every story, in the order of the narrative.
NAMES = ("myelin_race", "damage", "nerve_map", "regrowth", "remyelination", "dose_ladder", "absorption")

__all__ = [
    "NAMES",
    "BadInput",
    "Card",
    "Explorable",
    "SelfCheck",
    "absorption",
    "cautions",
    "claims",
    "damage",
    "dose_ladder",
    "myelin_race",
    "nerve_map",
    "references",
    "regrowth",
    "remyelination",
    "self_check",
    "story",
]


def __getattr__(name: str):
    """The widget is imported when the first card is made: the packages it stands on take a while."""
    if name != "Explorable":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module(f"{__name__}.explorable").Explorable


def story(name: str) -> Story:
    """The story of an explorable, as data.

    Parameters
    ----------
    name : str
        One of :data:`NAMES`.
    """
    if name not in NAMES:
        raise BadInput(f"there is no explorable {name!r}; there are {', '.join(NAMES)}")
    return import_module(f"{__name__}.stories.{name}").STORY


def _shows(name: str, says: str) -> Callable[..., Explorable]:
    """The function that shows a story; its module is imported when it is first called."""

    def show(preset: str | None = None, *, predict: bool = True, **values) -> Explorable:
        return __getattr__("Explorable")(story(name), preset, predict=predict, **values)

    show.__name__ = show.__qualname__ = name
    show.__doc__ = f"""{says}

    Parameters
    ----------
    preset : str, optional
        A named state to start from.
    predict : bool
        Ask for a prediction first.
    **values
        Controls to start elsewhere, by name, as in ``explore.absorption(dose_ug=500)``.

    Raises
    ------
    BadInput
        If there is no such preset or control, or a control does not take the value.
    """
    return show


myelin_race = _shows(
    "myelin_race",
    "What does myelin buy? A signal on a myelinated fibre races two on fibres that never had any.",
)
damage = _shows(
    "damage", "What does a nerve test make of lost myelin and lost axons? Slow, small, or blocked."
)
nerve_map = _shows(
    "nerve_map", "Why does numbness start in the toes? Where the longest fibres have died back."
)
regrowth = _shows(
    "regrowth", "If an axon died back, when is it back? Distance, rate, delay, and what a drug could do."
)
remyelination = _shows(
    "remyelination", "How much speed do short, thin new sheaths bring back, and what else moves it?"
)
dose_ladder = _shows(
    "dose_ladder", "How big is 1,000 µg? Intakes, foods, tablets, injections and trials on one ruler."
)
absorption = _shows("absorption", "How much gets in of a tablet, a meal or an injection.")
