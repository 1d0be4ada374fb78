"""How times, velocities and sheaths of the race are put into words."""

from __future__ import annotations

import math

from ..amounts import NBSP, counted, format_number, seconds, speed, temperature, times, with_unit
from ..models.race import THIN_UM, Race

NEVER_HAD = "never had myelin"
BLOCKED, NEVER = "blocked", "never"
#: Where the picture's numbers come from.
SOURCES = (
    "Myelinated fibre: McIntyre 2002, sizes between the published ones after Musselman 2021. Fibres that never had "
    "myelin: Rattay and Aberham 1993. Grey band: human sural nerve, Tackmann 1976."
)
#: Why a fibre that lost its myelin stops where one that never had any goes on.
WHERE = "A fibre that never had myelin rebuilds the signal all along; a stripped one only at its old nodes."


# -- amounts ---
def um(length_um: float) -> str:
    """A length across a fibre, to two figures: "6.7 µm"."""
    return with_unit(format_number(length_um), "µm")


def velocity(velocity_m_per_s: float) -> str:
    """A velocity, or that there is none: "56 m/s", "blocked"."""
    return speed(velocity_m_per_s) if math.isfinite(velocity_m_per_s) else BLOCKED


def metre(result: Race, velocity_m_per_s: float) -> str:
    """How long a metre takes: "18 ms", "1.6 s", "never"."""
    return seconds(result.metre_ms(velocity_m_per_s)) if math.isfinite(velocity_m_per_s) else NEVER


def sooner(ratio: float) -> str:
    """How many times sooner a signal arrives: "87 times sooner", "1.3 times later"."""
    return f"{times(max(ratio, 1 / ratio))} times {'sooner' if ratio >= 1 else 'later'}"


def times_sign(ratio: float) -> str:
    """A ratio in the fewest letters: "× 87"."""
    return f"×{NBSP}{times(ratio)}"


def guessed(ratio: float) -> str:
    """The reader's guess, as typed: "× 1,250"."""
    return f"×{NBSP}{format_number(ratio, 7)}"


def gone(share: float) -> tuple[str, ...]:
    """How much of a metre is done, longest wording first: "12 mm gone by then"."""
    length = with_unit(format_number(1_000 * share), "mm")
    return f"{length} gone by then", f"{length} gone", length


def layers(count: float) -> str:
    """How many layers of myelin: "120 layers", "1 layer", "no layers"."""
    return counted(format_number(round(count), 4) if round(count) else "no", "layer").replace(NBSP, " ")


def sheath(result: Race) -> tuple[str, ...]:
    """Layers and thickness of the sheath, longest wording first."""
    if not result.sheath_um:
        return ("no sheath",)
    thick = um(result.sheath_um)
    return f"sheath: {layers(result.layers)}, {thick} thick", f"{layers(result.layers)}, {thick}", thick


def axon(result: Race) -> str:
    """The axon's diameter: "axon 6.7 µm"."""
    return f"axon {um(result.axon_um)}"


def node(result: Race) -> tuple[str, ...]:
    """How long the node is, longest wording first."""
    length = um(result.node_length_um)
    return f"node: {length} long, where the signal is rebuilt", f"node: {length} long", "node"


def next_node(result: Race) -> tuple[str, ...]:
    """How far the next node is, longest wording first."""
    away = with_unit(format_number(result.internode_um / 1_000), "mm")
    return f"next node: {away} away, off this drawing", f"next node: {away} away"


def now(moment_ms: float) -> str:
    """A moment of the film: "now, 0.36 ms"."""
    return f"now, {moment_ms:.2f}{NBSP}ms"


# -- fibres ---
def names(result: Race) -> tuple[tuple[str, ...], ...]:
    """The three fibres, each longest wording first: this one, one as wide without myelin, a thin one without."""
    wide, thin = (f"{one:g}{NBSP}µm" for one in (result.fibre.diameter_um, THIN_UM))
    mine = layers(result.layers) if round(result.layers) else "myelin stripped"
    return (
        (f"{wide}, {mine}",),
        (f"{wide}, {NEVER_HAD}", f"{wide}, no myelin ever"),
        (f"{thin}, {NEVER_HAD}", f"{thin}, no myelin ever"),
    )


def unmyelinated(result: Race) -> tuple[str, ...]:
    """The velocity of the fibre that is as wide, longest wording first."""
    said = velocity(result.unmyelinated_m_per_s)
    return f"{NEVER_HAD}: {said}", f"unmyelinated: {said}"


def thinner(layers_left: float, velocity_m_per_s: float) -> tuple[str, ...]:
    """A thinner sheath and its velocity, longest wording first: "60 layers: 48 m/s"."""
    said = layers(layers_left), velocity(velocity_m_per_s)
    return (": ".join(said), said[1]) if math.isfinite(velocity_m_per_s) else (": ".join(said),)


def seal(result: Race) -> str:
    """Where the seal at the nodes is not the usual one: " and a gap of 20 nm at the nodes’ edges"; else nothing."""
    if math.isclose(result.gap_nm, result.usual_gap_nm):
        return ""
    return f" and a gap of {result.gap_nm:g}{NBSP}nm at the nodes’ edges"


# -- the finding ---
def title(result: Race) -> tuple[str, ...]:
    """The comparison that was guessed at: this fibre and the thin one that never had myelin; longest wording first."""
    thin = metre(result, result.thin_m_per_s)
    if not result.conducts:
        return (
            f"The signal dies on the way: the thin fibre’s arrives after {thin}",
            "The signal dies on the way",
        )
    mine, many = metre(result, result.velocity_m_per_s), sooner(result.ratio)
    return f"{mine} with myelin, {thin} on the thin fibre without: {many}", f"{mine}, not {thin}: {many}"


def _what(result: Race) -> tuple[str, str, str]:
    """Size, sheath with its seal, and temperature of the fibre."""
    fibre = result.fibre
    sheath = f"{layers(result.layers)} of myelin{seal(result)}"
    return f"{fibre.diameter_um:g}{NBSP}µm", sheath, temperature(fibre.temperature_c)


def plain(result: Race) -> tuple[str, ...]:
    """What is compared, longest wording first."""
    size, myelin, warmth = _what(result)
    brief = f"{size} with {layers(result.layers)} of myelin, at {warmth}"
    if not result.conducts:
        dies = "the wave dies within millimetres"
        return (
            f"A {size} fibre with {myelin} at {warmth}: {dies}",
            f"{size}, {myelin}, {warmth}: {dies}",
            brief,
        )
    against = f"against {THIN_UM:g}{NBSP}µm that never had any"
    return (
        f"One metre, toe to spine: a {size} fibre with {myelin}, {against}, at {warmth}",
        f"One metre: {size} with {myelin}, {against}, at {warmth}",
        f"One metre: {size} with {myelin}, at {warmth}",
        brief,
    )


def tell(result: Race) -> str:
    """What the picture shows, in a few sentences."""
    size, myelin, warmth = _what(result)
    what = f"A {size} fibre with {myelin} at {warmth}"
    wide, thin = (metre(result, one) for one in (result.unmyelinated_m_per_s, result.thin_m_per_s))
    if not result.conducts:
        return (
            f"{what} is {BLOCKED}: the signal dies within millimetres, since it can be rebuilt only at the nodes. A "
            f"fibre that never had myelin rebuilds it all along: {thin} for a metre at {THIN_UM:g}{NBSP}µm, {wide} at "
            "this width."
        )
    return (
        f"{what}: {velocity(result.velocity_m_per_s)}, so one metre takes {metre(result, result.velocity_m_per_s)}. A "
        f"fibre of {THIN_UM:g}{NBSP}µm that never had myelin needs {thin}; here the signal arrives "
        f"{sooner(result.ratio)}. As wide as this one, but never with myelin, it would need {wide}."
    )
