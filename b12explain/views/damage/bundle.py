"""Some of the nerve's axons, cut across: which are lost, and which sheaths are thin."""

from __future__ import annotations

from functools import cache

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from ...models.damage import Damaged
from ...models.fibre import Fibre
from ...models.population import Population, representatives
from ..sheet import Sheet

COUNT, ROWS, APART = 40, 2, 3.0  # axons drawn; px between them
NOWHERE = Path(np.empty((0, 2)))


class Bundle:
    """Forty axons that stand for the nerve's, drawn to one scale, in two rows with all sizes mixed.

    Parameters
    ----------
    sheet : Sheet
    left, top, width : float
        Place on the sheet, CSS px.
    """

    def __init__(self, sheet: Sheet, left: float, top: float, width: float):
        self.sheet = sheet
        sheet.text(sheet.frame, left, top, "Some of its axons, cut across", face="semibold", size=14)
        self.outer_um, self.axon_um = sizes()
        dice = np.random.default_rng(2)
        rows = [dice.permutation(np.arange(k, COUNT, ROWS)) for k in range(ROWS)]
        widest = max(self.outer_um[row].sum() for row in rows)
        self.px_per_um = (width - APART * (COUNT // ROWS - 1)) / widest
        high = self.outer_um.max() * self.px_per_um
        self.bottom = top + 12 + ROWS * (high + APART) + 20
        self.centres = np.empty((COUNT, 2))
        for k, row in enumerate(rows):
            across = self.outer_um[row] * self.px_per_um
            self.centres[row, 0] = left + np.cumsum(across) - across / 2 + APART * np.arange(len(row))
            self.centres[row, 1] = top + 12 + high / 2 + k * (high + APART)
        self.fate = dice.permutation(COUNT)  # in which order axons of all sizes are lost
        self.hit = dice.permutation(COUNT)  # in which order sheaths are cut through where they are thin
        self._lost = self._shape("none", "ghost", 1.2, linestyle=(0, (3, 2)))
        self._myelin = self._shape("myelin", "myelin_line", 1.0)
        self._axons = self._shape("axon", "none", 0)
        self._words = sheet.text(sheet.moving, left, self.bottom - 4, role="ink2")

    def _shape(self, face: str, edge: str, width: float, **more) -> PathPatch:
        colours = {name: role if role == "none" else self.sheet.colour(role)
                   for name, role in (("facecolor", face), ("edgecolor", edge))}  # fmt: skip
        return self.sheet.add(self.sheet.moving, PathPatch(NOWHERE, linewidth=width, **colours, **more))

    def update(self, result: Damaged) -> None:
        """Show a nerve."""
        state = result.population
        order = self.fate if state.loss == "all sizes" else np.argsort(-self.outer_um)
        lost = np.zeros(COUNT, bool)
        lost[order[: round(state.axon_loss * COUNT)]] = True
        thin = np.zeros(COUNT, bool)
        left = self.hit[~lost[self.hit]]
        thin[left[: int(np.ceil(state.affected_share * len(left)))]] = True
        sheath_um = (self.outer_um - self.axon_um) * np.where(thin, state.lamella_fraction, 1.0)
        self._lost.set_path(self._circles(lost, self.outer_um))
        self._myelin.set_path(self._circles(~lost & (sheath_um > 0), self.axon_um + sheath_um))
        self._axons.set_path(self._circles(~lost, self.axon_um))
        self._words.set(self._say(result, lost, thin.any()))

    def _circles(self, which: np.ndarray, across_um: np.ndarray) -> Path:
        circles = [
            Path.circle(self.centres[i], across_um[i] * self.px_per_um / 2) for i in np.flatnonzero(which)
        ]
        return Path.make_compound_path(*circles) if circles else NOWHERE

    @staticmethod
    def _say(result: Damaged, lost: np.ndarray, thin: bool) -> str:
        if lost.all():
            return "dashed: lost, every one"
        if not lost.any():
            return (
                "thin rims: myelin lost; every axon is still there" if thin else "the largest are the fastest"
            )
        rims = "; thin rims: myelin lost" if thin else ""
        if result.population.loss == "largest":
            return f"dashed: lost, the fastest first{rims}"
        return f"dashed: lost{rims}" if thin else "dashed: lost, but some of the fastest are left"


@cache
def sizes() -> tuple[np.ndarray, np.ndarray]:
    """Outer diameters of a healthy nerve's axons with their sheaths, and of the axons within, µm, ascending."""
    outer_um, _ = representatives(Population(representatives=COUNT))
    fibres = [Fibre(diameter_um=float(one), geometry="interpolated") for one in outer_um]
    return outer_um, np.array([fibre.sizes.axon_um for fibre in fibres])
