"""Places over months: the wedge of rates, the moment with the front, when muscles stop waiting, and all their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...models.regrowth import DAYS_PER_MONTH
from ...scene import style
from ...scene.labels import Box, box_of, first_free, width_of
from ...scene.layout import Part
from ...scene.marks import Dots, Mark, Path, Text, rule
from ...scene.text import text_width
from ...words.regrowth import MUSCLES, PLACES, edge_rate, faster, grown_words, guessed, span
from ..guess import diamond, words
from .frame import MOST_MONTHS, Frame

DOTTED = (2.2, 3.6)  # CSS px on and off, of the line of a hypothesis
HATCH = 9  # px between the lines of the hatched strip
STRIP_ABOVE = 24  # px that the strip runs on above the plot, to its words
LINE = 2.0  # px across that the moment's line takes
LEAST_EDGE = 90  # px that an edge falls, to have its rate beside it
PARTS = (0.62, 0.74, 0.5, 0.84, 0.4, 0.3, 0.92, 0.2)  # of the way along a line, where its name may be
Line = tuple[tuple[float, float], tuple[float, float]]
Spot = tuple[float, float, str]


def draw_plot(frame: Frame) -> Part:
    """Everything in the plot. What is more important finds its place first: names that are put keep others off."""
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
    arrivals, guess, grown = _arrivals(frame, taken), _guess(frame, taken), _grown(frame, taken)
    names = _names(frame, fast, slow, sped_up, taken)
    return Part(marks=[*marks, *now, *arrivals, *names, *guess, grown])


def _line(frame: Frame, start_days: float, mm_per_day: float) -> Line:
    """A front from where the axon died back to its target."""
    result, end_days = frame.result, start_days + frame.result.distance_mm / mm_per_day
    return (frame.day(start_days), frame.place(result.from_mm)), (frame.day(end_days), frame.foot)


def hatched(
    left: float, top: float, right: float, bottom: float, *, spread: float = HATCH, name: str = ""
) -> Path:
    """A strip of lines that fall from its right edge to its left one."""
    points: list[tuple[float, float] | None] = []
    start = top - (right - left)
    while start < bottom:
        low, high = max(start, top), min(start + right - left, bottom)
        points += [(right - (low - start), low), (right - (high - start), high), None]
        start += spread
    return Path(tuple(points[:-1]), stroke="damage", width=0.8, opacity=0.32, name=name)


def _muscles(frame: Frame) -> list[Mark]:
    """When muscles stop waiting: a hatched strip behind everything that moves, and its meaning above it."""
    low, high = (frame.day(month * DAYS_PER_MONTH) for month in frame.result.muscle_window_months)
    top = frame.top - (0 if frame.room.narrow else STRIP_ABOVE)
    strip = hatched(low, top, high, frame.foot, name="muscle window")
    said = Text(low, top - 7, MUSCLES, "damage", halo=True, name="muscles in words")
    return [strip] if frame.room.narrow else [strip, said]


def _now(frame: Frame) -> tuple[list[Mark], list[Box]]:
    """The moment and the front at the chosen rate, with what they occupy: first the month's name."""
    x, (_, y) = frame.day(frame.moment_days), _front(frame)
    month = f"month\N{NO-BREAK SPACE}{frame.moment_days / DAYS_PER_MONTH:.0f}"
    half = text_width(month, 13.5, "semibold") / 2
    middle = min(max(x, frame.left + half), frame.right + 6 - half)
    said = Text(
        middle, frame.top - 8, month, face="semibold", anchor="middle", halo=True, name="now in words"
    )
    line = rule(x, frame.top - 4, x, frame.foot, "ink", 1.4, name="now")
    strip = (x - LINE / 2, frame.top - 4, x + LINE / 2, frame.foot)
    taken = [box_of(said), (x - 7, y - 7, x + 7, y + 7), strip]
    return [line, Dots(((x, y),), "repair", 13, name="front"), said], taken


def _front(frame: Frame) -> tuple[float, float]:
    """Millimetres grown at the chosen rate, and the height of the front, px."""
    grown = frame.result.grown_mm(frame.moment_days)[1]
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


def _placed_in_any_case(label: Text, spots: list[Spot], taken: list[Box], inside: Box) -> Text:
    """A label where it is free of other labels and of the moment's line, or else of labels alone."""
    labels = [one for one in taken if one[2] - one[0] > LINE]
    found = _placed(label, spots, taken, inside) or _placed(label, spots, labels, inside)
    x = min(max(spots[0][0], inside[0]), inside[2] - width_of(label))
    label = found[0] if found else replace(label, x=x, y=spots[0][1], anchor="start")
    taken.append(box_of(label))
    return label


def _arrivals(frame: Frame, taken: list[Box]) -> list[Text]:
    """When it passes the joint and reaches the end: right of their rows, or on the joint's where there is no room."""
    result, limb, narrow = frame.result, frame.limb, frame.room.narrow
    _, joint, target = PLACES[limb.name]
    marks: list[Text] = []
    for name, place_mm in ((joint, limb.joint_mm), (target, limb.path_mm)):
        if place_mm <= result.from_mm or (narrow and (name == target or frame.cramped)):
            continue
        y, when = frame.place(place_mm), span(*result.reach_days(place_mm))
        label = Text(frame.room.right, y + 4.5, when, face="semibold", anchor="end", halo=True,
                     name=f"arrival at the {name} in words")  # fmt: skip
        if narrow:
            spots = [(x, y - 6, "end") for x in (frame.right + 4, frame.day(frame.moment_days) - 8)]
            marks += _placed(label, spots, taken, _inside(frame))
        else:
            marks.append(label)
            taken.append(box_of(label))
    return marks


def _guess(frame: Frame, taken: list[Box]) -> list[Mark]:
    """The guess on the axis; its words cross the moment's line rather than a label."""
    guess_months = frame.room.guess
    if guess_months is None:
        return []
    x, y = frame.day.within(guess_months * DAYS_PER_MONTH), frame.foot
    mark = diamond(x, y, shape="right" if guess_months > MOST_MONTHS else "diamond")
    taken.append((x - 7, y - 7, x + 7, y + 7))
    sides = ((9, "start"), (-9, "end"))
    spots = [(x + side, y - 13 - 18 * up, anchor) for up in range(8) for side, anchor in sides]
    wordings = [words(x, y, said) for said in guessed(guess_months, MOST_MONTHS)]
    left, _, right, _ = _inside(frame)
    label = next((one for one in wordings if width_of(one) < right - left), wordings[-1])
    return [mark, _placed_in_any_case(label, spots, taken, _inside(frame))]


def _grown(frame: Frame, taken: list[Box]) -> Text:
    """How far it has grown, beside the front, or beside the month; above all where that is cramped."""
    x, (left, _, right, _) = frame.day(frame.moment_days), taken[0]
    grown, y = _front(frame)
    *longer, shortest = grown_words(frame.result, grown)
    label = Text(x, y, shortest, "repair", face="semibold", halo=True, name="grown in words")
    if frame.cramped:
        return replace(label, x=frame.room.right, y=frame.head.bottom + 8, anchor="end")
    around = [(x + side, y + down, anchor) for away in range(0, 400, 18) for down in (-8 - away, 18 + away)
              for side, anchor in ((12, "start"), (-12, "end"))]  # fmt: skip
    for said in longer:
        if found := _placed(replace(label, text=said), around[:4], taken, _inside(frame)):
            return found[0]
    beside = [(right + 8, frame.top - 8, "start"), (left - 8, frame.top - 8, "end")]
    spots = [*around, *beside] if grown else [*beside, *around]
    return _placed_in_any_case(label, spots, taken, _inside(frame))


def _names(frame: Frame, fast: Line, slow: Line, sped_up: Line, taken: list[Box]) -> list[Text]:
    """The published rates and the speed-up beside their lines, where there is room and the moment does not cross."""
    result, (left, _, right, bottom) = frame.result, _inside(frame)
    if frame.foot - frame.place(result.from_mm) < LEAST_EDGE:
        return []
    label = Text(0, 0, "", "ink2", halo=True)
    wanted = [
        (
            slow,
            ((9, "start"),),
            replace(label, text=edge_rate(result.slow_mm_per_day), name="slow edge in words"),
        ),
        (
            fast,
            ((-9, "end"),),
            replace(label, text=edge_rate(result.fast_mm_per_day), name="fast edge in words"),
        ),
    ]
    if result.speed_up and not frame.room.narrow:
        said = Text(0, 0, faster(result), "b12", face="semibold", halo=True, name="faster in words")
        wanted.append((sped_up, ((-8, "end"), (8, "start")), said))
    found: list[Text] = []
    for ((x0, y0), (x1, y1)), sides, said in wanted:
        spots = [(x0 + part * (x1 - x0) + dx, y0 + part * (y1 - y0) + 4, anchor)
                 for dx, anchor in sides for part in PARTS]  # fmt: skip
        found += _placed(said, spots, taken, (left + 6, frame.top, right, bottom))
    return found
