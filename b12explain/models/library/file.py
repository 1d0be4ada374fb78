"""The file of results: read part by part, and done without where it is missing, damaged, or made from other numbers."""

from __future__ import annotations

import io
import json
import os
import warnings
import zipfile
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...tables import DATA_FOLDER, table

PATH = DATA_FOLDER / "fibre_library.npz"
VERSION = (
    1  # of the engine's arithmetic and of the parts; a change of either that moves a result counts it up
)
CONTENTS = "contents.json"
NERVE_ROWS = ("sural_small_fibre_peak", "sural_large_fibre_peak", "sural_myelinated_count")
FIXED_DATE = (1980, 1, 1, 0, 0, 0)  # so that the same results make the same file


def numbers() -> dict[str, list[float]]:
    """Every number in the data that the results follow from, by the id of its row."""
    rows = [row for name in ("fibre", "fibre_geometry", "nerve_study") for row in table(name)]
    rows += [table("nerve").row(name) for name in NERVE_ROWS]
    return {row.full_id: [one for one in row.values() if isinstance(one, float)] for row in rows}


@cache
def _opened() -> tuple[zipfile.ZipFile, dict[str, Any]] | None:
    try:
        file = zipfile.ZipFile(PATH)
        contents = json.loads(file.read(CONTENTS))
        version, made_from = contents["version"], dict(contents["made_from"])
    except Exception as error:  # a damaged file raises whatever its bytes happen to spell
        return _do_without(f"cannot be read ({type(error).__name__}: {error})")
    now = numbers()
    changed = [name for name, then in made_from.items() if now.get(name) != then]
    if version != VERSION or changed:
        what = f"another {changed[0]}" if changed else "another version of the model"
        return _do_without(f"was made from {what} than there is now")
    return file, contents


@cache
def _told() -> list[str]:
    """Why the library, or a part of it, could not be used: one reason is enough."""
    return []


def _do_without(why: str) -> None:
    if not _told():
        _told().append(why)
        message = (
            f"{PATH.name} {why}, so results are worked out by the engine when they are asked for, which is slower. "
            f"`make library` makes it anew. It lies in {PATH.parent}."
        )
        warnings.warn(message, RuntimeWarning, stacklevel=3)


def contents() -> Mapping[str, Any]:
    """What the library holds: the values of each control by story; empty where it cannot be used."""
    opened = _opened()
    return opened[1] if opened else {}


@lru_cache(maxsize=256)
def part(name: str) -> NDArray | None:
    """A part of the library, or None where it cannot be read, of which a warning tells the reason once."""
    opened = _opened()
    if opened is None:
        return None
    try:
        # The whole of a part is read, since only then is its checksum looked at.
        array = np.load(io.BytesIO(opened[0].read(f"{name}.npy")), allow_pickle=False)
    except Exception as error:
        return _do_without(f"is damaged ({type(error).__name__}: {error})")
    array.flags.writeable = False
    return array


def write(contents: Mapping[str, Any], parts: Mapping[str, NDArray], path: Path = PATH) -> None:
    """Put the library in its place, whole or not at all."""
    half = path.with_suffix(".half")
    with zipfile.ZipFile(half, "w") as file:
        made = {"version": VERSION, "made_from": numbers()} | dict(contents)
        _add(file, CONTENTS, json.dumps(made).encode())
        for name, array in parts.items():
            buffer = io.BytesIO()
            np.save(buffer, array, allow_pickle=False)
            _add(file, f"{name}.npy", buffer.getvalue())
    os.replace(half, path)


def _add(file: zipfile.ZipFile, name: str, data: bytes) -> None:
    file.writestr(zipfile.ZipInfo(name, FIXED_DATE), data, zipfile.ZIP_DEFLATED, 9)
