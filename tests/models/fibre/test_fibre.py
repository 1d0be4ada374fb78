# ruff: noqa: E501 - messages are matched whole
"""What a fibre refuses, and the words it does it in."""

import re

import numpy as np
import pytest

from b12explain.models.fibre import (
    Fibre,
    Lesion,
    Remyelination,
    Stimulus,
    UnmyelinatedFibre,
    conduct,
    conduct_many,
)
from b12explain.models.fibre.chain import positions_um, quarter_nodes

NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Fibre(9.0),
            "diameter_um must be one of 1, 2, 5.7, 7.3, 8.7, 10, 11.5, 12.8, 14, 15, 16 µm with geometry='discrete'; "
            f"got 9.0. Use geometry='interpolated' for any diameter between 2 and 16{NB}µm.",
        ),
        (lambda: Fibre(1.0, "interpolated"), f"diameter_um must be between 2 and 16{NB}µm; got 1.0."),
        (lambda: Fibre(float("nan"), "interpolated"), f"diameter_um must be between 2 and 16{NB}µm; got nan."),
        (lambda: Fibre(geometry="MRG"), "geometry must be one of 'discrete', 'interpolated'; got 'MRG'."),
        (lambda: Fibre(temperature_c=60), f"temperature_c must be between 15 and 42{NB}°C; got 60."),
        (
            lambda: Fibre(lamella_fraction=1.2),
            "lamella_fraction must be between 0 and 1; got 1.2. 1 is the full sheath.",
        ),
        (
            lambda: Fibre(nodes=5),
            "nodes must be a whole number from 9 to 2,001; got 5. Velocity is measured between the quarter points.",
        ),
        (
            lambda: Fibre(g_ratio=0.6, lamella_fraction=0.5),
            "Give g_ratio or lamella_fraction, not both; got 0.6 and 0.5.",
        ),
        (lambda: Fibre(g_ratio=1.0), "g_ratio must be between 0.4 and 0.95; got 1.0."),
        (lambda: Fibre(paranodal_gap_um=1), f"paranodal_gap_um must be between 0.0005 and 0.02{NB}µm; got 1."),
        (
            lambda: Fibre(lesions=[Lesion(39, 40, 0.5)]),
            "A fibre of 41 nodes has internodes 0 to 39; got Lesion(first=39, last=40, lamella_fraction=0.5). "
            "Use more nodes, or move the stretch.",
        ),
        (
            lambda: Fibre(lesions=[Lesion(3, 5, 0.5)], remyelination=[Remyelination(5, 6, 2, 0.5)]),
            "Lesions and remyelinated stretches must not overlap; "
            "Remyelination(first=5, last=6, parts=2, lamella_fraction=0.5) starts inside another.",
        ),
        (
            lambda: Fibre(remyelination=[Remyelination(5, 6, 12, 0.5)]),
            f"Remyelination.parts must be between 1 and 11 at 10{NB}µm: an internode of 1150{NB}µm holds no more sheath "
            "ends; got 12.",
        ),
        (
            lambda: Lesion(4, 3, 0.5),
            "Lesion.last must not be before first; got internodes 4 to 3. Swap them.",
        ),
        (
            lambda: Lesion(-1, 3, 0.5),
            "Lesion.first must be a whole number from 0 to 1,999; got -1. Internodes are counted from 0.",
        ),
        (lambda: Lesion(1, 3, -0.5), "Lesion.lamella_fraction must be between 0 and 1; got -0.5. 1 is the full sheath."),
        (
            lambda: Fibre(lesions=(3,)),
            "lesions must be a sequence of Lesion; got (3,). Write each as Lesion(first, last, lamella_fraction).",
        ),
        (
            lambda: Fibre(lesions=Lesion(1, 3, 0.5)),
            "lesions must be a sequence of Lesion; got Lesion(first=1, last=3, lamella_fraction=0.5). "
            "Write each as Lesion(first, last, lamella_fraction).",
        ),
        (
            lambda: Fibre(remyelination=[Lesion(1, 3, 0.5)]),
            "remyelination must be a sequence of Remyelination; got (Lesion(first=1, last=3, lamella_fraction=0.5),). "
            "Write each as Remyelination(first, last, parts, lamella_fraction).",
        ),
        (lambda: Fibre(lesions=None), "lesions must be a sequence of Lesion; got None. "
            "Write each as Lesion(first, last, lamella_fraction)."),
        (lambda: UnmyelinatedFibre(5.0), f"diameter_um must be between 0.2 and 2{NB}µm; got 5.0."),
        (lambda: Stimulus(amplitude_na=1e9), f"Stimulus.amplitude_na must be between -1,000 and 1,000{NB}nA; got 1000000000.0."),
        (
            lambda: conduct(Fibre(), stimulus=Stimulus(node=41)),
            "Stimulus.node must be between -41 and 40 in this fibre; got 41.",
        ),
        (
            lambda: conduct(Fibre(), record="everything"),
            "record must be one of 'arrivals', 'nodes', 'all'; got 'everything'.",
        ),
        (lambda: conduct(Fibre(), step_ms=0.1), f"step_ms must be between 0.0001 and 0.005{NB}ms; got 0.1."),
        (
            lambda: conduct(Fibre(), stimulus=Stimulus(amplitude_na=900)),
            f"Stimulus.amplitude_na must keep the membrane between -200 and 200{NB}mV; got 900{NB}nA, which does not. "
            "Use a weaker stimulus.",
        ),
    ],
)  # fmt: skip
def test_what_the_model_is_not_valid_for_is_refused(make, message):
    with pytest.raises(ValueError, match=rf"^{re.escape(message)}(\nThe fibre is Fibre\(.*\)\.)?$"):
        make()


@pytest.mark.parametrize("kind", [np.int8, np.uint8, np.float32])
def test_a_narrow_number_is_the_number(kind):
    """The square of a narrow integer overflows in silence."""
    narrow, wide = (Fibre(one, "interpolated", nodes=21) for one in (kind(12), 12.0))
    assert narrow == wide
    assert conduct(narrow).velocity_m_per_s == conduct(wide).velocity_m_per_s


def test_anything_but_a_fibre_is_refused():
    with pytest.raises(TypeError, match=r"^conduct takes a Fibre or an UnmyelinatedFibre; got 10\.0\.$"):
        conduct_many([10.0])


def test_positions_and_measured_nodes_follow_remyelination():
    fibre = Fibre(10.0, remyelination=[Remyelination(2, 3, 2, 0.5)])
    position = positions_um(fibre)
    assert len(position) == 43
    assert list(position[:8]) == [0, 1150, 2300, 2875, 3450, 4025, 4600, 5750]
    near, far = quarter_nodes(fibre)
    assert (near, far) == (12, 32)
    assert position[far] - position[near] == pytest.approx(20 * 1150)


def test_fibres_are_values():
    assert Fibre(lesions=[Lesion(1, 2, 0.5)]) == Fibre(lesions=(Lesion(1, 2, 0.5),))
    assert len({Fibre(), Fibre(), Fibre(5.7)}) == 2
