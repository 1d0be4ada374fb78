"""Write environment.yml, for conda, mamba and Binder, with the versions of requirements.lock.

The pins stand inside the file: Binder then keeps its environment layer from commit to commit, which a line
`-r requirements.lock` or `-e .` would rebuild at every one.
"""

import sys
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
PYTHON_MINOR = "3.12"
# Binder is Linux; conda users on macOS get by without the one package that markers add there.
_ENVIRONMENT = {
    "implementation_name": "cpython",
    "implementation_version": f"{PYTHON_MINOR}.0",
    "os_name": "posix",
    "platform_machine": "x86_64",
    "platform_python_implementation": "CPython",
    "platform_release": "",
    "platform_system": "Linux",
    "platform_version": "",
    "python_full_version": f"{PYTHON_MINOR}.0",
    "python_version": PYTHON_MINOR,
    "sys_platform": "linux",
    "extra": "",
}


def read_pins(lock: str) -> list[str]:
    """Return `name==version` for each package of a lock that Python 3.12 on Linux installs, in its order."""
    lines = (line.rstrip("\\ ") for line in lock.splitlines() if line[:1].isalnum())
    requirements = [Requirement(line) for line in lines]
    wanted = [r for r in requirements if r.marker is None or r.marker.evaluate(_ENVIRONMENT)]
    return [f"{requirement.name}{requirement.specifier}" for requirement in wanted]


def render(lock: str) -> str:
    """Return the text of environment.yml for a lock."""
    pins = "".join(f"      - {pin}\n" for pin in read_pins(lock))
    return (
        "# Made by `make lock` from requirements.lock. The package itself is installed by postBuild.\n"
        "name: b12explain\n"
        "channels:\n"
        "  - conda-forge\n"
        "  - nodefaults\n"
        "dependencies:\n"
        f"  - python={PYTHON_MINOR}\n"
        "  - pip\n"
        "  - pip:\n"
        f"{pins}"
    )


def main() -> int:
    """Write the file."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    (ROOT / "environment.yml").write_text(render(lock), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
