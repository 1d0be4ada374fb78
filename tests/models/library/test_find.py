"""The library beside the engine: a seeded sample of each part, and everything that the controls can ask."""

import random
import subprocess
import sys
from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from b12explain.models import race, race_wave
from b12explain.models.library import file, find, solve
from b12explain.models.nerve import Population, study
from b12explain.models.recorded import recorded
from b12explain.models.single_fibre import affected_internodes, simulate, simulated
from tools.make_library import axes

HELD = file.contents()
MOMENTS_MS = tuple(round(0.03 * i, 2) for i in range(41))
READ = (
    "amplitude_uv",
    "peak_to_peak_uv",
    "onset_ms",
    "peak_ms",
    "duration_ms",
    "velocity_m_per_s",
    "blocked",
)


def some(count, *choices, seed=1):
    """A seeded sample of all combinations."""
    return random.Random(seed).sample(list(product(*choices)), count)


def fibres_of_the_race(count):
    of = HELD["race"]
    sheaths = [(vary, amount) for vary in ("layers", "g_ratio") for amount in of[vary]]
    made = some(count, of["diameter_um"], sheaths, of["temperature_c"], of["gap_nm"])
    return [(diameter, *sheath, warmth, gap) for diameter, sheath, warmth, gap in made]


def dying():
    of = HELD["race"]
    return some(4, of["diameter_um"], ["layers"], [0.0], of["temperature_c"], of["gap_nm"])


def test_the_library_was_made_from_the_numbers_in_the_data():
    """If not: `make library`."""
    assert HELD["made_from"].items() <= file.numbers().items()
    assert {"fibre.node_length", "nerve_study.distance", "nerve.sural_myelinated_count"} <= HELD[
        "made_from"
    ].keys()


def test_the_library_holds_every_value_of_the_controls():
    """If not: `make library`."""
    assert {name: HELD[name] for name in axes()} == axes()


@pytest.mark.parametrize("state", [*fibres_of_the_race(12), *dying()], ids=str)
def test_a_fibre_of_the_race_is_the_engines(state):
    fibre, warmth = race.fibre_of(*state), state[3]
    (solved,) = race_wave.record([fibre])
    held = race_wave.in_time(find.race(*state), warmth)
    assert held.velocity_m_per_s == pytest.approx(solved.velocity_m_per_s, rel=1e-6, nan_ok=True)
    ours, theirs = (race_wave.wave(fibre, one) for one in (held, solved))
    for moment in MOMENTS_MS:
        shown = np.interp(theirs.position_mm, ours.position_mm, ours.at(moment))
        np.testing.assert_allclose(shown, theirs.at(moment), atol=0.6)


def test_other_velocities_of_the_race_are_the_engines():
    warmths = [20.0, 37.0, 40.0]
    np.testing.assert_allclose([find.unmyelinated(one) for one in warmths], solve.unmyelinated(warmths))
    np.testing.assert_allclose(find.whole((2.0, 9.0, 16.0)), solve.whole([2.0, 9.0, 16.0]))


def nerves():
    of = HELD["damage"]
    chosen = some(
        6,
        of["temperature_c"],
        of["lamella_fraction"],
        of["share"],
        [1, 8],
        [0.0, 0.3, 0.9],
        ["all sizes", "largest"],
    )
    for warmth, left, share, cluster, lost, loss in chosen:
        yield Population(lost, loss, left, share, cluster, temperature_c=warmth)
    of = HELD["remyelination"]
    for parts, left, share in some(3, of["parts"], of["lamella_fraction"], of["share"]):
        yield Population(lamella_fraction=left, affected_share=share, parts=int(parts))


@pytest.mark.parametrize("nerve", list(nerves()), ids=str)
def test_a_nerve_is_the_engines(nerve):
    held, solved = recorded(nerve), study(nerve)
    np.testing.assert_array_equal(held.time_ms, find.TRACE_MS)
    for name in (*READ, "fibres", "lost"):
        wanted = getattr(solved, name)
        assert getattr(held, name) == pytest.approx(wanted, rel=1e-5, abs=1e-9, nan_ok=True), name
    trace = np.interp(held.time_ms, solved.time_ms, solved.trace_uv, right=0.0)
    np.testing.assert_allclose(held.trace_uv, trace, atol=0.1)  # of 61 in a healthy nerve
    if not held.peak_ms > find.TRACE_MS[-1]:
        assert -held.trace_uv.min() == pytest.approx(held.amplitude_uv, rel=0.04, abs=0.1)


def test_one_large_fibre_is_the_engines():
    of = HELD["damage"]
    for warmth, left, share, cluster in some(
        20, of["temperature_c"], of["lamella_fraction"], of["share"], [1, 8]
    ):
        hit = affected_internodes(share, cluster)
        held, solved = (make(warmth, left, hit) for make in (simulate, simulated))
        np.testing.assert_allclose(held.arrival_ms, solved.arrival_ms, atol=1e-5)
        np.testing.assert_allclose(held.position_mm, solved.position_mm)


def test_a_state_beside_the_controls_is_the_engines():
    beside = Population(lamella_fraction=0.35, affected_share=1.0, temperature_c=33.0)
    assert recorded(beside).amplitude_uv == study(beside).amplitude_uv
    other = replace(beside, lamella_fraction=0.4, seed=5)
    assert recorded(other).amplitude_uv == study(other).amplitude_uv
    assert find.race(10.5, "layers", 100.0, 37.0, 2.0) is None
    between = race.race(10.5).velocity_m_per_s
    assert find.whole((10.0,))[0] < between < find.whole((11.0,))[0]


def test_no_move_of_any_control_and_no_picture_asks_the_engine():
    """Every value of every control and every preset, and corners of the three that stand on fibres."""
    code = """if True:
        import random, sys
        from b12explain import explore
        from b12explain.scene.layout import Room

        for name in explore.NAMES:
            story = explore.story(name)
            states = [*story.sweep(), *(story.state(preset=one) for one in story.presets)]
            if name in ("myelin_race", "damage", "remyelination"):
                corners = list(story.corners())
                states += random.Random(2).sample(corners, min(40, len(corners)))
            for state in states:
                result = story.model(**state)
                story.sentence(result), story.facts(result)
            story.scene(result, Room(760))
        print("numba" in sys.modules)
    """
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("False", "")


def test_the_library_needs_neither_numba_nor_figures_nor_units():
    code = """if True:
        import sys
        from b12explain.models.library import find
        assert find.race(10.0, "layers", 100.0, 37.0, 2.0)
        print([name for name in ("numba", "matplotlib", "pint") if name in sys.modules])
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
