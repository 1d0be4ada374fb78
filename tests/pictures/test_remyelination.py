"""The picture of remyelination: sheaths as thick and short as they are, what moves a velocity, the fall and rise."""

import re

import pytest

from b12explain.explore.stories.remyelination import STORY
from b12explain.models.remyelination import remyelinate
from b12explain.pictures.remyelination import remyelination
from b12explain.scene.layout import Room
from b12explain.scene.marks import Path, Text
from b12explain.words import remyelination as words

NBSP = "\N{NO-BREAK SPACE}"
WIDE, NARROW = Room(760), Room(360)
ROOMS = pytest.mark.parametrize("room", [WIDE, NARROW], ids=["wide", "narrow"])
SHEATH, AXON = 9.0, 8.0  # px


def plain(text):
    return text.replace(NBSP, " ")


def said(scene, name):
    return plain(scene.one(name).text)


def pieces(mark):
    return list(zip(mark.points[::3], mark.points[1::3], strict=True))


def ruler(scene):
    """Velocity, m/s → px, read off the ticks."""
    five, ten = (
        next(mark for mark in scene.all if isinstance(mark, Text) and mark.text == tick)
        for tick in ("5", f"10{NBSP}m/s")
    )
    return lambda m_per_s: five.x + (ten.x - five.x) * (m_per_s - 5) / 5


def on_the_plane(scene):
    """A finding → px, read off the field within limits: 40 to 60 m/s and 8.3 to 30 µV."""
    (left, top), _, (right, bottom), _ = scene.one("within limits").points
    return lambda finding: (
        right + (finding.velocity_m_per_s - 60) * (right - left) / 20,
        top + (30 - finding.amplitude_uv) * (bottom - top) / (30 - 8.3),
    )


# -- the fibre ---
@ROOMS
@pytest.mark.parametrize("fraction", [0.1, 0.4, 1.0])
def test_new_sheaths_are_as_thick_as_they_are(room, fraction):
    scene = remyelination(remyelinate(lamella_fraction=fraction), room)
    new, old = scene.one("new sheaths: new"), scene.one("before: old")
    assert (new.width - AXON) / (old.width - AXON) == pytest.approx(fraction)
    assert new.width == pytest.approx(AXON + 2 * SHEATH * fraction)
    assert scene.one("new sheaths: new, rim").width == new.width + 2
    assert (new.stroke, old.stroke) == ("repair_tint", "myelin")


@ROOMS
@pytest.mark.parametrize(("parts", "affected"), [(3, 1.0), (1, 0.5), (6, 0.25), (2, 0.75)])
def test_new_internodes_are_as_many_and_as_short_as_they_are(room, parts, affected):
    scene = remyelination(remyelinate(parts=parts, affected_share=affected), room)
    before, after = pieces(scene.one("before: old")), pieces(scene.one("new sheaths: new"))
    assert len(before) == 4
    assert len(after) == 4 * affected * parts
    spared = [mark for name in ("stripped: old", "new sheaths: old") for mark in scene.named(name)]
    assert {len(pieces(mark)) for mark in spared} == ({4 - 4 * affected} if affected < 1 else set())
    gap = 2 * 2.2
    whole, short = ((end[0] - start[0] + gap) for start, end in (before[0], after[0]))
    assert short == pytest.approx(whole / parts)


def test_stripped_stretches_are_bare():
    scene = remyelination(remyelinate(), WIDE)
    assert not scene.named("stripped: old")
    assert len(scene.named("axon")) == 3


@ROOMS
def test_each_row_says_what_such_a_nerve_shows(room):
    scene = remyelination(remyelinate(), room)
    labels = {
        mark.name: plain(mark.text) for mark in scene.all if isinstance(mark, Text) and mark.anchor == "end"
    }
    assert labels["before in words"] == "100 % of the velocity"
    assert labels["stripped in words"] == "nothing to record"
    assert labels["new sheaths in words"] == "62 % of the velocity"


# -- what moves a velocity ---
@ROOMS
def test_ranges_stand_on_the_ruler_where_the_rows_say(room):
    result = remyelinate(foot_cooler_c=2.0)
    scene = remyelination(result, room)
    x = ruler(scene)
    expected = {
        "colder foot": (2.6, 4.0),
        "another week": (0.042 * 46.1, 0.098 * 46.1),
        "trials": (3.86, 6.87),
    }
    for name, (low, high) in expected.items():
        (start, _), (end, _) = scene.one(name).points
        assert (start, end) == pytest.approx((x(low), x(high)), abs=0.5), name
    assert scene.one("trials, middle").points[0][0] == pytest.approx(x(5.36), abs=0.5)
    gain = result.thicker.velocity_m_per_s - result.mended.velocity_m_per_s
    assert scene.one("growing thick, middle").points[0][0] == pytest.approx(x(gain), abs=0.5)
    assert (scene.one("trials").stroke, scene.one("growing thick, middle").role) == ("b12", "repair")


def test_what_is_beyond_the_ruler_is_an_arrow_at_its_end():
    result = remyelinate(parts=1, lamella_fraction=0.1)
    mark = remyelination(result, WIDE).one("growing thick, middle")
    assert result.maturing_m_per_s > 12.5
    assert mark.shape == "right"
    assert mark.points[0][0] == pytest.approx(ruler(remyelination(result, WIDE))(12.5), abs=0.5)


def test_at_full_thickness_there_is_nothing_to_gain():
    scene = remyelination(remyelinate(lamella_fraction=1.0), WIDE)
    assert said(scene, "growing thick in words") == "these sheaths have their full thickness"
    assert not scene.named("growing thick, middle")


def test_a_foot_as_warm_changes_nothing():
    scene = remyelination(remyelinate(foot_cooler_c=0.0), WIDE)
    assert said(scene, "colder foot in words") == "a foot as warm: no change"
    assert not scene.named("colder foot")


def test_amounts_have_two_figures():
    result = remyelinate(foot_cooler_c=3.0)
    assert plain(words.trials(result)) == "+5.4 m/s (3.9–6.9)"
    assert plain(words.cold(result)) == "−3.9–6 m/s"
    assert plain(words.week(result)) == "±1.9–4.5 m/s"


@pytest.mark.parametrize("width", [200, 240, 320, 360, 600, 617])
def test_every_row_is_said_whole(width):
    for result in (
        remyelinate(foot_cooler_c=3.0),
        remyelinate(lamella_fraction=1.0),
        remyelinate(axons_lost=1.0),
        remyelinate(parts=1, lamella_fraction=0.1, foot_cooler_c=6.0),
        remyelinate(parts=1, affected_share=0.25),
    ):
        scene = remyelination(result, Room(width))
        for name, wordings in zip(
            ("growing thick", "colder foot", "another week", "trials"), words.movers(result), strict=True
        ):
            assert scene.one(f"{name} in words").text in wordings


# -- the plane ---
@ROOMS
def test_the_nerve_falls_to_nothing_and_comes_back_to_where_it_is(room):
    result = remyelinate(axons_lost=0.5)
    scene = remyelination(result, room)
    down, up = scene.one("fall"), scene.one("rise")
    assert down.points[0] == scene.one("healthy").points[0]
    assert up.points[0] == scene.one("stripped").points[0]
    assert scene.one("stripped").shape == "cross"
    (dot,) = [mark for mark in scene.named("new sheaths") if not isinstance(mark, Path | Text)]
    assert dot.points[0] == pytest.approx(on_the_plane(scene)(result.mended))
    assert (down.stroke, bool(down.dash), up.stroke, up.dash) == ("ghost", True, "repair", ())


@ROOMS
@pytest.mark.parametrize("lost", [0.1, 0.5, 0.9])
def test_the_ceiling_is_the_amplitude_of_the_axons_left(room, lost):
    scene = remyelination(remyelinate(axons_lost=lost), room)
    home, limit = scene.one("healthy").points[0][1], scene.one("amplitude limit").points[0][1]
    per_uv = (limit - home) / (21.7 - 8.3)
    ceiling = scene.one("ceiling")
    assert ceiling.points[0][1] == pytest.approx(home + per_uv * 21.7 * lost, abs=1)
    assert ceiling.dash
    assert said(scene, "ceiling in words") == f"axons left: {100 - 100 * lost:.0f} %"
    assert not remyelination(remyelinate(), room).named("ceiling")


# -- the sentence ---
@pytest.mark.parametrize("lost", [0.0, 0.5])
def test_velocity_and_amplitude_are_not_mistaken_for_each_other(lost):
    result = remyelinate(axons_lost=lost)
    velocity, amplitude = (
        round(100 * result.mended.velocity_share),
        round(100 * result.mended.amplitude_share),
    )
    assert velocity != amplitude
    for text in (plain(STORY.tell(result)), *map(plain, words.titles(result)[:2])):
        assert re.search(rf"{velocity} % of the velocity", text)
        assert re.search(rf"{amplitude} % of the amplitude", text)
    assert f"{result.mended.velocity_m_per_s:.0f} m/s" in plain(STORY.tell(result))
    title = remyelination(result, WIDE).named("title")
    assert " ".join(mark.text for mark in title) == words.titles(result)[0]


def test_with_hardly_an_axon_left_nothing_comes_back():
    result = remyelinate(axons_lost=1.0, foot_cooler_c=3.0)
    assert "nothing can be told from noise" in STORY.tell(result)
    assert "come back" not in STORY.tell(result)
    scene = remyelination(result, WIDE)
    assert said(scene, "growing thick in words").endswith("too small to see")


def test_every_amount_of_the_picture_is_among_the_facts():
    result = remyelinate(axons_lost=0.5, foot_cooler_c=3.0)
    told = {fact.value for fact in STORY.facts(result)}
    by = (words.trials(result), words.cold(result), words.week(result), words.thicker(result))
    assert {*by, words.velocity_back(result.mended), words.amplitude_back(result)} <= told


@pytest.mark.parametrize(
    ("values", "done"),
    [
        (
            {"parts": 3, "lamella_fraction": 0.3},
            "Every stretch of myelin stripped and replaced by 3 short ones with 30 % of the layers",
        ),
        (
            {"parts": 1, "lamella_fraction": 0.8, "affected_share": 0.25, "axons_lost": 0.6},
            "25 % of the stretches of myelin stripped and replaced by one of full length with 80 % of the layers; "
            "60 % of axons lost",
        ),
    ],
    ids=["all", "some"],
)
def test_what_was_done_is_told_as_it_was_done(values, done):
    result = remyelinate(**values)
    assert plain(STORY.tell(result)).startswith(f"{done}: ")
    assert " ".join(plain(mark.text) for mark in remyelination(result, Room(1_000)).named("subtitle")) in [
        plain(wording) for wording in words.done(result)
    ]


def test_foot_and_chance_are_not_mistaken_for_each_other():
    """A foot 2 °C colder takes off 1.3 to 2 m/s a degree; from week to week 4.2 to 9.8 % of 46.1 m/s."""
    told = plain(STORY.tell(remyelinate(foot_cooler_c=2.0, axons_lost=0.4)))
    assert "A foot 2 °C colder takes 2.6–4 m/s off a measured velocity." in told
    assert (
        "Chance moves a measured velocity by about 1.9–4.5 m/s from one week to the next (one standard deviation)."
        in told
    )
    assert "past the 60 % of axons that are left" in told
    assert "A foot" not in STORY.tell(remyelinate())


@ROOMS
@pytest.mark.parametrize("lost", [0.0, 0.5, 1.0])
def test_the_dotted_line_is_spoken_of_where_it_is_drawn(room, lost):
    scene = remyelination(remyelinate(axons_lost=lost), room)
    moral = " ".join(mark.text for mark in scene.named("moral"))
    assert ("dotted line" in moral) == bool(scene.named("ceiling")) == (lost > 0)
    assert ("every axon is still there" in moral) == (lost == 0)
    assert scene.height == remyelination(remyelinate(axons_lost=0.3), room).height


def test_the_trials_are_told_as_what_they_were():
    """In diabetes, beside a drug that both groups had."""
    facts = STORY.facts(remyelinate(foot_cooler_c=2.0))
    (fact,) = (one for one in facts if one.value == words.trials(remyelinate()))
    assert fact.label == "Methylcobalamin beside prostaglandin E1, in diabetes"
    for width, start in ((760, "B12 beside another drug, in diabetes:"), (320, "B12 added, in diabetes:")):
        assert said(remyelination(remyelinate(), Room(width)), "trials in words").startswith(start)
    line = " ".join(mark.text for mark in remyelination(remyelinate(), WIDE).named("source"))
    assert "methylcobalamin beside prostaglandin E1 against that alone, in diabetes" in line


def test_a_colder_foot_is_worked_out_from_the_slopes_that_are_named():
    """The sensory correction is 1.3 m/s a degree, the steepest motor slope 2; the lowest of all, 0.8, is not used."""
    (fact,) = (one for one in STORY.facts(remyelinate(foot_cooler_c=1.0)) if one.label == "A colder foot")
    assert plain(fact.value) == "\N{MINUS SIGN}1.3–2 m/s"
    assert fact.status == "degrees × the sensory correction to the steepest motor slope below"
