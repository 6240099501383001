package qbattery.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import qbattery.dynamics.currents.EnergyFlow;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.Measure;
import qbattery.measure.SymmetricErgotropy;
import qbattery.model.Battery;
import qbattery.model.Drive;
import qbattery.quantum.AlikeStates;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.PartOperator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/** Makes measures ready for one battery: what is read while it evolves. */
public final class MeasurePreparation {

  private final Battery battery;

  /**
   * What is measured of a battery.
   *
   * @param sites the sites, from 0, ascending
   * @param pairs the pairs of sites that the concurrence is the mean over; a single site stands for
   *     all pairs of the cells that it holds, which are alike
   * @param whole the Hamiltonian that the total ergotropy is counted in
   */
  public record Part(List<Integer> sites, List<List<Integer>> pairs, Operator whole) {

    /** Copies the lists. */
    public Part {
      sites = List.copyOf(sites);
      pairs = List.copyOf(pairs);
    }
  }

  /**
   * For one battery.
   *
   * @param battery the battery
   */
  public MeasurePreparation(Battery battery) {
    this.battery = battery;
  }

  /**
   * A measure of the battery's storing sites; of the concurrence the mean over all their pairs.
   *
   * @param measure the measure
   * @return the measure made ready, under {@link Measure#toString its name with its number}
   * @throws IllegalArgumentException if the measure needs a number, a contact or a part that is not
   *     given here
   */
  public PreparedMeasure of(Measure measure) {
    if (measure.numberName().isPresent() && measure.number().isEmpty()) {
      throw new IllegalArgumentException(
          "The measure '%s' needs a %s; give it by with(...)."
              .formatted(measure.word(), measure.numberName().get()));
    }
    List<Integer> sites = battery.storageSites();
    if (sites.isEmpty()) {
      throw new IllegalArgumentException(
          "No term of the storage Hamiltonian of '%s' names a site, so there is nothing to measure '%s' of."
              .formatted(battery.name(), measure.word()));
    }
    List<List<Integer>> pairs = new ArrayList<>();
    for (int first : sites) {
      sites.stream().filter(second -> second > first).forEach(s -> pairs.add(List.of(first, s)));
      if (battery.space().alikeCells(first).isPresent()) {
        pairs.add(List.of(first));
      }
    }
    Part part = new Part(sites, pairs, battery.storage().plus(battery.interaction()));
    PreparedMeasure ready =
        of(measure.toString(), measure, measure.number().orElse(Double.NaN), part);
    if (ready.quantities().isEmpty()) {
      throw new IllegalArgumentException(
          "The measure '%s' is one between the sites that store and others, and '%s' has no others."
              .formatted(measure.word(), battery.name()));
    }
    return ready;
  }

  /**
   * A measure of some sites.
   *
   * @param name what it is called; unique among the measures of an evolution
   * @param kind the measure
   * @param number the number that it needs; NaN if it needs none
   * @param part what it is measured of
   * @return the measure made ready; without a value if it is one between two sides and all sites
   *     are on one
   * @throws IllegalArgumentException if the measure needs more than that
   */
  public PreparedMeasure of(String name, Measure kind, double number, Part part) {
    List<Integer> sites = part.sites();
    refusal(kind, sites)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    if (kind.is(Measure.ENERGY)) {
      return energy(name, sites);
    }
    if (kind.calculation() instanceof Measure.Calculation.OfState known) {
      return ofState(name, sites, s -> known.function().applyAsDouble(s, number));
    }
    if (kind.calculation() instanceof Measure.Calculation.OfStorage known) {
      Operator counted = kind.is(Measure.TOTAL_ERGOTROPY) ? part.whole() : battery.storage();
      if (kind.is(Measure.SYMMETRIC_ERGOTROPY)) {
        SymmetricErgotropy.refusal(counted.onPart(sites))
            .ifPresent(
                reason -> {
                  throw new IllegalArgumentException(reason);
                });
      }
      return ofStorage(name, sites, counted, known.function(), number);
    }
    if (kind.calculation() instanceof Measure.Calculation.OfDerivative known) {
      return ofDerivative(name, sites, known.function());
    }
    if (kind.calculation() instanceof Measure.Calculation.BetweenSides known) {
      return betweenSides(name, sites, known.function());
    }
    if (kind.calculation() instanceof Measure.Calculation.MeanOfPairs known) {
      if (part.pairs().isEmpty()) {
        throw new IllegalArgumentException(
            "The %s is the mean over pairs of cells, and here is no pair.".formatted(kind.word()));
      }
      return PreparedMeasure.of(
          new Quantity.MeanOfSites(
              name,
              part.pairs(),
              state ->
                  known
                      .function()
                      .applyAsDouble(
                          state.space().sites() == 1 ? AlikeStates.pair(state) : state)));
    }
    return ofGenerator(name, kind, sites);
  }

  /** What total spins do not tell of cells that are alike. */
  private Optional<String> refusal(Measure kind, List<Integer> sites) {
    if (!battery.space().part(sites).hasMultiplets()) {
      return Optional.empty();
    }
    boolean unknown =
        kind.is(Measure.L1_COHERENCE)
            || kind.is(Measure.COHERENCE)
            || kind.is(Measure.PASSIVE_ENERGY_RATE);
    return unknown
        ? Optional.of(
            "The %s of cells that are alike is not known from their total spins; describe them one by one."
                .formatted(kind.word()))
        : Optional.empty();
  }

  private PreparedMeasure ofGenerator(String name, Measure kind, List<Integer> sites) {
    if (kind.is(Measure.POWER)) {
      return power(name, sites);
    }
    if (kind.is(Measure.RELATIVE_POWER)) {
      return relativePower(name, sites);
    }
    if (kind.is(Measure.HIGHEST_LEVEL)) {
      return highestLevel(name, sites);
    }
    throw new IllegalArgumentException(
        "'%s' is not measured of the sites of a battery: it is one of two ensembles that start with numbers of excitations, or of a contact or an operator of its own (Quantity.Expectation)."
            .formatted(kind.word()));
  }

  private PreparedMeasure energy(String name, List<Integer> sites) {
    double lowest = PartOperator.lowest(battery.storage().onPart(sites));
    Operator h0 = PartOperator.onAll(battery.storage(), sites);
    return new PreparedMeasure(
        List.of(new Quantity.Expectation(name, h0)), readings -> readings[0] - lowest);
  }

  private PreparedMeasure ofStorage(
      String name,
      List<Integer> sites,
      Operator counted,
      Measure.StorageFunction function,
      double number) {
    Operator part = counted.onPart(sites);
    Lazy<Observable> storage = new Lazy<>(() -> Observable.of(part));
    return ofState(name, sites, state -> function.of(state, storage.get(), number));
  }

  private PreparedMeasure ofState(
      String name, List<Integer> sites, ToDoubleFunction<State> measure) {
    return PreparedMeasure.of(
        sites.size() == battery.space().sites()
            ? new Quantity.OfState(name, measure)
            : Quantity.ofSites(name, sites, measure));
  }

  private PreparedMeasure ofDerivative(
      String name, List<Integer> sites, Measure.DerivativeFunction function) {
    Operator part = battery.storage().onPart(sites);
    Lazy<Observable> storage = new Lazy<>(() -> Observable.of(part));
    int[] kept = sites.stream().mapToInt(Integer::intValue).toArray();
    boolean all = kept.length == battery.space().sites();
    return PreparedMeasure.of(
        new Quantity.OfDerivative(
            name,
            (state, rate) -> {
              StateDerivative whole = new StateDerivative(state, rate);
              StateDerivative motion = all ? whole : whole.reduced(kept);
              return function.of(motion.state(), motion.derivative(), storage.get());
            }));
  }

  private PreparedMeasure betweenSides(
      String name, List<Integer> sites, ToDoubleBiFunction<State, int[]> function) {
    if (sites.size() == battery.space().sites()) {
      return PreparedMeasure.NONE; // the other side was taken away
    }
    int[] side = sites.stream().mapToInt(Integer::intValue).toArray();
    return PreparedMeasure.of(new Quantity.OfState(name, s -> function.applyAsDouble(s, side)));
  }

  private PreparedMeasure power(String name, List<Integer> sites) {
    Operator h0 = PartOperator.onAll(battery.storage(), sites);
    Operator rest = battery.storage().plus(h0.times(-1));
    Battery seen =
        new Battery(
            battery.name(),
            battery.space(),
            h0,
            battery.interaction().plus(rest),
            battery.channels(),
            battery.drives());
    List<Quantity> flows = new ArrayList<>();
    flows.add(new Quantity.Expectation(name + ", interaction", EnergyFlow.fromInteraction(seen)));
    flows.add(new Quantity.Expectation(name + ", channels", EnergyFlow.fromChannels(seen)));
    int count = 0;
    for (Drive drive : seen.drives()) {
      count++;
      flows.add(
          new Quantity.Modulated(
              name + ", drive " + count, EnergyFlow.fromDrive(seen, drive), drive.envelope()));
    }
    return new PreparedMeasure(flows, MeasurePreparation::sum);
  }

  /** Power over energy; none where the energy is too near the integrator's error. */
  private PreparedMeasure relativePower(String name, List<Integer> sites) {
    PreparedMeasure energy = energy(name + ", energy", sites);
    PreparedMeasure power = power(name, sites);
    Operator storage = battery.storage().onPart(sites);
    double least =
        Measure.RESOLVED * (PartOperator.highest(storage) - PartOperator.lowest(storage));
    List<Quantity> all = new ArrayList<>(energy.quantities());
    all.addAll(power.quantities());
    return new PreparedMeasure(
        all,
        readings -> {
          double stored = energy.combine().applyAsDouble(new double[] {readings[0]});
          double flow =
              power.combine().applyAsDouble(Arrays.copyOfRange(readings, 1, readings.length));
          return stored < least ? Double.NaN : flow / stored;
        });
  }

  private static double sum(double[] readings) {
    double sum = 0;
    for (double reading : readings) {
      sum += reading;
    }
    return sum;
  }

  private PreparedMeasure highestLevel(String name, List<Integer> sites) {
    List<Quantity> tops = new ArrayList<>();
    for (int site : sites) {
      tops.add(
          new Quantity.Expectation(name + ", site " + (site + 1), highest(battery.space(), site)));
    }
    return new PreparedMeasure(
        tops,
        readings -> {
          double most = 0;
          for (double reading : readings) {
            most = StrictMath.max(most, reading);
          }
          return most;
        });
  }

  private static Operator highest(Space space, int site) {
    int levels = space.localDimensions().get(site);
    ComplexMatrix projector =
        ComplexMatrix.generate(
            levels, levels, (i, j) -> i == 0 && j == 0 ? Complex.ONE : Complex.ZERO);
    return Operator.on(space, site, new LocalOperator("highest level", projector));
  }
}
