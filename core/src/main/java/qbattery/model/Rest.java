package qbattery.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import qbattery.quantum.Operator;

/**
 * The battery that remains when all drives have become constant.
 *
 * @param battery the battery whose interaction holds what the drives keep; it has no drives
 * @param since from when on; infinite where a drive only comes as close as one likes, as a Gaussian
 */
public record Rest(Battery battery, double since) {

  /**
   * What an envelope comes to.
   *
   * @param value the value that it keeps
   * @param since from when on; infinite where it only comes as close as one likes
   */
  public record OfEnvelope(double value, double since) {

    /** What an envelope comes to; nothing if it goes on changing. */
    static Optional<OfEnvelope> of(Envelope envelope) {
      if (envelope instanceof Envelope.Constant constant) {
        return always(constant.value());
      }
      if (envelope instanceof Envelope.Step step) {
        return Optional.of(new OfEnvelope(step.value(), step.from()));
      }
      if (envelope instanceof Envelope.Pulse pulse) {
        return Optional.of(new OfEnvelope(0, pulse.to()));
      }
      if (envelope instanceof Envelope.Sine sine) {
        return sine.amplitude() == 0 || sine.frequency() == 0
            ? always(sine.at(0))
            : Optional.empty();
      }
      if (envelope instanceof Envelope.Table table) {
        int last = table.times().size() - 1;
        return Optional.of(new OfEnvelope(table.values().get(last), table.times().get(last)));
      }
      return envelope instanceof Envelope.Product product
          ? of(product.factors())
          : Optional.of(new OfEnvelope(0, Double.POSITIVE_INFINITY)); // Gaussian, sech
    }

    private static Optional<OfEnvelope> always(double value) {
      return Optional.of(new OfEnvelope(value, Double.NEGATIVE_INFINITY));
    }

    /** A factor that is zero for good ends the product, whatever the others do. */
    private static Optional<OfEnvelope> of(List<Envelope> factors) {
      List<Optional<OfEnvelope>> all = factors.stream().map(OfEnvelope::of).toList();
      Optional<OfEnvelope> zero =
          all.stream()
              .flatMap(Optional::stream)
              .filter(f -> f.value == 0)
              .min(Comparator.comparingDouble(OfEnvelope::since));
      if (zero.isPresent() || all.stream().anyMatch(Optional::isEmpty)) {
        return zero;
      }
      double value = 1;
      double since = Double.NEGATIVE_INFINITY;
      for (Optional<OfEnvelope> one : all) {
        value *= one.orElseThrow().value;
        since = StrictMath.max(since, one.orElseThrow().since);
      }
      return Optional.of(new OfEnvelope(value, since));
    }
  }

  /**
   * What a battery is once its drives have come to rest.
   *
   * @param battery the battery
   * @return the battery of late times; nothing if a drive goes on changing
   */
  public static Optional<Rest> of(Battery battery) {
    Operator interaction = battery.interaction();
    double since = Double.NEGATIVE_INFINITY;
    for (Drive drive : battery.drives()) {
      Optional<OfEnvelope> rest = OfEnvelope.of(drive.envelope());
      if (rest.isEmpty()) {
        return Optional.empty();
      }
      since = StrictMath.max(since, rest.get().since);
      if (rest.get().value != 0) {
        interaction = interaction.plus(drive.operator().times(rest.get().value));
      }
    }
    Battery still =
        new Battery(
            battery.name(), battery.space(), battery.storage(), interaction, battery.channels());
    return Optional.of(new Rest(still, since));
  }
}
