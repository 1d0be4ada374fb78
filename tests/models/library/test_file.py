"""A library that is missing, damaged or foreign: one warning, and the engine's answer."""

import json
import shutil
import subprocess
import sys
import zipfile

import pytest

from b12explain.models.library import file
from b12explain.models.race import race

ASK = """
import sys, warnings
from pathlib import Path
from b12explain.models.library import file
from b12explain.models.race import race

file.PATH = Path(sys.argv[1])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    speeds = [race(10.0, paranodal_gap_um=gap).velocity_m_per_s for gap in (0.002, 0.003)]
print(*(f"{one:.4f}" for one in speeds))
print(*(one.message for one in caught), sep="\\n")
"""


def missing(path):
    path.unlink()


def empty(path):
    path.write_bytes(b"")


def cut(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def nonsense(path):
    path.write_bytes(b"no library" * 10_000)


def folder(path):
    path.unlink()
    path.mkdir()


def flipped(path):
    """One bit of the part that is asked for."""
    with zipfile.ZipFile(path) as held:
        names = [one for one in held.infolist() if one.filename.startswith("race_17_numbers")]
    data = bytearray(path.read_bytes())
    data[names[0].header_offset + 5_000] ^= 8
    path.write_bytes(data)


def of_another_number(path):
    """As if a row of the data had been changed since."""
    _rewritten(
        path,
        lambda contents: contents | {"made_from": contents["made_from"] | {"fibre.node_length": [1.5]}},
    )


def of_another_version(path):
    _rewritten(path, lambda contents: contents | {"version": 0})


def that_does_not_know(path):
    _rewritten(path, lambda contents: {"race": contents["race"]})


def without_a_part(path):
    _rewritten(path, lambda contents: contents, lambda name: "race_17" not in name)


def _rewritten(path, contents, keeps=lambda name: True):
    other = path.with_name("other")
    with zipfile.ZipFile(path) as held, zipfile.ZipFile(other, "w") as made:
        for name in filter(keeps, held.namelist()):
            data = held.read(name)
            made.writestr(name, json.dumps(contents(json.loads(data))) if name == file.CONTENTS else data)
    other.replace(path)


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (missing, "cannot be read (FileNotFoundError"),
        (empty, "cannot be read (BadZipFile"),
        (cut, "cannot be read (BadZipFile"),
        (nonsense, "cannot be read (BadZipFile"),
        (folder, "cannot be read (IsADirectoryError"),
        (flipped, "is damaged ("),
        (of_another_number, "was made from another fibre.node_length than there is now"),
        (of_another_version, "was made from another version of the model than there is now"),
        (that_does_not_know, "cannot be read (KeyError"),
        (without_a_part, "is damaged (KeyError"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_a_library_of_no_use_is_survived_and_told_once(damage, says, tmp_path):
    path = tmp_path / file.PATH.name
    shutil.copy(file.PATH, path)
    damage(path)
    done = subprocess.run([sys.executable, "-c", ASK, path], capture_output=True, text=True, check=True)
    speeds, *warned = done.stdout.splitlines()
    assert len(warned) == 1
    assert warned[0].startswith(f"fibre_library.npz {says}")
    assert "`make library` makes it anew." in warned[0]
    whole = [race(10.0, paranodal_gap_um=gap).velocity_m_per_s for gap in (0.002, 0.003)]
    assert [float(one) for one in speeds.split()] == pytest.approx(whole, abs=1e-3)


def test_what_is_written_is_read_back_and_the_same_twice(tmp_path):
    parts = {"a": find_array(), "b": find_array() * 2}
    one, two = tmp_path / "one.npz", tmp_path / "two.npz"
    for path in (one, two):
        file.write({"story": {"control": [1.0]}}, parts, path)
    assert one.read_bytes() == two.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.npz", "two.npz"]


def find_array():
    return file.part("unmyelinated").copy()


def test_the_library_is_small():
    assert file.PATH.stat().st_size < 8e6
