"""A human myelinated nerve fibre: McIntyre, Richardson and Grill's double cable, solved faster than a frame.

    Fibre, Lesion, Remyelination, BareFibre   what to simulate
    conduct, conduct_many                     simulate it
    Stimulus, Conduction                      what goes in and what comes out

Read ``conduct`` first, then ``internode`` (the cable), ``membrane`` (the node), ``kernel`` (the time loop).
"""

from .bare import BareFibre
from .conduct import conduct, conduct_many
from .fibre import Fibre, Lesion, Remyelination
from .result import Conduction
from .stimulus import Stimulus

__all__ = [
    "BareFibre",
    "Conduction",
    "Fibre",
    "Lesion",
    "Remyelination",
    "Stimulus",
    "conduct",
    "conduct_many",
]
