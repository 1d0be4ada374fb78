"""What stays put in a picture of regrowth: where everything is, the places of the limb as rows, months across."""

from __future__ import annotations

from dataclasses import dataclass

from ...models.regrowth import DAYS_PER_MONTH, Limb, Regrowth, limbs
from ...scene.axes import across
from ...scene.layout import Part, Room, heading
from ...scene.marks import Mark, Sets, Text, rule
from ...scene.scale import Scale
from ...scene.text import text_width
from ...words.regrowth import PLACES, months, plain, title

MOST_MONTHS, REST_MONTHS, TICK_MONTHS = 48, 12, 12
ABOVE = 48  # px from the heading to the plot: the month, and what the strip means
PLOT_HEIGHT = {True: 400, False: 432}  # by whether the room is narrow, px
LEAST_PLOT = 110  # px across, to have words in it
ROW_GAP = 11  # px between a row's name and the plot: the front's dot may stand on the edge
STEP_MM = 50  # of the control of what died back


@dataclass(frozen=True)
class Frame:
    """A result in its room: scales and edges, CSS px.

    Parameters
    ----------
    result : Regrowth
    room : Room
    head : Part
        Title and plain line.
    limb_room : float
        Width that the drawing of the limb has.
    left, right : float
        Edges of the plot; wide pictures have arrivals to its right.
    place, day : Scale
        Place on the path, mm from its start → y, both limbs to the scale of the longer one; day since the injury → x.
    """

    result: Regrowth
    room: Room
    head: Part
    limb_room: float
    left: float
    right: float
    place: Scale
    day: Scale

    @property
    def limb(self) -> Limb:
        """The limb that is drawn."""
        return self.result.limb

    @property
    def moment_days(self) -> float:
        """The moment on show, days since the injury."""
        return (REST_MONTHS if self.room.moment is None else self.room.moment) * DAYS_PER_MONTH

    @property
    def cramped(self) -> bool:
        """Whether the plot has no room for words."""
        return self.right - self.left < LEAST_PLOT

    @property
    def top(self) -> float:
        """Top of the plot, which is where the limb's path starts."""
        return self.place.start_px

    @property
    def foot(self) -> float:
        """Where the path ends, which is where the axis of months is."""
        return self.place(self.limb.path_mm)

    def sets(self, from_tip_mm: float) -> Sets:
        """What a click on a place sets: how far the axon died back, at the nearest step of its control."""
        nearest = max(STEP_MM, STEP_MM * round(from_tip_mm / STEP_MM))
        return (("limb", self.limb.name), (f"{self.limb.name}_mm", float(nearest)))


def start(result: Regrowth, room: Room) -> Frame:
    """The title, and with it all places."""
    under = 3 if room.width < 320 else 2 if 600 <= room.width < 690 else 1
    head = heading(room, title(result), plain(result), under=under)
    limb_room, names, beside = 150.0, 62.0, 100.0
    if room.narrow:
        limb_room = min(98.0, 0.27 * room.width) if room.width >= 320 else 0.2 * room.width
        names = max(34.0, *(text_width(name, 13.5) for name in PLACES[result.limb.name])) + ROW_GAP + 3
        beside = 6.0
    left, right, top = room.left + limb_room + names, room.right - beside, head.bottom + ABOVE
    longest_mm = max(limb.path_mm for limb in limbs().values())
    place = Scale(0, longest_mm, top, top + PLOT_HEIGHT[room.narrow])
    return Frame(
        result, room, head, limb_room, left, right, place, Scale(0, MOST_MONTHS * DAYS_PER_MONTH, left, right)
    )


def axes(frame: Frame) -> Part:
    """The places of the limb as rows, and months below them."""
    left, right, foot, limb, room = frame.left, frame.right, frame.foot, frame.limb, frame.room
    marks: list[Mark] = []
    for name, place_mm in zip(PLACES[limb.name], (0.0, limb.joint_mm, limb.path_mm), strict=True):
        y = frame.place(place_mm)
        marks += [
            rule(left, y, right, y, "axis" if y == foot else "grid", name=f"row of the {name}"),
            Text(left - ROW_GAP, y + 4.5, name, "ink2", anchor="end", halo=True, name=name,
                 sets=frame.sets(limb.path_mm - place_mm)),
        ]  # fmt: skip
    every = TICK_MONTHS * (4 if right - left < 120 else 2 if right - left < 240 else 1)
    days = [month * DAYS_PER_MONTH for month in range(0, MOST_MONTHS + 1, every)]
    marks += across(room, frame.day, [(day, f"{day / DAYS_PER_MONTH:.0f}") for day in days[:-1]], foot)
    marks.append(Text(right + 6, foot + 19, months(MOST_MONTHS), "ink3", room.sizes.tick, anchor="end"))
    marks += [rule(frame.day(day), foot, frame.day(day), foot + 5, "axis") for day in days]
    words = "since the injury" if room.narrow else "months since the injury"
    middle = min((left + right) / 2, room.width - 6 - text_width(words, 13.5) / 2)
    return Part([*marks, Text(middle, foot + 40, words, "ink2", anchor="middle")])
