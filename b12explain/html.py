"""HTML that needs no script: elements whose text is escaped, links that lead to a page, and what a star means."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from .status import MARK_MEANS


class Html(str):
    """Text that is HTML already, so that it is not escaped again."""


def element(name: str, *content: str, **attributes: str) -> Html:
    """An element with its content, escaped where it is not :class:`Html`; ``aria_label`` is written aria-label.

    Examples
    --------
    >>> print(element("p", element("strong", "a < b"), " & c", class_="x"))
    <p class="x"><strong>a &lt; b</strong> &amp; c</p>
    """
    names = (f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    return Html(f"<{name}{''.join(names)}>{join(content)}</{name}>")


def join(content: Iterable[str], between: str = "") -> Html:
    """Content in a row with markup between, escaped where it is not :class:`Html`."""
    return Html(between.join(one if isinstance(one, Html) else escape(one) for one in content))


def link(text: str, url: str | None, title: str = "") -> str:
    """Text that leads to a page, or the text alone where there is none."""
    if url is None:
        return text
    return element("a", text, href=url, **({"title": title} if title else {}))


def star_note(starred: bool) -> str:
    """What the star means, as a paragraph, where there is one."""
    return element("p", MARK_MEANS) if starred else Html("")
