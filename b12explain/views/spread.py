"""Keep labels apart: move each as little as possible so that neighbours have room."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Positions at least ``gap`` apart, nearest in the least-squares sense to those wanted.

    Parameters
    ----------
    wanted : sequence of float
        Wanted positions, in rising order.
    gap : float
        Least distance between neighbours.
    low, high : float
        Ends of the room.

    Returns
    -------
    list of float

    Notes
    -----
    With the gaps taken out the positions need only not fall, which is isotonic regression: neighbours that would
    fall are pooled at their mean.

    Examples
    --------
    >>> spread([10, 12, 50], 10, 0, 100)
    [6.0, 16.0, 50.0]
    """
    pools: list[list[float]] = []  # sum, count
    for i, position in enumerate(wanted):
        pools.append([position - i * gap, 1])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] >= pools[-1][0] / pools[-1][1]:
            total, count = pools.pop()
            pools[-1][0] += total
            pools[-1][1] += count
    last = high - gap * (len(wanted) - 1)
    flat = [min(max(total / count, low), last) for total, count in pools for _ in range(int(count))]
    return [position + i * gap for i, position in enumerate(flat)]
