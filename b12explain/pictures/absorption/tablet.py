"""What gets in of a tablet: two pathways stacked, with the measured table over them."""

from __future__ import annotations

from ...amounts import percent
from ...models.absorption import DOSE_RANGE_UG, Absorbed
from ...scene import style
from ...scene.labels import box_of
from ...scene.layout import Part, Room, Scene
from ...scene.marks import Dots, Mark, Path, Rings, Text
from ...words.absorption import diet_times, tablet_title, ug
from .curve import Plot
from .panels import UNABSORBED, Frame, draw_dose, finish, start

TOP_UG, DOSES, AMOUNTS = 30, (1, 10, 100, 1_000), (0, 10, 20, 30)
ALONG = ("swallowed in one go (log scale)", "swallowed (log scale)")
RANGE = {"stroke": "ink2", "width": 1.3, "dash": style.DOTTED}
SHAPES = {"healthy": "circle", "no intrinsic factor": "square"}
DESCRIPTION = (
    "A curve of what gets in of one dose, from nothing to 30 µg, over the dose swallowed, from half a microgram to "
    "5,000 µg on a log scale, with measured doses as points. Beside it the dose as 1,000 squares, filled as far as it "
    "gets in."
)


def tablet(result: Absorbed, room: Room) -> Scene:
    """What gets in of a day's tablets; the room's guess is what gets in of 1,000 µg, µg."""
    frame = start(room, *tablet_title(result))
    plot = Plot.over(frame, DOSE_RANGE_UG, TOP_UG)
    axes = plot.axes("Absorbed from one dose", ALONG, DOSES, AMOUNTS)
    key, names = _key(frame), _names(plot, result)
    taken = [box_of(mark) for mark in (*key, *names) if isinstance(mark, Text)]
    groups = result.curve.points.items()
    points = [mark for group, rows in groups for mark in plot.points(rows, "ink", SHAPES[group], group)]
    cursor = plot.cursor(result.dose_ug, result.once_ug, taken)
    marks = [*_curves(plot, result), *names, *points, *key, *cursor]
    swallowed, carried, leaked = result.swallowed_ug, result.intrinsic_ug, result.passive_ug
    key_of_carried = f"{ug(carried)} carried" if result.intrinsic_factor else ""
    filled = (
        ("carried", "intrinsic", carried / swallowed, key_of_carried),
        ("leaked", "passive", leaked / swallowed, f"{ug(leaked)} leaked"),
    )
    beside = f"{diet_times(result)} what a diet", "of exactly the RDA delivers"
    dose = draw_dose(frame, filled, ug(result.total_ug), beside, UNABSORBED)
    return finish(frame, Part(axes, marks), dose, "tablet", DESCRIPTION)


def _curves(plot: Plot, result: Absorbed) -> list[Mark]:
    """The two paths, their sum and its range; where the sum leaves the plot it is no plateau, so its edge is dotted."""
    curve, dose, (_, top, right, _) = result.curve, result.curve.dose_ug, plot.frame.plot
    total = plot.curve(dose, curve.total_ug, "all that gets in", stroke="b12", width=style.DATA_LINE)
    marks: list[Mark] = [
        plot.between(dose, curve.intrinsic_ug, curve.total_ug, "passive", "passive path"),
        total,
        *(plot.curve(dose, edge, "range", **RANGE) for edge in (curve.low_ug, curve.high_ug)),
    ]
    if result.intrinsic_factor:
        marks.insert(
            0, plot.between(dose, 0 * dose, curve.intrinsic_ug, "intrinsic", "intrinsic-factor path")
        )
    x = total.points[-1][0]
    if x <= right - 4:
        marks.append(
            Path(((x, top), (right, top)), stroke="b12", width=1.4, dash=(2.0, 3.0), name="off the top")
        )
    return marks


def _names(plot: Plot, result: Absorbed) -> list[Text]:
    """The paths by name, inside them."""
    frame, (_, _, right, bottom) = plot.frame, plot.frame.plot
    share, inside = percent(result.curve.passive_share), {"role": "on_passive", "anchor": "end"}
    passive, said = ("passive", share) if frame.room.narrow else ("passive leak", f"{share} of the dose")
    names = [
        Text(right - 6, bottom - (17 if frame.tight else 52), passive, face="semibold", **inside),
        *[Text(right - 6, bottom - 34, said, **inside)][frame.tight :],
    ]
    if result.intrinsic_factor:
        words, x = ("intrinsic", right - 56) if frame.tight else ("intrinsic factor", plot.x(75))
        names.append(Text(x, bottom - 2, words, "on_intrinsic", 12, "semibold"))
    return names


def _key(frame: Frame) -> list[Mark]:
    """What the shapes of points mean, in the empty part of the plot."""
    x, y = frame.plot[0] + 16, frame.plot[1] + 34
    none = "no intrinsic factor" if frame.room.narrow else "measured, no intrinsic factor"
    said = "measured, healthy", "the same, not re-read", none, "range (see below)"
    if frame.tight:
        said = "healthy", "not re-read", "no factor", "range"
    return [
        Dots(((x, y),), "ink", 8),
        Rings(((x, y + 20),), "ink", 8),
        Dots(((x, y + 40),), "ink", 8, "square"),
        Path(((x - 6, y + 60), (x + 6, y + 60)), **RANGE),
        *(Text(x + 14, y + 4.5 + 20 * row, words, "ink2", halo=True) for row, words in enumerate(said)),
    ]
