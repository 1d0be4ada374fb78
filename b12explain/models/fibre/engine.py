"""The time loop, compiled: code that was kept is used where it is whole, and made anew where it is not."""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Callable
from pathlib import Path

from numba import njit, typeof

from . import kernel


class Engine:
    """A function, compiled when it is first called; numba keeps the code for the next process.

    Numba does not look whether what it kept is whole, and a damaged file may raise anything or end Python. So a sum of
    the kept files lies beside them: where it is not theirs, they are deleted and made anew. Where nothing can be kept,
    a warning says so and each process compiles for itself.

    Parameters
    ----------
    function : callable
        Of a module of its own, in which all that it calls lies, since numba compares that one file with what it kept.
    """

    def __init__(self, function: Callable):
        self.function = function
        self.compiled: Callable | None = None

    def __call__(self, *inputs) -> None:
        """Call the function."""
        if self.compiled is None:
            try:
                self.compiled = self._kept(inputs)
            except Exception as error:  # of reading, writing, or whatever a damaged file happens to spell
                self.compiled = njit(nogil=True)(self.function)
                self._warn(error)
        self.compiled(*inputs)

    def _kept(self, inputs: tuple) -> Callable:
        """The function as numba keeps it, compiled for such inputs."""
        keeping = njit(nogil=True, cache=True)(self.function)
        folder = Path(keeping.stats.cache_path)
        sum_file = folder / f"{self.function.__module__}.{self.function.__name__}.sum"
        files = self._files(folder)
        if files and _sum_of(files) != _read(sum_file):
            for file in files:
                file.unlink()
        keeping.compile(tuple(map(typeof, inputs)))
        if keeping.stats.cache_misses:
            sum_file.write_text(_sum_of(self._files(folder)))
        return keeping

    def _files(self, folder: Path) -> list[Path]:
        return sorted(folder.glob(f"*.{self.function.__name__}-*.nb[ci]"))

    def _warn(self, error: Exception) -> None:
        said = f"{type(error).__name__}: {error}".splitlines()[0]
        warnings.warn(
            f"The compiled code of {self.function.__module__} could not be kept or read back ({said}), so it is "
            "compiled for this process alone. Set NUMBA_CACHE_DIR to a folder that can be written to have it kept.",
            RuntimeWarning,
            stacklevel=3,
        )


def _sum_of(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def _read(file: Path) -> str:
    return file.read_text() if file.is_file() else ""


run = Engine(kernel.run)
