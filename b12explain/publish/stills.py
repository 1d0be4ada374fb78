"""Makes cards keep a still picture beside their live view: asked for by the kernels that a bake starts, and only there.

A reader's own kernel makes none: what draws it would take longer to import than the live card to appear.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..explore import Explorable
from ..explore.story import Story
from .poster import WIDTH, poster


def still(story: Story, state: Mapping[str, Any]) -> tuple[bytes, dict[str, Any]]:
    """A PNG of a state and, for whoever shows it, its width in CSS px."""
    return poster(story, state), {"width": WIDTH}


def keep() -> None:
    """Have every card of this process keep one."""
    Explorable.still = staticmethod(still)
