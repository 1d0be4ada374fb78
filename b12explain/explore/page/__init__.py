"""The browser's half of a card: scripts, style sheet, fonts, and what it is told of a story."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from ...amounts import keep_units
from ...scene import style
from ...scene.text import FONT_FILES, FONTS
from ...status import MARK, MARK_MEANS
from ..story import Story

HERE = Path(__file__).parent
#: In the order in which they build on one another; they are put into one file, so that a page asks no server for it.
SCRIPTS = ("keys.js", "controls.js", "paint.js", "facts.js", "film.js", "converse.js", "card.js")


@cache
def card_script() -> str:
    """The card for any page: defines ``card(element, story, source)``."""
    return "\n".join((HERE / name).read_text("utf-8") for name in SCRIPTS)


@cache
def widget_script() -> str:
    """The card as a module that anywidget shows."""
    return card_script() + "\n" + (HERE / "widget.js").read_text("utf-8")


@cache
def style_sheet() -> str:
    """The card's looks: the palette as custom properties, and what stands where."""
    return style.css_tokens() + "\n" + (HERE / "card.css").read_text("utf-8")


def fonts() -> list[bytes]:
    """The page's letters, regular and semibold: those that the pictures were laid out with."""
    return [(FONTS / f"{FONT_FILES[face]}.woff2").read_bytes() for face in ("regular", "semibold")]


def card(story: Story, state: dict[str, Any], revealed: bool) -> dict[str, Any]:
    """What the page needs to know of a story, and where it opens."""
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
        "opening": {"state": state, "guess": None, "revealed": revealed},
        "leaves_out": [keep_units(item) for item in story.leaves_out],
        "narrow_below": style.NARROW_BELOW,
        "star": {"mark": MARK, "means": MARK_MEANS},
        "film": film and film.spec(),
    }
