"""The body from the front: its longest fibres, alive and lost, and what is numb."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...models.nerve_map import MOST_CM, NerveMap
from ...scene import style
from ...scene.labels import box_of, first_free
from ...scene.layout import Part, Room
from ...scene.marks import Mark, Path, Sets, Text, rule
from ...scene.text import text_width
from ...words.nerve_map import cm, reach
from ..guess import diamond, words
from ..outline import Placed, below, between, drawing, mirrored, stretch
from .body import drawn, levels, part_ends_cm, skin

SOFT = 5  # px: an illustration has thick, soft lines
SHADE = 0.34
SIDES = (("left", lambda line: line), ("right", mirrored))


@dataclass(frozen=True)
class Figure:
    """Where the body stands.

    Parameters
    ----------
    result : NerveMap
    room : Room
    placed : Placed
    right : float
        Where its words must end, px.
    """

    result: NerveMap
    room: Room
    placed: Placed
    right: float

    def x(self, x: float) -> float:
        """From the drawing to the picture, px."""
        return self.placed.x + x * self.placed.across

    def y(self, y: float) -> float:
        """From the drawing to the picture, px."""
        return self.placed.y + y * self.placed.down

    def leg_y(self, from_toes_cm: float) -> float:
        """Height of a place of the leg, px."""
        return self.y(drawn("leg").level(from_toes_cm, self.result.lower_leg_cm, self.result.leg_path_cm))


def draw_body(figure: Figure) -> Part:
    """The body, with what is numb and the reader's guess."""
    marks = [*_numb(figure), *_fibres(figure), *_reaches(figure)]
    if figure.room.guess is not None:
        marks += _guess(figure)
    return Part(_still(figure), marks)


def _still(figure: Figure) -> list[Mark]:
    """Outline, places that can be clicked, spine."""
    placed, body = figure.placed, drawing("body")
    marks: list[Mark] = [Path(placed(skin()), fill="wash", closed=True)]
    marks += [*_pieces(figure, "leg"), *_pieces(figure, "arm")]
    marks.append(Path(placed(skin()), stroke="axis", width=1.6, closed=True, round=True, name="body"))
    folds = [side(line) for line in body.starting("mark") for _, side in SIDES]
    marks.append(Path(placed.all(folds), stroke="axis", width=0.9, round=True))
    spine = placed(body.lines["spine"])
    marks.append(Path(spine, stroke="ghost", width=SOFT + 3, round=True, opacity=0.4, name="spine"))
    return [*marks, *_names(figure)]


def _pieces(figure: Figure, limb: str) -> list[Mark]:
    """Pieces of a limb that can be clicked: numbness then reaches as far as the upper end of the piece."""
    shape, result = drawn(limb), figure.result
    beyond, path = (
        (result.lower_leg_cm, result.leg_path_cm)
        if limb == "leg"
        else (result.forearm_and_hand_cm, result.arm_path_cm)
    )
    ends = part_ends_cm(result)[limb]
    if limb == "leg":
        tops = [("toes", ends["toe-roots"]), ("foot", ends["ankle"]), ("lower shin", result.mid_shin_cm)]
        tops += [("upper shin", result.lower_leg_cm), ("thigh", MOST_CM)]
    else:
        tops = [("fingers", ends["knuckles"]), ("hand", ends["wrist"])]
    bottom, marks = float(shape.outline[:, 1].max()), []
    for name, top_cm in tops:
        top = shape.level(top_cm, beyond, path)
        piece = between(shape.outline, top, bottom)
        bottom = top
        sets = _sets(result, limb, top_cm)
        marks += [
            Path(figure.placed(side(piece)), fill="wash", closed=True, name=f"{which} {name}", sets=sets)
            for which, side in SIDES
        ]
    return marks


def _sets(result: NerveMap, limb: str, top_cm: float) -> Sets:
    """How far the longest fibres have died back when a limb is numb so far, to the control's whole centimetre."""
    lost_cm = top_cm if limb == "leg" or result.together else top_cm + result.hands_join_cm
    return (("died_back_cm", float(min(MOST_CM, round(lost_cm)))),)


def _names(figure: Figure) -> list[Mark]:
    """Names of places beside the leg, and of the spine."""
    result = figure.result
    ankle_cm = part_ends_cm(result)["leg"]["ankle"]
    end = figure.x(-100 if figure.room.narrow else -112)
    marks: list[Mark] = []
    for name, from_toes_cm in (
        ("ankle", ankle_cm),
        ("mid-shin", result.mid_shin_cm),
        ("knee", result.lower_leg_cm),
    ):
        y = figure.leg_y(from_toes_cm)
        marks += [
            rule(end + 2, y, figure.x(-93), y, "axis"),
            Text(
                end, y + 4.5, name, "ink2", anchor="end", name=name, sets=_sets(result, "leg", from_toes_cm)
            ),
        ]
    return [*marks, Text(figure.x(52), figure.y(128), "spine", "ink2", name="spine in words")]


def _numb(figure: Figure) -> list[Mark]:
    marks: list[Mark] = []
    for limb, level in levels(figure.result).items():
        patch = below(drawn(limb).outline, level)
        if len(patch) > 2 and reach(limb, figure.result, part_ends_cm(figure.result)[limb]):
            marks += [
                Path(
                    figure.placed(side(patch)),
                    fill="damage",
                    closed=True,
                    opacity=SHADE,
                    name=f"{which} {limb} numb",
                )
                for which, side in SIDES
            ]
    return marks


def _fibres(figure: Figure) -> list[Mark]:
    """The longest fibre of each limb, down to where it died back, and what is lost of it."""
    marks: list[Mark] = []
    for limb, level in levels(figure.result).items():
        route = drawn(limb).route
        lives, lost = stretch(route, route[0, 1], level), stretch(route, level, route[-1, 1])
        for which, side in SIDES:
            if level < route[-1, 1]:
                marks.append(Path(figure.placed(side(lost)), stroke="damage", width=1.6, dash=style.GHOST_DASH,
                                  name=f"{which} {limb} lost"))  # fmt: skip
            marks.append(Path(figure.placed(side(lives)), stroke="axon", width=SOFT, round=True, opacity=0.6,
                              name=f"{which} {limb} alive"))  # fmt: skip
    return marks


def _reaches(figure: Figure) -> list[Mark]:
    """What is numb, in as many words as there is room for beside it."""
    marks: list[Mark] = []
    x = figure.x(112)
    for limb, y in (("arm", 648), ("leg", 968)):
        said = reach(limb, figure.result, part_ends_cm(figure.result)[limb])
        shorter = (said, f"past {said.split(' past ')[-1]}" if " past " in said else said, said.split(" ")[0])
        fitting = [one for one in shorter if text_width(one, 13.5, "semibold") <= figure.right - x]
        if said and fitting:
            marks.append(Text(x, figure.y(y), fitting[0], "damage", face="semibold", halo=True,
                              name=f"{limb} numb in words"))  # fmt: skip
    return marks


def _guess(figure: Figure) -> list[Mark]:
    """Where the reader thought the legs to be numb when the hands join, on a leg."""
    guess_cm, leg = figure.room.guess, drawn("leg")
    level = leg.level(guess_cm, figure.result.lower_leg_cm, figure.result.leg_path_cm)
    x, y = figure.x(-float(np.interp(level, leg.route[:, 1], leg.route[:, 0]))), figure.y(level)
    label = words(x, y, cm(guess_cm))
    taken = [box_of(mark) for mark in _names(figure) if isinstance(mark, Text)]
    end = figure.x(-100)
    spots = [(end, y + 5 + down, "end") for down in (0, -16, 16, -24, 24)]
    inside = (figure.room.left, figure.placed.y, figure.right, figure.y(1020))
    above = replace(label, x=figure.room.left + 10, y=figure.placed.y - 5)
    return [diamond(x, y), first_free(label, spots, taken, inside) or above]
