"""A card on a page without Jupyter: a story's answers, read from a file, shown by the same script; and what it does
with answers that come late, out of turn, or not at all."""

import json

import pytest
from playwright.sync_api import expect

from b12explain.explore import page, story
from b12explain.explore.answers import answer
from tests.browser.card import Card, plain
from tests.browser.conftest import WIDE, paper

pytestmark = pytest.mark.browser

ADDRESS = "http://page.test/"
PRESETS = ("one tablet", "no intrinsic factor", "an injection")
HTML = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A card</title><style>STYLE</style>
<main style="max-width: 800px; margin: auto"></main>
<script>SCRIPT</script>
<script type="module">
const file = await (await fetch("answers.json")).json();
let state = file.story.opening.state, revealed = file.story.opening.revealed;
// An answer with what the file holds for the state that was asked for, whole.
window.answerTo = (request) => {
  if (request.state) ({ state, revealed } = request);
  const found = file.answers.find((one) => one.revealed === revealed && one.width === request.width
    && Object.keys(state).every((name) => one.state[name] === state[name]));
  return { kind: "answer", n: request.n, view: request.view, base: null, ...found };
};
window.asked = [];
window.byHand = false;
window.stop = card(document.querySelector("main"), file.story, {
  onAnswer: (hear) => { window.hearAnswer = hear; },
  onStatus: (hear) => { window.hearStatus = hear; },
  ask(request) {
    window.asked.push(request);
    if (request.kind === "ask" && !window.byHand) setTimeout(() => hearAnswer(answerTo(request)));
  },
});
</script>"""


@pytest.fixture
def card(open_page, tmp_path):
    """A card whose page has a file of whole answers to some of its states."""
    it = story("absorption")
    states = [it.state(preset=preset) for preset in PRESETS]
    told = [answer(it, state, 760, revealed=shown).told() for state in states for shown in (False, True)]
    file = {"story": page.card(it, it.at_rest, False), "answers": told}
    html = HTML.replace("STYLE", page.style_sheet()).replace("SCRIPT", page.card_script())
    (tmp_path / "index.html").write_text(html, "utf-8")
    (tmp_path / "answers.json").write_text(json.dumps(file), "utf-8")
    opened = open_page(WIDE)
    opened.page.route(
        f"{ADDRESS}**", lambda route: route.fulfill(path=tmp_path / route.request.url[len(ADDRESS) :])
    )
    opened.page.goto(f"{ADDRESS}index.html")
    yield Card(opened.page.locator(".b12-card"), it)
    opened.check()
    opened.page.close()


@pytest.fixture
def by_hand(card):
    """The same with its answer shown, from now on answered only by the test."""
    card.skip()
    card.page.evaluate("window.asked = []; window.byHand = true;")
    return card


def asked(card):
    return card.page.evaluate("window.asked")


def give(card, place, **changes):
    """Give the answer to a request, by its place among those asked since."""
    card.page.evaluate(
        "([n, changes]) => hearAnswer({ ...answerTo(asked[n]), ...changes })", [place, changes]
    )


def texts(card, preset):
    told = answer(card.story, card.story.state(preset=preset), 760).told()
    return [mark["t"] for mark in told["marks"] if mark["k"] == "t"]


def test_answers_from_a_file_are_shown_by_the_same_card(card):
    card.rest()
    assert "title" not in card.picture_names(), "before the guess only the frame"
    card.skip()
    for preset in PRESETS[1:]:
        with card.answering():
            card.button(preset).click()
        assert card.sentence() == card.said(card.story.state(preset=preset))
        assert card.texts() == texts(card, preset)
    expect(card.root).to_have_css("background-color", paper("light"))
    card.root.locator("summary").first.click()
    facts = card.story.facts(card.story.model(**card.story.state(preset=PRESETS[-1])))
    expect(card.root.locator(".b12-facts dt")).to_have_count(len(facts))
    links = card.root.locator(".b12-facts a").evaluate_all("(found) => found.map((one) => one.protocol)")
    assert set(links) == {"https:"}


def test_at_most_two_requests_are_under_way_and_of_the_others_the_newest_counts(by_hand):
    slider = by_hand.controls.get_by_role("slider", name="Dose", exact=True)
    slider.focus()
    for _ in range(6):
        by_hand.page.keyboard.press("ArrowLeft")
    first, second = asked(by_hand)
    assert second["has"] == first["n"], "told by the answer that will be there by then"
    assert second["n"] == first["n"] + 1
    give(by_hand, 0, **answer(by_hand.story, first["state"], 760).told())
    third = asked(by_hand)[2]
    steps = by_hand.story.controls[1].steps
    assert third["state"]["dose_ug"] == steps[steps.index(1_000.0) - 6], "those between were never asked"
    assert third["state"]["dose_ug"] == steps[int(slider.input_value())]


def test_an_answer_by_something_else_than_what_is_there_is_let_go_by_and_the_whole_asked_for(by_hand):
    before = by_hand.picture()
    by_hand.button(PRESETS[1]).click()
    give(by_hand, 0, base=12_345, marks=[[0, 2]])
    assert by_hand.picture() == before
    again = asked(by_hand)[1]
    assert again["has"] is None
    assert again["state"]["intrinsic_factor"] == "none"
    give(by_hand, 1)
    assert by_hand.texts() == texts(by_hand, PRESETS[1])


def test_what_nobody_asked_for_is_not_shown(by_hand):
    before = by_hand.seen()
    by_hand.button(PRESETS[1]).click()
    for stranger in ({"n": 10_000}, {"view": "another"}, {"kind": "other"}):
        give(by_hand, 0, **stranger)
        assert by_hand.seen() == before
    give(by_hand, 0)
    assert by_hand.texts() == texts(by_hand, PRESETS[1])
    give(by_hand, 0, sentence="Twice.")
    assert "Twice." not in by_hand.sentence()


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0,125", 0.125), ("0,500", 0.5), ("\u22120,125", -0.125), ("2,4", 2.4), ("1,000", 1_000), ("1 000,5", 1_000.5),
        ("12,500.5", 12_500.5), ("1,000,000", 1_000_000), ("1.000,5", None), ("0,125,000", None), ("1,00,000", None),
    ],
)  # fmt: skip
def test_a_number_is_read_as_people_type_it(card, typed, number):
    read = "(typed) => { const read = readNumber(typed); return Number.isNaN(read) ? null : read; }"
    assert card.page.evaluate(read, typed) == number


def test_a_number_between_steps_is_drawn_at_the_nearest_and_that_is_said(by_hand):
    slider = by_hand.story.controls[1]
    box = by_hand.number_box(slider)
    message = by_hand.root.locator(f"#{box.get_attribute('aria-describedby')}")
    box.fill("2.05")
    box.press("Enter")
    first = asked(by_hand)[0]
    assert first["state"]["dose_ug"] == 2
    for answered in (False, True):
        if answered:
            give(by_hand, 0, **answer(by_hand.story, first["state"], 760).told())
            by_hand.rest()
        assert plain(message.text_content()) == "Drawn at the nearest step, 2 µg."
        expect(box).to_have_value("2")
        expect(box).to_have_attribute("aria-invalid", "false")
    by_hand.control(slider).press("ArrowRight")
    expect(message).to_have_text("")
    box.fill("many")
    box.press("Enter")
    expect(message).to_contain_text("is not a number")
    by_hand.button(PRESETS[1]).click()
    expect(message).to_have_text("")


def test_a_refused_move_goes_back_with_a_line(by_hand):
    at_rest = by_hand.story.at_rest
    by_hand.button(PRESETS[1]).click()
    expect(by_hand.button(PRESETS[1])).to_have_attribute("aria-pressed", "true")
    refusal = {
        "kind": "answer",
        "refused": "no such thing",
        "state": at_rest,
        "guess": None,
        "revealed": True,
    }
    by_hand.page.evaluate(
        "(refusal) => hearAnswer({ n: asked[0].n, view: asked[0].view, ...refusal })", refusal
    )
    expect(by_hand.button(PRESETS[1])).to_have_attribute("aria-pressed", "false")
    expect(by_hand.root.get_by_role("alert").filter(has_text="no such thing")).to_be_visible()
    by_hand.page.evaluate("window.byHand = false")
    with by_hand.answering():
        by_hand.button(PRESETS[2]).click()
    expect(by_hand.root.get_by_role("alert").filter(has_text="no such thing")).to_have_count(0)


def test_no_answer_is_working_and_a_late_one_revives_what_was_given_up(by_hand):
    by_hand.button(PRESETS[1]).click()
    expect(by_hand.root.locator(".b12-working")).to_be_visible()
    by_hand.page.evaluate("hearStatus({ status: 'lost', words: 'Nobody is there.' })")
    expect(by_hand.root.get_by_role("alert").filter(has_text="Nobody is there.")).to_be_visible()
    expect(by_hand.button("Reset")).to_be_disabled()
    expect(by_hand.root.locator(".b12-working")).to_be_hidden()
    give(by_hand, 0)
    assert by_hand.texts() == texts(by_hand, PRESETS[1])
    expect(by_hand.button("Reset")).to_be_enabled()
    expect(by_hand.root.get_by_role("alert").filter(has_text="Nobody is there.")).to_have_count(0)


def test_a_kernel_that_has_nothing_to_do_is_asked_again(by_hand):
    by_hand.button(PRESETS[1]).click()
    by_hand.page.evaluate("hearStatus({ status: 'busy' }); hearStatus({ status: 'idle' })")
    by_hand.page.wait_for_function("window.asked.length === 2")
    again = asked(by_hand)[1]
    assert again["state"] == asked(by_hand)[0]["state"]
    give(by_hand, 0, sentence="Late.")
    assert "Late." not in by_hand.sentence(), "another was asked in its place"
    give(by_hand, 1)
    assert by_hand.texts() == texts(by_hand, PRESETS[1])


def test_a_move_elsewhere_is_asked_for(by_hand):
    by_hand.page.evaluate("hearAnswer({ kind: 'moved' })")
    assert [one["state"] for one in asked(by_hand)] == [None]
    by_hand.page.evaluate("hearAnswer({ kind: 'moved', by: asked[0].view })")
    assert len(asked(by_hand)) == 1, "one's own moves are known"


def test_a_view_that_goes_says_so(by_hand):
    by_hand.page.evaluate("window.stop()")
    assert asked(by_hand)[-1]["kind"] == "bye"
