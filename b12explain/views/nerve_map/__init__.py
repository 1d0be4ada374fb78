"""The picture of where numbness begins: a body, its longest fibres, and the part of the skin that they leave."""

from __future__ import annotations

import numpy as np

from ...models.nerve_map import NerveMap
from .. import style
from ..label import Label
from ..outline import below
from ..sheet import Sheet, titled_sheet
from . import body
from .hung import SOFT, HungFibres
from .words import cm, reach

HEIGHT = {"wide": 620, "narrow": 640}
ALONE = (
    "Each fibre is one cell, from beside the spine to the skin. What harms them all a little shows first where they "
    "are longest."
)
TOGETHER = (
    "Hands and feet from the start: length alone does not do that. B12 deficiency is one cause among others*; another "
    "text calls it uncommon."
)


class NerveMapView:
    """A body from the front on a dashed card: soft lines, words at the ends, and no numbers but the reader's own.

    Parameters
    ----------
    width : int
        CSS px; below 600 the words stand closer to the body.
    theme : {"light", "dark"}
    """

    def __init__(self, width: int, theme: str):
        sheet, self.title = titled_sheet(width, theme, HEIGHT, "illustrative")
        self.sheet, narrow, margin = sheet, sheet.narrow, sheet.sizes.margin
        foot = sheet.source_line(
            sheet.fixed,
            "Lengths of limbs: Huston 2009*. Hands after feet: Makindo, Medscape. Together: Saperstein 2003*. "
            "* source not re-read.",
        )
        top = self.title.bottom() + 14
        self._frame(margin, top, width - margin, foot - 12)
        self.top, self.high = top + 16, foot - 12 - top - 34
        self.right = width - margin
        self.middle = 0.45 * width if narrow else 0.31 * width
        self._still()
        self._moving()
        self._words()
        self._hung = (
            None
            if narrow
            else HungFibres(sheet, self.note_left, self.top + 0.44 * self.high, self._room, 0.50 * self.high)
        )

    def _frame(self, left: float, top: float, right: float, bottom: float) -> None:
        x, y = [left, right, right, left, left], [top, top, bottom, bottom, top]
        self.sheet.line(self.sheet.frame, x, y, role="ghost", width=1.2, linestyle=style.GHOST_DASH)

    def _place(self, line: np.ndarray) -> np.ndarray:
        return np.column_stack([self.middle + line[:, 0] * self.high, self.top + line[:, 1] * self.high])

    def _still(self) -> None:
        sheet = self.sheet
        outline = self._place(body.BODY)
        sheet.area(sheet.frame, outline, role="wash")
        sheet.line(sheet.over, *outline.T, role="axis", width=1.6)
        spine = self._place(body.SPINE)
        sheet.line(sheet.frame, *spine.T, role="ghost", width=SOFT + 3, alpha=0.45, solid_capstyle="round")

    def _moving(self) -> None:
        sheet, layer = self.sheet, self.sheet.moving
        self._limbs = []
        for shapes, routes in ((body.LEG, body.LEG_ROUTES), (body.ARM, body.ARM_ROUTES)):
            for shape, route in zip(shapes, routes, strict=True):
                numb = sheet.area(layer, np.zeros((3, 2)), role="damage", alpha=0.32)
                lost = sheet.line(layer, [], [], role="damage", width=1.6, linestyle=style.GHOST_DASH)
                alive = sheet.line(layer, [], [], role="axon", width=SOFT, alpha=0.6, solid_capstyle="round")
                self._limbs.append((shape, route, numb, lost, alive))

    def _words(self) -> None:
        sheet, layer = self.sheet, self.sheet.moving
        text = lambda x, y, **more: sheet.text(layer, x, y, halo=True, **more)  # noqa: E731
        place = lambda x, y: (self.middle + x * self.high, self.top + y * self.high)  # noqa: E731
        sheet.text(sheet.fixed, *place(0.07, 0.13), "spine", role="ink2")
        sheet.text(sheet.fixed, *place(-0.095, body.KNEE_Y + 0.006), "knee", role="ink3", ha="right")
        self._hand = text(*place(0.215, 0.53), face="semibold", role="damage")
        self._foot = text(*place(0.10, 0.90), face="semibold", role="damage")
        self.note_left = self.middle + 0.36 * self.high
        if sheet.narrow:
            at, room = (
                (sheet.sizes.margin + 10, self.top + 0.88 * self.high),
                self.middle - 0.12 * self.high - 36,
            )
        else:
            at, room = (self.note_left, self.top + 0.05 * self.high), self.right - 18 - self.note_left
        self._room = room
        self._note = [text(at[0], at[1] + 18 * row) for row in range(7)]

    def update(self, result: NerveMap, guess: float | None = None) -> Sheet:
        """Show a result."""
        shares = (result.leg_share, result.leg_share, result.arm_share, result.arm_share)
        for artists, share in zip(self._limbs, shares, strict=True):
            self._set_limb(*artists, share)
        for label, limb, share in (
            (self._foot, "leg", result.leg_share),
            (self._hand, "arm", result.arm_share),
        ):
            self._set_reach(label, reach(limb, result) if share else "")
        self._set_note(result, guess)
        if self._hung:
            self._hung.update(result)
        self.title.set(*self._title(result))
        return self.sheet

    def _set_limb(self, shape, route, numb, lost, alive, share: float) -> None:
        cut = body.along(route, share)
        placed = self._place(route)
        alive.set_data(*placed[: cut + 1].T)
        lost.set_data(*placed[cut:].T)
        patch = below(shape, route[cut, 1])
        numb.set_visible(share > 0 and len(patch) > 2)
        if numb.get_visible():
            numb.set_xy(self._place(patch))

    def _set_reach(self, label: Label, words: str) -> None:
        """Name what is numb beside it, in fewer words where there is less room."""
        room = self.right - 8 - label.x
        shorter = (
            words,
            f"past {words.split(' past ')[-1]}" if " past " in words else words,
            words.split(" ")[0],
        )
        widths = [style.text_width(one, label.size, label.face) for one in shorter]
        label.set(next((one for one, width in zip(shorter, widths, strict=True) if width <= room), ""))

    def _set_note(self, result: NerveMap, guess: float | None) -> None:
        """Why it is so, where there is room, and the reader's guess."""
        colours, wrap = (
            self.sheet.palette,
            lambda words: style.wrap(words, self._room, self.sheet.sizes.label),
        )
        said = []
        if not self.sheet.narrow:
            said = [
                (line, colours.ink2, "regular")
                for line in [*wrap(TOGETHER if result.together else ALONE), ""]
            ]
        if guess is not None:
            said += [(line, colours.you, "semibold") for line in wrap(f"You: hands join at {cm(guess)}")]
        for i, label in enumerate(self._note):
            words, colour, face = said[i] if i < len(said) else ("", colours.ink2, "regular")
            label.set(words, colour=colour, face=face)

    def _title(self, result: NerveMap) -> tuple[str, str]:
        if result.together:
            title = "Hands and feet together: not length alone"
        elif not result.leg_share:
            title = "The longest fibres run to the toes"
        elif not result.arm_share:
            title = "Toes first: their fibres are the longest"
        else:
            title = "Stocking, then glove: the hands join later"
        return title, "Fibres from the spine to toes and fingertips; shaded: numb, where they have died back"
