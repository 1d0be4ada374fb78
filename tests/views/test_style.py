"""The palette: legible, and apart for every kind of colour vision; and the measure of text."""

from dataclasses import asdict
from itertools import combinations

import pytest
from coloraide import Color

from b12explain.views import style

THEMES = pytest.mark.parametrize("theme", list(style.THEMES))
VISIONS = ("normal", "protan", "deutan", "tritan")
# Simulated as by Machado, Oliveira and Fernandes (2009) at full severity, for which the palette was made: the
# closest pairs are 10.2 (axon and repair, tritan) and 10.7 apart, and dark verdicts 18.6, which rounds to 19.
SIMULATION = "machado"
APART = 10
VERDICTS_APART = {"light": 14, "dark": 18.5}


def contrast(palette, role, ground):
    one, other = (Color(getattr(palette, name)) for name in (role, ground))
    return one.contrast(other, method="wcag21")


def seen(colour, vision):
    """A colour as someone with this colour vision sees it."""
    if vision == "normal":
        return Color(colour)
    return Color(colour).filter(vision, method=SIMULATION).clip("srgb")


def too_near(palette, family, limit):
    """Pairs of roles that come nearer than the limit (CIEDE2000), with the vision for which they do."""
    return [
        f"{one} and {other} are {distance:.1f} apart in {vision} sight"
        for one, other in combinations(family, 2)
        for vision in VISIONS
        if (distance := distance_of(palette, one, other, vision)) < limit
    ]


def distance_of(palette, one, other, vision):
    first, second = (seen(getattr(palette, role), vision) for role in (one, other))
    return first.delta_e(second, method="2000")


# -- contrast ---
@THEMES
@pytest.mark.parametrize("role", style.TEXT_ROLES)
def test_text_is_legible_on_paper(theme, role):
    assert contrast(style.THEMES[theme], role, "paper") >= 4.5


@THEMES
@pytest.mark.parametrize("role", ["ink", "ink2", "ink3"])
def test_ink_is_legible_on_wash(theme, role):
    assert contrast(style.THEMES[theme], role, "wash") >= 4.5


@THEMES
@pytest.mark.parametrize("role", style.MARK_ROLES)
def test_marks_are_seen_on_paper(theme, role):
    assert contrast(style.THEMES[theme], role, "paper") >= 3


@THEMES
@pytest.mark.parametrize("fill", ["intrinsic", "passive"])
def test_letters_on_the_paths_are_legible(theme, fill):
    assert contrast(style.THEMES[theme], f"on_{fill}", fill) >= 4.5


@THEMES
def test_every_role_is_a_colour(theme):
    for role, colour in asdict(style.THEMES[theme]).items():
        assert Color.match(colour, fullmatch=True), role
        assert colour == colour.upper(), role


def test_groups_name_roles():
    named = {
        *style.TEXT_ROLES,
        *style.MARK_ROLES,
        *style.VERDICTS,
        *(role for row in style.MEETING for role in row),
    }
    assert named <= set(style.roles())


# -- colour vision ---
@THEMES
@pytest.mark.parametrize("family", style.MEETING, ids="-".join)
def test_colours_that_meet_stay_apart(theme, family):
    assert not too_near(style.THEMES[theme], family, APART)


@THEMES
def test_verdicts_stay_apart(theme):
    assert not too_near(style.THEMES[theme], style.VERDICTS, VERDICTS_APART[theme])


def test_the_check_sees_colours_that_only_some_people_can_part():
    """Red and green of one lightness: apart in normal sight, not in protan and deutan."""
    palette = style.Palette(**asdict(style.LIGHT) | {"b12": "#C00000", "repair": "#586900"})
    found = " ".join(too_near(palette, ("b12", "repair"), APART))
    assert "deutan" in found
    assert "normal" not in found


# -- the page takes the same tokens ---
def test_css_has_every_role_of_both_themes():
    light, dark = style.css_tokens().split("\n")
    assert light.startswith(".b12-card{")
    assert dark.startswith('.b12-card[data-theme="dark"]{')
    for block, palette in ((light, style.LIGHT), (dark, style.DARK)):
        for role, colour in asdict(palette).items():
            assert f"--b12-{role.replace('_', '-')}:{colour};" in block


# -- type ---
@pytest.mark.parametrize("width", [320, 360, 480, 599, 600, 760])
def test_no_type_size_is_under_12_px(width):
    sizes = style.sizes_for(width)
    assert min(sizes.title, sizes.subtitle, sizes.label, sizes.tick, sizes.source, sizes.big) >= 12
    assert (sizes is style.NARROW_SIZES) == (width < 600)


@pytest.mark.parametrize("face", list(style.FONT_FILES))
def test_text_width_is_the_font_s_own_advance(face):
    from fontTools.ttLib import TTFont

    font = TTFont(style.FONTS / f"{style.FONT_FILES[face]}.ttf")
    names, advances, em = font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm
    for text in ("0", "mmm", "1,000\N{NO-BREAK SPACE}µg", " µ ×− ≈≥→ ½ "):
        own = sum(advances[names[ord(letter)]][0] for letter in text) / em
        assert style.text_width(text, 100, face) == pytest.approx(100 * own, abs=0.05 * 100)


def test_digits_are_tabular_and_spaces_count():
    widths = {round(style.text_width(digit, 100), 3) for digit in "0123456789"}
    assert len(widths) == 1
    assert style.text_width("a ", 20) > style.text_width("a", 20)


def test_every_letter_used_is_in_the_font():
    from fontTools.ttLib import TTFont

    for stem in style.FONT_FILES.values():
        known = TTFont(style.FONTS / f"{stem}.ttf").getBestCmap()
        assert not [letter for letter in "µ×÷−≈≥≤→←–½…’\N{NO-BREAK SPACE}" if ord(letter) not in known]


# -- lines ---
TEXT = "Of 1,000\N{NO-BREAK SPACE}µg swallowed, about 13\N{NO-BREAK SPACE}µg gets in, most of it by a leak"


@pytest.mark.parametrize("width", [90, 140, 200, 300, 500, 2_000])
def test_wrapped_lines_fit_and_lose_nothing(width):
    lines = style.wrap(TEXT, width, 14)
    assert " ".join(lines) == TEXT
    assert all(style.text_width(line, 14) <= width for line in lines)


def test_wrapped_lines_are_balanced():
    width = style.text_width(TEXT, 14) * 0.9
    first, second = style.wrap(TEXT, width, 14)
    assert abs(style.text_width(first, 14) - style.text_width(second, 14)) < 0.25 * width


def test_a_number_is_never_parted_from_its_unit():
    assert not [line for line in style.wrap(TEXT, 60, 14) if line.startswith("µg")]


def test_a_word_wider_than_the_room_stands_alone():
    assert style.wrap("a hydroxocobalamin b", 40, 14) == ["a", "hydroxocobalamin", "b"]
