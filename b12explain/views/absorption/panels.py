"""What the sheets of absorption share: a title, a plot, and the dose as a thousand squares."""

from __future__ import annotations

from collections.abc import Sequence

from ..sheet import titled_sheet
from ..squares import Squares

HEIGHT = {"wide": 590, "narrow": 898}
GUESSED_DOSE_UG = 1_000  # what the reader's guess is about


class Panels:
    """What the sheets of absorption share: title, a plot on the left (above on a phone), squares on the right."""

    badge = "calculated + measured"
    plot_heading = ""
    pale_words = "pale: passed through unabsorbed"
    square_roles: Sequence[str] = ("intrinsic", "passive")

    def __init__(self, width: int, theme: str):
        sheet, self.title = titled_sheet(width, theme, HEIGHT, self.badge, plain=2)
        self.sheet, margin = sheet, sheet.sizes.margin
        top = self.title.bottom() + 26
        right = width - margin if sheet.narrow else width - margin - 236
        self.plot = (margin + 42, top + 22, right - 6, top + 22 + (270 if sheet.narrow else 322))
        sheet.text(sheet.frame, margin, top, self.plot_heading, face="semibold", size=14)
        self.source_room = width - 2 * margin if sheet.narrow else right - margin
        self._squares(width, margin, top)

    def _squares(self, width, margin, top) -> None:
        sheet = self.sheet
        if sheet.narrow:
            top = self.plot[3] + 72
            left, across, down, columns = margin, width - 2 * margin, 150, 50
        else:
            left, across, down, columns = width - margin - 190, 190, 304, 25
        sheet.text(sheet.fixed, left, top, "The dose, in 1,000 squares", face="semibold", size=14)
        sheet.text(sheet.fixed, left, top + 19, self.pale_words, role="ink2")
        self.squares = Squares(sheet, left, top + 32, across, down, columns, self.square_roles)
        self._below(left, left + across, top + 32 + down)

    def _below(self, left: float, right: float, top: float) -> None:
        """Keys of the squares, the one big number, and two lines that put it in proportion."""
        sheet = self.sheet
        self._keys = []
        for row, role in enumerate(self.square_roles):
            box = sheet.box(sheet.moving, left, top + 16 + row * 22, 12, 12, role=role)
            self._keys.append((box, sheet.text(sheet.moving, left + 19, top + 26.5 + row * 22)))
        narrow = sheet.narrow
        self.big = sheet.text(
            sheet.moving,
            right,
            top + (44 if narrow else 86),
            role="b12",
            face="semibold",
            size=sheet.sizes.big,
            ha="right",
        )
        x, y, ha = (right, top + 68, "right") if narrow else (left, top + 108, "left")
        self.proportion = [sheet.text(sheet.moving, x, y + 17 * row, role="ink2", ha=ha) for row in range(2)]

    def set_keys(self, words: Sequence[str]) -> None:
        """Name the filled squares; an empty word hides its key."""
        for (box, label), text in zip(self._keys, words, strict=True):
            box.set_visible(bool(text))
            label.set(text)
