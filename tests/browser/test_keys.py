"""JupyterLab's own keys: they stop at a card's controls, and work as ever beside them."""

import pytest

from b12explain.explore.controls import Slider, Switch
from tests.browser.card import cards_on, is_menu
from tests.browser.conftest import SAMPLE
from tools import lab

pytestmark = pytest.mark.browser

#: Commands of the notebook: delete, cut, insert above and below, to Markdown, undo, restart.
COMMANDS = "ddxabmz00"
CELLS = """() => window.jupyterapp.shell.currentWidget.content.widgets
    .map(({ model }) => `${model.type}: ${model.sharedModel.source}`)"""
HEARD = """() => {
    const heard = window.heard = [];
    document.addEventListener('keydown', (event) => heard.push(event.key));
}"""


def one_of_each(card):
    """A visible control of each kind, a number box, a button and a fold."""
    controls = [one for one in card.story.controls if card.control(one).first.is_visible()]
    kinds = {type(one).__name__ + str(is_menu(one)): one for one in controls}
    yield from (card.control(one).first for one in kinds.values())
    yield from (card.number_box(one) for one in controls[:3] if isinstance(one, Slider))
    yield card.button("Reset")
    yield card.root.locator("summary").first


@SAMPLE
def test_typing_on_a_control_does_nothing_to_the_notebook(shown, page):
    before = page.evaluate(CELLS)
    for element in one_of_each(shown):
        element.focus()
        for key in COMMANDS:
            page.keyboard.press(key)
        assert page.evaluate(CELLS) == before
        assert element.evaluate("(one) => one === document.activeElement"), (
            "the control has lost the keyboard"
        )
    assert page.locator(".jp-Dialog").count() == 0


@SAMPLE
def test_the_guess_box_takes_letters(card, page):
    before = page.evaluate(CELLS)
    card.guess_box.focus()
    page.keyboard.type(COMMANDS)
    assert card.guess_box.input_value() == COMMANDS
    assert page.evaluate(CELLS) == before


@SAMPLE
def test_arrows_move_a_menu(shown, page):
    for control in filter(is_menu, shown.story.controls):
        if control.when:
            with shown.answering():
                lab.execute(page, f"card.set({control.when[0]}={control.when[1][0]!r})")
        select = shown.control(control)
        before = select.input_value()
        select.focus()
        with shown.answering():
            page.keyboard.press("ArrowUp" if before == control.values[-1] else "ArrowDown")
        assert select.input_value() != before


@SAMPLE
def test_tab_and_escape_go_through(shown, page):
    page.evaluate(HEARD)
    switch = next((one for one in shown.story.controls if isinstance(one, Switch)), shown.story.controls[0])
    for key in ("d", "ArrowDown", "Escape", "Tab"):
        shown.control(switch).first.focus()
        page.keyboard.press(key)
    assert page.evaluate("window.heard") == ["Escape", "Tab"]
    assert not shown.control(switch).first.evaluate("(one) => one === document.activeElement")


def test_beside_a_card_the_notebooks_keys_work(open_cells):
    page = open_cells("from b12explain import explore\nexplore.absorption()", "spare = 1")
    cards_on(page)[0].skip()
    page.locator(".jp-Cell").nth(1).locator(".jp-InputPrompt").click()
    page.keyboard.press("d")
    page.keyboard.press("d")
    page.wait_for_function(f"() => ({CELLS})().length === 1")
