"""What the electrode picks up: the nerve's potential over that of the healthy one."""

from __future__ import annotations

import numpy as np

from ...models.clinic import Point
from ...models.nerve import Study
from .. import style
from ..sheet import Scale, Sheet
from .words import lag, percent

SHOWN_MS, TOP, BOTTOM = 10.0, 1.25, -0.62  # of the healthy amplitude


class TracePanel:
    """The compound action potential, its main phase upwards as laboratories draw it, over the healthy ghost."""

    def __init__(self, sheet: Sheet, left: float, top: float, width: float, height: float, healthy: Study):
        self.sheet, self.healthy = sheet, healthy
        words = "What the electrode on the skin picks up"
        if style.text_width(words, 14, "semibold") > width:
            words = "What the electrode picks up"
        sheet.text(sheet.frame, left, top, words, face="semibold", size=14)
        self.x = Scale(0, SHOWN_MS, left, left + width)
        self.y = Scale(BOTTOM, TOP, top + height - 22, top + 14)
        base = self.y(0)
        sheet.line(sheet.frame, [left, left + width], [base, base], role="axis", width=1)
        for tick in (0, 2, 4, 6, 8, 10):
            words = f"{tick}{chr(160) + 'ms' if tick == 10 else ''}"
            ha = {0: "left", 10: "right"}.get(tick, "center")
            sheet.text(
                sheet.frame, self.x(tick), top + height, words, role="ink3", size=sheet.sizes.tick, ha=ha
            )
        self._fill = sheet.area(sheet.moving, np.zeros((3, 2)), role="damage_tint")
        self._ghost = sheet.ghost(sheet.moving, *self._curve(healthy))
        self._trace = sheet.line(sheet.moving, [], [], role="damage", width=style.DATA_LINE)
        at = self.x(healthy.onset_ms) - 6
        sheet.text(sheet.fixed, at, self.y(0.7), "healthy", role="ink3", ha="right", halo=True)
        right = left + width
        self._name = sheet.text(
            sheet.moving, right, self.y(1.0), "this nerve", role="damage", face="semibold", ha="right"
        )
        self._words = [
            sheet.text(sheet.moving, right, self.y(1.0) + 17 * row, role="ink2", ha="right") for row in (1, 2)
        ]

    def _curve(self, study: Study) -> tuple[list[float], list[float]]:
        kept = (study.time_ms >= 0) & (study.time_ms <= SHOWN_MS)
        share = np.clip(-study.trace_uv[kept] / self.healthy.amplitude_uv, BOTTOM, TOP)
        x, y = np.array(self.x(study.time_ms[kept])), np.array(self.y(share))
        return [*x, self.x(SHOWN_MS)], [*y, y[-1] if study.time_ms[-1] >= SHOWN_MS else self.y(0)]

    def update(self, study: Study, point: Point) -> None:
        """Show a nerve's potential."""
        x, y = self._curve(study)
        self._trace.set_data(x, y)
        self._fill.set_xy([(x[0], self.y(0)), *zip(x, y, strict=True), (x[-1], self.y(0))])
        if not point.recorded:
            words = "nothing to tell from noise", ""
        else:
            late = study.onset_ms - self.healthy.onset_ms
            beyond = study.onset_ms > SHOWN_MS
            words = (
                f"{percent(point.amplitude_share)} as high",
                lag(late) + (", off the right" if beyond else ""),
            )
        for label, text in zip(self._words, words, strict=True):
            label.set(text)
