"""The picture of the ladder: where doses, bars, arrow and guess stand, in which colour, and what is said of them."""

import math
import random
import re
from itertools import combinations

import pytest

from b12explain.explore.stories.dose_ladder import RUNGS, STORY
from b12explain.models.ladder import climb, doses
from b12explain.pictures.ladder import ladder
from b12explain.scene.labels import width_of
from b12explain.scene.layout import Room
from b12explain.scene.marks import Dots, Path, Text
from b12explain.words.ladder import full_name, name, phrase
from tests.pictures.lint import faults, letters, texts

NBSP = "\N{NO-BREAK SPACE}"
RDA, TABLET, ALS, CYANIDE = (
    "intakes.us_rda_adults_19_30",
    "regimens.oral1000",
    "regimens.als50",
    "regimens.cyanide",
)
WIDE, NARROW, TINY = Room(760), Room(360), Room(200)
ROOMS = pytest.mark.parametrize("room", [WIDE, NARROW, TINY], ids=["wide", "narrow", "tiny"])
WIDTHS = pytest.mark.parametrize("width", [200, 240, 300, 320, 360, 480, 600, 760, 1_000])
MARGIN = {True: 16, False: 24}
STATES = 100


def compare(first=TABLET, second="reference", scale="log", unit="ug", layers=RUNGS, reference=RDA):
    return climb(reference, first, second, scale, unit, layers)


def middle(scene, one):
    (place,) = scene.one(one).points
    return place


def dot(scene, dose_id):
    """The dose's own dot, px."""
    return middle(scene, full_name(doses()[dose_id]))


def decade(scene):
    """Height of one rung of the ladder, px, and where 1 µg stands, read off two ticks far apart."""
    ticks = {mark.text: mark.y - 4 for mark in scene.named("rung")}
    low, high = ticks[f"1{NBSP}µg"], ticks[f"1{NBSP}g"]
    return (low - high) / 6, low


# -- the rungs ---
def test_dots_stand_at_the_logarithm_of_their_dose():
    result = compare()
    scene = ladder(result, WIDE)
    rung, one_ug = decade(scene)
    for dose in result.rungs:
        x, y = dot(scene, dose.id)
        assert y == pytest.approx(one_ug - rung * math.log10(dose.quantity.row.value), abs=0.01), dose.id
        assert x == dot(scene, TABLET)[0], "all stand on the rail"


@ROOMS
def test_a_rung_is_ten_times_the_last_at_every_width(room):
    scene = ladder(compare(), room)
    heights = [dot(scene, one)[1] for one in (RDA, TABLET, ALS, CYANIDE)]
    per_decade = [
        (above - below) / math.log10(less / more)
        for (above, below), (more, less) in zip(
            ((heights[i + 1], heights[i]) for i in range(3)),
            ((1_000, 2.4), (50_000, 1_000), (5_000_000, 50_000)),
            strict=True,
        )
    ]
    assert per_decade == pytest.approx([per_decade[0]] * 3)
    assert per_decade[0] > 55


@ROOMS
def test_what_is_eaten_or_advised_is_ink_and_medicine_crimson(room):
    result = compare()
    scene = ladder(result, room)
    rail = dot(scene, TABLET)[0]
    for dose in result.rungs:
        medicine = dose.id.startswith("regimens.")
        assert scene.one(full_name(dose)).role == ("b12" if medicine else "ink2")
        amount, *_ = scene.named(f"{full_name(dose)}, label")
        left, _, right, _ = letters(amount)
        if room is TINY:
            assert left > rail, "where there is little room, all labels stand on one side"
        else:
            assert (left > rail) if medicine else (right < rail)


@ROOMS
def test_the_heading_of_either_side_has_the_colour_of_its_doses(room):
    """Pills and syringes on the right, crimson as their dots; one under the other where there is one side only."""
    scene = ladder(compare(), room)
    (eaten,) = [text for text in texts(scene) if text.text.startswith("advised")]
    (given,) = [text for text in texts(scene) if re.match("(in )?pills", text.text)]
    assert (eaten.role, given.role) == ("ink2", "b12")
    rail = dot(scene, TABLET)[0]
    if room is TINY:
        assert eaten.y < given.y
    else:
        assert letters(eaten)[2] < rail < letters(given)[0]


@ROOMS
def test_each_dose_is_named_with_its_amount_beside_its_dot(room):
    result = compare()
    scene = ladder(result, room)
    written = {RDA: f"2.4{NBSP}µg", TABLET: f"1,000{NBSP}µg", ALS: f"50{NBSP}mg", CYANIDE: f"5{NBSP}g",
               "foods.beef_liver": f"71{NBSP}µg*", "regimens.multi": f"6{NBSP}µg*"}  # fmt: skip
    for dose_id, amount in written.items():
        label = scene.named(f"{full_name(doses()[dose_id])}, label")
        assert label[0].text == amount
        assert name(doses()[dose_id]).startswith(label[-1].text.split(",")[0].rstrip("…"))
        assert len({mark.y for mark in label}) == 1
        assert abs(label[0].y - 4.5 - dot(scene, dose_id)[1]) < 36


def test_doses_of_one_amount_share_a_label_and_each_has_its_star():
    scene = ladder(compare(), WIDE)
    tablet = scene.named("tablet, high dose, label")
    (injection,) = scene.named("UK injection, label")
    assert [mark.text for mark in tablet] == [f"1,000{NBSP}µg", "tablet"]
    assert injection.text == "UK injection*"
    assert injection.y == tablet[0].y


@ROOMS
def test_leaders_run_only_to_labels_that_moved(room):
    scene = ladder(compare(), room)
    moved = scene.named("leader")
    assert len(moved) < 14
    assert all(abs(path.points[0][1] - path.points[1][1]) > 3 for path in moved)
    alone = ladder(compare(CYANIDE, layers={}), room)
    assert not alone.named("leader")


def test_a_range_is_drawn_from_its_low_to_its_high_end():
    scene = ladder(compare(), WIDE)
    rung, one_ug = decade(scene)
    line = scene.one("multivitamin, range")
    assert sorted(y for _, y in line.points) == pytest.approx(
        [one_ug - rung * math.log10(25), one_ug - rung * math.log10(5)]
    )
    assert line.stroke == "b12"


# -- the arrow ---
@ROOMS
@pytest.mark.parametrize(("first", "second"), [(TABLET, RDA), (RDA, ALS), ("foods.clams", CYANIDE)])
def test_the_arrow_runs_from_the_smaller_to_the_larger(room, first, second):
    scene = ladder(compare(first, second), room)
    low, high = sorted((dot(scene, first), dot(scene, second)), key=lambda place: -place[1])
    (x, foot), (_, head) = scene.one("arrow").points
    assert foot == pytest.approx(low[1], abs=0.51)
    tip = scene.one("arrow's head")
    assert tip.shape == "up"
    assert tip.points[0][1] - tip.size / 2 == pytest.approx(high[1], abs=0.01)
    assert tip.points[0][1] <= head + 6
    assert x == pytest.approx(tip.points[0][0], abs=0.51)


@ROOMS
def test_the_level_of_the_smaller_runs_to_the_arrows_foot(room):
    scene = ladder(compare(), room)
    (start, y), (end, _) = scene.one("arrow's foot").points
    shaft, foot = scene.one("arrow").points[0]
    assert y == pytest.approx(foot, abs=0.51)
    assert start < shaft < end
    if room is not TINY:  # where its own label is on the other side, it starts beside the dot
        assert start - dot(scene, RDA)[0] < 20


@WIDTHS
def test_two_million_times_keeps_within_the_margin(width):
    scene = ladder(compare(CYANIDE), Room(width))
    ratio = scene.one("ratio")
    assert ratio.text == f"×{NBSP}2,080,000"
    left, _, right, _ = letters(ratio)
    margin = MARGIN[width < 600]
    assert margin <= left
    assert right <= width - margin + 0.1
    assert ratio.size >= 14


# -- the guess ---
@ROOMS
@pytest.mark.parametrize("guess", [20.0, 417.0, 1_234.0])
def test_the_guess_stands_at_its_own_height_beside_the_dots(room, guess):
    scene = ladder(compare(), Room(room.width, guess))
    tablet, allowance = dot(scene, TABLET), dot(scene, RDA)
    per_decade = (allowance[1] - tablet[1]) / math.log10(1_000 / 2.4)
    x, y = middle(scene, "your guess")
    assert y == pytest.approx(allowance[1] - per_decade * math.log10(guess))
    reach = 0.7 * scene.one("your guess").size
    assert x - reach > tablet[0] + 5, "not over the dots, which are 10 px across"
    assert scene.one("your guess in words").text == f"you: ×{NBSP}{guess:,g}"


@ROOMS
@pytest.mark.parametrize("scale", ["log", "linear"])
def test_a_guess_of_nothing_is_a_guess(room, scale):
    scene = ladder(compare(scale=scale), Room(room.width, 0.0))
    assert scene.one("your guess in words").text.startswith(f"you: ×{NBSP}0")
    x, y = middle(scene, "your guess")
    if scale == "log":
        assert y > max(dot(scene, one)[1] for one in RUNGS["intakes"]), "at the foot of the rail"
    else:
        assert x == pytest.approx(MARGIN[room.width < 600]), "where the ruler starts"
    without = ladder(compare(scale=scale), room)
    assert not without.named("your guess")


@ROOMS
@pytest.mark.parametrize(
    ("guess", "off"), [(0.0, True), (0.001, True), (0.033, True), (0.034, False), (1e6, False)]
)
def test_a_guess_under_the_foot_of_the_ladder_says_so_and_points_there(room, guess, off):
    """The ladder starts at 0.08 µg, a thirtieth of the 2.4 µg that are guessed in."""
    scene = ladder(compare(), Room(room.width, guess))
    assert scene.one("your guess").shape == ("down" if off else "diamond")
    told = scene.one("your guess in words").text
    assert told.startswith(f"you: ×{NBSP}{guess:,g}" if guess < 1e6 else f"you: ×{NBSP}1,000,000")
    assert (", off" in told) == off
    assert not faults(scene)


def test_the_guess_lies_under_the_tablet_and_not_under_another_dose_of_its_size():
    """The UK's injection is of 1,000 µg, too: without the tablet's bar, the guess stands at the foot."""
    layers = {name: rungs for name, rungs in RUNGS.items() if name != "tablets"}
    scene = ladder(compare("regimens.uk_maint", scale="linear", layers=layers), Room(760, 200.0))
    assert not scene.named("tablet, high dose")
    bars = [max(y for _, y in mark.points) for mark in scene.all if mark.name == "UK injection"]
    assert bars
    assert not any(0 < middle(scene, "your guess")[1] - bottom < 20 for bottom in bars)


def test_the_guess_on_the_ordinary_ruler_lies_under_the_tablet_at_its_length():
    scene = ladder(compare(scale="linear"), Room(760, 200.0))
    x, y = middle(scene, "your guess")
    assert x == pytest.approx(24 + 712 * 200 * 2.4 / 2_000)
    assert 0 < y - max(y for _, y in scene.one("tablet, high dose").points) < 20


# -- the ordinary ruler ---
def extent(scene, dose_id):
    xs = [x for x, _ in scene.one(full_name(doses()[dose_id])).points]
    return min(xs), max(xs)


@ROOMS
def test_bars_are_as_long_as_their_doses_on_the_ruler(room):
    scene = ladder(compare(scale="linear"), room)
    margin = MARGIN[room.width < 600]
    ruler = room.width - 2 * margin
    ends = [mark for mark in texts(scene) if mark.text in ("0", f"2,000{NBSP}µg") and mark.role == "ink3"]
    assert sorted(mark.x for mark in ends) == pytest.approx([margin, margin + ruler])
    for dose_id, dose_ug in (
        (RDA, 2.4),
        ("regimens.uk_diet", 100),
        (TABLET, 1_000),
        ("regimens.oral2000", 2_000),
    ):
        assert extent(scene, dose_id) == pytest.approx((margin, margin + ruler * dose_ug / 2_000)), dose_id
    assert extent(scene, CYANIDE) == pytest.approx((margin, room.width)), "it leaves the picture"


@pytest.mark.parametrize(
    ("width", "pixels", "metres"), [(760, "0.85", "470"), (360, "0.39", "220"), (1_000, "1.1", "630")]
)
def test_what_is_said_of_bars_is_true_of_the_width_that_is_drawn(width, pixels, metres):
    """A ruler of 712 px holds 2,000 µg: 2.4 µg are 0.85 px, and 5 g 1.78 million, 471 m at 96 px an inch."""
    scene = ladder(compare(scale="linear"), Room(width))
    left, right = extent(scene, RDA)
    assert f"{right - left:.2g}" == pixels
    assert scene.one("adults 19–30, US RDA, remark").text == f"← {pixels}{NBSP}px wide"
    assert scene.one("cyanide antidote, remark").text == f"runs on for {metres}{NBSP}metres →"
    on = (right - left) / 2.4 * 5e6 - (width - 2 * MARGIN[width < 600])
    assert float(metres) == pytest.approx(on * 0.0254 / 96, rel=0.02)
    title = " ".join(mark.text for mark in scene.named("title"))
    assert title.endswith("less than a pixel wide" if width < 1_000 else "1.1 pixels wide")


def test_what_runs_on_is_what_the_ruler_does_not_hold():
    """Of 50 mg, 17,800 px long, a ruler of 712 px leaves 17,088 px: 4.5 m at 96 px an inch."""
    scene = ladder(compare(ALS, scale="linear"), WIDE)
    beyond_m = (712 * 50_000 / 2_000 - 712) * 0.0254 / 96
    assert f"{beyond_m:.1f}" == "4.5"
    assert scene.one(f"{full_name(doses()[ALS])}, remark").text == f"runs on for 4.5{NBSP}metres →"


def test_bars_of_food_are_ink_and_those_of_medicine_crimson():
    scene = ladder(compare(TABLET, "foods.beef_liver", scale="linear"), WIDE)
    assert scene.one("tablet, high dose").fill == "b12"
    assert scene.one(f"beef liver, 85{NBSP}g").fill == "ink2"


@pytest.mark.parametrize("scale", ["log", "linear"])
def test_those_compared_are_always_shown_and_in_bold(scale):
    for first, second in (("foods.tempeh", "regimens.pune2"), (RDA, "foods.egg")):
        scene = ladder(compare(first, second, scale), WIDE)
        for one in (first, second):
            label = scene.named(f"{full_name(doses()[one])}, label")
            assert {mark.face for mark in label} == {"semibold"}


# -- clicks, words, units ---
@pytest.mark.parametrize("scale", ["log", "linear"])
def test_a_click_on_a_dose_chooses_it(scale):
    result = compare(scale=scale)
    scene = ladder(result, WIDE)
    clicks = [mark for mark in scene.all if mark.sets]
    for mark in clicks:
        ((control, value),) = mark.sets
        chosen = STORY.model(**STORY.state({control: value, "scale": scale}))
        dose = getattr(chosen, control)
        assert mark.name in (full_name(dose), f"{full_name(dose)}, label")
        assert control == ("first" if dose.id.startswith("regimens.") else "second")
    assert {mark.name for mark in clicks} >= {full_name(result.reference), full_name(result.first)}
    assert scene.one(full_name(result.reference)).sets == (("second", "reference"),), "whichever it is"


@pytest.mark.parametrize(
    ("unit", "tablet", "tick"),
    [("mg", f"1{NBSP}mg", f"1,000{NBSP}mg"), ("times", f"×{NBSP}417", f"×{NBSP}1,000,000")],
)
def test_amounts_are_written_in_the_unit_that_was_chosen(unit, tablet, tick):
    scene = ladder(compare(unit=unit), WIDE)
    assert scene.named("tablet, high dose, label")[0].text == tablet
    assert tick in {mark.text for mark in scene.named("rung")}
    highest = min(scene.named("rung"), key=lambda mark: mark.y)
    base_ug = 2.4 if unit == "times" else 1
    per_decade = (dot(scene, RDA)[1] - dot(scene, TABLET)[1]) / math.log10(1_000 / 2.4)
    assert highest.y - 4 == pytest.approx(
        dot(scene, TABLET)[1] - per_decade * math.log10(base_ug * 1e6 / 1_000)
    )


@pytest.mark.parametrize("preset", list(STORY.presets))
def test_title_arrow_sentence_and_fact_say_one_ratio(preset):
    result = STORY.model(**STORY.state(preset=preset))
    scene = ladder(result, Room(1_000))
    ratio = {TABLET: {RDA: "417", "foods.salmon": "385"}, ALS: {RDA: "20,800"}, CYANIDE: {RDA: "2,080,000"}}
    expected = ratio[result.upper.id][result.lower.id]
    told = STORY.tell(result)
    upper, lower = phrase(result.upper), phrase(result.lower)
    assert told.lower().startswith(f"{upper} is {expected} times {lower}".lower())
    place = "title" if result.scale == "log" else "subtitle"
    larger, smaller = " ".join(mark.text for mark in scene.named(place)).split(f" is {expected} times ")
    assert name(result.upper) in larger
    assert name(result.lower) in smaller
    assert STORY.facts(result)[0].value == expected
    if result.scale == "log":
        assert scene.one("ratio").text == f"×{NBSP}{expected}"
        assert scene.one("rungs up").text.startswith(
            f"{math.log10(float(expected.replace(',', ''))):.1f} rungs"
        )


@pytest.mark.parametrize("scale", ["log", "linear"])
@pytest.mark.parametrize("pair", [(RDA, ALS), ("foods.beef_liver", TABLET)], ids=str)
def test_the_larger_is_named_first_though_it_was_chosen_second(scale, pair):
    smaller, larger = (doses()[one] for one in pair)
    for first, second in (pair, pair[::-1]):
        result = compare(first, second, scale)
        said = " ".join(
            mark.text for mark in ladder(result, Room(1_000)).named("title" if scale == "log" else "subtitle")
        )
        for words in (said, STORY.tell(result)):
            before, after = words.split(" times ", 1)
            assert name(larger) in before
            assert name(smaller) in after


def test_a_schedule_is_told_by_the_day():
    """50 mg twice a week is 14 mg a day, 5,950 adult RDAs."""
    told = STORY.tell(compare(ALS))
    assert f"the ALS trial injection comes to 14{NBSP}mg a day, 5,950 times the US RDA" in told


def test_as_much_is_told_of_equals():
    told = STORY.tell(compare("foods.ground_beef", RDA))
    assert re.match("Minced beef, .* is as much as the US RDA", told)


# -- everywhere ---
@WIDTHS
@pytest.mark.parametrize("scale", ["log", "linear"])
def test_any_two_doses_can_be_compared(width, scale):
    """A seeded sample of all pairs, and those with the longest names, with and without the other rungs."""
    dice = random.Random(f"{width} {scale}")
    longest = sorted(doses(), key=lambda one: width_of(Text(0, 0, phrase(doses()[one]))))[-6:]
    pairs = [*combinations(longest, 2), *dice.sample([*combinations(doses(), 2)], 40)]
    widest, found = "intakes.us_dv_adults_and_children_from_4", {}
    for first, second in pairs:
        unit, guess = dice.choice(("ug", "mg", "times")), dice.choice((None, 0.0, 40.0, 1_000_000.0))
        result = compare(first, second, scale, unit, dice.choice(({}, RUNGS)), dice.choice((RDA, widest)))
        if wrong := faults(STORY.scene(result, Room(width, guess))):
            found[first, second, unit, guess] = wrong
    assert not found


@pytest.mark.parametrize("width", [200, 320, 360, 600, 760])
def test_no_control_leads_to_a_fault(width):
    dice, found = random.Random(width), {}
    for state in dice.sample([*STORY.sweep()], STATES):
        if wrong := faults(STORY.scene(STORY.model(**state), Room(width, dice.choice((None, 20.0))))):
            found[STORY.name_of(state)] = wrong
    assert not found


@pytest.mark.parametrize("width", [320, 360, 599, 600, 760, 1_000])
def test_both_rulers_are_of_one_height(width):
    heights = {
        STORY.scene(STORY.model(**STORY.state(preset=one)), Room(width)).height for one in STORY.presets
    }
    assert len(heights) == 1


def test_every_dose_has_its_place_on_the_rail():
    for dose_id in doses():
        scene = ladder(compare(dose_id, layers={}), NARROW)
        (_, top), (_, bottom) = sorted(scene.one("rail").points, key=lambda place: place[1])
        assert top + 5 < dot(scene, dose_id)[1] < bottom - 5


def test_rungs_are_seen_before_the_reader_has_guessed_and_doses_are_not():
    scene = ladder(compare(), WIDE)
    before = {mark.text for mark in texts(scene, revealed=False)}
    assert {"advised and eaten", "in pills and syringes", f"1{NBSP}g"} <= before
    assert not [mark for mark in scene.frame if isinstance(mark, Dots) or mark.sets]


def test_a_scene_depends_on_result_and_room_alone():
    for scale in ("log", "linear"):
        one, other = (ladder(compare(scale=scale), Room(400, 7.0)) for _ in range(2))
        assert one == other
        assert one.description
        assert not [mark for mark in one.all if isinstance(mark, Path) and None in mark.points]
