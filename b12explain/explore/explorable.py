"""The one widget: shows any :class:`~b12explain.explore.story.Story`."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from ..amounts import keep_units
from ..views import style, surface
from .controls import BadInput
from .facts import Fact, as_data
from .story import Story

PAGE = Path(__file__).parent / "page"
log = logging.getLogger(__name__)


class Explorable(anywidget.AnyWidget):
    """A story on the page: the reader predicts, moves controls, and sees and hears the answer change.

    Use the functions of :mod:`b12explain.explore`. The traits ``state``, ``guess`` and ``revealed`` can be observed
    and linked like those of any widget: ``ipywidgets.link((a, "state"), (b, "state"))``.

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

    _esm = "\n".join((PAGE / name).read_text("utf-8") for name in ("keys.js", "controls.js", "card.js"))
    _css = style.css_tokens() + "\n" + (PAGE / "card.css").read_text("utf-8")

    card = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True, echo_update=False)
    guess = traitlets.Float(None, allow_none=True).tag(sync=True, echo_update=False)
    revealed = traitlets.Bool(False).tag(sync=True, echo_update=False)
    screen = traitlets.Dict().tag(sync=True, echo_update=False)
    moment = traitlets.Int(0).tag(sync=True, echo_update=False)
    draft = traitlets.Bool(False).tag(sync=True, echo_update=False)
    film = traitlets.Bool(False).tag(sync=True, echo_update=False)

    def __init__(self, story: Story, preset: str | None = None, *, predict: bool = True, **values):
        if not isinstance(predict, bool):
            raise BadInput(f"predict must be True or False; got {predict!r}")
        self.story = story
        self._shown: tuple | None = None
        super().__init__(card=_card(story), state=story.state(values, preset=preset), revealed=not predict)
        if story.film:
            self.moment = story.film.moments.index(story.film.at_rest)
        self.observe(self._refresh, ["state", "guess", "revealed", "screen", "draft", "film"])
        self.on_msg(self._send_font)

    @traitlets.validate("state")
    def _check_state(self, proposal):
        return self.story.state(proposal["value"])

    @traitlets.validate("guess")
    def _check_guess(self, proposal):
        guess, prediction = proposal["value"], self.story.prediction
        if guess is not None and not prediction.low <= guess <= prediction.high:
            raise BadInput(f"guess takes {prediction.low:g} to {prediction.high:g}; got {guess!r}")
        return guess

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
    def _refresh(self, _change=None) -> None:
        """Show what the reader's last move asks for; keep the last good picture if that fails."""
        wanted = (
            tuple(self.state.items()),
            self.guess,
            self.revealed,
            tuple(self.screen.items()),
            self.draft,
            self._whole_film,
        )
        if not self.screen or wanted == self._shown:
            return
        self._shown = wanted
        try:
            content, pictures = self._answer()
        except Exception as error:  # the reader gets a sentence, the log the traceback
            log.exception("%s failed at %s", self.story.name, self.story.name_of(self.state))
            self.send({"kind": "answer", "trouble": self._trouble(error)})
        else:
            self.send(content, pictures)

    def _answer(self) -> tuple[dict, list[bytes]]:
        result = self.result
        sheets = self._sheets(result)
        density = 1 if self.draft else self.screen["density"]
        pictures = []
        for sheet in sheets:
            pixels = surface.shared.draw(sheet, density, revealed=self.revealed, draft=self.draft)
            pictures.append(surface.encode(pixels))
        content = {
            "kind": "answer", "trouble": "", "draft": self.draft, "film": self._whole_film, "mime": "image/jpeg",
            "width": sheet.width, "height": sheet.height, "alt": "", "sentence": "", "gap": "",
        }  # fmt: skip
        if self.revealed:
            content["sentence"] = self.story.sentence(result)
            content["alt"] = "A picture of what the sentence below it says."
            content["gap"] = "" if self.guess is None else self._gap()
        if not self.draft:
            content["name"] = self.story.name_of(self.state)
            content["facts"] = as_data(self.story.facts(result)) if self.revealed else ""
        return content, pictures

    @property
    def _whole_film(self) -> bool:
        return self.film and self.story.film is not None and not self.draft

    def _sheets(self, result: Any) -> Iterator:
        view = view_of(self.story, self.screen["width"], self.screen["theme"])
        film, guess = self.story.film, self.guess if self.story.is_asked_about(self.state) else None
        if film is None:
            yield view.update(result, guess)
        else:
            for moment in film.moments if self._whole_film else [film.moments[self.moment]]:
                yield view.update(result, guess, moment)

    def _gap(self) -> str:
        return self.story.prediction.gap(self.guess, result_of(self.story, tuple(self.story.at_rest.items())))

    def _trouble(self, error: Exception) -> str:
        return (
            "This could not be worked out, so the picture still shows the state before. To report it, copy this line "
            f"into a new issue of the project: {self.story.name}, {self.story.name_of(self.state)}: "
            f"{type(error).__name__}: {error}"
        )

    def _send_font(self, _widget, content, _buffers) -> None:
        if content.get("kind") == "font":
            faces = [
                (style.FONTS / f"{style.FONT_FILES[face]}.woff2").read_bytes()
                for face in ("regular", "semibold")
            ]
            self.send({"kind": "font"}, faces)

    # -- without a kernel ---------------------------------------------------------------------------------------
    def _repr_mimebundle_(self, **kwargs):
        live = super()._repr_mimebundle_(**kwargs)
        data, metadata = live if isinstance(live, tuple) else (live, {})
        try:
            text = keep_units(f"{self.story.question} {self.sentence}")
            still = {"text/plain": text, "image/png": posters.poster(self.story, self.state)}
        except Exception as error:  # no traceback under a reader's cell: `_refresh` logs it, out of the cell
            return {**data, "text/plain": self._trouble(error)}, metadata
        about = {"image/png": {"width": posters.WIDTH, "alt": text}}
        return {**data, **still}, {**metadata, **about}


@lru_cache(maxsize=8)
def result_of(story: Story, state: tuple[tuple[str, Any], ...]) -> Any:
    """What a story's model says of a state: asked for by the draft, the sharp picture and the film of one move."""
    return story.model(**dict(state))


def _card(story: Story) -> dict:
    """What the page needs to know of a story."""
    prediction, film = story.prediction, story.film
    low, high = (prediction.say(end) for end in (prediction.low, prediction.high))
    return {
        "question": keep_units(story.question),
        "lead": keep_units(story.lead),
        "section": story.section,
        "minutes": story.minutes,
        "prediction": {
            "prompt": keep_units(prediction.prompt),
            "unit": prediction.unit,
            "takes": f"{low} to {high}",
            "low": prediction.low,
            "high": prediction.high,
        },
        "controls": [control.spec() for control in story.controls],
        "presets": {name: story.state(preset=name) for name in story.presets},
        "at_rest": story.at_rest,
        "leaves_out": [keep_units(item) for item in story.leaves_out],
        "narrow_below": style.NARROW_BELOW,
        "film": film and film.spec(),
    }
