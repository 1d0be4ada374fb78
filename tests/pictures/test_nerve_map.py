"""The picture of where numbness begins: what is shaded, how far, in which order, and what is said of it."""

import re
from dataclasses import replace

import numpy as np
import pytest

from b12explain.explore.stories.nerve_map import STORY
from b12explain.models.nerve_map import MOST_CM, map_numbness
from b12explain.pictures.nerve_map import nerve_map, part_ends_cm
from b12explain.pictures.outline import drawing
from b12explain.scene.layout import Room
from b12explain.scene.marks import Path, Text
from b12explain.words.nerve_map import notes, reach
from tests.pictures.lint import texts

WIDTHS = pytest.mark.parametrize("width", [200, 320, 400, 600, 760, 1_000])
SIDES = ("left", "right")
LIMBS = ("leg", "arm")


def scene_of(cm, together=False, width=760, guess=None):
    return nerve_map(map_numbness(cm, together), Room(width, guess))


def body(scene):
    """From the drawing to the picture, read off the body's outline: x, y → px."""
    points = scene.one("body").points
    xs, ys = zip(*points, strict=True)
    lowest = max(line[:, 1].max() for line in drawing("body").starting("leg"))
    scale = (max(ys) - min(ys)) / lowest
    middle = (min(xs) + max(xs)) / 2
    return lambda x, y: (middle + scale * x, min(ys) + scale * y)


def level(limb, lost_cm):
    """How far down a place of the drawing is: even from tip to joint and from joint to start."""
    lines, levels = drawing("body").lines, drawing("body").levels
    tip = lines[f"{limb}-route"][-1, 1]
    joint, beyond_cm = {"leg": (levels["knee"], 52.8), "arm": (levels["elbow"], 45.6)}[limb]
    start, path_cm = {"leg": (lines["leg-route"][0, 1], 100), "arm": (levels["shoulder"], 80.3)}[limb]
    if lost_cm <= beyond_cm:
        return tip - (tip - joint) * lost_cm / beyond_cm
    return joint - (joint - start) * (lost_cm - beyond_cm) / (path_cm - beyond_cm)


def said(scene, name):
    return " ".join(mark.text for mark in scene.named(name)).replace("\N{NO-BREAK SPACE}", " ")


# -- the body ---
def test_the_body_is_one_outline_mirrored_with_fingers_and_toes():
    points = np.array(scene_of(10).one("body").points)
    middle = (points[:, 0].min() + points[:, 0].max()) / 2
    other = points * (-1, 1) + (2 * middle, 0)
    nearest = np.hypot(*(points[:, None] - other[None]).transpose(2, 0, 1)).min(axis=1)
    assert nearest.max() < 0.3
    assert len(tips("arm", 550)) == 5, "four fingers and a thumb"
    assert len(tips("leg", 980)) == 5, "toes"


def tips(limb, from_y):
    """Lowest points of fingers or toes."""
    y = drawing("body").lines[limb][:, 1]
    return np.flatnonzero((y[1:-1] > y[:-2]) & (y[1:-1] > y[2:]) & (y[1:-1] > from_y))


STATES = [(5, False), (19, False), (26.4, False), (36, False), (60, False), (10, True)]


@WIDTHS
@pytest.mark.parametrize(("cm", "together"), STATES)
def test_shading_begins_where_the_fibre_is_lost(width, cm, together):
    scene = scene_of(cm, together, width)
    place = body(scene)
    lost = {"leg": cm, "arm": cm if together else max(0, cm - 19.7)}
    for limb in LIMBS:
        for side in SIDES:
            shaded = scene.named(f"{side} {limb} numb")
            alive = scene.one(f"{side} {limb} alive")
            top = place(0, level(limb, lost[limb]))[1]
            assert alive.points[-1][1] == pytest.approx(top, abs=0.7)
            assert (alive.stroke, alive.dash) == ("axon", ())
            if not lost[limb]:
                assert not shaded
                assert not scene.named(f"{side} {limb} lost")
                continue
            (patch,) = shaded
            assert patch.fill == "damage"
            assert min(y for _, y in patch.points) == pytest.approx(top, abs=0.7)
            dead = scene.one(f"{side} {limb} lost")
            assert dead.dash
            assert dead.stroke == "damage"
            assert dead.points[0][1] == pytest.approx(top, abs=0.7)
            assert dead.points[-1][1] == pytest.approx(place(0, level(limb, 0))[1], abs=0.7)


def test_half_a_lower_leg_is_half_way_from_knee_to_toe_and_numb_up_to_the_word():
    scene = scene_of(26.4)
    top = min(y for _, y in scene.one("left leg numb").points)
    assert top == pytest.approx(scene.one("mid-shin").y - 4.5, abs=0.7)
    knee = min(y for _, y in scene_of(52.8).one("left leg numb").points)
    assert knee == pytest.approx(scene.one("knee").y - 4.5, abs=0.7)


@WIDTHS
def test_legs_come_before_arms_unless_together(width):
    for cm, together, limbs in ((0, False, ()), (10, False, ("leg",)), (30, False, LIMBS), (10, True, LIMBS)):
        scene = scene_of(cm, together, width)
        assert {limb for limb in LIMBS if scene.named(f"left {limb} numb")} == set(limbs)
        assert {limb for limb in LIMBS if scene.named(f"right {limb} numb")} == set(limbs)
        assert {limb for limb in LIMBS if scene.named(f"{limb} numb in words")} == set(limbs)


def test_left_is_on_the_right_of_the_picture():
    scene = scene_of(30)
    middle = body(scene)(0, 0)[0]
    assert all(x > middle for x, _ in scene.one("left arm numb").points)
    assert all(x < middle for x, _ in scene.one("right arm numb").points)


def test_fibres_start_at_the_spine():
    scene = scene_of(0)
    spine = scene.one("spine").points
    for limb in LIMBS:
        for side in SIDES:
            x, y = scene.one(f"{side} {limb} alive").points[0]
            assert x == pytest.approx(spine[0][0], abs=0.2)
            assert spine[0][1] < y < spine[1][1]


# -- the right half ---
@pytest.mark.parametrize("width", [600, 760, 1_000])
@pytest.mark.parametrize(("cm", "together"), [(0, False), (10, False), (36, False), (36, True)])
def test_fibres_hang_from_one_line_by_their_lengths(width, cm, together):
    scene = scene_of(cm, together, width)
    top = scene.one("line they hang from").points[0][1]
    arm_cm = cm if together else max(0, cm - 19.7)
    leg = [*scene.named("leg fibre alive"), *scene.named("leg fibre lost")]
    whole = max(y for mark in leg for _, y in mark.points)
    per_cm = (whole - top) / 100
    for limb, path_cm, lost_cm in (("leg", 100, cm), ("arm", 80.3, arm_cm)):
        (_, start), (_, cut) = scene.one(f"{limb} fibre alive").points
        assert start == pytest.approx(top, abs=0.6)
        assert cut == pytest.approx(top + (path_cm - lost_cm) * per_cm, abs=0.7)
        if lost_cm:
            dead = scene.one(f"{limb} fibre lost")
            assert (dead.stroke, bool(dead.dash)) == ("damage", True)
            assert [y for _, y in dead.points] == [cut, pytest.approx(top + path_cm * per_cm, abs=0.7)]
    assert bool(scene.named("level")) == (cm > 0 and not together)
    if scene.named("level"):
        assert scene.one("level").points[0][1] == pytest.approx(top + (100 - cm) * per_cm, abs=0.7)
    for name, from_toes_cm in (("knee", 52.8), ("mid-shin", 26.4)):
        assert scene.one(f"{name} on the fibre").y - 4.5 == pytest.approx(
            top + (100 - from_toes_cm) * per_cm, abs=0.7
        )


@pytest.mark.parametrize("width", [600, 760, 1_000])
def test_each_fibre_that_hangs_is_named_by_where_it_ends(width):
    """The longer one runs to the toes; each name stands right of its own fibre."""
    scene = scene_of(10, width=width)
    leg, arm = (scene.one(f"{limb} fibre alive").points[0][0] for limb in LIMBS)
    found = {
        words: text.x
        for text in texts(scene)
        for words in ("toes", "finger")
        if re.fullmatch(rf"(to the )?{words}(s|tips)?", text.text)
    }
    assert leg < found["toes"] < arm < found["finger"]
    assert found["toes"] - leg == pytest.approx(found["finger"] - arm)


def test_hand_and_foot_are_shaded_as_on_the_body_only_larger():
    scene = scene_of(27)

    def share(outline, patch):
        (low, high), top = (
            [f(y for _, y in outline.points) for f in (min, max)],
            min(y for _, y in patch.points),
        )
        return (high - top) / (high - low)

    arm = drawing("body").lines["arm"]
    high = arm[:, 1].max()
    low = drawing("body").levels["wrist"] - 26
    wanted = (high - level("arm", 27 - 19.7)) / (high - low)
    assert share(scene.one("the hand, larger"), scene.one("hand numb, larger")) == pytest.approx(
        wanted, abs=0.03
    )
    assert not scene_of(10).named("hand numb, larger")
    assert scene_of(10).named("foot numb, larger")
    assert not scene_of(0).named("foot numb, larger")
    assert not scene_of(27, width=400).named("the hand, larger")


def test_the_right_half_is_used():
    for width in (600, 760, 1_000):
        scene = scene_of(30, width=width)
        xs = [
            x
            for mark in scene.all
            if isinstance(mark, Path) and "larger" in mark.name
            for x, _ in mark.points
        ]
        assert max(xs) > 0.6 * width


# -- words, numbers, guess, clicks ---
@WIDTHS
def test_no_number_is_drawn_but_the_reader_s_own(width):
    scene = scene_of(36, width=width, guess=12.0)
    own = [
        one.text for one in texts(scene) if one.name not in ("source", "note") and re.search(r"\d", one.text)
    ]
    assert own == ["you: 12\N{NO-BREAK SPACE}cm"]
    assert not re.search(r"\d", said(scene, "note").replace("B12", ""))


@WIDTHS
@pytest.mark.parametrize("guess", [0.0, 12.0, 30.0, 80.0, 100.0])
def test_the_guess_stands_on_the_leg_as_far_from_the_toes_as_it_says(width, guess):
    scene = scene_of(10, width=width, guess=guess)
    mark = scene.one("your guess")
    ((x, y),) = mark.points
    assert y == pytest.approx(body(scene)(0, level("leg", guess))[1], abs=0.7)
    assert x <= body(scene)(0, 0)[0] + 0.5
    assert (mark.role, mark.shape) == ("you", "diamond")
    assert said(scene, "your guess in words") == f"you: {guess:.0f} cm"
    assert not scene_of(10, width=width).named("your guess")


@pytest.mark.parametrize(
    ("cm", "legs", "arms"),
    [(0, "", ""), (2, "toes", ""), (10, "feet", ""), (15, "feet and ankles", ""), (20, "feet and ankles", "fingertips"),
     (36, "legs past mid-shin", "hands"), (60, "legs past the knee", "arms past the wrist")],
)  # fmt: skip
def test_reach_in_words(cm, legs, arms):
    result = map_numbness(cm)
    ends = part_ends_cm(result)
    assert (reach("leg", result, ends["leg"]), reach("arm", result, ends["arm"])) == (legs, arms)
    scene = nerve_map(result, Room(760))
    assert (said(scene, "leg numb in words"), said(scene, "arm numb in words")) == (legs, arms)
    text = STORY.tell(result)
    if legs and not arms:
        assert f"the {legs} are numb; the hands, whose fibres are shorter, are not" in text
    if arms:
        assert f"the {legs} are numb and now the {arms} too" in text


@WIDTHS
def test_what_is_numb_is_said_beside_its_limb(width):
    scene = scene_of(36, width=width)
    at = body(scene)
    arm, leg = (scene.one(f"{limb} numb in words") for limb in ("arm", "leg"))
    wrist, ankle, knee = (at(0, drawing("body").levels[name])[1] for name in ("wrist", "ankle", "knee"))
    assert wrist - 40 < arm.y < knee
    assert ankle - 40 < leg.y
    assert min(arm.x, leg.x) > at(0, 0)[0]


@pytest.mark.parametrize(
    ("cm", "together", "title"),
    [
        (0, False, "The longest fibres run to the toes"),
        (10, False, "Toes first: their fibres are the longest"),
        (36, False, "Stocking, then glove: the hands join later"),
        (10, True, "Hands and feet together: not length alone"),
    ],
)
def test_the_title_is_of_what_is_numb(cm, together, title):
    assert said(scene_of(cm, together), "title") == title


def test_words_change_where_the_drawing_s_own_toes_and_feet_end():
    ends = part_ends_cm(map_numbness(0))
    levels = drawing("body").levels
    tip, knee = drawing("body").lines["leg-route"][-1, 1], levels["knee"]
    for name in ("toe-roots", "ankle"):
        assert ends["leg"][name] == pytest.approx(52.8 * (tip - levels[name]) / (tip - knee))
    before, after = (map_numbness(ends["leg"]["ankle"] + off) for off in (-0.1, 0.1))
    assert (reach("leg", before, ends["leg"]), reach("leg", after, ends["leg"])) == (
        "feet",
        "feet and ankles",
    )


def test_the_preset_of_a_stocking_has_no_glove():
    scene = STORY.scene(STORY.model(**STORY.state(preset="stocking")), Room(760))
    assert scene.named("left leg numb")
    assert not scene.named("left arm numb")


@WIDTHS
def test_that_clinicians_disagree_is_said_in_sight(width):
    note = said(scene_of(22, width=width), "note")
    assert (
        "hands join when the feet and ankles are numb; clinicians see them join later, when numbness is at mid-shin"
        in note
    )
    assert "Clinicians see the hands join later, when numbness is at mid-shin." in STORY.tell(
        map_numbness(22)
    )
    assert "Clinicians" not in STORY.tell(map_numbness(36)), "from there on both agree"
    assert "one cause among others" in said(scene_of(10, True, width), "note")


def test_together_is_never_told_as_length_alone():
    text = STORY.tell(map_numbness(10, True))
    assert "the feet and, at the same time, the hands are numb" in text
    assert "Length alone does not explain that" in text
    assert said(scene_of(10, True), "title") == "Hands and feet together: not length alone"


@WIDTHS
@pytest.mark.parametrize("together", [False, True])
def test_a_click_makes_numb_what_was_clicked(width, together):
    scene = scene_of(10, together, width)
    found = [mark for mark in scene.all if mark.sets]
    names = {"left foot", "right upper shin", "mid-shin", "knee", "left hand", "right toes"}
    assert {mark.name for mark in found} >= names
    for mark in found:
        values = dict(mark.sets)
        STORY.state(values)
        after = scene_of(values["died_back_cm"], together, width)
        limb = "arm" if mark.name.split()[-1] in ("hand", "fingers") else "leg"
        side = mark.name.split()[0] if mark.name.split()[0] in SIDES else "left"
        top = min(y for _, y in after.one(f"{side} {limb} numb").points)
        wanted = mark.y - 4.5 if isinstance(mark, Text) else min(y for _, y in mark.points)
        assert top == pytest.approx(wanted, abs=4), mark.name


@WIDTHS
def test_pieces_and_names_are_of_the_drawing_s_own_places(width):
    """Toes end at their roots, a foot at the ankle, a hand at the wrist; a name stands at the height of its place."""
    scene, levels = scene_of(10, width=width), drawing("body").levels
    at = body(scene)
    for piece, low, high in (
        ("toes", None, "toe-roots"),
        ("foot", "toe-roots", "ankle"),
        ("fingers", None, "knuckles"),
        ("hand", "knuckles", "wrist"),
    ):
        for side in SIDES:
            ys = [y for _, y in scene.one(f"{side} {piece}").points]
            assert min(ys) == pytest.approx(at(0, levels[high])[1], abs=0.7), piece
            assert low is None or max(ys) == pytest.approx(at(0, levels[low])[1], abs=0.7), piece
    for name in ("ankle", "knee"):
        assert scene.one(name).y - 4.5 == pytest.approx(at(0, levels[name])[1], abs=0.7)


def test_facts_and_answer_are_the_difference_of_the_paths():
    result = map_numbness(10)
    assert STORY.prediction.answer(result) == pytest.approx(19.7)
    value = {fact.label: fact.value.replace("\N{NO-BREAK SPACE}", " ") for fact in STORY.facts(result)}
    assert value["Hands join when the legs have lost"] == "20 cm*"
    assert value["Middle of the shin, from the toes"] == "26 cm*"


@WIDTHS
def test_no_state_changes_the_height(width):
    heights = {
        scene_of(cm, together, width).height for cm in (0, 10, 36, MOST_CM) for together in (False, True)
    }
    assert len(heights) == 1 or width == 200


def test_the_note_says_what_is_numb_when_the_hands_join():
    """By a longer arm they join when only the feet are numb."""
    result = map_numbness(10)
    assert "the hands join when the feet and ankles are numb" in notes(result, part_ends_cm(result))[False]
    longer = replace(result, arm_path_cm=result.leg_path_cm - 10)
    assert "the hands join when the feet are numb" in notes(longer, part_ends_cm(longer))[False]


def test_each_source_stands_with_its_star():
    line = said(scene_of(10), "source")
    assert "Leg’s fibre, a round figure: Wikipedia, axon*. Other lengths: Huston 2009*." in line
    assert "Saperstein et al. 2003*" in line
    assert "(Saperstein et al. 2003*), though" in STORY.tell(map_numbness(10, True))
