"""A human myelinated nerve fibre: McIntyre, Richardson and Grill's double cable, solved faster than a frame.

    Fibre, Lesion, Remyelination, UnmyelinatedFibre   what to simulate
    conduct, conduct_many                     simulate it
    Stimulus, Conduction                      what goes in and what comes out

Read ``conduct`` first, then ``cable`` (an internode), ``membrane`` (the node), ``kernel`` (the time loop).
"""

from .conduct import conduct, conduct_many
from .fibre import Fibre, Lesion, Remyelination
from .result import Conduction
from .stimulus import Stimulus
from .unmyelinated import UnmyelinatedFibre

__all__ = [
    "Conduction",
    "Fibre",
    "Lesion",
    "Remyelination",
    "Stimulus",
    "UnmyelinatedFibre",
    "conduct",
    "conduct_many",
]
