"""Doses of vitamin B12 on one ruler, from an infant's day to a poison's antidote, and how they compare."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ..names import UnknownNameError, did_you_mean
from ..quantities import Quantity, quantity
from ..tables import Row, table
from ..units import DAYS_PER_WEEK
from .checks import check_choice

LAYERS = ("intakes", "foods", "tablets", "injections", "trials", "antidote")
SCALES = ("log", "linear")
UNITS = ("ug", "mg", "times")


@dataclass(frozen=True)
class Dose:
    """One rung: a reference intake, a serving, a tablet, an injection or a trial's dose.

    Parameters
    ----------
    id : str
        Table and row.
    layer : str
        One of :data:`LAYERS`.
    quantity : Quantity
        Per dose, or per day for a reference intake. Its row holds what it is called.
    """

    id: str
    layer: str
    quantity: Quantity

    @property
    def amount_ug(self) -> float:
        """µg per dose, serving or day."""
        return float(self.quantity)

    @property
    def range_ug(self) -> tuple[float, float] | None:
        """Least and most that the sources or brands give, µg; None where they give none."""
        low, high = self.quantity.low, self.quantity.high
        return None if low is None or high is None else (low, high)

    @property
    def is_medicine(self) -> bool:
        """Whether it comes in a pill or a syringe, and is neither eaten nor advised."""
        return self.layer not in ("intakes", "foods")

    @property
    def daily_ug(self) -> float | None:
        """The mean of a day, µg, for a regimen that repeats; None for a single dose."""
        row = self.quantity.row
        if row.table == "regimens" and row.doses_per_week is None:
            return None
        a_day = row.doses_per_week / DAYS_PER_WEEK if row.table == "regimens" else 1
        return self.amount_ug * a_day


@dataclass(frozen=True)
class Ladder:
    """Two doses compared, among the rungs that are shown.

    Parameters
    ----------
    rungs : tuple of Dose
        All that are shown, by amount.
    reference, first, second : Dose
        The reader's own reference intake, and the two that are compared.
    scale, unit : str
        The ruler they are laid on, and what they are written in: of :data:`SCALES` and :data:`UNITS`.
    """

    rungs: tuple[Dose, ...]
    reference: Dose
    first: Dose
    second: Dose
    scale: str
    unit: str

    @property
    def upper(self) -> Dose:
        """The larger of the two."""
        return max(self.first, self.second, key=lambda dose: dose.amount_ug)

    @property
    def lower(self) -> Dose:
        """The smaller of the two."""
        return self.first if self.upper is self.second else self.second

    @property
    def ratio(self) -> float:
        """Larger ÷ smaller."""
        return self.upper.amount_ug / self.lower.amount_ug

    @property
    def decades(self) -> float:
        """How many times ten the larger is over the smaller."""
        return math.log10(self.ratio)


@cache
def doses() -> Mapping[str, Dose]:
    """Every dose that can stand on the ladder, by id, in the tables' order.

    Reference intakes are those in force, without the average requirements, which nobody is advised to aim for.
    Foods without B12 and doses given per weight have no place on it.
    """
    intakes = [row for row in table("intakes") if row.standing == "current" and row.kind != "EAR"]
    foods = [row for row in table("foods") if row.value]
    regimens = [row for row in table("regimens") if row.layer]
    return {
        row.full_id: Dose(row.full_id, layer_of(row), quantity(row)) for row in (*intakes, *foods, *regimens)
    }


def layer_of(row: Row) -> str:
    """Which layer a row of intakes, foods or regimens belongs to."""
    return row.layer if row.table == "regimens" else row.table


def climb(
    reference: str, first: str, second: str, scale: str, unit: str, layers: Mapping[str, tuple[str, ...]]
) -> Ladder:
    """Compare two doses among those of the layers that are shown.

    Parameters
    ----------
    reference : str
        Id of a reference intake, the reader's own.
    first, second : str
        Ids of the doses compared; ``"reference"`` stands for the reader's own.
    scale : {"log", "linear"}
    unit : {"ug", "mg", "times"}
    layers : mapping
        Layer → ids of its rungs. The doses compared and the reference are always among the rungs.

    Raises
    ------
    UnknownNameError
        If there is no such dose; the message has the nearest ids.
    ValueError
        If there is no such scale, unit or layer.

    Notes
    -----
    Leaves out how much of each gets in, and how often it is taken.

    Examples
    --------
    >>> ladder = climb("intakes.us_rda_adults_19_30", "regimens.oral1000", "reference", "log", "ug", {})
    >>> round(ladder.ratio)
    417
    """
    check_choice("scale", scale, SCALES)
    check_choice("unit", unit, UNITS)
    _check_layers(layers)
    mine = _known(reference)
    chosen = [mine if name == "reference" else _known(name) for name in (first, second)]
    shown = {_known(name) for names in layers.values() for name in names} | {*chosen, mine}
    rungs = tuple(sorted(shown, key=lambda dose: (dose.amount_ug, dose.id)))
    return Ladder(rungs, mine, *chosen, scale, unit)


def _check_layers(layers: Mapping[str, tuple[str, ...]]) -> None:
    if not isinstance(layers, Mapping):
        raise ValueError(f"layers must be a mapping of layer to ids; got {layers!r}. Write {{}} for none.")
    for layer, names in layers.items():
        check_choice("each layer", layer, LAYERS)
        if isinstance(names, str) or not isinstance(names, Sequence):
            raise ValueError(
                f"layers[{layer!r}] must be a sequence of ids; got {names!r}. Put it in brackets, with a comma."
            )


def _known(name: str) -> Dose:
    if not isinstance(name, str) or name not in doses():
        raise UnknownNameError(
            f"there is no dose {name!r} on the ladder; {did_you_mean(name, list(doses()))}"
        )
    return doses()[name]
