"""The reader's theme and width: a theme needs no kernel, a width has its own drawing."""

import pytest
from playwright.sync_api import expect

from b12explain.scene import style
from b12explain.scene.layout import Room
from tests.browser.card import Card
from tests.browser.conftest import NARROW, SAMPLE, WIDE, paper, use_theme

pytestmark = pytest.mark.browser

#: The colours of all marks of a picture, as they are painted.
COLOURS = """(picture) => [...picture.querySelectorAll('*')].flatMap((one) => {
    const style = getComputedStyle(one);
    return [style.fill, style.stroke];
})"""


def expect_drawn(card: Card, theme: str) -> None:
    """The picture has the theme's paper under it and its ink in it."""
    expect(card.root).to_have_css("background-color", paper(theme))
    ink = style.THEMES[theme].ink
    colour = "rgb({}, {}, {})".format(*(int(ink[i : i + 2], 16) for i in (1, 3, 5)))
    assert colour in card.svg.evaluate(COLOURS)


@SAMPLE
def test_the_theme_changes_colours_and_nothing_else(shown, page):
    expect_drawn(shown, "light")
    before = shown.seen()
    try:
        use_theme(page, "dark")
        expect_drawn(shown, "dark")
        assert shown.seen() == before
    finally:
        use_theme(page, "light")
    expect_drawn(shown, "light")


def test_a_narrow_page_gets_its_own_drawing(shown, page):
    wide = shown.picture()
    assert shown.width() == 760
    sentence = shown.sentence()
    with shown.answering():
        page.set_viewport_size(NARROW)
    shown.root.scroll_into_view_if_needed()
    width = shown.width()
    assert 280 <= width < 400
    assert shown.svg.bounding_box()["width"] == pytest.approx(
        width, abs=2
    )  # drawn for this width, not shrunk
    scene = shown.story.scene(shown.story.model(**shown.story.at_rest), Room(width))
    assert float(shown.svg.get_attribute("height")) == scene.height
    assert shown.sentence() == sentence
    with shown.answering():
        page.set_viewport_size(WIDE)
    assert shown.picture() == wide


@SAMPLE
def test_without_jupyterlab_the_browsers_own_theme_counts(shown, page):
    page.evaluate("delete document.body.dataset.jpThemeLight")
    try:
        page.emulate_media(color_scheme="dark")
        expect_drawn(shown, "dark")
    finally:
        page.evaluate("document.body.dataset.jpThemeLight = 'true'")
        page.emulate_media(color_scheme="light")
    expect_drawn(shown, "light")


@SAMPLE
def test_on_paper_a_card_is_light_and_without_what_cannot_be_used(shown, page):
    use_theme(page, "dark")
    try:
        page.emulate_media(media="print")
        expect_drawn(shown, "light")
        expect(shown.controls).to_be_hidden()
        expect(shown.words).to_be_visible()
    finally:
        page.emulate_media(media="screen")
        use_theme(page, "light")


def test_the_reader_s_own_colours_are_used_and_no_other(shown, page):
    page.emulate_media(forced_colors="active")
    try:
        own = page.evaluate(
            """() => ['Canvas', 'CanvasText', 'LinkText', 'VisitedText'].map((name) => {
                const made = document.body.appendChild(document.createElement('i'));
                made.style.cssText = `color: ${name}; forced-color-adjust: none`;
                const colour = getComputedStyle(made).color;
                made.remove();
                return colour;
            })"""
        )
        used = set(shown.svg.evaluate(COLOURS)) - {"none"}
        assert {colour for colour in used if colour.startswith("rgb")} <= set(own)
        assert own[1] in used
        expect(shown.root).to_have_css("background-color", own[0])
    finally:
        page.emulate_media(forced_colors="none")


@SAMPLE
def test_the_control_in_use_stays_in_sight_beside_the_picture(shown, page):
    page.set_viewport_size(
        {"width": WIDE["width"], "height": 620}
    )  # too low for controls and picture at once
    try:
        control = shown.control(shown.story.controls[0]).first
        control.focus()
        shown.svg.evaluate("(picture) => picture.scrollIntoView({ block: 'center' })")
        expect(control).to_be_in_viewport(ratio=1)
        top = control.bounding_box()["y"]
        assert top < shown.svg.bounding_box()["y"] + 0.5 * shown.svg.bounding_box()["height"]
        page.locator(".jp-NotebookPanel-toolbar").click(position={"x": 2, "y": 2})  # away from the card
        shown.svg.evaluate("(picture) => picture.scrollIntoView({ block: 'center' })")
        assert control.bounding_box()["y"] < top
    finally:
        page.set_viewport_size(WIDE)


@SAMPLE
def test_a_card_in_an_output_that_scrolls_can_be_read_to_its_end(shown, page):
    cell = "window.jupyterapp.shell.currentWidget.content.widgets[1]"
    try:
        page.evaluate(f"() => {{ {cell}.outputsScrolled = true; }}")
        shown.root.locator("footer").scroll_into_view_if_needed()
        expect(shown.root.locator("footer")).to_be_in_viewport(ratio=0.9)
    finally:
        page.evaluate(f"() => {{ {cell}.outputsScrolled = false; }}")
