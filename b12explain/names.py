"""Names that are not there, and those that may have been meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

MOST_NAMED = 3
LONGEST = 80  # letters of a name that are compared: what was pasted by mistake must not take minutes


class UnknownNameError(KeyError):
    """A table, column, row or source that is not there. Unlike KeyError it prints its message unquoted."""

    def __str__(self) -> str:
        return str(self.args[0])


def did_you_mean(name: object, known: Iterable[str]) -> str:
    """Say which known names look most like `name`, or which there are, as the end of an error message.

    Examples
    --------
    >>> did_you_mean("foots", ["foods", "intakes", "trials"])
    "did you mean 'foods'?"
    >>> did_you_mean(3, ["foods", "intakes"])
    "known are 'foods' and 'intakes'."
    """
    known = list(known)
    close = get_close_matches(str(name)[:LONGEST], known, n=MOST_NAMED, cutoff=0.4)
    if close:
        return f"did you mean {_listed(close, 'or')}?"
    if len(known) > 2 * MOST_NAMED:
        return f"some are {_listed(known[:MOST_NAMED], 'and')}."
    return f"known are {_listed(known, 'and')}."


def _listed(names: list[str], word: str) -> str:
    *first, last = map(repr, names)
    return f"{', '.join(first)} {word} {last}" if first else last
