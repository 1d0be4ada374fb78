"""Text by its width: measured as drawn, wrapped, shortened, said in the wording that fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12explain.scene.text import FONT_FILES, FONTS, first_fitting, shorten, text_width, wrap

FACES = pytest.mark.parametrize("face", list(FONT_FILES))


@FACES
def test_text_width_is_the_font_s_own_advance(face):
    from fontTools.ttLib import TTFont

    font = TTFont(FONTS / f"{FONT_FILES[face]}.ttf")
    names, advances, em = font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm
    for text in ("0", "mmm", "1,000\N{NO-BREAK SPACE}µg", " µ ×− ≈≥→ ½ "):
        own = sum(advances[names[ord(letter)]][0] for letter in text) / em
        assert text_width(text, 100, face) == pytest.approx(100 * own, abs=0.05 * 100)


@FACES
@given(words=st.text("abcAVTo 0123456789µ,", max_size=40), size=st.floats(12, 30))
def test_width_goes_with_size_and_is_that_of_the_words_in_turn(face, words, size):
    whole = text_width(words, size, face)
    assert whole == pytest.approx(size / 10 * text_width(words, 10, face))
    space = text_width(" ", size, face)
    parts = words.split(" ")
    assert whole == pytest.approx(
        sum(text_width(part, size, face) for part in parts) + space * (len(parts) - 1)
    )


def test_kerned_letters_are_narrower_than_apart():
    assert text_width("AV", 100) < text_width("A", 100) + text_width("V", 100) - 1


def test_semibold_is_wider():
    assert text_width("absorbed", 20, "semibold") > text_width("absorbed", 20)


def test_digits_are_tabular_and_spaces_count():
    assert len({round(text_width(digit, 100), 3) for digit in "0123456789"}) == 1
    assert text_width("a ", 20) > text_width("a", 20)


def test_every_letter_used_is_in_the_font():
    from fontTools.ttLib import TTFont

    for stem in FONT_FILES.values():
        known = TTFont(FONTS / f"{stem}.ttf").getBestCmap()
        assert not [letter for letter in "µ×÷−≈≥≤→←–½…’\N{NO-BREAK SPACE}" if ord(letter) not in known]


# -- lines ---
TEXT = "Of 1,000\N{NO-BREAK SPACE}µg swallowed, about 13\N{NO-BREAK SPACE}µg gets in, most of it by a leak"


@given(st.floats(90, 2_000), st.floats(12, 20))
def test_wrapped_lines_fit_and_lose_nothing_and_are_as_few_as_can_be(width, size):
    lines = wrap(TEXT, width, size)
    assert " ".join(lines) == TEXT
    assert all(text_width(line, size) <= width for line in lines if " " in line)
    filled = 1
    line = ""
    for word in TEXT.split(" "):  # each line as full as it gets
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size) > width:
            filled, line = filled + 1, word
        else:
            line = longer
    assert len(lines) == filled


def test_wrapped_lines_are_balanced():
    width = text_width(TEXT, 14) * 0.9
    first, second = wrap(TEXT, width, 14)
    assert abs(text_width(first, 14) - text_width(second, 14)) < 0.25 * width


def test_a_number_is_never_parted_from_its_unit():
    assert not [line for line in wrap(TEXT, 60, 14) if line.startswith("µg")]


def test_a_word_wider_than_the_room_stands_alone():
    assert wrap("a hydroxocobalamin b", 40, 14) == ["a", "hydroxocobalamin", "b"]


# -- what does not fit ---
NAME = "beef liver, cooked, 85 g"


def test_a_name_that_fits_is_left_whole():
    assert shorten(NAME, text_width(NAME, 13), 13) == NAME


@pytest.mark.parametrize(
    ("like", "short"),
    [("beef liver, cook", "beef liver"), ("beef…", "beef…"), ("bee…", ""), ("beef live", "beef…")],
)
def test_a_name_is_cut_after_its_first_comma_then_word_by_word(like, short):
    assert shorten(NAME, text_width(like, 13) + 0.01, 13) == short


def test_one_long_word_is_cut_within():
    assert shorten("hydroxocobalamin", text_width("hydroxo…", 13) + 0.01, 13) == "hydroxo…"


@given(st.floats(0, 200), st.sampled_from([NAME, "hydroxocobalamin", "adults 19–30 years"]))
def test_what_is_shortened_fits(room, name):
    assert text_width(shorten(name, room, 13), 13) <= room


WORDINGS = (
    "One 1,000 µg tablet is 417 times the recommended allowance",
    "417 times the allowance",
    "417 times",
)


@pytest.mark.parametrize(("width", "lines", "taken"), [(600, 1, 0), (300, 2, 0), (220, 1, 1), (90, 1, 2)])
def test_of_several_wordings_the_first_that_fits_is_taken(width, lines, taken):
    found = first_fitting(WORDINGS, width, 19, "semibold", lines)
    assert " ".join(found) == WORDINGS[taken]
    assert len(found) == lines


def test_where_none_fits_the_last_takes_the_lines_it_needs():
    assert first_fitting(WORDINGS, 40, 19) == ["417", "times"]


def test_a_single_wording_needs_no_list():
    assert first_fitting("417 times", 300, 19) == ["417 times"]
