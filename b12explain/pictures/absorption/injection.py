"""What stays of an injection: one row a study, and the injection as a thousand squares."""

from __future__ import annotations

from dataclasses import replace

from ...models.absorption import Retained
from ...scene.axes import across, ticks
from ...scene.labels import width_of
from ...scene.layout import Part, Room, Scene, panel_title
from ...scene.marks import Dots, Mark, Path, Text
from ...scene.scale import Scale
from ...scene.text import wrap
from ...words.absorption import injection_title, kept, kept_share, study, ug
from .panels import Frame, draw_dose, finish, start

MOST_STUDIES = 3
TITLES = ("Share that stays in the body, by study", "Share that stays, by study")
DESCRIPTION = (
    "A row for each study, with the share of the injected dose that stayed in the body, from nothing to 100 per cent. "
    "Beside it the injection as 1,000 squares, filled as far as it stays."
)


def injection(result: Retained, room: Room) -> Scene:
    """What stays of an injection; the room's guess is what gets in of 1,000 µg swallowed, µg."""
    frame = start(room, *injection_title(result))
    _, top, right, bottom = frame.plot
    x = Scale(0, 100, room.left + 6, right - 14)
    axes = [
        panel_title(room, room.left, frame.top, TITLES, right - room.left),
        *across(room, x, ticks((0, 25, 50, 75, 100), "%"), bottom, top=top, words="of the injected dose"),
    ]
    least, most = min(result.kept_ug), max(result.kept_ug)
    shares = ("stays in every study", "b12", least), ("stays in some", "passive", most - least)
    filled = [(name, role, amount / result.dose_ug, name) for name, role, amount in shares if amount]
    beside = "swallowed as a tablet,", f"about {ug(result.swallowed.total_ug)} would"
    dose = draw_dose(frame, filled, kept(result), beside, ("pale: lost in the urine",), " of a tablet")
    return finish(frame, Part(axes, _rows(frame, x, result)), dose, "injection", DESCRIPTION)


def _rows(frame: Frame, x: Scale, result: Retained) -> list[Mark]:
    """A bar with its end for each study, under the study's name."""
    _, top, right, bottom = frame.plot
    step, left, marks = (bottom - top) / MOST_STUDIES, x(0), []
    for row, (share, amount) in enumerate(zip(result.shares, result.kept_ug, strict=True)):
        y, end, who, over = (
            top + step * (row + 0.62),
            x(share.value),
            study(share),
            share.row["measured_over"],
        )
        how = f"{who}{f', urine over {over}' if over else ', review'}"
        lines = reversed(wrap(how, right - left - 8, 13.5))
        words = Text(end + 14, y + 5, f"{kept_share(share)}, {ug(amount)}", "b12", face="semibold",
                     halo=True, name=f"{who}, kept in words")  # fmt: skip
        if words.x + width_of(words) > right:
            words = replace(words, x=end, y=y + 24, anchor="end")
        marks += [
            Path(((left, y), (end, y)), stroke="b12", width=6, name=f"{who}, bar"),
            Dots(((end, y),), "b12", 13, name=f"{who}, kept"),
            *(Text(left + 8, y - 18 - 16 * up, line, "ink2", halo=True) for up, line in enumerate(lines)),
            words,
        ]
    return marks
