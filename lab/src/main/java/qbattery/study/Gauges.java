package qbattery.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import qbattery.dynamics.Currents;
import qbattery.dynamics.EnergyFlow;
import qbattery.dynamics.Quantity;
import qbattery.dynamics.StateDerivative;
import qbattery.file.MeasureSection;
import qbattery.file.Setup;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.Concurrence;
import qbattery.measure.Dephasing;
import qbattery.measure.Efficiency;
import qbattery.measure.Energy;
import qbattery.measure.Entropy;
import qbattery.measure.Ergotropy;
import qbattery.measure.L1Coherence;
import qbattery.measure.LogarithmicNegativity;
import qbattery.measure.OpenWork;
import qbattery.measure.PassiveEnergyRate;
import qbattery.measure.Purity;
import qbattery.measure.RelativeEntropyOfCoherence;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Drive;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/** Makes the measures of a file ready for the battery of one stage. */
final class Gauges {

  /**
   * Stored energy below this share of the width of H0 is too near the integrator's error for a
   * ratio.
   */
  private static final double RESOLVED = 1e-9;

  /** Populations that differ by less are equal: a hundred times what the usual method is off. */
  private static final double EQUAL = 1e-7;

  private final Battery battery;
  private final List<Integer> left;

  /**
   * Gauges for one stage.
   *
   * @param battery the battery while it lasts, with the storage that is measured
   * @param left which sites of the file's battery its sites are, ascending
   */
  Gauges(Battery battery, List<Integer> left) {
    this.battery = battery;
    this.left = left;
  }

  /** A measure; one without a value if what it measures has been taken away. */
  Gauge of(Setup.BuiltMeasure measure) {
    String name = measure.name();
    if (measure.kind() == MeasureSection.Kind.EXPECTATION) {
      Operator operator = measure.operator().orElseThrow();
      return onLeft(operator)
          .map(o -> Gauge.of(new Quantity.Expectation(name, o)))
          .orElse(Gauge.NONE);
    }
    if (measure.contact().isPresent()) {
      return current(measure);
    }
    if (!left.containsAll(measure.sites())) {
      return Gauge.NONE;
    }
    List<Integer> sites = measure.sites().stream().map(left::indexOf).sorted().toList();
    if (sites.isEmpty()) {
      return Gauge.NONE;
    }
    return switch (measure.kind()) {
      case OPEN_WORK ->
          ofPart(name, sites, h -> s -> OpenWork.of(s, h, measure.number().orElseThrow()));
      case FREE_ENERGY ->
          ofPart(
              name, sites, h -> s -> OpenWork.withReservoir(s, h, measure.number().orElseThrow()));
      case POPULATION -> {
        int excitations = measure.number().orElseThrow().intValue();
        yield ofState(name, sites, s -> population(s, excitations));
      }
      case TOTAL_ERGOTROPY ->
          ofPart(name, sites, whole(battery, rotation(measure)), h -> s -> Ergotropy.of(s, h));
      case CONCURRENCE ->
          Gauge.of(new Quantity.MeanOfSites(name, here(measure.pairs()), Concurrence::of));
      default -> of(name, measure.kind(), sites);
    };
  }

  private List<List<Integer>> here(List<List<Integer>> pairs) {
    return pairs.stream().map(p -> p.stream().map(left::indexOf).toList()).toList();
  }

  /** The probability that so many excitations are in a state's sites together. */
  private static double population(State state, int excitations) {
    BasisGroups levels = BasisGroups.byExcitations(state.space());
    double sum = 0;
    for (int i = 0; i < state.space().dimension(); i++) {
      sum += levels.groupOf(i) == excitations ? state.element(i, i).re() : 0;
    }
    return sum;
  }

  private Gauge of(String name, MeasureSection.Kind kind, List<Integer> sites) {
    return switch (kind) {
      case ENERGY -> energy(name, sites);
      case ERGOTROPY -> ofPart(name, sites, h -> s -> Ergotropy.of(s, h));
      case EFFICIENCY -> ofPart(name, sites, Gauges::efficiency);
      case INCOHERENT_ERGOTROPY -> ofPart(name, sites, h -> s -> parts(s, h).incoherent());
      case COHERENT_ERGOTROPY -> ofPart(name, sites, h -> s -> parts(s, h).coherent());
      case PASSIVE_ENERGY ->
          ofPart(
              name,
              sites,
              h -> s -> Ergotropy.passiveEnergy(s.spectrum(), h.spectrum()) - h.spectrum().min());
      case PASSIVE_ENERGY_RATE -> passiveEnergyRate(name, sites);
      case COHERENCE -> ofState(name, sites, L1Coherence::normalised);
      case L1_COHERENCE -> ofState(name, sites, L1Coherence::of);
      case RELATIVE_ENTROPY_OF_COHERENCE -> ofState(name, sites, RelativeEntropyOfCoherence::of);
      case ENTROPY -> ofState(name, sites, Entropy::of);
      case PURITY -> ofState(name, sites, Purity::of);
      case NEGATIVITY -> negativity(name, sites);
      case POWER -> power(name, sites);
      case RELATIVE_POWER -> relativePower(name, sites);
      case ERGOTROPY_OVER_ALL_STATES, NEGATIVITY_RATE ->
          throw new IllegalArgumentException(
              "'%s' is a measure of two ensembles that start with numbers of excitations; of others it is not known."
                  .formatted(kind.word()));
      case HIGHEST_LEVEL -> highestLevel(name, sites);
      default -> throw new IllegalStateException("'%s' is no measure of sites.".formatted(name));
    };
  }

  private Gauge energy(String name, List<Integer> sites) {
    double lowest = PartOperator.lowest(PartOperator.onPart(battery.storage(), sites));
    Operator h0 = PartOperator.onAll(battery.storage(), sites);
    return new Gauge(List.of(new Quantity.Expectation(name, h0)), readings -> readings[0] - lowest);
  }

  private interface OfStorage {
    ToDoubleFunction<State> with(Observable storage);
  }

  private Gauge ofPart(String name, List<Integer> sites, OfStorage measure) {
    return ofPart(name, sites, battery.storage(), measure);
  }

  private Gauge ofPart(String name, List<Integer> sites, Operator counted, OfStorage measure) {
    Operator part = PartOperator.onPart(counted, sites);
    WhenAsked<ToDoubleFunction<State>> ready =
        new WhenAsked<>(() -> measure.with(Observable.of(part)));
    return ofState(name, sites, state -> ready.get().applyAsDouble(state));
  }

  /**
   * H0 + Hint as they are in the laboratory.
   *
   * @param rotation what a rotating frame adds to Hint, if the frame rotates
   */
  static Operator whole(Battery battery, Optional<Operator> rotation) {
    Operator seen = battery.storage().plus(battery.interaction());
    return rotation.map(r -> seen.plus(r.times(-1))).orElse(seen);
  }

  /** What the frame adds to Hint in this stage: nothing where the interaction is off. */
  private Optional<Operator> rotation(Setup.BuiltMeasure measure) {
    return measure
        .operator()
        .filter(r -> !battery.interaction().terms().isEmpty())
        .map(r -> left.size() == r.space().sites() ? r : PartOperator.onPart(r, left));
  }

  private Gauge ofState(String name, List<Integer> sites, ToDoubleFunction<State> measure) {
    return Gauge.of(
        sites.size() == battery.space().sites()
            ? new Quantity.OfState(name, measure)
            : Quantity.ofSites(name, sites, measure));
  }

  private static ToDoubleFunction<State> efficiency(Observable storage) {
    double least = RESOLVED * (storage.spectrum().max() - storage.spectrum().min());
    return state ->
        Energy.aboveGround(state, storage) < least ? Double.NaN : Efficiency.of(state, storage);
  }

  private static Ergotropy.Parts parts(State state, Observable storage) {
    return Ergotropy.parts(state, storage, Dephasing.BETWEEN_ENERGY_LEVELS);
  }

  private Gauge passiveEnergyRate(String name, List<Integer> sites) {
    Operator part = PartOperator.onPart(battery.storage(), sites);
    WhenAsked<Observable> storage = new WhenAsked<>(() -> Observable.of(part));
    int[] kept = sites.stream().mapToInt(Integer::intValue).toArray();
    boolean all = kept.length == battery.space().sites();
    return Gauge.of(
        new Quantity.OfMotion(
            name,
            (state, rate) -> {
              StateDerivative whole = new StateDerivative(state, rate);
              StateDerivative motion = all ? whole : whole.reduced(kept);
              return PassiveEnergyRate.of(
                  motion.state(), motion.derivative(), storage.get(), EQUAL);
            }));
  }

  private Gauge negativity(String name, List<Integer> sites) {
    if (sites.size() == battery.space().sites()) {
      return Gauge.NONE; // the other side was taken away
    }
    int[] side = sites.stream().mapToInt(Integer::intValue).toArray();
    return Gauge.of(new Quantity.OfState(name, s -> LogarithmicNegativity.of(s, side)));
  }

  private Gauge power(String name, List<Integer> sites) {
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
    return new Gauge(flows, Gauges::sum);
  }

  /** Power over energy; none where the energy is too near the integrator's error. */
  private Gauge relativePower(String name, List<Integer> sites) {
    Gauge energy = energy(name + ", energy", sites);
    Gauge power = power(name, sites);
    Operator storage = PartOperator.onPart(battery.storage(), sites);
    double least = RESOLVED * (PartOperator.highest(storage) - PartOperator.lowest(storage));
    List<Quantity> all = new ArrayList<>(energy.quantities());
    all.addAll(power.quantities());
    return new Gauge(
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

  /** What a contact brings; its channels carry its name. */
  private Gauge current(Setup.BuiltMeasure measure) {
    String contact = measure.contact().orElseThrow().name() + ": ";
    List<Channel> channels =
        battery.channels().stream().filter(c -> c.name().startsWith(contact)).toList();
    Operator counted =
        measure.kind() == MeasureSection.Kind.ENERGY_CURRENT
            ? whole(battery, rotation(measure))
            : Currents.number(battery.space());
    Battery seen =
        new Battery(
            battery.name(), battery.space(), counted, Operator.zero(battery.space()), channels);
    return Gauge.of(new Quantity.Expectation(measure.name(), EnergyFlow.fromChannels(seen)));
  }

  private Gauge highestLevel(String name, List<Integer> sites) {
    List<Quantity> tops = new ArrayList<>();
    for (int site : sites) {
      tops.add(
          new Quantity.Expectation(name + ", site " + (site + 1), highest(battery.space(), site)));
    }
    return new Gauge(
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

  /** An operator of the file on the sites that are left; nothing if it acts on others too. */
  private Optional<Operator> onLeft(Operator operator) {
    boolean whole = operator.terms().stream().allMatch(t -> left.containsAll(t.factors().keySet()));
    return whole
        ? Optional.of(
            left.size() == operator.space().sites()
                ? operator
                : PartOperator.onPart(operator, left))
        : Optional.empty();
  }

  /** All sites of a battery. */
  static List<Integer> all(Battery battery) {
    return IntStream.range(0, battery.space().sites()).boxed().toList();
  }
}
