"""The explorables: one function each. In a notebook, ``explore.absorption()`` on a line of its own shows it."""

from __future__ import annotations

from importlib import import_module

from .cards import Card, cautions, claims, references
from .checks import SelfCheck, self_check
from .controls import BadInput
from .explorable import Explorable
from .story import Story

#: Every story, in the order of the narrative.
NAMES = ("dose_ladder", "absorption")

__all__ = [
    "NAMES",
    "BadInput",
    "Card",
    "Explorable",
    "SelfCheck",
    "absorption",
    "cautions",
    "claims",
    "dose_ladder",
    "references",
    "self_check",
    "story",
]


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


def dose_ladder(preset: str | None = None, *, predict: bool = True, **values) -> Explorable:
    """How big is 1,000 µg? Reference intakes, foods, tablets, injections and trials on one ruler.

    Parameters
    ----------
    preset : str, optional
        A named state to start from.
    predict : bool
        Ask for a prediction first.
    **values
        Controls to start elsewhere, by name: ``scale="linear"``.
    """
    return Explorable(story("dose_ladder"), preset, predict=predict, **values)


def absorption(preset: str | None = None, *, predict: bool = True, **values) -> Explorable:
    """How much gets in of a tablet, a meal or an injection.

    Parameters
    ----------
    preset : str, optional
        A named state to start from.
    predict : bool
        Ask for a prediction first.
    **values
        Controls to start elsewhere, by name: ``dose_ug=500``.
    """
    return Explorable(story("absorption"), preset, predict=predict, **values)
