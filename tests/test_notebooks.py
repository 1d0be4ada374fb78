"""Notebooks: thin, baked, readable without a kernel, and compared by nbval in earnest."""

import os
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest

from b12explain.publish.bake import WIDGET_VIEW, bake, differences

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
by_name = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def read(path):
    return nbformat.read(path, as_version=4)


def code_cells(path):
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


def prose(path):
    return "\n\n".join(cell.source for cell in read(path).cells if cell.cell_type == "markdown")


def test_the_first_notebook_is_there():
    assert NOTEBOOKS[0].name == "00_start_here.ipynb"


@by_name
def test_code_is_thin_and_folded_away(path):
    for cell in code_cells(path):
        assert len(cell.source.splitlines()) <= 2
        assert cell.metadata["jupyter"]["source_hidden"] is True
        assert not re.search(r"\b(def|class|plt|figure|lambda)\b", cell.source)


@by_name
def test_every_cell_was_run_and_keeps_no_widget(path):
    notebook = read(path)
    assert "widgets" not in notebook.metadata
    counts = [cell.execution_count for cell in code_cells(path)]
    assert counts == list(range(1, len(counts) + 1))  # nbval compares nothing in a cell that was never run
    for cell in code_cells(path):
        for output in cell.outputs:
            assert output.output_type == "execute_result"
            assert WIDGET_VIEW not in output.data
            assert output.data["text/plain"].strip()


@by_name
def test_every_explorable_keeps_a_poster_and_its_sentence(path):
    for cell in code_cells(path):
        if re.search(r"explore\.(?!self_check|claims|cautions|references|story)\w+\(", cell.source):
            (output,) = cell.outputs
            assert len(output.data["image/png"]) > 20_000
            assert output.metadata["image/png"]["alt"] == output.data["text/plain"]
            assert re.search(r"\((Measured|Calculated|Illustrative).*\.\)$", output.data["text/plain"])


@by_name
def test_headings_run_in_order_under_one_title(path):
    levels = [len(mark) for mark in re.findall(r"^(#+) ", prose(path), flags=re.M)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@by_name
def test_links_inside_the_notebooks_lead_somewhere(path):
    headings = {
        re.sub(r"\s", "-", title.strip()) for title in re.findall(r"^#+ (.+)$", prose(path), flags=re.M)
    }
    for target in re.findall(r"\]\(([^)]+)\)", prose(path)):
        if target.startswith("#"):
            assert target.removeprefix("#") in headings
        elif not target.startswith("http"):
            assert (path.parent / target).exists()


@by_name
def test_it_says_that_it_is_not_medical_advice(path):
    assert "not medical advice" in read(path).cells[0].source


@by_name
def test_what_is_kept_is_what_a_run_gives(path):
    notebook = read(path)
    assert list(differences(notebook, bake(notebook, path.parent), pictures=False)) == []


def test_a_changed_number_in_the_data_fails_nbval(tmp_path):
    shutil.copytree(
        ROOT / "b12explain", tmp_path / "b12explain", ignore=shutil.ignore_patterns("__pycache__")
    )
    intakes = tmp_path / "b12explain" / "data" / "intakes.csv"
    lines = intakes.read_text("utf-8").splitlines(keepends=True)
    changed = [
        line.replace(",2.4,", ",2.5,") if line.startswith("us_rda_adults_19_30,") else line for line in lines
    ]
    assert changed != lines
    intakes.write_text("".join(changed), "utf-8")
    notebook = shutil.copy(NOTEBOOKS[0], tmp_path)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--nbval",
        "--nbval-current-env",
        "-p",
        "no:cacheprovider",
        "-q",
    ]
    run = subprocess.run(
        [*command, notebook],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert run.returncode == 1, run.stdout + run.stderr
    assert "400 times" in run.stdout  # 1,000 µg in RDAs of 2.5 µg
