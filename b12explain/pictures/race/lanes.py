"""Three lanes from toe to spine: one metre as the first signal arrives, and its first 40 mm, slowed down."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ...models.race import STRETCH_MM, Race
from ...scene.labels import width_of
from ...scene.layout import Part, Room, panel_title
from ...scene.marks import Dots, Mark, Path, Text, rule
from ...scene.text import first_fitting, text_width
from ...words import race as words

NAMES_WIDE, TIMES_WIDE = 176, 104  # px of the columns beside lanes that have room for them
METRE = ("One metre, as the first signal arrives", "One metre, as the first arrives", "One metre")
FIRST = f"The first {STRETCH_MM:g}{words.NBSP}mm"
FIRST_MM = (f"{FIRST}, slowed down", FIRST, f"{STRETCH_MM:g}{words.NBSP}mm")


@dataclass(frozen=True)
class Runner:
    """A fibre: what its marks and itself are called, its velocity (NaN where the wave dies), the role of its run."""

    key: str
    names: tuple[str, ...]
    velocity_m_per_s: float
    role: str

    @property
    def goes(self) -> bool:
        """Whether it gets anywhere."""
        return math.isfinite(self.velocity_m_per_s)


def runners(result: Race) -> tuple[Runner, ...]:
    """This fibre, one as wide that never had myelin, and the thin one."""
    mine, wide, thin = words.names(result)
    return (
        Runner("this fibre", mine, result.velocity_m_per_s, "axon"),
        Runner("as wide, unmyelinated", wide, result.unmyelinated_m_per_s, "ghost"),
        Runner("thin, unmyelinated", thin, result.thin_m_per_s, "ghost"),
    )


def lane_ends(room: Room) -> tuple[float, float]:
    """Left and right end of lanes, px."""
    return (room.left, room.right) if room.narrow else (room.left + NAMES_WIDE, room.right - TIMES_WIDE)


def metre(result: Race, room: Room, top: float) -> Part:
    """One metre, with how long it takes each; ``top`` is the baseline of the heading."""
    start, end = lane_ends(room)
    first, step, under = (42, 56, 40) if room.narrow else (30, 34, 23)
    ys = [top + first + step * lane for lane in range(3)]
    takes = Text(room.right, top, "a metre takes", "ink2", anchor="end")
    beside = room.inner - width_of(takes) - 14
    frame = [
        panel_title(room, room.left, top, METRE, beside),
        *[takes][: text_width(METRE[-1], 14, "semibold") <= beside],
        *(rule(start, y, end, y, width=4) for y in ys),
        Text(start, ys[-1] + under, "toe", "ink3", room.sizes.tick),
        Text(end, ys[-1] + under, f"spine, 1{words.NBSP}m", "ink3", room.sizes.tick, anchor="end"),
    ]
    fibres, marks = runners(result), []
    fastest = max(one.velocity_m_per_s for one in fibres if one.goes)
    for one, y in zip(fibres, ys, strict=True):
        share = one.velocity_m_per_s / fastest
        takes = Text(room.right, y + (20 if room.narrow else 4.5), words.metre(result, one.velocity_m_per_s),
                     face="semibold", anchor="end", name=f"{one.key}: time")  # fmt: skip
        marks += [*_lane(room, one, y, share, 13, "a metre"), takes]
        if share < 1:
            marks.append(_gone(room, one, y, share, width_of(takes)))
    return Part(frame, marks, ys[-1] + under)


def _gone(room: Room, one: Runner, y: float, share: float, time_width: float) -> Text:
    """How far it is: in the lane behind its signal, or where the room is narrow, or used up, beside the lane."""
    start, end = lane_ends(room)
    x, said, about = start + share * (end - start), words.gone(share), {"name": f"{one.key}: gone"}
    if room.narrow:
        fitting = first_fitting(said, end - start - time_width - 14, 13.5)[0]
        return Text(start, y + 20, fitting, "ink2", **about)
    for text in said:
        if x + 14 + text_width(text, 13.5) <= end:
            return Text(x + 14, y + 4.5, text, "ink2", halo=True, **about)
    return Text(x - 10, y - 7, said[0], "ink2", anchor="end", halo=True, **about)


def first_mm(result: Race, room: Room, top: float, moment_ms: float) -> Part:
    """The first 40 mm at one moment; ``top`` is the baseline of the heading."""
    start, end = lane_ends(room)
    first, step, inner = (42, 40, room.inner) if room.narrow else (26, 26, end - room.left)
    ys = [top + first + step * lane for lane in range(3)]
    marks: list[Mark] = [Text(end, top, words.now(moment_ms), face="semibold", anchor="end", name="now")]
    for one, y in zip(runners(result), ys, strict=True):
        share = min(1.0, one.velocity_m_per_s * moment_ms / STRETCH_MM)  # m/s × ms is mm
        marks += _lane(room, one, y, share, 11, "first mm")
    lanes = (rule(start, y, end, y, width=4) for y in ys)
    return Part([panel_title(room, room.left, top, FIRST_MM, inner - 100), *lanes], marks, ys[-1])


def _lane(room: Room, one: Runner, y: float, share: float, size: float, what: str) -> list[Mark]:
    """What a fibre has run of its lane, its signal or a cross where it dies, and its name."""
    start, end = lane_ends(room)
    x, face = start + share * (end - start), "semibold" if one.role == "axon" else "regular"
    said = first_fitting(one.names, start - room.left or room.inner, 13.5)[0]
    name = Text(
        room.left, y - 11 if room.narrow else y + 4.5, said, face=face, name=f"{one.key}: name, {what}"
    )
    if not one.goes:
        return [Dots(((start + 6, y),), "damage", 12, "cross", rim_width=0, name=f"{one.key}: dies"), name]
    run = Path(((start, y), (x, y)), stroke=one.role, width=5, name=f"{one.key}: run, {what}")
    return [run, Dots(((x, y),), "spike", size, name=f"{one.key}: signal, {what}"), name]
