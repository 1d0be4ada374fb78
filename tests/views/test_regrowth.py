"""The picture of regrowth: every moment of its film, and that marks stand where the model says."""

import pytest

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


def test_the_guess_stands_where_it_was_asked_and_nowhere_else():
    scene = LimbScene("leg", 760, "light")
    scene.update(regrow(1_000, 1.5), 9.0)
    assert scene._you.get_xdata()[0] == pytest.approx(scene.day(9 * DAYS_PER_MONTH))
    assert "you: 9\u00a0months" in words(scene.sheet)
    scene.update(regrow(1_000, 1.5), 100.0)
    assert scene._you.get_marker() == ">", "beyond the axis"
    scene.update(regrow(500, 1.5), 9.0)
    assert not scene._you.get_visible()


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (354, 1_028, "1.0–2.8\u00a0years"), (120, 328, "4–11\u00a0months"), (20, 70, "3–10\u00a0weeks"),
        (56, 56, "8\u00a0weeks"), (7, 7, "1\u00a0week"), (548, 549, "1.5\u00a0years"),
    ],
)  # fmt: skip
def test_spans_read_well(low, high, said):
    assert span(low, high) == said


def test_lengths_and_months_read_well():
    assert (mm(1_000), mm(27.4)) == ("1,000\u00a0mm", "27\u00a0mm")
    assert (months(1), months(9), months(28.8)) == ("1\u00a0month", "9\u00a0months", "2.4\u00a0years")


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
