"""The self-check at the end of a notebook: questions whose answers open, with no kernel and no script.

It is made of native elements, so that it works wherever the notebook is read: in JupyterLab, on GitHub, by keyboard,
with a screen reader, and on paper, where everything is open.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from ..bibliography import cite
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
    def _star(self) -> str:
        """What a star means, if there is one: beside a number or behind a source."""
        words = (word for question in self.questions for word in _words(question))
        options = (option for question in self.questions for option in question.options)
        return (
            MARK_MEANS if any(MARK in word for word in words) or any(one.not_read for one in options) else ""
        )

    def __str__(self) -> str:
        asked = [line for i, question in enumerate(self.questions, 1) for line in _lines(i, question)]
        return "\n".join(["Check yourself", *asked, *filter(None, [self._star])])

    __repr__ = __str__

    def _repr_html_(self) -> str:
        asked = "".join(_html(i, question) for i, question in enumerate(self.questions, 1))
        star = f"<p>{MARK_MEANS}</p>" if self._star else ""
        return (
            f'<section class="b12-check" aria-label="Check yourself"><style>{STYLE}</style>'
            f"<p>{INVITATION}</p>{asked}{star}</section>"
        )


def _words(question: Question) -> tuple[str, ...]:
    return question.asks, *(words for option in question.options for words in (option.says, option.why))


def _verdict(option: Option) -> str:
    return "Right." if option.right else "Wrong."


def _lines(number: int, question: Question) -> list[str]:
    lettered = list(zip(LETTERS, question.options, strict=False))
    return [
        f"{number}. {question.asks}",
        *(f"   {letter}. {option.says}" for letter, option in lettered),
        "   Answers",
        *(f"   {letter}: {_verdict(option)} {option.why} ({_cited(option)})" for letter, option in lettered),
    ]


def _cited(option: Option, *, link: bool = False) -> str:
    """The sources of a reason, those starred that were not read themselves."""
    cited = ((key, cite(key).html() if link else str(cite(key))) for key in option.source)
    return "; ".join(f"{text}{MARK if key in option.not_read else ''}" for key, text in cited)


def _html(number: int, question: Question) -> str:
    options = "".join(_option(*lettered) for lettered in zip(LETTERS, question.options, strict=False))
    return f"<p><strong>{number}. {escape(question.asks)}</strong></p>{options}"


def _option(letter: str, option: Option) -> str:
    """An answer that opens on whether it is right, why, and by which sources."""
    return (
        f"<details><summary>{letter}. {escape(option.says)}</summary>"
        f"<p><strong>{_verdict(option)}</strong> {escape(option.why)} "
        f"<small>({_cited(option, link=True)})</small></p></details>"
    )


def self_check(notebook: str) -> SelfCheck:
    """Two questions about a notebook, with the reason for each right and wrong answer.

    Parameters
    ----------
    notebook : str
        Name of the notebook without its number: ``"what_b12_does"``.

    Raises
    ------
    BadInput
        If there is no self-check of that name.
    """
    asked = questions()
    if not isinstance(notebook, str) or notebook not in asked:
        raise BadInput(f"there is no self-check {notebook!r}; there are {', '.join(map(repr, asked))}")
    return SelfCheck(asked[notebook])
