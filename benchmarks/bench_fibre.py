"""Time the fibre engine beside NEURON: ``python -m benchmarks.bench_fibre`` prints the table of
``README.md``."""

from __future__ import annotations

import os
import platform
import statistics
import time
import tracemalloc

import numpy as np

from b12explain.models.fibre import Fibre, Lesion, conduct, conduct_many
from benchmarks.neuron_fibre import load_neuron, velocity

ONE = Fibre(10.0, lesions=[Lesion(20, 22, 0.05)])
ONE_M_PER_S = 34.58802963349242  # NEURON at a step of nothing: B2_focal_31 in tests/data/fibre_reference.json
STOP_MS = 1.56  # when its last node has fired, so that NEURON does nothing needless
TOLERANCES = (1e-3, 1e-2, 3e-2, 0.1, 0.2, 0.3, 0.5, 1.0)


def different_fibres(count: int) -> list[Fibre]:
    """Seeded fibres of 21 nodes, all different, half of them with a lesion."""
    rng = np.random.default_rng(0)
    return [
        Fibre(
            float(rng.uniform(2, 16)),
            "interpolated",
            lesions=[Lesion(9, 9 + int(rng.integers(3)), float(rng.uniform(0.02, 0.5)))] if i % 2 else (),
            nodes=21,
        )
        for i in range(count)
    ]


def seconds(task, repeats: int) -> float:
    """Median of ``repeats`` timings."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        task()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def fastest_good_tolerance(h) -> tuple[float, float]:
    """The loosest tolerance of NEURON's adaptive integrator from which on velocity is right to 1 %, and its
    error."""
    good = None
    for tolerance in TOLERANCES:
        error = velocity(h, ONE, STOP_MS, tolerance) / ONE_M_PER_S - 1
        if abs(error) >= 0.01:
            break
        good = tolerance, error
    if good is None:
        raise RuntimeError(f"NEURON's adaptive integrator is off by {error:.1%} even at {TOLERANCES[0]:g}")
    return good


def main() -> None:
    """Measure and print."""
    h = load_neuron()
    tolerance, neuron_error = fastest_good_tolerance(h)
    conduct(ONE)
    error = conduct(ONE).velocity_m_per_s / ONE_M_PER_S - 1
    neuron_one, own_one = (
        seconds(lambda: velocity(h, ONE, STOP_MS, tolerance), 7),
        seconds(lambda: conduct(ONE), 51),
    )
    print(
        f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    )
    print(f"NEURON: absolute tolerance {tolerance:g}, error {neuron_error:+.2%}; here: error {error:+.2%}")
    print(f"one fibre, 41 nodes, lesion: NEURON {neuron_one * 1e3:.1f} ms, here {own_one * 1e3:.2f} ms, "
          f"{neuron_one / own_one:.0f} ×")  # fmt: skip

    fibres = different_fibres(1000)
    sample = fibres[:25]
    neuron_many = 1000 / len(sample) * seconds(lambda: [velocity(h, f, 2.0, tolerance) for f in sample], 1)
    own_many = seconds(lambda: conduct_many(fibres, duration_ms=2.0), 5)
    print(f"1,000 fibres, 21 nodes, 2 ms: NEURON {neuron_many:.1f} s (from {len(sample)}), "
          f"here {own_many * 1e3:.0f} ms, {neuron_many / own_many:.0f} ×")  # fmt: skip

    for count in (100, 1_000, 10_000):
        many = different_fibres(count)
        each = seconds(lambda many=many: conduct_many(many, duration_ms=2.0), 3) / count
        tracemalloc.start()
        results = conduct_many(many, duration_ms=2.0)
        kept, peak = (size / count / 1024 for size in tracemalloc.get_traced_memory())
        tracemalloc.stop()
        print(
            f"{count:,} fibres: {each * 1e6:.0f} µs each, {peak:.1f} kB each at most, "
            f"{kept:.1f} kB kept ({len(results):,})"
        )


if __name__ == "__main__":
    main()
