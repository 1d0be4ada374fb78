"""The same fibre in NEURON, for the benchmark alone: needs ``pip install b12explain[bench]`` and a C
compiler."""

from __future__ import annotations

import math
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from b12explain.models.fibre import Fibre, protocol
from b12explain.models.fibre.chain import chain, quarter_nodes
from b12explain.models.fibre.parameters import constant


def load_neuron():
    """Compile the node's mechanism into a temporary folder and return NEURON's ``h``."""
    folder = Path(tempfile.mkdtemp(prefix="neuron_mechanisms_"))
    shutil.copy(Path(__file__).parent / "neuron" / "axnode.mod", folder)
    compiler = Path(sys.executable).parent / "nrnivmodl"
    subprocess.run([str(compiler)], cwd=folder, check=True, capture_output=True)
    from neuron import h, load_mechanisms

    load_mechanisms(str(folder))
    h.load_file("stdrun.hoc")
    h.nlayer_extracellular(1)  # one sheath is all the model has; the second layer would cost NEURON time
    return h


def velocity(h, fibre: Fibre, stop_ms: float, absolute_tolerance: float) -> float:
    """Build, initialise and run ``fibre`` with the adaptive integrator; velocity between the quarter points
    (m/s).

    The run starts at −80 mV (rest is 0.04 mV away) and does not wait for rest, which favours NEURON's time.
    """
    nodes, _kept = build(h, fibre)
    clamp = h.IClamp(nodes[0](0.5))
    clamp.delay, clamp.dur = protocol.STIMULUS_START_MS, protocol.STIMULUS_MS
    clamp.amp = protocol.STIMULUS_NA + protocol.STIMULUS_NA_PER_UM2 * fibre.diameter_um**2
    counters = [h.APCount(node(0.5)) for node in nodes]
    for counter in counters:
        counter.thresh = protocol.FIRING_LEVEL_MV
    h.celsius = fibre.temperature_c
    solver = h.CVode()
    solver.active(1)
    solver.use_daspk(1)
    solver.atol(absolute_tolerance)
    h.finitialize(-80)
    solver.solve(stop_ms)
    near, far = quarter_nodes(fibre)
    if counters[far].n == 0:
        return math.nan
    distance = fibre.sizes.internode_um * (fibre.nodes - 1 - 2 * round((fibre.nodes - 1) / 4))
    return 1e-3 * distance / (counters[far].time - counters[near].time)


def build(h, fibre: Fibre):
    """Sections of the fibre: its nodes, and all of them (which NEURON drops when the list is dropped)."""
    links = chain(fibre)
    rho, everything, nodes = constant("resistivity"), [], []

    def section(length, outer, inner, gap, sheath, passive):
        made = h.Section()
        made.L, made.diam, made.nseg = length, outer, 1
        made.Ra, made.cm = rho * (outer / inner) ** 2, constant("membrane_capacitance") * inner / outer
        made.insert("extracellular")
        seg = made(0.5)
        seg.xraxial[0] = rho * 1e2 / (math.pi * ((inner / 2 + gap) ** 2 - (inner / 2) ** 2))
        if sheath is None:
            seg.xg[0], seg.xc[0] = 1e10, 0
            made.insert("axnode")
        else:
            seg.xg[0] = constant("myelin_conductance") / (2 * sheath)
            seg.xc[0] = constant("myelin_capacitance") / (2 * sheath)
            made.insert("pas")
            seg.pas.g, seg.pas.e = passive * inner / outer, constant("passive_reversal")
        if everything:
            made.connect(everything[-1](1), 0)
        everything.append(made)
        return made

    node_um, mysa = constant("node_length"), constant("mysa_length")
    tight, loose = constant("mysa_conductance"), constant("internodal_conductance")
    nodes.append(section(node_um, fibre.sizes.node_um, fibre.sizes.node_um, fibre.gap_um, None, None))
    for kind in links.of:
        outer, axon, node, length, flut, lamellae, narrow, wide = links.kinds[kind]
        stin = (length - node_um - 2 * mysa - 2 * flut) / 6
        section(mysa, outer, node, narrow, lamellae, tight)
        for part in (flut, *[stin] * 6, flut):
            section(part, outer, axon, wide, lamellae, loose)
        section(mysa, outer, node, narrow, lamellae, tight)
        nodes.append(section(node_um, node, node, narrow, None, None))
    return nodes, everything
