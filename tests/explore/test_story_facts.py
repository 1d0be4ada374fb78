"""Facts that are worked out: each number stands under its own label, reckoned here from the result by other means."""

import math
import re

import pytest

from b12explain.bibliography import cite
from b12explain.explore import NAMES, story
from b12explain.models.remyelination import remyelinate
from b12explain.scene.layout import Room
from tests.plain import plain
from tests.states import sample


def figures(number):
    """Two figures, or three from a hundred up."""
    return f"{float(f'{number:.{3 if number >= 100 else 2}g}'):,.10g}"


def told(name, **values):
    """The result of a state, and its facts by label; where two share one, the first."""
    it = story(name)
    result = it.model(**it.state(values))
    facts: dict[str, str] = {}
    for fact in it.facts(result):
        facts.setdefault(plain(fact.label), plain(fact.value))
    return result, facts


@pytest.mark.parametrize(
    "values",
    [
        {"layers_percent": 50.0, "temperature_c": 30.0},
        {"vary": "g_ratio", "g_ratio": 0.6, "diameter_um": 8.0},
    ],
    ids=str,
)
def test_facts_of_the_race(values):
    result, facts = told("myelin_race", **values)
    fibre = result.fibre
    expected = {
        "Velocity": f"{figures(result.velocity_m_per_s)} m/s",
        "Never had myelin, same diameter": f"{figures(result.thin_m_per_s * math.sqrt(fibre.diameter_um))} m/s",
        "Never had myelin, 1 µm": f"{figures(result.thin_m_per_s)} m/s",
        "Axon": f"{figures(result.axon_um)} µm",
        "Stretch between two nodes (internode)": f"{figures(fibre.sizes.internode_um / 1_000)} mm",
        "Whole sheath at 37 °C": f"{figures(result.full_m_per_s)} m/s",
    }
    assert {label: facts[label] for label in expected} == expected
    layers, sheath_um = int(facts["Layers of myelin"]), float(facts["Sheath"].removesuffix(" µm"))
    if "g_ratio" in values:
        assert result.axon_um == pytest.approx(0.6 * 8)
        assert sheath_um == pytest.approx((8 - 0.6 * 8) / 2)
    else:
        assert layers == round(fibre.sizes.lamellae / 2)
        full_um = (fibre.sizes.outer_um - fibre.sizes.axon_um) / 2
        assert sheath_um == pytest.approx(full_um / 2, abs=0.05)


def test_thinner_sheaths_are_counted_in_the_layers_that_are_left():
    """Half, a fifth, a twentieth and none of the 120 layers of a 10 µm fibre: the fewer, the slower."""
    result, facts = told("myelin_race")
    speeds = [
        facts[f"With {layers} at 37 °C"] for layers in ("60 layers", "24 layers", "6 layers", "no layers")
    ]
    assert round(result.layers) == 120
    assert [float(speed.split()[0]) for speed in speeds[:2]] == sorted(
        (float(speed.split()[0]) for speed in speeds[:2]), reverse=True
    )
    assert float(speeds[0].split()[0]) < result.full_m_per_s
    assert speeds[-1] == "blocked"


def test_facts_of_a_damaged_nerve():
    """98 % of the layers, in a tenth of the stretches, two fifths of the axons, 31 °C: no two of them alike."""
    result, facts = told(
        "damage", myelin_lost_percent=98.0, affected_percent=10.0, axons_lost_percent=40.0, temperature_c=31.0
    )
    finding = result.finding
    left = result.study.fibres - result.study.lost
    expected = {
        "Velocity left": f"{figures(100 * finding.velocity_share)} %",
        "Amplitude left": f"{figures(100 * finding.amplitude_share)} %",
        "Velocity": f"{figures(46.1 * finding.velocity_share)} m/s",
        "Amplitude": f"{figures(21.7 * finding.amplitude_share)} µV",
        "Axons left that are blocked": f"{figures(100 * result.study.blocked / left)} %",
        "Myelin lost": "98 %",
        "Stretches of myelin (internodes) affected": "10 %",
        "Axons lost": "40 %",
        "Nerve temperature": "31 °C",
        "Lower limit of amplitude": "8.3 µV",
        "Onset of the potential": f"{figures(result.study.onset_ms - result.healthy.onset_ms)} ms later",
        "One large fibre": f"{round(result.fibre.arrival_ms[-1] - result.healthy_fibre.arrival_ms[-1], 2):g} ms later",
        "Grey way: axons lost": "70 % of axons",
        "Grey way: myelin lost": "60 % of myelin",
        "Neither pattern": "4 people",
        "Axons drawn": "40",
    }
    assert {label: facts[label] for label in expected} == expected
    assert expected["Velocity left"] != expected["Amplitude left"]
    assert result.blocked_share > 0.05
    assert expected["Onset of the potential"] != expected["One large fibre"]


def test_facts_of_a_remyelinated_nerve():
    result, facts = told(
        "remyelination", parts=4.0, thickness_percent=30.0, affected_percent=75.0, axons_lost_percent=20.0,
        foot_cooler_c=2.0,
    )  # fmt: skip
    mended, thicker = result.mended, result.thicker
    expected = {
        "Velocity, healthy": "100 %",
        "Velocity": f"{figures(100 * mended.velocity_share)} %",
        "Amplitude": f"{figures(100 * mended.amplitude_share)} %",
        "New sheaths grown to full thickness": (
            f"+{figures(46.1 * (thicker.velocity_share - mended.velocity_share))} m/s"
        ),
        "A colder foot": "\N{MINUS SIGN}2.6–4 m/s",  # 1.3 to 2 m/s for each of two degrees
        "New stretches (internodes) in the place of one": "4",
        "Layers (lamellae) of the new sheaths": "30 %",
        "Stretches that are new": "75 %",
        "Axons lost": "20 %",
        "Axons left": "80 %",
        "How much colder the foot is": "2 °C",
    }
    assert {label: facts[label] for label in expected} == expected


def test_a_stripped_nerve_that_still_shows_has_its_own_velocity_among_the_facts():
    """One stretch in fifty stripped, which no control asks for: the few fibres that got through are slower."""
    result = remyelinate(3, 0.4, affected_share=0.02, axons_lost=0.2)
    facts = {plain(fact.label): plain(fact.value) for fact in story("remyelination").facts(result)}
    assert facts["Velocity, stripped"] == f"{figures(100 * result.stripped.velocity_share)} %"
    assert 0 < result.stripped.velocity_share < result.mended.velocity_share < 1
    assert "Velocity, stripped" not in told("remyelination")[1]


def test_facts_of_regrowth():
    """600 mm in an arm at 2 mm a day after three months untreated: from 3 to 4 weeks on, at 1 to 3 mm a day."""
    month = 365.25 / 12
    result, facts = told(
        "regrowth",
        limb="arm",
        arm_mm=600.0,
        leg_mm=300.0,
        rate_mm_per_day=2.0,
        wait_months=3.0,
        speed_up=50.0,
    )
    early, late = 3 * month + 21, 3 * month + 28
    ahead = result.limb.joint_mm - (result.limb.path_mm - 600)
    expected = {
        "Arrival": f"{(early + 600 / 3) / month:.0f}–{(late + 600) / month:.0f} months*",
        "Arrival at the chosen rate": f"{((early + late) / 2 + 600 / 2) / month:.0f} months*",
        "Grown by month 12 at the chosen rate": f"{min(600, (12 * month - (early + late) / 2) * 2):,.0f} mm*",
        "Passes the elbow": f"{(early + ahead / 3) / month:.0f}–{(late + ahead) / month:.0f} months*",
        "50 % faster saves": f"{600 / 3 / 3 / month:.0f}–{600 / 3 / month:.0f} months*",
    }
    assert {label: facts[label] for label in expected} == expected


def test_facts_of_the_ordinary_ruler_are_shares_of_it():
    _, facts = told("dose_ladder", scale="linear")
    assert facts["Bar of tablet, high dose"] == "50 %"
    assert facts["Bar of adults 19–30, US RDA"] == "0.12 %"
    assert facts["Bar of cyanide antidote"] == "2,500 rulers"


@pytest.mark.parametrize(
    ("values", "total", "carried", "leaked"),
    [({}, "19 µg*", "1.2 µg*", "12 µg"), ({"intrinsic_factor": "none"}, "5–13 µg*", "0 µg", "12 µg")],
    ids=str,
)
def test_what_is_worked_out_of_absorption_has_the_star_of_its_rows(values, total, carried, leaked):
    """Adams 1971, to which the curve is fitted, and the published range of the leak were not re-read."""
    result, facts = told("absorption", **values)
    assert facts["Absorbed a day"].endswith(total)
    assert facts["By intrinsic factor"] == carried
    assert facts["By passive leak"] == leaked
    assert f"{total}. " in plain(story("absorption").tell(result))
    assert facts["Most by intrinsic factor from one dose"].endswith("*")


NAME = re.compile(r"([A-Z]\w+)(?: and \w+| et al\.)? (\d{4})")


def names_in(text):
    return set(NAME.findall(plain(text)))


@pytest.mark.parametrize("name", NAMES)
def test_who_stands_in_a_source_line_is_among_the_sources_of_the_facts(name):
    """By surname and year, or by key as in IOM 1998: no picture thanks those whose number is not in it."""
    it = story(name)
    states = [*(it.state(preset=preset) for preset in it.presets), *sample(it, "sources", count=20)]
    known, lines = set(), set()
    for state in states:
        result = it.model(**state)
        for fact in it.facts(result):
            known |= names_in(str(fact)) | names_in(fact.note)
            known |= {
                (key.removesuffix(cite(key).year), cite(key).year) for key in fact.source if cite(key).year
            }
        lines.add(" ".join(mark.text for mark in it.scene(result, Room(760)).named("source")))
    assert all(lines)
    told = set().union(*map(names_in, lines))
    assert told <= known, f"{told - known} in a source line, but not among the facts"
