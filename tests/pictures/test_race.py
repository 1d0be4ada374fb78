"""The picture of the race: where signals, wave, sheath, velocities and guess stand, and who is who in what is said."""

import gzip
import json
import math
import re
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from b12explain.explore.answers import answer, film
from b12explain.explore.stories.myelin_race import STORY
from b12explain.pictures.race import race
from b12explain.scene.layout import Room
from b12explain.scene.marks import Dots, Path, Rings
from b12explain.words import race as words
from tests.pictures.lint import faults, texts

NBSP = "\N{NO-BREAK SPACE}"
WIDE, NARROW = 760, 360
BOTH = pytest.mark.parametrize("width", [WIDE, NARROW])
MINE, BESIDE, THIN = "this fibre", "as wide, unmyelinated", "thin, unmyelinated"


@cache
def result(**values):
    return STORY.model(**STORY.state(values))


def scene(width=WIDE, guess=None, moment=None, **values):
    return race(result(**values), Room(width, guess, moment))


def said(picture, name):
    return " ".join(mark.text for mark in picture.named(name)).replace(NBSP, " ")


def tick(picture, text):
    (mark,) = [one for one in texts(picture) if one.text.replace(NBSP, " ") == text and one.role == "ink3"]
    return mark


def speeds(race_result):
    """By Rattay and Aberham's 1 µm fibre and the root of diameter; the first by the model."""
    thin = race_result.thin_m_per_s
    return {
        MINE: race_result.velocity_m_per_s,
        BESIDE: thin * math.sqrt(race_result.fibre.diameter_um),
        THIN: thin,
    }


def ms(text):
    number, unit = text.split(" ")
    return float(number) * {"ms": 1, "s": 1_000}[unit]


# -- lanes ---
@BOTH
@pytest.mark.parametrize("moment", [0.0, 0.12, 0.36, 0.8])
@pytest.mark.parametrize("values", [{}, {"layers_percent": 20.0}, {"diameter_um": 4.0}], ids=str)
def test_each_signal_is_where_its_velocity_takes_it_by_then(width, moment, values):
    picture = scene(width, moment=moment, **values)
    start, end = next(mark.points[0][0] for mark in picture.named(f"{THIN}: run, first mm")), None
    end = tick(picture, "40 mm").x
    for key, velocity in speeds(result(**values)).items():
        x = start + (end - start) * min(1.0, velocity * moment / 40)  # m/s × ms is mm
        ((dot_x, dot_y),) = picture.one(f"{key}: signal, first mm").points
        run = picture.one(f"{key}: run, first mm")
        assert dot_x == pytest.approx(x, abs=0.01)
        assert run.points == ((pytest.approx(start), dot_y), (pytest.approx(x, abs=0.01), dot_y))
    assert said(picture, "now") == f"now, {moment:.2f} ms"


@BOTH
def test_a_later_moment_moves_signals_and_wave_but_no_axis(width):
    before, after = (scene(width, moment=moment) for moment in (0.2, 0.4))
    assert before.frame == after.frame
    for key in (MINE, BESIDE, THIN):
        name = f"{key}: signal, first mm"
        assert after.one(name).points[0][0] > before.one(name).points[0][0]
        at_end = f"{key}: signal, a metre"
        assert after.one(at_end) == before.one(at_end)
    assert before.one("wave") != after.one("wave")


@BOTH
def test_a_metre_is_shown_as_the_first_arrives(width):
    picture = scene(width)
    toe, spine = tick(picture, "toe").x, tick(picture, "spine, 1 m").x
    for key, velocity in speeds(result()).items():
        share = velocity / result().velocity_m_per_s
        ((x, _),) = picture.one(f"{key}: signal, a metre").points
        assert x == pytest.approx(toe + share * (spine - toe))
        if share < 1:
            assert float(said(picture, f"{key}: gone").split(" ")[0]) == pytest.approx(
                1_000 * share, rel=0.05
            )
        assert ms(said(picture, f"{key}: time")) == pytest.approx(1_000 / velocity, rel=0.05)


@BOTH
def test_each_fibre_has_its_name_and_colour_in_both_lanes(width):
    picture = scene(width)
    names = {
        MINE: "10 µm, 120 layers",
        BESIDE: "10 µm, never had myelin",
        THIN: "1 µm, never had myelin",
    }
    for what in ("a metre", "first mm"):
        heights = [picture.one(f"{key}: signal, {what}").points[0][1] for key in names]
        assert heights == sorted(heights)
        for key, name in names.items():
            assert said(picture, f"{key}: name, {what}") == name
            assert picture.one(f"{key}: run, {what}").stroke == ("axon" if key == MINE else "ghost")
            assert picture.one(f"{key}: signal, {what}").role == "spike"


@BOTH
def test_a_thinner_sheath_is_named_by_the_layers_that_are_left(width):
    picture = scene(width, layers_percent=50.0)
    assert said(picture, f"{MINE}: name, a metre") == "10 µm, 60 layers"
    traded = scene(width, vary="g_ratio", g_ratio=0.8)
    assert (
        said(traded, f"{MINE}: name, first mm")
        == f"10 µm, {round(result(vary='g_ratio', g_ratio=0.8).layers)} layers"
    )
    assert result(vary="g_ratio", g_ratio=0.8).layers < 120 - 30


@BOTH
def test_the_next_node_is_as_far_as_an_internode_is_long(width):
    """1.2 mm in a fibre of 10 µm (McIntyre 2002: 1,150 µm), 0.2 mm in one of 2."""
    for diameter_um in (10.0, 2.0):
        picture = scene(width, diameter_um=diameter_um)
        (words,) = [
            text.text.replace(NBSP, " ") for text in texts(picture) if text.text.startswith("next node")
        ]
        away_mm = float(re.match(r"next node: ([\d.]+) mm away", words)[1])
        assert away_mm == pytest.approx(result(diameter_um=diameter_um).internode_um / 1_000, rel=0.05)
        assert away_mm == pytest.approx({10.0: 1.15, 2.0: 0.2}[diameter_um], rel=0.05)


@BOTH
def test_at_rest_the_signal_is_half_way(width):
    assert STORY.film.at_rest == pytest.approx(0.5 * 40 / result().velocity_m_per_s, rel=0.02)
    assert scene(width) == scene(width, moment=STORY.film.at_rest)
    assert said(scene(width), "now") == f"now, {STORY.film.at_rest:.2f} ms"


@BOTH
def test_a_signal_that_dies_is_a_cross_and_never_arrives(width):
    picture = scene(width, layers_percent=0.0)
    assert said(picture, f"{MINE}: name, a metre") == "10 µm, myelin stripped"
    assert said(picture, f"{BESIDE}: name, a metre") == "10 µm, never had myelin"
    assert {(mark.shape, mark.role) for mark in picture.named(f"{MINE}: dies")} == {("cross", "damage")}
    assert not picture.named(f"{MINE}: signal, a metre")
    assert not picture.named("times sooner")
    assert said(picture, f"{MINE}: time") == "never"
    spine = tick(picture, "spine, 1 m").x
    assert picture.one(f"{BESIDE}: signal, a metre").points[0][0] == pytest.approx(spine)
    ((thin, _),) = picture.one(f"{THIN}: signal, a metre").points
    toe = tick(picture, "toe").x
    assert (thin - toe) / (spine - toe) == pytest.approx(1 / math.sqrt(10))


# -- times sooner ---
def decades(picture, width):
    """Ratio → px, by the ticks."""
    far = 4 if width == NARROW else 5
    one, last = tick(picture, "1").x, tick(picture, f"{10**far:,}").x
    return lambda ratio: one + (last - one) / far * math.log10(ratio)


@BOTH
@pytest.mark.parametrize("guess", [1.0, 5.0, 50.0, 87.0, 1_000.0, 100_000.0])
def test_answer_and_guess_stand_on_one_ruler_of_times_sooner(width, guess):
    picture = scene(width, guess)
    x = decades(picture, width)
    ((answered, y),) = picture.one("times sooner").points
    ((guessed, level),) = picture.one("your guess").points
    assert answered == pytest.approx(x(result().velocity_m_per_s / result().thin_m_per_s))
    assert guessed == pytest.approx(x(guess))
    assert level == y
    assert isinstance(picture.one("your guess"), Rings)
    assert (picture.one("your guess").role, picture.one("times sooner").role) == ("you", "axon")
    assert said(picture, "your guess in words") == f"you: × {guess:,.0f}"
    assert not faults(picture)


def test_without_a_guess_nothing_is_drawn_in_its_colour():
    for mark in scene().all:
        assert "you" not in (getattr(mark, "role", ""), getattr(mark, "stroke", ""))


# -- wave ---
def height(picture, values=None):
    """mV → px, wide, by the names of the two lines."""
    rest, high = tick(picture, "rest").y - 4, tick(picture, "100 mV").y - 4
    assert high < rest, "potential is drawn upwards"
    return lambda mv: rest + (high - rest) * mv / 100


@pytest.mark.parametrize("moment", [0.1, 0.36, 0.3667, 0.6])
def test_the_wave_is_the_potential_at_its_place(moment):
    picture, wave = scene(moment=moment), result().wave
    y, start, end = (
        height(picture),
        picture.one(f"{MINE}: run, a metre").points[0][0],
        tick(picture, "40 mm").x,
    )
    potential = wave.at(moment)
    nodes = [
        point for name in ("node", "firing node") for mark in picture.named(name) for point in mark.points
    ]
    x = start + (end - start) * wave.position_mm / 40
    expected = [(x[i], y(potential[i])) for i in np.flatnonzero(wave.is_node)]
    np.testing.assert_allclose(sorted(nodes), expected, atol=0.01)
    line = np.array(picture.one("wave").points)
    inside = x <= end
    np.testing.assert_allclose(np.interp(x[inside], *line.T), y(potential[inside]), atol=1.0)
    assert len(line) < inside.sum() / 3, "no more points than it needs"
    assert picture.one("wave").stroke == "axon"


def test_the_two_lines_of_the_wave_are_at_rest_and_at_what_they_say():
    picture = scene()
    left, right = picture.one(f"{MINE}: run, a metre").points[0][0], tick(picture, "40 mm").x
    rest, high = (tick(picture, words).y - 4 for words in ("rest", "100 mV"))
    level = [
        mark.points[0][1]
        for mark in picture.frame
        if isinstance(mark, Path)
        and [x for x, _ in filter(None, mark.points)] == pytest.approx([left, right], abs=1)
        and min(rest, high) - 30 < mark.points[0][1] < max(rest, high) + 10
    ]
    assert sorted(level) == pytest.approx(sorted([rest, high]), abs=1)


def test_nodes_on_a_spike_and_the_rising_front_are_in_its_colour():
    picture = scene(moment=0.36)
    y = height(picture)
    firing, resting = picture.one("firing node"), picture.one("node")
    assert (firing.role, resting.role) == ("spike", "axon")
    assert all(level < y(50) for _, level in firing.points)
    assert all(level >= y(50) for _, level in resting.points)
    front = picture.one("rising front")
    assert front.stroke == "spike"
    reached = picture.one(f"{MINE}: signal, first mm").points[0][0]
    assert front.points[0][0] < reached < front.points[-1][0], "the signal's dot is at the front of the wave"
    assert front.points[0][1] < front.points[-1][1], "the front falls off ahead"


def test_the_wave_left_standing_is_that_of_moments_before():
    picture, wave = scene(moment=0.5), result().wave
    y, before = height(picture), picture.named("wave before")
    assert len(before) == 3
    nodes = wave.is_node & (wave.position_mm <= 40)
    for mark, moment in zip(before, (0.0, 0.2, 0.4), strict=True):
        assert mark.points[0][1] == pytest.approx(y(wave.at(moment)[nodes][0]))
        assert mark.points[-1][1] == pytest.approx(y(wave.at(moment)[nodes][-1]), abs=0.3)


def test_a_dying_wave_is_drawn_as_low_as_it_is():
    picture = scene(moment=0.2, layers_percent=0.0)
    y = height(picture)
    (first, *_), *_ = (picture.one("wave").points,)
    assert first[1] == pytest.approx(y(result(layers_percent=0.0).wave.at(0.2)[0]), abs=0.01)
    assert not picture.named("firing node")


# -- sheath ---
def um_px(picture):
    """px a µm: a node is 1 µm long."""
    ((left, _), (right, _)) = picture.named("node membrane")[0].points
    return right - left


def thickness(picture):
    """Of the sheath far from the node, above the axon, px."""
    wall, outline = picture.named("membrane")[0], picture.named("sheath outline")[0]
    return wall.points[0][1] - outline.points[0][1]


@BOTH
@pytest.mark.parametrize(
    "values", [{}, {"layers_percent": 50.0}, {"vary": "g_ratio", "g_ratio": 0.6}], ids=str
)
def test_axon_sheath_and_node_are_to_one_scale(width, values):
    picture = scene(width, **values)
    px = um_px(picture)
    axon_um = 6.0 if values.get("vary") else 6.7462  # at 10 µm, after Musselman 2021
    share = values.get("layers_percent", 100) / 100
    upper, _, lower, _ = (mark.points[0][1] for mark in picture.named("membrane"))
    assert lower - upper == pytest.approx(axon_um * px)
    assert thickness(picture) == pytest.approx(share * (10 - axon_um) / 2 * px)
    top, bottom = (mark.points[0][1] for mark in picture.named("node membrane"))
    assert bottom - top == pytest.approx(3.2 * px)
    assert {mark.stroke for mark in picture.named("node membrane")} == {"spike"}
    assert {mark.fill for mark in picture.named("sheath")} == {"myelin"}
    assert picture.one("axon").fill == "axon_tint"


def test_half_the_layers_are_half_as_thick_beside_what_was_there():
    whole, half, none = (scene(layers_percent=share) for share in (100.0, 50.0, 0.0))
    assert thickness(half) == pytest.approx(thickness(whole) / 2)
    assert not none.named("sheath")
    assert not whole.named("whole sheath")
    for picture in (half, none):
        ghosts = picture.named("whole sheath")
        assert {(mark.stroke, bool(mark.dash)) for mark in ghosts} == {("ghost", True)}
        assert ghosts[0].points[0] == pytest.approx(whole.named("sheath outline")[0].points[0])
    assert said(whole, "sheath in words") == "sheath: 120 layers, 1.6 µm thick"
    assert said(half, "sheath in words") == "sheath: 60 layers, 0.81 µm thick"
    assert said(none, "sheath in words") == "no sheath"


# -- plane ---
def place(picture):
    """Diameter, velocity → px, by the ticks."""
    left, right = tick(picture, "5").x, tick(picture, "15 µm").x
    low, high = tick(picture, "25").y - 4, tick(picture, "75").y - 4
    assert high < low
    return lambda um, v: (left + (right - left) * (um - 5) / 10, low + (high - low) * (v - 25) / 50)


@BOTH
@pytest.mark.parametrize(
    "values", [{}, {"layers_percent": 20.0}, {"diameter_um": 4.0}, {"temperature_c": 25.0}], ids=str
)
def test_the_fibre_stands_at_its_diameter_and_velocity(width, values):
    picture, of = scene(width, **values), result(**values)
    at, um = place(picture), of.fibre.diameter_um
    dot = picture.one("this fibre")
    assert dot.points[0] == pytest.approx(at(um, of.velocity_m_per_s))
    assert dot.role == "axon"
    assert said(picture, "velocity in words") == words.velocity(of.velocity_m_per_s).replace(NBSP, " ")
    fall = picture.one("fall")
    assert fall.stroke == "damage"
    assert fall.points[0] == pytest.approx(at(um, max(of.velocity_m_per_s, of.full_m_per_s)))


@BOTH
def test_thinner_sheaths_are_a_fall_at_rest(width):
    picture, at = scene(width), place(scene(width))
    others = [result(layers_percent=share).velocity_m_per_s for share in (50.0, 20.0, 5.0)]
    dots = [mark.points[0] for mark in picture.named("thinner sheath")]
    assert dots == [pytest.approx(at(10, velocity), abs=0.01) for velocity in others]
    assert picture.one("thinnest sheath is blocked").points[0] == pytest.approx(at(10, 0))
    assert picture.one("thinnest sheath is blocked").shape == "cross"
    assert "24 layers: 35 m/s" in said(picture, "thinner sheath in words")


@BOTH
def test_curves_and_band_of_the_plane(width):
    picture, at = scene(width), place(scene(width))
    whole = dict(zip(range(2, 17), picture.one("whole fibres").points, strict=True))
    for um in (2, 10, 16):
        assert whole[um] == pytest.approx(at(um, result(diameter_um=float(um)).velocity_m_per_s), abs=0.01)
    never = picture.one("never had myelin")
    assert never.points[-1] == pytest.approx(at(16, 4 * result().thin_m_per_s))
    assert (never.stroke, bool(never.dash)) == ("ghost", True)
    corners = [(4, 4.36), (13, 4.36), (13, 4.74), (4, 4.74)]  # Tackmann 1976: m/s per µm
    assert picture.one("human nerves").points == tuple(
        pytest.approx(at(um, um * slope)) for um, slope in corners
    )


@BOTH
def test_the_highest_velocity_of_the_plane_is_under_its_heading(width):
    picture = scene(width)
    heading = next(text for text in texts(picture) if text.text.startswith("Velocity and"))
    top, zero = place(picture)(0, 125)[1], place(picture)(0, 0)[1]
    assert heading.y + 14 < top < zero
    assert all(top <= y <= zero for _, y in picture.one("whole fibres").points)


def test_a_blocked_fibre_is_a_cross_at_no_velocity():
    picture = scene(layers_percent=0.0)
    cross = picture.one("this fibre is blocked")
    assert cross.points[0] == pytest.approx(place(picture)(10, 0))
    assert (cross.shape, cross.role) == ("cross", "damage")
    assert said(picture, "velocity in words") == "blocked"
    assert not picture.named("this fibre")


# -- what is said ---
def test_who_is_who_in_the_sentence():
    for values in ({}, {"layers_percent": 20.0}, {"diameter_um": 4.0}, {"temperature_c": 25.0}):
        of, told = result(**values), STORY.tell(result(**values)).replace(NBSP, " ")
        size, layers, warmth, velocity, mine, thin, many, wide = re.fullmatch(
            r"A ([\d.]+) µm fibre with (\d+) layers of myelin at (\d+) °C: ([\d.]+) m/s, so one metre takes "
            r"([\d.]+ m?s)\. A fibre of 1 µm that never had myelin needs ([\d.]+ m?s); here the signal arrives "
            r"([\d.]+) times sooner\. "
            r"As wide as this one, but never with myelin, it would need ([\d.]+ m?s)\.",
            told,
        ).groups()
        assert (float(size), int(layers)) == (of.fibre.diameter_um, round(of.layers))
        assert float(warmth) == of.fibre.temperature_c
        assert float(velocity) == pytest.approx(of.velocity_m_per_s, rel=0.05)
        assert ms(mine) == pytest.approx(1_000 / of.velocity_m_per_s, rel=0.05)
        assert ms(thin) == pytest.approx(1_000 / of.thin_m_per_s, rel=0.05)
        assert ms(wide) == pytest.approx(
            1_000 / (of.thin_m_per_s * math.sqrt(of.fibre.diameter_um)), rel=0.05
        )
        assert float(many) == pytest.approx(of.velocity_m_per_s / of.thin_m_per_s, rel=0.05)


def test_who_is_who_where_the_signal_dies():
    told = STORY.tell(result(layers_percent=0.0)).replace(NBSP, " ")
    assert told.startswith("A 10 µm fibre with no layers of myelin at 37 °C is blocked")
    assert told.endswith("1.6 s for a metre at 1 µm, 0.5 s at this width.")


@BOTH
@pytest.mark.parametrize(
    "values", [{}, {"layers_percent": 20.0}, {"diameter_um": 3.0}, {"gap_nm": 20.0}], ids=str
)
def test_title_lanes_ruler_sentence_and_facts_say_one_amount(width, values):
    picture, of = scene(width, **values), result(**values)
    told = STORY.tell(of).replace(NBSP, " ")
    facts = {fact.label.replace(NBSP, " "): fact.value.replace(NBSP, " ") for fact in STORY.facts(of)}
    mine, thin, many = (
        said(picture, f"{MINE}: time"),
        said(picture, f"{THIN}: time"),
        said(picture, "times sooner in words"),
    )
    title = said(picture, "title")
    assert title.index(mine) < title.index(thin)
    assert title.endswith(many)
    assert f"one metre takes {mine}." in told
    assert f"needs {thin}; here the signal arrives {many}." in told
    assert facts["Than the 1 µm fibre without myelin"] == many
    assert facts["Velocity"] == said(picture, "velocity in words")
    assert facts[f"One metre at {facts['Velocity']}"] == mine
    assert facts[f"One metre at {facts['Never had myelin, 1 µm']}"] == thin
    assert STORY.prediction.answer(of) == of.ratio


@pytest.mark.parametrize(
    ("ratio", "expected"), [(86.7, "87 times sooner"), (0.5, "2 times later"), (123.4, "123 times sooner")]
)
def test_sooner_and_later(ratio, expected):
    assert words.sooner(ratio) == expected


def test_a_signal_that_is_later_stands_at_the_end_of_the_ruler():
    late = replace(result(), velocity_m_per_s=result().thin_m_per_s / 2)
    for width in (200, WIDE):
        picture = race(late, Room(width, 1.0))
        assert picture.one("times sooner").points == picture.one("your guess").points
        assert said(picture, "times sooner in words") == "2 times later"
        assert not faults(picture)


@pytest.mark.parametrize(("count", "expected"), [(0.3, "no layers"), (1.2, "1 layer"), (120.2, "120 layers")])
def test_layers_are_counted_in_words(count, expected):
    assert words.layers(count) == expected


def test_a_seal_that_is_not_the_usual_one_is_named_as_the_cause():
    assert "gap of" not in STORY.tell(result())
    assert f"a gap of 20{NBSP}nm at the nodes’ edges" in STORY.tell(result(gap_nm=20.0))


def test_saved_code_means_what_it_meant():
    """The control is a percentage, the model's share is not."""
    assert round(result(layers_percent=20).layers) == 24
    assert result(layers_percent=20).fibre.lamella_fraction == pytest.approx(0.2)
    assert result(gap_nm=8).fibre.paranodal_gap_um == pytest.approx(0.008)
    assert result(vary="g_ratio", g_ratio=0.6).axon_um == pytest.approx(6.0)


# -- everywhere ---
@pytest.mark.parametrize("width", range(696, 745, 4))
def test_a_stripped_fibre_with_another_seal_is_told_at_any_width(width):
    for gap_nm in (1.5, 20.0):
        picture = scene(width, layers_percent=0.0, gap_nm=gap_nm)
        assert not faults(picture)
        assert "myelin" in said(picture, "subtitle")


def test_a_move_and_a_film_are_small():
    """Bytes before they are packed, and a film after."""
    rest = answer(STORY, STORY.at_rest, WIDE)
    for values in ({}, {"layers_percent": 20.0}, {"diameter_um": 2.0}, {"temperature_c": 25.0}):
        now = answer(STORY, STORY.state(values), WIDE)
        assert len(json.dumps(now.told(rest))) <= 16_000
        raw = json.dumps(film(STORY, now, WIDE), separators=(",", ":")).encode()
        assert len(raw) <= 400_000
        assert len(gzip.compress(raw)) <= 60_000


def test_a_film_runs_from_the_start_and_has_three_pictures_a_step():
    assert STORY.film.moments[0] == 0.0
    assert len(STORY.film.frames) == 121
    first, last = (scene(moment=moment) for moment in (STORY.film.moments[0], STORY.film.moments[-1]))
    assert {
        mark.points[0][0] for key in (MINE, BESIDE, THIN) for mark in first.named(f"{key}: signal, first mm")
    } == {first.one(f"{MINE}: run, first mm").points[0][0]}
    assert last.named("firing node"), "it does not stop on an empty fibre"


def test_axes_are_seen_before_the_reader_has_guessed_and_data_are_not():
    frame = scene().frame
    assert not [mark for mark in frame if isinstance(mark, Dots | Rings) or mark.name]
    assert {"40\u00a0mm", "1", "toe", "125\u00a0m/s"} <= {
        mark.text for mark in frame if not isinstance(mark, Path)
    }
