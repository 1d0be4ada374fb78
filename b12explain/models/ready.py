"""Work out beforehand, while the reader still reads the question, what the first moves of the controls will need."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Thread

State = tuple[float, float, int]  # °C, share of lamellae, short internodes for one


def get_ready(states: Iterable[State], moves: Iterable[Callable[[], object]] = ()) -> Thread:
    """Fill the bank of fibres in the background; the first move of a control then finds it filled.

    Parameters
    ----------
    states : iterable of (float, float, int)
        Temperature (°C), share of lamellae left, and short internodes for each one, the likeliest first.
    moves : iterable of callable
        What to work out after that, for a model that keeps its last results.

    Returns
    -------
    threading.Thread
        Already started. It ends by itself, and does not keep Python from ending.
    """
    thread = Thread(target=_fill, args=(tuple(states), tuple(moves)), name="fibre bank", daemon=True)
    thread.start()
    return thread


def _fill(states: tuple[State, ...], moves: tuple[Callable[[], object], ...]) -> None:
    from .fibre.bank import bank  # compiled code is loaded here, and not while the notebook opens

    try:
        for state in states:
            bank(*state)
        for move in moves:
            move()
    except RuntimeError as error:
        if "interpreter shutdown" not in str(error):  # Python is ending, and lends no more threads
            raise
