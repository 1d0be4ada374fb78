"""The one command says truly what passed, what failed, and what could not run."""

import sys
from pathlib import Path

import pytest

from tools import run_tests
from tools.chromium import find_chromium
from tools.run_tests import Count, Stage

REPORT = '<testsuites><testsuite tests="7" failures="1" errors="1" skipped="2"/></testsuites>'


@pytest.fixture(autouse=True)
def reports(tmp_path, monkeypatch) -> Path:
    """Reports of these tests go to a folder of their own."""
    monkeypatch.setattr(run_tests, "REPORTS", tmp_path)
    return tmp_path


def leave(code: int, report: str = "") -> tuple[str, ...]:
    """A command that writes a report for the stage `tests`, if any, and ends with a code."""
    write = f"open({str(run_tests.REPORTS / 'tests.xml')!r}, 'w').write({report!r}); " if report else ""
    return (sys.executable, "-c", f"{write}raise SystemExit({code})")


def test_report_is_counted(reports):
    (reports / "r.xml").write_text(REPORT)
    assert run_tests.count_report(reports / "r.xml") == Count(passed=3, failed=2, skipped=2)


def test_stage_without_a_report_counts_as_one_check():
    assert run_tests.run_stage(Stage("lint", leave(0))) == Count(passed=1)
    assert run_tests.run_stage(Stage("lint", leave(1))) == Count(failed=1)


def test_stage_that_fails_beyond_its_report_counts_as_failed():
    report = '<testsuites><testsuite tests="2" failures="0" errors="0" skipped="0"/></testsuites>'
    assert run_tests.run_stage(Stage("tests", leave(0, report))) == Count(passed=2)
    assert run_tests.run_stage(Stage("tests", leave(3, report))) == Count(passed=2, failed=1)


def test_stage_that_found_no_test_has_failed():
    assert run_tests.run_stage(Stage("notebooks", leave(run_tests.NO_TESTS_COLLECTED))).failed == 1


def test_report_of_an_earlier_run_is_not_counted(reports):
    (reports / "tests.xml").write_text(REPORT)
    assert run_tests.run_stage(Stage("tests", leave(1))) == Count(failed=1)


@pytest.mark.parametrize(("browser", "code"), [("required", 1), ("", 0)])
def test_missing_chromium_is_said_and_fails_only_where_it_is_required(browser, code, monkeypatch, capsys):
    monkeypatch.setattr(run_tests, "find_chromium", lambda: None)
    monkeypatch.setattr(run_tests, "list_stages", lambda with_browser: [Stage("tests", leave(0))])
    monkeypatch.setenv("B12_BROWSER", browser)
    assert run_tests.main() == code
    lines = capsys.readouterr().out.splitlines()
    assert "no Chromium was found. Install one (Debian: apt-get install chromium)" in lines[-2]
    assert lines[-1] == f"1 passed, {code} failed, 0 skipped"


def test_chromium_named_but_absent_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"B12_CHROMIUM is '.*/nowhere', and no such file exists"):
        find_chromium({"B12_CHROMIUM": str(tmp_path / "nowhere"), "PATH": ""})


def test_chromium_named_is_taken_before_one_on_the_path(tmp_path):
    for name in ("mine", "chromium"):
        (tmp_path / name).touch(mode=0o755)
    assert find_chromium({"PATH": str(tmp_path)}) == str(tmp_path / "chromium")
    assert find_chromium({"PATH": str(tmp_path), "B12_CHROMIUM": str(tmp_path / "mine")}) == str(
        tmp_path / "mine"
    )
