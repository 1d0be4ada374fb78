"""A real JupyterLab or Voila for the browser tests and benchmarks, and notebooks opened in them."""

from __future__ import annotations

import ast
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import Any

START_S = 60
#: Folders that Jupyter and its friends would otherwise look for in the user's home.
_HOMES = {
    "JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "data", "JUPYTER_RUNTIME_DIR": "runtime",
    "JUPYTERLAB_SETTINGS_DIR": "settings", "JUPYTERLAB_WORKSPACES_DIR": "workspaces", "IPYTHONDIR": "ipython",
}  # fmt: skip
_KERNEL = "window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel"
_workspaces = count()


def free_port() -> int:
    """Return a port that nothing listens on."""
    with closing(socket.create_server(("127.0.0.1", 0))) as bound:
        return bound.getsockname()[1]


def notebook(cells: Iterable[str]) -> str:
    """Return the text of a notebook with one code cell for each source."""
    code = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": []}
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    listed = [{**code, "id": f"cell-{i}", "source": source} for i, source in enumerate(cells)]
    return json.dumps(
        {"cells": listed, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    )


@contextmanager
def run_lab(root: Path, home: Path) -> Iterator[tuple[str, subprocess.Popen]]:
    """Serve the notebooks under ``root`` with JupyterLab; yields its address and its process.

    Parameters
    ----------
    root : Path
        What the browser sees as the top folder.
    home : Path
        An empty folder for settings, log and all else that Jupyter writes, so that no user's own leak in.
    """
    options = [
        "--LabApp.expose_app_in_browser=True", f"--ServerApp.root_dir={root}", "--ServerApp.ip=127.0.0.1",
        "--ServerApp.port_retries=0", "--IdentityProvider.token=", "--ServerApp.password=",
    ]  # fmt: skip
    options += ["--allow-root"] if os.geteuid() == 0 else []
    with _serve("jupyterlab", home, "/api/status", options) as running:
        yield running


@contextmanager
def run_voila(root: Path, home: Path) -> Iterator[tuple[str, subprocess.Popen]]:
    """Serve the notebooks under ``root`` with Voila; yields its address and its process."""
    with _serve("voila", home, "/voila/tree", ["--Voila.ip=127.0.0.1", str(root)]) as running:
        yield running


@contextmanager
def _serve(
    program: str, home: Path, ready: str, options: list[str]
) -> Iterator[tuple[str, subprocess.Popen]]:
    home.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, **{name: str(home / folder) for name, folder in _HOMES.items()}}
    port, log = free_port(), home / "server.log"
    command = [sys.executable, "-m", program, "--no-browser", f"--port={port}", *options]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=home, env=environment, stdout=output, stderr=output)
        try:
            _wait_for(f"http://127.0.0.1:{port}{ready}", process, log)
            yield f"http://127.0.0.1:{port}", process
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_for(address: str, process: subprocess.Popen, log: Path) -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(
        f"{address} did not answer within {START_S} s; its log ends:\n{log.read_text()[-2000:]}"
    )


def open_notebook(page, address: str, path: str) -> None:
    """Open a notebook, by its path under the server's root, in a workspace of its own; its kernel is ready then."""
    page.goto(f"{address}/lab/workspaces/w{os.getpid()}-{next(_workspaces)}/tree/{path}")
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=START_S * 1000)
    wait_idle(page)
    page.evaluate("window.jupyterapp.shell.collapseLeft()")


def wait_idle(page) -> None:
    """Wait until the kernel has nothing to do."""
    page.wait_for_function(f"() => window.jupyterapp && {_KERNEL}?.status === 'idle'", timeout=START_S * 1000)


def run_all(page) -> None:
    """Run all cells of the open notebook and wait until they are done."""
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    wait_idle(page)


def execute(page, code: str, value: str = "None") -> Any:
    """Run Python in the open notebook's kernel, beside its cells, and return the value of an expression.

    Raises
    ------
    RuntimeError
        If the code or the expression raises.
    """
    wrapped = f"__import__('json').dumps({value})"
    content = page.evaluate(
        f"""async ([code, value]) => {{
            const message = {{ code, user_expressions: {{ value }}, store_history: false, stop_on_error: false }};
            return (await {_KERNEL}.requestExecute(message).done).content;
        }}""",
        [code, wrapped],
    )
    answer = content.get("user_expressions", {}).get("value", content)
    if answer["status"] != "ok":
        raise RuntimeError(f"{answer['ename']}: {answer['evalue']}")
    return json.loads(ast.literal_eval(answer["data"]["text/plain"]))
