package qbattery.file.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the word that was probably meant: a synonym, or the nearest name. */
public final class Meant {

  /** Each line: the name that is known here, and what else people call it. */
  private static final List<String> OTHER_NAMES =
      List.of(
          "peak: max, maximum, largest, highest, max value",
          "peak time: argmax, time of max, time of peak, max time",
          "initial: first, at start",
          "final: last, end, at end",
          "half life: half-life, halflife, half_life, lifetime",
          "steady: steady state, steadystate, infinity, limit",
          "at: value at, at time",
          "around: centre, mean",
          "uniform: random, rand, range, flat",
          "normal: gauss, gaussian",
          "cells: cell, qubit, qubits, tls, atom, atoms, two level, spins",
          "mode: cavity, boson, oscillator, resonator, harmonic, photon, fock",
          "levels: qutrit, qudit, level, three level",
          "spin: collective spin, dicke, large spin",
          "decay: loss, damping, relaxation, dissipation, emission, amplitude damping",
          "pumping: pump, gain, absorption",
          "dephasing: dephase, phase damping, pure dephasing",
          "reservoir: bath, heat bath, thermal bath",
          "jumps: lindblad, collapse, collapse operators, jump, jump operators",
          "rotating: rwa, rotating wave",
          "operator: drive, hamiltonian",
          "storage: h0, hamiltonian, bare hamiltonian",
          "interaction: coupling, couplings, hint, interactions",
          "channels: dissipators, collapse operators, lindblad operators, noise",
          "start: initial state, initial, state, psi0, rho0",
          "times: time, tlist, tspan, t",
          "measures: observables, e_ops, measure, expectations",
          "ergotropy: work, extractable work, extractable energy, max work",
          "energy: stored energy, mean energy, charge",
          "coherence: coherences",
          "entropy: von neumann entropy, vn entropy",
          "parts: part, sites, subsystems, system",
          "lower: a, sm, sigma_minus, sigmam, destroy, annihilate, annihilation",
          "raise: adag, sp, sigma_plus, sigmap, create, creation",
          "number: n, num, occupation",
          "sigma_x: sx, sigmax, X, pauli_x",
          "sigma_y: sy, sigmay, Y, pauli_y",
          "sigma_z: sz, sigmaz, Z, pauli_z",
          "J_x: jx",
          "J_y: jy",
          "J_z: jz",
          "log: ln",
          "pi: \u03c0",
          "i: j, I, im",
          "gaussian: gauss, normal",
          "sine: sin, cos, cosine, oscillation",
          "pulse: square, rectangle, rect, window",
          "table: interpolation, samples",
          "linear: chain, line, open, open chain",
          "circular: ring, periodic, closed",
          "central: star",
          "symmetric: complete, full, all to all",
          "excited: up, full, e, charged",
          "ground: down, empty, g, vacuum, discharged",
          "plus: +, superposition",
          "logarithmic: log, geometric, log10");

  private static final Map<String, List<String>> MEANINGS = meanings();

  private Meant() {}

  private static Map<String, List<String>> meanings() {
    Map<String, List<String>> meanings = new HashMap<>();
    for (String line : OTHER_NAMES) {
      String known = line.substring(0, line.indexOf(':'));
      for (String other : line.substring(line.indexOf(':') + 1).split(",")) {
        meanings
            .computeIfAbsent(other.strip().toLowerCase(Locale.ROOT), o -> new ArrayList<>())
            .add(known);
      }
    }
    return meanings;
  }

  /**
   * The name that a word was meant to be.
   *
   * @param word what was written
   * @param known the names that there are
   * @return the known name, if one is near in meaning or in spelling
   */
  public static Optional<String> of(String word, Collection<String> known) {
    Optional<String> same = known.stream().filter(name -> name.equalsIgnoreCase(word)).findFirst();
    return same.or(
            () ->
                MEANINGS.getOrDefault(word.strip().toLowerCase(Locale.ROOT), List.of()).stream()
                    .filter(known::contains)
                    .findFirst())
        .or(() -> NearestName.of(word, known));
  }
}
