package qbattery.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import qbattery.dynamics.EnsembleTrajectory;
import qbattery.dynamics.LadderCharging;
import qbattery.dynamics.Method;
import qbattery.dynamics.PreparedMeasure;
import qbattery.dynamics.StateMap;
import qbattery.dynamics.TimeGrid;
import qbattery.dynamics.events.EventScan;
import qbattery.file.Setup;
import qbattery.file.words.ResultKind;
import qbattery.file.words.StageMap;
import qbattery.measure.Estimate;
import qbattery.model.Battery;
import qbattery.model.CollectiveEnsembles;
import qbattery.model.InitialState;
import qbattery.model.SiteState;
import qbattery.quantum.DiagonalState;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Multiplet;
import qbattery.quantum.State;

/**
 * Two ensembles on one reservoir: each multiplet of the battery evolves apart.
 *
 * <p>At temperature 0, with the battery down and the charger up, the battery's energies are those
 * of far smaller ladders of total spin; and of a start alone, with times that are all 0, nothing is
 * evolved. So sizes in the thousands are in reach.
 */
final class EnsembleObserving implements Measuring {

  /**
   * Eigenvalues of a partial transpose up to this many tolerances of the steps are taken for zero
   * where a rate of negativity is computed.
   */
  private static final double ZERO = 100;

  /** What tolerances are taken for of an evolution without steps. */
  private static final double EXACT = 1e-13;

  /** How many pieces a charging on ladders is looked at in. */
  private static final int PIECES = 50;

  private final Setup setup;
  private final List<Segment> segments;
  private final CollectiveEnsembles ensembles;
  private final List<EnsembleGauge> measures;
  private Optional<EnsembleSteady> steady = Optional.empty();

  /**
   * Prepares the measures.
   *
   * @throws IllegalArgumentException if one is not one of these, or the ensembles are too large for
   *     what is asked
   */
  EnsembleObserving(Setup setup, List<Segment> segments) {
    this.setup = setup;
    this.segments = segments;
    this.ensembles = setup.ensembles().orElseThrow();
    for (Setup.BuiltMeasure measure : setup.measures()) {
      if (!EnsembleGauge.serves(measure)) {
        throw EnsembleGauge.refused(measure);
      }
    }
    this.measures = setup.measures().stream().map(m -> new EnsembleGauge(m, ensembles)).toList();
    if (setup.isTooLargeToEvolve() && !(isDark() && (isOnLadders() || isStanding()))) {
      throw new IllegalArgumentException(
          "Ensembles of %d and %d spins are too large to be evolved. At temperature 0, with the battery down and the charger up and no stages, their steady values are known (with the times [0]), and along time the battery's energy, power and relative power, if nothing else is measured."
              .formatted(ensembles.batterySize(), ensembles.chargerSize()));
    }
  }

  /** Whether a model needs this, or is served by it: what it cannot measure the usual way can. */
  static boolean needed(Setup setup) {
    if (setup.ensembles().isEmpty()) {
      return false;
    }
    boolean usual =
        setup.ensembleStart().isEmpty() && setup.stages().isEmpty() && !setup.isTooLargeToEvolve();
    boolean asked =
        setup.measures().stream().allMatch(EnsembleGauge::serves)
            && setup.results().stream().noneMatch(r -> r.kind() == ResultKind.STEADY_STATES);
    return !usual || (asked && isDiagonal(setup.start()));
  }

  /** Whether a start has no coherence between numbers of excitations, as far as its words tell. */
  private static boolean isDiagonal(InitialState start) {
    return start instanceof InitialState.FullyExcited
        || start instanceof InitialState.Ground
        || (start instanceof InitialState.Sites sites
            && sites.sites().stream()
                .allMatch(
                    s ->
                        s instanceof SiteState.Lowest
                            || s instanceof SiteState.Highest
                            || s instanceof SiteState.Excitations));
  }

  /** Battery down, charger up, temperature 0: nothing but decay happens. */
  private boolean isDark() {
    InitialState dark = InitialState.Sites.of(new SiteState.Lowest(), new SiteState.Highest());
    return ensembles.temperature() == 0
        && setup.stages().isEmpty()
        && setup.start().equals(dark)
        && setup.ensembleStart().map(this::isDown).orElse(true);
  }

  private boolean isDown(EnsembleState start) {
    int down = ensembles.batterySize() * (ensembles.chargerSize() + 1);
    return start.parts().size() == 1
        && start.parts().get(0).multiplet().equals(Multiplet.symmetric(ensembles.batterySize()))
        && start.parts().get(0).state().element(down, down).re() == 1;
  }

  private boolean isOnLadders() {
    return isDark()
        && ensembles.rate() > 0
        && ensembles.chargerSize() >= ensembles.batterySize()
        && setup.times().last() > 0
        && measures.stream().allMatch(EnsembleGauge::needsEnergiesAlone);
  }

  /** Whether nothing is evolved and the battery's own state is enough. */
  private boolean isStanding() {
    return isDark()
        && setup.times().last() == 0
        && measures.stream().allMatch(EnsembleGauge::needsBatteryAlone);
  }

  @Override
  public boolean lasts(int measure) {
    return measures.get(measure).lasts();
  }

  @Override
  public double width(int measure) {
    return measures.get(measure).size();
  }

  @Override
  public double size(int measure) {
    return measures.get(measure).size();
  }

  @Override
  public String kind() {
    return isStanding() ? "state of the battery" : isOnLadders() ? "ladders" : "multiplets";
  }

  @Override
  public List<PreparedMeasure> last() {
    return List.of();
  }

  @Override
  public Optional<Estimate> steady(int measure) {
    if (!setup.stages().isEmpty()) {
      throw new IllegalArgumentException(
          "Steady values are not computed for two ensembles in a protocol; take a late last time instead.");
    }
    EnsembleSteady known =
        steady.orElseGet(
            () ->
                isDark() ? EnsembleSteady.dark(ensembles) : EnsembleSteady.of(ensembles, start()));
    steady = Optional.of(known);
    return Optional.of(known.of(setup.measures().get(measure)));
  }

  private EnsembleState start() {
    return setup.ensembleStart().orElseGet(this::symmetricStart);
  }

  /** A start without coherence is kept in blocks by number of excitations. */
  private EnsembleState symmetricStart() {
    State made = setup.start().of(setup.battery());
    return EnsembleState.symmetric(
        ensembles.batterySize(),
        isDiagonal(setup.start())
            ? DiagonalState.of(made.space(), i -> made.element(i, i).re())
            : made);
  }

  @Override
  public Curves at(double[] times, Way way, boolean toTheEnd, Searches searches) {
    double[][] values = new double[measures.size()][times.length];
    if (isStanding()) {
      double[] populations = new double[ensembles.batterySize() + 1];
      populations[ensembles.batterySize()] = 1;
      EnsembleMoment down =
          EnsembleMoment.of(
              EnsembleState.symmetric(
                  ensembles.batterySize(),
                  DiagonalState.ofMultiplet(ensembles.batterySize(), populations)));
      for (int q = 0; q < values.length; q++) {
        Arrays.fill(values[q], measures.get(q).of(down));
      }
    } else if (isOnLadders() && way.method() instanceof Method.DormandPrince method) {
      onLadders(times, method, values, searches);
    } else {
      evolved(times, way, values, searches);
    }
    return new Curves(times, new ArrayList<>(Arrays.asList(values)), Double.NaN, Optional.empty());
  }

  private void onLadders(
      double[] times, Method.DormandPrince method, double[][] values, Searches searches) {
    double end = times[times.length - 1];
    int spins = ensembles.batterySize();
    LadderCharging charging =
        LadderCharging.of(spins, ensembles.chargerSize(), ensembles.rate(), end, method);
    DoubleFunction<EnsembleMoment> moments = t -> EnsembleMoment.of(charging, spins, t);
    for (int k = 0; k < times.length; k++) {
      for (int q = 0; q < values.length; q++) {
        values[q][k] = measures.get(q).of(moments.apply(times[k]));
      }
    }
    search(0, TimeGrid.upTo(end, PIECES).toArray(), moments, searches);
  }

  private void evolved(double[] times, Way way, double[][] values, Searches searches) {
    EnsembleState state = start();
    boolean alone = false;
    double last = times[times.length - 1];
    double zero =
        ZERO * (way.method() instanceof Method.DormandPrince method ? method.rtol() : EXACT);
    for (Segment segment : segments) {
      alone |= segment.map() == StageMap.SEPARATE;
      Function<Multiplet, Battery> battery = alone ? ensembles::discharging : ensembles::pair;
      int[] here = segment.of(times);
      double end = Double.isInfinite(segment.to()) ? Math.max(last, 1e-9) : segment.duration();
      EnsembleTrajectory moving =
          EnsembleTrajectory.of(
              battery,
              map(segment.map()).apply(state),
              end,
              (moved, from) ->
                  way.evolution(moved, new InitialState.Known(from), TimeGrid.of(end)).method());
      DoubleFunction<EnsembleMoment> moments =
          t -> EnsembleMoment.of(moving, Math.max(0, Math.min(t - segment.from(), end)), zero);
      for (int k : here) {
        EnsembleMoment now = moments.apply(times[k]);
        for (int q = 0; q < values.length; q++) {
          values[q][k] = measures.get(q).of(now);
        }
      }
      search(segment.from(), moving.nodes(), moments, searches);
      if (last <= segment.to()) {
        break;
      }
      state = moving.at(end);
    }
  }

  /** Shows a segment to the searches, piece by piece. */
  private void search(
      double from, double[] nodes, DoubleFunction<EnsembleMoment> moments, Searches searches) {
    searches
        .ends()
        .ifPresent(
            ends -> {
              for (int k = 1; k < nodes.length; k++) {
                ends.look(from + nodes[k - 1], from + nodes[k], t -> 0);
              }
            });
    for (int q = 0; q < measures.size(); q++) {
      EnsembleGauge measure = measures.get(q);
      for (Searches.Search search : searches.on(q)) {
        EventScan scan = search.scan();
        scan.mayJump();
        for (int k = 1; k < nodes.length && scan.isOpen(); k++) {
          scan.look(
              from + nodes[k - 1],
              from + nodes[k],
              search.shown(t -> measure.of(moments.apply(t))));
        }
      }
    }
  }

  private static StateMap map(StageMap map) {
    return switch (map) {
      case KEEP -> new StateMap.Keep();
      case SEPARATE -> new StateMap.Separate();
      case DEPHASE_TOGETHER -> new StateMap.DephaseTogether();
      case DEPHASE_EACH_SPIN -> new StateMap.DephaseEachSpin();
    };
  }
}
