package qbattery.paper.santos2021;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import qbattery.experiment.Estimate;
import qbattery.experiment.Witnessed;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.Efficiency;
import qbattery.measure.Energy;
import qbattery.measure.Ergotropy;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Channels;
import qbattery.model.InitialState;
import qbattery.quantum.Observable;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/**
 * One two-level cell that leaks (Sec. II), with what is measured on it. Units: hbar omega = 1 for
 * energies, 1/Gamma for times.
 *
 * @param label which equations of the paper it follows
 * @param battery the cell
 */
record LeakingCell(String label, Battery battery) {

  /** Level spacing, the unit of energy; nothing of Sec. II depends on omega over Gamma. */
  static final double OMEGA = 1;

  /** Decay rate, the unit of rate. */
  static final double GAMMA = 1;

  /** Fully charged, Sec. II A. */
  static final InitialState FULL = new InitialState.FullyExcited();

  /** The state with coherence, Sec. II B: (|e> + |g>)/sqrt 2. */
  static final InitialState COHERENT = new InitialState.Coherent();

  /** The state without, Sec. II B: 3/4 |e><e| + 1/4 |g><g|. */
  static final InitialState CLASSICAL = new InitialState.Classical(0.75);

  /** Half of the largest ergotropy, what both states of Sec. II B start with. */
  static final double HALF_CHARGE = OMEGA / 2;

  /**
   * The cell of the master equation.
   *
   * @return a cell under Eqs. 4-5 with rate Gamma
   */
  static LeakingCell ofMasterEquation() {
    return new LeakingCell(
        "Eqs. 4-5: energy decays at Gamma, coherence at Gamma/2",
        Battery.ofCells(
            "one leaking cell", 1, OMEGA, List.of(Channels.decay(Space.cells(1), GAMMA))));
  }

  /**
   * The cell that the printed solution, Eq. 7, belongs to.
   *
   * @return a cell whose population decays at Gamma, its coherence at 2 Gamma
   */
  static LeakingCell ofPrintedSolution() {
    return withRates("Eq. 7: energy decays at Gamma, coherence at 2 Gamma", GAMMA, 2 * GAMMA);
  }

  /**
   * The cell that the printed ergotropies, Eqs. 8 and 9, belong to.
   *
   * @return a cell whose population and coherence both decay at Gamma/2
   */
  static LeakingCell ofPrintedErgotropies() {
    return withRates("Eqs. 8-9: energy and coherence decay at Gamma/2", GAMMA / 2, GAMMA / 2);
  }

  /**
   * A cell with given decay rates: decay makes the first, dephasing what is missing to the second.
   *
   * @param label what the rates stand for
   * @param energyRate rate of the excited population
   * @param coherenceRate rate of the coherence, at least half the other
   * @return the cell
   * @throws IllegalArgumentException if no physical evolution has these rates
   */
  static LeakingCell withRates(String label, double energyRate, double coherenceRate) {
    if (!(coherenceRate >= energyRate / 2)) {
      throw new IllegalArgumentException(
          "Coherence cannot decay at %s when energy decays at %s: it loses at least half that rate."
              .formatted(coherenceRate, energyRate));
    }
    Space space = Space.cells(1);
    List<Channel> channels = new ArrayList<>();
    channels.add(Channels.decay(space, energyRate));
    if (coherenceRate > energyRate / 2) {
      channels.add(Channels.dephasing(space, coherenceRate - energyRate / 2));
    }
    return new LeakingCell(label, Battery.ofCells("one leaking cell", 1, OMEGA, channels));
  }

  /**
   * The cell under phase damping alone, Sec. II C; time in units of 1/gamma.
   *
   * @return a cell whose coherence decays at gamma
   */
  static LeakingCell dephasing() {
    return withRates("Eq. 10: phase damping at gamma", 0, 1);
  }

  Witnessed from(InitialState start, double end) {
    return Witnessed.evolve(battery, start, end);
  }

  ToDoubleFunction<State> energy() {
    Observable storage = Observable.of(battery.storage());
    return state -> Energy.aboveGround(state, storage);
  }

  ToDoubleFunction<State> ergotropy() {
    Observable storage = Observable.of(battery.storage());
    return state -> Ergotropy.of(state, storage);
  }

  ToDoubleFunction<State> efficiency() {
    Observable storage = Observable.of(battery.storage());
    return state -> Efficiency.of(state, storage);
  }

  /** Excited population minus ground population; its zero is the crossing of Sec. II A. */
  static ToDoubleFunction<State> inversion() {
    return state -> state.matrix().re(0, 0) - state.matrix().re(1, 1);
  }

  static ToDoubleFunction<State> population() {
    return state -> state.matrix().re(0, 0);
  }

  static ToDoubleFunction<State> coherence() {
    return state -> {
      ComplexMatrix rho = state.matrix();
      return rho.get(0, 1).abs();
    };
  }

  /** Half-life of the ergotropy; the ergotropy of every start considered falls to half by then. */
  Estimate halfLife(InitialState start) {
    return require(from(start, 8 / GAMMA).halfLife(ergotropy()), "ergotropy never halves");
  }

  /** When ground and excited population are equal. */
  Estimate crossing(InitialState start) {
    return require(from(start, 8 / GAMMA).firstFall(inversion(), 0), "populations never cross");
  }

  private Estimate require(Optional<Estimate> found, String otherwise) {
    return found.orElseThrow(
        () -> new ArithmeticException("With %s, the %s.".formatted(label, otherwise)));
  }
}
