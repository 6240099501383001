package qbattery.paper.judge;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import qbattery.report.Numbers;

/**
 * An axis of some numbers, with its values.
 *
 * @param name what varies along it: a parameter, {@code time}, or {@code case}
 * @param values its values; of cases their numbers from 1
 * @param labels what each value is called; of cases their names
 */
public record Coordinate(String name, double[] values, List<String> labels) {

  /** The name of the axis of cases, which have no order. */
  public static final String CASE = "case";

  /** The name of the axis of time. */
  public static final String TIME = "time";

  /** Copies the values. */
  public Coordinate {
    values = values.clone();
    labels = List.copyOf(labels);
    if (values.length == 0 || labels.size() != values.length) {
      throw new IllegalArgumentException(
          "The axis '%s' has %d values and %d labels; it needs one label for each value."
              .formatted(name, values.length, labels.size()));
    }
  }

  /**
   * An axis of numbers.
   *
   * @param name what varies along it
   * @param values its values
   * @return the axis
   */
  public static Coordinate of(String name, double... values) {
    return new Coordinate(
        name, values, Arrays.stream(values).mapToObj(v -> name + "=" + Numbers.brief(v)).toList());
  }

  /**
   * An axis of cases.
   *
   * @param names their names
   * @return the axis
   */
  public static Coordinate ofCases(List<String> names) {
    return new Coordinate(
        CASE, IntStream.rangeClosed(1, names.size()).asDoubleStream().toArray(), names);
  }

  /**
   * How many values there are.
   *
   * @return their number
   */
  public int size() {
    return values.length;
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  double value(int k) {
    return values[k];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Coordinate that
        && name.equals(that.name)
        && Arrays.equals(values, that.values)
        && labels.equals(that.labels);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, Arrays.hashCode(values), labels);
  }
}
