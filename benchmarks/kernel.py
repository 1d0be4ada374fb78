"""What a kernel costs: memory of its own, and the time to import the package."""

from __future__ import annotations

import statistics
import subprocess
import sys

import psutil

IMPORT = "import time; start = time.perf_counter(); import b12explain; print(time.perf_counter() - start)"


def import_s(runs: int = 7) -> float:
    """Median time of ``import b12explain`` in a fresh interpreter, in s."""
    command = [sys.executable, "-c", IMPORT]
    times = [
        float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(runs)
    ]
    return statistics.median(times)


def kernels_mib(server: subprocess.Popen) -> list[float]:
    """Unique memory of each kernel of a server, in MiB: what would be free again if it ended."""
    children = psutil.Process(server.pid).children(recursive=True)
    found = [child for child in children if any("ipykernel" in part for part in child.cmdline())]
    return [child.memory_full_info().uss / 2**20 for child in found]
