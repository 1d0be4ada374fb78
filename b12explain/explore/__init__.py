"""The explorables: one function each. In a notebook, ``explore.absorption()`` on a line of its own shows it."""

from __future__ import annotations

from importlib import import_module

from .cards import Card, cautions, claims, references
from .checks import SelfCheck, self_check
from .controls import BadInput
from .explorable import Explorable
from .story import Story

#: Every story, in the order of the narrative.
NAMES = ("dose_ladder", "absorption", "regrowth", "nerve_map")

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
    "nerve_map",
    "references",
    "regrowth",
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


def regrowth(preset: str | None = None, *, predict: bool = True, **values) -> Explorable:
    """When an axon that died back arrives again: distance, rate and wait, scrubbed over four years.

    Parameters
    ----------
    preset : str, optional
        A named state to start from.
    predict : bool
        Ask for a prediction first.
    **values
        Controls to start elsewhere, by name: ``leg_mm=300``.
    """
    return Explorable(story("regrowth"), preset, predict=predict, **values)


def nerve_map(preset: str | None = None, *, predict: bool = True, **values) -> Explorable:
    """Why numbness starts in the toes, and what hands and feet together say.

    Parameters
    ----------
    preset : str, optional
        A named state to start from.
    predict : bool
        Ask for a prediction first.
    **values
        Controls to start elsewhere, by name: ``died_back_cm=30``.
    """
    return Explorable(story("nerve_map"), preset, predict=predict, **values)
