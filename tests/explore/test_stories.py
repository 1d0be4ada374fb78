"""Every story at every value of every control: it answers, in good words, with numbers that have a source."""

import re

import pytest

from b12explain.amounts import format_number, keep_units
from b12explain.bibliography import cite, reference_list
from b12explain.explore import NAMES, BadInput, story
from b12explain.explore.story import HONESTY
from b12explain.models.ladder import doses
from b12explain.quantities import quantity
from b12explain.scene.layout import Room
from b12explain.scene.marks import Text
from b12explain.status import STATUS_WORDS
from b12explain.words import ladder as ladder_words
from tests.pictures.lint import texts
from tests.states import few, presets, sample

STORIES = pytest.mark.parametrize("name", NAMES)
WIDTHS = (760, 360)
NBSP = "\N{NO-BREAK SPACE}"
# nan, inf or None as words; double spaces; u for µ; a unit that can be parted from its number; a hyphen as minus.
BAD = re.compile(
    r"\b(?:nan|inf|None)\b|  |\bug\b|\bmcg\b|\d (?:µg|mg|g|%)(?!\w)|(?<![\w–])-\d|[{}]|\.\.|\s[.,;]"
)
NUMBER = re.compile(r"(?<![A-Za-z\d])\d[\d,]*(?:\.\d+)?")


def states(it, *more):
    """Its presets, and a sample of the rest."""
    return [*presets(it), *sample(it, *more)]


def swept(it):
    """Each control through its values, or as many as a quick run takes."""
    return few(it.sweep(), it.name)


def room(it, width, **more):
    return Room(width, moment=it.film.at_rest if it.film else None, **more)


def numbers(text):
    return {number.rstrip(",") for number in NUMBER.findall(text)}


# -- the sentence ---
@STORIES
def test_the_model_answers_everywhere_in_good_words(name):
    it = story(name)
    for state in states(it, "words"):
        sentence = it.sentence(it.model(**state))
        assert not BAD.search(sentence), (sentence, state)
        assert sentence[0].isupper() or sentence[0].isdigit(), sentence
        assert "you should" not in sentence.lower()


@STORIES
def test_sentences_end_with_how_far_to_trust_them(name):
    it = story(name)
    for state in swept(it):
        told, level = re.fullmatch(r"(.+[.!]) \(([^()]+)\.\)", it.sentence(it.model(**state))).groups()
        assert level.lower() in HONESTY
        assert told == it.tell(it.model(**state))


@STORIES
def test_every_control_changes_something(name):
    """The sentence, the numbers or the picture: a control that does nothing is a broken promise."""
    it = story(name)
    for control in it.controls:
        shown = {control.when[0]: control.when[1][0]} if control.when else {}
        ends = (control.values[0], control.values[-1])
        results = [it.model(**(it.at_rest | shown | {control.name: value})) for value in ends]
        first, last = (it.scene(result, room(it, 360)) for result in results)
        assert first != last, control.name


def test_the_bad_words_are_seen():
    for bad in ("nan µg", "is inf", "None of", "two  spaces", "5 ug", "5 µg", "is -3", "{x}", "end..", "a ."):
        assert BAD.search(bad), bad
    assert not BAD.search(
        f"1,000{NBSP}µg: about 13{NBSP}µg absorbed (1.3{NBSP}%), range −0.5–19; infants 0–6."
    )


# -- the picture ---
@STORIES
@pytest.mark.parametrize("width", WIDTHS)
def test_pictures_speak_in_good_words(name, width):
    it = story(name)
    for i, state in enumerate(states(it, "picture", width)):
        scene = it.scene(it.model(**state), room(it, width, guess=it.prediction.high / 2 if i % 2 else None))
        assert not [text.text for text in texts(scene) if BAD.search(text.text)], state
        assert not BAD.search(keep_units(scene.description))


@STORIES
def test_every_story_wears_its_honesty(name):
    it = story(name)
    for state in presets(it):
        result = it.model(**state)
        scene = it.scene(result, room(it, 760))
        assert scene.one("badge").text == it.honesty_of(result)
        assert scene.one("badge") in scene.frame, "it is seen before the reader has guessed"


# -- numbers and sources ---
@STORIES
def test_every_number_of_a_sentence_is_among_the_facts_or_on_a_control(name):
    it = story(name)
    for state in states(it, "told"):
        result = it.model(**state)
        known = numbers(" ".join(map(str, it.facts(result)))) | on_controls(it, state) | {"1"}
        missing = numbers(it.tell(result)) - known
        assert not missing, (it.tell(result), missing)


def on_controls(it, state):
    """Numbers that the reader has set."""
    words = []
    for control in it.controls:
        if it.applies(control, state):
            spec, value = control.spec(), state[control.name]
            if "texts" in spec:
                words.append(spec["texts"][spec["steps"].index(value)])
            words += [option["label"] for option in spec.get("options", ()) if option["value"] == value]
    return numbers(" ".join(words))


@STORIES
def test_every_number_on_the_picture_is_among_the_facts_or_on_a_control(name):
    """But for those on the axes, which are drawn with the frame."""
    it = story(name)
    for width in WIDTHS:
        for state in states(it, "numbers", width):
            result = it.model(**state)
            scene = it.scene(result, room(it, width))
            said = [mark.text for mark in scene.marks if isinstance(mark, Text)]
            facts = " ".join(f"{fact} {fact.note}" for fact in it.facts(result))
            known = (
                numbers(facts)
                | on_controls(it, state)
                | {"1"}
                | DRAWN.get(name, lambda *_: set())(result, width)
            )
            if it.film:
                known |= {f"{it.film.at_rest:g}"}
            missing = {words: numbers(words) - known for words in said if numbers(words) - known}
            assert not missing, (state, width, missing)


def on_the_ladder(result, width):
    """The amounts and names of its doses, its rungs, and the years of its sources: all of them stand in the data."""
    said = [ladder_words.SOURCES]
    for dose in result.rungs:
        said += [
            ladder_words.full_name(dose),
            ladder_words.phrase(dose),
            ladder_words.amount(dose.amount_ug, result),
        ]
    said += [ladder_words.rung(10**power, result) for power in range(8)]
    return numbers(" ".join(said)) | {"0"} | on_the_ordinary_ruler(result, width)


def on_the_ordinary_ruler(result, width):
    """Lengths go with the width of the picture: in px, and of what runs on beyond it in metres of 96 px an inch."""
    ruler_px = width - 2 * (24 if width >= 600 else 16)
    lengths = [ruler_px * dose.amount_ug / 2_000 for dose in (*result.rungs, result.reference)]
    metres = [(length - ruler_px) * 0.0254 / 96 for length in lengths if length > ruler_px]
    quarters = [f"{500 * quarter:,}" for quarter in range(5)]
    return {format_number(number, 2) for number in (*lengths, *metres)} | {*quarters}


#: Numbers on a picture that stand beside no fact: of what is drawn, by story.
DRAWN = {
    "absorption": lambda result, width: {"1,000"},  # squares
    "dose_ladder": on_the_ladder,
    "myelin_race": lambda result, width: {"100"},  # mV, the length of the bar beside the wave
}


@STORIES
def test_every_fact_has_a_status_and_a_source_that_can_be_found(name):
    it, keys = story(name), set()
    for state in swept(it):
        for fact in it.facts(it.model(**state)):
            assert fact.label
            assert fact.value
            assert fact.status
            assert not BAD.search(fact.value), fact
            assert bool(fact.source) == bool(fact.row), "what is not worked out here names its row"
            keys |= set(fact.source)
    assert keys
    assert all(str(cite(key)) for key in keys)
    assert len(str(reference_list(keys)).split("\n")) >= len(keys)


@STORIES
def test_what_was_not_re_read_has_its_star_among_the_facts(name):
    it = story(name)
    unread = {STATUS_WORDS["secondary"], STATUS_WORDS["unchecked"]}
    for state in swept(it):
        for fact in it.facts(it.model(**state)):
            if not fact.source:
                continue
            expected = fact.status in unread
            if fact.status == STATUS_WORDS["derived"]:
                expected = not quantity(fact.row).read
            assert fact.value.endswith("*") == expected, fact


def test_what_was_not_re_read_has_its_star_in_the_sentence_and_on_the_ladder():
    """Wherever a starred dose is named with its amount, the star follows."""
    it = story("dose_ladder")
    starred = {dose for dose in doses().values() if dose.quantity.mark}
    assert len(starred) > 50
    for state in states(it, "stars"):
        result = it.model(**state)
        scene = it.scene(result, room(it, 760))
        title = " ".join(mark.text for mark in scene.named("title"))
        for dose in starred & {result.upper, result.lower, result.reference}:
            phrase = re.escape(ladder_words.phrase(dose).removesuffix("*").lower())
            for said in (it.tell(result), title):
                assert not re.search(rf"{phrase}(?![\w*])", said.lower()), (dose.id, said)


# -- the guess ---
@STORIES
def test_the_guess_is_about_the_state_at_rest_however_it_is_shown(name):
    it = story(name)
    assert it.is_asked_about(it.at_rest)
    assert set(it.looks) <= {control.name for control in it.controls}
    for state in swept(it):
        moved = {name for name, value in state.items() if value != it.at_rest[name]}
        assert it.is_asked_about(state) == (moved <= set(it.looks))
        if it.is_asked_about(state):  # what is asked about has the answer that the reader is told
            answer, told = (it.prediction.answer(it.model(**one)) for one in (state, it.at_rest))
            assert answer == pytest.approx(told), state


# -- states and their names ---
@STORIES
def test_state_names_round_trip(name):
    it = story(name)
    for state in states(it, "names"):
        told = it.name_of(state)
        values = dict(part.split("=", 1) for part in told.split("&")) if told != "at rest" else {}
        typed = {}
        for control in it.controls:
            if control.name in values:
                (typed[control.name],) = [
                    value for value in control.values if str(value) == values[control.name]
                ]
        assert it.state(typed) == state


@STORIES
def test_names_are_of_one_state_only(name):
    it = story(name)
    states = {tuple(state.items()) for state in it.sweep()}
    assert len({it.name_of(dict(state)) for state in states}) == len(states)


@STORIES
def test_the_first_preset_is_the_state_at_rest_and_posters_are_presets(name):
    it = story(name)
    assert it.state(preset=next(iter(it.presets))) == it.at_rest == it.state()
    assert set(it.posters) <= set(it.presets)
    assert len({tuple(it.state(preset=preset).items()) for preset in it.presets}) == len(it.presets)


@STORIES
def test_sweep_and_corners_are_whole(name):
    it = story(name)
    swept = [*it.sweep()]
    assert len(swept) == sum(len(control.values) for control in it.controls)
    assert all(it.state(state) == state for state in swept)
    for control in it.controls:
        assert {state[control.name] for state in swept} >= set(control.values)
        assert all(it.applies(control, s) for s in swept if s[control.name] != control.start)
    assert len([*it.corners()]) == 2 ** len(it.controls)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            {"preset": "no intrinsic"},
            "absorption has no preset 'no intrinsic'; did you mean 'no intrinsic factor' or 'an injection'?",
        ),
        ({"values": {"dose": 5}}, "absorption has no control 'dose'; did you mean 'dose_ug' or 'route'?"),
        ({"values": {"dose_ug": -3}}, f"dose_ug takes 0.5 to 5,000{NBSP}µg; got -3"),
        ({"values": {"route": "drip"}}, "route takes 'meal', 'tablet', 'injection'; got 'drip'"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(call, message):
    with pytest.raises(BadInput, match=f"^{re.escape(message)}$"):
        story("absorption").state(**call)


def test_stories_are_known_by_name():
    message = f"there is no explorable 'stores'; there are {', '.join(NAMES)}"
    with pytest.raises(BadInput, match=f"^{re.escape(message)}$"):
        story("stores")
    assert all(story(name).name == name for name in NAMES)
