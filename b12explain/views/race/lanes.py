"""Three lanes: the signal's place on each fibre at one moment, and when it has done a metre."""

from __future__ import annotations

from ...amounts import NBSP, format_number
from ...models.race import STRETCH_MM, Race
from .. import style
from ..sheet import Scale, Sheet
from .words import layers_words, seconds

HEADING = {"wide": f"The race: its first {STRETCH_MM:g}{NBSP}mm", "narrow": f"First {STRETCH_MM:g}{NBSP}mm"}
WHERE = (  # why a fibre that lost its myelin stops where one that never had any goes on
    "A bare fibre, one that never had myelin, rebuilds the signal all along; a stripped one only at its old nodes."
)


class Lanes:
    """Lanes along a common length; the dot is where the wave is.

    Parameters
    ----------
    sheet : Sheet
    along : Scale
        mm along the fibre → px.
    top : float
    """

    def __init__(self, sheet: Sheet, along: Scale, top: float):
        self.sheet, self.along = sheet, along
        step = 46 if sheet.narrow else 34
        margin, right = sheet.sizes.margin, sheet.width - sheet.sizes.margin
        heading = HEADING["narrow" if sheet.narrow else "wide"]
        sheet.text(sheet.frame, margin, top, heading, face="semibold", size=14)
        sheet.text(sheet.frame, right, top, "a metre takes", role="ink2", ha="right")
        you = margin + style.text_width(heading, 14, "semibold") + 24
        self._you = sheet.dots(sheet.moving, [you], [top - 5], role="you", marker="D", hollow=True, size=8)
        self._you_words = sheet.text(sheet.moving, you + 11, top, role="you", face="semibold")
        self._lanes = []
        for row in range(3):
            y = top + (42 if sheet.narrow else 28) + row * step
            end = along.end_px if not sheet.narrow else along.end_px - 70
            name_y = y - 11 if sheet.narrow else y + 4.5
            rail = sheet.line(sheet.moving, [along.start_px, end], [y, y], role="grid", width=4)
            run = sheet.line(sheet.moving, [], [], role="axon" if row == 0 else "ghost", width=5)
            dot = sheet.dots(sheet.moving, [], [], role="spike", size=13)
            name = sheet.text(
                sheet.moving, margin, name_y, role="ink", face="semibold" if row == 0 else "regular"
            )
            time = sheet.text(sheet.moving, right, y + 4.5, role="ink", face="semibold", ha="right")
            self._lanes.append((y, end, rail, run, dot, name, time))
        self.bottom = y + 10
        for line in style.wrap(WHERE, sheet.width - 2 * margin, sheet.sizes.label):
            self.bottom += 17
            sheet.text(sheet.fixed, margin, self.bottom, line, role="ink2")

    def update(self, result: Race, moment: float, guess: float | None = None) -> None:
        """Show a race at a moment (ms), and how many times sooner the reader thought the signal arrives."""
        self._you.set_visible(guess is not None)
        self._you_words.set(f"you: ×{NBSP}{format_number(guess, 2)}" if guess is not None else "")
        diameter = f"{result.fibre.diameter_um:g}{NBSP}µm"
        layers = round(result.layers)
        mine = f"{diameter}, {layers_words(layers)}" if layers else f"{diameter}, myelin stripped"
        names = (mine, f"{diameter}, never had myelin", f"1{NBSP}µm, never had myelin")
        speeds = (result.velocity_m_per_s, result.unmyelinated_m_per_s, result.thin_m_per_s)
        for (y, end, _, run, dot, name, time), words, velocity in zip(
            self._lanes, names, speeds, strict=True
        ):
            goes = velocity == velocity
            share = min(1.0, velocity * moment / STRETCH_MM) if goes else 0.0
            x = self.along.start_px + share * (end - self.along.start_px)
            run.set_data([self.along.start_px, x], [y, y])
            dot.set_data([x], [y])
            dot.set_visible(goes)
            name.set(words)
            time.set(seconds(result.metre_ms(velocity)) if goes else "never")
