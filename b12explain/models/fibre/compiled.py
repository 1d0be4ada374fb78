"""Compiled code that any processor of this machine's family can run, found where set-up left it.

Numba's own cache answers only to the exact processor that compiled, and not at all where it may read but not
write. A reader should not wait for a compiler because an image was built on another machine, or is read-only.
So set-up (``warm.py``) compiles for the family's common denominator; the functions here look for that code
first, then for code compiled on this very processor, and compile (and keep, where they can) only if there is
neither.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import numba
from numba.core import caching

PORTABLE = {"NUMBA_CPU_NAME": "generic", "NUMBA_CPU_FEATURES": ""}  # the environment ``warm`` compiles in


class _Locator:
    """Where a function's machine code lies: beside its source if it is there or can be put there, else at
    home."""

    def __init__(self, py_func: Callable, py_file: str):
        self._py_file = py_file
        self._name, self._line = py_func.__name__, py_func.__code__.co_firstlineno
        self._path = self._choose()

    @classmethod
    def from_function(cls, py_func: Callable, py_file: str) -> _Locator:
        return cls(py_func, py_file)

    def _choose(self) -> Path:
        beside = Path(self._py_file).parent / "__pycache__"
        home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "b12explain"
        folders = [Path(numba.config.CACHE_DIR)] if numba.config.CACHE_DIR else [beside, home]
        for folder in folders:
            if any(folder.glob(f"*.{self._name}-{self._line}.*.nbi")) or _is_writable(folder):
                return folder
        return folders[0]

    def get_cache_path(self) -> str:
        return str(self._path)

    def ensure_cache_path(self) -> None:
        self._path.mkdir(parents=True, exist_ok=True)

    def get_source_stamp(self) -> str:
        sources = sorted(
            Path(self._py_file).parent.glob("kernel*.py")
        )  # compiled functions call across these files
        return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()

    def get_disambiguator(self) -> str:
        return str(self._line)


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError:
        return False
    return True


class _Files(caching.CompileResultCacheImpl):
    _locator_classes = (_Locator,)


class _Cache(caching.FunctionCache):
    _impl_class = _Files

    def _load_overload(self, sig, target_context):
        family = target_context.codegen().magic_tuple()[0]
        own_key = self._index_key(sig, target_context.codegen())
        any_key = (own_key[0], (family, *PORTABLE.values()), *own_key[2:])
        for key in (any_key, own_key):
            try:
                data = self._cache_file.load(key)
            except OSError:
                return None  # a folder that cannot even be read is no cache
            if data is not None:
                return self._impl.rebuild(target_context, data)
        return None

    def save_overload(self, sig, data) -> None:
        try:
            super().save_overload(sig, data)
        except OSError:
            return  # compiled all the same; only the next process will have to compile again


def compiled(function: Callable) -> Callable:
    """Compile ``function`` when it is first called, to run outside Python's lock and with arithmetic as
    written."""
    made = numba.njit(nogil=True)(function)
    if not numba.config.DISABLE_JIT:
        made._cache = _Cache(function)
    return made
