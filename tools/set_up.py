"""Create .venv with exactly the versions of the lock and this package; skip what is already done.

``python -m tools.set_up`` installs what readers need, ``python -m tools.set_up test`` also what only tests need.

Run by the Makefile with whatever Python the machine has, so it needs the standard library alone, and its
first lines must run on any Python 3 in order to say that a newer one is needed.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
# A change of the first makes .venv anew, of the second installs the package anew.
DECIDES_ALL = ("requirements.lock", "tools/set_up.py")
DECIDES_PACKAGE = ("pyproject.toml", "jupyter-data")


def find_obstacle(version=sys.version_info, has_venv=None):
    """One line that says what this machine lacks and how to get it, or None."""
    if tuple(version[:2]) < OLDEST_PYTHON:
        return (
            f"Python 3.11 or newer is needed, and {sys.executable} is {version[0]}.{version[1]}. "
            "If you have a newer one, name it: make lab PYTHON=python3.12"
        )
    if has_venv is None:
        has_venv = module_exists("venv") and module_exists("ensurepip")
    if not has_venv:
        return (
            f"This Python ({sys.executable}) cannot create virtual environments; "
            "on Debian or Ubuntu, install what it lacks with: apt-get install python3-venv"
        )
    return None


def module_exists(name):
    """Whether this Python has a module of that name; Debian's Python comes without ensurepip."""
    import importlib.util

    return importlib.util.find_spec(name) is not None


def fingerprint(names, root=ROOT):
    """A hash of the Python in use, the project's place, and the content of these files and folders."""
    digest = hashlib.sha256(repr((sys.version, sys.prefix, str(root))).encode())
    for name in names:
        path = root / name
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def run(*command):
    """Run a command; an error of it ends the set-up."""
    subprocess.run([str(part) for part in command], check=True)


def pip_install(python, *options):
    """Install with .venv's own pip."""
    run(python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *options)


def install_lock(python):
    """Create .venv and install what readers need, each file checked against its hash."""
    print("Setting up .venv with the versions of requirements.lock (about 600 MB, once) ...", flush=True)
    run(sys.executable, "-m", "venv", "--clear", VENV)
    pip_install(python, "--require-hashes", "-r", ROOT / "requirements.lock")


def install_test_lock(python):
    """Add what only the tests need; the versions that both locks name are the same."""
    print("Adding what the tests need (about 300 MB, once) ...", flush=True)
    pip_install(python, "--require-hashes", "-r", ROOT / "requirements-test.lock")


def install_package(python):
    """Install this package from its own folder, with nothing fetched."""
    pip_install(python, "--no-deps", "--no-index", "--no-build-isolation", "-e", ROOT)
    # Kernels start twice as fast when Python finds compiled bytecode; pip has compiled all but the package.
    run(python, "-m", "compileall", "-q", ROOT / "b12explain")


def bring_up_to_date(with_tests=False):
    """Do each of the steps whose stamp is not of today's files."""
    python = VENV / "bin" / "python"
    package = DECIDES_ALL + DECIDES_PACKAGE
    steps = [(install_lock, DECIDES_ALL), (install_package, package)]
    if with_tests:
        steps.append((install_test_lock, (*DECIDES_ALL, "requirements-test.lock")))
    for step, names in steps:
        stamp, wanted = VENV / (step.__name__ + ".done"), fingerprint(names)
        if not (stamp.is_file() and stamp.read_text() == wanted):
            step(python)
            stamp.write_text(wanted)


def main(arguments):
    """Bring .venv up to date; return the exit code."""
    obstacle = find_obstacle()
    if obstacle:
        print(obstacle, file=sys.stderr)
        return 1
    try:
        bring_up_to_date(with_tests="test" in arguments)
    except subprocess.CalledProcessError as error:
        print("Set-up stopped, its reason is above. What failed: " + " ".join(error.cmd), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
