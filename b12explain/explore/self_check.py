"""The self-check at the end of a notebook: questions whose answers open, with no kernel and no script.

It is made of native elements, so that it works wherever the notebook is read: in JupyterLab, on GitHub, by keyboard,
with a screen reader, and on paper, where everything is open.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..bibliography import cite
from ..html import Html, element, join, star_note
from ..status import MARK, MARK_MEANS
from .controls import BadInput
from .questions import Option, Question, questions

INVITATION = "Pick an answer, then open it: it says whether it is right, and why."
LETTERS = "ABCDEF"
STYLE = (
    ".b12-check>p>strong{display:block;margin-top:24px}"
    ".b12-check details{margin:0}"
    ".b12-check summary{padding:12px 4px 12px 22px;text-indent:-18px;cursor:pointer}"
    ".b12-check details>p{margin:0 0 12px 22px}"
    "@media print{.b12-check details::details-content{content-visibility:visible;display:block;height:auto}}"
)


@dataclass(frozen=True)
class SelfCheck:
    """Questions that show themselves as text and as a page whose answers open."""

    questions: tuple[Question, ...]

    @property
    def source(self) -> tuple[str, ...]:
        """Keys of all that is cited."""
        return tuple(dict.fromkeys(key for question in self.questions for key in question.source))

    @property
    def _starred(self) -> bool:
        """Whether there is a star: beside a number or behind a source."""
        return any(MARK in line for i, question in enumerate(self.questions) for line in _lines(i, question))

    def __str__(self) -> str:
        asked = [line for i, question in enumerate(self.questions, 1) for line in _lines(i, question)]
        return "\n".join(["Check yourself", *asked, *([MARK_MEANS] if self._starred else [])])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        asked = (part for i, question in enumerate(self.questions, 1) for part in _html(i, question))
        page = (element("style", Html(STYLE)), element("p", INVITATION), *asked, star_note(self._starred))
        return element("section", *page, class_="b12-check", aria_label="Check yourself")


def _lines(number: int, question: Question) -> list[str]:
    lettered = list(zip(LETTERS, question.options, strict=False))
    return [
        f"{number}. {question.asks}",
        *(f"   {letter}. {option.says}" for letter, option in lettered),
        "   Answers",
        *(f"   {letter}: {option.verdict} {option.why} ({_cited(option)})" for letter, option in lettered),
    ]


def _cited(option: Option) -> str:
    """The sources of a reason, those starred that were not read themselves."""
    return "; ".join(f"{cite(key)}{_star(option, key)}" for key in option.source)


def _star(option: Option, key: str) -> str:
    return MARK if key in option.not_read else ""


def _html(number: int, question: Question) -> list[str]:
    asked = element("p", element("strong", f"{number}. {question.asks}"))
    return [asked, *(_option(*lettered) for lettered in zip(LETTERS, question.options, strict=False))]


def _option(letter: str, option: Option) -> str:
    """An answer that opens on whether it is right, why, and by which sources."""
    cited = join((join((cite(key).html(), _star(option, key))) for key in option.source), "; ")
    told = element("strong", option.verdict), f" {option.why} ", element("small", "(", cited, ")")
    return element("details", element("summary", f"{letter}. {option.says}"), element("p", *told))


def self_check(notebook: str) -> SelfCheck:
    """Two questions about a notebook, by its name without its number, with the reason for each answer.

    Raises
    ------
    BadInput
        If there is no self-check of that name.
    """
    asked = questions()
    if not isinstance(notebook, str) or notebook not in asked:
        raise BadInput(f"there is no self-check {notebook!r}; there are {', '.join(map(repr, asked))}")
    return SelfCheck(asked[notebook])
