"""For every hand, eye and ear: names, targets, contrast, and nothing that moves unasked."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from b12explain.explore.controls import Choice, Slider
from b12explain.scene.layout import Room
from tests.browser.card import Card, is_menu, plain
from tests.browser.conftest import NARROW, WIDE, paper, use_theme
from tools import lab

pytestmark = pytest.mark.browser

TARGET_PX = 44
RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
#: What is wider than its card.
STICKING_OUT = """(card) => {
    const edge = card.getBoundingClientRect();
    return [...card.querySelectorAll('*')]
    .filter((one) => one.checkVisibility() && !one.matches('.b12-spoken, option, optgroup'))
    .filter((one) => one.getBoundingClientRect().right > edge.right + 1
        || one.getBoundingClientRect().left < edge.left - 1)
    .map((one) => one.outerHTML.slice(0, 200));
}"""


@pytest.fixture(params=[WIDE, NARROW], ids=["1280", "400"])
def sized(card: Card, request) -> Card:
    """Each explorable at both widths, everything unfolded."""
    card.page.set_viewport_size(request.param)
    narrow = request.param == NARROW
    card.wait("card.classList.contains('b12-narrow') === argument", narrow)
    card.rest()
    card.root.evaluate("(card) => card.querySelectorAll('details').forEach((one) => { one.open = true; })")
    yield card
    card.page.set_viewport_size(WIDE)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(sized, theme):
    use_theme(sized.page, theme)
    try:
        for answer in (None, sized.skip):
            if answer:
                answer()
            expect(sized.root).to_have_css("background-color", paper(theme))
            sized.rest()
            sized.root.evaluate("(card) => { card.id = 'looked-at'; }")
            found = Axe().run(sized.page, "#looked-at", RULES)
            sized.root.evaluate("(card) => card.removeAttribute('id')")
            assert found.violations_count == 0, found.generate_report()
    finally:
        use_theme(sized.page, "light")


def test_targets_are_large_enough_for_an_unsteady_hand_and_nothing_sticks_out(sized):
    for answer in (None, sized.skip):
        if answer:
            answer()
        sized.rest()
        small = sized.root.evaluate(
            """(card, least) => [...card.querySelectorAll('button, input, select, summary, label:has(input)')]
                .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < least)
                .map((one) => one.outerHTML.slice(0, 200))""",
            TARGET_PX,
        )
        assert small == []
    assert sized.root.evaluate(STICKING_OUT) == []


def test_what_is_said_of_a_number_stands_under_it(shown):
    shown.root.evaluate("(card) => card.querySelectorAll('details').forEach((one) => { one.open = true; })")
    beside = shown.root.evaluate(
        """(card) => [...card.querySelectorAll('.b12-facts > div')].map((one) => [...one.children]
            .map((part) => part.getBoundingClientRect()))
            .filter(([term, about]) => about.left !== term.left || about.top < term.bottom - 1).length"""
    )
    assert beside == 0


def test_a_controls_name_is_its_visible_label(shown):
    for control in shown.story.controls:
        changes = {control.when[0]: control.when[1][0]} if control.when else {}
        lab.execute(shown.page, f"card.set(**{changes!r})")
        expect(shown.control(control).first).to_be_visible()
        visible = shown.controls.locator("label, legend").filter(visible=True).filter(has_text=control.label)
        assert visible.count()
        if isinstance(control, Slider):
            expect(shown.number_box(control)).to_be_visible()
        if isinstance(control, Choice) and not is_menu(control):
            for option in control.options:
                group = shown.controls.get_by_role("group", name=control.label)
                expect(group.get_by_role("radio", name=option.label, exact=True)).to_have_count(1)


def test_every_radio_group_has_its_choice(shown):
    for control in shown.story.controls:
        if isinstance(control, Choice) and not is_menu(control) and shown.control(control).first.is_visible():
            chosen = shown.control(control).evaluate_all(
                "(radios) => radios.filter((one) => one.checked).length"
            )
            assert chosen == 1, control.name


def test_the_words_are_the_pictures_text(shown):
    expect(shown.status).to_have_text(shown.sentence())
    story = shown.story
    assert shown.sentence() == plain(story.sentence(story.model(**story.at_rest)))


def test_the_picture_has_a_name_and_says_what_kind_it_is(shown):
    picture = shown.root.get_by_role("img", name=plain(shown.story.question))
    expect(picture).to_have_count(1)
    described = shown.root.locator(f"#{shown.svg.get_attribute('aria-describedby')}")
    scene = shown.story.scene(shown.story.model(**shown.story.at_rest), Room(shown.width()))
    assert described.text_content() == scene.description != ""
    assert shown.sentence() not in described.text_content()


def test_nothing_moves_unasked(shown):
    moving = """(card) => [...card.querySelectorAll('*')].filter((one) => {
        const style = getComputedStyle(one);
        return parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none';
    }).map((one) => one.className)"""
    with shown.answering():
        shown.button(list(shown.story.presets)[1]).click()
        assert shown.root.evaluate("(card) => card.getAnimations({ subtree: true }).length") == 0
    assert shown.root.evaluate(moving) == []
    before = shown.seen()
    shown.page.wait_for_timeout(400)
    assert shown.seen() == before
