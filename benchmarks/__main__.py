"""Measure everything and print the table: ``python -m benchmarks``, with ``--write`` also into README.md."""

from __future__ import annotations

import argparse
import math
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

from b12explain import explore
from tools import lab
from tools.chromium import find_chromium, launch_arguments

from .cells import DRIVEN, cells
from .kernel import import_s, kernels_mib
from .latency import Measured, drag, median, percentile, press_keys

HERE = Path(__file__).parent
RERUNS = 10
SHOWN = ["from b12explain import explore", *(f"explore.{name}(predict=False)" for name in DRIVEN)]
AT_REST = """() => {
    const pictures = [...document.querySelectorAll('.b12-picture')];
    return pictures.length === COUNT && pictures.every((one) => one.complete && one.naturalWidth > 0);
}"""
START, END = "<!-- the last run -->", "<!-- end of the last run -->"


def measure_latency(page: Page) -> dict[str, Measured]:
    """The floor, each explorable and its plain twin, in turn."""
    found: dict[str, Measured] = {}
    floor = page.locator(".floor")
    found["floor"] = press_keys(page, floor.locator("input"), floor.locator("p"), "text")
    drag(page, floor.locator("input"), floor.locator("input"), floor.locator("p"), "text", found["floor"])
    for place, name in enumerate(DRIVEN):
        card, element = find_card(page, name)
        found[name] = press_keys(page, element, card.locator("img"), "picture")
        if element.evaluate("(one) => one.type") == "range":
            drag(page, element, element, card.locator("img"), "picture", found[name])
        plain = page.locator(".widget-vbox", has=page.locator(".noUi-handle")).nth(place)
        handle, output = plain.locator(".noUi-handle"), plain.locator(".widget-output")
        found[f"{name}, plain"] = press_keys(page, handle, output, "picture", rounds=12)
        drag(page, handle, plain.locator(".noUi-base"), output, "picture", found[f"{name}, plain"])
    return found


def find_card(page: Page, name: str) -> tuple[Locator, Locator]:
    """The card of an explorable, and its control that is driven."""
    label = next(one.label for one in explore.story(name).controls if one.name == DRIVEN[name])
    card = page.locator(".b12-card").nth(list(DRIVEN).index(name))
    return card, card.get_by_label(label, exact=True).first


def measure_sharp(page: Page) -> dict[str, Measured]:
    """The explorables alone, on a screen of twice the density, for the time to the sharp picture."""
    lab.run_all(page)
    page.wait_for_function(AT_REST.replace("COUNT", str(len(DRIVEN))), timeout=60_000)
    found = {}
    for name in DRIVEN:
        card, element = find_card(page, name)
        found[name] = press_keys(page, element, card.locator("img"), "picture", rounds=15)
    return found


def measure_start(page: Page, address: str) -> float:
    """Seconds from a running server to both cards shown."""
    start = time.perf_counter()
    lab.open_notebook(page, address, "shown.ipynb")
    lab.run_all(page)
    page.wait_for_function(AT_REST.replace("COUNT", str(len(DRIVEN))), timeout=60_000)
    return time.perf_counter() - start


def measure_memory(page: Page, server) -> tuple[float, float]:
    """Unique MiB of the kernel that has shown both cards, and after its cells were run again and again."""
    time.sleep(1)
    before = max(kernels_mib(server))
    for _ in range(RERUNS):
        lab.run_all(page)
        time.sleep(0.5)
    return before, max(kernels_mib(server))


def run() -> tuple[dict[str, Measured], dict[str, float]]:
    """Everything, with one browser, one server, and a notebook for each of the two questions."""
    chromium = find_chromium()
    if not chromium:
        raise SystemExit("no Chromium found: install one, or name it in B12_CHROMIUM")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder) / "root"
        root.mkdir()
        (root / "shown.ipynb").write_text(lab.notebook(SHOWN), "utf-8")
        (root / "all.ipynb").write_text(lab.notebook(cells()), "utf-8")
        with (
            lab.run_lab(root, Path(folder) / "home") as (address, server),
            playwright.chromium.launch(executable_path=chromium, args=launch_arguments()) as browser,
        ):
            size = {"width": 1280, "height": 1400}
            page = browser.new_page(viewport=size, device_scale_factor=2)
            others = {"start_s": measure_start(page, address), "import_s": import_s()}
            others["memory_mib"], others["rerun_mib"] = measure_memory(page, server)
            page.close()
            # Just enough more than 1 to tell a draft from a sharp picture: Chromium draws without a graphics card here.
            page = browser.new_page(viewport=size, device_scale_factor=1.1)
            lab.open_notebook(page, address, "all.ipynb")
            page.evaluate((HERE / "probe.js").read_text("utf-8"))
            lab.run_all(page)
            page.wait_for_function(AT_REST.replace("COUNT", str(len(DRIVEN))), timeout=60_000)
            found = measure_latency(page)
            page.close()
            page = browser.new_page(viewport=size, device_scale_factor=2)
            lab.open_notebook(page, address, "shown.ipynb")
            page.evaluate((HERE / "probe.js").read_text("utf-8"))
            for name, one in measure_sharp(page).items():
                found[name].sharp = one.sharp
            return found, others


def table(found: dict[str, Measured], others: dict[str, float]) -> str:
    """Two Markdown tables: what was measured beside what was to be reached."""
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
        ("kernel that has shown both, unique memory", f"{others['memory_mib']:.0f} MiB", "130 MiB"),
        (f"the same, cells run {RERUNS} times more", f"{others['rerun_mib']:.0f} MiB", "no more"),
        ("`import b12explain`", f"{others['import_s']:.2f} s", "0.15 s"),
    )
    lines += ["", "| | measured | to reach |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines)


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
