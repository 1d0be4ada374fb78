"""What `make test` runs: every stage, even after one has failed, and one summary line for all at the end.

Reports are kept in artefacts/ for whoever looks at a run afterwards. B12_BROWSER=required turns a missing
Chromium from a remark into a failure.
"""

import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

from tools.chromium import find_chromium

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "artefacts" / "reports"
NO_TESTS_COLLECTED = 5


@dataclass(frozen=True)
class Stage:
    """A command of `make test`; those of pytest leave a report that is counted."""

    name: str
    command: tuple[str, ...]

    @property
    def report(self) -> Path:
        """Where pytest writes what it found."""
        return REPORTS / f"{self.name.replace(' ', '_')}.xml"


@dataclass(frozen=True)
class Count:
    """How many checks passed, failed and were skipped."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def pytest_stage(name: str, *arguments: str) -> Stage:
    """Return a stage that runs pytest, with its report."""
    stage = Stage(name, ())
    options = ("-q", f"--junitxml={stage.report}", *arguments)
    return Stage(name, (sys.executable, "-m", "pytest", *options))


def list_stages(with_browser: bool) -> list[Stage]:
    """Return the stages in order; what measures time and what drives a browser runs by itself."""
    ruff = (sys.executable, "-m", "ruff")
    workers = ("-n", os.environ.get("B12_WORKERS", "auto"))
    # A notebook's cells share a kernel, so they stay on one worker.
    by_notebook = ("--nbval", "--nbval-current-env", "--dist", "loadfile")
    stages = [
        Stage("lint", (*ruff, "check", ".")),
        Stage("format", (*ruff, "format", "--check", ".")),
        pytest_stage(
            "tests", *workers, "-m", "not browser and not alone", "--doctest-modules", "b12explain", "tests"
        ),
        pytest_stage("alone", "-m", "alone and not browser", "tests"),
        pytest_stage("notebooks", *workers, *by_notebook, "notebooks"),
    ]
    # Each worker has a JupyterLab and a browser of its own, so the tests of one file stay together.
    browser = pytest_stage("browser", "-n", "2", "--dist", "loadfile", "-m", "browser", "tests")
    return [*stages, browser] if with_browser else stages


def count_report(report: Path) -> Count:
    """Count what a pytest report holds."""
    suites = ElementTree.parse(report).getroot().iter("testsuite")
    total = Count()
    for suite in suites:
        tests, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        total += Count(max(tests - failed - skipped, 0), failed, skipped)
    return total


def run_stage(stage: Stage) -> Count:
    """Run a stage; a failure that its report does not show (a crash, a lint error) counts as one."""
    print(f"\n=== {stage.name}", flush=True)
    stage.report.unlink(missing_ok=True)
    code = subprocess.run(stage.command, cwd=ROOT).returncode
    count = count_report(stage.report) if stage.report.is_file() else Count(passed=int(code == 0))
    nothing_to_run = code == NO_TESTS_COLLECTED and stage.name == "alone"
    return count + Count(failed=1) if code and not count.failed and not nothing_to_run else count


def check_browser() -> tuple[bool, Count, str]:
    """Whether there is a Chromium, what its absence counts as, and what to say about it at the end."""
    if find_chromium():
        return True, Count(), ""
    advice = "Install one (Debian: apt-get install chromium), or name yours: B12_CHROMIUM=/path/to/chromium."
    if os.environ.get("B12_BROWSER") == "required":
        return False, Count(failed=1), f"Browser tests are required, and no Chromium was found. {advice}"
    return False, Count(), f"THE BROWSER TESTS DID NOT RUN: no Chromium was found. {advice}"


def main() -> int:
    """Run every stage and print one line for each, then the sum; return 1 if anything failed."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    with_browser, total, remark = check_browser()
    counts = {stage.name: run_stage(stage) for stage in list_stages(with_browser)}
    print("\n=== summary")
    for name, count in counts.items():
        print(f"{name + ':':<12}{count}")
        total += count
    if remark:
        print(remark)
    print(total)
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main())
