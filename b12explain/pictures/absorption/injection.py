"""What stays of an injection: one row a study, and the injection as a thousand squares."""

from __future__ import annotations

from ...models.absorption import Retained
from ...scene.axes import across, ticks
from ...scene.labels import width_of
from ...scene.layout import Part, Room, Scene, panel_title
from ...scene.marks import Dots, Mark, Path, Text
from ...scene.scale import Scale
from ...scene.text import wrap
from ...words.absorption import injection_title, kept, kept_share, study, typed, ug
from .panels import Filled, Frame, draw_dose, finish, start

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
    ]  # fmt: skip
    least, most = min(result.kept_ug), max(result.kept_ug)
    filled = [Filled("stays in every study", "b12", least / result.dose_ug, "stays in every study")]
    if most > least:
        filled.append(Filled("stays in some", "passive", (most - least) / result.dose_ug, "stays in some"))
    beside = "swallowed as a tablet,", f"about {ug(result.swallowed.total_ug)} would"
    guessed = "" if room.guess is None else f"{typed(room.guess)} of a tablet"
    dose = draw_dose(frame, filled, kept(result), beside, ("pale: lost in the urine",), guessed)
    return finish(frame, Part(axes, _rows(frame, x, result)), dose, "injection", DESCRIPTION)


def _rows(frame: Frame, x: Scale, result: Retained) -> list[Mark]:
    """A bar with its end for each study, under the study's name."""
    _, top, right, bottom = frame.plot
    step, marks = (bottom - top) / MOST_STUDIES, []
    for row, (share, amount) in enumerate(zip(result.shares, result.kept_ug, strict=True)):
        y, end = top + step * (row + 0.62), x(share.value)
        over = share.row["measured_over"]
        who = study(share)
        said = f"{who}{f', urine over {over}' if over else ', review'}"
        lines = wrap(said, right - x(0) - 8, 13.5)
        words = Text(end + 14, y + 5, f"{kept_share(share)}, {ug(amount)}", "b12", face="semibold",
                     halo=True, name=f"{who}, kept in words")  # fmt: skip
        if words.x + width_of(words) > right:
            words = Text(
                end, y + 24, words.text, "b12", face="semibold", anchor="end", halo=True, name=words.name
            )
        marks += [
            Path(((x(0), y), (end, y)), stroke="b12", width=6, name=f"{who}, bar"),
            Dots(((end, y),), "b12", 13, name=f"{who}, kept"),
            *(
                Text(x(0) + 8, y - 18 - 16 * up, line, "ink2", halo=True)
                for up, line in enumerate(reversed(lines))
            ),
            words,
        ]
    return marks
