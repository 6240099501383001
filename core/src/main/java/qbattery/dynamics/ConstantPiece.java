package qbattery.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import qbattery.model.Battery;
import qbattery.model.Drive;
import qbattery.model.Envelope;
import qbattery.quantum.Operator;

/**
 * A part of an evolution in which nothing changes in time.
 *
 * @param from when it begins
 * @param to when it ends
 * @param battery what moves the state meanwhile; drives are part of its interaction
 */
record ConstantPiece(double from, double to, Battery battery) {

  /**
   * The parts of an evolution from time 0.
   *
   * @param battery the battery
   * @param end when the evolution ends
   * @return the parts; nothing if a drive changes other than by jumps
   */
  static Optional<List<ConstantPiece>> of(Battery battery, double end) {
    TreeSet<Double> ends = new TreeSet<>();
    for (Drive drive : battery.drives()) {
      if (!jumps(drive.envelope())) {
        return Optional.empty();
      }
      drive.envelope().kinks().stream().filter(t -> t > 0 && t < end).forEach(ends::add);
    }
    ends.add(end);
    List<ConstantPiece> pieces = new ArrayList<>();
    double from = 0;
    for (double to : ends) {
      pieces.add(new ConstantPiece(from, to, at(battery, from)));
      from = to;
    }
    return Optional.of(pieces);
  }

  private static boolean jumps(Envelope envelope) {
    if (envelope instanceof Envelope.Product product) {
      return product.factors().stream().allMatch(ConstantPiece::jumps);
    }
    return envelope instanceof Envelope.Constant
        || envelope instanceof Envelope.Step
        || envelope instanceof Envelope.Pulse
        || (envelope instanceof Envelope.Sine sine
            && (sine.amplitude() == 0 || sine.frequency() == 0));
  }

  private static Battery at(Battery battery, double t) {
    if (battery.drives().isEmpty()) {
      return battery;
    }
    Operator interaction = battery.interaction();
    for (Drive drive : battery.drives()) {
      double value = drive.envelope().at(t);
      if (value != 0) {
        interaction = interaction.plus(drive.operator().times(value));
      }
    }
    return new Battery(
        battery.name(), battery.space(), battery.storage(), interaction, battery.channels());
  }
}
