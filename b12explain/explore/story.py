"""A Story: everything that one explorable says and does, as data. The one Explorable shows any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from numbers import Real
from typing import Any

from ..amounts import format_number, typed
from ..names import did_you_mean
from ..scene.layout import Room, Scene, with_badge
from .controls import BadInput, Control, Slider, brief
from .facts import Fact

HONESTY = ("measured", "calculated", "calculated + measured", "illustrative")


@dataclass(frozen=True)
class Prediction:
    """What the reader guesses before anything is shown.

    Parameters
    ----------
    prompt : str
        The question, about the story's state at rest.
    low, high : float
        The allowed range of a guess.
    answer : callable
        Result → number.
    say : callable
        Number → words with a unit ("13 µg").
    unit : str
        Unit shown behind the box.
    guessed : callable, optional
        Guess → words, as typed; by default the number with its unit.
    """

    prompt: str
    low: float
    high: float
    answer: Callable[[Any], float]
    say: Callable[[float], str]
    unit: str = ""
    guessed: Callable[[float], str] | None = None

    def check(self, guess: Any) -> float | None:
        """A guess as a number, or None for none.

        Raises
        ------
        BadInput
            If it is something else, or out of range.
        """
        if guess is None:
            return None
        number = isinstance(guess, Real) and not isinstance(guess, bool)
        if not number or not self.low <= guess <= self.high:
            raise BadInput(f"guess takes {self.low:g} to {self.high:g}; got {brief(guess)}")
        return float(guess)

    def gap(self, guess: float, result: Any) -> str:
        """How far the guess is from the answer, in one friendly phrase."""
        answer = self.answer(result)
        mine = self.guessed(guess) if self.guessed else typed(guess, self.unit)
        said = f"You guessed {mine}. The answer is about {self.say(answer)}"
        if guess <= 0 or answer <= 0:
            return f"{said}."
        if self.unit == "%":  # a ratio of shares says little
            points = round(abs(guess - answer))
            near, off = points < 3, f"{points} points"
        else:
            ratio = max(guess / answer, answer / guess)
            near, off = ratio < 1.15, f"{format_number(ratio, 2)} times"
        too = "high" if guess > answer else "low"
        return f"{said}: spot on." if near else f"{said}: your guess is {off} too {too}."


@dataclass(frozen=True)
class Film:
    """A picture with a time of its own, scrubbed and played in the browser.

    The pictures of all moments are sent once, when the hand comes near the bar; until then the picture is that of the
    moment on show.

    Parameters
    ----------
    label : str
        Of the bar.
    moments : tuple of float
        Steps of the bar, in rising order.
    unit : str
    start : float, optional
        The moment on show at first, or else the first one.
    between : int
        Pictures from one step to the next when it is played, so that it moves as smoothly as the screen can show.
    """

    label: str
    moments: tuple[float, ...]
    unit: str = ""
    start: float | None = None
    between: int = 1

    @property
    def at_rest(self) -> float:
        """The moment on show at first."""
        return self.moments[0] if self.start is None else self.start

    @property
    def frames(self) -> tuple[float, ...]:
        """Moments of all pictures: every step of the bar, and those between."""
        steps = zip(self.moments, self.moments[1:], strict=False)
        parts = [k / self.between for k in range(self.between)]
        return (*(start + part * (stop - start) for start, stop in steps for part in parts), self.moments[-1])

    def takes(self, moment: float) -> bool:
        """Whether there is a picture of a moment."""
        return self.moments[0] <= moment <= self.moments[-1]

    def spec(self) -> dict:
        """What the page needs to show the bar that scrubs it."""
        bar = Slider("moment", self.label, self.at_rest, self.moments, self.unit)
        return bar.spec() | {"start": self.at_rest, "between": self.between}


@dataclass(frozen=True, eq=False)
class Story:
    """One explorable, as data.

    Parameters
    ----------
    name : str
        Name of its function in :mod:`b12explain.explore`.
    section, minutes : str, int
        Which part of the narrative it belongs to, and how long it takes.
    question, lead : str
        The heading, and one sentence that says what one needs to know to start.
    prediction : Prediction
    controls : tuple of Control
        In the order of the screen. Their names are the model's parameters.
    model : callable
        Values of the controls → result; pure.
    picture : callable
        Result, :class:`~b12explain.scene.layout.Room` → scene; pure. The badge is added by the story.
    tell : callable
        Result → the sentence that says what the picture shows.
    facts : callable
        Result → every number on screen with its source.
    presets : mapping
        Label → values that differ from those at rest. The first is the state at rest.
    posters : tuple of str
        Presets that a static picture shows beside the state at rest.
    honesty : str or callable
        One of :data:`HONESTY`, or result → one of them where states differ.
    looks : tuple of str, optional
        Controls that leave the reader's guess as it was: they change how a thing is shown, or what was not asked about.
    leaves_out : tuple of str
    film : Film, optional
    """

    name: str
    section: str
    minutes: int
    question: str
    lead: str
    prediction: Prediction
    controls: tuple[Control, ...]
    model: Callable[..., Any]
    picture: Callable[[Any, Room], Scene]
    tell: Callable[[Any], str]
    facts: Callable[[Any], tuple[Fact, ...]]
    presets: Mapping[str, Mapping[str, Any]]
    posters: tuple[str, ...]
    honesty: str | Callable[[Any], str]
    leaves_out: tuple[str, ...]
    looks: tuple[str, ...] = ()
    film: Film | None = None

    def __post_init__(self):
        for preset in self.presets:
            self.state(preset=preset)

    @property
    def at_rest(self) -> dict[str, Any]:
        """The values that every control starts with."""
        return {control.name: control.start for control in self.controls}

    def state(self, values: Mapping[str, Any] | None = None, *, preset: str | None = None) -> dict[str, Any]:
        """A complete state: that at rest, changed by a preset, changed by values.

        Raises
        ------
        BadInput
            If there is no such preset or control, or a control does not take the value.
        """
        known = {control.name: control for control in self.controls}
        changes: dict[str, Any] = {}
        if preset is not None:
            changes.update(self._named("preset", preset, self.presets))
        if values is not None and not isinstance(values, Mapping):
            raise BadInput(f"{self.name}: a state gives values by the names of controls; got {brief(values)}")
        changes.update(values or {})
        for name, value in changes.items():
            changes[name] = self._named("control", name, known).check(value)
        return self.at_rest | changes

    def is_asked_about(self, state: Mapping[str, Any]) -> bool:
        """Whether the reader's guess was about this state, so that it may stand in its picture."""
        return all(state[name] == value for name, value in self.at_rest.items() if name not in self.looks)

    def _named(self, what: str, name: str, among: Mapping):
        if isinstance(name, str) and name in among:
            return among[name]
        raise BadInput(f"{self.name} has no {what} {brief(name)}; {did_you_mean(name, among)}")

    def sentence(self, result: Any) -> str:
        """What the picture shows, and how far it is to be trusted."""
        return f"{self.tell(result)} ({self.honesty_of(result).capitalize()}.)"

    def honesty_of(self, result: Any) -> str:
        """How far the picture of a result is to be trusted: one of :data:`HONESTY`."""
        honesty = self.honesty(result) if callable(self.honesty) else self.honesty
        if honesty not in HONESTY:
            raise ValueError(f"{self.name}: honesty must be one of {', '.join(HONESTY)}; got {honesty!r}")
        return honesty

    def scene(self, result: Any, room: Room) -> Scene:
        """The picture of a result, with its badge."""
        return with_badge(self.picture(result, room), room, self.honesty_of(result))

    def name_of(self, state: Mapping[str, Any]) -> str:
        """A state's name: the values that differ from those at rest, in the order of the controls."""
        parts = [f"{c.name}={state[c.name]}" for c in self.controls if state[c.name] != c.start]
        return "&".join(parts) or "at rest"

    def applies(self, control: Control, state: Mapping[str, Any]) -> bool:
        """Whether a control has any say in this state."""
        return control.when is None or state[control.when[0]] in control.when[1]

    def sweep(self) -> Iterator[dict[str, Any]]:
        """Each control through all its values, the others at rest or, where it needs one, at a state that shows it."""
        for control in self.controls:
            shown = {control.when[0]: control.when[1][0]} if control.when else {}
            for value in control.values:
                yield self.at_rest | shown | {control.name: value}

    def corners(self) -> Iterator[dict[str, Any]]:
        """Every combination of the first and last values of the controls."""
        ends = [(control.values[0], control.values[-1]) for control in self.controls]
        for values in product(*ends):
            yield dict(zip((control.name for control in self.controls), values, strict=True))
