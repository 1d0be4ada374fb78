"""The one widget: shows any :class:`~b12explain.explore.story.Story`."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import anywidget
import traitlets

from ..amounts import keep_units
from . import asks, page
from .answers import Answer, answer, film, result_of
from .controls import BadInput, brief, plain
from .facts import Fact
from .story import Story

MOST_VIEWS = 8  # of one card, whose last answers are kept
log = logging.getLogger(__name__)


class Explorable(anywidget.AnyWidget):
    """A story on the page: the reader predicts, moves controls, and sees and hears the answer change.

    Use the functions of :mod:`b12explain.explore`. The traits ``state``, ``guess`` and ``revealed`` can be observed
    and linked like those of any widget: ``ipywidgets.link((a, "state"), (b, "state"))``.

    Each view of it on a page sends requests, and gets one answer to each: what differs from the answer that it has,
    or the whole. Where the state was moved by somebody else, a view is told so, and asks. Requests may be answered in
    another thread than that of the cells, which may move the same card meanwhile.

    Parameters
    ----------
    story : Story
    preset : str, optional
        Start from this preset.
    predict : bool
        Ask for a prediction first.
    **values
        Start with controls at these values.

    Raises
    ------
    BadInput
        If there is no such preset or control, or a control does not take the value.
    """

    _esm = page.widget_script()
    _css = page.style_sheet()

    card = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict()
    guess = traitlets.Any(None, allow_none=True)
    revealed = traitlets.Bool(False)

    #: Story and state → a still picture (PNG) and what is said of it; set where stills are kept, as in a bake.
    still: ClassVar[Callable[[Story, Mapping[str, Any]], tuple[bytes, dict]] | None] = None

    def __init__(self, story: Story, preset: str | None = None, *, predict: bool = True, **values):
        predict = plain(predict)
        if not isinstance(predict, bool):
            raise BadInput(f"predict must be True or False; got {brief(predict)}")
        self.story = story
        self._views: dict[str, tuple[int | None, Answer | None]] = {}  # the one asked last is the last
        self._asking = False
        state = story.state(values, preset=preset)
        super().__init__(card=page.card(story, state, not predict), state=state, revealed=not predict)
        self.observe(self._moved, ["state", "guess", "revealed"])
        self.on_msg(self._heard)

    @traitlets.validate("state")
    def _check_state(self, proposal):
        return self._whole(proposal["value"])

    @traitlets.validate("guess")
    def _check_guess(self, proposal):
        return self.story.prediction.check(proposal["value"])

    def _whole(self, values: Any) -> dict[str, Any]:
        """A state as it is known; one that leaves out a control would send it to rest unasked."""
        state = self.story.state(values)
        if missing := state.keys() - values.keys():
            names = ", ".join(name for name in state if name in missing)
            raise BadInput(
                f"{self.story.name}: a state gives a value to every control; got none for {names}. "
                "To move only some, use set(), as in card.set(name=value)"
            )
        return state

    # -- in Python ----------------------------------------------------------------------------------------------
    def set(self, **values) -> Explorable:
        """Move controls: ``explorable.set(dose_ug=500)``."""
        self.state = self.state | values
        return self

    @property
    def result(self) -> Any:
        """What the model says of the present state."""
        return result_of(self.story, tuple(self.state.items()))

    @property
    def sentence(self) -> str:
        """What the picture shows, in words."""
        return self.story.sentence(self.result)

    def provenance(self) -> tuple[Fact, ...]:
        """Every number on screen, with its source."""
        return self.story.facts(self.result)

    # -- on the page --------------------------------------------------------------------------------------------
    def _heard(self, _widget, content: Any, _buffers) -> None:
        """Answer what a page sent; what is no request of ours is let go by."""
        kind = content.get("kind") if isinstance(content, dict) else None
        if kind == "font":
            self.send({"kind": "font"}, page.fonts())
        elif isinstance(kind, str) and kind in ("ask", "bye"):
            try:
                n, view = asks.sender(content)
            except BadInput as error:
                log.info("%s: %s", self.story.name, error)
            else:
                if kind == "bye":
                    self._views.pop(view, None)
                else:
                    self.send({"kind": "answer", "n": n, "view": view, **self._answer(content)})

    def _answer(self, content: dict[str, Any]) -> dict[str, Any]:
        """The answer to a request, whatever comes of it."""
        to = self._now()
        try:
            ask = asks.read(content)
            to = self._wished(ask)
            return self._told(ask, to)
        except BadInput as error:
            return {"refused": str(error), **self._now()}
        except KeyboardInterrupt:  # of the notebook, not of this: the page asks once more
            return {"again": True}
        except Exception as error:  # the reader gets a sentence, the log the traceback
            log.exception("%s failed at %s", self.story.name, self.story.name_of(to["state"]))
            return {"trouble": self._trouble(error, to["state"]), **self._now()}

    def _wished(self, ask: asks.Ask) -> dict[str, Any]:
        """Where the reader wants to go, all of it looked at."""
        if ask.film and not self.story.film:
            raise BadInput(f"{self.story.name} has no film")
        if ask.moment is not None and not (self.story.film and self.story.film.takes(ask.moment)):
            raise BadInput(f"{self.story.name} has no moment {brief(ask.moment)}")
        if ask.state is None:
            return self._now()
        guess = self.story.prediction.check(ask.guess)
        return {"state": self._whole(ask.state), "guess": guess, "revealed": ask.revealed}

    def _move(self, to: dict[str, Any], by: str) -> None:
        """Go where a view went, and tell the others."""
        before = self._now()
        self._asking = True
        try:
            for name, value in to.items():
                setattr(self, name, value)
        finally:
            self._asking = False
        if self._now() != to:  # who watches it in Python moved it on from there
            self.send({"kind": "moved"})
        elif to != before and self._views.keys() - {by}:
            self.send({"kind": "moved", "by": by})

    def _moved(self, _change) -> None:
        """Something in Python moved it: every view asks."""
        if self._views and not self._asking:
            self.send({"kind": "moved"})

    def _now(self) -> dict[str, Any]:
        return {"state": self.state, "guess": self.guess, "revealed": self.revealed}

    def _told(self, ask: asks.Ask, to: dict[str, Any]) -> dict[str, Any]:
        """What the view shows there, by the answer that it has if that is still known; then the card is there."""
        n, base = self._views.setdefault(ask.view, (None, None))  # from here on it is told of moves
        new = answer(self.story, width=ask.width, moment=ask.moment, **to)
        known = base is not None and n == ask.has
        told = {"base": n if known else None, **new.told(base if known else None)}
        if ask.film:
            told["film"] = film(self.story, new, ask.width)
        if ask.state is not None:
            self._move(to, ask.view)
        self._views.pop(ask.view, None)
        self._views[ask.view] = ask.n, new
        while len(self._views) > MOST_VIEWS:
            self._views.pop(next(iter(self._views)))
        return told

    def _trouble(self, error: Exception, state: dict[str, Any]) -> str:
        return (
            "This could not be worked out, so the picture still shows the state before. To report it, copy this line "
            f"into a new issue of the project: {self.story.name}, {self.story.name_of(state)}: "
            f"{type(error).__name__}: {error}"
        )

    # -- without a kernel ---------------------------------------------------------------------------------------
    def _repr_mimebundle_(self, **kwargs):
        live = super()._repr_mimebundle_(**kwargs)
        data, metadata = live if isinstance(live, tuple) else (live, {})
        try:
            text = keep_units(f"{self.story.question} {self.sentence}")
            data = {**data, "text/plain": text}
            if type(self).still:
                data["image/png"], about = type(self).still(self.story, self.state)
                metadata = {**metadata, "image/png": {**about, "alt": text}}
        except Exception as error:  # no traceback under a reader's cell: an answer logs it, out of the cell
            data = {**data, "text/plain": self._trouble(error, self.state)}
        return data, metadata
