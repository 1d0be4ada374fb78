"""Count the lines of the explorables' frame: scene, pictures, explore with its page, and publish.

A line longer than 100 characters counts as often as it would wrap; blank lines and comments count as well.
"""

from __future__ import annotations

import math
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "b12explain"
FOLDERS = ("scene", "pictures", "explore", "publish")
KINDS = {".py", ".js", ".css", ".html"}
WIDTH, MOST = 100, 6_000


def count(text: str) -> int:
    """Lines of a text, wrapped at 100 characters.

    Examples
    --------
    >>> count("a\\n\\n" + 101 * "b" + "\\n")
    4
    """
    return sum(max(1, math.ceil(len(line) / WIDTH)) for line in text.splitlines())


def main() -> None:
    """Print the lines of each folder, and of all."""
    total = 0
    for folder in FOLDERS:
        files = [file for file in (ROOT / folder).rglob("*") if file.suffix in KINDS]
        lines = sum(count(file.read_text("utf-8")) for file in files)
        print(f"{folder:<10}{len(files):>4} files {lines:>6,} lines")
        total += lines
    print(f"{'all':<10}{'':>10} {total:>6,} lines of at most {WIDTH} characters; to stay under {MOST:,}")


if __name__ == "__main__":
    main()
