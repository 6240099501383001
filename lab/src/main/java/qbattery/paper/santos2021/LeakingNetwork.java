package qbattery.paper.santos2021;

import java.util.List;
import java.util.function.ToDoubleFunction;
import qbattery.experiment.Course;
import qbattery.experiment.Estimate;
import qbattery.experiment.Witnessed;
import qbattery.measure.Concurrence;
import qbattery.measure.Efficiency;
import qbattery.measure.Energy;
import qbattery.measure.L1Coherence;
import qbattery.model.Battery;
import qbattery.model.Graph;
import qbattery.model.InitialState;
import qbattery.quantum.Observable;
import qbattery.quantum.State;

/**
 * Cells that leak together along the links of a graph (Sec. III), with what is measured on them.
 * Units: hbar omega = 1 for energies, 1/Gamma for times.
 *
 * @param graph who is linked with whom
 * @param battery the cells
 */
record LeakingNetwork(Graph graph, Battery battery) {

  /** Number of cells of Figs. 4 and 5. */
  static final int CELLS = 5;

  /**
   * What is measured along time.
   *
   * @param energy U/U0
   * @param efficiency E/U
   * @param coherence normalised l1-coherence
   * @param concurrence mean concurrence over the links, Eq. 14; zeros where there is no link
   * @param methods how they were computed
   */
  record Curves(
      Course energy,
      Course efficiency,
      Course coherence,
      Course concurrence,
      List<String> methods) {

    /** Up to an earlier time. */
    Curves upTo(double end) {
      return new Curves(
          energy.between(0, end),
          efficiency.between(0, end),
          coherence.between(0, end),
          concurrence.between(0, end),
          methods);
    }
  }

  /**
   * What is left when nothing changes any more.
   *
   * @param energy U/U0
   * @param concurrence mean concurrence over the links
   */
  record Remains(Estimate energy, Estimate concurrence) {}

  /** By then all that decays is gone: the slowest rates of these networks are Gamma/2 or 0. */
  private static final double AT_REST = 40;

  private static final double LATER = 60;

  /** The four networks of Fig. 4, in the order of its legend. */
  static List<Graph> graphs() {
    return List.of(
        Graph.central(CELLS), Graph.linear(CELLS), Graph.circular(CELLS), Graph.symmetric(CELLS));
  }

  Witnessed from(InitialState start, double end) {
    return Witnessed.evolve(battery, start, end);
  }

  Curves curves(InitialState start, double end) {
    Witnessed run = from(start, end);
    return new Curves(
        run.course(energyShare(start)),
        run.course(efficiency()),
        run.course(L1Coherence::normalised),
        run.course(concurrence()),
        run.methods());
  }

  /** At a late time; what changes until a later one is added to the error. */
  Remains remains(InitialState start) {
    Witnessed run = from(start, LATER);
    return new Remains(late(run, energyShare(start)), late(run, concurrence()));
  }

  private static Estimate late(Witnessed run, ToDoubleFunction<State> quantity) {
    Estimate atRest = run.at(quantity, AT_REST);
    Estimate later = run.at(quantity, LATER);
    return later.widened(Math.abs(later.value() - atRest.value()));
  }

  ToDoubleFunction<State> efficiency() {
    Observable storage = Observable.of(battery.storage());
    return state -> Efficiency.of(state, storage);
  }

  private ToDoubleFunction<State> energyShare(InitialState start) {
    Observable storage = Observable.of(battery.storage());
    double whole = Energy.aboveGround(start.of(battery), storage);
    return state -> Energy.aboveGround(state, storage) / whole;
  }

  private ToDoubleFunction<State> concurrence() {
    List<int[]> pairs =
        graph.links().stream().map(link -> new int[] {link.first(), link.second()}).toList();
    return pairs.isEmpty() ? state -> 0 : state -> Concurrence.mean(state, pairs);
  }
}
