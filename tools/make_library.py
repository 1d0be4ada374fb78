"""Solve what the controls of the stories can ask of the nerve fibres, and keep it: ``make library``.

It takes one core some ten minutes. Parts that are done lie in ``artefacts/library`` until the end, so that an
interrupted run goes on where it was.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from b12explain.explore import story
from b12explain.models.library import file, solve
from b12explain.models.population import Population

KEPT = Path(__file__).parent.parent / "artefacts" / "library"
Parts = dict[str, NDArray]


def axes() -> dict[str, dict]:
    """The values that the controls take, in the models' units, by story."""
    race, damage, mended = (_values(name) for name in ("myelin_race", "damage", "remyelination"))
    shares = [one / 100 for one in damage["affected_percent"]]
    return {
        "race": {
            "diameter_um": race["diameter_um"],
            "layers": race["layers_percent"],
            "g_ratio": race["g_ratio"],
            "temperature_c": race["temperature_c"],
            "gap_nm": race["gap_nm"],
        },
        "damage": {
            "temperature_c": damage["temperature_c"],
            "lamella_fraction": [round(1 - one / 100, 6) for one in damage["myelin_lost_percent"]],
            "share": shares,
            "pattern": [
                sum(1 << place for place, one in enumerate(affected) if one)
                for affected in solve.patterns(shares)
            ],
        },
        "remyelination": {
            "at_c": Population().temperature_c,
            "parts": mended["parts"],
            "lamella_fraction": [0.0, *(one / 100 for one in mended["thickness_percent"])],
            "share": [one / 100 for one in mended["affected_percent"]],
        },
    }


def _values(name: str) -> dict[str, list]:
    return {control.name: list(control.values) for control in story(name).controls}


def tasks(asked: dict[str, dict]) -> Iterator[tuple[str, Callable[[], Parts]]]:
    """The parts of the library, each with what solves it."""
    race, damage, mended = asked["race"], asked["damage"], asked["remyelination"]
    warmths, left = damage["temperature_c"], damage["lamella_fraction"]
    yield "unmyelinated", lambda: {"": solve.unmyelinated(race["temperature_c"])}
    yield "whole", lambda: {"": solve.whole(race["diameter_um"])}
    yield (
        "passages",
        lambda: {"": solve.passages(warmths, left, solve.patterns(damage["share"]))},
    )
    yield "remyelination", lambda: {"": solve.remyelination_part(mended, mended["at_c"])}
    for i, warmth in enumerate(race["temperature_c"]):
        yield f"race_{i}", lambda warmth=warmth: solve.race_part(race, warmth)
    for i, warmth in enumerate(warmths):
        for j, share in enumerate(left):
            yield (
                f"damage_{i}_{j}",
                lambda warmth=warmth, share=share: {"": solve.damage_part(damage, warmth, share)},
            )


def main() -> None:
    """Solve what is not solved yet, and write the library."""
    os.nice(15)
    asked = axes()
    made = json.dumps([file.VERSION, file.numbers(), asked])
    folder = KEPT / hashlib.sha256(made.encode()).hexdigest()[:12]
    folder.mkdir(parents=True, exist_ok=True)
    parts: Parts = {}
    start = time.perf_counter()
    for name, task in tasks(asked):
        parts |= _solved(name, task, folder)
        print(f"{time.perf_counter() - start:6.0f} s  {name}", flush=True)
    file.write(asked, parts)
    shutil.rmtree(folder)
    print(f"{file.PATH}: {file.PATH.stat().st_size / 1e6:.1f} MB")


def _solved(name: str, task: Callable[[], Parts], folder: Path) -> Parts:
    kept = folder / f"{name}.npz"
    if not kept.exists():
        half = folder / "half.npz"
        np.savez(half, **{"_".join(filter(None, (name, end))): array for end, array in task().items()})
        os.replace(half, kept)
    with np.load(kept) as arrays:
        return dict(arrays)


if __name__ == "__main__":
    main()
