"""The picture of regrowth: fronts, edges, limb, months, guess and muscles stand where the arithmetic says."""

import re

import pytest

from b12explain.explore.stories.regrowth import STORY
from b12explain.models.regrowth import regrow
from b12explain.pictures.regrowth import regrowth
from b12explain.scene.layout import Room
from b12explain.scene.marks import Dots, Path, Rings, Text
from b12explain.words.regrowth import mm, months, rate, span, tell
from tests.pictures.lint import letters, overlap, texts

NBSP = "\N{NO-BREAK SPACE}"
MONTH = 365.25 / 12  # days
PATH_MM = {"leg": 1_000, "arm": 803}
JOINT_MM = {"leg": 472, "arm": 347}
WIDTHS = pytest.mark.parametrize("width", [360, 760])
LIMBS = pytest.mark.parametrize("limb", ["leg", "arm"])


def axes(scene, limb="leg"):
    """Month, mm from the start → px, read off ticks and rows as a reader does."""
    (zero,) = (text for text in texts(scene) if text.text == "0")
    (row,) = (mark for mark in scene.all if mark.name.startswith("row of the s"))
    start, end = row.points
    (last,) = (mark for mark in scene.all if mark.name in ("row of the toe", "row of the fingertip"))
    down = (last.points[0][1] - start[1]) / PATH_MM[limb]
    across = (end[0] - start[0]) / 48
    assert zero.x == pytest.approx(start[0], abs=0.6)
    return lambda month, place_mm: (start[0] + across * month, start[1] + down * place_mm)


def at(points, *expected, off=0.8):
    """Whether points are those, to the nearest pixel."""
    for (x, y), (x_too, y_too) in zip(points, expected, strict=True):
        assert (x, y) == (pytest.approx(x_too, abs=off), pytest.approx(y_too, abs=off))


def said(scene, name):
    return " ".join(mark.text for mark in scene.named(name)).replace(NBSP, " ")


# -- the plot ---
@WIDTHS
@pytest.mark.parametrize(
    ("limb", "distance_mm", "rate_mm_per_day", "wait", "month"),
    [
        ("leg", 1_000, 1.5, 0, 12),
        ("leg", 300, 1.0, 6, 9),
        ("arm", 800, 2.5, 0, 4.3),
        ("arm", 450, 1.2, 12, 30),
    ],
)
def test_the_front_is_where_start_and_rate_bring_it(width, limb, distance_mm, rate_mm_per_day, wait, month):
    scene = regrowth(regrow(distance_mm, rate_mm_per_day, wait, limb=limb), Room(width, None, month))
    place = axes(scene, limb)
    since_start = month * MONTH - (wait * MONTH + 24.5)  # 3 to 4 weeks: 3.5 in the middle
    grown_mm = min(distance_mm, max(0, since_start * rate_mm_per_day))
    here_mm = PATH_MM[limb] - distance_mm + grown_mm
    (front,) = scene.one("front").points
    at([front], place(month, here_mm))
    now = scene.one("now").points
    assert now[0][0] == pytest.approx(place(month, 0)[0], abs=0.8)
    assert (front[1], front[0]) == (
        pytest.approx(place(0, here_mm)[1], abs=0.8),
        pytest.approx(now[0][0], abs=0.8),
    )
    assert scene.one("front on the limb").points[0][1] == pytest.approx(front[1], abs=6), (
        "the drawing ends in a toe"
    )
    assert said(scene, "now in words") == f"month {month:.0f}"
    if 0 < grown_mm < distance_mm:
        assert said(scene, "grown in words").startswith(f"{grown_mm:,.0f} mm")
    else:
        assert said(scene, "grown in words") == ("arrived" if grown_mm else "not yet started")


@WIDTHS
@LIMBS
def test_the_edges_are_earliest_and_fastest_and_latest_and_slowest(width, limb):
    distance_mm, wait = 600, 3
    scene = regrowth(regrow(distance_mm, 2, wait, 0.2, limb), Room(width))
    place, from_mm, end_mm = axes(scene, limb), PATH_MM[limb] - distance_mm, PATH_MM[limb]
    runs = {"fast edge": (21, 3), "slow edge": (28, 1), "chosen rate": (24.5, 2), "faster": (24.5, 2.4)}
    for name, (start_days, mm_per_day) in runs.items():
        starts = wait + start_days / MONTH
        line = scene.one(name).points
        at(line, place(starts, from_mm), place(starts + distance_mm / mm_per_day / MONTH, end_mm))
    wedge = scene.one("wedge")
    fast, slow = scene.one("fast edge").points, scene.one("slow edge").points
    assert wedge.points == (*fast, *reversed(slow))
    assert (wedge.fill, scene.one("chosen rate").stroke, scene.one("faster").stroke) == (
        "repair_tint",
        "repair",
        "b12",
    )
    assert scene.one("faster").dash
    assert not scene.one("chosen rate").dash


def test_the_rates_stand_beside_their_own_edges():
    scene = regrowth(regrow(1_000, 1.5), Room(760))
    assert said(scene, "fast edge in words") == "3 mm a day*"
    assert said(scene, "slow edge in words") == "1 mm a day*"

    def x_on(line, y):
        (x0, y0), (x1, y1) = line.points
        return x0 + (y - y0) / (y1 - y0) * (x1 - x0)

    fast, slow = scene.one("fast edge in words"), scene.one("slow edge in words")
    assert letters(fast)[2] < x_on(scene.one("fast edge"), fast.y), "outside of the wedge, on its early side"
    assert letters(slow)[0] > x_on(scene.one("slow edge"), slow.y)


@pytest.mark.parametrize("width", [320, 600, 760])
@pytest.mark.parametrize("state", [{}, {"limb": "arm"}, {"wait_months": 6.0}, {"rate_mm_per_day": 3.0}])
def test_no_moment_s_line_crosses_a_rate(width, state):
    result = STORY.model(**STORY.state(state))
    for month in range(49):
        scene = regrowth(result, Room(width, 9.0, float(month)))
        x = scene.one("now").points[0][0]
        for name in ("fast edge in words", "slow edge in words", "faster in words"):
            for label in scene.named(name):
                left, top, right, _ = letters(label)
                assert not (left < x < right and top < scene.one("now").points[1][1]), (month, label.text)


@WIDTHS
def test_muscles_wait_for_12_to_18_months(width):
    scene = regrowth(regrow(1_000, 1.5), Room(width))
    place = axes(scene)
    xs = [point[0] for point in scene.one("muscle window").points if point]
    assert (min(xs), max(xs)) == (
        pytest.approx(place(12, 0)[0], abs=1),
        pytest.approx(place(18, 0)[0], abs=1),
    )
    assert scene.one("muscle window").stroke == "damage"
    assert said(scene, "muscles in words") == "muscles, not feeling, recover poorly by now"


@LIMBS
def test_arrivals_stand_at_the_end_of_their_rows(limb):
    scene = regrowth(regrow(700, 1.5, limb=limb), Room(760))
    place, joint = axes(scene, limb), {"leg": "knee", "arm": "elbow"}[limb]
    target = {"leg": "toe", "arm": "fingertip"}[limb]
    ahead = JOINT_MM[limb] - (PATH_MM[limb] - 700)
    for name, far_mm, on_mm in ((joint, ahead, JOINT_MM[limb]), (target, 700, PATH_MM[limb])):
        early, late = (21 + far_mm / 3) / MONTH, (28 + far_mm) / MONTH
        assert said(scene, f"arrival at the {name} in words") == f"{early:.0f}–{late:.0f} months"
        assert scene.one(f"arrival at the {name} in words").y == pytest.approx(
            place(0, on_mm)[1] + 4.5, abs=1
        )
        assert scene.one(name).y == pytest.approx(place(0, on_mm)[1] + 4.5, abs=1)


def test_a_joint_that_never_lost_its_axon_has_no_arrival():
    scene = regrowth(regrow(300, 1.5), Room(760))
    assert not scene.named("arrival at the knee in words")


# -- the limb ---
@WIDTHS
@LIMBS
def test_alive_ends_at_the_injury_and_what_is_lost_is_dashed_beyond_it(width, limb):
    scene = regrowth(regrow(400, 1.5, limb=limb), Room(width, None, 0.0))
    place = axes(scene, limb)
    alive, lost = scene.one("alive"), scene.one("lost")
    injury = place(0, PATH_MM[limb] - 400)[1]
    assert alive.points[0][1] == pytest.approx(place(0, 0)[1], abs=1)
    assert alive.points[-1][1] == pytest.approx(injury, abs=1) == lost.points[0][1]
    assert lost.points[-1][1] == pytest.approx(place(0, PATH_MM[limb])[1], abs=7)
    assert (alive.dash, alive.stroke, lost.stroke) == ((), "ink2", "ghost")
    assert lost.dash
    assert alive.width > lost.width
    assert {alive, lost} <= set(scene.frame), "they are the question, not the answer"
    assert not scene.named("sure")
    assert not scene.named("possible")


def test_sure_ends_before_the_front_and_possible_after_it():
    scene = regrowth(regrow(600, 1.5), Room(760, None, 8.0))
    place, days = axes(scene), 8 * MONTH
    ends = {"sure": (days - 28) * 1, "possible": (days - 21) * 3}
    for name, grown_mm in ends.items():
        line = scene.one(name).points
        assert line[0][1] == pytest.approx(place(0, 400)[1], abs=1)
        assert line[-1][1] == pytest.approx(place(0, 400 + min(588, grown_mm))[1], abs=1)
    assert scene.one("front on the limb").points[0][1] == pytest.approx(
        place(0, 400 + (days - 24.5) * 1.5)[1], abs=1
    )
    assert scene.one("sure").stroke == "repair"
    assert scene.one("possible").stroke == "repair_tint"


def test_the_key_names_the_rate_of_each_mark():
    scene = regrowth(regrow(1_000, 2.0), Room(760))
    assert said(scene, "key of sure") == "at 1 mm a day*, the slowest"
    assert said(scene, "key of front") == "at 2 mm a day, as chosen"
    assert said(scene, "key of possible") == "at 3 mm a day*, the fastest"
    rows = [scene.one(f"key of {name}").y for name in ("sure", "front", "possible", "lost")]
    drawn = [mark for mark in scene.marks if not isinstance(mark, Text) and mark.points[0][0] < 60]
    swatches = [
        next(mark for mark in drawn if isinstance(mark, kind) and abs(mark.points[0][1] - y + 4.5) < 0.1)
        for y, kind in zip(rows, (Path, Dots, Path, Path), strict=True)
    ]
    colours = [getattr(one, "stroke", "") or one.role for one in swatches]
    assert colours == ["repair", "repair", "repair_tint", "ghost"]


@WIDTHS
@pytest.mark.parametrize("distance_mm", [50, 300, 1_000])
def test_a_speed_up_has_its_line_and_its_name_once_and_none_without(width, distance_mm):
    scene = regrowth(regrow(distance_mm, 1.5, speed_up=0.2), Room(width))
    assert said(scene, "faster in words") == "20 % faster"
    still = regrowth(regrow(distance_mm, 1.5), Room(width))
    assert not still.named("faster")
    assert not still.named("faster in words")


def test_nine_days_are_27_mm_from_where_it_died_back():
    scene = STORY.scene(STORY.model(**STORY.state(preset="nine days")), Room(760))
    place = axes(scene)
    line = scene.one("brief")
    assert line.stroke == "b12"
    assert line.points[0][1] == pytest.approx(place(0, 0)[1], abs=0.6)
    assert line.points[-1][1] - line.points[0][1] == pytest.approx(place(0, 27)[1] - place(0, 0)[1], abs=0.2)
    assert said(scene, "brief in words") == "9 days: 27 mm at most"
    assert said(scene, "title") == "In 9 days a nerve grows at most 27 mm of 1,000 mm"
    assert not STORY.scene(STORY.model(**STORY.at_rest), Room(760)).named("brief")


@WIDTHS
def test_the_guess_stands_at_its_month_on_the_axis(width):
    scene = regrowth(regrow(1_000, 1.5), Room(width, 9.0))
    mark = scene.one("your guess")
    at(mark.points, axes(scene)(9, 1_000))
    assert (mark.shape, mark.role) == ("diamond", "you")
    assert said(scene, "your guess in words") == "you: 9 months"
    beyond = regrowth(regrow(1_000, 1.5), Room(width, 100.0))
    at(beyond.one("your guess").points, axes(beyond)(48, 1_000))
    assert beyond.one("your guess").shape == "right"
    assert said(beyond, "your guess in words") == "you: 100 months, off the axis"
    assert not regrowth(regrow(1_000, 1.5), Room(width)).named("your guess")


def test_a_guess_of_nothing_is_a_guess():
    assert said(regrowth(regrow(1_000, 1.5), Room(760, 0.0)), "your guess in words") == "you: 0 months"


# -- what can be clicked ---
@LIMBS
def test_places_set_how_far_the_axon_died_back_from_the_tip(limb):
    control = f"{limb}_mm"
    scene = regrowth(regrow(300, 1.5, limb=limb), Room(760))
    place = axes(scene, limb)
    found = [mark for mark in scene.all if mark.sets]
    assert len(found) >= 7
    for mark in found:
        values = dict(mark.sets)
        STORY.state(values)
        assert set(values) == {"limb", control}
        assert values["limb"] == limb
        if isinstance(mark, Path):  # a piece of the limb, whose upper end the value is
            top = min(y for _, y in mark.points)
            assert top == pytest.approx(max(place(0, PATH_MM[limb] - values[control])[1], top - 3), abs=3.5)
    assert (
        dict(scene.one({"leg": "knee", "arm": "elbow"}[limb]).sets)[control] == {"leg": 550, "arm": 450}[limb]
    )


# -- the film ---
def test_the_film_covers_the_axis_and_every_arrival():
    assert (STORY.film.moments[0], STORY.film.moments[-1], len(STORY.film.moments)) == (0, 48, 25)
    assert STORY.film.at_rest == 12
    for state in STORY.corners():
        assert STORY.model(**state).arrival_days[1] / MONTH <= 48


@WIDTHS
def test_only_what_is_about_the_moment_moves_with_it(width):
    result, base = STORY.model(**STORY.at_rest), None
    moving = {"now", "now in words", "front", "front on the limb", "grown in words", "sure", "possible"}
    giving_way = {"fast edge in words", "slow edge in words", "faster in words", "arrival at the knee in words",
                  "your guess in words"}  # fmt: skip
    for tenth in range(0, 481, 4):
        scene = regrowth(result, Room(width, 5.0, tenth / 10))
        base = base or scene
        changed = {mark.name for mark in set(scene.all) ^ set(base.all)}
        shapes = {mark.name for mark in set(scene.all) ^ set(base.all) if not isinstance(mark, Text)}
        assert shapes <= moving
        assert changed <= moving | giving_way | ({""} if width < 600 else set())
        assert (scene.height, scene.description) == (base.height, base.description)


# -- words ---
@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(354, 1_028, "12–34 months"), (120, 328, "4–11 months"), (16, 48, "1–2 months"), (548, 549, "18 months"),
     (6, 17, "6–17 days"), (1, 1, "1 day")],
)  # fmt: skip
def test_spans_read_well(low, high, words):
    assert span(low, high).replace(NBSP, " ") == words


def test_lengths_rates_and_months_read_well():
    assert (mm(1_000), mm(27.4)) == (f"1,000{NBSP}mm", f"27{NBSP}mm")
    assert (months(1), months(9), months(28.8)) == (f"1{NBSP}month", f"9{NBSP}months", f"29{NBSP}months")
    assert rate(1.5) == f"1.5{NBSP}mm{NBSP}a{NBSP}day"


def plain(text):
    return text.replace(NBSP, " ").replace("\N{WORD JOINER}", "")


@pytest.mark.parametrize(
    "state", [{}, {"leg_mm": 300.0, "rate_mm_per_day": 3.0}, {"wait_months": 6.0}, {"limb": "arm"}]
)
def test_each_number_of_the_sentence_is_said_of_its_own_thing(state):
    full = STORY.state(state)
    text = plain(STORY.tell(STORY.model(**full)))
    distance = full[f"{full['limb']}_mm"]
    runs = ((21, 3), (28, 1), (24.5, full["rate_mm_per_day"]))
    first, last, chosen = (full["wait_months"] + (start + distance / speed) / MONTH for start, speed in runs)
    assert re.search(r"has ([\d,]+) mm to grow", text)[1] == f"{distance:,.0f}"
    assert re.search(r"starts ([\d–]+) weeks", text)[1] == "3–4"
    assert re.search(r"grows ([\d–]+) mm a day", text)[1] == "1–3"
    assert re.search(r"arrives ([\d–]+) months\* after the injury", text)[1] == f"{first:.0f}–{last:.0f}"
    assert re.search(r"\((\d+) months\* at ([\d.]+) mm a day\)", text).groups() == (
        f"{chosen:.0f}", f"{full['rate_mm_per_day']:g}")  # fmt: skip
    if full["wait_months"]:
        assert "after treatment, 6 months after the injury," in text
    least, most = (distance / speed / 6 / MONTH for speed in (3, 1))
    if least > 1.5:
        assert f"Growing 20 % faster would save {least:.0f}–{most:.0f} months*; no trial" in text


def test_nine_days_in_words():
    text = plain(tell(STORY.model(**STORY.state(preset="nine days"))))
    assert (
        "One trial found less pain in diabetes after 9 days of B12 into a vein, on top of amitriptyline."
        in text
    )
    assert (
        "in 9 days an axon grows 27 mm* at the very most, of the 1,000 mm it needs, and it takes 3–4 weeks*"
        in text
    )


def test_no_line_breaks_a_range_after_its_dash():
    text = tell(STORY.model(**STORY.at_rest))
    dashes = re.findall(r"\d–(.)", text)
    assert len(dashes) >= 4
    assert set(dashes) == {"\N{WORD JOINER}"}


@pytest.mark.parametrize("preset", list(STORY.presets))
def test_title_sentence_picture_and_facts_say_one_thing(preset):
    result = STORY.model(**STORY.state(preset=preset))
    scene = regrowth(result, Room(760))
    value = {plain(fact.label): plain(fact.value) for fact in STORY.facts(result)}
    text = plain(tell(result))

    def unstarred(label):
        assert value[label].endswith("*"), "worked out from rates and starts that were not re-read"
        return value[label].removesuffix("*")

    assert f"arrives {value['Arrival']} after" in text
    assert f"({value['Arrival at the chosen rate']} at" in text
    target = "fingertip" if result.limb.name == "arm" else "toe"
    assert said(scene, f"arrival at the {target} in words") == unstarred("Arrival")
    if result.brief_days is None:
        assert unstarred("Arrival") in said(scene, "title")
    else:
        assert unstarred("Most growth in 9 days") in said(scene, "title")
    grown = unstarred("Grown by month 12 at the chosen rate")
    assert said(scene, "grown in words").startswith(grown) or said(scene, "grown in words") == "arrived"


def test_saved_code_keeps_its_names():
    names = {control.name for control in STORY.controls}
    assert names == {"limb", "leg_mm", "arm_mm", "rate_mm_per_day", "wait_months", "speed_up", "brief"}
    assert STORY.model(**STORY.state({"speed_up": 50.0})).speed_up == 0.5


def test_the_description_names_axes_and_parts_and_not_the_state():
    parts = {"leg": ("A leg", "spine", "knee", "toe"), "arm": ("An arm", "shoulder", "elbow", "fingertip")}
    for limb, words in parts.items():
        two = {regrowth(regrow(one, 2, limb=limb), Room(760)).description for one in (100, 700)}
        assert len(two) == 1
        assert all(word in two.copy().pop() for word in (*words, "months since the injury"))


def test_labels_keep_off_the_dot():
    for month in range(0, 49, 3):
        scene = regrowth(regrow(1_000, 1.5), Room(760, 22.0, float(month)))
        (x, y) = scene.one("front").points[0]
        dot = (x - 6, y - 6, x + 6, y + 6)
        assert not [one.text for one in texts(scene) if overlap(letters(one), dot)]
        assert isinstance(scene.one("your guess"), Rings)


@LIMBS
def test_each_length_is_of_its_own_source(limb):
    line = said(regrowth(regrow(300, 1.5, limb=limb), Room(760)), "source")
    assert "Leg’s path, a round figure: Wikipedia, axon*. Other lengths: Huston 2009*." in line
    assert line.endswith("* source not re-read.")


@WIDTHS
def test_both_limbs_have_one_height(width):
    assert len({regrowth(regrow(300, 1.5, limb=limb), Room(width)).height for limb in PATH_MM}) == 1
