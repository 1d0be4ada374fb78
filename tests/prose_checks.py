"""What each number of the notebooks' prose must be, from the data and the models."""

import math
import re
from functools import cache

from b12explain.amounts import format_number
from b12explain.explore import story
from b12explain.models.absorption import absorb, diet_delivers_ug, retain
from b12explain.models.damage import damage
from b12explain.models.ladder import doses
from b12explain.models.nerve_map import map_numbness
from b12explain.models.race import THIN_UM
from b12explain.models.regrowth import regrow
from b12explain.models.remyelination import another_day, cooler_foot, remyelinate
from b12explain.quantities import quantity
from b12explain.tables import table
from b12explain.words.regrowth import span

RDA = "intakes.us_rda_adults_19_30"
TABLET = "regimens.oral1000"


def value(row_id):
    return quantity(row_id).value


def two(number):
    return format_number(number, 2)


def ratio(row_id):
    return format_number(doses()[row_id].amount_ug / value(RDA), 3)


def kept(form):
    return [two(share.value) for share in retain(form, 1_000).shares]


def ordered(words):
    return sorted(words, key=float)


def ends(row_id):
    return [two(quantity(row_id).low), two(quantity(row_id).high)]


def starts_at(name, control, preset=None):
    """Where a control stands at rest, or in a preset, as the prose says it."""
    return f"{story(name).state(preset=preset)[control]:,g}"


def spanned(distance_mm):
    return re.findall(r"[\d.]+", span(*regrow(distance_mm, 1.5).arrival_days))


def shares(result):
    return [f"{100 * one:.0f}" for one in (result.finding.velocity_share, result.finding.amplitude_share)]


def blocked(temperature_c):
    return f"{100 * damage(0.99, 0.05, temperature_c=temperature_c).blocked_share:.0f}"


def mended(velocity=False, **more):
    nerve = remyelinate(**more).mended
    return f"{100 * (nerve.velocity_share if velocity else nerve.amplitude_share):.0f}"


def both(mover):
    return [two(mover.low), two(mover.high)]


@cache
def at_rest():
    it = story("myelin_race")
    return it.model(**it.at_rest)


def most_that_blocks():
    """The largest share of the layers, %, among the control's values, that blocks the fibre."""
    it = story("myelin_race")
    shares = next(control.steps for control in it.controls if control.name == "layers_percent")
    return max(share for share in shares if not it.model(**it.state({"layers_percent": share})).conducts)


#: What each number of the prose must be, by the words around it: a pattern with one group a number → those numbers.
CHECKS = {
    "00_start_here": {
        r"from toe to spine in (\d+) ms\. A thin one that never had any takes ([\d.]+) s": lambda: [
            two(1_000 / at_rest().velocity_m_per_s), two(1 / at_rest().thin_m_per_s)],
        r"of ([\d,]+) µg swallowed, about (\d+) µg gets in": lambda: ["1,000", two(absorb(1_000).total_ug)],
        r"A ([\d,]+) µg tablet is (\d+) times the recommended ([\d.]+) µg a day": lambda: [
            f"{value(TABLET):,.0f}", ratio(TABLET), two(value(RDA))],
        r"Food ends near (\d+) µg, a serving of beef liver \(clams, in an older table, (\d+) µg": lambda: [
            f"{max(row.value for row in table('foods') if row.value and row.id != 'clams_older_table'):.0f}",
            f"{value('foods.clams_older_table'):.0f}"],
        r"makes (\d+) claims": lambda: [str(len(table("claims")))],
    },
    "05_dose_and_route": {
        r"more than the recommended ([\d.]+) µg a day, that ([\d,]+) to ([\d,]+) µg is common": lambda: [
            two(value(RDA)), f"{value(TABLET):,.0f}", f"{value('regimens.oral2000'):,.0f}"],
        r"How big is ([\d,]+) µg\?": lambda: [f"{value(TABLET):,.0f}"],
        r"for adults is ([\d.]+) µg a day\. How many": lambda: [two(value(RDA))],
        r"differ by ten times\. From the RDA to the tablet is ([\d.]+) rungs, or (\d+) times; .*, ([\d,]+) times": lambda: [
            f"{math.log10(value(TABLET) / value(RDA)):.1f}", ratio(TABLET), ratio("regimens.als50")],
        r": ([\d.]+) µg in the United States and Canada, (\d) µg in the European Union, ([\d.]+) µg in the United Kingdom":
            lambda: [two(value(f"intakes.{one}")) for one in ("us_rda_adults_19_30", "eu_ai_adults", "uk_rni_adults")],
        r"swallows ([\d,]+) µg\. How many": lambda: [starts_at("absorption", "dose_ug")],
        r"Of (\d) µg, (\d+) % was absorbed; of ([\d,]+) µg, ([\d.]+) %": lambda: [
            "1", two(value("absorption.carmel_normal_1_ug")), "1,000", two(value("absorption.carmel_normal_1000_ug"))],
        r"Yet (\d+) µg is (\d+) to (\d+) times what a diet of exactly the RDA delivers \(([\d.]+) to ([\d.]+) µg\)": lambda: [
            two(absorb(1_000).total_ug),
            *(f"{float(two(absorb(1_000).total_ug)) / one:.0f}" for one in reversed(diet_delivers_ug())),
            *map(two, diet_delivers_ug())],
        r"by the RDA \((\d+)\) flatters": lambda: [ratio(TABLET)],
        r"by it \(([\d.]+)\) sells": lambda: [two(float(two(absorb(1_000).total_ug)) / value(RDA))],
        r"factor about (\d+) µg of ([\d,]+) µg still leaks": lambda: [two(absorb(1_000, 1, False).total_ug), "1,000"],
        r"about (\d+) µg a month; one injection of ([\d,]+) µg cyanocobalamin a month leaves (\d+) to (\d+) µg": lambda: [
            f"{value('absorption.daily_tablet_net'):.0f}", "1,000",
            *(f"{end(retain('cyanocobalamin', 1_000).kept_ug):.0f}" for end in (min, max))],
        r"monotone \(([\d.]+) µg of (\d+), but ([\d.]+) µg of (\d+)\)": lambda: [
            two(table("absorption").row("carmel_normal_10_ug").absorbed_ug), "10",
            two(table("absorption").row("carmel_normal_50_ug").absorbed_ug), "50"],
        r"Doses of (\d), (\d) and (\d+) µg of four forms": lambda: [
            two(table("absorption").row(f"adams_{dose}_ug").dose_ug) for dose in (1, 5, 25)],
        r"of ([\d,]+) µg injected, (\d+) to (\d+) % of hydroxocobalamin stayed and (\d+) to (\d+) % of cyanocobalamin": lambda: [
            "1,000", *ordered(kept("hydroxocobalamin")), *ordered(kept("cyanocobalamin"))[::2]],
        r"absorbed normally, (\d) µg a day for (\d+) months": lambda: [
            two(value("regimens.pune2")), re.search(r"(\d+) months", table("regimens").row("pune2").context)[1]],
    },
    "01_what_b12_does": {
        r"fibre of (\d) µm that never had myelin, one on a fibre of (\d+) µm": lambda: [
            two(THIN_UM), starts_at("myelin_race", "diameter_um")],
        r"the (\d+) µm fibre carries the signal at (\d+) m/s, and one metre takes (\d+) ms": lambda: [
            starts_at("myelin_race", "diameter_um"), two(at_rest().velocity_m_per_s), two(1_000 / at_rest().velocity_m_per_s)],
        r"thin one of (\d) µm ([\d.]+) s": lambda: [two(THIN_UM), two(1 / at_rest().thin_m_per_s)],
        r"a bare gap (\d) µm long": lambda: [two(value("fibre.node_length"))],
        r"at (\d+) % of the layers the wave dies": lambda: [two(most_that_blocks())],
    },
    "02_when_it_runs_out": {
        r"strip (\d+) % of the myelin from every": lambda: [starts_at("damage", "myelin_lost_percent")],
        r"With (\d+) % of the layers of myelin \(lamellae\) gone everywhere, (\d+) % of the velocity is left and (\d+) % of the amplitude": lambda: [
            starts_at("damage", "myelin_lost_percent"), *shares(damage(myelin_lost=0.6))],
        r"With (\d+) % of all axons gone, (\d+) % of the velocity and (\d+) % of the amplitude are left": lambda: [
            starts_at("damage", "axons_lost_percent", "axons lost"), *shares(damage(axons_lost=0.7))],
        r"of (\d) people whose .*?deficiency had reached the spinal cord, (\d) had the pattern of lost axons \(axonal\) and (\d) that": lambda: [
            two(table("nerve").row("hemmer_nerve_patterns").n), two(value("nerve.hemmer_nerve_patterns")),
            two(value("nerve.hemmer_demyelinating"))],
        r"With (\d) % of stretches all but bare, (\d+) % of axons are blocked at (\d+) °C and nothing can be recorded; "
        r"at (\d+) °C (\d+) % are": lambda: ["5", blocked(37), "37", "25", blocked(25)],
        r"the largest\* with (\d+) % lost, and the nerve is slow as well \((\d+) % of the velocity\)": lambda: [
            "30", shares(damage(axons_lost=0.3, loss="largest"))[0]],
        r"applied to (\d+) m/s and (\d+) µV": lambda: [
            two(value("nerve.leg_sensory_velocity_distal")), two(value("nerve.sural_snap_young"))],
        r"velocity limit of (\d+) m/s": lambda: [two(value("nerve.sural_velocity_lower_limit"))],
        r"have lost about (\d+) cm, in this drawing": lambda: [two(map_numbness(0).hands_join_cm)],
    },
    "03_how_a_nerve_repairs": {
        r"a third as long and (\d+) % as thick": lambda: [starts_at("remyelination", "thickness_percent")],
        r"from nothing to (\d+) % of the velocity; grown to full thickness, (\d+) %": lambda: [
            mended(velocity=True), mended(velocity=True, lamella_fraction=1.0)],
        r"lost for good it reaches (\d+) %, and (\d+) % with thick sheaths": lambda: [
            mended(axons_lost=0.5), mended(axons_lost=0.5, lamella_fraction=1.0)],
        r"A gain of (\d) m/s has": lambda: ["5"],
        r"A foot (\d) °C colder takes off ([\d.]+) to (\d) m/s; chance moves a velocity by ([\d.]+) to ([\d.]+) m/s": lambda: [
            "3", *both(cooler_foot(3)), *both(another_day())],
        r"full thickness add ([\d.]+) m/s": lambda: [two(remyelinate().maturing_m_per_s)],
        r"another drug report ([\d.]+) m/s": lambda: [f"{value('trials.jiang_2018_peroneal_motor_velocity'):.2f}"],
        r"in (\d+) volunteers": lambda: [f"{table('nerve').row('retest_variation').n:.0f}"],
        r"died back to the spine, about (\d) metre": lambda: [two(value("nerve.leg_path") / 1_000)],
        r"published (\d) to (\d) mm a day\*, ([\d,]+) mm takes (\d+) to (\d+) months and (\d+) mm takes (\d+) to (\d+) months":
            lambda: [*ends("nerve.regrowth_usual"), "1,000", *spanned(1_000), "300", *spanned(300)],
        r"grow (\d+) % faster, a metre would take (\d) to (\d) months less": lambda: [
            "20", *re.findall(r"[\d.]+", span(*regrow(1_000, 1.5, speed_up=0.2).saved_days))],
        r"at (\d) mm a day are (\d+) mm, and growth takes (\d) to (\d) weeks\*": lambda: [
            two(quantity("nerve.regrowth_usual").high), two(regrow(1_000, 1.5).most_in_mm(9)), *ends("nerve.regrowth_start")],
        r"pages that print (\d) to (\d) mm a day": lambda: ends("nerve.regrowth_usual"),
        r"in people in (\d+) was slower than the upper end: ([\d.]+) mm a day, mostly (\d) to (\d)\*": lambda: [
            "1943", two(value("nerve.regrowth_seddon")), *ends("nerve.regrowth_seddon")],
        r"recovers poorly after (\d+) months without its nerve, and hardly after (\d+)": lambda: ends("nerve.muscle_window"),
    },
}  # fmt: skip
