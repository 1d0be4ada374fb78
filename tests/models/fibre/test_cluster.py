"""A sweep on a real Dask cluster: a scheduler and two worker processes on the loopback."""

import os
import signal

import numpy as np
import pytest

from b12explain.models.fibre import Fibre, Lesion, conduct_many

distributed = pytest.importorskip("distributed", reason="dask[distributed] is not installed")


@pytest.fixture(scope="module")
def client():
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as connected,
    ):
        yield connected


def sweep(count):
    rng = np.random.default_rng(1)
    return [
        Fibre(float(d), "interpolated", lesions=[Lesion(8, 9, float(f))], nodes=21)
        for d, f in zip(rng.uniform(2, 16, count), rng.uniform(0, 0.5, count), strict=True)
    ]


def same(one, other):
    return all(
        np.array_equal(a.arrival_ms, b.arrival_ms, equal_nan=True) for a, b in zip(one, other, strict=True)
    )


def test_a_cluster_gives_the_same_to_the_last_digit_and_reports_progress(client):
    fibres, seen = sweep(1_100), []
    spread = conduct_many(
        fibres, executor=client.get_executor(), progress=lambda done, total: seen.append(done)
    )
    assert [result.fibre for result in spread] == fibres
    assert same(spread, conduct_many(fibres))
    assert seen == sorted(seen)
    assert len(seen) > 4
    assert seen[-1] == 1_100


def test_a_worker_killed_half_way_loses_nothing(client):
    fibres, killed = sweep(6_000), []

    def kill_one(done, total):
        if not killed and done >= total // 4:
            killed.append(next(iter(client.run(os.getpid).values())))
            os.kill(killed[0], signal.SIGKILL)

    spread = conduct_many(fibres, executor=client.get_executor(), progress=kill_one)
    assert killed
    assert same(spread, conduct_many(fibres))
