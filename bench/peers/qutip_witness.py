"""Reference numbers for small open quantum batteries, computed with QuTiP.

The models are written down here a second time, in another language and on
another library than qbattery, from the definitions alone (hbar = 1):

    d rho/dt = -i [H0 + Hint, rho]
               + sum_ij gamma_ij (A_i rho A_j^+ - 1/2 {A_j^+ A_i, rho}).

A cell's basis is |e> first, |g> second; cell 0 is the leftmost factor.

Each model is evolved twice: by the matrix exponential of the Liouvillian with
the double sum over gamma as it stands, and by mesolve with the jump operators
that diagonalise gamma. The script stops if the two disagree. The numbers
written are those of the exponential.
"""

import argparse
import csv
import platform
import sys
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import qutip
import scipy
from scipy.linalg import expm

STEP = 0.25
TIMES = [STEP * k for k in range(13)]

SOLVER = {
    "method": "dop853",
    "atol": 1e-13,
    "rtol": 1e-12,
    "nsteps": 100_000,
    "store_states": True,
    "progress_bar": "",
}

# By how much an element of the two evolutions, or a number of an old and a
# new file, may differ.
AGREEMENT = 1e-10

# QuTiP takes square roots of eigenvalues that rounding moves off zero.
CONCURRENCE_AGREEMENT = 1e-6

DEFAULT_FOLDER = Path("core", "src", "test", "resources", "witness")

IDENTITY = qutip.qeye(2)
LOWER = qutip.sigmam()
RAISE = qutip.sigmap()
EXCITED = RAISE * LOWER
PLUS = qutip.Qobj(np.full((2, 2), 0.5))
FULL = qutip.Qobj(np.diag([1.0, 0.0]))
EMPTY = qutip.Qobj(np.diag([0.0, 1.0]))
MIXTURE = qutip.Qobj(np.diag([0.75, 0.25]))


@dataclass
class Model:
    """One battery with its start; channels are pairs (operators, gamma)."""

    name: str
    about: str
    storage: qutip.Qobj
    start: qutip.Qobj
    interaction: qutip.Qobj | None = None
    channels: list = field(default_factory=list)

    @property
    def cells(self):
        return len(self.storage.dims[0])

    @property
    def hamiltonian(self):
        if self.interaction is None:
            return self.storage
        return self.storage + self.interaction


# Building blocks ----------------------------------------------------------


def on(n, cell, local):
    """The operator of one cell, on all n of them."""
    return qutip.tensor([local if k == cell else IDENTITY for k in range(n)])


def on_each(n, local):
    return [on(n, k, local) for k in range(n)]


def stored(frequencies):
    n = len(frequencies)
    return sum(w * on(n, k, EXCITED) for k, w in enumerate(frequencies))


def hopping(n, couplings):
    """Sum over links of J sigma_k^- sigma_m^+ and its conjugate."""
    total = 0
    for (k, m), coupling in couplings.items():
        term = coupling * on(n, k, LOWER) * on(n, m, RAISE)
        total = total + term + term.dag()
    return total


def link_rates(local, off_diagonal):
    """A Hermitian rate matrix from its diagonal and its elements k < m."""
    gamma = np.diag(np.array(local, dtype=complex))
    for (k, m), rate in off_diagonal.items():
        gamma[k, m] = rate
        gamma[m, k] = np.conj(rate)
    return gamma


def decay(n, gamma):
    return on_each(n, LOWER), np.asarray(gamma, dtype=complex)


def pumping(n, gamma):
    return on_each(n, RAISE), np.asarray(gamma, dtype=complex)


def dephasing(n, rate):
    """The coherence of a cell falls as exp(-rate t)."""
    return on_each(n, qutip.sigmaz()), rate / 2 * np.eye(n, dtype=complex)


def product(cells):
    return qutip.tensor(cells)


def pure(amplitudes):
    """The projector on one cell's amplitudes of |e> and |g>."""
    ket = np.array(amplitudes, dtype=complex)
    return qutip.Qobj(np.outer(ket, ket.conj()))


def linear(n):
    return [(k, k + 1) for k in range(n - 1)]


def ring(n):
    return linear(n) + [(0, n - 1)]


def star(n):
    return [(0, k) for k in range(1, n)]


def complete(n):
    return [(k, m) for k in range(n) for m in range(k + 1, n)]


def network(name, about, n, links, start):
    """Cells of w = 1, J = 2 along the links, gamma = 1 + A/2."""
    return Model(
        name,
        about,
        storage=stored([1.0] * n),
        interaction=hopping(n, {link: 2.0 for link in links}),
        channels=[decay(n, link_rates([1.0] * n, {k: 0.5 for k in links}))],
        start=product([start] * n),
    )


# The models ---------------------------------------------------------------


def models():
    return [
        Model(
            "one-decay",
            "one cell, decay 1, from |+>",
            storage=stored([1.0]),
            channels=[decay(1, [[1.0]])],
            start=PLUS,
        ),
        Model(
            "one-thermal-dephasing",
            "one cell, w = 1.7, bosons n = 0.3, dephasing 0.4, tilted",
            storage=stored([1.7]),
            channels=[
                decay(1, [[1.3]]),
                pumping(1, [[0.3]]),
                dephasing(1, 0.4),
            ],
            start=qutip.Qobj(np.array([[0.6, 0.3 - 0.2j], [0.3 + 0.2j, 0.4]])),
        ),
        network("pair", "two cells, shared decay, |+>", 2, linear(2), PLUS),
        network("linear-3", "linear, 3/4-1/4 mixture", 3, linear(3), MIXTURE),
        network("linear-4", "linear, |+>", 4, linear(4), PLUS),
        network("star-5", "star round cell 0, |+>", 5, star(5), PLUS),
        network("ring-5", "ring, 3/4-1/4 mixture", 5, ring(5), MIXTURE),
        network("complete-4", "complete graph, |+>", 4, complete(4), PLUS),
        irregular(),
        bell(),
        pumped(),
        not_conserving(),
        network("linear-4-full", "linear, excited", 4, linear(4), FULL),
    ]


def irregular():
    couplings = {(0, 1): 1.1, (1, 2): 0.7, (2, 3): 1.6, (1, 3): 0.4 + 0.3j}
    shared = {(0, 1): 0.5, (1, 2): 0.3, (2, 3): 0.45, (1, 3): 0.2}
    return Model(
        "irregular-4",
        "path with the chord 1-3, all links and cells different",
        storage=stored([0.8, 1.0, 1.3, 1.7]),
        interaction=hopping(4, couplings),
        channels=[decay(4, link_rates([1.2, 1.3, 1.1, 0.9], shared))],
        start=product(
            [
                pure([0.6, 0.8j]),
                pure([0.8, -0.6]),
                pure([5 / 13, -12j / 13]),
                pure([0.48 + 0.36j, 0.8]),
            ]
        ),
    )


def bell():
    ket = np.array([0, 1, 1j, 0]) / np.sqrt(2)  # |eg> + i |ge>
    matrix = 0.9 * np.outer(ket, ket.conj()) + 0.1 * np.eye(4) / 4
    return Model(
        "bell-complex-rates",
        "two cells, off-diagonal rate 0.3 + 0.2 i, from a mixed Bell state",
        storage=stored([1.0, 1.4]),
        interaction=hopping(2, {(0, 1): 0.8}),
        channels=[decay(2, link_rates([1.0, 1.0], {(0, 1): 0.3 + 0.2j}))],
        start=qutip.Qobj(matrix, dims=[[2, 2], [2, 2]]),
    )


def pumped():
    shared = {(0, 1): 0.3, (0, 2): 0.1 + 0.1j, (1, 2): 0.2}
    return Model(
        "pumped-3",
        "shared pumping, local decay and dephasing, from the ground state",
        storage=stored([1.0, 1.2, 0.9]),
        interaction=hopping(3, {link: 0.8 for link in linear(3)}),
        channels=[
            pumping(3, link_rates([0.7, 0.6, 0.5], shared)),
            decay(3, 0.5 * np.eye(3)),
            dephasing(3, 0.25),
        ],
        start=product([EMPTY] * 3),
    )


def not_conserving():
    x, y, z = qutip.sigmax(), qutip.sigmay(), qutip.sigmaz()
    interaction = (
        0.9 * on(3, 0, x) * on(3, 1, x)
        + 0.7 * on(3, 1, y) * on(3, 2, z)
        + 0.5 * on(3, 0, x)
        - 0.4 * on(3, 1, y)
        + 0.3 * on(3, 2, x)
    )
    return Model(
        "not-conserving-3",
        "xx and yz couplings, transverse fields, decay, dephasing, excited",
        storage=stored([1.0, 1.1, 1.3]),
        interaction=interaction,
        channels=[decay(3, 0.6 * np.eye(3)), dephasing(3, 0.3)],
        start=product([FULL] * 3),
    )


# The two evolutions -------------------------------------------------------


def liouvillian(model):
    """The generator with the double sum over gamma, term by term.

    Not qutip.lindblad_dissipator(a, b): its second part holds a^+ b where
    this one needs b^+ a.
    """
    total = qutip.liouvillian(model.hamiltonian)
    for operators, gamma in model.channels:
        for i, left in enumerate(operators):
            for j, right in enumerate(operators):
                if gamma[i, j] != 0:
                    loss = right.dag() * left
                    total += gamma[i, j] * (
                        qutip.sprepost(left, right.dag())
                        - 0.5 * (qutip.spre(loss) + qutip.spost(loss))
                    )
    return total


def by_exponential(model, times=TIMES):
    """States at equally spaced times, from the propagator over one interval."""
    propagator = expm(liouvillian(model).full() * (times[1] - times[0]))
    vector = qutip.operator_to_vector(model.start).full()
    states = []
    for _ in times:
        matrix = vector.reshape(model.start.shape, order="F")
        states.append(qutip.Qobj(matrix, dims=model.start.dims))
        vector = propagator @ vector
    return states


def independent_jumps(channel):
    """Jump operators that do without gamma: its eigenvectors, weighted."""
    operators, gamma = channel
    if not np.allclose(gamma, gamma.conj().T, rtol=0, atol=0):
        raise ValueError("a rate matrix is not Hermitian")
    rates, vectors = np.linalg.eigh(gamma)
    if rates[0] < -1e-12 * rates[-1]:
        raise ValueError(f"a rate matrix has the eigenvalue {rates[0]}")
    return [
        np.sqrt(rate) * sum(v * a for v, a in zip(vectors[:, k], operators))
        for k, rate in enumerate(rates)
        if rate > 1e-14 * rates[-1]
    ]


def by_mesolve(model, times=TIMES):
    jumps = [a for c in model.channels for a in independent_jumps(c)]
    result = qutip.mesolve(
        model.hamiltonian, model.start, times, c_ops=jumps, options=SOLVER
    )
    return result.states


# What is measured ---------------------------------------------------------


def entropy(probabilities):
    p = probabilities[probabilities > 0]
    return -np.sum(p * np.log(p))


def ergotropy(matrix, storage):
    populations = np.sort(np.linalg.eigvalsh(matrix))[::-1]
    levels = np.sort(np.linalg.eigvalsh(storage))
    return np.trace(matrix @ storage).real - populations @ levels


def concurrence(pair):
    """Hill-Wootters, from singular values.

    With rho = X X^+, the roots of the eigenvalues of rho times its spin flip
    are the singular values of X^T (sigma_y x sigma_y) X; no root of a
    difference is taken.
    """
    values, vectors = np.linalg.eigh(pair.full())
    x = vectors * np.sqrt(np.clip(values, 0, None))
    flip = np.kron(qutip.sigmay().full(), qutip.sigmay().full())
    roots = np.linalg.svd(x.T @ flip @ x, compute_uv=False)
    result = max(0.0, roots[0] - roots[1:].sum())
    if abs(result - qutip.concurrence(pair)) > CONCURRENCE_AGREEMENT:
        raise ArithmeticError("concurrence differs from QuTiP's own")
    return result


def elements(dimension):
    """Matrix elements that a wrong sign or order of cells would change."""
    last, half = dimension - 1, dimension // 2
    chosen = {(0, 1), (0, last), (1, 2), (1, half), (last - 1, last)}
    return sorted((i, j) for i, j in chosen if i < j <= last)


def measured(state, model):
    """All columns of one row but the time."""
    rho = state.full()
    rho = (rho + rho.conj().T) / 2
    storage = model.storage.full()
    spectrum = np.linalg.eigvalsh(rho)
    diagonal = np.diag(rho).real
    row = {
        "energy": np.trace(rho @ storage).real,
        "ergotropy": ergotropy(rho, storage),
        "purity": np.trace(rho @ rho).real,
        "l1_coherence": np.abs(rho - np.diag(np.diag(rho))).sum(),
        "entropy": entropy(spectrum),
        "relative_entropy_of_coherence": entropy(diagonal) - entropy(spectrum),
    }
    if model.cells >= 2:
        row["concurrence_0_1"] = concurrence(state.ptrace([0, 1]))
    for k in range(model.cells):
        row[f"population_{k}"] = state.ptrace([k]).full()[0, 0].real
    for i, j in elements(len(rho)):
        row[f"re_{i}_{j}"] = rho[i, j].real
        row[f"im_{i}_{j}"] = rho[i, j].imag
    return {name: float(value) for name, value in row.items()}


# Files --------------------------------------------------------------------


def evolved(model, times=TIMES):
    """The states of a model, and by how much the two evolutions differ."""
    exact = by_exponential(model, times)
    solved = by_mesolve(model, times)
    difference = max(
        np.abs(a.full() - b.full()).max() for a, b in zip(exact, solved)
    )
    if not difference <= AGREEMENT:
        raise ArithmeticError(
            f"{model.name}: exponential and mesolve differ by {difference}"
        )
    return exact, difference


def compute(model):
    """The rows of a model, and by how much the two evolutions differ."""
    states, difference = evolved(model)
    rows = [
        {"t": t, **measured(state, model)} for t, state in zip(TIMES, states)
    ]
    return rows, difference


def write(path, about, rows, difference):
    comments = [
        about,
        f"QuTiP {qutip.__version__}, NumPy {np.__version__}, "
        f"SciPy {scipy.__version__}, Python {platform.python_version()}",
        "numbers: matrix exponential of the Liouvillian (scipy.linalg.expm)",
        f"checked: mesolve, {SOLVER['method']}, atol {SOLVER['atol']}, "
        f"rtol {SOLVER['rtol']}; largest difference of an element "
        f"{difference:.1e}, allowed {AGREEMENT}",
    ]
    with path.open("w", encoding="ascii", newline="") as file:
        for comment in comments:
            file.write(f"# {comment}\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(rows[0])
        for row in rows:
            writer.writerow(repr(value) for value in row.values())


def compare(path, rows):
    """The largest difference between a file and freshly computed rows."""
    with path.open(encoding="ascii", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        recorded = list(csv.DictReader(lines))
    if len(recorded) != len(rows) or list(recorded[0]) != list(rows[0]):
        raise ValueError(f"{path.name} holds other columns or rows")
    return max(
        abs(float(old[name]) - new[name])
        for old, new in zip(recorded, rows)
        for name in new
    )


def options(about):
    """What the command line says: a folder, and whether to compare only."""
    root = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument(
        "--out",
        type=Path,
        default=root / DEFAULT_FOLDER,
        help=f"folder of the CSV files (default: {DEFAULT_FOLDER.as_posix()})",
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="compare with the files in the folder instead of writing them",
    )
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    return arguments


def settle(arguments, name, about, rows, difference):
    """Writes a file, or compares with it; whether it still holds."""
    path = arguments.out / f"{name}.csv"
    line = f"{name:24} exponential - mesolve {difference:.1e}"
    change = 0.0
    if arguments.check:
        change = compare(path, rows)
        line += f", file - now {change:.1e}"
    else:
        write(path, f"{name}: {about}", rows, difference)
    print(line)
    return change <= AGREEMENT


def main():
    arguments = options(__doc__.splitlines()[0])
    held = [
        settle(arguments, model.name, model.about, *compute(model))
        for model in models()
    ]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
