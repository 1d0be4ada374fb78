"""The longest fibres of leg and arm hung from one line, so that their lengths can be compared."""

from __future__ import annotations

from ...models.nerve_map import NerveMap
from .. import style
from ..sheet import Sheet

LEFT = "dies back"
SOFT = 6  # px: an illustration has thick, soft lines


class HungFibres:
    """Two fibres side by side, with the level to which they have died back.

    Parameters
    ----------
    sheet : Sheet
    left, top, width, height : float
        Place on the sheet, CSS px; the longer fibre is as long as the height.
    """

    def __init__(self, sheet: Sheet, left: float, top: float, width: float, height: float):
        self.sheet, self.left, self.top, self.height = sheet, left, top, height
        self.columns = {"leg": left + 14, "arm": left + 104}
        self.right = left + min(width, 208)
        title = style.wrap("The same fibres, hung from one line", width, sheet.sizes.label, "semibold")
        for row, line in enumerate(reversed(title)):
            sheet.text(sheet.fixed, left, top - 14 - 17 * row, line, face="semibold")
        sheet.line(sheet.fixed, [left, self.right], [top, top], role="axis", width=1.6)
        self._level = sheet.line(sheet.moving, [], [], role="damage", width=1.2, linestyle=style.GHOST_DASH)
        self._fibres = {name: self._fibre() for name in self.columns}
        for x, words in zip(self.columns.values(), ("to the toes", "to the fingers"), strict=True):
            sheet.text(sheet.fixed, x + 11, top + 24, words, role="ink2")
        spare = left + width - self.right > style.text_width(LEFT, sheet.sizes.label)
        self._left = sheet.text(sheet.moving, self.right + 8, 0, LEFT if spare else "", role="damage")

    def _fibre(self):
        sheet, layer = self.sheet, self.sheet.moving
        lost = sheet.line(layer, [], [], role="damage", width=1.6, linestyle=style.GHOST_DASH)
        alive = sheet.line(layer, [], [], role="axon", width=SOFT, alpha=0.6, solid_capstyle="round")
        return alive, lost

    def update(self, result: NerveMap) -> None:
        """Show a result."""
        lengths = {"leg": result.leg_path_cm, "arm": result.arm_path_cm}
        shares = {"leg": result.leg_share, "arm": result.arm_share}
        px_per_cm = self.height / result.leg_path_cm
        for name, (alive, lost) in self._fibres.items():
            x, end = self.columns[name], self.top + lengths[name] * px_per_cm
            cut = self.top + lengths[name] * (1 - shares[name]) * px_per_cm
            alive.set_data([x, x], [self.top, cut])
            lost.set_data([x, x], [cut, end])
        level = self.top + (result.leg_path_cm - result.died_back_cm) * px_per_cm
        self._level.set_data([self.left, self.right], [level, level])
        self._left.set(y=level + 4)
        for artist in (self._level, self._left):
            artist.set_visible(result.died_back_cm > 0 and not result.together)
