"""Compiled code that is kept, damaged, or cannot be kept."""

import os
import shutil
import subprocess
import sys

import pytest

TINY = """
import numpy as np

def run(numbers):
    for i in range(len(numbers)):
        numbers[i] = 2 * numbers[i] + 1
"""
USE = """
import sys, warnings
import numpy as np
import tiny
from b12explain.models.fibre.engine import Engine

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    engine, numbers = Engine(tiny.run), np.array([1.0, 2.0])
    engine(numbers)
    engine(numbers)
    print(*numbers, sum(engine.compiled.stats.cache_hits.values()), len(caught))
    print(*(one.message for one in caught), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A folder with a module and, below it, what numba keeps of it."""
    folder = tmp_path_factory.mktemp("engine")
    (folder / "tiny.py").write_text(TINY)
    assert use(folder) == "7.0 11.0 0 0"
    assert list(folder.rglob("*.nbc"))
    return folder


def use(folder, **environment):
    """Numbers that the function was applied to twice, hits of the cache, warnings."""
    where = {"PYTHONPATH": str(folder), "NUMBA_CACHE_DIR": str(folder / "kept")}
    done = subprocess.run(
        [sys.executable, "-c", USE], env=os.environ | where | environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    return done.stdout.strip()


@pytest.fixture
def copied(kept, tmp_path):
    """The same under the same path, which numba's files belong to, to be damaged."""
    saved = tmp_path / "saved"
    shutil.copytree(kept / "kept", saved)
    yield kept
    shutil.rmtree(kept / "kept")
    shutil.copytree(saved, kept / "kept")


def cut(data):
    return data[: len(data) // 2]


def flip(data):
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 4]) + data[middle + 1 :]


def nonsense(data):
    return b"this is no cache" * 40


def nothing(data):
    return b""


def test_what_was_kept_is_used(copied):
    assert use(copied) == "7.0 11.0 1 0"


@pytest.mark.parametrize(
    ("damage", "end"),
    [(cut, "nbi"), (nonsense, "nbi"), (flip, "nbc"), (cut, "nbc"), (nothing, "nbc"), (nonsense, "sum")],
    ids=lambda one: getattr(one, "__name__", one),
)
def test_what_is_damaged_is_made_anew_and_kept_again(copied, damage, end):
    (file,) = copied.rglob(f"*.{end}")
    file.write_bytes(damage(file.read_bytes()))
    assert use(copied) == "7.0 11.0 0 0"
    assert use(copied) == "7.0 11.0 1 0"


@pytest.mark.parametrize("end", ["nbi", "sum"])
def test_a_folder_in_the_place_of_a_file_is_survived_and_told_once(copied, end):
    (file,) = copied.rglob(f"*.{end}")
    file.unlink()
    file.mkdir()
    assert use(copied) == "7.0 11.0 0 1"


def test_code_for_another_processor_is_left_alone(copied):
    assert use(copied, NUMBA_CPU_NAME="generic", NUMBA_CPU_FEATURES="") == "7.0 11.0 0 0"
    assert use(copied) == "7.0 11.0 1 0"


def test_a_place_where_nothing_can_be_kept_is_survived_and_told_once(tmp_path):
    (tmp_path / "tiny.py").write_text(TINY)
    (tmp_path / "__pycache__").write_text("a file where numba wants a folder")
    nowhere = dict.fromkeys(
        ("HOME", "XDG_CACHE_HOME", "NUMBA_CACHE_DIR", "LOCALAPPDATA"), "/dev/null/nowhere"
    )
    assert use(tmp_path, **nowhere) == "7.0 11.0 0 1"


def test_a_fault_of_the_function_itself_is_raised(kept):
    code = "from b12explain.models.fibre.engine import Engine\nimport tiny\nEngine(tiny.run)('no array')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(kept)},
        capture_output=True,
        text=True,
    )
    assert done.returncode != 0
    assert "TypingError" in done.stderr
