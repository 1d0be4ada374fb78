"""The converged reference results, and the fibres they belong to."""

import json
from pathlib import Path

import numpy as np

from b12explain.models.fibre import Fibre, Lesion, Remyelination

REFERENCE = json.loads(
    (Path(__file__).parents[2] / "data" / "fibre_reference.json").read_text(encoding="utf-8")
)
CASES = {case["id"]: case for case in REFERENCE["cases"]}


def fibre_of(inputs: dict) -> Fibre:
    """The fibre that a reference row describes."""
    return Fibre(
        diameter_um=inputs["D"],
        geometry={"discrete": "discrete", "interp": "interpolated"}[inputs["model"]],
        temperature_c=inputs["T"],
        lamella_fraction=inputs.get("frac", 1.0),
        thinning="outer" if inputs.get("outer") else "lamellae",
        lesions=[Lesion(*row) for row in inputs.get("demy", [])],
        remyelination=[Remyelination(*row) for row in inputs.get("remy", [])],
    )


def arrivals_of(case: dict) -> np.ndarray:
    """Reference arrival times (ms), NaN where a node did not fire."""
    return np.array(case["arrival_ms"], dtype=float)
