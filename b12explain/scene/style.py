"""The visual identity: every colour, type size and line width, once, for pictures and page alike.

Warm paper, dark ink and one loud colour, the crimson of cobalamin. A mark always has a second channel
beside its colour (shape, dash, outline, a word), so that colour is never alone.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, named by role."""

    paper: str  # card and picture
    wash: str  # inset
    ink: str
    ink2: str
    ink3: str  # the faintest text allowed
    grid: str
    axis: str
    b12: str  # a dose, inside the body
    b12_pale: str  # swallowed only, and the tint of a range
    intrinsic: str  # the intrinsic-factor path
    passive: str  # the passive path
    on_intrinsic: str  # letters on the fill above
    on_passive: str
    axon: str
    axon_text: str
    axon_tint: str
    myelin: str
    myelin_line: str
    spike: str
    ghost: str  # healthy, before, filtered out
    damage: str
    damage_tint: str
    repair: str
    repair_tint: str
    you: str  # the reader's own prediction


LIGHT = Palette(
    paper="#FBF9F5", wash="#F3EFE7", ink="#1F2328", ink2="#50565D", ink3="#666B71",
    grid="#E6E0D5", axis="#8C857A", b12="#B0263F", b12_pale="#F5DFDD", intrinsic="#5C1330",
    passive="#E2685E", on_intrinsic="#FFFFFF", on_passive="#1F2328", axon="#0A80B6",
    axon_text="#075F88", axon_tint="#D2E6F0", myelin="#EBD3A0", myelin_line="#724E00",
    spike="#DA551B", ghost="#8A857E", damage="#4D2C56", damage_tint="#E6DDE9", repair="#2A775B",
    repair_tint="#D5E8DE", you="#1E4AB4",
)  # fmt: skip

DARK = Palette(
    paper="#1D1C1A", wash="#272522", ink="#F0EBE1", ink2="#C2BCB1", ink3="#A59F94",
    grid="#37342F", axis="#8A857B", b12="#EC7F9B", b12_pale="#42262D", intrinsic="#D13650",
    passive="#FDD1BD", on_intrinsic="#FFFFFF", on_passive="#1F2328", axon="#5595AA",
    axon_text="#5595AA", axon_tint="#21363D", myelin="#54431F", myelin_line="#F3D085",
    spike="#FC7635", ghost="#7F7A72", damage="#D9C9F7", damage_tint="#3A3347", repair="#6FE0C5",
    repair_tint="#1B3D35", you="#98A2F8",
)  # fmt: skip

THEMES = {"light": LIGHT, "dark": DARK}

#: Roles whose colour may be used for letters on paper; all other roles are for marks.
TEXT_ROLES = ("ink", "ink2", "ink3", "b12", "you", "repair", "damage", "axon_text")
#: Roles that must be seen as marks on paper.
MARK_ROLES = (
    "b12", "intrinsic", "passive", "axon", "myelin_line", "spike", "ghost", "damage", "repair", "you", "axis",
)  # fmt: skip
#: Families of colours that meet in one picture and must stay apart, whatever the reader's colour vision.
#: Not among them: ink on the absorption paths, since dots of ink have a rim of paper; and B12 beside an axon,
#: which come within 7 in dark protan sight, so a picture of both needs another way to part them.
MEETING = (
    ("b12", "repair", "ghost", "you"),
    ("axon", "ghost", "you"),
    ("intrinsic", "passive", "you"),
    ("axon", "myelin_line", "spike", "ghost", "damage", "repair"),
)


@dataclass(frozen=True)
class Sizes:
    """Type sizes of a drawing in CSS pixels."""

    title: float
    subtitle: float
    label: float
    tick: float
    source: float
    big: float
    margin: float


WIDE_SIZES = Sizes(title=19, subtitle=14, label=13.5, tick=12.5, source=12, big=29, margin=24)
NARROW_SIZES = Sizes(title=17, subtitle=13.5, label=13.5, tick=12.5, source=12, big=26, margin=16)

AXIS_LINE, LEADER_LINE, GHOST_LINE, DATA_LINE, REPAIR_LINE, HALO = 1.2, 0.9, 1.5, 2.4, 3.0, 3.5
GHOST_DASH, DOTTED = (4 * GHOST_LINE, 2.5 * GHOST_LINE), (1.3, 3.25)  # CSS px on, px off

#: Widths in CSS pixels that pictures are drawn for. Below ``NARROW_BELOW`` a picture restacks into one column.
LEAST_WIDTH, MOST_WIDTH = 200, 1_000
NARROW_BELOW = 600


def sizes_for(width: float) -> Sizes:
    """Type sizes for a drawing of this width (CSS px)."""
    return NARROW_SIZES if width < NARROW_BELOW else WIDE_SIZES


def css_tokens() -> str:
    """The palette as CSS custom properties: light, and dark where the page or the reader's system is.

    A page says so by ``data-theme`` on the card, or as JupyterLab and Voila do. Paper is light.
    """

    def block(selector: str, palette: Palette) -> str:
        body = "".join(f"--b12-{name.replace('_', '-')}:{value};" for name, value in asdict(palette).items())
        return f"{selector}{{{body}}}"

    said = '.b12-card[data-theme="dark"],[data-jp-theme-light="false"] .b12-card:not([data-theme])'
    unsaid = "body:not([data-jp-theme-light]) .b12-card:not([data-theme])"
    return "\n".join((
        block(".b12-card", LIGHT),
        block(said, DARK),
        f"@media (prefers-color-scheme:dark){{{block(unsaid, DARK)}}}",
        f"@media print{{{block('.b12-card.b12-card.b12-card.b12-card', LIGHT)}}}",
    ))  # fmt: skip


def roles() -> tuple[str, ...]:
    """Names of all colour roles."""
    return tuple(field.name for field in fields(Palette))
