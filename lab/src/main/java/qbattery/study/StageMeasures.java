package qbattery.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import qbattery.dynamics.MeasurePreparation;
import qbattery.dynamics.PreparedMeasure;
import qbattery.dynamics.Quantity;
import qbattery.dynamics.currents.Currents;
import qbattery.dynamics.currents.EnergyFlow;
import qbattery.file.Setup;
import qbattery.measure.Measure;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.quantum.Operator;

/** Makes the measures of a file ready for the battery of one stage. */
final class StageMeasures {

  private final Battery battery;
  private final MeasurePreparation preparation;
  private final List<Integer> left;

  /**
   * StageMeasures for one stage.
   *
   * @param battery the battery while it lasts, with the storage that is measured
   * @param left which sites of the file's battery its sites are, ascending
   */
  StageMeasures(Battery battery, List<Integer> left) {
    this.battery = battery;
    this.preparation = new MeasurePreparation(battery);
    this.left = left;
  }

  /** A measure; one without a value if what it measures has been taken away. */
  PreparedMeasure of(Setup.BuiltMeasure measure) {
    String name = measure.name();
    if (measure.kind().is(Measure.EXPECTATION)) {
      Operator operator = measure.operator().orElseThrow();
      return onLeft(operator)
          .map(o -> PreparedMeasure.of(new Quantity.Expectation(name, o)))
          .orElse(PreparedMeasure.NONE);
    }
    if (measure.contact().isPresent()) {
      return current(measure);
    }
    if (!left.containsAll(measure.sites())) {
      return PreparedMeasure.NONE;
    }
    List<Integer> sites = measure.sites().stream().map(left::indexOf).sorted().toList();
    return sites.isEmpty()
        ? PreparedMeasure.NONE
        : preparation.of(
            name,
            measure.kind(),
            measure.number().orElse(Double.NaN),
            new MeasurePreparation.Part(sites, here(measure.pairs()), whole(measure)));
  }

  private List<List<Integer>> here(List<List<Integer>> pairs) {
    return pairs.stream().map(p -> p.stream().map(left::indexOf).toList()).toList();
  }

  /** H0 + Hint as they are in the laboratory. */
  Operator whole(Setup.BuiltMeasure measure) {
    Operator seen = battery.storage().plus(battery.interaction());
    return rotation(measure).map(r -> seen.plus(r.times(-1))).orElse(seen);
  }

  /** What the frame adds to Hint in this stage: nothing where the interaction is off. */
  private Optional<Operator> rotation(Setup.BuiltMeasure measure) {
    return measure
        .operator()
        .filter(r -> !battery.interaction().terms().isEmpty())
        .map(r -> left.size() == r.space().sites() ? r : r.onPart(left));
  }

  /** What a contact brings; its channels carry its name. */
  private PreparedMeasure current(Setup.BuiltMeasure measure) {
    String contact = measure.contact().orElseThrow().name() + ": ";
    List<Channel> channels =
        battery.channels().stream().filter(c -> c.name().startsWith(contact)).toList();
    Operator counted =
        measure.kind().is(Measure.ENERGY_CURRENT)
            ? whole(measure)
            : Currents.number(battery.space());
    Battery seen =
        new Battery(
            battery.name(), battery.space(), counted, Operator.zero(battery.space()), channels);
    return PreparedMeasure.of(
        new Quantity.Expectation(measure.name(), EnergyFlow.fromChannels(seen)));
  }

  /** An operator of the file on the sites that are left; nothing if it acts on others too. */
  private Optional<Operator> onLeft(Operator operator) {
    boolean whole = operator.terms().stream().allMatch(t -> left.containsAll(t.factors().keySet()));
    return whole
        ? Optional.of(left.size() == operator.space().sites() ? operator : operator.onPart(left))
        : Optional.empty();
  }

  /** All sites of a battery. */
  static List<Integer> all(Battery battery) {
    return IntStream.range(0, battery.space().sites()).boxed().toList();
  }
}
