"""Compile the fibre engine ahead of its first reader: ``python -m b12explain.models.fibre.warm``."""

from __future__ import annotations

import os
import subprocess
import sys
import time


def warm() -> float:
    """Compile, for any processor of this family, whatever a reader will call; returns the seconds it took.

    The compiler learns its target from the environment, so it gets a process of its own.
    """
    from .compiled import PORTABLE

    start = time.perf_counter()
    call = "from b12explain.models.fibre.warm import run_everything; run_everything()"
    subprocess.run([sys.executable, "-c", call], env=os.environ | PORTABLE, check=True)
    return time.perf_counter() - start


def run_everything() -> None:
    """Call every compiled function with every type of argument it is called with."""
    from . import BareFibre, Fibre, conduct, conduct_many

    for record in ("arrivals", "nodes", "all"):
        conduct(Fibre(nodes=9), record=record)
    conduct_many([Fibre(nodes=9), BareFibre(0.5)], duration_ms=0.1)


if __name__ == "__main__":
    print(f"The fibre engine is ready ({warm():.1f} s).")
