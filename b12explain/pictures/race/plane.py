"""Velocity against diameter: whole fibres, the human band, the reader's own fibre, and its fall with the sheath."""

from __future__ import annotations

import math

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
LEAST_FALL = 2.0  # m/s; less is no fall to the eye
SAME_LAYERS = 0.5  # that close to this fibre's own they need no words of their own
#: Where words may stand beside their mark, the best place first: px to the right and down, and anchor.
Spots = tuple[tuple[float, float, str], ...]
BESIDE: Spots = (
    *((11, down, "start") for down in (5, -1, 12)),
    *((-11, down, "end") for down in (5, -1, 12)),
)
BLOCKED: Spots = ((11, -7, "start"), (-11, -7, "end"))
OWN: Spots = ((-11, -6, "end"), *BESIDE, (11, 18, "start"))
SLOW: Spots = ((-11, 0, "end"), (11, 0, "start"), (-11, -10, "end"), (11, -10, "start"))


def plane(result: Race, room: Room, left: float, top: float, width: float) -> Part:
    """The plane; ``top`` is the baseline of the heading."""
    start, end = left + 34, left + width
    x = Scale(0, WIDEST_UM, start, end)
    y = Scale(0, TOP_M_PER_S, top + 34 + HEIGHT, top + 34)
    *rest, (most, words_on_top) = ticks(VELOCITIES, "m/s")
    frame = [
        panel_title(room, left, top, "Velocity and diameter", width),
        *upright(room, y, rest, start, end),
        rule(start, y(most), end, y(most)),
        Text(start, y(most) - 5, words_on_top, "ink3", room.sizes.tick),
        *across(room, x, ticks(DIAMETERS, "µm")[1:], y(0)),
    ]
    marks = [*_whole(result, x, y), *_fibre(result, x, y)]
    taken = [box_of(mark) for mark in marks if isinstance(mark, Text)]
    marks += _labels(result, x, y, taken, (start + 2, y(most) - 4, end + 2, y(0) - 2))
    return Part(frame, marks, y(0) + 20)


def _whole(result: Race, x: Scale, y: Scale) -> list[Mark]:
    """The band of human nerves, the model's whole fibres, those that never had myelin, with the names of two."""
    (low, high), (near, far) = result.plane.human_m_per_s_per_um, HUMAN_UM
    corners = (near, low), (far, low), (far, high), (near, high)
    diameters = result.plane.diameter_um
    across = x(diameters)
    human = Text(x(far) + 4, y(far * (low + high) / 2) + 5, "human", "ink2", name="human nerves in words")
    never = points_of(across, y([result.unmyelinated_of(one) for one in diameters]))
    whole = points_of(across, y(result.plane.whole_m_per_s))
    return [
        Path(
            tuple((x(d), y(d * slope)) for d, slope in corners), fill="grid", closed=True, name="human nerves"
        ),
        *[human][: box_of(human)[2] <= x.end_px],  # the source line names it too
        Path(never, stroke="ghost", width=style.GHOST_LINE, dash=style.GHOST_DASH, name="never had myelin"),
        Path(whole, stroke="axon", width=style.DATA_LINE, name="whole fibres"),
        Text(x(15), y(101), f"whole sheath, {BODY_C:g}{words.NBSP}°C", "axon_text", anchor="end", halo=True),
    ]


def _going(velocity_m_per_s: float) -> float:
    """A velocity on the plane, where the wave dies none."""
    return velocity_m_per_s if math.isfinite(velocity_m_per_s) else 0.0


def _fibre(result: Race, x: Scale, y: Scale) -> list[Mark]:
    """This fibre, and how it falls as its sheath gets thinner, to a cross where the wave dies."""
    here, full, velocity = x(result.fibre.diameter_um), result.full_m_per_s, _going(result.velocity_m_per_s)
    falls = [_going(one) for _, one in result.plane.thinner]
    ends = (here, y(max(full, velocity))), (here, y(min(*falls, velocity)))
    seen = [one for one in falls if one and full - one > LEAST_FALL]
    cross = {"role": "damage", "shape": "cross", "rim_width": 0}
    marks: list[Mark] = [
        Path(ends, stroke="damage", width=2, name="fall"),
        *(Dots(((here, y(one)),), "damage", 6, rim_width=1, name="thinner sheath") for one in seen),
    ]
    if not result.conducts:
        return [*marks, Dots(((here, y(0)),), size=12, **cross, name="this fibre is blocked")]
    if not all(falls):
        marks.append(Dots(((here, y(0)),), **cross, name="thinnest sheath is blocked"))
    return [*marks, Dots(((here, y(velocity)),), "axon", 12, name="this fibre")]


def _labels(result: Race, x: Scale, y: Scale, taken: list[Box], inside: Box) -> list[Text]:
    """Words beside the marks, of which those that there is no room for are left out."""
    here, own = x(result.fibre.diameter_um), result.velocity_m_per_s
    thinner = [
        ("thinner sheath", words.thinner(layers, one), "damage", y(_going(one)), (*BESIDE, *BLOCKED))
        for layers, one in result.plane.thinner
        if abs(layers - result.layers) > SAME_LAYERS
    ]
    placed: list[Text] = []
    for name, wordings, role, level, spots in [
        ("velocity", [words.velocity(own)], "ink", y(_going(own)), OWN if result.conducts else BLOCKED),
        ("never had myelin", words.unmyelinated(result), "ink2", y(0) - 7, SLOW),
        *thinner,
    ]:
        face = "semibold" if name == "velocity" else "regular"
        labels = (Text(0, 0, said, role, face=face, halo=True, name=f"{name} in words") for said in wordings)
        at = [(here + right, level + down, anchor) for right, down, anchor in spots]
        if label := first_free(labels, at, [*taken, *map(box_of, placed)], inside):
            placed.append(label)
    return placed
