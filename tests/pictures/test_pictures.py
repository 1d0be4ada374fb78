"""Every picture, in every room, with and without a guess: nothing on anything, cut off or tiny; and the same twice."""

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from b12explain.explore import NAMES, story
from b12explain.explore.controls import Slider
from b12explain.scene import style
from b12explain.scene.layout import Room, Scene
from b12explain.scene.marks import Dots, Path, Rings, Text
from tests.pictures.lint import faults, texts
from tests.states import few, presets, sample

STORIES = pytest.mark.parametrize("name", NAMES)
WIDTHS = (200, 240, 280, 320, 360, 480, 600, 617, 700, 721, 760, 1_000)
EVERY = pytest.mark.parametrize("width", WIDTHS)
ROOMY = pytest.mark.parametrize("width", [width for width in WIDTHS if width >= 320])


def guesses(it):
    """None, nothing, the ends, the answer, and far beyond it."""
    prediction = it.prediction
    answer = prediction.answer(it.model(**it.at_rest))
    ends = prediction.low, prediction.high
    return None, *((0.0,) if ends[0] <= 0 else ()), *ends, answer, min(ends[1], 8 * answer)


def moments(it):
    """The first, the last, that at rest and the middle one of a film."""
    film = it.film
    if film is None:
        return (None,)
    return film.at_rest, film.moments[0], film.moments[len(film.moments) // 2], film.moments[-1]


def rooms(it, width, count):
    """Rooms of a width with all guesses and moments in turn."""
    said, times = guesses(it), moments(it)
    return [Room(width, said[i % len(said)], times[i // len(said) % len(times)]) for i in range(count)]


@STORIES
@EVERY
def test_presets_have_no_fault(name, width):
    it, found = story(name), {}
    for state in presets(it):
        result = it.model(**state)
        for room in rooms(it, width, len(guesses(it)) * len(moments(it))):
            scene = it.scene(result, room)
            if wrong := faults(scene):
                found[it.name_of(state), room.guess, room.moment] = wrong
            assert scene.width == width
            assert scene.named("title")
    assert not found


@STORIES
@EVERY
def test_no_two_controls_lead_to_a_fault(name, width):
    it, found = story(name), {}
    states = sample(it, width)
    for state, room in zip(states, rooms(it, width, len(states)), strict=True):
        if wrong := faults(it.scene(it.model(**state), room)):
            found[it.name_of(state), room.guess, room.moment] = wrong
    assert not found


@STORIES
@EVERY
def test_before_the_reveal_there_is_no_fault_either(name, width):
    it, found = story(name), {}
    for state in presets(it):
        scene = it.scene(it.model(**state), rooms(it, width, 1)[0])
        if wrong := faults(scene, revealed=False):
            found[it.name_of(state)] = wrong
        assert 0 < len(texts(scene, revealed=False)) < len(texts(scene))
    assert not found


@STORIES
@pytest.mark.parametrize("width", [360, 760])
def test_the_frame_knows_neither_the_answer_nor_the_guess_nor_the_moment(name, width):
    it = story(name)
    result = it.model(**it.at_rest)
    frames = {it.scene(result, room).frame for room in rooms(it, width, len(guesses(it)) * len(moments(it)))}
    assert len(frames) == 1
    (frame,) = frames
    answer = it.prediction.say(it.prediction.answer(result))
    assert not [mark.text for mark in frame if isinstance(mark, Text) and answer in mark.text]
    assert not [mark for mark in frame if isinstance(mark, Dots | Rings) and len(mark.points) > 1]


@STORIES
@ROOMY
def test_pictures_of_a_story_are_of_one_height(name, width):
    """So that the page does not jump."""
    it = story(name)
    room = rooms(it, width, 1)[0]
    assert len({it.scene(it.model(**state), room).height for state in presets(it)}) == 1


@STORIES
@pytest.mark.parametrize("width", [360, 760])
def test_a_guess_of_nothing_is_a_guess(name, width):
    it = story(name)
    if it.prediction.low > 0:
        pytest.skip("nothing may not be guessed")
    result = it.model(**it.at_rest)
    without, nothing = (
        it.scene(result, replace(rooms(it, width, 1)[0], guess=guess)) for guess in (None, 0.0)
    )
    yours = [
        mark for mark in nothing.all if "you" in (getattr(mark, "role", ""), getattr(mark, "stroke", ""))
    ]
    assert yours
    assert not {*yours} & {*without.all}


@STORIES
def test_what_kind_of_picture_it_is_does_not_change_with_an_amount(name):
    """The description is for the ear, once; what is shown now is in the sentence."""
    it = story(name)
    for control in it.controls:
        if not isinstance(control, Slider):
            continue
        shown = {control.when[0]: control.when[1][0]} if control.when else {}
        states = (it.at_rest | shown | {control.name: value} for value in control.values)
        said = {it.scene(it.model(**state), Room(760)).description for state in few(states, name, 12)}
        assert len(said) == 1, control.name
        (words,) = said
        assert words.endswith(".")
        assert len(words) > 60


# -- the same Result and room, the same scene ---
def draw(it, state, room):
    return it.scene(it.model(**state), room)


@STORIES
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_same_result_and_room_are_the_same_scene(name, data):
    """Twice, in any order, and from two threads at once."""
    it = story(name)
    states = st.fixed_dictionaries({control.name: st.sampled_from(control.values) for control in it.controls})
    asked = st.builds(
        Room,
        st.integers(style.LEAST_WIDTH, style.MOST_WIDTH),
        st.sampled_from(guesses(it)),
        st.sampled_from(moments(it)),
    )
    jobs = data.draw(st.lists(st.tuples(states, asked), min_size=2, max_size=5))
    first = [draw(it, *job) for job in jobs]
    order = random.Random(0).sample(range(len(jobs)), len(jobs))
    again = {i: draw(it, *jobs[i]) for i in order}
    with ThreadPoolExecutor(2) as threads:
        beside = list(threads.map(lambda job: draw(it, *job), jobs * 2))
    assert beside == first * 2
    assert [again[i] for i in range(len(jobs))] == first
    for scene in first:
        assert hash(scene.all) is not None, "marks can be compared fast"


# -- the lint itself ---
WORDS = Text(150, 100, "words")


def scene(*marks, frame=()):
    return Scene(300, 200, tuple(frame), marks)


def test_lint_sees_text_on_text():
    assert faults(scene(Text(50, 50, "first"), Text(60, 54, "second"))) == ["'first' is on 'second'"]


def test_lint_lets_lines_of_text_be():
    assert not faults(scene(*(Text(50, 50 + 17 * row, "three lines, gaps py") for row in range(3))))


@pytest.mark.parametrize(
    ("x", "y", "fault"),
    [
        (-5, 50, "8 px too near the left"),
        (290, 50, "28 px too near the right"),
        (50, 4, "8 px too near the top"),
        (50, 199.5, "2 px too near the bottom"),
    ],
)
def test_lint_sees_text_that_is_cut_off(x, y, fault):
    assert faults(scene(replace(WORDS, x=x, y=y))) == [f"'words' is {fault}"]


@pytest.mark.parametrize(
    ("anchor", "left", "right"), [("start", 3, 260), ("middle", 22, 278), ("end", 40, 297)]
)
def test_lint_knows_where_text_is_anchored(anchor, left, right):
    """The word is some 35 px wide."""
    for x in (left, right):
        assert not faults(scene(replace(WORDS, x=x, anchor=anchor)))
    for x, side in ((left - 6, "left"), (right + 6, "right")):
        (fault,) = faults(scene(replace(WORDS, x=x, anchor=anchor)))
        assert fault.endswith(side)


@pytest.mark.parametrize(
    ("mark", "side"),
    [
        (Path(((-3, 50), (50, 50)), stroke="ink", name="line"), "3.0 px at the left"),
        (Path(((50, 1), (90, 1)), stroke="ink", width=6, name="line"), "2.0 px at the top"),
        (Path(((250, 9), (305, 9), (305, 20)), fill="b12", closed=True, name="line"), "5.0 px at the right"),
        (Dots(((50, 196),), "b12", 12, name="line"), "2.0 px at the bottom"),
        (Rings(((50, 4),), "b12", 8, 2, name="line"), "1.0 px at the top"),
        (Rings(((6, 50),), "you", 10, 2, "diamond", name="line"), "2.0 px at the left"),
    ],
)
def test_lint_sees_marks_that_are_cut_off(mark, side):
    kind = type(mark).__name__.lower()
    assert faults(scene(mark)) == [f"the {kind} 'line' is cut off by {side}"]


def test_lint_lets_marks_reach_the_edge():
    assert not faults(scene(Path(((0, 50), (300, 50)), stroke="grid", width=4), Dots(((5, 50),), "b12", 10)))


def test_lint_sees_tiny_type_and_what_is_in_the_frame():
    tiny = replace(WORDS, size=11.5)
    assert faults(scene(tiny)) == ["'words' is 11.5 px"]
    assert not faults(scene(tiny), revealed=False)
    assert faults(scene(frame=[tiny]), revealed=False) == ["'words' is 11.5 px"]


@pytest.mark.parametrize(
    ("mark", "fault"),
    [
        (replace(WORDS, role="grid"), "'words' is in grid, which is not for letters"),
        (Dots(((50, 50),), "blue", name="dots"), "the dots 'dots' is in blue, which no palette has"),
        (Dots(((50, float("nan")),), "b12", name="dots"), "the dots 'dots' has a place that is no number"),
        (replace(WORDS, x=float("inf")), "the text 'words' has a place that is no number"),
    ],
)
def test_lint_sees_roles_and_places_that_are_none(mark, fault):
    assert faults(scene(mark)) == [fault]


def test_letters_on_a_fill_have_roles_of_their_own():
    assert not faults(scene(replace(WORDS, role="on_intrinsic")))
