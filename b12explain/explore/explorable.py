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
from .controls import BadInput, brief
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
        return self.story.state(proposal["value"])

    @traitlets.validate("guess")
    def _check_guess(self, proposal):
        return self.story.prediction.check(proposal["value"])

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
        try:
            ask = asks.read(content)
            self._move(ask)
        except BadInput as error:
            return {"refused": str(error), **self._now()}
        try:
            return self._told(ask)
        except KeyboardInterrupt:  # of the notebook, not of this: the page asks once more
            return {"again": True}
        except Exception as error:  # the reader gets a sentence, the log the traceback
            log.exception("%s failed at %s", self.story.name, self.story.name_of(self.state))
            return {"trouble": self._trouble(error), **self._now()}

    def _move(self, ask: asks.Ask) -> None:
        """Go where the reader went, all of it or nothing, and tell the other views."""
        if ask.film and not self.story.film:
            raise BadInput(f"{self.story.name} has no film")
        if ask.moment is not None and not (self.story.film and self.story.film.takes(ask.moment)):
            raise BadInput(f"{self.story.name} has no moment {brief(ask.moment)}")
        if ask.state is None:
            return
        before = self._now()
        moved = {"state": self.story.state(ask.state), "guess": self.story.prediction.check(ask.guess)}
        self._asking = True
        try:
            for name, value in {**moved, "revealed": ask.revealed}.items():
                setattr(self, name, value)
        finally:
            self._asking = False
        if self._now() != before and self._views.keys() - {ask.view}:
            self.send({"kind": "moved", "by": ask.view})

    def _moved(self, _change) -> None:
        """Something in Python moved it: every view asks."""
        if self._views and not self._asking:
            self.send({"kind": "moved"})

    def _now(self) -> dict[str, Any]:
        return {"state": self.state, "guess": self.guess, "revealed": self.revealed}

    def _told(self, ask: asks.Ask) -> dict[str, Any]:
        """What the view shows now, by the answer that it has if that is still known."""
        n, base = self._views.setdefault(ask.view, (None, None))  # from here on it is told of moves
        now = self._now()
        new = answer(self.story, now.pop("state"), ask.width, moment=ask.moment, **now)
        known = base is not None and n == ask.has
        told = {"base": n if known else None, **new.told(base if known else None)}
        if ask.film:
            told["film"] = film(self.story, new, ask.width)
        self._views.pop(ask.view, None)
        self._views[ask.view] = ask.n, new
        while len(self._views) > MOST_VIEWS:
            self._views.pop(next(iter(self._views)))
        return told

    def _trouble(self, error: Exception) -> str:
        return (
            "This could not be worked out, so the picture still shows the state before. To report it, copy this line "
            f"into a new issue of the project: {self.story.name}, {self.story.name_of(self.state)}: "
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
            data = {**data, "text/plain": self._trouble(error)}
        return data, metadata
