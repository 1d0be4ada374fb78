"""Which states of a story a test looks at: a seeded sample, or all of them with ``B12_STATES=all``."""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from typing import Any

from b12explain.explore.controls import Control
from b12explain.explore.story import Story

ALL = os.environ.get("B12_STATES") == "all"
STATES = 100  # a story and test

State = dict[str, Any]


def presets(story: Story) -> list[State]:
    """The states with a name."""
    return [story.state(preset=preset) for preset in story.presets]


def pairs(story: Story) -> Iterator[State]:
    """Every two controls through all their values, where both have a say, and the others at rest."""
    for one, other in combinations(story.controls, 2):
        shown = story.at_rest | _shown(one) | _shown(other)
        for values in product(one.values, other.values):
            state = shown | dict(zip((one.name, other.name), values, strict=True))
            if story.applies(one, state) and story.applies(other, state):
                yield state


def _shown(control: Control) -> State:
    return {control.when[0]: control.when[1][0]} if control.when else {}


def anywhere(story: Story, count: int = STATES) -> list[State]:
    """Seeded states with every control somewhere."""
    dice = random.Random(story.name)
    return [{control.name: dice.choice(control.values) for control in story.controls} for _ in range(count)]


def sample(story: Story, *more: object, count: int = STATES) -> list[State]:
    """States of which a half has two controls moved and a half all of them; ``more`` names another sample."""
    moved = list(pairs(story))
    if ALL:
        return [*moved, *story.corners(), *anywhere(story)]
    dice = random.Random(repr((story.name, *more)))
    half = min(count // 2, len(moved))
    return [*dice.sample(moved, half), *dice.sample(anywhere(story), count - half)]


def few(states: Iterable[State], seed: object, count: int = STATES) -> list[State]:
    """A seeded sample of states, all of them with ``B12_STATES=all``."""
    states = list(states)
    return states if ALL else random.Random(repr(seed)).sample(states, min(count, len(states)))
