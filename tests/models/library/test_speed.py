"""How fast a state comes out of the library, in processor time: other work on the machine does not lengthen it."""

import random
import subprocess
import sys
import time

import pytest

from b12explain.models.damage import damage
from b12explain.models.library import file
from b12explain.models.race import race

pytestmark = pytest.mark.alone


def median_ms(calls):
    took = []
    for call in calls:
        start = time.thread_time()
        call()
        took.append(1e3 * (time.thread_time() - start))
    return sorted(took)[len(took) // 2]


def test_a_fibre_with_its_wave_takes_2_ms():
    of, chance = file.contents()["race"], random.Random(1)
    for warmth in of["temperature_c"]:  # as a slider does, which visits them all
        race(10.0, temperature_c=warmth)
    states = [
        {
            "diameter_um": chance.choice(of["diameter_um"]),
            "lamella_fraction": chance.choice(of["layers"]) / 100,
            "temperature_c": chance.choice(of["temperature_c"]),
            "paranodal_gap_um": chance.choice(of["gap_nm"]) / 1_000,
        }
        for _ in range(101)
    ]
    assert median_ms(lambda state=state: race(**state) for state in states) < 2


def test_a_move_of_damage_that_was_not_seen_before_takes_8_ms():
    of, chance = file.contents()["damage"], random.Random(1)
    states = [
        (1 - chance.choice(of["lamella_fraction"]), chance.choice(of["share"]), "scattered", 0.3, "largest",
         chance.choice(of["temperature_c"]))
        for _ in range(101)
    ]  # fmt: skip
    assert median_ms(lambda state=state: damage(*state) for state in states) < 8


def test_the_library_is_open_in_30_ms():
    code = """if True:
        import time
        from b12explain.models.library import file
        start = time.thread_time()
        file.contents()
        print(1e3 * (time.thread_time() - start))
    """
    took = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    ]
    assert min(took) < 30
