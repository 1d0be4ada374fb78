"""The picture of the race: three fibres, the wave inside one, its sheath to scale, and its place among others."""

from __future__ import annotations

from ...models.race import STRETCH_MM, Race
from ...units import NBSP
from ..sheet import Scale, Sheet, titled_sheet
from .lanes import Lanes
from .plane import Plane
from .sheath import Sheath
from .wave import WavePanel
from .words import seconds, speed

START_MS = 0.36  # a telling moment: the wave is half way
HEIGHT = {"wide": 742, "narrow": 1128}


class RaceView:
    """Linked panels: lanes and wave share the length of the fibre and the clock.

    Parameters
    ----------
    width : int
        CSS px; below 600 the panels stand in one column.
    theme : {"light", "dark"}
    """

    def __init__(self, width: int, theme: str):
        sheet, self.title = titled_sheet(width, theme, HEIGHT, "calculated", plain=2)
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


def _title(result: Race) -> tuple[str | list[str], str]:
    layers = f"{round(result.layers)} layers of myelin"
    what = f"A {result.fibre.diameter_um:g}{NBSP}µm fibre with {layers} at {result.fibre.temperature_c:g}{NBSP}°C"
    if not result.conducts:
        return (
            ["With so little insulation the fibre carries nothing", "So thinly coated, it carries nothing"],
            f"{what}: the wave dies within millimetres",
        )
    bare, mine = (seconds(result.metre_ms(one)) for one in (result.bare_m_per_s, result.velocity_m_per_s))
    return (
        f"Myelin turns a {bare} journey into {mine}",
        f"{what}: {speed(result.velocity_m_per_s)}, one metre from toe to spine",
    )
