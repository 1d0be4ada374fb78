"""Where the browser tests and benchmarks find a Chromium, and how they start it."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MAC_APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find_chromium(environment: Mapping[str, str] = os.environ) -> str | None:
    """Return the path of the Chromium that B12_CHROMIUM names, or of one found; None if there is none.

    Raises
    ------
    FileNotFoundError
        If B12_CHROMIUM names a file that does not exist.
    """
    named = environment.get("B12_CHROMIUM")
    if named:
        if not Path(named).is_file():
            raise FileNotFoundError(
                f"B12_CHROMIUM is {named!r}, and no such file exists: name a Chromium, or unset it"
            )
        return named
    on_path = (shutil.which(command, path=environment.get("PATH", "")) for command in _COMMANDS)
    return next((found for found in (*on_path, *_MAC_APPLICATIONS) if found and Path(found).is_file()), None)


def launch_arguments() -> list[str]:
    """Options for a Chromium that talks to this machine alone and, as root, can start at all."""
    quiet = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
    ]
    return [*quiet, "--no-first-run", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
