"""Write the Binder link into README.md, between its markers, from the address of the git remote."""

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- binder-link: begin -->", "<!-- binder-link: end -->"
FIRST_NOTEBOOK = "notebooks/00_start_here.ipynb"
_REMOTE = re.compile(
    r"(?:https?://(?:[^/@]+@)?|ssh://git@|git@)(?P<host>github\.com|gitlab\.com)[:/](?P<path>[\w.-]+(?:/[\w.-]+)+)/?"
)


def binder_url(remote: str, branch: str) -> str:
    """Return the Binder address of a repository on GitHub or GitLab.

    Raises
    ------
    ValueError
        If the remote's address is of another form.
    """
    match = _REMOTE.fullmatch(remote)
    owner_and_name = match["path"].removesuffix(".git") if match else ""
    if not match or (match["host"] == "github.com" and owner_and_name.count("/") != 1):
        raise ValueError(
            f"The remote 'origin' is {remote!r}; Binder needs a public repository on GitHub or "
            "GitLab, such as https://github.com/OWNER/REPOSITORY.git or git@gitlab.com:OWNER/REPOSITORY.git."
        )
    # A GitLab project may lie in groups, so Binder takes its path as one escaped name.
    on_github = match["host"] == "github.com"
    place = f"gh/{owner_and_name}" if on_github else f"gl/{quote(owner_and_name, safe='')}"
    return f"https://mybinder.org/v2/{place}/{quote(branch, safe='')}?urlpath=lab/tree/{FIRST_NOTEBOOK}"


def insert_link(readme: str, url: str) -> str:
    """Return the README with the link between its markers, in place of what was there.

    Raises
    ------
    ValueError
        If the markers are not there exactly once, in order.
    """
    if readme.count(BEGIN) != 1 or readme.count(END) != 1 or readme.index(BEGIN) > readme.index(END):
        raise ValueError(f"README.md needs the line {BEGIN} once and, below it, the line {END} once.")
    before, rest = readme.split(BEGIN)
    after = rest.split(END)[1]
    return f"{before}{BEGIN}\n[Open it on Binder]({url})\n{END}{after}"


def ask_git(root: Path, *arguments: str) -> str | None:
    """Return what a git command prints, or None when it fails."""
    done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 0 else None


def main(root: Path = ROOT) -> int:
    """Write the link; return 1, with one line that says why, when that cannot be done."""
    remote = ask_git(root, "remote", "get-url", "origin")
    if remote is None:
        print(
            "This repository has no remote 'origin': add it first with git remote add origin "
            "https://github.com/OWNER/REPOSITORY.git",
            file=sys.stderr,
        )
        return 1
    readme = root / "README.md"
    try:
        url = binder_url(remote, ask_git(root, "symbolic-ref", "--short", "HEAD") or "HEAD")
        readme.write_text(insert_link(readme.read_text(encoding="utf-8"), url), encoding="utf-8")
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"README.md now links to {url}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
