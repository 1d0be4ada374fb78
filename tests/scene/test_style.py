"""The palette: legible, and apart for every kind of colour vision; and the sizes of type."""

import re
from dataclasses import asdict
from itertools import combinations

import pytest
from coloraide import Color

from b12explain.scene import style

THEMES = pytest.mark.parametrize("theme", list(style.THEMES))
VISIONS = ("normal", "protan", "deutan", "tritan")
# Simulated as by Machado, Oliveira and Fernandes (2009) at full severity, for which the palette was made: the
# closest pairs are 10.2 (axon and repair, tritan) and 10.7 apart.
SIMULATION = "machado"
APART = 10


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
def test_dots_of_ink_are_seen_on_every_path_by_their_rim(theme):
    palette = style.THEMES[theme]
    for fill in ("intrinsic", "passive", "axon", "repair", "damage"):
        assert max(contrast(palette, role, fill) for role in ("ink", "paper")) >= 3, fill


@THEMES
def test_every_role_is_a_colour(theme):
    for role, colour in asdict(style.THEMES[theme]).items():
        assert Color.match(colour, fullmatch=True), role
        assert colour == colour.upper(), role


def test_groups_name_roles():
    named = {
        *style.TEXT_ROLES,
        *style.MARK_ROLES,
        *(role for row in style.MEETING for role in row),
    }
    assert named <= set(style.roles())


# -- colour vision ---
@THEMES
@pytest.mark.parametrize("family", style.MEETING, ids="-".join)
def test_colours_that_meet_stay_apart(theme, family):
    assert not too_near(style.THEMES[theme], family, APART)


# -- the page takes the same tokens ---
def test_css_has_every_role_of_both_themes_and_paper_is_light():
    blocks = re.findall(r"([^{}]+)\{([^{}]+)\}", re.sub(r"@media \(prefers[^{]+\{", "", style.css_tokens()))
    found = [(" ".join(selector.split()), body) for selector, body in blocks]
    assert len(found) == 4
    for (selector, body), palette in zip(
        found, (style.LIGHT, style.DARK, style.DARK, style.LIGHT), strict=True
    ):
        assert ".b12-card" in selector
        assert [part for part in body.split(";") if part] == [
            f"--b12-{role.replace('_', '-')}:{colour}" for role, colour in asdict(palette).items()
        ]
    assert "@media print" in style.css_tokens()


# -- type ---
@pytest.mark.parametrize("width", [320, 360, 480, 599, 600, 760])
def test_no_type_size_is_under_12_px(width):
    sizes = style.sizes_for(width)
    assert min(sizes.title, sizes.subtitle, sizes.label, sizes.tick, sizes.source, sizes.big) >= 12
    assert (sizes is style.NARROW_SIZES) == (width < 600)
