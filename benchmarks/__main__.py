"""Measure and print the tables: ``python -m benchmarks``, with ``--write`` also into README.md.

Names of stories after it measure those alone: ``python -m benchmarks absorption``.
"""

from __future__ import annotations

import argparse
import math
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from b12explain import explore
from b12explain.explore.controls import Choice, Slider
from tools import lab
from tools.chromium import find_chromium, launch_arguments

from .cells import EMPTY, LIGHT, NERVES, STORIES
from .kernel import import_s, kernels_mib
from .latency import Answers, Measured, drag, median, percentile, play, press_keys

HERE = Path(__file__).parent
NOTEBOOK = HERE.parent / "notebooks" / "01_what_b12_does.ipynb"
STARTS = 3  # of each kind, in turn
SIZE = {"width": 1280, "height": 1400}
SHOWN = """(count) => {
    const pictures = [...document.querySelectorAll('.b12-picture')];
    return pictures.length === count && pictures.every((one) => one.childElementCount > 0);
}"""
START, END = "<!-- the last run -->", "<!-- end of the last run -->"


def open_shown(page: Page, address: str, name: str, cards: int) -> None:
    """Open a notebook, run it and wait for its pictures."""
    lab.open_notebook(page, address, f"{name}.ipynb")
    lab.run_all(page)
    page.wait_for_function(SHOWN, arg=cards, timeout=60_000)


def open_story(browser: Browser, address: str, name: str, density: float = 1) -> tuple[Page, Answers]:
    """The notebook of a story in a page with the probe."""
    page = browser.new_page(viewport=SIZE, device_scale_factor=density)
    answers = Answers(page)
    open_shown(page, address, name, 1)
    page.evaluate((HERE / "probe.js").read_text("utf-8"))
    return page, answers


def measure_story(browser: Browser, address: str, name: str) -> tuple[Measured, Measured]:
    """The floor, and every range and menu of a story, each with the others at rest, in one page."""
    page, answers = open_story(browser, address, name)
    floor, ours, story = Measured(), Measured(), explore.story(name)
    line = page.locator(".floor")
    range_of_floor, picture = line.locator("input"), page.locator(".b12-picture")
    press_keys(page, range_of_floor, line.locator("p"), floor, answers)
    moved = [
        one for one in story.controls if isinstance(one, Slider) or (isinstance(one, Choice) and one.menu)
    ]
    for control in moved:
        show(page, story, control)
        role = "slider" if isinstance(control, Slider) else "combobox"
        press_keys(page, page.get_by_role(role, name=control.label, exact=True), picture, ours, answers)
    press_keys(page, range_of_floor, line.locator("p"), floor, answers)
    drag(page, range_of_floor, line.locator("p"), floor)
    for control in [one for one in moved if isinstance(one, Slider)][:1]:
        show(page, story, control)
        drag(page, page.get_by_role("slider", name=control.label, exact=True), picture, ours)
    page.close()
    return floor, ours


def show(page: Page, story: explore.Story, control: Slider | Choice) -> None:
    """The state at rest, or one in which the control has a say."""
    state = story.state({control.when[0]: control.when[1][0]} if control.when else {})
    lab.execute(page, f"card.state = {state!r}")


def measure_film(browser: Browser, address: str, name: str) -> tuple[int, float]:
    """Bytes of a story's film, and pictures a second on a screen of twice the density."""
    page, answers = open_story(browser, address, name, density=2)
    found = play(page, page.locator(".b12-card"), answers)
    page.close()
    return found


def measure_start(browser: Browser, address: str, name: str, cards: int) -> float:
    """Seconds from a running server to all of a notebook shown, in a page that is closed again."""
    page = browser.new_page(viewport=SIZE)
    start = time.perf_counter()
    open_shown(page, address, name, cards)
    elapsed = time.perf_counter() - start
    page.close()
    return elapsed


def measure_starts(browser: Browser, address: str, server, cards: int) -> dict[str, float]:
    """What it takes until cards are there, and what their kernel costs."""
    kinds = {"empty": 0, "light": 2, "notebook": cards}
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _ in range(STARTS):
        for kind, count in kinds.items():
            times[kind].append(measure_start(browser, address, kind, count))
    found = {kind: statistics.median(all_of_them) for kind, all_of_them in times.items()}
    return found | {"import_s": import_s(), "memory_mib": max(kernels_mib(server))}


def run(names: tuple[str, ...]) -> tuple[dict, dict, dict]:
    """Everything, with one browser and one server."""
    chromium = find_chromium()
    if not chromium:
        raise SystemExit("no Chromium found: install one, or name it in B12_CHROMIUM")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder) / "root"
        root.mkdir()
        for name, cells in {"empty": EMPTY, "light": LIGHT, **STORIES}.items():
            (root / f"{name}.ipynb").write_text(lab.notebook(cells), "utf-8")
        text = NOTEBOOK.read_text("utf-8")
        (root / "notebook.ipynb").write_text(text, "utf-8")
        with (
            lab.run_lab(root, Path(folder) / "home") as (address, server),
            playwright.chromium.launch(executable_path=chromium, args=launch_arguments()) as browser,
        ):
            whole = names == explore.NAMES
            starts = measure_starts(browser, address, server, text.count('"image/png": "')) if whole else {}
            stories = {name: measure_story(browser, address, name) for name in names}
            filmed = [name for name in names if explore.story(name).film]
            return stories, {name: measure_film(browser, address, name) for name in filmed}, starts


def table(stories: dict, films: dict, starts: dict) -> str:
    """Markdown tables: what was measured beside what was to be reached."""
    lines = [
        "| | floor p50, p95, ms | key p50 over it | to reach | key p95 over it | to reach | pictures/s ÷ floor’s "
        "| to reach | bytes a move |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name, (floor, ours) in stories.items():
        at = {share: percentile(floor.key, share) for share in (0.5, 0.95)}
        over = [f"+{percentile(ours.key, share) - at[share]:.0f}" for share in at]
        most = ("+12", "+30", "0.75") if name in NERVES else ("+8", "+15", "0.9")
        drawn = median(ours.pictures_per_s) / median(floor.pictures_per_s)
        rate = "" if math.isnan(drawn) else f"{drawn:.2f} ({median(floor.pictures_per_s):.0f})"
        cells = (over[0], most[0], over[1], most[1], rate, most[2], f"{median(ours.size):,.0f}")
        lines.append(f"| {name} | {at[0.5]:.0f}, {at[0.95]:.0f} | {' | '.join(cells)} |")
    sizes = [size for _, ours in stories.values() for size in ours.size]
    lines.append(f"| *all* | | | | | | | | {median(sizes):,.0f} |")
    lines += ["", "| film | bytes, raw | to reach | pictures/s at 2 × | to reach |", "|---|---|---|---|---|"]
    lines += [f"| {name} | {size:,} | 400,000 | {rate:.0f} | 55 |" for name, (size, rate) in films.items()]
    if starts:
        lines += ["", *start_lines(starts)]
    return "\n".join(lines)


def start_lines(starts: dict[str, float]) -> list[str]:
    """The table of what it takes to start."""
    rows = (
        ("server up → a notebook of one cell, `1`", f"{starts['empty']:.1f} s", ""),
        ("two light cards, over that", f"+{starts['light'] - starts['empty']:.1f} s", "+1 s"),
        (
            "the first notebook of cards, over that",
            f"+{starts['notebook'] - starts['empty']:.1f} s",
            "+1.5 s",
        ),
        ("a kernel with cards, unique memory", f"{starts['memory_mib']:.0f} MiB", "130 MiB"),
        ("`import b12explain`", f"{starts['import_s']:.2f} s", "0.15 s"),
    )
    return ["| | measured | to reach |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]


def main() -> None:
    """Measure, print, and keep the tables if asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("stories", nargs="*", metavar="story", help="measure these alone, and no start")
    parser.add_argument("--write", action="store_true", help="put the tables into benchmarks/README.md")
    arguments = parser.parse_args()
    text = table(*run(tuple(arguments.stories) or explore.NAMES))
    print(text)
    if arguments.write:
        readme = HERE / "README.md"
        head, rest = readme.read_text("utf-8").split(START)
        readme.write_text(f"{head}{START}\n{text}\n{END}{rest.split(END)[1]}", "utf-8")


if __name__ == "__main__":
    main()
