"""The fibre around one node, to scale: axon, sheath and node."""

from __future__ import annotations

from ...models.race import Race
from ...scene import style
from ...scene.layout import Part
from ...scene.marks import Mark, Path, Text
from ...scene.text import first_fitting, text_width
from ...words import race as words

HEIGHT, WIDEST_UM = 132, 16.0
PX_PER_UM = HEIGHT / WIDEST_UM  # one scale for every diameter, across and along
MOST_TAPER_UM = 8.0  # of the stretch behind the paranode, which is longer than the drawing
ROOM_FOR_WORDS = 20  # px across the axon
LEAST_UM = 0.03  # a thinner sheath is no more than its outline
HEADINGS = ("One node, true proportions", "One node, to scale")


def sheath(result: Race, left: float, top: float, width: float) -> Part:
    """A fibre cut lengthwise at a node; ``top`` is the baseline of the heading."""
    middle, centre = top + 34 + HEIGHT / 2, left + width / 2
    said = first_fitting(HEADINGS, width, 14, "semibold")[0]
    frame = [Text(left, top, said, size=14, face="semibold")]
    marks = [*_axon(result, left, middle, centre), *_walls(result, left, middle, centre)]
    marks += _nodes(result, middle, centre)
    below = middle + HEIGHT / 2
    lines = (words.node(result), "ink", below + 18), (words.next_node(result), "ink3", below + 36)
    marks += [
        Text(centre, y, first_fitting(wordings, width, 13.5)[0], role, anchor="middle")
        for wordings, role, y in lines
    ]
    thick = first_fitting(words.sheath(result), width, 13.5)[0]
    marks.append(Text(left + width, top + 20, thick, "ink2", anchor="end", name="sheath in words"))
    axon = words.axon(result)
    fits = (
        result.axon_um * PX_PER_UM >= ROOM_FOR_WORDS and text_width(axon, 13.5, "semibold") < width / 2 - 20
    )
    outside = (result.axon_um / 2 + result.sheath_um) * PX_PER_UM + 20
    y = middle + (5 if fits else min(outside, HEIGHT / 2 - 4))
    marks.append(Text(left + 10, y, axon, "axon_text", face="semibold", name="axon in words"))
    return Part(frame, marks, below + 36)


def _profile(result: Race, left: float, centre: float) -> list[tuple[float, float]]:
    """Half the axon's outline from the left edge to the node: x, and distance from the middle, px."""
    axon, node = result.axon_um / 2 * PX_PER_UM, result.node_um / 2 * PX_PER_UM
    gap = result.node_length_um / 2 * PX_PER_UM
    paranode = gap + result.paranode_um * PX_PER_UM
    taper = min(paranode + min(result.taper_um, MOST_TAPER_UM) * PX_PER_UM, centre - left)
    return [(left, axon), (centre - taper, axon), (centre - paranode, node), (centre - gap, node)]


def _axon(result: Race, left: float, middle: float, centre: float) -> list[Mark]:
    profile = _profile(result, left, centre)
    both = profile + [(2 * centre - x, half) for x, half in reversed(profile)]
    upper, lower = [(x, middle - half) for x, half in both], [(x, middle + half) for x, half in both]
    return [Path((*upper, *lower[::-1]), fill="axon_tint", closed=True, name="axon")]


def _walls(result: Race, left: float, middle: float, centre: float) -> list[Mark]:
    """Sheath and membrane, each four times: above and below, on either side of the node."""
    inner = _profile(result, left, centre)
    usual = (result.fibre.sizes.outer_um - result.fibre.sizes.axon_um) / 2
    thinned = result.axon_um + 2 * result.sheath_um < result.fibre.sizes.outer_um - LEAST_UM
    marks: list[Mark] = []
    for up in (-1, 1):
        for side in (1, -1):
            wall, outer, whole = (
                tuple((centre + side * (x - centre), middle + up * half) for x, half in points)
                for points in (inner, _outside(inner, result.sheath_um), _outside(inner, usual))
            )
            if thinned:
                ghost = {"stroke": "ghost", "width": style.GHOST_LINE, "dash": style.GHOST_DASH}
                marks.append(Path(whole, **ghost, name="whole sheath"))
            if result.sheath_um > LEAST_UM:
                marks.append(Path(wall + outer[::-1], fill="myelin", closed=True, name="sheath"))
                marks.append(Path(outer, stroke="myelin_line", width=1.4, name="sheath outline"))
            marks.append(Path(wall, stroke="axon", width=1.4, name="membrane"))
    return marks


def _outside(inner: list[tuple[float, float]], thick_um: float) -> list[tuple[float, float]]:
    """The outer edge of a sheath on an axon's outline; at the node it closes."""
    *covered, edge = inner
    return [*((x, half + thick_um * PX_PER_UM) for x, half in covered), edge]


def _nodes(result: Race, middle: float, centre: float) -> list[Mark]:
    """The node's membrane, above and below."""
    half, node = result.node_length_um / 2 * PX_PER_UM, result.node_um / 2 * PX_PER_UM
    return [
        Path(((centre - half, middle + up * node), (centre + half, middle + up * node)), stroke="spike", width=5,
             name="node membrane")
        for up in (-1, 1)
    ]  # fmt: skip
