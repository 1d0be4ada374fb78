"""The picture of regrowth: every moment of its film, and that marks stand where the model says."""

import numpy as np
import pytest
from matplotlib.lines import Line2D

from b12explain.explore import story
from b12explain.models.regrowth import DAYS_PER_MONTH, regrow
from b12explain.views.regrowth import RegrowthView
from b12explain.views.regrowth.scene import LimbScene, brief_days
from b12explain.views.regrowth.words import mm, months, span
from tests.views.lint import faults, labels

WIDTHS = pytest.mark.parametrize("width", [280, 320, 360, 480, 599, 600, 680, 760])
STORY = story("regrowth")


def words(sheet):
    return {label.text for label in labels(sheet)}


@WIDTHS
@pytest.mark.parametrize("preset", list(STORY.presets))
def test_no_moment_has_a_fault(width, preset):
    view, result = RegrowthView(width, "light"), STORY.model(**STORY.state(preset=preset))
    wrong = {}
    for moment in STORY.film.moments:
        for guess in (None, 3.0, 22.0, 600.0):
            if found := faults(view.update(result, guess, moment)):
                wrong[moment, guess] = found
    assert not wrong


def test_the_film_covers_the_axis_and_every_arrival():
    assert STORY.film.moments[0] == 0
    assert STORY.film.moments[-1] == 48
    assert len(STORY.film.moments) <= 60
    for state in STORY.corners():
        assert STORY.model(**state).arrival[1] / DAYS_PER_MONTH <= STORY.film.moments[-1]


@pytest.mark.parametrize("moment", [0, 6, 12, 30, 48])
def test_the_front_on_the_limb_is_the_front_in_the_plot(moment):
    scene, result = LimbScene("leg", 760, "light"), regrow(1_000, 1.5, 4)
    scene.update(result, None, moment)
    (x,), (y,) = scene._front.get_data()
    assert x == pytest.approx(scene.day(moment * DAYS_PER_MONTH))
    assert y == pytest.approx(scene.place(result.grown(moment * DAYS_PER_MONTH)[1]))
    on_limb = scene._cone.get_ydata()[0]
    assert on_limb == pytest.approx(min(y, scene.route[-1, 1]), abs=0.5)


def test_sure_is_shorter_than_possible_and_what_lives_reaches_the_start():
    scene, result = LimbScene("leg", 760, "light"), regrow(600, 1.5)
    scene.update(result, None, 6)
    sure, possible = scene._sure.get_ydata(), scene._possible.get_ydata()
    assert sure[0] == possible[0] == pytest.approx(scene.place(400))
    assert sure[-1] < possible[-1]
    assert scene._alive.get_ydata()[-1] == pytest.approx(scene.place(400))


def test_the_wedge_is_the_range_of_arrivals():
    scene, result = LimbScene("arm", 760, "light"), regrow(500, 2, 10, limb="arm")
    scene.update(result)
    ends = [edge.get_xdata()[-1] for edge in scene._edges]
    assert ends == pytest.approx([scene.day(day) for day in result.arrival])


def test_a_speed_up_of_nothing_draws_no_line():
    scene = LimbScene("leg", 760, "light")
    scene.update(regrow(1_000, 1.5, speed_up=20))
    assert scene._faster.get_visible()
    assert "20\u00a0% faster" in words(scene.sheet)
    scene.update(regrow(1_000, 1.5, speed_up=0))
    assert not scene._faster.get_visible()
    assert not any("faster" in text for text in words(scene.sheet))


def test_nine_days_are_shown_when_asked():
    assert brief_days() == 9
    scene = LimbScene("leg", 760, "light")
    scene.update(regrow(1_000, 1.5, show_brief=True))
    length = scene._brief.get_ydata()[-1] - scene._brief.get_ydata()[0]
    assert length == pytest.approx(scene.place(27) - scene.place(0))
    assert "27\u00a0mm at most" in words(scene.sheet)
    scene.update(regrow(1_000, 1.5))
    assert "27\u00a0mm at most" not in words(scene.sheet)


def test_the_guess_stands_at_its_month():
    scene = LimbScene("leg", 760, "light")
    scene.update(regrow(1_000, 1.5), 9.0)
    assert scene._you.get_xdata()[0] == pytest.approx(scene.day(9 * DAYS_PER_MONTH))
    assert "you: 9\u00a0months" in words(scene.sheet)
    scene.update(regrow(1_000, 1.5), 100.0)
    assert scene._you.get_marker() == ">", "beyond the axis"
    scene.update(regrow(1_000, 1.5))
    assert not scene._you.get_visible()


@pytest.mark.parametrize("width", [300, 360, 760])
def test_the_key_names_the_rate_of_each_mark_on_the_limb(width):
    scene = LimbScene("leg", width, "light")
    scene.update(regrow(1_000, 2.0))
    marks = (scene._sure, scene._cone, scene._possible)
    fronts = [mark.get_ydata()[-1] for mark in marks]
    assert fronts == sorted(fronts), "slowest first, as in the key"
    rows = [label.text.replace("\u00a0", " ") for label in scene._key._rates]
    assert [row.partition(",")[0] for row in rows] == ["at 1 mm a day", "at 2 mm a day", "at 3 mm a day"]


@pytest.mark.parametrize("width", [300, 760])
@pytest.mark.parametrize("distance_mm", [50, 300, 1_000])
def test_the_dotted_line_has_its_name_once(width, distance_mm):
    scene = LimbScene("leg", width, "light")
    scene.update(regrow(distance_mm, 1.5, speed_up=20))
    assert [label.text for label in labels(scene.sheet)].count("20\u00a0% faster") == 1


@pytest.mark.parametrize("limb", ["leg", "arm"])
def test_the_axon_is_on_the_limb_before_anything_is_shown(limb):
    scene = LimbScene(limb, 760, "light")
    lines = [one for one in scene.sheet.frame if isinstance(one, Line2D)]
    assert any(np.array_equal(line.get_xydata(), scene.route) for line in lines)


@pytest.mark.parametrize("limb", ["leg", "arm"])
def test_a_start_that_waits_is_said_beside_the_month(limb):
    scene = LimbScene(limb, 300, "light")
    scene.update(regrow(500, 1.5, limb=limb), None, 0)
    assert "not yet started" in words(scene.sheet)


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (354, 1_028, "12–34\u00a0months"), (120, 328, "4–11\u00a0months"), (16, 48, "1–2\u00a0months"),
        (548, 549, "18\u00a0months"), (6, 17, "6–17\u00a0days"), (1, 1, "1\u00a0day"),
    ],
)  # fmt: skip
def test_spans_read_well(low, high, said):
    assert span(low, high) == said


def test_lengths_and_months_read_well():
    assert (mm(1_000), mm(27.4)) == ("1,000\u00a0mm", "27\u00a0mm")
    assert (months(1), months(9), months(28.8)) == ("1\u00a0month", "9\u00a0months", "29\u00a0months")


@pytest.mark.parametrize("width", [360, 760])
def test_only_what_is_about_the_moment_moves_with_it(width):
    view, result = RegrowthView(width, "light"), STORY.model(**STORY.at_rest)
    still = []
    for moment in STORY.film.moments:
        seen = {(one.text, one.left, one.y) for one in labels(view.update(result, 5.0, moment))}
        still.append(seen)
    always = set.intersection(*still)
    assert all(len(seen - always) <= 2 for seen in still), "the month, and how far it has grown"
    assert "20\u00a0% faster" in {text for text, _x, _y in always}
