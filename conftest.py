"""Skips the browser tests where there is no Chromium, and hands its path to those that drive it."""

import pytest

from tools.chromium import find_chromium


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark browser tests as skipped when no Chromium is found; `make test` then says so at its end."""
    if find_chromium():
        return
    skip = pytest.mark.skip(reason="no Chromium found: install one, or name it in B12_CHROMIUM")
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The path of the Chromium that browser tests drive."""
    path = find_chromium()
    assert path, "no Chromium found, and a test that needs one is not marked `browser`"
    return path
