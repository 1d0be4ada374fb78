"""The self-checks: one right answer each, a reason for every answer, and no number or source of their own."""

import re
import tomllib
from html.parser import HTMLParser

import pytest

from b12explain import explore
from b12explain.bibliography import cite
from b12explain.explore.controls import BadInput
from b12explain.explore.questions import FILE, PLACE, Option, Question, questions
from b12explain.quantities import quantity
from b12explain.status import MARK_MEANS
from b12explain.tables import table

NAMES = ("what_b12_does", "when_it_runs_out", "how_a_nerve_repairs", "dose_and_route")
ASKED = [question for name in NAMES for question in questions()[name]]
OPTIONS = [option for question in ASKED for option in question.options]
WRITTEN = [
    text
    for asked in tomllib.loads(FILE.read_text("utf-8")).values()
    for question in asked
    for text in (
        question["asks"],
        *(option[key] for option in question["options"] for key in ("says", "why")),
    )
]
#: Digits and number words. "One" is also a pronoun, and "first" an order.
NUMBER = re.compile(
    r"\d|%|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|twice|third|quarter|"
    r"dozens?|hundreds?|thousands?|double)\b",
    re.I,
)
by_name = pytest.mark.parametrize("name", NAMES)


def option(right):
    return Option("says", right, "why", ("claims.c0_1",))


def test_there_are_two_questions_for_each_notebook():
    assert {name: len(asked) for name, asked in questions().items()} == dict.fromkeys(NAMES, 2)


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.asks[:40])
def test_a_question_has_three_different_options_and_one_is_right(question):
    assert question.asks.endswith("?")
    assert len({option.says for option in question.options}) == 3
    assert [option.right for option in question.options].count(True) == 1


@pytest.mark.parametrize("right", [(False, False), (True, True)])
def test_a_question_without_exactly_one_right_option_is_refused(right):
    message = rf"^'Why\?' has {sum(right)} right options; mark exactly one with right = true$"
    with pytest.raises(ValueError, match=message):
        Question("Why?", tuple(map(option, right)))


def test_the_right_answer_is_not_always_in_the_same_place():
    places = [[option.right for option in question.options].index(True) for question in ASKED]
    assert set(places) == {0, 1, 2}


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.says[:40])
def test_every_option_has_a_reason_that_rests_on_rows_with_sources(option):
    assert len(option.why) > 60
    assert option.why != option.says
    assert option.source
    for row in option.rows:
        name, _, row_id = row.partition(".")
        assert table(name).row(row_id).source, row
    for key in option.source:
        assert str(cite(key))


@pytest.mark.parametrize("text", WRITTEN, ids=lambda text: text[:40])
def test_no_number_is_written_that_is_not_a_row_s(text):
    assert not NUMBER.search(PLACE.sub("", text).replace("B12", ""))


def test_every_place_is_filled():
    asked = [question for found in questions().values() for question in found]
    shown = [
        text
        for question in asked
        for text in (question.asks, *(text for one in question.options for text in (one.says, one.why)))
    ]
    for written, filled in zip(WRITTEN, shown, strict=True):
        assert not set("{}") & set(filled)
        around = [re.escape(part) for part in re.split(r"\{[^}]*\}", written)]
        assert re.fullmatch(".+".join(around), filled.replace("\xa0", " "))


def test_a_number_is_the_row_s_with_its_unit_and_mark():
    (nine_days,) = [asked for asked in ASKED if "Could axons" in asked.asks]
    assert f"within {table('trials').row('pdniv').duration} of" in nine_days.asks
    assert quantity("nerve.regrowth_usual").marked() in nine_days.options[0].why
    assert "nerve.regrowth_usual" in nine_days.options[0].rows


def test_verdicts_are_those_of_the_claims():
    (adult,) = [asked for asked in ASKED if "divide when" in asked.asks]
    assert f"judged {table('claims').row('c1_4').verdict}." in adult.options[0].why


class Reader(HTMLParser):
    """Collects the elements, and the text inside each answer."""

    def __init__(self):
        super().__init__()
        self.tags, self.open, self.summaries, self.reasons = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.open.append(tag)
        assert "open" not in dict(attrs)  # an answer shows only when asked for
        if tag == "details":
            self.summaries.append("")
            self.reasons.append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "summary" in self.open:
            self.summaries[-1] += data
        elif "details" in self.open:
            self.reasons[-1] += data


def read(name):
    reader = Reader()
    reader.feed(explore.self_check(name)._repr_html_())
    assert reader.open == []
    return reader


@by_name
def test_the_page_is_made_of_native_elements_and_asks_for_no_script(name):
    reader = read(name)
    assert set(reader.tags) == {"section", "style", "p", "strong", "details", "summary", "small", "a"}
    assert len(reader.summaries) == 6


@by_name
def test_each_answer_opens_on_its_verdict_and_reason(name):
    reader = read(name)
    options = [option for asked in questions()[name] for option in asked.options]
    for option, summary, reason in zip(options, reader.summaries, reader.reasons, strict=True):
        assert summary[3:] == option.says
        assert reason.startswith(f"{'Right' if option.right else 'Wrong'}. {option.why} (")


@by_name
def test_the_text_holds_questions_options_answers_and_sources(name):
    text = str(explore.self_check(name))
    assert text == repr(explore.self_check(name))
    for asked in questions()[name]:
        assert asked.asks in text
        for option in asked.options:
            assert f". {option.says}\n" in text
            assert f": {'Right' if option.right else 'Wrong'}. {option.why} (" in text
            assert all(str(cite(key)) in text for key in option.source)


@by_name
def test_a_star_is_explained_where_there_is_one(name):
    check = explore.self_check(name)
    for shown in (str(check), check._repr_html_()):
        assert ("*" in shown.replace(MARK_MEANS, "")) == (MARK_MEANS in shown)


def test_the_sources_of_a_check_join_the_reference_list():
    check = explore.self_check("dose_and_route")
    listed = explore.references(check, explore.story("absorption"))
    assert set(check.source) < {one.key for one in listed.citations}


def test_an_unknown_check_is_refused_with_the_known_ones():
    message = "^there is no self-check 'dose'; there are 'what_b12_does', 'when_it_runs_out', "
    with pytest.raises(BadInput, match=message):
        explore.self_check("dose")
