"""Places over months: the wedge of rates, the moment with the front, when muscles stop waiting, and all their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...models.regrowth import DAYS_PER_MONTH
from ...scene import style
from ...scene.labels import Box, box_of, first_free, width_of
from ...scene.layout import Part
from ...scene.marks import Dots, Mark, Path, Text, rule
from ...words.regrowth import MUSCLES, PLACES, faster, grown_words, rate, span
from ..guess import diamond, words
from .frame import MOST_MONTHS, Frame

DOTTED = (2.2, 3.6)  # CSS px on and off, of the line of a hypothesis
HATCH = 9  # px between the lines of the hatched strip
STRIP_ABOVE = 24  # px that the strip runs on above the plot, to its words
LINE = 2.0  # px across that the moment's line takes
LEAST_EDGE = 90  # px that an edge falls, to have its rate beside it
Line = tuple[tuple[float, float], tuple[float, float]]
Spot = tuple[float, float, str]


def draw_plot(frame: Frame, guess_words: str) -> tuple[Part, bool]:
    """Everything in the plot, and whether the dotted line has its name there."""
    result = frame.result
    fast = _line(frame, result.early_days, result.fast_mm_per_day)
    slow = _line(frame, result.late_days, result.slow_mm_per_day)
    chosen = _line(frame, result.start_days, result.rate_mm_per_day)
    sped_up = _line(frame, result.start_days, result.sped_up_mm_per_day)
    marks: list[Mark] = [
        *_muscles(frame),
        Path((*fast, *reversed(slow)), fill="repair_tint", closed=True, name="wedge"),
        Path(fast, stroke="repair", width=1.4, name="fast edge"),
        Path(slow, stroke="repair", width=1.4, name="slow edge"),
        Path(chosen, stroke="repair", width=style.REPAIR_LINE, name="chosen rate"),
    ]
    if result.speed_up:
        marks.append(Path(sped_up, stroke="b12", width=1.8, dash=DOTTED, name="faster"))
    now, taken = _now(frame)
    arrivals = _arrivals(frame, taken)
    guess = _guess(frame, guess_words, taken) if guess_words else []
    grown = _grown(frame, taken)
    names = _edges(frame, fast, slow, taken)
    faster_words = _faster(frame, sped_up, taken) if result.speed_up and not frame.room.narrow else []
    return Part(marks=[*marks, *now, *arrivals, *names, *faster_words, *guess, grown]), bool(faster_words)


def _line(frame: Frame, start_days: float, mm_per_day: float) -> Line:
    """A front from where the axon died back to its target."""
    result = frame.result
    end_days = start_days + result.distance_mm / mm_per_day
    return (
        (frame.day(start_days), frame.place(result.from_mm)),
        (frame.day(end_days), frame.place(frame.limb.path_mm)),
    )


def hatched(
    left: float, top: float, right: float, bottom: float, *, spread: float = HATCH, name: str = ""
) -> Path:
    """A strip of slanting lines."""
    points: list[tuple[float, float] | None] = []
    start = top - (right - left)
    while start < bottom:
        low, high = (
            max(start, top),
            min(start + right - left, bottom),
        )  # falls from the right edge to the left one
        points += [(right - (low - start), low), (right - (high - start), high), None]
        start += spread
    return Path(tuple(points[:-1]), stroke="damage", width=0.8, opacity=0.32, name=name)


def _muscles(frame: Frame) -> list[Mark]:
    """When muscles stop waiting: a hatched strip behind everything that moves, and its meaning above it."""
    low, high = (frame.day(month * DAYS_PER_MONTH) for month in frame.result.muscle_window_months)
    above = 0 if frame.room.narrow else STRIP_ABOVE
    strip = hatched(low, frame.top - above, high, frame.foot, name="muscle window")
    if frame.room.narrow:
        return [strip]
    return [strip, Text(low, frame.top - above - 7, MUSCLES, "damage", halo=True, name="muscles in words")]


def _now(frame: Frame) -> tuple[list[Mark], list[Box]]:
    """The moment and the front at the chosen rate, with what they occupy."""
    x = frame.day(frame.moment_months * DAYS_PER_MONTH)
    _, y = _front(frame)
    said = Text(x, frame.top - 8, f"month\N{NO-BREAK SPACE}{frame.moment_months:.0f}", face="semibold",
                anchor="middle", halo=True, name="now in words")  # fmt: skip
    half = width_of(said) / 2
    middle = min(max(x, frame.left + half), frame.right + 6 - half)
    said = Text(middle, said.y, said.text, face="semibold", anchor="middle", halo=True, name=said.name)
    line = rule(x, frame.top - 4, x, frame.foot, "ink", 1.4, name="now")
    taken = [
        box_of(said),
        (x - 7, y - 7, x + 7, y + 7),
        (x - LINE / 2, frame.top - 4, x + LINE / 2, frame.foot),
    ]
    return [line, Dots(((x, y),), "repair", 13, name="front"), said], taken


def _front(frame: Frame) -> tuple[float, float]:
    """Millimetres grown at the chosen rate, and the height of the front, px."""
    grown = frame.result.grown_mm(frame.moment_months * DAYS_PER_MONTH)[1]
    return grown, frame.place(frame.result.from_mm + grown)


def _inside(frame: Frame) -> Box:
    return frame.left - 1, frame.top - 22, frame.right + 6, frame.foot + 1


def _placed(label: Text, spots: Iterable[Spot], taken: list[Box], inside: Box) -> list[Text]:
    """A label where it is free, which is then taken; nothing where it is not."""
    found = first_free(label, spots, taken, inside)
    if found is None:
        return []
    taken.append(box_of(found))
    return [found]


def _arrivals(frame: Frame, taken: list[Box]) -> list[Text]:
    """When it passes the joint and reaches the end: right of their rows, or on the joint's where there is no room."""
    result, limb, narrow = frame.result, frame.limb, frame.room.narrow
    _, joint, target = PLACES[limb.name]
    marks = []
    for name, place_mm in ((joint, limb.joint_mm), (target, limb.path_mm)):
        left_out = narrow and (name == target or frame.cramped)
        if place_mm <= result.from_mm or left_out:
            continue
        label = Text(frame.room.right, frame.place(place_mm) + 4.5, span(*result.reach_days(place_mm)), face="semibold",
                     anchor="end", halo=True, name=f"arrival at the {name} in words")  # fmt: skip
        if narrow:
            now = frame.day(frame.moment_months * DAYS_PER_MONTH)
            y = frame.place(place_mm) - 6
            found = _placed(label, [(x, y, "end") for x in (frame.right + 4, now - 8)], taken, _inside(frame))
            marks += found
        else:
            marks.append(label)
            taken.append(box_of(label))
    return marks


def _guess(frame: Frame, said: str, taken: list[Box]) -> list[Mark]:
    """The guess on the axis; its words cross the moment's line rather than a label."""
    guess_months = frame.room.guess
    x, y = frame.day.within(guess_months * DAYS_PER_MONTH), frame.foot
    mark = diamond(x, y, shape="right" if guess_months > MOST_MONTHS else "diamond")
    taken.append((x - 7, y - 7, x + 7, y + 7))
    sides = ((9, "start"), (-9, "end"))
    spots = [(x + side, y - 13 - 18 * up, anchor) for up in range(8) for side, anchor in sides]
    return [mark, _placed_in_any_case(words(x, y, said), spots, taken, _inside(frame))]


def _placed_in_any_case(label: Text, spots: list[Spot], taken: list[Box], inside: Box) -> Text:
    """A label where it is free of other labels and of the moment's line, or else of labels alone."""
    labels = [one for one in taken if one[2] - one[0] > LINE]
    found = _placed(label, spots, taken, inside) or _placed(label, spots, labels, inside)
    x = min(max(spots[0][0], inside[0]), inside[2] - width_of(label))
    label = found[0] if found else replace(label, x=x, y=spots[0][1], anchor="start")
    taken.append(box_of(label))
    return label


def _grown(frame: Frame, taken: list[Box]) -> Text:
    """How far it has grown, beside the front, or beside the month; above all where that is cramped."""
    x, month = frame.day(frame.moment_months * DAYS_PER_MONTH), taken[0]
    grown, y = _front(frame)
    sides = ((12, "start"), (-12, "end"))
    near = [(x + side, y + down, anchor) for down in (-8, 18) for side, anchor in sides]
    far = [(x + side, y + down, anchor) for away in range(18, 400, 18) for down in (-8 - away, 18 + away)
           for side, anchor in sides]  # fmt: skip
    beside = [(month[2] + 8, frame.top - 8, "start"), (month[0] - 8, frame.top - 8, "end")]
    *longer, shortest = grown_words(frame.result, grown)
    label = Text(x, y, shortest, "repair", face="semibold", halo=True, name="grown in words")
    if frame.cramped:
        return replace(label, x=frame.room.right, y=frame.head.bottom + 8, anchor="end")
    for said in longer:
        if found := _placed(replace(label, text=said), near, taken, _inside(frame)):
            return found[0]
    spots = [*near, *far, *beside] if grown else [*beside, *near, *far]
    return _placed_in_any_case(label, spots, taken, _inside(frame))


def _along(line: Line, sides: Iterable[tuple[float, str]], parts: Iterable[float]) -> list[Spot]:
    """Spots beside a falling line, at parts of its way."""
    (x0, y0), (x1, y1) = line
    return [
        (x0 + part * (x1 - x0) + dx, y0 + part * (y1 - y0) + 4, anchor)
        for dx, anchor in sides
        for part in parts
    ]


PARTS = (0.62, 0.74, 0.5, 0.84, 0.4, 0.3, 0.92, 0.2)


def _edges(frame: Frame, fast: Line, slow: Line, taken: list[Box]) -> list[Text]:
    """The published rates beside their edges, where there is room and the moment does not cross them."""
    if fast[1][1] - fast[0][1] < LEAST_EDGE:
        return []
    left, _, right, bottom = _inside(frame)
    inside = (left + 6, frame.top, right, bottom)
    result = frame.result
    ends = (
        (slow, result.slow_mm_per_day, (9, "start"), "slow edge in words"),
        (fast, result.fast_mm_per_day, (-9, "end"), "fast edge in words"),
    )
    marks: list[Text] = []
    for line, mm_per_day, side, name in ends:
        label = Text(0, 0, rate(mm_per_day), "ink2", halo=True, name=name)
        marks += _placed(label, _along(line, (side,), PARTS), taken, inside)
    return marks


def _faster(frame: Frame, line: Line, taken: list[Box]) -> list[Text]:
    """The speed-up beside its dotted line, where there is room."""
    if line[1][1] - line[0][1] < LEAST_EDGE:
        return []
    label = Text(0, 0, faster(frame.result), "b12", face="semibold", halo=True, name="faster in words")
    left, _, right, bottom = _inside(frame)
    sides = ((-8, "end"), (8, "start"))
    return _placed(label, _along(line, sides, PARTS), taken, (left + 6, frame.top, right, bottom))
