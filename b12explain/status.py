"""How well a number was checked at its source, and the star of those that were not."""

from __future__ import annotations

#: Status in the tables and the bibliography → in a reader's words.
STATUS_WORDS = {
    "read": "read at the source",
    "secondary": "read on a secondary page",
    "unchecked": "not re-read",
    "derived": "worked out from the others",
}
#: Behind a number or a source that was not read itself.
MARK = "*"
#: What the mark means, wherever one stands; short for the foot of a picture.
MARK_MEANS = f"{MARK} the source itself was not re-read."
MARK_MEANS_SHORT = f"{MARK}\N{NO-BREAK SPACE}source not re-read."


def was_read(status: str | None) -> bool:
    """Whether a status leaves no doubt about the source; what has no status rests on its sources' own."""
    return status not in ("secondary", "unchecked")
