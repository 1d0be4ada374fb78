"""The Binder link is made from the remote's address, into the README, as often as one likes."""

import subprocess
from pathlib import Path

import pytest

from tools.binder_link import BEGIN, END, binder_url, insert_link, main

ADDRESS = "https://mybinder.org/v2/{}/main?urlpath=lab/tree/notebooks/00_start_here.ipynb"
README = f"# Title\n\n{BEGIN}\n{END}\n\nMore.\n"


@pytest.mark.parametrize(
    "remote",
    [
        "https://github.com/someone/b12.explain.git",
        "https://github.com/someone/b12.explain",
        "https://github.com/someone/b12.explain/",
        "https://token@github.com/someone/b12.explain.git",
        "git@github.com:someone/b12.explain.git",
        "ssh://git@github.com/someone/b12.explain.git",
    ],
)
def test_forms_of_a_github_remote(remote):
    assert binder_url(remote, "main") == ADDRESS.format("gh/someone/b12.explain")


@pytest.mark.parametrize("remote", ["https://gitlab.com/a/group/b12.git", "git@gitlab.com:a/group/b12"])
def test_forms_of_a_gitlab_remote(remote):
    assert binder_url(remote, "main") == ADDRESS.format("gl/a%2Fgroup%2Fb12")


def test_branch_with_a_slash_is_escaped():
    assert "/gh/a/b/feature%2Fone?" in binder_url("https://github.com/a/b", "feature/one")


@pytest.mark.parametrize(
    "remote", ["/srv/b12", "https://example.org/a/b.git", "https://github.com/a/b/c.git", ""]
)
def test_other_remotes_are_refused_by_name(remote):
    with pytest.raises(ValueError, match="Binder needs a public repository on GitHub or GitLab") as error:
        binder_url(remote, "main")
    assert repr(remote) in str(error.value)


def test_link_is_written_once_however_often():
    once = insert_link(README, "https://mybinder.org/one")
    assert once == f"# Title\n\n{BEGIN}\n[Open it on Binder](https://mybinder.org/one)\n{END}\n\nMore.\n"
    assert insert_link(once, "https://mybinder.org/one") == once
    assert "one" not in insert_link(once, "https://mybinder.org/2")


@pytest.mark.parametrize("readme", ["no markers", f"{END}\n{BEGIN}\n", f"{BEGIN}\n{README}"])
def test_readme_without_its_markers_is_refused(readme):
    with pytest.raises(ValueError, match=r"README\.md needs the line"):
        insert_link(readme, "https://mybinder.org/one")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", "-b", "main", str(tmp_path)], check=True)
    (tmp_path / "README.md").write_text(README)
    return tmp_path


def test_repository_without_a_remote_is_told_how_to_add_one(repository, capsys):
    assert main(repository) == 1
    assert "git remote add origin" in capsys.readouterr().err
    assert (repository / "README.md").read_text() == README


def test_link_follows_the_remote_and_the_branch(repository):
    subprocess.run(
        ["git", "-C", str(repository), "remote", "add", "origin", "git@github.com:a/b.git"], check=True
    )
    assert main(repository) == 0
    assert ADDRESS.format("gh/a/b") in (repository / "README.md").read_text()


def test_remote_of_another_kind_changes_nothing(repository, capsys):
    subprocess.run(["git", "-C", str(repository), "remote", "add", "origin", "/srv/b12"], check=True)
    assert main(repository) == 1
    assert "'/srv/b12'" in capsys.readouterr().err
    assert (repository / "README.md").read_text() == README


def test_our_readme_has_a_place_for_the_link():
    readme = Path(__file__).resolve().parents[2].joinpath("README.md").read_text(encoding="utf-8")
    assert "https://mybinder.org/v2/gh/a/b" in insert_link(readme, "https://mybinder.org/v2/gh/a/b")
