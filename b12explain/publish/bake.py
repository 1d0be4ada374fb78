"""Run notebooks and keep, of each explorable, a still picture and its sentence, so that they read without a kernel.

``python -m b12explain.publish.bake notebooks/`` rewrites the notebooks; ``--check`` only says what would change.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
PICTURE = "image/png"
TIMEOUT_S = 120
KEEP_STILLS = (  # leaves no name behind in the kernel
    "--IPKernelApp.exec_lines=__import__('b12explain.publish.stills', fromlist=['keep']).keep()"
)


def bake(notebook: NotebookNode, folder: Path) -> NotebookNode:
    """A notebook run from top to bottom, with nothing in it that needs a kernel or differs from run to run.

    Parameters
    ----------
    notebook : NotebookNode
        Left as it is.
    folder : Path
        Where its kernel starts.

    Raises
    ------
    nbclient.exceptions.CellExecutionError
        If a cell fails.
    """
    baked = nbformat.from_dict(notebook)
    for cell in baked.cells:
        cell.metadata.pop("execution", None)
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(baked, timeout=TIMEOUT_S, kernel_name="python3", extra_arguments=[KEEP_STILLS],
                   record_timing=False, resources=resources).execute()  # fmt: skip
    baked.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for cell in baked.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_VIEW, None)
    return baked


def text(notebook: NotebookNode) -> str:
    """A notebook as it is written to its file."""
    return nbformat.writes(notebook).rstrip("\n") + "\n"


def differences(kept: NotebookNode, baked: NotebookNode, *, pictures: bool = True) -> Iterator[str]:
    """What differs between a notebook as kept and as baked, in words; ``pictures=False`` leaves the pixels out."""
    if len(kept.cells) != len(baked.cells):
        yield f"{len(kept.cells)} cells are kept, {len(baked.cells)} baked"
    for i, (old, new) in enumerate(zip(kept.cells, baked.cells, strict=False)):
        if old.cell_type == "code":
            if old.get("execution_count") != new.get("execution_count"):
                yield f"cell {i}: its run is not kept"
            if _shown(old, pictures) != _shown(new, pictures):
                yield f"cell {i}: {_first_line(old)!r} is kept, {_first_line(new)!r} baked"
    for name in ("kernelspec", "language_info", "widgets"):
        if kept.metadata.get(name) != baked.metadata.get(name):
            yield f"metadata {name} differs"


def _shown(cell: NotebookNode, pictures: bool) -> list[dict]:
    """The outputs of a cell; without pictures, a picture counts as being there."""
    shown = []
    for output in cell.outputs:
        data = dict(output.get("data", {}))
        if PICTURE in data and not pictures:
            data[PICTURE] = ""
        shown.append({"type": output.output_type, "data": data, "text": output.get("text", "")})
    return shown


def _first_line(cell: NotebookNode) -> str:
    for output in cell.outputs:
        words = output.get("data", {}).get("text/plain", output.get("text", output.get("ename", "")))
        return "".join(words)[:120]
    return "nothing"


def main(arguments: list[str] | None = None) -> int:
    """Bake the notebooks of a folder, or check that they are baked; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m b12explain.publish.bake", description=__doc__.splitlines()[0]
    )
    parser.add_argument("folder", type=Path, help="folder of notebooks")
    parser.add_argument("--check", action="store_true", help="change nothing; fail if anything would change")
    options = parser.parse_args(arguments)
    paths = sorted(options.folder.glob("*.ipynb"))
    if not paths:
        parser.error(f"{options.folder} holds no notebooks; name the folder that does, such as notebooks/")
    stale = 0
    for path in paths:
        kept = nbformat.read(path, as_version=4)
        baked = bake(kept, path.parent)
        if text(baked) == path.read_text("utf-8"):
            print(f"{path}: as baked")
            continue
        stale += 1
        if options.check:
            found = list(differences(kept, baked)) or ["only its layout differs"]
            print("\n  ".join([f"{path}: not as baked", *found]))
        else:
            path.write_text(text(baked), "utf-8")
            print(f"{path}: baked")
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
