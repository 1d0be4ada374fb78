"""What a page is told of a state: a plain value, the same for a live page and for a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..scene.layout import Room, Scene
from ..scene.marks import Mark
from ..scene.wire import changes, wire
from ..scene.wire import film as frames_of
from .facts import Fact
from .story import Story


@dataclass(frozen=True)
class Answer:
    """What a view shows of a state.

    Parameters
    ----------
    about : dict
        All that is told in one piece: state, guess, revealed, name, sentence, gap, description, width and height.
    marks : tuple of Mark
        The picture; before the reader has guessed only its frame.
    facts : tuple of Fact
        Every number on screen.
    """

    about: Mapping[str, Any]
    marks: tuple[Mark, ...]
    facts: tuple[Fact, ...]

    def told(self, base: Answer | None = None) -> dict[str, Any]:
        """As JSON: whole, or by what differs from an answer that the page has."""
        known = base.about if base else {}
        about = {
            name: value for name, value in self.about.items() if name not in known or known[name] != value
        }
        marks = changes(base.marks if base else (), self.marks, wire)
        facts = changes(base.facts if base else (), self.facts, Fact.data)
        return {**about, "marks": marks, "facts": facts}


@lru_cache(maxsize=8)
def result_of(story: Story, state: tuple[tuple[str, Any], ...]) -> Any:
    """What a story's model says of a state, kept for the next view or film of the same move."""
    return story.model(**dict(state))


@lru_cache(maxsize=32)
def gap_of(story: Story, guess: float) -> str:
    """How far a guess is from the answer, which is that of the state at rest."""
    return story.prediction.gap(guess, story.model(**story.at_rest))


def answer(
    story: Story,
    state: Mapping[str, Any],
    width: float,
    *,
    guess: float | None = None,
    revealed: bool = True,
    moment: float | None = None,
) -> Answer:
    """What a view of a width (CSS px) shows of a complete state."""
    result = result_of(story, tuple(state.items()))
    scene = _scene(story, state, result, width, guess, moment)
    about = {
        "state": dict(state), "guess": guess, "revealed": revealed, "name": story.name_of(state), "sentence": "",
        "gap": "", "description": scene.description, "width": scene.width, "height": scene.height,
    }  # fmt: skip
    if not revealed:
        return Answer(about, scene.frame, ())
    about["sentence"] = story.sentence(result)
    about["gap"] = "" if guess is None else gap_of(story, guess)
    return Answer(about, scene.all, story.facts(result))


def film(story: Story, base: Answer, width: float) -> dict[str, Any]:
    """The pictures of all moments, told by the answer that a page has."""
    state, guess = base.about["state"], base.about["guess"]
    result = result_of(story, tuple(state.items()))
    scenes = (_scene(story, state, result, width, guess, moment) for moment in story.film.frames)
    return frames_of(base.marks, (scene.all if base.about["revealed"] else scene.frame for scene in scenes))


def _scene(
    story: Story,
    state: Mapping[str, Any],
    result: Any,
    width: float,
    guess: float | None,
    moment: float | None,
) -> Scene:
    if story.film and moment is None:
        moment = story.film.at_rest
    return story.scene(result, Room(width, guess if story.is_asked_about(state) else None, moment))
