package qbattery.experiment;

import java.util.List;
import java.util.Map;

/**
 * A family of points of which some are partly known: only their missing numbers are computed.
 *
 * @param family the family
 * @param parts what is known, by the index of the point
 */
record Completing(SharedPoints family, Map<Integer, PartialRow> parts) implements Experiment {

  static Experiment of(Experiment experiment, Map<Integer, PartialRow> parts) {
    return experiment instanceof SharedPoints family && !parts.isEmpty()
        ? new Completing(family, Map.copyOf(parts))
        : experiment;
  }

  @Override
  public String identity() {
    return family.identity();
  }

  @Override
  public List<String> columns() {
    return family.columns();
  }

  @Override
  public double[] row(int index) {
    PartialRow known = parts.get(index);
    return known == null ? family.row(index) : family.complete(index, known);
  }
}
