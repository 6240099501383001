"""Reference numbers for two ensembles of spins on one reservoir, with QuTiP.

The ensembles are those of quach2020, Eqs. 1-2 (hbar = k_B = 1), written down
spin by spin in the space of all 2^(N_B + N_C) states:

    d rho/dt = -i [w sum_k z_k / 2, rho]
               + gamma [(n + 1) L(S) + n L(S^+)],  S = sum_k sigma_k^-,
    L(O) = 2 O rho O^+ - O^+ O rho - rho O^+ O.

The rate matrices are therefore 2 gamma (n + 1) and 2 gamma n in all elements.
The charger starts up, each spin of the battery in a mixture. The evolutions
are those of qutip_witness.py, and so is the check of one by the other.
"""

import sys

import numpy as np
import qutip
from qutip_witness import (
    Model,
    decay,
    ergotropy,
    evolved,
    options,
    product,
    pumping,
    settle,
    stored,
)

FREQUENCY = 1.2
GAMMA = 0.4
TIMES = [0.1 * k for k in range(16)]

# name: spins of the battery, of the charger, temperatures of the reservoir and
# of the battery at the start
CASES = {
    "collective-1-2": (1, 2, 0.0, 0.0),
    "collective-2-2-warm": (2, 2, 0.9, 0.0),
    "collective-2-3-thermal": (2, 3, 0.5, 0.5),
}


def model(name):
    battery, charger, reservoir, start = CASES[name]
    spins = battery + charger
    n = 1 / np.expm1(FREQUENCY / reservoir) if reservoir else 0.0
    ratio = np.exp(-FREQUENCY / start) if start else 0.0
    p = ratio / (1 + ratio)
    shared = np.ones((spins, spins))
    mixture = qutip.Qobj(np.diag([p, 1 - p]))
    excited = qutip.Qobj(np.diag([1.0, 0.0]))
    channels = [decay(spins, 2 * GAMMA * (n + 1) * shared)]
    if n:
        channels.append(pumping(spins, 2 * GAMMA * n * shared))
    return Model(
        name,
        f"N_B = {battery}, N_C = {charger}, w = {FREQUENCY}, "
        f"gamma = {GAMMA}, T = {reservoir}, battery at {start}",
        storage=stored([FREQUENCY] * spins),
        channels=channels,
        start=product([mixture] * battery + [excited] * charger),
    )


def measured(state, battery):
    spins = len(state.dims[0])
    side = list(range(battery))
    reduced = state.ptrace(side)
    storage = stored([FREQUENCY] * battery)
    transposed = qutip.partial_transpose(
        state, [1] * battery + [0] * (spins - battery)
    ).full()
    norm = np.abs(np.linalg.eigvalsh(transposed)).sum()
    found = {
        "energy": np.trace(reduced.full() @ storage.full()).real,
        "ergotropy": ergotropy(reduced.full(), storage.full()),
        "negativity": max(0.0, np.log2(norm)),
    }
    populations = np.diag(reduced.full()).real
    for k in range(battery + 1):
        found[f"excited_{k}"] = sum(
            p
            for i, p in enumerate(populations)
            if battery - i.bit_count() == k
        )
    return found


def main():
    arguments = options(__doc__.splitlines()[0])
    held = []
    for name, (battery, *_) in CASES.items():
        described = model(name)
        states, difference = evolved(described, TIMES)
        rows = [
            {"t": t, **{k: float(v) for k, v in measured(s, battery).items()}}
            for t, s in zip(TIMES, states)
        ]
        held.append(settle(arguments, name, described.about, rows, difference))
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
