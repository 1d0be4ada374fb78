"""The time loop, compiled: code that was kept is used where it can be, and made anew where it cannot."""

from __future__ import annotations

import warnings
from functools import cache

from numba import njit

from . import kernel


class Engine:
    """``kernel.run``, compiled when it is first called; numba keeps the code for the next process.

    What is kept may be damaged, foreign, or out of reach, and then numba raises whatever its bytes happen to spell. So
    any failure is answered once by compiling without it; a fault of the loop itself is raised by that second run.
    """

    def __init__(self) -> None:
        self.keeps = True

    def __call__(self, *inputs) -> None:
        """Run the loop; see ``kernel.run`` for what goes in and is filled in."""
        if self.keeps:
            try:
                _kept()(*inputs)
                return
            except Exception as error:
                self.keeps = False
                warnings.warn(_unkept(error), RuntimeWarning, stacklevel=2)
        _fresh()(*inputs)


run = Engine()


@cache
def _kept():
    return njit(nogil=True, cache=True)(kernel.run)


@cache
def _fresh():
    return njit(nogil=True)(kernel.run)


def _unkept(error: Exception) -> str:
    """What to say when the kept code is of no use; ``_kept`` itself fails where no folder can be written to."""
    said = f"{type(error).__name__}: {error}".rstrip(": ").splitlines()[0]
    try:
        where = f"Delete kernel.run-* in {_kept().stats.cache_path} to have it kept again."
    except RuntimeError:
        where = "Set NUMBA_CACHE_DIR to a folder that can be written to have it kept."
    return f"The nerve engine’s compiled code could not be used or kept ({said}), so it is compiled anew. {where}"
