"""What a reader's machine, conda and Binder install, and what they say when they cannot."""

import email
import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from tools import environment_yml, set_up

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
TEST_LOCK = (ROOT / "requirements-test.lock").read_text(encoding="utf-8")
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pip_section() -> list[str]:
    return next(entry["pip"] for entry in ENVIRONMENT["dependencies"] if isinstance(entry, dict))


def test_environment_yml_is_what_the_lock_makes():
    assert (ROOT / "environment.yml").read_text(encoding="utf-8") == environment_yml.render(LOCK)


def test_environment_yml_pins_each_package_of_the_lock_for_linux():
    """The same comparison by other means: names and versions as conda reads them, without the renderer."""
    in_lock = dict(re.findall(r"^([\w.-]+)==([\w.!+]+)", LOCK, re.M))
    pinned = dict(pin.split("==") for pin in pip_section())
    elsewhere = {"appnope", "colorama", "pywinpty"}  # macOS, Windows, Windows
    elsewhere |= {"overrides", "importlib-metadata", "lazy-importer", "zipp"}  # Python 3.11
    assert pinned == {name: version for name, version in in_lock.items() if name not in elsewhere}


def test_markers_choose_what_the_one_python_installs():
    lock = "a==1 ; sys_platform == 'darwin' \\\n    --hash=sha256:0\n"
    lock += "b==2 ; python_full_version >= '3.12' \\\nc==3 \\\n"
    assert environment_yml.read_pins(lock) == ["b==2", "c==3"]


def test_environment_yml_keeps_binders_layer_and_takes_python_from_conda_forge():
    assert ENVIRONMENT["channels"] == ["conda-forge", "nodefaults"]
    assert ENVIRONMENT["dependencies"][:-1] == [f"python={environment_yml.PYTHON_MINOR}", "pip"]
    assert all(re.fullmatch(r"[\w.-]+==[\w.!+]+", pin) for pin in pip_section()), "no -r, -e, path or address"


def test_binder_reads_the_root():
    """A binder folder, even an empty one, silently disables environment.yml; postBuild must be executable."""
    assert not (ROOT / "binder").exists()
    assert not (ROOT / ".binder").exists()
    assert (ROOT / "postBuild").stat().st_mode & 0o111
    commands = (ROOT / "postBuild").read_text(encoding="utf-8")
    assert "--no-deps" in commands
    assert "compileall" in commands


@pytest.mark.parametrize("lock", [LOCK, TEST_LOCK], ids=["readers", "tests"])
def test_lock_names_no_address_and_hashes_every_package(lock):
    assert "://" not in lock
    assert "index" not in lock
    for entry in re.split(r"\n(?=\w)", lock.strip()):
        assert re.fullmatch(
            r"[\w.-]+==\S+( ; [^\\]+)? \\\n(    --hash=sha256:[0-9a-f]{64}( \\)?\n?)+", entry
        ), entry


@pytest.mark.parametrize("group", ["dependencies", "test", "build"])
def test_lock_holds_a_version_that_pyproject_allows(group):
    pins = environment_yml.read_pins(TEST_LOCK if group == "test" else LOCK)
    locked = {r.name: str(r.specifier)[2:] for r in map(Requirement, pins)}
    wanted = PROJECT["dependencies"] if group == "dependencies" else PROJECT["optional-dependencies"][group]
    for requirement in map(Requirement, wanted):
        assert locked[requirement.name] in requirement.specifier


def test_what_only_tests_need_is_not_installed_for_readers():
    readers, tests = (
        dict(pin.split("==") for pin in environment_yml.read_pins(lock)) for lock in (LOCK, TEST_LOCK)
    )
    assert readers.items() <= tests.items(), "both locks name the same versions"
    heavy = {
        "axe-playwright-python",
        "coloraide",
        "hypothesis",
        "nbval",
        "playwright",
        "pytest",
        "ruff",
        "voila",
    }
    assert heavy <= set(tests)
    assert not heavy & set(readers)


def test_each_dependency_has_its_reason():
    reasons = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    extras = PROJECT["optional-dependencies"]
    for requirement in map(
        Requirement, [*PROJECT["dependencies"], *(r for extra in extras.values() for r in extra)]
    ):
        assert re.search(rf"^\| [^|]*`{requirement.name}`[^|]* \| .{{20,}} \|$", reasons, re.M), (
            requirement.name
        )


def test_old_python_is_told_what_to_do():
    message = set_up.find_obstacle((3, 9, 2), has_venv=True)
    assert message == (
        f"Python 3.11 or newer is needed, and {sys.executable} is 3.9. "
        "If you have a newer one, name it: make lab PYTHON=python3.12"
    )


def test_python_without_venv_is_told_what_to_install():
    message = set_up.find_obstacle((3, 11, 2), has_venv=False)
    assert message.endswith("on Debian or Ubuntu, install what it lacks with: apt-get install python3-venv")
    assert "\n" not in message


def test_this_python_will_do():
    assert set_up.find_obstacle((3, 11, 0), has_venv=True) is None


def test_set_up_is_repeated_when_the_lock_changes_and_only_then(tmp_path):
    (tmp_path / "requirements.lock").write_text("a==1\n")
    before = set_up.fingerprint(["requirements.lock"], tmp_path)
    assert set_up.fingerprint(["requirements.lock"], tmp_path) == before
    (tmp_path / "requirements.lock").write_text("a==2\n")
    assert set_up.fingerprint(["requirements.lock"], tmp_path) != before


def test_make_help_lists_every_target():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.search(r"^\.PHONY: (.+)$", makefile, re.M)[1].split())
    helped = subprocess.run(
        ["make", "-C", str(ROOT), "help"], capture_output=True, text=True, check=True
    ).stdout
    assert set(re.findall(r"^  make ([a-z-]+) +\S", helped, re.M)) == targets


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> zipfile.ZipFile:
    """The package as it would be given away."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", str(folder), str(ROOT)], check=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        yield archive


def test_wheel_carries_every_file_of_the_package(wheel):
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "b12explain"], capture_output=True, text=True, check=True
    )
    assert set(listed.stdout.split()) <= set(wheel.namelist())


def test_wheel_enables_the_server_extension(wheel):
    data = "b12explain-0.1.0.data/data/etc/jupyter"
    extensions = json.loads(wheel.read(f"{data}/jupyter_server_config.d/b12explain.json"))
    assert extensions == {"ServerApp": {"jpserver_extensions": {"b12explain.server": True}}}
    voila = json.loads(wheel.read(f"{data}/voila.json"))
    assert voila["Voila"]["kernel_websocket_connection_class"] == "b12explain.server.UndelayedConnection"
    assert voila["VoilaExporter"]["markdown_renderer_class"] == "b12explain.voila.PictureRenderer"


def test_wheel_says_its_licences(wheel):
    metadata = email.message_from_bytes(wheel.read("b12explain-0.1.0.dist-info/METADATA"))
    assert metadata["License-Expression"] == "BSD-3-Clause AND CC-BY-4.0 AND OFL-1.1"
    assert "LICENSE" in metadata.get_all("License-File")


def test_wheel_keeps_jupyterlab_from_asking_about_news(wheel):
    """Otherwise a corner of the first screen asks, and the network is asked, before a line is read."""
    path = "b12explain-0.1.0.data/data/share/jupyter/lab/settings/overrides.d/b12explain.json"
    settings = json.loads(wheel.read(path))["@jupyterlab/apputils-extension:notification"]
    assert settings == {"checkForUpdates": False, "fetchNews": "false"}


def test_server_extension_is_enabled_where_the_package_is_installed():
    listed = subprocess.run(
        [sys.executable, "-m", "jupyter", "server", "extension", "list"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert re.search(r"b12explain\.server\S* *(\x1b\[\d+m)?enabled", listed.stdout + listed.stderr)
