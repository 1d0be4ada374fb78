"""The picture of the race: three fibres, the wave inside one, its sheath to scale, and its place among others."""

from __future__ import annotations

from ...amounts import NBSP
from ...models.race import STRETCH_MM, Race
from ..sheet import Scale, Sheet, titled_sheet
from .lanes import Lanes
from .plane import Plane
from .sheath import Sheath
from .wave import WavePanel
from .words import layers_words, seal_words, seconds, sooner

START_MS = 0.36  # a telling moment: the wave is half way
HEIGHT = {"wide": 768, "narrow": 1208}


class RaceView:
    """Linked panels: lanes and wave share the length of the fibre and the clock.

    Parameters
    ----------
    width : int
        CSS px; below 600 the panels stand in one column.
    theme : {"light", "dark"}
    """

    def __init__(self, width: int, theme: str):
        sheet, self.title = titled_sheet(width, theme, HEIGHT, "calculated")
        self.sheet, margin = sheet, sheet.sizes.margin
        top = self.title.bottom() + 26
        left, right = (margin, width - margin) if sheet.narrow else (margin + 176, width - margin - 104)
        along = Scale(0, STRETCH_MM, left, right)
        self.lanes = Lanes(sheet, along, top)
        self.wave = WavePanel(sheet, along, self.lanes.bottom + 50)
        below = self.wave.bottom + 66
        if sheet.narrow:
            self.sheath = Sheath(sheet, margin, below, width - 2 * margin)
            self.plane = Plane(sheet, margin, self.sheath.bottom + 56, width - 2 * margin)
        else:
            inner = width - 2 * margin
            self.sheath = Sheath(sheet, margin, below, 0.56 * inner)
            self.plane = Plane(sheet, margin + 0.6 * inner, below, 0.4 * inner)
        sheet.source_line(
            sheet.fixed,
            "Myelinated fibre: McIntyre 2002, sizes between the published ones after Musselman 2021. Bare fibre: "
            "Rattay and Aberham 1993. Grey band: human sural nerve, Tackmann 1976.",
        )

    def update(self, result: Race, guess: float | None = None, moment: float = START_MS) -> Sheet:
        """Show a race at a moment (ms); ``guess`` is how many times sooner the reader thought the signal arrives."""
        self.lanes.update(result, moment, guess)
        self.wave.update(result, moment)
        self.sheath.update(result)
        self.plane.update(result, guess)
        self.title.set(*_title(result))
        return self.sheet


def _title(result: Race) -> tuple[list[str], list[str]]:
    """The comparison that was guessed at: this fibre and the thin one that never had myelin."""
    size, warmth = f"{result.fibre.diameter_um:g}{NBSP}µm", f"{result.fibre.temperature_c:g}{NBSP}°C"
    seal = seal_words(result.fibre)
    layers, thin = (
        f"{layers_words(result.layers)} of myelin{seal}",
        seconds(result.metre_ms(result.thin_m_per_s)),
    )
    if not result.conducts:
        return (
            [
                f"The signal dies on the way: the thin fibre’s arrives after {thin}",
                "The signal dies on the way",
            ],
            [f"A {size} fibre with {layers} at {warmth}: the wave dies within millimetres"],
        )
    mine = seconds(result.metre_ms(result.velocity_m_per_s))
    return (
        [f"{mine} with myelin, {thin} on the thin fibre without: {sooner(result.ratio)}",
         f"{mine}, not {thin}: {sooner(result.ratio)}"],
        [f"One metre, toe to spine: a {size} fibre with {layers}, against 1{NBSP}µm that never had any, at {warmth}",
         f"One metre: {size} with {layers}, against 1{NBSP}µm that never had any, at {warmth}",
         f"{size} with {layers}, at {warmth}"],
    )  # fmt: skip
