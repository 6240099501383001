"""Steady states of the battery of kamin2023, with QuTiP.

The battery is cell 0 of N two-level cells (hbar = k_B = 1):

    H = w0 sum_k sigma^z_k + J sum_links (sigma+_k sigma-_m + h.c.),

the links those of a star round cell 0 (Fig. 1) or of a line that begins with
it (Eq. 1 as printed). Reservoirs: one for each cell, Eqs. 7-8, or one that all
share, Eqs. 5-6; occupations n = 1 / (exp((w - mu)/T) + 1), w = 1, gamma = 1.

Own reservoirs: the steady state is unique. QuTiP's direct solver gives it, and
the null vector of the Liouvillian, from a singular value decomposition, is the
check. Shared reservoir: there are several steady states, and a solver for one
gives any combination, states of negative eigenvalues among them. Here each
start is projected along the left null space; a long evolution is the check.

The script stops where the two ways differ by more than 1e-10.

    python bench/peers/kamin2023_steady.py [--check]
"""

import argparse
import csv
import platform
import sys
from pathlib import Path

import numpy as np
import qutip
import scipy
from scipy.linalg import expm

FOLDER = Path("lab", "src", "test", "resources", "witness")
AGREEMENT = 1e-10
W0 = 10.0
ZERO = 1e-10  # of the largest singular value
LATE = 5000.0  # the slowest mode below has a rate above 0.036
STARTS = ("ground", "excited", "mixed", "battery", "coherent")

# graph, N, J, mu, Dmu, T of the battery's reservoir, T of the others
OWN = [
    ("star", 1, 1.0, 0.0, 0.0, 1.0, 1.0),
    ("star", 2, 0.7, 1.0, 2.0, 1.0, 1.0),
    *((g, 3, 1.0, m, 2.0, 1.0, 1.0) for g in ("star", "chain") for m in (0.0, 1.0, 4.0)),
    *((g, 3, j, 1.0, 2.0, 1.0, 1.0) for g in ("star", "chain") for j in (0.1, 5.0)),
    *((g, 3, 1.0, 1.0, 2.0, 0.4, 3.0) for g in ("star", "chain")),
    *((g, n, 1.0, 0.0, 10.0, 1.0, 1.0) for g in ("star", "chain") for n in (2, 3, 4, 5)),
]

# graph, N, J, mu, T
SHARED = [
    (g, n, j, 3.0, 1.0)
    for g in ("star", "chain")
    for n, j in ((2, 1.0), (3, 1.0), (3, 0.0), (4, 1.0))
]


def on(n, cell, local):
    return qutip.tensor([local if k == cell else qutip.qeye(2) for k in range(n)])


def hamiltonian(graph, n, coupling):
    lower = [on(n, k, qutip.sigmam()) for k in range(n)]
    total = sum(W0 * on(n, k, qutip.sigmaz()) for k in range(n))
    pairs = [(0, k) if graph == "star" else (k - 1, k) for k in range(1, n)]
    for k, m in pairs:
        hop = lower[k].dag() * lower[m]
        total = total + coupling * (hop + hop.dag())
    return total, lower


def occupation(mu, temperature):
    return 1 / (np.exp((1 - mu) / temperature) + 1)


def jumps(operator, n):
    return [np.sqrt(1 - n) * operator, np.sqrt(n) * operator.dag()]


def excited(state, cell=0):
    return state.ptrace(cell).full()[0, 0].real


def own(graph, n, coupling, mu, bias, t_battery, t_others):
    energy, lower = hamiltonian(graph, n, coupling)
    ops = []
    for k, a in enumerate(lower):
        ops += jumps(
            a,
            occupation(mu, t_battery) if k == 0 else occupation(mu + bias, t_others),
        )
    state = qutip.steadystate(energy, ops, method="direct")
    left, values, right = np.linalg.svd(qutip.liouvillian(energy, ops).full())
    if values[-2] < 1e-6:
        raise SystemExit(f"{graph} {n}: not unique, singular value {values[-2]}")
    null = right[-1].conj().reshape((2**n, 2**n), order="F")
    null = null / np.trace(null)
    apart = np.abs(null - state.full()).max()
    return {f"excited_{k}": excited(state, k) if k < n else "" for k in range(5)}, apart


def start(kind, n):
    up, down = np.diag([1.0, 0.0]), np.diag([0.0, 1.0])
    cells = {
        "ground": [down] * n,
        "excited": [up] * n,
        "mixed": [np.eye(2) / 2] * n,
        "battery": [up] + [down] * (n - 1),
        "coherent": [np.full((2, 2), 0.5)] * n,
    }[kind]
    return qutip.tensor([qutip.Qobj(c) for c in cells])


def shared(graph, n, coupling, mu, temperature):
    energy, lower = hamiltonian(graph, n, coupling)
    generator = qutip.liouvillian(energy, jumps(sum(lower), occupation(mu, temperature))).full()
    left, values, right = np.linalg.svd(generator)
    count = int((values < ZERO * values[0]).sum())
    right, left = right[-count:].conj().T, left[:, -count:]
    propagator = expm(generator)
    for _ in range(int(np.ceil(np.log2(LATE)))):
        propagator = propagator @ propagator
    found, apart = {"steady_states": count}, 0.0
    for kind in STARTS:
        vector = start(kind, n).full().reshape(-1, order="F")
        reached = right @ np.linalg.solve(left.conj().T @ right, left.conj().T @ vector)
        apart = max(apart, np.abs(reached - propagator @ vector).max())
        state = qutip.Qobj(reached.reshape((2**n, 2**n), order="F"), dims=[[2] * n] * 2)
        found[f"excited_from_{kind}"] = excited(state)
    return found, apart


def table(names, cases, compute):
    rows, worst = [], 0.0
    for case in cases:
        found, apart = compute(*case)
        worst = max(worst, apart)
        rows.append({**dict(zip(names, case)), **found})
    if worst > AGREEMENT:
        raise SystemExit(f"the two ways differ by {worst}")
    return rows, worst


def same(a, b):
    try:
        return abs(float(a) - float(b)) <= AGREEMENT
    except ValueError:
        return a == b


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the files")
    check = parser.parse_args().check
    good = True
    for name, about, names, cases, compute in (
        (
            "kamin2023-own",
            "a reservoir for each cell; steadystate(method=direct), checked by the null vector",
            ("graph", "cells", "J", "mu", "bias", "T_battery", "T_others"),
            OWN,
            own,
        ),
        (
            "kamin2023-shared",
            "one reservoir for all; null-space projection of each start, checked by expm",
            ("graph", "cells", "J", "mu", "T"),
            SHARED,
            shared,
        ),
    ):
        rows, worst = table(names, cases, compute)
        path = FOLDER / f"{name}.csv"
        if check:
            lines = [x for x in path.read_text().splitlines() if not x.startswith("#")]
            old = list(csv.DictReader(lines))
            agree = len(old) == len(rows) and all(
                same(a[k], str(b[k])) for a, b in zip(old, rows) for k in b
            )
            print(f"{name}: {'agrees' if agree else 'DIFFERS'}")
            good = good and agree
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", newline="") as out:
            out.write(f"# {about}\n")
            out.write(
                f"# QuTiP {qutip.__version__}, NumPy {np.__version__}, "
                f"SciPy {scipy.__version__}, Python {platform.python_version()}\n"
            )
            out.write(f"# largest difference of an element between the two ways {worst:.1e}\n")
            writer = csv.DictWriter(out, rows[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        print(f"{path}: {len(rows)} rows, two ways within {worst:.1e}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
