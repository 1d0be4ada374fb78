"""The picture of absorption: where curves, areas, points, squares, cursor and guess stand, and what is said of them."""

import math
import random
import re
from itertools import pairwise

import pytest

from b12explain.explore.stories.absorption import STORY
from b12explain.models.absorption import absorb, absorb_meal, retain
from b12explain.models.absorption_fit import two_paths
from b12explain.pictures.absorption import absorption
from b12explain.scene.layout import Room
from b12explain.scene.marks import Dots, Path, Rings
from tests.pictures.lint import faults, letters, overlap, texts

NBSP = "\N{NO-BREAK SPACE}"
WIDE, NARROW = Room(760), Room(360)
ROOMS = pytest.mark.parametrize("room", [WIDE, NARROW], ids=["wide", "narrow"])
STATES = 100


def said(scene, name):
    return " ".join(mark.text for mark in scene.named(name))


def tick(scene, words):
    (mark,) = [text for text in texts(scene) if text.text == words and text.role == "ink3"]
    return mark


def place(scene, doses=("1", f"1,000{NBSP}µg"), amounts=("0", f"30{NBSP}µg", 30), decades=3):
    """Dose, amount → px, read off the ticks as a reader does: the doses' are decades, the amounts' run from zero."""
    (left, right), (low, high) = ([tick(scene, words) for words in pair] for pair in (doses, amounts[:2]))
    per_decade, per_ug = (right.x - left.x) / decades, (high.y - low.y) / amounts[2]
    return lambda dose_ug, ug: (left.x + per_decade * math.log10(dose_ug), low.y - 4 + per_ug * ug)


def area(points):
    """What a closed outline holds, px² (shoelace)."""
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def spans(path, x):
    """Top and bottom of a filled outline at ``x``, px."""
    points = path.points + path.points[:1]
    found = []
    for (x0, y0), (x1, y1) in pairwise(points):
        if min(x0, x1) <= x < max(x0, x1):
            found.append(y0 + (x - x0) / (x1 - x0) * (y1 - y0))
    return min(found), max(found)


# -- the tablet ---
@ROOMS
@pytest.mark.parametrize(("dose_ug", "times"), [(1_000, 1), (10, 1), (500, 3), (2, 6)])
def test_the_cursor_stands_at_one_dose_and_what_gets_in_of_it(room, dose_ug, times):
    result = absorb(dose_ug, times)
    scene = absorption(result, room)
    here = scene.one("this dose")
    expected = place(scene)(dose_ug, result.total_ug / times)
    assert here.points[0] == pytest.approx(expected, abs=0.75)
    assert (here.role, here.shape) == ("b12", "circle")
    (top, bottom) = scene.one("cursor").points
    assert bottom == here.points[0]
    assert top[0] == bottom[0]
    assert top[1] < bottom[1]


@ROOMS
def test_an_amount_above_the_plot_is_named_at_its_top(room):
    scene = absorption(absorb(5_000), room)
    here = scene.one("this dose")
    assert here.points[0] == pytest.approx(place(scene)(5_000, 30), abs=0.75)
    assert here.shape == "up"
    assert said(scene, "this dose in words") == f"this dose: 62{NBSP}µg, off the top"


@ROOMS
@pytest.mark.parametrize("dose_ug", [1, 10, 100, 1_000])
def test_the_passive_path_lies_on_that_of_intrinsic_factor(room, dose_ug):
    scene, fit = absorption(absorb(100), room), two_paths()
    at = place(scene)
    x, zero = at(dose_ug, 0)
    carried = at(dose_ug, fit.capacity_ug * dose_ug / (fit.half_dose_ug + dose_ug))[1]
    both = carried + (at(1, fit.passive_fraction * dose_ug)[1] - zero)
    assert spans(scene.one("intrinsic-factor path"), x) == pytest.approx((carried, zero), abs=0.9)
    assert spans(scene.one("passive path"), x) == pytest.approx((both, carried), abs=0.9)
    assert scene.one("intrinsic-factor path").fill == "intrinsic"
    assert scene.one("passive path").fill == "passive"


@ROOMS
def test_where_the_curve_has_left_the_plot_the_area_runs_on_along_its_top(room):
    scene = absorption(absorb(1_000), room)
    at, passive = place(scene), scene.one("passive path")
    for dose_ug in (2_600, 4_000, 4_990):
        assert spans(passive, at(dose_ug, 0)[0])[0] == pytest.approx(at(1, 30)[1], abs=0.75)
    edge = scene.one("off the top")
    assert edge.dash, "it is dotted: the curve goes on"
    assert edge.points[0] == pytest.approx(scene.one("all that gets in").points[-1])
    assert edge.points[1] == pytest.approx(at(5_000, 30), abs=0.75)


def test_without_intrinsic_factor_only_the_passive_path_is_drawn():
    scene = absorption(absorb(1_000, 1, intrinsic_factor=False), WIDE)
    assert not scene.named("intrinsic-factor path")
    assert not scene.named("carried")
    at = place(scene)
    share = math.prod([0.012] * 4 + [0.013]) ** (1 / 5)  # geometric mean of the five measured shares
    x, y = at(1_000, 1_000 * share)
    assert spans(scene.one("passive path"), x) == pytest.approx((y, at(1, 0)[1]), abs=0.9)


@ROOMS
def test_measured_doses_stand_where_they_were_measured(room):
    """Carmel 2008, table 1: 1, 10, 50, 500 and 1,000 µg; Adams 1971, not re-read, is hollow."""
    scene = absorption(absorb(1_000), room)
    at = place(scene)
    carmel = [(1, 0.56), (10, 1.6), (50, 1.5), (500, 9.7), (1_000, 13)]
    adams = [(1, 0.5), (5, 1), (25, 1.25)]
    without = [(1, 0.01), (10, 0.1), (50, 0.6), (500, 7), (1_000, 12)]
    for name, kind, shape, points in (
        ("healthy", Dots, "circle", carmel),
        ("healthy, not re-read", Rings, "circle", adams),
        ("no intrinsic factor", Dots, "square", without),
    ):
        mark = scene.one(name)
        assert isinstance(mark, kind)
        assert mark.shape == shape
        assert sorted(mark.points) == [pytest.approx(at(*point), abs=0.75) for point in points]


@ROOMS
def test_the_key_says_what_each_sign_means(room):
    """Each sign has its words right of it: those of the points that are drawn like it."""
    scene = absorption(absorb(1_000), room)
    known = {
        ("Dots", "circle"): "healthy",
        ("Rings", "circle"): "not re-read",
        ("Dots", "square"): "no intrinsic factor",
    }
    found = {}
    for mark in scene.marks:
        if isinstance(mark, Dots | Rings) and not mark.name:
            x, y = mark.points[0]
            beside = [
                text.text for text in texts(scene) if (text.x, text.y) == pytest.approx((x + 14, y + 4.5))
            ]
            found |= {(type(mark).__name__, mark.shape): words for words in beside}
    assert found.keys() == known.keys()
    assert all(found[sign].endswith(words) for sign, words in known.items()), found


def test_the_range_is_dotted_on_either_side_of_the_curve():
    scene = absorption(absorb(1_000), WIDE)
    total, (low, high) = scene.one("all that gets in"), scene.named("range")
    assert low.dash
    assert high.dash
    assert not total.dash
    for (_, below), (_, middle), (_, above) in list(zip(low.points, total.points, high.points, strict=False))[
        :100
    ]:
        assert above < middle < below


# -- the squares ---
def squares_in(scene, name):
    whole = area(scene.one("squares").points)
    return sum(area(mark.points) for mark in scene.named(name)) / whole * 1_000


@ROOMS
def test_a_thousandth_of_the_dose_is_a_square(room):
    result = absorb(1_000)
    scene = absorption(result, room)
    assert squares_in(scene, "carried") == pytest.approx(round(result.intrinsic_ug))
    assert squares_in(scene, "leaked") == pytest.approx(round(result.passive_ug))
    assert (scene.one("carried").fill, scene.one("leaked").fill) == ("intrinsic", "passive")
    meal = absorption(absorb_meal(3), room)
    assert squares_in(meal, "got in") == pytest.approx(round(1_000 * 0.8903 / 3))


@ROOMS
def test_squares_of_an_injection_are_what_all_studies_and_some_say(room):
    """15, 31 and 20 %."""
    scene = absorption(retain("cyanocobalamin", 1_000), room)
    assert squares_in(scene, "stays in every study") == pytest.approx(150)
    assert squares_in(scene, "stays in some") == pytest.approx(160)


@ROOMS
@pytest.mark.parametrize(
    ("guess_ug", "words"), [(0.0, f"0{NBSP}µg"), (125.0, f"125{NBSP}µg"), (1_000.0, f"1,000{NBSP}µg")]
)
def test_the_guess_is_a_line_across_the_squares_and_comes_back_as_typed(room, guess_ug, words):
    scene = absorption(absorb(1_000), Room(room.width, guess_ug))
    xs, ys = zip(*scene.one("squares").points, strict=True)
    y = max(ys) - (max(ys) - min(ys)) * guess_ug / 1_000
    assert scene.one("guess line").points == (pytest.approx((min(xs), y)), pytest.approx((max(xs), y)))
    assert scene.one("guess line").stroke == scene.one("your guess").role == "you"
    assert said(scene, "your guess in words") == f"you: {words}"
    reach = 0.7 * scene.one("your guess").size + scene.one("your guess").width
    assert scene.one("your guess").points[0][0] - reach > 0, "not cut by the edge"


def test_without_a_guess_nothing_is_drawn_in_its_colour():
    for mark in absorption(absorb(1_000), WIDE).all:
        assert "you" not in (getattr(mark, "role", ""), getattr(mark, "stroke", ""))


# -- a meal, an injection ---
@ROOMS
def test_a_meals_dot_lies_on_the_food_equation(room):
    scene = absorption(absorb_meal(10), room)
    at = place(scene, ("1", "10"), ("0", f"8{NBSP}µg", 8), decades=1)
    assert scene.one("this dose").points[0] == pytest.approx(
        at(10, math.exp(0.7694 * math.log(10) - 0.9614)), abs=0.75
    )
    for row, dose_ug, absorbed_ug in (
        ("mutton_highest", 3, 2.5),
        ("liver_lowest", 38, 1.7),
        ("liver_average", 38, 4.1),
    ):
        assert scene.one(row).points[0] == pytest.approx(at(dose_ug, absorbed_ug), abs=0.75)


@ROOMS
def test_names_of_foods_keep_off_the_curve(room):
    for width in (room.width, 320, 400, 600, 1_000):
        scene = absorption(absorb_meal(1), Room(width))
        curve = scene.one("food equation").points
        for text in texts(scene):
            if text.text in ("mutton", "liver", "Doets 2013", "IOM 1998"):
                left, top, right, bottom = letters(text)
                assert not [1 for x, y in curve if left < x < right and top < y < bottom], (width, text.text)


@ROOMS
def test_each_study_of_an_injection_is_a_bar_to_its_share(room):
    scene = absorption(retain("cyanocobalamin", 1_000), room)
    zero, whole = tick(scene, "0").x, tick(scene, f"100{NBSP}%").x
    shares = {"Carmel 2008": 15, "Glass et al. 1961": 31, "Hertz et al. 1964": 20}
    for study, percent in shares.items():
        end = zero + (whole - zero) * percent / 100
        assert scene.one(f"{study}, kept").points[0][0] == pytest.approx(end)
        assert [x for x, _ in scene.one(f"{study}, bar").points] == pytest.approx([zero, end])
        assert said(scene, f"{study}, kept in words") == f"{percent}{NBSP}%, {percent * 10}{NBSP}µg"
    assert len({scene.one(f"{study}, kept").points[0][1] for study in shares}) == 3


@ROOMS
@pytest.mark.parametrize(
    ("form", "dose_ug", "studies"),
    [
        ("cyanocobalamin", 10, {"Carmel 2008": (97, "9.7")}),
        ("cyanocobalamin", 500, {"Glass et al. 1961": (40, "200")}),
        ("hydroxocobalamin", 1_000, {"Glass et al. 1961": (73, "730"), "Hertz et al. 1964": (75, "750")}),
    ],
)
def test_bars_of_any_injection_are_shares_and_each_study_has_its_own(room, form, dose_ug, studies):
    result = retain(form, dose_ug)
    scene = absorption(result, room)
    zero, whole = tick(scene, "0").x, tick(scene, f"100{NBSP}%").x
    for study, (percent, kept_ug) in studies.items():
        end = zero + (whole - zero) * percent / 100
        assert scene.one(f"{study}, kept").points[0][0] == pytest.approx(end)
        assert said(scene, f"{study}, kept in words") == f"{percent}{NBSP}%, {kept_ug}{NBSP}µg"
        assert f"{percent}{NBSP}% ({study})" in STORY.tell(result)


@ROOMS
@pytest.mark.parametrize(
    ("result", "names"),
    [
        (absorb(1_000), ("carried", "leaked")),
        (retain("cyanocobalamin", 1_000), ("stays in every study", "stays in some")),
    ],
    ids=["tablet", "injection"],
)
def test_a_key_has_the_colour_of_its_squares(room, result, names):
    scene = absorption(result, room)
    roles = [scene.one(name).fill for name in names]
    assert len(set(roles)) == 2
    for name, role in zip(names, roles, strict=True):
        words = scene.one(f"key of {name}")
        (sign,) = [
            mark
            for mark in scene.marks
            if isinstance(mark, Dots) and mark.points[0] == pytest.approx((words.x - 13, words.y - 4.5))
        ]
        assert (sign.role, sign.shape) == (role, "square")


# -- what is said ---
def test_carried_and_leaked_are_not_mistaken_for_each_other():
    """At 1,000 µg the path of intrinsic factor is full; at 1 µg it carries nearly all."""
    for dose_ug, carried, leaked in ((1_000, "1.2", "12"), (1, "0.52", "0.012")):
        result = absorb(dose_ug)
        told = STORY.tell(result)
        assert f"About {carried}{NBSP}µg is carried by intrinsic factor and {leaked}{NBSP}µg leaks" in told
        facts = {fact.label: fact.value for fact in STORY.facts(result)}
        assert facts["By intrinsic factor"] == f"{carried}{NBSP}µg*", "fitted to points not all re-read"
        assert facts["By passive leak"].rstrip("*") == f"{leaked}{NBSP}µg"
        scene = absorption(result, WIDE)
        assert said(scene, "key of carried") == f"{carried}{NBSP}µg carried"
        assert said(scene, "key of leaked") == f"{leaked}{NBSP}µg leaked"
        most = "leaks through the gut wall" if dose_ug == 1_000 else "carried by intrinsic factor"
        assert most in said(scene, "subtitle")


@pytest.mark.parametrize(
    ("values", "amount"),
    [
        ({}, f"13{NBSP}µg"),
        ({"intrinsic_factor": "none"}, f"12{NBSP}µg"),
        ({"dose_ug": 1.0, "times_per_day": 3.0}, f"1.6{NBSP}µg"),
        ({"route": "meal"}, f"0.89{NBSP}µg"),
        ({"route": "injection"}, f"150–310{NBSP}µg"),
    ],
)
def test_title_big_number_sentence_and_fact_say_one_amount(values, amount):
    result = STORY.model(**STORY.state(values))
    scene = absorption(result, WIDE)
    assert said(scene, "big number") == amount
    assert amount in said(scene, "title")
    assert amount in STORY.tell(result)
    if values.get("route") != "injection":
        assert STORY.facts(result)[0].value.startswith(amount)


def test_the_multiple_of_a_diet_is_that_of_the_amount_as_shown():
    """13 µg is 11 times 1.2 µg and 17 times 0.75 µg."""
    result = absorb(1_000)
    assert "That is 11–17 times what a day's diet" in STORY.tell(result)
    assert "11–17 times what a diet" in [text.text for text in texts(absorption(result, WIDE))]


@pytest.mark.parametrize(
    ("times", "often", "amount"),
    [(1.0, "once", "13"), (2.0, "twice", "27"), (3.0, "3 times", "40")],
)
def test_a_days_doses_are_counted(times, often, amount):
    told = STORY.tell(STORY.model(**STORY.state({"times_per_day": times})))
    assert told.startswith(f"1,000{NBSP}µg swallowed {often} a day: about {amount}{NBSP}µg absorbed a day")


def test_the_facts_of_the_fit_are_those_of_the_fit():
    """Carmel's and Adams's points ask for a path of intrinsic factor that is full at 1.2 µg, and half full at 1.3."""
    fit = two_paths()
    facts = {fact.label: fact.value for fact in STORY.facts(absorb(1_000))}
    assert (fit.capacity_ug, fit.half_dose_ug) == (pytest.approx(1.2, abs=0.05), pytest.approx(1.3, abs=0.05))
    assert facts["Most by intrinsic factor from one dose"] == f"1.2{NBSP}µg*"
    assert facts["Half of that at"] == f"1.3{NBSP}µg*"


def test_only_an_injection_is_measured_alone():
    for route, honesty in (
        ("tablet", "calculated + measured"),
        ("meal", "calculated + measured"),
        ("injection", "measured"),
    ):
        result = STORY.model(**STORY.state({"route": route}))
        assert STORY.scene(result, WIDE).one("badge").text == honesty


def test_saved_code_still_works():
    assert STORY.state({"dose_ug": 500})["dose_ug"] == 500.0
    assert STORY.model(**STORY.state({"dose_ug": 500})).dose_ug == 500


# -- everywhere ---
def states():
    """A seeded sample of the sweep and of states with every control moved."""
    dice = random.Random("absorption")
    anywhere = [{control.name: dice.choice(control.values) for control in STORY.controls} for _ in range(100)]
    return dice.sample([*STORY.sweep(), *anywhere], STATES)


@pytest.mark.parametrize("width", [200, 240, 320, 360, 480, 600, 760, 1_000])
def test_no_state_has_text_on_text_or_cut_off(width):
    found = {}
    for i, state in enumerate(states()):
        room = Room(width, (None, 0.0, 300.0, 1_000.0)[i % 4])
        scene = STORY.scene(STORY.model(**state), room)
        if wrong := faults(scene):
            found[STORY.name_of(state), room.guess] = wrong
        assert all(re.search(r"\d ?px|nan|None", text.text) is None for text in texts(scene))
    assert not found


@pytest.mark.parametrize("width", [320, 360, 599, 600, 760, 1_000])
def test_presets_are_of_one_height(width):
    heights = {
        STORY.scene(STORY.model(**STORY.state(preset=one)), Room(width)).height for one in STORY.presets
    }
    assert len(heights) == 1


def test_axes_are_seen_before_the_reader_has_guessed_and_data_are_not():
    scene = absorption(absorb(1_000), WIDE)
    before = {text.text for text in texts(scene, revealed=False)}
    assert {"Absorbed from one dose", f"30{NBSP}µg", f"1,000{NBSP}µg"} <= before
    assert not [mark for mark in scene.frame if isinstance(mark, Dots | Rings) or mark.name]


def test_a_scene_depends_on_result_and_room_alone():
    one, other = (absorption(absorb(50), Room(400, 7.0)) for _ in range(2))
    assert one == other
    assert one.description == other.description
    assert "1,000 squares" in one.description


def test_the_lint_sees_two_texts_on_one_another():
    scene = absorption(absorb(1_000), WIDE)
    title = scene.one("title")
    assert overlap(letters(title), letters(title))
    assert isinstance(scene.one("cursor"), Path)
