"""Machine code that set-up leaves behind, and doing without it."""

import os
import subprocess
import sys

import pytest

FIRST = (
    "import time; start = time.perf_counter()\n"
    "from b12explain.models.fibre import Fibre, conduct\n"
    "import sys; assert 'numba' not in sys.modules\n"
    "conduct(Fibre()); print(time.perf_counter() - start)"
)


def run(code, **environment):
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


@pytest.fixture(scope="module")
def warmed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("numba")
    code = "from b12explain.models.fibre.warm import warm; print(warm())"
    assert run(code, NUMBA_CACHE_DIR=str(folder)) > 2  # it did compile
    return folder


def compiled_names(folder):
    return sorted((path.name, path.stat().st_mtime_ns) for path in folder.rglob("*.nbc"))


def test_code_made_for_any_processor_serves_this_one_and_another(warmed):
    before = compiled_names(warmed)
    assert before
    run(FIRST, NUMBA_CACHE_DIR=str(warmed))
    run(FIRST, NUMBA_CACHE_DIR=str(warmed), NUMBA_CPU_NAME="nehalem", NUMBA_CPU_FEATURES="+sse4.2")
    assert compiled_names(warmed) == before  # nothing was compiled again


def test_it_works_where_nothing_can_be_kept():
    run(FIRST, NUMBA_CACHE_DIR="/dev/null/nowhere")
