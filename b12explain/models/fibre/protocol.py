"""How fibres are stimulated, stepped and measured here: choices, not measurements.

The stimulus, the firing level, and the unmyelinated fibre's grid are those of the reference calculation.
"""

STIMULUS_START_MS, STIMULUS_MS = 0.1, 0.1
STIMULUS_NA, STIMULUS_NA_PER_UM2 = 0.25, 0.03  # about twice threshold at every diameter
FIRING_LEVEL_MV = -30.0
QUIET_LEVEL_MV = -70.0  # no node above it: no node fires again (see ``membrane.quiet_gates``)

STEP_MS = 0.002
STEP_RANGE_MS = (0.0001, 0.005)
TEMPERATURE_RANGE_C = (
    15.0,
    42.0,
)  # rates are Q10 extrapolations from 20 and 36 °C; a cold limb to a high fever
G_RATIO_RANGE = (0.4, 0.95)
PARANODAL_GAP_RANGE_UM = (0.0005, 0.02)

UNMYELINATED_DIAMETER_RANGE_UM = (0.2, 2.0)
UNMYELINATED_COMPARTMENT_UM, UNMYELINATED_COMPARTMENTS = 8.333, 481
UNMYELINATED_STIMULUS_NA, UNMYELINATED_STIMULUS_MS = 1.0, 0.5
UNMYELINATED_QUIET_LEVEL_MV = -67.0
