"""The fibre around one node, to scale: axon, sheath and node."""

from __future__ import annotations

from ...amounts import NBSP, format_number
from ...models.race import Race
from ...quantities import quantity
from ..sheet import Sheet
from .words import layers_words

HEIGHT, WIDEST_UM = 132, 16.0


class Sheath:
    """A fibre cut lengthwise at a node; one scale for every diameter, across and along.

    Parameters
    ----------
    sheet : Sheet
    left, top, width : float
        Place on the sheet, CSS px.
    """

    def __init__(self, sheet: Sheet, left: float, top: float, width: float):
        self.sheet, self.left, self.width = sheet, left, width
        self.scale = HEIGHT / WIDEST_UM  # px a µm
        sheet.text(sheet.frame, left, top, "One node, true proportions", face="semibold", size=14)
        self.middle = top + 24 + HEIGHT / 2
        self.bottom = top + 24 + HEIGHT + 46
        self._axon = sheet.area(sheet.moving, [(0, 0)] * 3, role="axon_tint")
        self._sheaths = [sheet.area(sheet.moving, [(0, 0)] * 3, role="myelin") for _ in range(4)]
        self._outlines = [sheet.line(sheet.moving, [], [], role="myelin_line", width=1.4) for _ in range(4)]
        self._membrane = [sheet.line(sheet.moving, [], [], role="axon", width=1.4) for _ in range(4)]
        self._node = [sheet.line(sheet.moving, [], [], role="spike", width=5) for _ in range(2)]
        self._words = sheet.text(sheet.moving, left + 10, self.middle + 5, role="axon_text", face="semibold")
        self._sheath_words = sheet.text(sheet.moving, left + width, top + 18, role="ink2", ha="right")
        centre = left + width / 2
        sheet.text(
            sheet.fixed,
            centre,
            self.bottom - 28,
            f"node: {quantity('fibre.node_length')} long, where the signal is rebuilt",
            ha="center",
        )
        self._next = sheet.text(
            sheet.moving, centre, self.bottom - 10, role="ink3", face="italic", ha="center"
        )

    def update(self, result: Race) -> None:
        """Show the fibre of a race."""
        px, sizes, centre = self.scale, result.fibre.sizes, self.left + self.width / 2
        axon, sheath, node = result.axon_um / 2 * px, result.sheath_um * px, sizes.node_um / 2 * px
        gap = float(quantity("fibre.node_length")) / 2 * px
        mysa = gap + float(quantity("fibre.mysa_length")) * px
        taper = mysa + min(sizes.flut_um, 8.0) * px
        profile = [(self.left, axon), (centre - taper, axon), (centre - mysa, node), (centre - gap, node)]
        mirror = [(2 * centre - x, y) for x, y in reversed(profile)]
        upper = [(x, self.middle - y) for x, y in profile + mirror]
        lower = [(x, self.middle + y) for x, y in profile + mirror]
        self._axon.set_xy(upper + lower[::-1])
        outer = axon + sheath
        walls = [
            (self.left, axon),
            (centre - taper, axon),
            (centre - mysa, node),
            (centre - mysa - sheath / 2, outer),
            (self.left, outer),
        ]
        quarter = 0
        for side in (-1, 1):
            for flip in (False, True):
                points = [(2 * centre - x if flip else x, self.middle + side * y) for x, y in walls]
                self._sheaths[quarter].set_xy(points)
                self._sheaths[quarter].set_visible(sheath > 0.3)
                self._outlines[quarter].set_data(*zip(*points[2:], strict=True))
                self._outlines[quarter].set_visible(sheath > 0.3)
                self._membrane[quarter].set_data(*zip(*points[:3], strict=True))
                quarter += 1
        for line, side in zip(self._node, (-1, 1), strict=True):
            line.set_data([centre - max(gap, 2.5), centre + max(gap, 2.5)], [self.middle + side * node] * 2)
        self._words.set(f"axon {format_number(result.axon_um, 2)}{NBSP}µm")
        layers = (
            f"sheath: {layers_words(result.layers)}, {format_number(result.sheath_um, 2)}{NBSP}µm"
            if sheath
            else "no sheath"
        )
        self._sheath_words.set(layers)
        away_mm = sizes.internode_um / 1_000
        self._next.set(f"next node: {format_number(away_mm, 2)}{NBSP}mm away, off this drawing")
