"""The picture of a damaged nerve: axons by their fate, one fibre, the potential, the clinic's plane, the sentence."""

import json
import math
import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from b12explain.explore.stories.damage import STORY
from b12explain.models.conduction_criteria import criteria, judge
from b12explain.models.damage import damage as damaged
from b12explain.pictures.damage import damage
from b12explain.scene.layout import Room
from b12explain.scene.marks import Dots, Path, Rings, Text
from b12explain.scene.wire import wire
from b12explain.words import damage as words
from b12explain.words.nerve_test import late, size, velocity
from tests.states import sample

NBSP = "\N{NO-BREAK SPACE}"
WIDE, NARROW = Room(760), Room(360)
ROOMS = pytest.mark.parametrize("room", [WIDE, NARROW], ids=["wide", "narrow"])
BLOCK = {"myelin_lost": 0.99, "affected_share": 0.05, "temperature_c": 37.0}
BOTH = {"myelin_lost": 0.7, "affected_share": 0.7, "axons_lost": 0.6}


def plain(text):
    return text.replace(NBSP, " ")


def said(scene, name):
    return plain(" ".join(mark.text for mark in scene.named(name)))


def on_the_plane(scene):
    """Velocity and amplitude → px, read off the field within limits: 40 to 60 m/s and 8.3 to 30 µV."""
    (left, top), _, (right, bottom), _ = scene.one("within limits").points
    return lambda m_per_s, uv: (
        right + (m_per_s - 60) * (right - left) / 20,
        top + (30 - uv) * (bottom - top) / (30 - 8.3),
    )


# -- the axons ---
def each(scene, name):
    """Those of one size are one mark: each of them, from left to right."""
    return sorted(
        (replace(mark, points=(point,)) for mark in scene.named(name) for point in mark.points),
        key=lambda mark: mark.points,
    )


@ROOMS
@pytest.mark.parametrize("lost", [0.0, 0.3, 0.7, 1.0])
def test_forty_axons_are_left_or_lost(room, lost):
    scene = damage(damaged(axons_lost=lost), room)
    left, gone = each(scene, "axon left"), each(scene, "axon lost")
    assert (len(left), len(gone)) == (round(40 * (1 - lost)), round(40 * lost))
    assert all(isinstance(mark, Dots) and mark.role == "axon" for mark in left)
    assert all(
        isinstance(mark, Rings) and mark.dash and mark.role == "ghost" and not mark.fill for mark in gone
    )
    assert len(each(scene, "sheath")) == len(left), "what is lost has no sheath either"


def test_ghosts_stay_in_place():
    before, after = (damage(damaged(axons_lost=lost), WIDE) for lost in (0.0, 1.0))
    assert [mark.points for mark in each(before, "axon left")] == [
        mark.points for mark in each(after, "axon lost")
    ]


def test_the_largest_are_lost_first_where_that_is_chosen():
    scene = damage(damaged(axons_lost=0.5, loss="largest"), WIDE)
    smallest_lost = min(mark.size for mark in each(scene, "axon lost"))
    assert max(mark.size for mark in each(scene, "sheath")) <= smallest_lost
    mixed = damage(damaged(axons_lost=0.5), WIDE)
    assert max(mark.size for mark in each(mixed, "sheath")) > smallest_lost


@ROOMS
def test_lost_myelin_makes_thin_rims_and_leaves_the_axons(room):
    whole, thin = (damage(damaged(myelin_lost=lost), room) for lost in (0.0, 0.6))
    assert each(whole, "axon left") == each(thin, "axon left")
    assert not each(thin, "sheath")
    for axon, sheath, thinner in zip(
        each(whole, "axon left"), each(whole, "sheath"), each(thin, "thin sheath"), strict=True
    ):
        assert thinner.size - axon.size == pytest.approx(0.4 * (sheath.size - axon.size))


def test_bare_axons_have_no_sheath_drawn():
    scene = damage(damaged(myelin_lost=1.0, affected_share=0.25), WIDE)
    assert (len(each(scene, "axon left")), len(each(scene, "sheath"))) == (40, 30)
    assert not each(scene, "thin sheath")


@pytest.mark.parametrize("loss", ["all sizes", "largest"])
@pytest.mark.parametrize("share", [0.05, 0.5, 1.0])
@pytest.mark.parametrize("lost", [0.1, 0.9])
def test_thin_rims_are_drawn_where_the_words_speak_of_them(loss, share, lost):
    whole = damage(damaged(axons_lost=lost, loss=loss), WIDE)
    assert "thin rims" not in said(whole, "sample in words")
    scene = damage(damaged(0.6, share, axons_lost=lost, loss=loss), WIDE)
    assert "thin rims" in said(scene, "sample in words")
    assert len(each(scene, "thin sheath")) == math.ceil(share * round(40 * (1 - lost)))


@pytest.mark.parametrize("width", [200, 360, 760, 1_000])
def test_no_axon_is_drawn_over_another_or_beside_the_panel(width):
    room = Room(width)
    sheaths = each(damage(damaged(), room), "sheath")
    at = np.array([mark.points[0] for mark in sheaths])
    radius = np.array([mark.size / 2 for mark in sheaths])
    apart = np.hypot(*(at[:, None] - at).T)
    assert np.array_equal(apart < radius[:, None] + radius, np.eye(40, dtype=bool))
    assert (at[:, 0] - radius).min() >= room.left - 0.01
    assert (at[:, 0] + radius).max() <= room.right + 0.01


# -- one fibre ---
@ROOMS
@pytest.mark.parametrize("lost", [0.3, 0.9])
def test_thinned_sheaths_are_drawn_as_thick_as_they_are(room, lost):
    scene = damage(damaged(lost, affected_share=0.5), room)
    whole, thin = scene.one("whole sheaths"), scene.one("thinned sheaths")
    assert (thin.width - 8) / (whole.width - 8) == pytest.approx(1 - lost)
    assert len(whole.points) + len(thin.points) + 1 == 24 * 3 - 1, "24 internodes, each of two ends"
    ends = {point[0] for point in thin.points if point}
    behind = [
        (min(x), max(x)) for mark in scene.named("affected") for x in [[point[0] for point in mark.points]]
    ]
    assert all(any(left < end < right for left, right in behind) for end in ends)
    assert sum(right - left for left, right in behind) == pytest.approx(
        sum(b[0] - a[0] + 3.2 for a, b in zip(thin.points[::3], thin.points[1::3], strict=True))
    )


@ROOMS
@pytest.mark.parametrize("share", [0.05, 0.3, 0.8])
def test_the_stretches_that_lost_myelin_are_those_of_the_model(room, share):
    """From node to node along the fibre, the thinned ones behind a tint and no other."""
    result = damaged(0.5, affected_share=share)
    scene = damage(result, room)
    left, right = (
        mark.points[k][0] for mark, k in ((scene.one("healthy fibre"), 0), (scene.one("healthy fibre"), -1))
    )
    for name, affected in (("thinned sheaths", True), ("whole sheaths", False)):
        points = scene.one(name).points
        middles = [(a[0] + b[0]) / 2 for a, b in zip(points[::3], points[1::3], strict=True)]
        which = [int(24 * (x - left) / (right - left)) for x in middles]
        assert which == [k for k, one in enumerate(result.fibre.affected) if one == affected]
    assert sum(result.fibre.affected) == max(1, round(24 * share))


@ROOMS
def test_nodes_fire_later_further_on_and_later_than_healthy_ones(room):
    result = damaged(0.6)
    scene = damage(result, room)
    fired, healthy = scene.one("nodes that fire").points, scene.one("healthy fibre").points
    assert len(fired) == 25
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(fired))
    per_ms = scene.one("one millisecond").points[0][1] - healthy[0][1]
    assert fired[-1][1] - healthy[-1][1] == pytest.approx(per_ms * result.delay_ms, abs=0.7)
    assert fired[-1][0] == pytest.approx(healthy[-1][0])
    assert said(scene, "one fibre in words") == f"arrives {plain(late(result.delay_ms))}"


@ROOMS
def test_a_blocked_wave_ends_in_a_cross_and_nothing_fires_beyond(room):
    result = damaged(**BLOCK)
    scene = damage(result, room)
    (cross,) = [mark for mark in scene.named("blocked here") if isinstance(mark, Dots)]
    assert cross.shape == "cross"
    assert cross.points[0][0] == scene.one("nodes that fire").points[-1][0]
    assert len(scene.one("nodes that fire").points) == result.fibre.last + 1 < 25
    assert said(scene, "one fibre in words") == "blocked here"


@ROOMS
def test_what_the_cold_frees_goes_through(room):
    scene = damage(damaged(**BLOCK | {"temperature_c": 25.0}), room)
    assert said(scene, "one fibre in words").startswith("through, ")
    assert not scene.named("blocked here")


def test_a_lost_fibre_carries_no_wave():
    scene = damage(damaged(axons_lost=0.5, loss="largest"), WIDE)
    assert said(scene, "one fibre in words") == "this one is among the lost"
    assert not scene.named("wave")
    assert not scene.named("nodes that fire")


# -- the potential ---
def heights(scene, name):
    """The highest and the lowest of a curve above the line of no potential, px upwards."""
    base = scene.one("no potential").points[0][1] - 0.5
    ys = [base - point[1] for point in scene.one(name).points]
    return max(ys), min(ys)


@ROOMS
@pytest.mark.parametrize("state", [{}, {"axons_lost": 0.7}, {"myelin_lost": 0.6}, BOTH], ids=str)
def test_the_potential_is_upwards_and_as_high_as_its_share(room, state):
    result = damaged(**state)
    scene = damage(result, room)
    healthy, _ = heights(scene, "healthy potential")
    highest, lowest = heights(scene, "potential")
    assert healthy > 60
    assert highest / healthy == pytest.approx(result.finding.amplitude_share, abs=0.02)
    assert highest > -lowest, "the main phase is the upward one"
    assert said(scene, "potential in words").startswith(f"{plain(words.amplitude_left(result))} as high")


@ROOMS
def test_the_potential_starts_as_late_as_it_is(room):
    """Where a tenth of the peak is reached, read off the ticks."""
    result = damaged(0.6)
    scene = damage(result, room)
    last = next(mark for mark in scene.all if isinstance(mark, Text) and plain(mark.text) == "10 ms")
    base = scene.one("no potential").points[0][1] - 0.5
    start = scene.one("no potential").points[0][0]
    found = {}
    for name in ("potential", "healthy potential"):
        x, y = np.array(scene.one(name).points).T
        rising = np.flatnonzero(base - y >= 0.1 * (base - y).max())[0]
        part = np.interp(
            0.1 * (base - y).max(), (base - y)[rising - 1 : rising + 1], x[rising - 1 : rising + 1]
        )
        found[name] = 10 * (part - start) / (last.x - start)
    assert found["potential"] - found["healthy potential"] == pytest.approx(result.onset_delay_ms, abs=0.06)
    assert result.onset_delay_ms > 0.5


def test_the_healthy_potential_is_the_ghost():
    scene = damage(damaged(0.6), WIDE)
    ghost, own = scene.one("healthy potential"), scene.one("potential")
    assert (ghost.stroke, bool(ghost.dash), own.stroke, own.dash) == ("ghost", True, "damage", ())


# -- the clinic's plane ---
@ROOMS
@pytest.mark.parametrize(
    "state", [{"myelin_lost": 0.4}, {"axons_lost": 0.5}, BOTH, {"temperature_c": 27.0}], ids=str
)
def test_the_nerve_stands_at_its_shares_of_the_published_means(room, state):
    finding = damaged(**state).finding
    scene = damage(damaged(**state), room)
    at = on_the_plane(scene)
    assert scene.one("healthy").points[0] == pytest.approx(at(46.1, 21.7))
    expected = at(46.1 * finding.velocity_share, 21.7 * finding.amplitude_share)
    assert scene.one("this nerve").points[0] == pytest.approx(expected)
    way = scene.one("way of this nerve")
    assert way.points[0] == scene.one("healthy").points[0]
    assert (way.stroke, way.dash) == ("damage", ())


@ROOMS
def test_a_nerve_that_lost_both_stops_where_myelin_alone_takes_it(room):
    result = damaged(**BOTH)
    scene = damage(result, room)
    thin = damaged(**BOTH | {"axons_lost": 0.0}).finding
    (stop,) = scene.one("stops of this nerve").points
    expected = on_the_plane(scene)(46.1 * thin.velocity_share, 21.7 * thin.amplitude_share)
    assert stop == pytest.approx(expected)
    assert stop in scene.one("way of this nerve").points
    assert not damage(damaged(0.6), room).named("stops of this nerve")


@ROOMS
def test_three_ways_start_at_healthy_and_are_named_by_what_is_lost(room):
    scene = damage(damaged(), room)
    for name, lost in {
        "myelin lost": {"myelin_lost": 0.6},
        "axons lost": {"axons_lost": 0.7},
        "both": BOTH,
    }.items():
        finding = damaged(**lost).finding
        line, head = scene.one(f"example: {name}"), scene.one(f"example: {name}, head")
        assert line.points[0] == scene.one("healthy").points[0]
        assert head.points[0] == pytest.approx(
            on_the_plane(scene)(finding.velocity_m_per_s, finding.amplitude_uv)
        )
        assert (line.stroke, bool(line.dash), head.fill) == ("ghost", True, "ghost")
        label = scene.one(f"example: {name}, in words")
        assert label.text == name
        assert math.dist((label.x, label.y), head.points[0]) < 90
    assert not scene.named("this nerve")


def test_a_nerve_that_is_an_example_takes_its_name():
    scene = damage(damaged(0.6), WIDE)
    assert said(scene, "this nerve in words") == "myelin lost"
    assert not scene.named("example: myelin lost")
    assert scene.named("example: both")
    assert said(damage(damaged(0.4), WIDE), "this nerve in words") == "this nerve"


@pytest.mark.parametrize("width", [200, 280, 360, 760, 1_000])
def test_nothing_to_record_is_not_struck_through_by_its_own_way(width):
    scene = damage(damaged(**BLOCK), Room(width))
    label = scene.one("this nerve in words")
    assert label.text == "nothing to record"
    (x0, y0), (x1, y1) = scene.one("way of this nerve").points
    for part in np.linspace(0, 1, 200):
        x, y = x0 + (x1 - x0) * part, y0 + (y1 - y0) * part
        assert not (label.x < x < label.x + 105 and label.y - 9 < y < label.y + 2)


# -- people ---
@ROOMS
def test_four_had_the_small_pattern_and_one_the_slow_one(room):
    """Hemmer 1998."""
    scene = damage(damaged(), room)
    dots = {name: scene.one(name) for name in ("small", "slow", "neither")}
    assert {name: len(mark.points) for name, mark in dots.items()} == {"small": 4, "slow": 1, "neither": 4}
    assert [said(scene, f"{name} in words") for name in dots] == ["4 small", "1 slow", "4 neither"]
    assert isinstance(dots["neither"], Rings)
    for name, mark in dots.items():
        label, (first_x, first_y) = scene.one(f"{name} in words"), mark.points[0]
        assert label.x < first_x < label.x + 15, "the words stand under their dots"
        assert label.y > first_y


def test_groups_of_people_without_room_go_into_another_row():
    scene = damage(damaged(), Room(200))
    small, slow, neither = (scene.one(name).points for name in ("small", "slow", "neither"))
    assert small[0][1] == slow[0][1] < neither[0][1]
    assert small[0][0] == neither[0][0]
    assert max(point[0] for point in (*small, *slow, *neither)) < Room(200).right


# -- the sentence ---
@pytest.mark.parametrize(
    "state", [{"myelin_lost": 0.6}, {"axons_lost": 0.7}, BOTH, {"temperature_c": 27.0}], ids=str
)
def test_velocity_and_amplitude_are_not_mistaken_for_each_other(state):
    result = damaged(**state)
    finding, told = result.finding, plain(STORY.tell(result))
    velocity, amplitude = f"{100 * finding.velocity_share:.0f} %", f"{100 * finding.amplitude_share:.0f} %"
    assert velocity != amplitude
    assert (
        f"Velocity is {velocity} of healthy ({finding.velocity_m_per_s:.0f} m/s; the limit is 40 m/s*)"
        in told
    )
    uv = re.search(r"amplitude (\d+ %) \(([\d.]+) µV; the limit is 8.3 µV\)", told)
    assert uv[1] == amplitude
    assert float(uv[2]) == pytest.approx(finding.amplitude_uv, rel=0.03)
    titles = [plain(title) for title in words.titles(result)]
    assert f"velocity {velocity}, amplitude {amplitude}" in titles[0]
    title = said(damage(result, WIDE), "title")
    assert title in titles


@pytest.mark.parametrize(
    ("delay_ms", "words"), [(0.65, "0.65 ms later"), (-0.3, "0.3 ms earlier"), (0.01, "on time")]
)
def test_later_is_later(delay_ms, words):
    assert plain(late(delay_ms)) == words


def test_in_the_warm_a_wave_is_earlier_and_in_the_cold_later():
    assert plain(STORY.tell(damaged(temperature_c=37.0))).count("earlier") == 1
    assert plain(STORY.tell(damaged(temperature_c=29.0))).count("later") == 1


def test_blocked_is_told_only_of_a_blocked_fibre():
    warm, cold = (damaged(**BLOCK | {"temperature_c": t}) for t in (37.0, 25.0))
    assert "the wave is blocked" in STORY.tell(warm)
    assert "nothing can be told from noise" in STORY.tell(warm)
    assert "the wave is blocked" not in STORY.tell(cold)
    assert "The cold lets the wave through" in STORY.tell(cold)
    assert f"at 33{NBSP}°C it is blocked" in STORY.tell(cold)
    assert "block" not in STORY.tell(damaged(0.6))


def test_the_blocked_share_is_told_of_the_axons_that_are_left():
    result = damaged(**BLOCK, axons_lost=0.5)
    blocked = 100 * result.study.blocked / (result.study.fibres - result.study.lost)
    assert f"{blocked:.0f} % of the axons left are blocked" in plain(STORY.tell(result))
    assert plain(words.titles(result)[0]).startswith(
        f"Blocked: {blocked:.0f} % of the axons left carry nothing"
    )


def test_without_an_axon_there_is_nothing_to_record():
    result = damaged(axons_lost=1.0)
    assert "no axon is left" in STORY.tell(result)
    assert words.titles(result) == ["No axon is left: nothing to record"]


def test_small_is_said_against_the_limit():
    """70 % of the amplitude is within limits, and is not called unharmed."""
    title = plain(words.titles(damaged(0.6))[0])
    assert title == "Slow enough to flag: velocity 78 %, amplitude 70 % of healthy; amplitude within limits"


def test_every_amount_of_the_picture_is_among_the_facts():
    for state in ({"myelin_lost": 0.6}, BLOCK, BOTH):
        result = damaged(**state)
        told = {fact.value for fact in STORY.facts(result)}
        shown = {words.amplitude_left(result), words.one_fibre(result), words.blocked(result)}
        assert shown <= told
        if result.finding.recorded:
            assert {words.velocity_left(result), words.onset(result)} <= told
        assert {words.example(name) for name in words.EXAMPLES} <= told


# -- what crosses to a page ---
@pytest.mark.parametrize("width", [360, 760])
def test_a_whole_scene_is_light(width):
    for state in ({}, {"myelin_lost": 0.6}, BLOCK, BOTH):
        scene = damage(damaged(**state), Room(width))
        told = json.dumps([wire(mark) for mark in scene.all], separators=(",", ":"), ensure_ascii=False)
        assert len(told.encode()) < 16_000
        for name in ("potential", "healthy potential"):
            path = scene.one(name)
            assert isinstance(path, Path)
            assert len(path.points) < 120


def test_the_sentence_counts_people_as_the_dots_do():
    told = plain(STORY.tell(damaged(0.6)))
    assert "Of 9 people in one series" in told
    assert told.endswith("4 had the small pattern, 1 the slow one and 4 neither.")


@pytest.mark.parametrize(
    ("state", "done"),
    [
        ({"myelin_lost": 0.8}, "80 % of myelin lost in every stretch"),
        ({"myelin_lost": 0.9, "affected_share": 0.3}, "90 % of myelin lost in 30 % of stretches"),
        (
            {"myelin_lost": 0.9, "affected_share": 0.3, "where": "in stretches"},
            "90 % of myelin lost in 30 % of stretches, 8 in a row",
        ),
        ({"axons_lost": 0.3}, "30 % of axons lost"),
        ({"axons_lost": 0.3, "loss": "largest"}, "30 % of axons lost, the largest"),
        (
            {"myelin_lost": 0.7, "axons_lost": 0.2, "temperature_c": 27.0},
            "70 % of myelin lost in every stretch; 20 % of axons lost; nerve at 27 °C",
        ),
    ],
    ids=str,
)
def test_what_was_done_is_told_as_it_was_done(state, done):
    result = damaged(**state)
    assert plain(STORY.tell(result)).startswith(f"{done}: ")
    assert said(damage(result, Room(1_000)), "subtitle") == done


@ROOMS
def test_the_potential_is_as_late_in_words_as_its_own_onset_and_not_as_the_one_fibre(room):
    result = damaged(0.6)
    late_ms = result.study.onset_ms - result.healthy.onset_ms
    assert late_ms - result.delay_ms > 0.3
    assert said(damage(result, room), "potential in words").endswith(f"as high {late_ms:.2f} ms later")


NEAR = (-0.3, -0.04, -0.0004, 0.0004, 0.04, 0.3)


@pytest.mark.parametrize("off", NEAR)
def test_a_nerve_beside_a_limit_does_not_read_as_the_limit(off):
    """Below it the number told is less, above it more, however near they are."""
    known = criteria()
    nerve = judge((40 + off) / float(known.velocity), (8.3 + off / 5) / float(known.amplitude))
    told = (velocity(nerve, known), 40.0), (size(nerve, known), 8.3)
    for words_of_it, limit in told:
        number = float(plain(words_of_it).split()[0])
        assert (number < limit) == (off < 0), words_of_it
        assert number != limit


def test_no_state_calls_slow_what_reads_as_the_limit():
    """At 29 °C a nerve that lost nothing is slow by 0.2 m/s."""
    assert "86 % of healthy (39.8 m/s; the limit is 40 m/s*)" in plain(
        STORY.tell(damaged(temperature_c=29.0))
    )
    for state in sample(STORY, "limits"):
        result = STORY.model(**state)
        found = re.search(
            r"Velocity is .*? \(([\d.]+) m/s; .*? amplitude .*? \(([\d.]+) µV", plain(STORY.tell(result))
        )
        if found:
            verdict = result.finding.verdict
            slow, small = float(found[1]) < 40, float(found[2]) < 8.3
            assert (slow, small) == verdict.value, state
