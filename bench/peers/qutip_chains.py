"""Reference numbers for disordered chains of cells, computed with QuTiP.

The chains are those of arjmandi2022, Sec. II, with frequencies written down
instead of drawn (hbar = 1, decay rate 1, energy counted from the ground state):

    H0   = sum_k w_k sigma_k^+ sigma_k^-
    Hint = sum_k J/4 (x_k x_k+1 + y_k y_k+1)
    D    = sum_k (sigma_k^- rho sigma_k^+ - 1/2 {sigma_k^+ sigma_k^-, rho}).

One file for each length holds all couplings and starts. The evolutions are
those of qutip_witness.py, and so is the check of one by the other.
"""

import sys

import numpy as np
import qutip
from qutip_witness import (
    FULL,
    LOWER,
    MIXTURE,
    PLUS,
    Model,
    decay,
    ergotropy,
    evolved,
    on,
    options,
    product,
    settle,
    stored,
)

TIMES = [0.15 * k for k in range(21)]
FREQUENCIES = [3.1, 12.7, 0.4, 8.8]
COUPLINGS = [10, 20]
STARTS = {"coherent": PLUS, "excited": FULL, "classical": MIXTURE}
LENGTHS = [2, 3, 4]


def chain(n, coupling, start):
    x, y = qutip.sigmax(), qutip.sigmay()
    interaction = sum(
        coupling / 4 * on(n, k, s) * on(n, k + 1, s)
        for k in range(n - 1)
        for s in (x, y)
    )
    return Model(
        f"chain-{n}",
        f"J = {coupling}",
        storage=stored(FREQUENCIES[:n]),
        interaction=interaction,
        channels=[decay(n, np.eye(n))],
        start=product([start] * n),
    )


def dissipated(rho, n):
    """D[rho], from the definition."""
    total = np.zeros_like(rho)
    for k in range(n):
        a = on(n, k, LOWER).full()
        loss = a.conj().T @ a
        total += a @ rho @ a.conj().T - (loss @ rho + rho @ loss) / 2
    return total


def measured(state, model):
    rho = state.full()
    rho = (rho + rho.conj().T) / 2
    storage = model.storage.full()
    interaction = model.interaction.full()
    commutator = storage @ interaction - interaction @ storage
    return {
        "energy": np.trace(rho @ storage).real,
        "ergotropy": ergotropy(rho, storage),
        "ergotropy_whole": ergotropy(rho, storage + interaction),
        "from_interaction": (-1j * np.trace(rho @ commutator)).real,
        "from_channels": np.trace(
            dissipated(rho, model.cells) @ storage
        ).real,
    }


def compute(n):
    """The rows of all chains of a length; how far the evolutions differ."""
    rows = [{"t": t} for t in TIMES]
    largest = 0.0
    for coupling in COUPLINGS:
        for name, start in STARTS.items():
            model = chain(n, coupling, start)
            states, difference = evolved(model, TIMES)
            largest = max(largest, difference)
            for row, state in zip(rows, states):
                for what, value in measured(state, model).items():
                    row[f"{name}_{coupling}_{what}"] = float(value)
    return rows, largest


def main():
    arguments = options(__doc__.splitlines()[0])
    held = []
    for n in LENGTHS:
        frequencies = ", ".join(str(w) for w in FREQUENCIES[:n])
        about = (
            f"w = {frequencies}; decay 1; columns start_J_quantity, "
            "J in J/4 (xx + yy)"
        )
        held.append(settle(arguments, f"chain-{n}", about, *compute(n)))
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
