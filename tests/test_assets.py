"""The diagrams: named and described, in the project's own colours, legible on a phone, and true to the data."""

import re
from dataclasses import asdict
from pathlib import Path
from xml.etree import ElementTree

import pytest

from b12explain.scene import style, text
from b12explain.tables import table, table_names

FOLDER = Path(__file__).parent.parent / "assets"
SVG = "{http://www.w3.org/2000/svg}"
DIAGRAMS = sorted(FOLDER.glob("*.svg"))
by_name = pytest.mark.parametrize("path", DIAGRAMS, ids=lambda path: path.stem)

WIDE, PHONE, MARGIN = 760, 360, 24
SMALLEST, SMALLEST_ON_PHONE = 13, 12
WIDER = 1.25  # where Source Sans 3 is not installed, the same line is up to this much longer
RULE = re.compile(r"\.([fs])-([a-z0-9-]+) \{ (fill|stroke): (#[0-9A-F]{6}); \}")
NUMBER = re.compile(
    r"\d|\b(two|three|four|five|six|seven|eight|nine|ten|hundreds?|thousands?|half|metres?)\b", re.I
)
#: Numbers about nerves in the words of the diagrams → the row that holds them, and how it says so.
FACTS = {
    "about a metre": ("nerve.regrowth_time_400_mm", "note", "a nerve 1 m long"),
    "ten pictures": ("nerve.internode_length", "context", "about 100 x axon diameter"),
}
#: Numbers that count what is drawn.
DRAWN = ("Five drawings", "two rows", "Two nerve fibres", "two brackets")


def root(path):
    return ElementTree.parse(path).getroot()


def light_and_dark(path):
    """The colour rules of each theme: class → colour."""
    light, dark = root(path).find(f"{SVG}style").text.split("@media (prefers-color-scheme: dark)")
    return [
        {f"{kind}-{role}": value for kind, role, _, value in RULE.findall(rules)} for rules in (light, dark)
    ]


def said(path):
    """All that a diagram says: title, description and labels."""
    return [one.text for kind in ("title", "desc", "text") for one in root(path).iter(SVG + kind)]


def classes(element):
    return element.get("class", "").split()


def size_and_face(element, css):
    """Font size (viewBox units) and face of a label, by the rules of its style sheet."""
    names = classes(element)
    own = [re.search(rf"\.{name} \{{[^}}]*font-size: (\d+)px", css) for name in names]
    base = re.search(r"text \{ font: 400 (\d+)px", css)
    size = next((int(found[1]) for found in own if found), int(base[1]))
    return size, "semibold" if {"title", "strong"} & set(names) else "regular"


def axon_half_widths(path):
    """Half the axon's width in its sheath and at the node, as drawn."""
    (axon,) = (one for one in root(path).iter(f"{SVG}path") if one.get("id") == "axon")
    (node,) = (one for one in root(path).iter(f"{SVG}path") if one.get("id") == "node")
    starts = [[float(y) for y in re.findall(r"M[\d.]+ ([\d.]+)", one.get("d"))] for one in (axon, node)]
    return [(max(ys) - min(ys)) / 2 for ys in starts]


def test_the_four_diagrams_are_there():
    assert [path.stem for path in DIAGRAMS] == ["cord_and_nerve", "neuron", "node", "schwann_cell"]


@by_name
def test_it_is_an_image_with_a_name_and_a_description(path):
    svg = root(path)
    assert svg.tag == f"{SVG}svg"
    assert svg.get("role") == "img"
    title, desc = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert svg.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert 20 < len(title.text) < 80
    assert len(desc.text) > 150


@by_name
def test_it_is_drawn_for_the_project_s_width(path):
    svg = root(path)
    x, y, width, height = map(float, svg.get("viewBox").split())
    assert (x, y, width) == (0, 0, WIDE)
    assert height <= 1000
    assert (float(svg.get("width")), float(svg.get("height"))) == (width, height)  # else it fills a wide page


@by_name
def test_every_colour_is_its_role_s_in_both_themes(path):
    for theme, rules in zip(style.THEMES, light_and_dark(path), strict=True):
        palette = asdict(style.THEMES[theme])
        assert rules
        assert rules == {name: palette[name[2:].replace("-", "_")] for name in rules}
    light, dark = light_and_dark(path)
    assert set(light) == set(dark)


@by_name
def test_no_colour_comes_from_elsewhere(path):
    text = path.read_text("utf-8")
    assert len(re.findall(r"#[0-9A-Fa-f]{3,8}\b|\brgb|\bhsl", text)) == sum(map(len, light_and_dark(path)))
    used = {name for one in root(path).iter() for name in classes(one) if name[:2] in ("f-", "s-")}
    assert used == set(light_and_dark(path)[0])
    for one in root(path).iter():
        assert not {"fill", "stroke", "style", "opacity"} & set(one.attrib)


@by_name
def test_words_are_in_colours_for_words(path):
    for label in root(path).iter(f"{SVG}text"):
        (colour,) = (name[2:].replace("-", "_") for name in classes(label) if name.startswith("f-"))
        assert colour in style.TEXT_ROLES


@by_name
def test_nothing_comes_from_outside_and_nothing_is_a_raster(path):
    text = path.read_text("utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "", 1)
    assert not re.search(r"href|url\(|@import|http|<image|<script|<foreignObject|data:", text)


@by_name
def test_words_are_large_enough_and_fit_in_any_font(path):
    css = root(path).find(f"{SVG}style").text
    for label in root(path).iter(f"{SVG}text"):
        size, face = size_and_face(label, css)
        assert size >= SMALLEST
        assert size * PHONE / WIDE >= SMALLEST_ON_PHONE
        width = text.text_width(label.text, size, face) * WIDER
        before = {"mid": width / 2, "end": width}.get(next(iter({"mid", "end"} & set(classes(label))), ""), 0)
        left = float(label.get("x")) - before
        assert left >= MARGIN, label.text
        assert left + width <= WIDE - MARGIN, label.text


@by_name
def test_every_number_is_in_the_data_or_counts_what_is_drawn(path):
    for words in said(path):
        for known in (*FACTS, *DRAWN):
            words = words.replace(known, "")
        assert not NUMBER.search(words), words


@pytest.mark.parametrize("phrase", FACTS)
def test_the_data_say_so_and_a_diagram_says_it(phrase):
    row, column, words = FACTS[phrase]
    name, _, row_id = row.partition(".")
    assert words in re.sub(r"\s", " ", table(name).row(row_id)[column])
    assert any(phrase in one for path in DIAGRAMS for one in said(path))


def test_the_next_node_is_as_far_as_the_picture_says():
    axon, _ = axon_half_widths(FOLDER / "node.svg")
    assert 100 * 2 * axon / WIDE > 10  # an internode is about 100 times as long as the axon is wide


@pytest.mark.skipif("fibre_geometry" not in table_names(), reason="the fibre's geometry is not in the data")
def test_the_node_is_drawn_in_true_proportions():
    row = table("fibre_geometry").row("fibre_10_0_um")
    axon, node = axon_half_widths(FOLDER / "node.svg")
    um = 2 * axon / float(row.axon_um)
    assert 2 * node / um == pytest.approx(float(row.node_um), rel=0.01)
    (drawn,) = (one for one in root(FOLDER / "node.svg").iter(f"{SVG}path") if one.get("id") == "node")
    left, right = map(float, re.match(r"M([\d.]+) [\d.]+H([\d.]+)", drawn.get("d")).groups())
    length_um = (right - left + float(drawn.get("stroke-width"))) / um  # with its round ends
    assert length_um == pytest.approx(table("fibre").row("node_length")["value"], rel=0.01)
