"""Velocity against diameter: whole fibres, the human band, the reader's own fibre, and its fall with the sheath."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from ...models.race import BODY_C, Race
from ...scene import style
from ...scene.axes import across, ticks, upright
from ...scene.labels import Box, box_of, first_free
from ...scene.layout import Part, Room, panel_title
from ...scene.marks import Dots, Mark, Path, Text, points_of, rule
from ...scene.scale import Scale
from ...words import race as words

HEIGHT, TOP_M_PER_S, WIDEST_UM = 176, 125.0, 17.0
VELOCITIES, DIAMETERS = (0, 25, 50, 75, 100, 125), (0, 5, 10, 15)
HUMAN_UM = (4.0, 13.0)  # between these the band is drawn
HEADINGS = ("Velocity and diameter",)
LEAST_FALL = 2.0  # m/s; less is no fall to the eye
SAME_LAYERS = 0.5  # that close to this fibre's own they need no words of their own
#: Where words may stand beside their mark, the best place first: px to the right and down, and anchor.
Spot = tuple[float, float, str]
RIGHT: tuple[Spot, ...] = ((11, 5, "start"), (11, -1, "start"), (11, 12, "start"))
LEFT: tuple[Spot, ...] = ((-11, 5, "end"), (-11, -1, "end"), (-11, 12, "end"))
BLOCKED: tuple[Spot, ...] = ((11, -7, "start"), (-11, -7, "end"))
OWN: tuple[Spot, ...] = ((-11, -6, "end"), *RIGHT, *LEFT, (11, 18, "start"))
SLOW: tuple[Spot, ...] = ((-11, 0, "end"), (11, 0, "start"), (-11, -10, "end"), (11, -10, "start"))
THINNER: tuple[Spot, ...] = (*RIGHT, *LEFT, (11, -7, "start"), (-11, -7, "end"))


def plane(result: Race, room: Room, left: float, top: float, width: float) -> Part:
    """The plane; ``top`` is the baseline of the heading."""
    start, end = left + 34, left + width
    x = Scale(0, WIDEST_UM, start, end)
    y = Scale(0, TOP_M_PER_S, top + 34 + HEIGHT, top + 34)
    frame = [panel_title(room, left, top, HEADINGS, width), *_axes(room, x, y, start, end)]
    inside = (start + 2, y(TOP_M_PER_S) - 4, end + 2, y(0) - 2)
    marks = [*_whole(result, x, y), *_fibre(result, x, y)]
    taken = [box_of(mark) for mark in marks if isinstance(mark, Text)]
    marks += _labels(result, x, y, taken, inside)
    return Part(frame, marks, y(0) + 20)


def _axes(room: Room, x: Scale, y: Scale, start: float, end: float) -> list[Mark]:
    *rest, (top, words_on_top) = ticks(VELOCITIES, "m/s")
    return [
        *upright(room, y, rest, start, end),
        rule(start, y(top), end, y(top)),
        Text(start, y(top) - 5, words_on_top, "ink3", room.sizes.tick),
        *across(room, x, ticks(DIAMETERS, "µm")[1:], y(0)),
    ]


def _whole(result: Race, x: Scale, y: Scale) -> list[Mark]:
    """The band of human nerves, the model's whole fibres, those that never had myelin, with the names of two."""
    low, high = result.plane.human_m_per_s_per_um
    near, far = HUMAN_UM
    corners = (near, low), (far, low), (far, high), (near, high)
    band = points_of([x(d) for d, _ in corners], [y(d * slope) for d, slope in corners])
    diameters = result.plane.diameter_um
    whole = points_of(x(diameters), y(result.plane.whole_m_per_s))
    slow = points_of(x(diameters), y([result.unmyelinated_of(one) for one in diameters]))
    return [
        Path(band, fill="grid", closed=True, name="human nerves"),
        *_human(x, y, far, far * (low + high) / 2),
        Path(slow, stroke="ghost", width=style.GHOST_LINE, dash=style.GHOST_DASH, name="never had myelin"),
        Path(whole, stroke="axon", width=style.DATA_LINE, name="whole fibres"),
        Text(x(15), y(101), f"whole sheath, {BODY_C:g}{words.NBSP}°C", "axon_text", anchor="end", halo=True),
    ]


def _human(x: Scale, y: Scale, diameter_um: float, velocity: float) -> list[Mark]:
    """The name of the band at its end, if there is room; the source line names it too."""
    label = Text(x(diameter_um) + 4, y(velocity) + 5, "human", "ink2", name="human nerves in words")
    return [label] if box_of(label)[2] <= x.end_px else []


def _fibre(result: Race, x: Scale, y: Scale) -> list[Mark]:
    """This fibre, and how it falls as its sheath gets thinner, to a cross where the wave dies."""
    here = x(result.fibre.diameter_um)
    velocity = result.velocity_m_per_s if result.conducts else 0.0
    falls = [one if math.isfinite(one) else 0.0 for _, one in result.plane.thinner]
    ends = max(result.full_m_per_s, velocity), min(*falls, velocity)
    marks: list[Mark] = [
        Path(points_of([here, here], [y(end) for end in ends]), stroke="damage", width=2, name="fall"),
        *(
            Dots(((here, y(one)),), "damage", 6, rim_width=1, name="thinner sheath")
            for one in falls
            if one and result.full_m_per_s - one > LEAST_FALL
        ),
    ]
    if not result.conducts:
        return [
            *marks,
            Dots(((here, y(0)),), "damage", 12, "cross", rim_width=0, name="this fibre is blocked"),
        ]
    if not all(falls):
        marks.append(
            Dots(((here, y(0)),), "damage", 9, "cross", rim_width=0, name="thinnest sheath is blocked")
        )
    return [*marks, Dots(((here, y(velocity)),), "axon", 12, name="this fibre")]


def _labels(result: Race, x: Scale, y: Scale, taken: Sequence[Box], inside: Box) -> list[Text]:
    """Words beside the marks, of which those that there is no room for are left out."""
    here, velocity = x(result.fibre.diameter_um), result.velocity_m_per_s if result.conducts else 0.0
    own = [
        Text(
            here,
            y(velocity),
            words.velocity(result.velocity_m_per_s),
            face="semibold",
            name="velocity in words",
        )
    ]
    slow = [
        Text(here, y(0) - 7, said, "ink2", name="never had myelin in words")
        for said in words.unmyelinated(result)
    ]
    thinner = [
        [
            Text(here, y(one if math.isfinite(one) else 0), said, "damage", name="thinner sheath in words")
            for said in words.thinner(layers, one)
        ]
        for layers, one in result.plane.thinner
        if abs(layers - result.layers) > SAME_LAYERS
    ]
    boxes, placed = list(taken), []
    for wordings, spots in [
        (own, OWN if result.conducts else BLOCKED),
        (slow, SLOW),
        *((one, THINNER) for one in thinner),
    ]:
        if label := _free(wordings, spots, boxes, inside):
            boxes.append(box_of(label))
            placed.append(label)
    return placed


def _free(wordings: Sequence[Text], spots: Sequence[Spot], taken: Sequence[Box], inside: Box) -> Text | None:
    """The first wording that has room beside its mark."""
    for label in wordings:
        at = [(label.x + across, label.y + down, anchor) for across, down, anchor in spots]
        if placed := first_free(replace(label, halo=True), at, taken, inside):
            return placed
    return None
