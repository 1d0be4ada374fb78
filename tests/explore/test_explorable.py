"""The one widget, without a browser: what it answers, refuses, links, and shows where there is no kernel."""

import json
import math
import random
import re
import subprocess
import sys
import tracemalloc
from dataclasses import replace

import ipywidgets
import numpy as np
import pytest
import traitlets

from b12explain import explore
from b12explain.explore import NAMES, BadInput, Explorable, story
from b12explain.explore.story import Film
from b12explain.scene.layout import Room, Scene
from b12explain.scene.marks import Dots, Path, Text
from b12explain.scene.wire import wire

STORIES = pytest.mark.parametrize("name", NAMES)


class Watched(Explorable):
    """An explorable that keeps what it sends."""

    def __init__(self, *args, **more):
        self.sent = []
        super().__init__(*args, **more)

    def send(self, content, buffers=None):
        self.sent.append((json.loads(json.dumps(content)), buffers or []))


class View:
    """A view of a card as a page keeps it: it puts answers together from what they are told by."""

    def __init__(self, card, name="one", width=360):
        self.card, self.name, self.width = card, name, width
        self.n, self.held = 0, None

    def ask(self, **more):
        """Ask, and take the answer."""
        self.n += 1
        has = self.held and self.held["n"]
        content = {"kind": "ask", "n": self.n, "view": self.name, "has": has, "width": self.width, **more}
        before = len(self.card.sent)
        self.card._handle_custom_msg(content, [])
        answers = [one for one, _ in self.card.sent[before:] if one["kind"] == "answer"]
        assert len(answers) == 1, "one request, one answer"
        answer = answers[0]
        assert (answer["n"], answer["view"]) == (self.n, self.name)
        if "base" in answer:
            self.take(answer)
        return answer

    def move(self, state=None, guess=None, revealed=True, **more):
        """Ask for another state."""
        state = self.card.story.state(state or {})
        return self.ask(state=state, guess=guess, revealed=revealed, **more)

    def take(self, answer):
        """Put an answer together."""
        base = self.held if answer["base"] is not None else None
        if base is not None:
            assert answer["base"] == base["n"], "told by the answer that the view has"
        self.held = {**(base or {}), **answer}
        for part in ("marks", "facts"):
            self.held[part] = patched(answer[part], base[part] if base else [])


def patched(told, old):
    """A sequence from runs of the old one and new members."""
    parts = (old[one[0] : one[0] + one[1]] if isinstance(one, list) else [one] for one in told)
    return [one for part in parts for one in part]


def shown(name="absorption", *, width=360, view="one", **more):
    """A card and a view of it that has its first answer."""
    card = Watched(more.pop("story", None) or story(name), **more)
    seen = View(card, view, width)
    seen.ask()
    return card, seen


# -- starting ---
@STORIES
def test_its_function_starts_it_anywhere(name):
    make = getattr(explore, name)
    it = story(name)
    assert make().state == it.at_rest
    assert make().revealed is False
    assert make(predict=False).revealed is True
    for preset in it.presets:
        assert make(preset).state == it.state(preset=preset)


def test_values_can_be_given():
    assert explore.absorption("no intrinsic factor", dose_ug=500).state["dose_ug"] == 500
    assert explore.absorption(dose_ug=np.int64(500), times_per_day=np.float32(2)).state["dose_ug"] == 500


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: explore.absorption("megadose"), "absorption has no preset 'megadose'; did you mean "),
        (lambda: explore.absorption(dosage=5), "absorption has no control 'dosage'; did you mean 'dose_ug'"),
        (lambda: explore.absorption(dose_ug=-3), "dose_ug takes 0.5 to 5,000\N{NO-BREAK SPACE}µg; got -3"),
        (lambda: explore.absorption().set(dose_ug="x"), "dose_ug takes a number from 0.5 to 5,000"),
        (lambda: explore.absorption(predict="no"), "predict must be True or False; got 'no'"),
        (
            lambda: story("absorption").state(5),
            "absorption: a state gives values by the names of controls; got 5",
        ),
    ],
)
def test_what_is_not_there_is_refused(call, message):
    with pytest.raises(BadInput, match=f"^{re.escape(message)}"):
        call()


def test_setting_moves_and_a_refused_move_changes_nothing():
    card = explore.absorption().set(dose_ug=500)
    assert card.state["dose_ug"] == 500
    before = card.sentence
    with pytest.raises(BadInput):
        card.set(dose_ug=501.5)
    assert card.state["dose_ug"] == 500
    assert card.sentence == before != explore.absorption().sentence


def test_what_python_says_is_the_story_s():
    card = explore.absorption("an injection")
    it = card.story
    assert card.sentence == it.sentence(card.result)
    assert card.provenance() == it.facts(card.result)
    assert card.sentence.startswith("1,000\N{NO-BREAK SPACE}µg of cyanocobalamin injected: ")


@pytest.mark.parametrize("by", ["python", "page"])
def test_a_state_is_whole_so_that_no_control_goes_to_rest_unasked(by):
    card, view = shown(dose_ug=500.0)
    before = card.state
    line = "absorption: a state gives a value to every control; got none for route, "
    part = {"dose_ug": 1.0, "times_per_day": 2.0}
    if by == "page":
        assert view.ask(state=part, revealed=True)["refused"].startswith(line)
    else:
        with pytest.raises(BadInput, match=f"^{line}"):
            card.state = part
    assert card.state == before
    assert card.set(**part).state == before | part


@pytest.mark.parametrize("predict", [True, False])
def test_a_truth_of_numpy_s_is_one(predict):
    assert explore.absorption(predict=np.bool_(predict)).revealed is not predict
    with pytest.raises(BadInput, match=r"^predict must be True or False; got 1$"):
        explore.absorption(predict=np.int64(1))


# -- the guess ---
@pytest.mark.parametrize("guess", [-0.1, 1_000.1, float("nan"), float("inf"), "many", True])
def test_a_guess_that_is_none_is_refused_and_the_one_before_it_stays(guess):
    card = explore.absorption()
    card.guess = 40.0
    with pytest.raises(BadInput, match=f"^guess takes 0 to 1000; got {guess!r}$"):
        card.guess = guess
    assert card.guess == 40


@pytest.mark.parametrize("guess", [0, 1_000, 13.5, None, np.int16(7)])
def test_a_guess_in_range_is_kept(guess):
    card = explore.absorption()
    card.guess = guess
    assert card.guess == guess


def move_together(card, **traits):
    with card.hold_trait_notifications():
        for name, value in traits.items():
            setattr(card, name, value)


def test_bad_input_takes_back_all_that_came_with_it():
    """ipywidgets and traitlets take back a change together with others only if it is refused by a TraitError."""
    card = explore.absorption()
    with pytest.raises(traitlets.TraitError):
        move_together(card, guess=40.0, state=card.state | {"route": "nonsense"})
    assert card.state == card.story.at_rest
    card.set_state({"state": {"dose_ug": -5}, "guess": -1})
    assert (card.state, card.guess) == (card.story.at_rest, None)


def test_the_gap_is_told_when_revealed_and_about_the_state_at_rest():
    _card, view = shown()
    view.move(guess=500.0, revealed=False)
    assert view.held["gap"] == ""
    view.move(guess=500.0)
    assert view.held["gap"].startswith("You guessed 500")
    told = view.held["gap"]
    assert "gap" not in view.move({"dose_ug": 1.0}, guess=500.0), "what did not change is not told again"
    assert view.held["gap"] == told


def test_a_guess_of_nothing_is_a_guess():
    _card, view = shown(predict=False)
    without = view.held["marks"]
    view.move(guess=0)
    assert view.held["gap"].startswith("You guessed 0")
    assert view.held["marks"] != without
    view.move(guess=40)
    with_40 = view.held["marks"]
    view.move(guess=0)
    assert view.held["marks"] != with_40


# -- one request, one answer ---
def test_an_answer_is_told_by_the_one_that_the_view_has():
    _card, view = shown(predict=False)
    whole = json.dumps(view.held)
    answer = view.move({"dose_ug": 500.0})
    assert answer["base"] == 1
    assert len(json.dumps(answer)) < len(whole) / 5
    fresh = View(view.card, "another")
    assert fresh.ask()["base"] is None
    for part in ("marks", "facts", "sentence", "name", "height"):
        assert fresh.held[part] == view.held[part], part


@pytest.mark.parametrize("has", [None, 0, 7])
def test_a_view_that_has_something_else_is_told_the_whole(has):
    card, view = shown(predict=False)
    answer = view.ask(has=has)
    assert answer["base"] is None
    assert answer["marks"] == [wire(mark) for mark in scene_of(card).all]


def scene_of(card, width=360, guess=None):
    return card.story.scene(card.result, Room(width, guess))


def test_two_requests_may_be_under_way():
    card, view = shown(predict=False)
    doses = (1.0, 2.0, 3.0)
    for n, dose_ug in enumerate(doses, 2):  # each says that it will have the answer to the one before
        content = {
            "kind": "ask",
            "n": n,
            "view": "one",
            "has": n - 1,
            "width": 360,
            "guess": None,
            "revealed": True,
        }
        card._handle_custom_msg({**content, "state": card.story.state({"dose_ug": dose_ug})}, [])
    for answer, _ in card.sent[1:]:
        view.take(answer)
    assert view.held["marks"] == [wire(mark) for mark in scene_of(card).all]
    assert view.held["state"]["dose_ug"] == 3


@STORIES
def test_moves_add_up_to_what_a_fresh_view_sees(name):
    card, view = shown(name, predict=False)
    chosen = random.Random(7)
    for _ in range(12):
        control = chosen.choice(card.story.controls)
        view.move({**card.state, control.name: chosen.choice(control.values)})
    fresh = View(card, "another")
    fresh.ask()
    assert {**view.held, "n": 0, "view": "", "base": None} == {**fresh.held, "n": 0, "view": "", "base": None}


@STORIES
def test_before_the_reveal_nothing_is_given_away(name):
    card, view = shown(name)
    assert (view.held["sentence"], view.held["gap"], view.held["facts"]) == ("", "", [])
    assert view.held["marks"] == [wire(mark) for mark in scene_of(card).frame]
    view.move()
    assert view.held["sentence"] == card.sentence
    assert view.held["facts"] == json.loads(json.dumps([fact.data() for fact in card.provenance()]))
    assert view.held["marks"] == [wire(mark) for mark in scene_of(card).all]


@pytest.mark.parametrize("width", [200, 360, 760, 1_000])
def test_a_picture_is_of_the_view_s_width(width):
    _card, view = shown(width=width)
    assert view.held["width"] == width
    assert view.held["height"] == scene_of(view.card, width).height


def test_two_views_keep_their_widths_and_agree():
    card, one = shown(predict=False)
    other = View(card, "other", 760)
    other.ask()
    for mover, follower, dose_ug in ((one, other, 500.0), (other, one, 2.0)):
        before = len(card.sent)
        mover.move({"dose_ug": dose_ug})
        assert {"kind": "moved", "by": mover.name} in [content for content, _ in card.sent[before:]]
        follower.ask()
        assert follower.held["state"] == mover.held["state"]
        assert follower.held["sentence"] == mover.held["sentence"]
        assert (one.held["width"], other.held["width"]) == (360, 760)


def test_a_view_alone_is_told_of_no_move_of_its_own():
    card, view = shown(predict=False)
    view.move({"dose_ug": 500.0})
    assert [content["kind"] for content, _ in card.sent] == ["answer", "answer"]


def test_what_python_moves_every_view_asks_for():
    card, view = shown(predict=False)
    card.set(dose_ug=500)
    assert card.sent[-1][0] == {"kind": "moved"}
    view.ask()
    assert view.held["state"]["dose_ug"] == 500
    count = len(card.sent)
    card.set(dose_ug=500.0)
    assert len(card.sent) == count, "nothing has moved"


def test_a_move_while_the_first_answer_is_worked_out_is_not_missed():
    """Requests may be answered in a thread of their own."""
    cards = []

    def model(**state):
        if cards and not cards[0].revealed:
            cards[0].revealed = True  # as a cell might, meanwhile
        return story("absorption").model(**state)

    cards.append(Watched(replace(story("absorption"), model=model)))
    view = View(cards[0])
    assert view.ask()["revealed"] is False
    assert {"kind": "moved"} in [content for content, _ in cards[0].sent]
    assert view.ask()["revealed"] is True


def test_a_view_that_is_gone_is_told_nothing():
    card, view = shown()
    card._handle_custom_msg({"kind": "bye", "n": 2, "view": view.name}, [])
    count = len(card.sent)
    card.set(dose_ug=500)
    assert len(card.sent) == count


def test_views_without_number_cost_little():
    card, view = shown(predict=False)
    for number in range(20):
        View(card, f"view {number}").ask()
    tracemalloc.start()
    for number in range(20, 60):
        View(card, f"view {number}").ask()
        card.sent.clear()
    grown = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert grown < 1_000_000
    assert view.ask()["base"] is None, "pushed out, and told the whole again"


# -- what a page may send ---
HOSTILE = (
    None, True, False, -1, 0, 1.5, 10**400, -(10**400), float("nan"), float("inf"), float("-inf"), 1e308, "", "x",
    "x" * 10**6, "nonsense", "<img src=x onerror=alert(1)>", "__class__", "\ud800", [], {}, [[]], ["x"] * 10**4,
    {"dose_ug": -5}, {"route": None}, {"route": ["tablet"]}, {"nonsense": 1}, {1: 2}, {"dose_ug": float("nan")},
    {"dose_ug": 10**400}, {"dose_ug": "1000"}, {"dose_ug": True}, {str(i): i for i in range(1_000)},
)  # fmt: skip
FIELDS = ("kind", "n", "view", "has", "state", "guess", "revealed", "width", "moment", "film")


def hostile_messages(count, seed=20):
    chosen = random.Random(seed)
    for number in range(count):
        message = {
            "kind": "ask", "n": number, "view": "one", "has": None, "state": story("absorption").at_rest,
            "guess": None, "revealed": True, "width": 360, "moment": None, "film": False,
        }  # fmt: skip
        for field in chosen.sample(FIELDS, chosen.choice((1, 1, 1, 2, 3))):
            message[field] = chosen.choice(HOSTILE)
        if chosen.random() < 0.1:
            del message[chosen.choice(FIELDS)]
        yield message


def test_what_a_page_sends_is_looked_at():
    card, view = shown(predict=False)
    moved = view.move({"dose_ug": 500.0}) and view.held
    answered = refused = 0
    tracemalloc.start()
    for message in (*HOSTILE, *hostile_messages(400)):
        before = card.state, card.guess, card.revealed
        card.sent.clear()
        card._handle_custom_msg(message, [])
        for content, _ in card.sent:
            assert len(json.dumps(content)) < 100_000
            if "refused" in content:
                refused += 1
                assert (card.state, card.guess, card.revealed) == before, message
                assert content["state"] == before[0]
                assert len(content["refused"]) < 400
                assert "marks" not in content
            elif content["kind"] == "answer":
                answered += 1
                assert "trouble" not in content, message
                assert card.story.state(card.state) == card.state
                assert math.isfinite(content.get("width", 1))
    peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refused > 100
    assert answered > 5
    assert peak[0] < 3_000_000
    assert moved
    fresh = View(card, "after")
    fresh.move({"dose_ug": 500.0})
    assert fresh.held["marks"] == moved["marks"], "and the card works as before"


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("width", 10**6, "width must be a number from 200 to 1,000; got 1000000"),
        ("width", 199, "width must be a number from 200 to 1,000; got 199"),
        ("width", None, "width must be a number from 200 to 1,000; got None"),
        ("guess", -1, "guess takes 0 to 1000; got -1"),
        ("state", {"route": "nonsense"}, "route takes 'meal', 'tablet', 'injection'; got 'nonsense'"),
        ("state", 5, "state must name values of controls; got 5"),
        ("revealed", 1, "revealed must be true or false; got 1"),
        ("moment", 3, "absorption has no moment 3"),
        ("film", True, "absorption has no film"),
    ],
)
def test_a_refusal_says_what_is_taken(field, value, line):
    card, view = shown()
    answer = view.move({"dose_ug": 500.0}, **{"guess": 5, field: value} if field != "state" else {})
    if field == "state":
        answer = view.ask(state=value, guess=5, revealed=True)
    assert answer["refused"] == line
    if field != "state":
        assert (card.state, card.guess, card.revealed) == (card.story.at_rest, None, False), (
            "all of it or nothing"
        )


# -- trouble ---
def fails_at_two(**state):
    if state["dose_ug"] == 2.0:
        raise ZeroDivisionError("no gut")
    return story("absorption").model(**state)


def test_a_model_that_fails_sends_a_sentence_and_keeps_the_state(caplog):
    card, view = shown(story=replace(story("absorption"), model=fails_at_two), predict=False)
    other = View(card, "other")
    other.ask()
    card.sent.clear()
    answer = view.move({"dose_ug": 2.0})
    assert "marks" not in answer, "the page keeps its last good picture"
    assert answer["trouble"] == (
        "This could not be worked out, so the picture still shows the state before. To report it, copy "
        "this line into a new issue of the project: absorption, dose_ug=2.0: ZeroDivisionError: no gut"
    )
    assert "Traceback" in caplog.text, "the log has the rest"
    assert card.state == answer["state"] == card.story.at_rest
    assert [content["kind"] for content, _ in card.sent] == ["answer"], "the other view is told of no move"
    assert view.move({"dose_ug": 3.0})["base"] == 1, "told by the last good one"
    assert view.held["state"]["dose_ug"] == 3


def test_an_interrupt_is_no_end(caplog):
    interrupts = iter([KeyboardInterrupt])

    def model(**state):
        for interrupt in interrupts if state["dose_ug"] == 2.0 else ():
            raise interrupt
        return story("absorption").model(**state)

    card, view = shown(story=replace(story("absorption"), model=model), predict=False)
    answer = view.move({"dose_ug": 2.0})
    assert answer["again"] is True
    view.move({"dose_ug": 2.0})
    assert view.held["state"] == card.state == card.story.state({"dose_ug": 2.0})


def test_what_watches_a_card_may_move_it_on_and_the_view_is_told():
    card, view = shown(predict=False)
    card.observe(lambda change: card.set(dose_ug=1.0) if change["new"]["dose_ug"] == 500 else None, "state")
    card.sent.clear()
    view.move({"dose_ug": 500.0})
    assert {"kind": "moved"} in [content for content, _ in card.sent]
    view.ask()
    assert view.held["state"] == card.state == card.story.state({"dose_ug": 1.0})


def test_a_picture_that_fails_keeps_the_state_too():
    def picture(result, room):
        if result.dose_ug == 500:
            raise ZeroDivisionError("no room")
        return story("absorption").picture(result, room)

    card, view = shown(story=replace(story("absorption"), picture=picture), predict=False)
    assert "absorption, dose_ug=500.0: ZeroDivisionError" in view.move({"dose_ug": 500.0})["trouble"]
    assert card.state == card.story.at_rest


# -- linking ---
def test_two_can_be_linked():
    (one, first), (other, second) = shown(), shown(width=760)
    link = ipywidgets.link((one, "state"), (other, "state"))
    first.move({"dose_ug": 500.0})
    assert other.state["dose_ug"] == 500
    assert other.sent[-1][0] == {"kind": "moved"}
    second.ask()
    second.move({"dose_ug": 500.0, "route": "meal"})
    assert one.state == other.state == one.story.state({"dose_ug": 500, "route": "meal"})
    first.ask()
    assert first.held["name"] == second.held["name"] == "route=meal&dose_ug=500.0"
    link.unlink()
    one.set(dose_ug=1.0)
    assert other.state["dose_ug"] == 500


# -- films ---
def growing(_result, room):
    """A picture whose bar is as long as the moment, over a line that stays."""
    rule = Path(((0, 50), (room.width, 50)), stroke="grid", name="rule")
    bar = Path(((0, 20), (room.width * room.moment, 20)), stroke="b12", width=9.0, name="bar")
    return Scene(
        room.width, 100, (rule,), (bar, Dots(((5, 5),), "b12"), Text(5, 90, "a bar")), description="A bar."
    )


def film(between=1, **more):
    it = replace(story("absorption"), picture=growing, film=Film("Time", (0.0, 0.5, 1.0), "ms", 0.5, between))
    return shown(story=it, predict=False, **more)


def lengths(frames):
    return [one["d"] for frame in frames for one in frame if one.get("n") == "bar"]


@pytest.mark.parametrize(("between", "count"), [(1, 3), (5, 11)])
def test_a_film_has_a_picture_of_each_moment(between, count):
    card, view = film(between)
    assert lengths([view.held["marks"]]) == ["M0 20L180 20"], "that at rest"
    answer = view.ask(film=True)
    frames = [
        patched(
            [answer["film"]["shapes"][one] if isinstance(one, int) else one for one in frame],
            view.held["marks"],
        )
        for frame in answer["film"]["frames"]
    ]
    assert lengths(frames) == [f"M0 20L{360 * i / (count - 1):g} 20" for i in range(count)]
    assert {len(frame) for frame in frames} == {len(view.held["marks"])}
    assert len(answer["film"]["shapes"]) == count - 1, "each shape once, and none that the page has"
    assert card.card["film"]["steps"] == [0.0, 0.5, 1.0]
    assert card.card["film"]["between"] == between


def test_the_moment_on_show_is_that_which_the_page_asks_for():
    _card, view = film()
    view.ask(moment=0.25)
    assert lengths([view.held["marks"]]) == ["M0 20L90 20"]
    assert view.ask(moment=1.5)["refused"] == "absorption has no moment 1.5"
    view.ask(moment=0)
    assert lengths([view.held["marks"]]) == ["M0 20L0 20"]


# -- fonts, state and page ---
def test_fonts_are_sent_when_asked_for():
    card = Watched(story("absorption"))
    card._handle_custom_msg({"kind": "other"}, [])
    assert card.sent == []
    card._handle_custom_msg({"kind": "font"}, [])
    content, faces = card.sent[-1]
    assert content == {"kind": "font"}
    assert [face[:4] for face in faces] == [b"wOF2", b"wOF2"]
    assert len(faces[0]) > 50_000


@STORIES
def test_what_a_widget_carries_is_its_story_and_the_page(name):
    state = explore.story(name) and getattr(explore, name)().get_state()
    assert {key for key in state if not key.startswith("_")} == {"card", "layout", "tabbable", "tooltip"}
    assert len(json.dumps(state["card"])) < 60_000


@STORIES
def test_the_page_is_told_all_it_needs(name):
    it, card = story(name), getattr(explore, name)().card
    assert [control["name"] for control in card["controls"]] == [control.name for control in it.controls]
    assert card["presets"] == {preset: it.state(preset=preset) for preset in it.presets}
    assert card["at_rest"] == it.at_rest
    assert card["opening"] == {"state": it.at_rest, "guess": None, "revealed": False}
    assert card["prediction"]["low"] < card["prediction"]["high"]
    assert len(card["leaves_out"]) == len(it.leaves_out)


def test_a_card_opens_where_python_put_it():
    opening = explore.absorption("an injection", predict=False).card["opening"]
    assert opening == {
        "state": story("absorption").state(preset="an injection"),
        "guess": None,
        "revealed": True,
    }


# -- without a kernel ---
@STORIES
def test_one_output_has_the_view_and_the_sentence(name):
    card = getattr(explore, name)()
    data, _metadata = card._repr_mimebundle_()
    assert data.keys() == {"application/vnd.jupyter.widget-view+json", "text/plain"}
    assert data["application/vnd.jupyter.widget-view+json"]["model_id"] == card.model_id
    assert card.sentence in data["text/plain"], "the answer, though the live card still hides it"


def test_where_stills_are_kept_there_is_one_of_the_state():
    class Kept(Explorable):
        still = staticmethod(lambda story, state: (story.name_of(state).encode(), {"width": 760}))

    data, metadata = Kept(story("absorption"), "an injection")._repr_mimebundle_()
    assert data["image/png"] == b"route=injection"
    assert metadata["image/png"] == {"width": 760, "alt": data["text/plain"]}


def test_showing_and_answering_imports_nothing_that_takes_long():
    code = f"""
import sys
from b12explain import explore
for name in {NAMES}:
    card = getattr(explore, name)(predict=False)
    card._repr_mimebundle_()
    sent = []
    card.send = lambda content, buffers=None: sent.append(content)
    card._handle_custom_msg({{"kind": "ask", "n": 1, "view": "one", "has": None, "width": 760}}, [])
    assert sent[-1]["marks"], name
print([name for name in ("matplotlib", "numba", "pint", "scipy", "pandas") if name in sys.modules])
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
