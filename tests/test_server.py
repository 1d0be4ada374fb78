"""The server extension, in real servers: a kernel's websocket must not wait to fill its packets."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
import websocket
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

from b12explain import server

TOKEN = uuid.uuid4().hex
# Runs in the server, beside the extension: reports at every message what the websocket's socket is set to.
SPY = """
import socket
from tornado.websocket import WebSocketHandler
send = WebSocketHandler.write_message
def report(handler, *args, **kwargs):
    option = handler.ws_connection.stream.socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    print("seen:", type(handler).__name__, bool(option), flush=True)
    return send(handler, *args, **kwargs)
WebSocketHandler.write_message = report
"""


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as bound:
        return bound.getsockname()[1]


@contextmanager
def run_server(program: str, folder: Path, *arguments: str) -> Iterator[tuple[int, Path]]:
    """A server that is stopped at the end; yields its port and the file with all it printed."""
    port, log = free_port(), folder / "server.log"
    command = [sys.executable, "-c", SPY + program, f"--port={port}", "--no-browser", *arguments]
    environment = {
        **os.environ,
        "JUPYTER_CONFIG_DIR": str(folder / "user"),
        "IPYTHONDIR": str(folder / "ipython"),
    }
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output, env=environment)
        try:
            yield port, log
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def wait_for(condition, log: Path, seconds: float = 60):
    """The first true result of a condition; what the server printed explains why there was none."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if result := condition():
                return result
        except OSError:
            pass
        time.sleep(0.1)
    pytest.fail(f"not within {seconds} s; the server printed:\n{log.read_text()}")


def ask(port: int, path: str, data: bytes | None = None) -> str:
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", data)
    request.add_header("Authorization", f"token {TOKEN}")
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read().decode()


def open_kernel_websocket(port: int, kernel: str) -> None:
    """Connect as a browser does, and wait for the kernel's first message."""
    address = f"ws://127.0.0.1:{port}/api/kernels/{kernel}/channels?token={TOKEN}"
    header = {
        "msg_id": "1",
        "msg_type": "kernel_info_request",
        "session": "s",
        "username": "",
        "version": "5.3",
    }
    message = {"header": header, "parent_header": {}, "metadata": {}, "content": {}, "channel": "shell"}
    with closing(websocket.create_connection(address, timeout=30, origin=f"http://127.0.0.1:{port}")) as link:
        link.send(json.dumps(message))
        assert link.recv()


def test_websocket_of_jupyter_server_sends_at_once(tmp_path):
    program = "from jupyter_server.serverapp import main; main()"
    options = ("--allow-root", f"--IdentityProvider.token={TOKEN}")
    with run_server(program, tmp_path, *options) as (port, log):
        wait_for(lambda: ask(port, "/api/status"), log)
        kernel = json.loads(ask(port, "/api/kernels", b"{}"))["id"]
        open_kernel_websocket(port, kernel)
        assert "seen: KernelWebsocketHandler True" in log.read_text()
        assert "seen: KernelWebsocketHandler False" not in log.read_text()


def test_websocket_of_voila_sends_at_once(tmp_path):
    notebook = tmp_path / "page.ipynb"
    cell = {
        "cell_type": "code",
        "execution_count": None,
        "id": "a",
        "metadata": {},
        "outputs": [],
        "source": "1",
    }
    kernel_name = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook.write_text(
        json.dumps({"cells": [cell], "metadata": kernel_name, "nbformat": 4, "nbformat_minor": 5})
    )
    program = "from voila.app import main; main()"
    with run_server(program, tmp_path, f"--token={TOKEN}", str(notebook)) as (port, log):
        page = wait_for(lambda: ask(port, "/"), log)
        kernel = re.search(r'"kernelId": *"([^"]+)"', page)[1]
        open_kernel_websocket(port, kernel)
        assert "seen: VoilaKernelWebsocketHandler True" in log.read_text()
        assert "seen: VoilaKernelWebsocketHandler False" not in log.read_text()


class Log(list):
    """Keeps what is logged."""

    def warning(self, message, *values):
        self.append(message % values)

    info = warning


def load_into(settings: dict) -> Log:
    app = SimpleNamespace(web_app=SimpleNamespace(settings=settings), log=Log())
    server._load_jupyter_server_extension(app)
    return app.log


def test_extension_replaces_the_connection_class_once():
    settings = {"kernel_websocket_connection_class": ZMQChannelsWebsocketConnection}
    load_into(settings)
    load_into(settings)
    assert settings["kernel_websocket_connection_class"] is server.UndelayedConnection


def test_connection_class_of_another_kind_keeps_what_it_does():
    class Gateway:
        log = Log()

        def connect(self):
            return "connected"

    connection = server.undelayed(Gateway)()
    asked = []
    connection.websocket_handler = SimpleNamespace(set_nodelay=asked.append)
    assert connection.connect() == "connected"
    assert asked == [True]


def test_kernel_connects_even_when_the_socket_cannot_be_set():
    class Connection:
        log = Log()
        websocket_handler = None

        def connect(self):
            return "connected"

    assert server.undelayed(Connection)().connect() == "connected"
    assert "could not set TCP_NODELAY, so drags will be slower" in Connection.log[0]


@pytest.mark.parametrize("settings", [{}, {"kernel_websocket_connection_class": object}])
def test_server_of_an_unknown_make_is_left_as_it_is(settings):
    before = dict(settings)
    log = load_into(settings)
    assert settings == before
    assert "could not set TCP_NODELAY, so drags will be slower" in log[0]
