"""The body from the front: its longest fibres, alive and lost, and what is numb."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...amounts import typed
from ...models.nerve_map import MOST_CM, NerveMap
from ...scene import style
from ...scene.labels import box_of, first_free
from ...scene.layout import Part, Room
from ...scene.marks import Mark, Path, Points, Sets, Text, rule
from ...scene.text import text_width
from ..guess import diamond, words
from ..outline import Placed, below, between, drawing, mirrored, stretch
from .body import Limb, leg_places_cm, skin

SOFT = 5  # px: an illustration has thick, soft lines
SHADE = 0.34
SIDES = (("left", lambda line: line), ("right", mirrored))


@dataclass(frozen=True)
class Figure:
    """Where the body stands.

    Parameters
    ----------
    result : NerveMap
    limbs : dict of str to Limb
    room : Room
    placed : Placed
    right : float
        Where its words must end, px.
    """

    result: NerveMap
    limbs: dict[str, Limb]
    room: Room
    placed: Placed
    right: float

    def x(self, x: float) -> float:
        """From the drawing to the picture, px."""
        return self.placed.x + x * self.placed.across

    def y(self, y: float) -> float:
        """From the drawing to the picture, px."""
        return self.placed.y + y * self.placed.down


def draw_body(figure: Figure) -> Part:
    """The body, with what is numb and the reader's guess."""
    marks = [*_numb(figure), *_fibres(figure), *_reaches(figure)]
    return Part(_still(figure), [*marks, *_guess(figure)])


def _still(figure: Figure) -> list[Mark]:
    """Outline, places that can be clicked, spine."""
    placed, body = figure.placed, drawing("body")
    folds = [side(line) for line in body.starting("mark") for _, side in SIDES]
    spine = placed(body.lines["spine"])
    return [
        Path(placed(skin()), fill="wash", closed=True),
        *_pieces(figure),
        Path(placed(skin()), stroke="axis", width=1.6, closed=True, round=True, name="body"),
        Path(placed.all(folds), stroke="axis", width=0.9, round=True),
        Path(spine, stroke="ghost", width=SOFT + 3, round=True, opacity=0.4, name="spine"),
        *_names(figure),
        Text(figure.x(52), figure.y(128), "spine", "ink2", name="spine in words"),
    ]


def _pieces(figure: Figure) -> list[Mark]:
    """Pieces of limbs that can be clicked: numbness then reaches as far as the upper end of the piece."""
    result, leg, arm = figure.result, figure.limbs["leg"], figure.limbs["arm"]
    tops_cm = {
        "leg": {
            "toes": leg.ends_cm["toe-roots"], "foot": leg.ends_cm["ankle"], "lower shin": result.mid_shin_cm,
            "upper shin": result.lower_leg_cm, "thigh": MOST_CM,
        },
        "arm": {"fingers": arm.ends_cm["knuckles"], "hand": arm.ends_cm["wrist"]},
    }  # fmt: skip
    marks: list[Mark] = []
    for limb, tops in tops_cm.items():
        shape = figure.limbs[limb]
        bottom = float(shape.outline[:, 1].max())
        for name, top_cm in tops.items():
            top = shape.level(top_cm)
            piece, bottom = between(shape.outline, top, bottom), top
            sets = _sets(result, limb, top_cm)
            marks += _both(figure, piece, f"{name}", fill="wash", closed=True, sets=sets)
    return marks


def _both(figure: Figure, line: np.ndarray, name: str, **look) -> list[Mark]:
    """A line on either side of the body."""
    return [Path(figure.placed(side(line)), name=f"{which} {name}", **look) for which, side in SIDES]


def _sets(result: NerveMap, limb: str, top_cm: float) -> Sets:
    """How far the longest fibres have died back when a limb is numb so far, to the control's whole centimetre."""
    lost_cm = top_cm if limb == "leg" or result.together else top_cm + result.hands_join_cm
    return (("died_back_cm", float(min(MOST_CM, round(lost_cm)))),)


def _names(figure: Figure) -> list[Mark]:
    """Names of places beside the leg."""
    end = figure.x(-100 if figure.room.narrow else -112)
    marks: list[Mark] = []
    for name, from_toes_cm in leg_places_cm(figure.result).items():
        y, sets = figure.y(figure.limbs["leg"].level(from_toes_cm)), _sets(figure.result, "leg", from_toes_cm)
        marks.append(rule(end + 2, y, figure.x(-93), y, "axis"))
        marks.append(Text(end, y + 4.5, name, "ink2", anchor="end", name=name, sets=sets))
    return marks


def _numb(figure: Figure) -> list[Mark]:
    """What is numb, shaded."""
    marks: list[Mark] = []
    for name, limb in figure.limbs.items():
        patch = below(limb.outline, limb.lost_y)
        if len(patch) > 2 and limb.numb:
            marks += _both(figure, patch, f"{name} numb", fill="damage", closed=True, opacity=SHADE)
    return marks


def fibre(alive: Points, lost: Points, name: str) -> list[Mark]:
    """A fibre down to where it died back, over what is lost of it, if anything."""
    lives = Path(alive, stroke="axon", width=SOFT, round=True, opacity=0.6, name=f"{name} alive")
    dead = Path(lost, stroke="damage", width=1.6, dash=style.GHOST_DASH, name=f"{name} lost")
    return [dead, lives] if lost else [lives]


def _fibres(figure: Figure) -> list[Mark]:
    """The longest fibre of each limb."""
    marks: list[Mark] = []
    for name, limb in figure.limbs.items():
        alive = stretch(limb.route, limb.route[0, 1], limb.lost_y)
        lost = stretch(limb.route, limb.lost_y, limb.tip_y)
        for which, side in SIDES:
            dead = figure.placed(side(lost)) if limb.lost_y < limb.tip_y else ()
            marks += fibre(figure.placed(side(alive)), dead, f"{which} {name}")
    return marks


def _reaches(figure: Figure) -> list[Mark]:
    """What is numb, in as many words as there is room for beside it."""
    marks: list[Mark] = []
    x = figure.x(112)
    for limb, y in (("arm", 648), ("leg", 968)):
        said = figure.limbs[limb].numb
        shorter = (said, f"past {said.split(' past ')[-1]}" if " past " in said else said, said.split(" ")[0])
        fitting = [one for one in shorter if text_width(one, 13.5, "semibold") <= figure.right - x]
        if said and fitting:
            marks.append(Text(x, figure.y(y), fitting[0], "damage", face="semibold", halo=True,
                              name=f"{limb} numb in words"))  # fmt: skip
    return marks


def _guess(figure: Figure) -> list[Mark]:
    """Where the reader thought the legs to be numb when the hands join, on a leg."""
    guess_cm, leg = figure.room.guess, figure.limbs["leg"]
    if guess_cm is None:
        return []
    level = leg.level(guess_cm)
    x, y = figure.x(-float(np.interp(level, leg.route[:, 1], leg.route[:, 0]))), figure.y(level)
    label = words(x, y, typed(guess_cm, "cm"))
    taken = [box_of(mark) for mark in _names(figure) if isinstance(mark, Text)]
    spots = [(figure.x(-100), y + 5 + down, "end") for down in (0, -16, 16, -24, 24)]
    inside = (figure.room.left, figure.placed.y, figure.right, figure.y(1020))
    above = replace(label, x=figure.room.left + 10, y=figure.placed.y - 5)
    return [diamond(x, y), first_free(label, spots, taken, inside) or above]
