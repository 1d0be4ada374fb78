"""Send a wave down a fibre, or down many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor

from ..checks import check_between, check_choice
from . import protocol
from .fibre import Fibre
from .result import Conduction
from .stimulus import LONGEST_MS, Stimulus
from .unmyelinated import UnmyelinatedFibre

RECORDS = ("arrivals", "nodes", "all")


def conduct(
    fibre: Fibre | UnmyelinatedFibre,
    *,
    step_ms: float | None = None,
    duration_ms: float | None = None,
    stimulus: Stimulus | None = None,
    record: str = "arrivals",
) -> Conduction:
    """Stimulate a fibre at rest and follow the wave until it has left or died.

    Parameters
    ----------
    fibre : Fibre or UnmyelinatedFibre
        What to stimulate.
    step_ms : float, optional
        0.0001–0.005 ms; 0.002 if not given. Errors of velocity go with its square.
    duration_ms : float, optional
        Stop at this time in any case. Without it, arrivals are followed until every node has fired or none
        can any more; records until the fibre is quiet again.
    stimulus : Stimulus, optional
        Where, when and how strong; by default 0.1 ms into the first node, about twice threshold.
    record : {"arrivals", "nodes", "all"}
        What to keep besides arrivals: the nodes' potentials; or every compartment's, and the membrane
        currents.

    Returns
    -------
    Conduction

    Notes
    -----
    1. The fibre's sizes and constants (``geometry``, ``parameters``) make each internode a linear network.
    2. Its modes are eliminated exactly (``cable``, ``reduction``): what stays is what its two nodes feel.
    3. From the resting potential (Newton's method), nodes and gates go forward by Crank–Nicolson, half a step
       apart (``kernel``).

    Examples
    --------
    >>> result = conduct(Fibre(diameter_um=10.0))
    >>> result.conducts, round(result.velocity_m_per_s)
    (True, 56)
    """
    how = {"step_ms": step_ms, "duration_ms": duration_ms, "stimulus": stimulus, "record": record}
    (result,) = conduct_many([fibre], **how)
    return result


def conduct_many(
    fibres: Sequence[Fibre | UnmyelinatedFibre],
    *,
    step_ms: float | None = None,
    duration_ms: float | None = None,
    stimulus: Stimulus | None = None,
    record: str = "arrivals",
    executor: Executor | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Conduction]:
    """``conduct`` for a sequence of fibres at once, on all cores of this machine or on an executor.

    Parameters
    ----------
    fibres, step_ms, duration_ms, stimulus, record
        As for ``conduct``; the stimulus is the same for all.
    executor : concurrent.futures.Executor, optional
        Where to run instead, such as a process pool; with many temperatures fibres are sent in more and smaller tasks.
        Results are the same to the last digit.
    progress : callable, optional
        Called as ``progress(done, total)`` with numbers of fibres whenever some have finished.

    Returns
    -------
    list of Conduction
        In the order of ``fibres``.
    """
    check_choice("record", record, RECORDS)
    step = protocol.STEP_MS if step_ms is None else step_ms
    step = check_between("step_ms", step, *protocol.STEP_RANGE_MS, "ms")
    if duration_ms is not None:
        duration_ms = check_between("duration_ms", duration_ms, step, LONGEST_MS, "ms")
    if not isinstance(fibres, Sequence) or isinstance(fibres, str):
        raise TypeError(f"conduct_many takes a list of fibres; got {fibres!r}. For one, use conduct.")
    for fibre in fibres:
        if not isinstance(fibre, Fibre | UnmyelinatedFibre):
            raise TypeError(f"conduct takes a Fibre or an UnmyelinatedFibre; got {fibre!r}.")
    if stimulus is not None and not isinstance(stimulus, Stimulus):
        raise TypeError(f"stimulus must be a Stimulus; got {stimulus!r}.")
    if executor is not None and not hasattr(executor, "submit"):
        raise TypeError(
            f"executor must be an executor of concurrent.futures, or of its kind; got {executor!r}."
        )
    from .many import run_all  # compiles on first use, so that opening a notebook stays quick

    how = (step, duration_ms, stimulus or Stimulus(), record)
    return run_all(fibres, how, executor, progress)
