"""Reference numbers for driven batteries and modes with a cutoff, with QuTiP.

The models are written down here a second time from the definitions alone
(hbar = 1):

    d rho/dt = -i [H0 + Hint + sum_k f_k(t) V_k, rho]
               + sum_k rate_k (A_k rho A_k^+ - 1/2 {A_k^+ A_k, rho}).

The highest level of a site comes first. Each model is evolved twice: by mesolve
(dop853), begun anew wherever a drive jumps, and by Magnus' expansion of order
four, the exponential of the Liouvillian at two Gauss points of many short
steps. The script stops if the two disagree. The numbers written are those of
mesolve.
"""

import csv
import platform
import sys
from dataclasses import dataclass

import numpy as np
import qutip
import scipy
from qutip_witness import AGREEMENT, SOLVER, compare, ergotropy, options
from scipy.linalg import expm

TIMES = [0.5 * k for k in range(13)]
STEP = 1 / 320


@dataclass
class Driven:
    """A battery: parts of the Hamiltonian, drives, jumps, start, sites.

    A drive is (f, V); jumps hold the root of their rate. The first `cells`
    sites store.
    """

    name: str
    about: str
    storage: qutip.Qobj
    interaction: qutip.Qobj
    drives: list
    jumps: list
    start: qutip.Qobj
    kinks: tuple = ()


def rabi():
    """A cell under a resonant field, without the rotating-wave approximation."""
    return Driven(
        "drive-rabi",
        "w = 1, V = sigma_x, f = 0.4 cos(t), closed, ground state",
        storage=qutip.Qobj(np.diag([1.0, 0.0])),
        interaction=qutip.Qobj(np.zeros((2, 2))),
        drives=[(lambda t: 0.4 * np.cos(t), qutip.sigmax())],
        jumps=[],
        start=qutip.Qobj(np.diag([0.0, 1.0])),
    )


def three_levels():
    """Two overlapping Gaussian pulses on a ladder that decays."""
    upper = qutip.Qobj(np.array([[0.0, 1, 0], [1, 0, 0], [0, 0, 0]]))
    lower = qutip.Qobj(np.array([[0.0, 0, 0], [0, 0, 1], [0, 1, 0]]))

    def pulse(centre, frequency):
        return (
            lambda t: 1.5
            * np.exp(-((t - centre) ** 2) / (2 * 0.8**2))
            * np.cos(frequency * t)
        )

    jump = qutip.Qobj(np.array([[0, 0, 0], [1.0, 0, 0], [0, 0, 0]]))
    other = qutip.Qobj(np.array([[0, 0, 0], [0, 0, 0], [0, 1.0, 0]]))
    return Driven(
        "drive-three-level",
        "levels 3.9, 2, 0; Gaussian pulses of height 1.5 and width 0.8, on the"
        " upper step at 2.4 with cos(1.9 t), on the lower at 3.4 with"
        " cos(2 t); decay 0.1 and 0.05; lowest level",
        storage=qutip.Qobj(np.diag([3.9, 2.0, 0.0])),
        interaction=qutip.Qobj(np.zeros((3, 3))),
        drives=[(pulse(2.4, 1.9), upper), (pulse(3.4, 2.0), lower)],
        jumps=[np.sqrt(0.1) * jump, np.sqrt(0.05) * other],
        start=qutip.Qobj(np.diag([0.0, 0.0, 1.0])),
    )


def charger():
    """A cell charged by a driven, leaking mode; the drive is a pulse."""
    levels = 6
    a = qutip.Qobj(np.diag(np.sqrt(np.arange(levels - 1, 0, -1)), -1))
    one = qutip.qeye(levels)
    cell = qutip.qeye(2)
    mode = qutip.tensor(cell, a)
    lower = qutip.tensor(qutip.sigmam(), one)
    w = 1.3

    def on(t):
        return 0.5 if 0.3 <= t < 2.2 else 0.0

    vacuum = np.zeros(levels)
    vacuum[-1] = 1
    return Driven(
        "drive-charger",
        "cell and mode of 6 levels, w = 1.3, coupling 0.4 (a sigma+ + h.c.),"
        " drive f (a exp(i w t) + h.c.), f = 0.5 from 0.3 to 2.2, mode on a"
        " bath: decay 0.36, pumping 0.06; both empty",
        storage=w * qutip.tensor(qutip.Qobj(np.diag([1.0, 0.0])), one),
        interaction=w * mode.dag() * mode
        + 0.4 * (mode * lower.dag() + mode.dag() * lower),
        drives=[
            (lambda t: on(t) * np.cos(w * t), mode + mode.dag()),
            (lambda t: on(t) * np.sin(w * t), 1j * (mode - mode.dag())),
        ],
        jumps=[np.sqrt(0.36) * mode, np.sqrt(0.06) * mode.dag()],
        start=qutip.tensor(
            qutip.Qobj(np.diag([0.0, 1.0])), qutip.Qobj(np.diag(vacuum))
        ),
        kinks=(0.3, 2.2),
    )


def pieces(model):
    """Times without the kinks inside a piece, and with which clock to look."""
    edges = sorted({*TIMES, *model.kinks})
    return list(zip(edges, edges[1:]))


def inside(f, a, b):
    """f with its limits from inside at both ends of a piece."""
    return lambda t, *_: f(min(max(t, a), np.nextafter(b, a)))


def by_mesolve(model):
    states = {0.0: model.start}
    now = model.start
    for a, b in pieces(model):
        terms = [model.storage + model.interaction]
        terms += [[v, inside(f, a, b)] for f, v in model.drives]
        solver = dict(SOLVER, store_states=False, store_final_state=True)
        solver["max_step"] = 0.05
        now = qutip.mesolve(
            qutip.QobjEvo(terms), now, [a, b], model.jumps, options=solver
        ).final_state
        states[b] = now
    return [states[t] for t in TIMES]


def by_magnus(model):
    constant = qutip.liouvillian(
        model.storage + model.interaction, model.jumps
    ).full()
    drives = [(f, qutip.liouvillian(v).full()) for f, v in model.drives]
    d = model.start.shape[0]
    now = model.start.full().flatten(order="F")
    states = {0.0: now}
    for a, b in pieces(model):
        n = int(np.ceil((b - a) / STEP))
        h = (b - a) / n
        for k in range(n):
            middle = a + (k + 0.5) * h
            one, two = (
                constant + sum(f(middle + s * h) * v for f, v in drives)
                for s in (-np.sqrt(3) / 6, np.sqrt(3) / 6)
            )
            omega = h / 2 * (one + two)
            omega += np.sqrt(3) / 12 * h**2 * (two @ one - one @ two)
            now = expm(omega) @ now
        states[b] = now
    return [states[t].reshape((d, d), order="F") for t in TIMES]


def measured(model, state, t):
    rho = state.full()
    storage = model.storage.full()
    power = 0.0
    for f, v in model.drives:
        commutator = v.full() @ storage - storage @ v.full()
        power += f(t) * np.trace(rho @ (1j * commutator)).real
    found = {
        "energy": np.trace(rho @ storage).real,
        "ergotropy": ergotropy(rho, storage),
        "purity": np.trace(rho @ rho).real,
        "from_drives": power,
    }
    if len(state.dims[0]) > 1:
        part = state.ptrace([0]).full()
        found["ergotropy"] = ergotropy(part, 1.3 * np.diag([1.0, 0.0]))
        mode = state.ptrace([1]).full()
        found["quanta"] = np.diag(mode).real @ np.arange(len(mode))[::-1]
    return {k: float(v) for k, v in found.items()}


def write(path, model, rows, difference):
    versions = (
        f"QuTiP {qutip.__version__}, NumPy {np.__version__}, "
        f"SciPy {scipy.__version__}, Python {platform.python_version()}"
    )
    with path.open("w", newline="", encoding="ascii") as file:
        file.write(f"# {model.name}: {model.about}\n# {versions}\n")
        file.write(
            "# numbers: mesolve, dop853, atol 1e-13, rtol 1e-12\n"
            "# checked: Magnus' expansion of order 4; largest difference of an"
            f" element {difference:.1e}, allowed {AGREEMENT:.0e}\n"
        )
        table = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def main():
    arguments = options(__doc__.splitlines()[0])
    held = True
    for model in (rabi(), three_levels(), charger()):
        states = by_mesolve(model)
        difference = max(
            np.abs(a.full() - b).max()
            for a, b in zip(states, by_magnus(model))
        )
        if not difference <= AGREEMENT:
            raise ArithmeticError(
                f"{model.name}: mesolve and Magnus differ by {difference}"
            )
        rows = [
            {"t": t, **measured(model, s, t)} for t, s in zip(TIMES, states)
        ]
        path = arguments.out / f"{model.name}.csv"
        change = 0.0
        if arguments.check:
            change = compare(path, rows)
        else:
            write(path, model, rows, difference)
        print(f"{model.name:24} mesolve - Magnus {difference:.1e} {change:.1e}")
        held = held and change <= AGREEMENT
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
