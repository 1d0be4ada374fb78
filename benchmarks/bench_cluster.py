"""Time a sweep on one and two Dask workers: ``python -m benchmarks.bench_cluster`` (needs
``dask[distributed]``)."""

from __future__ import annotations

import time

from distributed import Client, LocalCluster

from b12explain.models.fibre import conduct_many
from benchmarks.bench_fibre import different_fibres

COUNT = 8_000


def main() -> None:
    """Measure and print."""
    fibres = different_fibres(COUNT)
    alone = None
    for workers in (1, 2):
        with (
            LocalCluster(workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as cluster,
            Client(cluster) as client,
        ):
            conduct_many(fibres[:400], executor=client.get_executor())
            start = time.perf_counter()
            conduct_many(fibres, executor=client.get_executor())
            took = time.perf_counter() - start
        alone = alone or took
        print(
            f"{workers} workers: {COUNT:,} fibres in {took:.2f} s, "
            f"{COUNT / took:,.0f} a second, {alone / took:.2f} ×"
        )


if __name__ == "__main__":
    main()
