"""What gets in of a tablet: two pathways stacked, with the measured table over them."""

from __future__ import annotations

from dataclasses import replace

from ...amounts import percent
from ...models.absorption import DOSE_RANGE_UG, Absorbed, DoseCurve
from ...scene import style
from ...scene.labels import box_of
from ...scene.layout import Part, Room, Scene
from ...scene.marks import Dots, Mark, Path, Rings, Text
from ...words.absorption import diet_times, tablet_title, ug
from .curve import Plot
from .panels import UNABSORBED, Filled, Frame, draw_dose, finish, start

TOP_UG, DOSES, AMOUNTS = 30, (1, 10, 100, 1_000), (0, 10, 20, 30)
ALONG = ("swallowed in one go (log scale)", "swallowed (log scale)")
RANGE = {"stroke": "ink2", "width": 1.3, "dash": style.DOTTED}
DESCRIPTION = (
    "A curve of what gets in of one dose, from nothing to 30 µg, over the dose swallowed, from half a microgram to "
    "5,000 µg on a log scale, with measured doses as points. Beside it the dose as 1,000 squares, filled as far as it "
    "gets in."
)


def tablet(result: Absorbed, room: Room) -> Scene:
    """What gets in of a day's tablets.

    Parameters
    ----------
    result : Absorbed
    room : Room
        Its guess: what gets in of 1,000 µg, µg.
    """
    frame = start(room, *tablet_title(result))
    plot = Plot(frame, DOSE_RANGE_UG, TOP_UG)
    axes = plot.axes("Absorbed from one dose", ALONG, DOSES, AMOUNTS)
    key = _key(frame)
    names = _names(plot, result)
    taken = [box_of(mark) for mark in (*key, *names) if isinstance(mark, Text)]
    cursor = plot.cursor(result.dose_ug, result.once_ug, taken)
    marks = [*_curves(plot, result), *names, *_points(plot, result.curve), *key, *cursor]
    carried = Filled("carried", "intrinsic", result.intrinsic_ug / result.swallowed_ug, "")
    leaked = Filled(
        "leaked", "passive", result.passive_ug / result.swallowed_ug, f"{ug(result.passive_ug)} leaked"
    )
    if result.intrinsic_factor:
        carried = Filled("carried", "intrinsic", carried.share, f"{ug(result.intrinsic_ug)} carried")
    beside = f"{diet_times(result)} what a diet", "of exactly the RDA delivers"
    dose = draw_dose(frame, (carried, leaked), ug(result.total_ug), beside, UNABSORBED)
    return finish(frame, Part(axes, marks), dose, "tablet", DESCRIPTION)


def _curves(plot: Plot, result: Absorbed) -> list[Mark]:
    """The two paths, their sum and its range."""
    curve, dose = result.curve, result.curve.dose_ug
    marks: list[Mark] = [plot.between(dose, curve.intrinsic_ug, curve.total_ug, "passive", "passive path")]
    if result.intrinsic_factor:
        marks.insert(
            0, plot.between(dose, 0 * dose, curve.intrinsic_ug, "intrinsic", "intrinsic-factor path")
        )
    total = plot.curve(dose, curve.total_ug, "b12", "all that gets in", width=style.DATA_LINE)
    edges = (replace(plot.curve(dose, edge, "", "range"), **RANGE) for edge in (curve.low_ug, curve.high_ug))
    return [*marks, total, *edges, *_leaves(plot, total)]


def _leaves(plot: Plot, total: Path) -> list[Mark]:
    """Where the curve leaves the plot: a dotted edge, so that it is not taken for a plateau."""
    _, top, right, _ = plot.frame.plot
    x = total.points[-1][0]
    if x > right - 4:
        return []
    return [Path(((x, top), (right, top)), stroke="b12", width=1.4, dash=(2.0, 3.0), name="off the top")]


def _names(plot: Plot, result: Absorbed) -> list[Text]:
    """The paths by name, inside them."""
    frame, (_, _, right, bottom) = plot.frame, plot.frame.plot
    inside = {"role": "on_passive", "anchor": "end"}
    if frame.tight:
        names = [Text(right - 6, bottom - 17, "passive", face="semibold", **inside)]
    else:
        share = percent(result.curve.passive_share)
        passive, said = ("passive", share) if frame.room.narrow else ("passive leak", f"{share} of the dose")
        names = [
            Text(right - 6, bottom - 52, passive, face="semibold", **inside),
            Text(right - 6, bottom - 34, said, **inside),
        ]
    if result.intrinsic_factor:
        words, x = ("intrinsic", right - 56) if frame.tight else ("intrinsic factor", plot.x(75))
        names.append(Text(x, bottom - 2, words, "on_intrinsic", 12, "semibold"))
    return names


def _points(plot: Plot, curve: DoseCurve) -> list[Mark]:
    shapes = {"healthy": "circle", "no intrinsic factor": "square"}
    return [
        mark
        for group, rows in curve.points.items()
        for mark in plot.points(rows, "ink", shapes[group], group)
    ]


def _key(frame: Frame) -> list[Mark]:
    """What the shapes of points mean, in the empty part of the plot."""
    room, x, y = frame.room, frame.plot[0] + 16, frame.plot[1] + 34
    said = [
        "measured, healthy",
        "the same, not re-read",
        "measured, no intrinsic factor",
        "range (see below)",
    ]
    if room.narrow:
        said[2] = "no intrinsic factor"
    if frame.tight:
        said = ["healthy", "not re-read", "no factor", "range"]
    signs = [
        Dots(((x, y),), "ink", 8),
        Rings(((x, y + 20),), "ink", 8),
        Dots(((x, y + 40),), "ink", 8, "square"),
        Path(((x - 6, y + 60), (x + 6, y + 60)), **RANGE),
    ]
    return [
        *signs,
        *(Text(x + 14, y + 4.5 + 20 * row, words, "ink2", halo=True) for row, words in enumerate(said)),
    ]
