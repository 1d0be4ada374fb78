"""The fibre around one node, to scale: axon, sheath and node."""

from __future__ import annotations

from itertools import product

from ...models.race import Race
from ...scene import style
from ...scene.layout import Part, Room, panel_title
from ...scene.marks import Mark, Path, Text
from ...scene.text import first_fitting, text_width
from ...words import race as words

HEIGHT, WIDEST_UM = 132, 16.0
PX_PER_UM = HEIGHT / WIDEST_UM  # one scale for every diameter, across and along
MOST_TAPER_UM = 8.0  # of the stretch behind the paranode, which is longer than the drawing
ROOM_FOR_WORDS = 20  # px across the axon
LEAST_UM = 0.03  # a thinner sheath is no more than its outline
GHOST = {"stroke": "ghost", "width": style.GHOST_LINE, "dash": style.GHOST_DASH}
HEADINGS = ("One node, true proportions", "One node, to scale")
Outline = list[tuple[float, float]]


def sheath(result: Race, room: Room, left: float, top: float, width: float) -> Part:
    """A fibre cut lengthwise at a node; ``top`` is the baseline of the heading."""
    middle, centre, right = top + 34 + HEIGHT / 2, left + width / 2, left + width
    thick = first_fitting(words.sheath(result), width, 13.5)[0]
    said = words.axon(result)
    half = result.axon_um / 2 * PX_PER_UM
    inside = 2 * half >= ROOM_FOR_WORDS and text_width(said, 13.5, "semibold") < width / 2 - 20
    y = middle + (5 if inside else min(half + result.sheath_um * PX_PER_UM + 20, HEIGHT / 2 - 4))
    node, away = (
        first_fitting(wordings, width, 13.5)[0] for wordings in (words.node(result), words.next_node(result))
    )
    below = middle + HEIGHT / 2 + 18
    marks = [
        *_fibre(result, left, middle, centre),
        Text(centre, below, node, anchor="middle"),
        Text(centre, below + 18, away, "ink3", anchor="middle"),
        Text(right, top + 20, thick, "ink2", anchor="end", name="sheath in words"),
        Text(left + 10, y, said, "axon_text", face="semibold", name="axon in words"),
    ]
    return Part(
        [panel_title(room, left, top, HEADINGS, width)],
        marks,
        below + 18,
    )


def _profile(result: Race, length: float) -> Outline:
    """Half the axon's outline from the left edge to the node: distance from the node, and from the axis, px."""
    axon, node = result.axon_um / 2 * PX_PER_UM, result.node_um / 2 * PX_PER_UM
    gap = result.node_length_um / 2 * PX_PER_UM
    paranode = gap + result.paranode_um * PX_PER_UM
    taper = min(paranode + min(result.taper_um, MOST_TAPER_UM) * PX_PER_UM, length)
    return [(length, axon), (taper, axon), (paranode, node), (gap, node)]


def _outside(inner: Outline, thick_um: float) -> Outline:
    """The outer edge of a sheath on an axon's outline; at the node it closes."""
    return [*((away, half + thick_um * PX_PER_UM) for away, half in inner[:-1]), inner[-1]]


def _fibre(result: Race, left: float, middle: float, centre: float) -> list[Mark]:
    """The axon; sheath and membrane, above and below, on either side of the node; and the node's membrane."""
    inner, sizes = _profile(result, centre - left), result.fibre.sizes
    outer, whole = (
        _outside(inner, thick) for thick in (result.sheath_um, (sizes.outer_um - sizes.axon_um) / 2)
    )
    thinned = result.axon_um + 2 * result.sheath_um < sizes.outer_um - LEAST_UM

    def at(outline: Outline, side: int, up: int) -> tuple[tuple[float, float], ...]:
        return tuple((centre + side * away, middle + up * half) for away, half in outline)

    upper, lower = (at(inner, -1, up) + at(inner, 1, up)[::-1] for up in (-1, 1))
    marks: list[Mark] = [Path(upper + lower[::-1], fill="axon_tint", closed=True, name="axon")]
    for up, side in product((-1, 1), (-1, 1)):
        wall, edge = at(inner, side, up), at(outer, side, up)
        if thinned:
            marks.append(Path(at(whole, side, up), **GHOST, name="whole sheath"))
        if result.sheath_um > LEAST_UM:
            marks.append(Path(wall + edge[::-1], fill="myelin", closed=True, name="sheath"))
            marks.append(Path(edge, stroke="myelin_line", width=1.4, name="sheath outline"))
        marks.append(Path(wall, stroke="axon", width=1.4, name="membrane"))
    nodes = ((at(inner, -1, up)[-1], at(inner, 1, up)[-1]) for up in (-1, 1))
    return [*marks, *(Path(ends, stroke="spike", width=5, name="node membrane") for ends in nodes)]
