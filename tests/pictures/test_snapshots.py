"""Every preset's picture is as it was last reviewed; `make snapshots` renews them, to be read before they are kept."""

from dataclasses import replace

import pytest

from b12explain.explore import NAMES, story
from b12explain.scene.layout import Scene
from b12explain.scene.marks import Dots, Path, Rings, Text
from tests.pictures.snapshot import FOLDER, snapshots, tell


@pytest.mark.parametrize("name", NAMES)
def test_pictures_are_as_reviewed(name):
    wanted = dict(snapshots(story(name)))
    assert {file.name for file in FOLDER.glob(f"{name}.*.txt")} == {file.name for file in wanted}
    for file, text in wanted.items():
        assert text == file.read_text("utf-8"), f"{file.name}: `make snapshots` renews it"


# -- the text itself ---
LINE = Path(tuple((float(x), 10.0) for x in range(20)), stroke="b12", width=2.4, name="curve")
MARKS = (
    LINE,
    Dots(((10, 20), (30, 40)), "ink", 9, "square", name="healthy", sets=(("dose_ug", 500.0),)),
    Rings(((10, 20),), "you", 8, 2, fill="", dash=(6, 3.75)),
    Text(5, 6.04, "13\N{NO-BREAK SPACE}µg", "b12", 29, "semibold", "end", halo=True, name="big number"),
    Path(((0, 0), (1, 0), None, (5, 5)), fill="wash", closed=True, opacity=0.5, round=True),
)


def said(*marks):
    return tell(Scene(100, 60, marks[:1], marks[1:], description="A curve.")).splitlines()


def test_a_scene_reads_mark_by_mark():
    assert said(*MARKS) == [
        "100 x 60",
        "A curve.",
        "-- frame",
        "path 'curve' line b12 2.4 | 0,10 .. 5,10 .. 10,10 .. 14,10 .. 19,10 (20 points in 0,10 to 19,10, 19 long)",
        "-- marks",
        "dots 'healthy' ink square 9 rim paper 1.5 sets dose_ug=500.0 | 10,20 30,40",
        "rings you circle 8 line 2 open dash 6 3.75 | 10,20",
        "text 'big number' b12 29px semibold end halo | 5,6 13~µg",
        "path fill wash round closed opacity 0.5 | 0,0 1,0 / 5,5",
    ]


def bent(points, i):
    return (*points[:i], (points[i][0], points[i][1] + 4), *points[i + 1 :])


@pytest.mark.parametrize(
    "other",
    [
        replace(LINE, stroke="axon"),
        replace(LINE, width=2),
        replace(LINE, name="line"),
        replace(LINE, points=LINE.points[:-1]),
        replace(LINE, points=bent(LINE.points, 7)),
        replace(LINE, points=tuple((x, y + 0.2) for x, y in LINE.points)),
        replace(LINE, points=(*LINE.points[:9], None, *LINE.points[10:])),
    ],
)
def test_another_curve_reads_otherwise(other):
    assert said(other) != said(LINE)
