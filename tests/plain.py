"""Texts compared as they read: a plain space stands for one that does not break."""

import re

NBSP = "\N{NO-BREAK SPACE}"


def plain(text):
    """The text with plain spaces."""
    return str(text).replace(NBSP, " ")


def exactly(text):
    """Pattern for a whole message."""
    return "^" + re.escape(text).replace(r"\ ", f"[ {NBSP}]") + "$"
