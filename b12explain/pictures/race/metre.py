"""One metre: where each signal is when the first arrives, how long each takes, and how many times sooner it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from ...models.race import Race
from ...scene.axes import across, ticks
from ...scene.labels import Box, box_of, first_free, meet, width_of
from ...scene.layout import Part, Room, panel_title
from ...scene.marks import Dots, Mark, Text, rule
from ...scene.scale import Scale
from ...scene.text import first_fitting, text_width
from ...words import race as words
from .. import guess as you
from .runners import LANES, Runner, lane_ends, runners

HEADINGS = ("One metre, as the first signal arrives", "One metre, as the first arrives", "One metre")
TAKES = "a metre takes"
RULER_HEADINGS = (
    "How many times sooner than on the thin fibre",
    "Times sooner than the thin one",
    "Times sooner",
)
THAN = "than on the thin fibre"
STEP = {True: 56, False: 34}  # px from lane to lane, by whether the room is narrow
SOONER = (1.0, 10.0, 100.0, 1_000.0, 10_000.0, 100_000.0)
ROOM_FOR_ALL = 330  # px of ruler, from which on each decade has its number
WHAT = "a metre"


def metre(result: Race, room: Room, top: float) -> Part:
    """Lanes and ruler; ``top`` is the baseline of the heading."""
    start, end = lane_ends(room)
    first = top + (42 if room.narrow else 30)
    ys = [first + STEP[room.narrow] * lane for lane in range(LANES)]
    takes = Text(room.right, top, TAKES, "ink2", anchor="end")
    beside = width_of(takes) + 14
    fits = text_width(HEADINGS[-1], 14, "semibold") <= room.inner - beside
    under = ys[-1] + (40 if room.narrow else 23)
    frame = [
        panel_title(room, room.left, top, HEADINGS, room.inner - beside),
        *([takes] if fits else []),
        *(rule(start, y, end, y, width=4) for y in ys),
        Text(start, under, "toe", "ink3", room.sizes.tick),
        Text(end, under, f"spine, 1{words.NBSP}m", "ink3", room.sizes.tick, anchor="end"),
    ]
    fastest = max(one.velocity_m_per_s for one in runners(result) if one.goes)
    marks = [
        mark
        for one, y in zip(runners(result), ys, strict=True)
        for mark in _lane(result, room, one, y, fastest)
    ]
    ruler = _ruler(result, room, under + 36)
    return Part([*frame, *ruler.frame], [*marks, *ruler.marks], ruler.bottom)


def _lane(result: Race, room: Room, one: Runner, y: float, fastest: float) -> list[Mark]:
    """A fibre's name, how far its signal is, and how long a metre takes it."""
    start, end = lane_ends(room)
    share = one.velocity_m_per_s / fastest if one.goes else 0.0
    below = y + (20 if room.narrow else 4.5)
    time = Text(
        room.right, below, words.metre(result, one.velocity_m_per_s), face="semibold", anchor="end",
        name=f"{one.key}: time",
    )  # fmt: skip
    marks = [
        *one.draw(start, end, y, share, 13, WHAT),
        one.called(room.left, y - 11 if room.narrow else y + 4.5, start - room.left or room.inner, WHAT),
        time,
    ]
    if one.goes and share < 1:
        marks.append(_gone(room, one, start + share * (end - start), y, share, width_of(time)))
    return marks


def _gone(room: Room, one: Runner, x: float, y: float, share: float, time_width: float) -> Text:
    """How far it is: in the lane behind its signal, or where the room is narrow, or used up, beside the lane."""
    start, end = lane_ends(room)
    name, said = f"{one.key}: gone", words.gone(share)
    if room.narrow:
        words_here = first_fitting(said, end - start - time_width - 14, 13.5)[0]
        return Text(start, y + 20, words_here, "ink2", name=name)
    fitting = [text for text in said if x + 14 + text_width(text, 13.5) <= end]
    if fitting:
        return Text(x + 14, y + 4.5, fitting[0], "ink2", halo=True, name=name)
    return Text(x - 10, y - 7, said[0], "ink2", anchor="end", halo=True, name=name)


def _ruler(result: Race, room: Room, top: float) -> Part:
    """A log ruler of how many times sooner, with the answer and the reader's guess."""
    start, end = lane_ends(room)
    heading: list[Mark] = [panel_title(room, room.left, top, RULER_HEADINGS, room.inner)]
    if not room.narrow:
        heading = [Text(room.left, top, RULER_HEADINGS[-1], size=14, face="semibold"),
                   Text(room.left, top + 18, THAN, "ink2")]  # fmt: skip
    y = top + (40 if room.narrow else 12)
    x = Scale(SOONER[0], SOONER[-1], start + 8, end - (24 if room.narrow else 8), log=True)
    shown = SOONER if end - start >= ROOM_FOR_ALL else SOONER[::2]
    frame = [
        *heading,
        rule(start, y, end, y, "axis", 1.2),
        *(rule(x(tick), y - 4, x(tick), y + 4, "axis") for tick in SOONER),
        *across(room, x, ticks(shown), y + 5),
    ]
    return Part(frame, _on_ruler(result, room, x, y), y + 24)


def _on_ruler(result: Race, room: Room, x: Scale, y: float) -> list[Mark]:
    """The answer and the guess, each with words above that keep apart."""
    if result.conducts:
        here = x.within(result.ratio)
        marks: list[Mark] = [Dots(((here, y),), "axon", 12, name="times sooner")]
        wordings = [
            words.sooner(result.ratio),
            *([words.times_sign(result.ratio)] if result.ratio >= 1 else []),
        ]
        answer = Text(here, y - 14, wordings[0], face="semibold", name="times sooner in words")
    else:
        marks, wordings = [], ["this one never arrives"]
        answer = Text(x.start_px, y - 14, wordings[0], "damage", name="never arrives")
    labels = [answer]
    if room.guess is not None:
        guess = x.within(room.guess)
        marks.append(you.diamond(guess, y))
        labels.append(you.words(guess, y - 14, words.guessed(room.guess)))
    inside = (*lane_ends(room), y)
    for said in wordings:
        labels[0] = replace(labels[0], text=said)
        if placed := _placed(labels, inside):
            return [*marks, *placed]
    return [*marks, *(_placed(labels, inside, anywhere=True) or labels[:1])]


def _around(label: Text) -> Box:
    """A label's box with a gap on either side."""
    left, top, right, bottom = box_of(label)
    return left - 3, top, right + 3, bottom


def _placed(
    labels: Sequence[Text], inside: tuple[float, float, float], anywhere: bool = False
) -> list[Text] | None:
    """Labels over their marks that keep apart, or anywhere on the line; None where they have no room."""
    left, right, bottom = inside
    choices = []
    for label in labels:
        x, y = label.x, label.y
        spots = [
            (x, y, "middle"),
            *((x + off, y, "start") for off in (-7, 0, 6)),
            *((x - off, y, "end") for off in (-7, 0, 6)),
        ]
        if anywhere or len(labels) == 1:
            spots += [(left, y, "start"), (right, y, "end")]
        alone = (first_free(label, [spot], (), (left, bottom - 40, right, bottom)) for spot in spots)
        choices.append([one for one in alone if one is not None])
    for together in product(*choices):
        if len(together) == 1 or not meet(_around(together[0]), _around(together[1])):
            return list(together)
    return None
