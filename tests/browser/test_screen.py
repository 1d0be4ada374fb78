"""The reader's theme and width: each has its own drawing, and a change of either redraws."""

import pytest
from playwright.sync_api import expect

from b12explain.views import style
from tests.browser.card import Card
from tests.browser.conftest import NARROW, WIDE, use_theme

pytestmark = pytest.mark.browser

CORNER = """(picture) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    canvas.drawImage(picture, 3, 3, 1, 1, 0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}"""


def paper(theme: str) -> list[int]:
    return [int(style.THEMES[theme].paper[i : i + 2], 16) for i in (1, 3, 5)]


def expect_drawn(card: Card, theme: str) -> None:
    """Wait until the picture's paper has the theme's colour, but for what JPEG does to it."""
    on_paper = f"({CORNER})(card.querySelector('.b12-picture'))"
    near = f"{on_paper}.every((one, i) => Math.abs(one - argument[i]) <= 4)"
    card.wait(near, paper(theme))
    card.rest()


def test_the_theme_redraws_dark_and_back(shown, page):
    expect_drawn(shown, "light")
    light = shown.picture()
    try:
        use_theme(page, "dark")
        expect_drawn(shown, "dark")
        expect(shown.root).to_have_attribute("data-theme", "dark")
        expect(shown.root).to_have_css("background-color", "rgb({}, {}, {})".format(*paper("dark")))
    finally:
        use_theme(page, "light")
    expect_drawn(shown, "light")
    assert shown.picture() == light


def test_a_narrow_page_gets_its_own_drawing(shown, page):
    wide = shown.picture()
    assert shown.image.get_attribute("width") == "760"
    sentence = shown.sentence()
    with shown.answering():
        page.set_viewport_size(NARROW)
    shown.root.scroll_into_view_if_needed()
    width = int(shown.image.get_attribute("width"))
    assert 280 <= width < 400
    assert shown.image.bounding_box()["width"] == pytest.approx(
        width, abs=2
    )  # drawn for this width, not shrunk
    assert shown.sentence() == sentence
    with shown.answering():
        page.set_viewport_size(WIDE)
    assert shown.picture() == wide


def test_without_jupyterlab_the_browsers_own_theme_counts(shown, page):
    page.evaluate("delete document.body.dataset.jpThemeLight")
    try:
        with shown.answering():
            page.emulate_media(color_scheme="dark")
        expect(shown.root).to_have_attribute("data-theme", "dark")
    finally:
        page.evaluate("document.body.dataset.jpThemeLight = 'true'")
        page.emulate_media(color_scheme="light")
    expect(shown.root).to_have_attribute("data-theme", "light")
    shown.rest()


def test_the_control_in_use_stays_in_sight_beside_the_picture(shown, page):
    page.set_viewport_size(
        {"width": WIDE["width"], "height": 620}
    )  # too low for controls and picture at once
    try:
        control = shown.control(shown.story.controls[0]).first
        control.focus()
        shown.image.evaluate("(picture) => picture.scrollIntoView({ block: 'center' })")
        expect(control).to_be_in_viewport(ratio=1)
        top = control.bounding_box()["y"]
        assert top < shown.image.bounding_box()["y"] + 0.5 * shown.image.bounding_box()["height"]
        page.locator(".jp-NotebookPanel-toolbar").click(position={"x": 2, "y": 2})  # away from the card
        shown.image.evaluate("(picture) => picture.scrollIntoView({ block: 'center' })")
        assert control.bounding_box()["y"] < top
    finally:
        page.set_viewport_size(WIDE)


def test_a_card_in_an_output_that_scrolls_can_be_read_to_its_end(shown, page):
    cell = "window.jupyterapp.shell.currentWidget.content.widgets[1]"
    try:
        page.evaluate(f"() => {{ {cell}.outputsScrolled = true; }}")
        shown.root.locator("footer").scroll_into_view_if_needed()
        expect(shown.root.locator("footer")).to_be_in_viewport(ratio=0.9)
    finally:
        page.evaluate(f"() => {{ {cell}.outputsScrolled = false; }}")
