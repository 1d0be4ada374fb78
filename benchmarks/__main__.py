"""Measure everything and print the table: ``python -m benchmarks``, with ``--write`` also into README.md."""

from __future__ import annotations

import argparse
import math
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from b12explain import explore
from b12explain.explore.controls import Slider
from tools import lab
from tools.chromium import find_chromium, launch_arguments

from .cells import DRIVEN, FLOOR, OURS, PEERS, RANGES
from .kernel import import_s, kernels_mib
from .latency import Measured, drag, median, percentile, press_keys

HERE = Path(__file__).parent
RERUNS, FEWER = 10, 20
SETTLE_S = 8.0  # a reader reads the question first; what the first moves may ask for is worked out meanwhile
SIZE = {"width": 1280, "height": 1400}
#: Just enough more than 1 to tell a draft from a sharp picture: Chromium draws without a graphics card here.
DRAFT_TELLING = 1.1
NOTEBOOKS = {"empty": ["1"], "shown": OURS, "floor": [*OURS, FLOOR], "peers": PEERS, **RANGES}
AT_REST = """() => {
    const pictures = [...document.querySelectorAll('.b12-picture')];
    return pictures.length === COUNT && pictures.every((one) => one.complete && one.naturalWidth > 0);
}"""
START, END = "<!-- the last run -->", "<!-- end of the last run -->"


def measure_ours(page: Page) -> dict[str, Measured]:
    """The floor and each explorable."""
    found: dict[str, Measured] = {}
    floor = page.locator(".floor")
    found["floor"] = press_keys(page, floor.locator("input"), floor.locator("p"), "text")
    drag(page, floor.locator("input"), floor.locator("input"), floor.locator("p"), "text", found["floor"])
    for name in DRIVEN:
        card, element = find_card(page, name)
        found[name] = press_keys(page, element, card.locator("img"), "picture")
        if element.evaluate("(one) => one.type") == "range":
            drag(page, element, element, card.locator("img"), "picture", found[name])
    return found


def measure_peers(page: Page) -> dict[str, Measured]:
    """The plain twin of each explorable."""
    found: dict[str, Measured] = {}
    for place, name in enumerate(DRIVEN):
        plain = page.locator(".widget-vbox", has=page.locator(".noUi-handle")).nth(place)
        handle, output = plain.locator(".noUi-handle"), plain.locator(".widget-output")
        one = found[f"{name}, plain"] = press_keys(page, handle, output, "picture", rounds=12)
        drag(page, handle, plain.locator(".noUi-base"), output, "picture", one)
    return found


def find_card(page: Page, name: str) -> tuple[Locator, Locator]:
    """The card of an explorable, and its control that is driven."""
    label = next(one.label for one in explore.story(name).controls if one.name == DRIVEN[name])
    card = page.locator(".b12-card").nth(list(DRIVEN).index(name))
    return card, card.get_by_label(label, exact=True).first


def measure_ranges(page: Page, name: str) -> dict[str, Measured]:
    """Every range of one explorable, each with the others at rest."""
    found, story = {}, explore.story(name)
    time.sleep(SETTLE_S)
    for control in (one for one in story.controls if isinstance(one, Slider)):
        state = story.state({control.when[0]: control.when[1][0]} if control.when else {})
        lab.execute(page, f"card.state = {state!r}")
        element = page.get_by_role("slider", name=control.label, exact=True)
        found[f"{name}: {control.label}"] = press_keys(
            page, element, page.locator(".b12-picture"), "picture", rounds=FEWER
        )
    return found


def measure_sharp(page: Page) -> dict[str, Measured]:
    """The explorables alone, on a screen of twice the density, for the time to the sharp picture."""
    found = {}
    for name in DRIVEN:
        card, element = find_card(page, name)
        found[name] = press_keys(page, element, card.locator("img"), "picture", rounds=15)
    return found


def measure_start(browser: Browser, address: str, name: str) -> float:
    """Seconds from a running server to all of a notebook shown, in a page that is closed again."""
    page = browser.new_page(viewport=SIZE, device_scale_factor=2)
    start = time.perf_counter()
    open_shown(page, address, name)
    elapsed = time.perf_counter() - start
    page.close()
    return elapsed


def open_shown(page: Page, address: str, name: str) -> None:
    """Open a notebook, run it and wait for its pictures; the probe listens from the start."""
    lab.open_notebook(page, address, f"{name}.ipynb")
    page.evaluate((HERE / "probe.js").read_text("utf-8"))
    lab.run_all(page)
    cards = sum(cell.startswith(("explore.", "card =")) for cell in NOTEBOOKS[name])
    page.wait_for_function(AT_REST.replace("COUNT", str(cards)), timeout=60_000)


def measure_memory(page: Page, server) -> tuple[float, float]:
    """Unique MiB of the kernel that has shown both cards, and after its cells were run again and again."""
    time.sleep(1)
    before = max(kernels_mib(server))
    for _ in range(RERUNS):
        lab.run_all(page)
        time.sleep(0.5)
    return before, max(kernels_mib(server))


def run() -> tuple[dict[str, Measured], dict[str, float], dict[str, Measured]]:
    """Everything, with one browser and one server."""
    chromium = find_chromium()
    if not chromium:
        raise SystemExit("no Chromium found: install one, or name it in B12_CHROMIUM")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder) / "root"
        root.mkdir()
        for name, cells in NOTEBOOKS.items():
            (root / f"{name}.ipynb").write_text(lab.notebook(cells), "utf-8")
        with (
            lab.run_lab(root, Path(folder) / "home") as (address, server),
            playwright.chromium.launch(executable_path=chromium, args=launch_arguments()) as browser,
        ):

            def measure(name: str, density: float, what: Callable[[Page], Any]) -> Any:
                page = browser.new_page(viewport=SIZE, device_scale_factor=density)
                open_shown(page, address, name)
                measured = what(page)
                page.close()
                return measured

            others = {"start_s": measure_start(browser, address, "shown"), "import_s": import_s()}
            others["empty_s"] = measure_start(browser, address, "empty")
            others["memory_mib"], others["rerun_mib"] = measure(
                "shown", 2, lambda page: measure_memory(page, server)
            )
            found = measure("floor", DRAFT_TELLING, measure_ours)
            for name, one in measure("shown", 2, measure_sharp).items():
                found[name].sharp = one.sharp
            found |= measure("peers", DRAFT_TELLING, measure_peers)
            ranges: dict[str, Measured] = {}
            for name in RANGES:
                ranges |= measure(name, DRAFT_TELLING, partial(measure_ranges, name=name))
            return found, others, ranges


def table(found: dict[str, Measured], others: dict[str, float], ranges: dict[str, Measured]) -> str:
    """Three Markdown tables: what was measured beside what was to be reached."""
    floor = found["floor"]
    floor_50, floor_95 = median(floor.key), percentile(floor.key, 0.95)
    lines = [
        "| | key p50, ms | key p95, ms | key → sharp p95, ms | pictures/s | behind, ms | plain ÷ this |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, one in found.items():
        plain = found.get(f"{name}, plain")
        numbers = (
            median(one.key), percentile(one.key, 0.95), percentile(one.sharp, 0.95),
            median(one.pictures_per_s), median(one.lag),
        )  # fmt: skip
        times = f"{median(plain.key) / median(one.key):.1f}" if plain else ""
        lines.append(f"| {name} | {' | '.join(map(_whole, numbers))} | {times} |")
    lines.append(f"| *to reach* | {floor_50 + 15:.0f} | {floor_95 + 20:.0f} | 200 | 25 | 30 | 5 |")
    rows = (
        ("server up → cards ready", f"{others['start_s']:.1f} s", "5 s"),
        ("server up → a notebook of one cell, `1`", f"{others['empty_s']:.1f} s", ""),
        ("kernel that has shown both, unique memory", f"{others['memory_mib']:.0f} MiB", "130 MiB"),
        (f"the same, cells run {RERUNS} times more", f"{others['rerun_mib']:.0f} MiB", "no more"),
        ("`import b12explain`", f"{others['import_s']:.2f} s", "0.15 s"),
    )
    lines += ["", "| | measured | to reach |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]
    lines += ["", "| every range of the others | key p50, ms | key p95, ms |", "|---|---|---|"]
    lines += [
        f"| {name} | {median(one.key):.0f} | {percentile(one.key, 0.95):.0f} |"
        for name, one in ranges.items()
    ]
    return "\n".join([*lines, "| *to reach* | | 100 |"])


def _whole(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.0f}"


def main() -> None:
    """Measure, print, and keep the table if asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the table into benchmarks/README.md")
    arguments = parser.parse_args()
    text = table(*run())
    print(text)
    if arguments.write:
        readme = HERE / "README.md"
        head, rest = readme.read_text("utf-8").split(START)
        readme.write_text(f"{head}{START}\n{text}\n{END}{rest.split(END)[1]}", "utf-8")


if __name__ == "__main__":
    main()
