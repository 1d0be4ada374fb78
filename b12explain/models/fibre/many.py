"""Share fibres out over cores or an executor, and bring the results back in order."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor, as_completed

from .fibre import Fibre
from .result import Conduction
from .run import How, run_chunk
from .unmyelinated import UnmyelinatedFibre

AnyFibre = Fibre | UnmyelinatedFibre
# Fibres to a task: enough to hide what handing it over costs, few enough to share out evenly and to repeat.
SMALLEST_TASK, LARGEST_TASK, MOST_TASKS = 50, 250, 4_000


def run_all(
    fibres: Sequence[AnyFibre],
    how: How,
    executor: Executor | None,
    progress: Callable[[int, int], None] | None,
) -> list[Conduction]:
    """Results in the order of ``fibres``; a failing fibre's error is raised, nothing is dropped."""
    if executor is not None:
        size = min(LARGEST_TASK, max(SMALLEST_TASK, len(fibres) // MOST_TASKS))
        return _gather(_submitted(executor, list(_chunks(fibres, size)), how), len(fibres), progress)
    cores = _cores()
    tasks = list(_chunks(fibres, min(LARGEST_TASK, -(-len(fibres) // cores)) or 1))
    if len(tasks) <= 1 or cores == 1:
        return _gather(((indices, run_chunk(some, how)) for indices, some in tasks), len(fibres), progress)
    with ThreadPoolExecutor(cores) as threads:
        return _gather(_submitted(threads, tasks, how), len(fibres), progress)


def _chunks(fibres: Sequence[AnyFibre], size: int) -> Iterator[tuple[list[int], list[AnyFibre]]]:
    """Fibres that share class and temperature, hence a table of gates, at most ``size`` at a time."""
    groups = defaultdict(list)
    for index, fibre in enumerate(fibres):
        groups[type(fibre), fibre.temperature_c].append(index)
    for indices in groups.values():
        for start in range(0, len(indices), size):
            some = indices[start : start + size]
            yield some, [fibres[index] for index in some]


def _submitted(executor: Executor, tasks, how: How):
    indices = {executor.submit(run_chunk, some, how): which for which, some in tasks}
    try:
        for future in as_completed(indices):
            yield indices[future], future.result()
    finally:
        for future in indices:
            future.cancel()


def _gather(finished, total: int, progress) -> list[Conduction]:
    results: list[Conduction] = [None] * total
    done = 0
    for indices, some in finished:
        for index, result in zip(indices, some, strict=True):
            results[index] = result
        done += len(some)
        if progress is not None:
            progress(done, total)
    return results


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
