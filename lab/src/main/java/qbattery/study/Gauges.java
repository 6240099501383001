package qbattery.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import qbattery.dynamics.Currents;
import qbattery.dynamics.EnergyFlow;
import qbattery.dynamics.Quantity;
import qbattery.dynamics.StateDerivative;
import qbattery.file.Setup;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.measure.Measure;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Drive;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/** Makes the measures of a file ready for the battery of one stage. */
final class Gauges {

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
    if (measure.kind().equals(Measure.EXPECTATION)) {
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
    return sites.isEmpty() ? Gauge.NONE : of(measure, sites);
  }

  private Gauge of(Setup.BuiltMeasure measure, List<Integer> sites) {
    String name = measure.name();
    Measure kind = measure.kind();
    double number = measure.number().orElse(Double.NaN);
    if (kind.equals(Measure.ENERGY)) {
      return energy(name, sites);
    }
    if (kind.calculation() instanceof Measure.Calculation.OfState known) {
      return ofState(name, sites, s -> known.function().applyAsDouble(s, number));
    }
    if (kind.calculation() instanceof Measure.Calculation.OfStorage known) {
      Operator counted =
          kind.equals(Measure.TOTAL_ERGOTROPY)
              ? whole(battery, rotation(measure))
              : battery.storage();
      return ofStorage(name, sites, counted, known.function(), number);
    }
    if (kind.calculation() instanceof Measure.Calculation.OfDerivative known) {
      return ofDerivative(name, sites, known.function());
    }
    if (kind.calculation() instanceof Measure.Calculation.BetweenSides known) {
      return betweenSides(name, sites, known.function());
    }
    if (kind.calculation() instanceof Measure.Calculation.MeanOfPairs known) {
      return Gauge.of(new Quantity.MeanOfSites(name, here(measure.pairs()), known.function()));
    }
    return ofGenerator(name, kind, sites);
  }

  private Gauge ofGenerator(String name, Measure kind, List<Integer> sites) {
    if (kind.equals(Measure.POWER)) {
      return power(name, sites);
    }
    if (kind.equals(Measure.RELATIVE_POWER)) {
      return relativePower(name, sites);
    }
    if (kind.equals(Measure.HIGHEST_LEVEL)) {
      return highestLevel(name, sites);
    }
    throw new IllegalArgumentException(
        "'%s' is a measure of two ensembles that start with numbers of excitations; of others it is not known."
            .formatted(kind.word()));
  }

  private List<List<Integer>> here(List<List<Integer>> pairs) {
    return pairs.stream().map(p -> p.stream().map(left::indexOf).toList()).toList();
  }

  private Gauge energy(String name, List<Integer> sites) {
    double lowest = PartOperator.lowest(PartOperator.onPart(battery.storage(), sites));
    Operator h0 = PartOperator.onAll(battery.storage(), sites);
    return new Gauge(List.of(new Quantity.Expectation(name, h0)), readings -> readings[0] - lowest);
  }

  private Gauge ofStorage(
      String name,
      List<Integer> sites,
      Operator counted,
      Measure.StorageFunction function,
      double number) {
    Operator part = PartOperator.onPart(counted, sites);
    WhenAsked<Observable> storage = new WhenAsked<>(() -> Observable.of(part));
    return ofState(name, sites, state -> function.of(state, storage.get(), number));
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

  private Gauge ofDerivative(
      String name, List<Integer> sites, Measure.DerivativeFunction function) {
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
              return function.of(motion.state(), motion.derivative(), storage.get());
            }));
  }

  private Gauge betweenSides(
      String name, List<Integer> sites, ToDoubleBiFunction<State, int[]> function) {
    if (sites.size() == battery.space().sites()) {
      return Gauge.NONE; // the other side was taken away
    }
    int[] side = sites.stream().mapToInt(Integer::intValue).toArray();
    return Gauge.of(new Quantity.OfState(name, s -> function.applyAsDouble(s, side)));
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
    double least =
        Measure.RESOLVED * (PartOperator.highest(storage) - PartOperator.lowest(storage));
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
        measure.kind().equals(Measure.ENERGY_CURRENT)
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
