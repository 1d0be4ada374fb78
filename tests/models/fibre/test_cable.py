"""The internode's elimination against the same internode written out in full."""

import numpy as np
import pytest

from b12explain.models.fibre import Fibre, conduct
from b12explain.models.fibre.cable import modes
from b12explain.models.fibre.chain import chain
from b12explain.models.fibre.compartments import centres_um, inside_mv
from b12explain.models.fibre.geometry import discrete, interpolated
from b12explain.models.fibre.reduction import port


def row(sizes, fraction=1.0, parts=1):
    return (
        sizes.outer_um, sizes.axon_um, sizes.node_um, sizes.internode_um / parts, sizes.flut_um,
        fraction * sizes.lamellae, 0.002, 0.004,
    )  # fmt: skip


CASES = [row(discrete(10.0)), row(discrete(1.0)), row(interpolated(7.7), 0.03), row(discrete(16.0), 0.4, 3)]


def written_out(sizes):
    """Capacitance (nF) and stiffness (µS) of all 20 unknowns (V_i, V_e), from the section 3 equations
    alone."""
    outer, axon, node, distance, flut, lamellae, narrow, wide = sizes
    stin = (distance - 1 - 6 - 2 * flut) / 6
    parts = [(3, node, narrow, 1e-3), (flut, axon, wide, 1e-4)] + [(stin, axon, wide, 1e-4)] * 6
    parts += [(flut, axon, wide, 1e-4), (3, node, narrow, 1e-3)]
    c, k = np.zeros((20, 20)), np.zeros((20, 20))
    inside, ring = lambda d: np.pi * d**2 / 4, lambda d, s: np.pi * ((d / 2 + s) ** 2 - (d / 2) ** 2)
    resistance = [(0.7 * length / inside(d) / 2, 0.7 * length / ring(d, s) / 2) for length, d, s, _ in parts]
    at_node = (0.7 / inside(node) / 2, 0.7 / ring(node, narrow) / 2)
    for j, (length, d, _, g) in enumerate(parts):
        i, e = j, 10 + j
        axolemma, sheath = np.pi * d * length, np.pi * outer * length / (2 * lamellae)
        for matrix, across, out in ((c, 1e-5 * 2, 1e-5 * 0.1), (k, 1e-2 * g, 1e-2 * 1e-3)):
            matrix[i, i] += across * axolemma
            matrix[e, e] += across * axolemma + out * sheath
            matrix[i, e] -= across * axolemma
            matrix[e, i] -= across * axolemma
    for layer in (0, 1):
        chain = [at_node[layer], *[r[layer] for r in resistance], at_node[layer]]
        for link in range(11):
            g = 1 / (chain[link] + chain[link + 1])
            a, b = 10 * layer + link - 1, 10 * layer + link
            for end in ((a,) if link > 0 else ()) + ((b,) if link < 10 else ()):
                k[end, end] += g
            if 0 < link < 10:
                k[a, b] -= g
                k[b, a] -= g
    return c, k, 1 / (at_node[0] + resistance[0][0])


@pytest.mark.parametrize("sizes", CASES, ids=range(len(CASES)))
@pytest.mark.parametrize("per_ms", [0.0, 0.1, 10.0, 1e3, 1e5])
def test_modes_draw_the_same_current_at_every_frequency(sizes, per_ms):
    c, k, g = written_out(sizes)
    s = 1j * per_ms
    drive = np.zeros((20, 2))
    drive[0, 0] = drive[9, 1] = g
    full = g * np.eye(2) - drive.T @ np.linalg.solve(s * c + k, drive)
    found = modes(np.array([sizes]))
    even, odd = (found.conductance[0] - (found.weight[0, p] / (found.rate[0, p] + s)).sum() for p in (0, 1))
    mine = np.array([[even + odd, even - odd], [even - odd, even + odd]]) / 2
    np.testing.assert_allclose(mine, full, rtol=1e-6, atol=1e-9 * g)


def test_the_published_fibre_has_the_published_spectrum():
    rate = modes(np.array([CASES[0]])).rate[0]
    assert 0.0545 <= rate[:, :3].min() <= rate[:, :3].max() <= 0.0885
    assert rate[:, 3] == pytest.approx(0.278, rel=0.01)
    assert rate[:, 4] == pytest.approx(31.1, rel=0.01)
    assert rate[0, 5] == pytest.approx(2.9e3, rel=0.02)
    assert rate.max() == pytest.approx(2e7, rel=0.05)


def test_no_lamellae_is_the_limit_of_few():
    steady = [port(modes(np.array([row(discrete(10.0), f)])), 0.002).steady for f in (0.0, 1e-7)]
    np.testing.assert_allclose(*steady, rtol=1e-4)
    assert (
        port(modes(np.array([row(discrete(10.0), 0.0)])), 0.002).steady[0, 0]
        > 5 * (port(modes(np.array([CASES[0]])), 0.002).steady[0, 0])
    )


def test_a_settled_internode_stays_settled():
    p = port(modes(np.array(CASES)), 0.002)
    even_u = 3.0
    y = p.settled * even_u
    np.testing.assert_allclose(p.decay * y + (p.from_old + p.from_new) * even_u, y, rtol=1e-9)
    flow = (p.old + p.new) * even_u - (p.recall * y).sum(axis=0)
    np.testing.assert_allclose(flow, p.steady * even_u, rtol=1e-6)


@pytest.mark.parametrize(
    "fibre", [Fibre(10.0, "interpolated", nodes=11), Fibre(3.0, "interpolated", 25.0, 0.1, nodes=11)], ids=str
)
def test_what_lies_between_the_nodes_follows_from_them(fibre):
    """As carried step by step in a full record, from whose nodes alone it is worked out here."""
    run = conduct(fibre, record="all", duration_ms=1.5)
    nodes = (run.potential_mv - run.potential_mv[0]).T
    full = run.axon_mv + run.periaxonal_mv
    inside = inside_mv(fibre, nodes[:-1], nodes[1:], run.time_ms[1])
    np.testing.assert_allclose(inside.reshape(-1, len(run.time_ms)), (full - full[0]).T, atol=1e-6)
    (centres,) = centres_um(np.array(chain(fibre).kinds))
    np.testing.assert_allclose(centres + run.position_um[3], run.compartment_um[30:40])
