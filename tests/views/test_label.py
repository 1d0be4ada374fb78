"""Text that is stamped word by word."""

import numpy as np
import pytest

from b12explain.views.sheet import Sheet
from b12explain.views.surface import Surface


def ink(sheet, density=1):
    """Left, top, right, bottom of what is not paper, CSS px."""
    pixels = np.asarray(Surface().draw(sheet, density).convert("RGB")).astype(int)
    rows, columns = np.nonzero(np.abs(pixels - pixels[0, 0]).sum(axis=2) > 60)
    edges = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
    return tuple(edge / density for edge in edges)


def page(text, **more):
    sheet = Sheet(300, 100)
    label = sheet.text(sheet.moving, 150, 60, text, **more)
    return sheet, label


@pytest.mark.parametrize("density", [1, 2, 3])
@pytest.mark.parametrize(("ha", "left"), [("left", 150), ("center", 105), ("right", 60)])
def test_anchored_at_its_baseline(density, ha, left):
    sheet, label = page("HHH HHH", ha=ha, size=20)
    start = 150 - {"left": 0, "center": 0.5, "right": 1}[ha] * label.width
    assert label.left == pytest.approx(start)
    got_left, top, right, bottom = ink(sheet, density)
    assert got_left == pytest.approx(start, abs=3)
    assert right == pytest.approx(start + label.width, abs=3)
    assert bottom == pytest.approx(60, abs=1.1)
    assert top == pytest.approx(60 - 0.66 * 20, abs=1.5), "cap height"


def test_the_same_text_is_the_same_pixels_whatever_was_drawn_before():
    first = np.array(Surface().draw(page("13 µg gets in")[0], 2))
    surface = Surface()
    for words in ("something else", "13 µg", "gets in 13"):
        surface.draw(page(words)[0], 2)
    assert (np.array(surface.draw(page("13 µg gets in")[0], 2)) == first).all()


def test_set_changes_what_is_named_and_keeps_the_rest():
    _, label = page("old", role="b12", ha="right")
    label.set("new", y=40, face="semibold")
    assert (label.text, label.x, label.y, label.ha, label.face) == ("new", 150, 40, "right", "semibold")
    label.set("")
    assert label.text == ""


def test_hidden_and_empty_text_leaves_no_mark():
    sheet, label = page("here")
    assert ink(sheet)
    label.set_visible(False)
    blank = np.asarray(Surface().draw(sheet).convert("RGB"))
    assert len(np.unique(blank.reshape(-1, 3), axis=0)) == 1
    label.set_visible(True)
    label.set("")
    assert (np.asarray(Surface().draw(sheet).convert("RGB")) == blank).all()


def test_dollar_signs_are_not_formulas():
    assert ink(page("$x_1$", size=20)[0])[3] > 60, "the underscore hangs below the line"


def test_a_halo_clears_a_line_behind_the_letters():
    def dark_pixels(halo):
        sheet, _ = page("H H", size=20, role="b12_pale", halo=halo)
        sheet.line(sheet.fixed, [100, 250], [54, 54], role="ink", width=2)
        return (np.asarray(Surface().draw(sheet).convert("L")) < 80).sum()

    assert dark_pixels(True) < dark_pixels(False) - 10
