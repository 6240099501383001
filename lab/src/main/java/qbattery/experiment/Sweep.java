package qbattery.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The points of a rectangular grid of parameters, counted from 0; the last parameter changes
 * fastest.
 *
 * @param axes the parameters with their values, at least one
 */
public record Sweep(List<Along> axes) {

  /**
   * A parameter with the values that it takes.
   *
   * @param name what it is called, with its unit where it has one
   * @param values the values, finite, in the order of the points; at least one
   */
  public record Along(String name, List<Double> values) {

    /**
     * Copies the values.
     *
     * @throws IllegalArgumentException if there is none, or one is not finite
     */
    public Along {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException(
            "The parameter '%s' of a sweep takes no value; give at least one.".formatted(name));
      }
      for (double value : values) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException(
              "The parameter '%s' of a sweep takes the value %s; give finite numbers."
                  .formatted(name, value));
        }
      }
    }

    /**
     * A parameter at given values.
     *
     * @param name what it is called
     * @param values the values
     * @return the parameter
     */
    public static Along of(String name, double... values) {
      return new Along(name, DoubleStream.of(values).boxed().toList());
    }
  }

  /**
   * Copies the axes.
   *
   * @throws IllegalArgumentException if there is none, or there are too many points to count
   */
  public Sweep {
    axes = List.copyOf(axes);
    if (axes.isEmpty()) {
      throw new IllegalArgumentException("A sweep needs at least one parameter.");
    }
    long count = 1;
    for (Along axis : axes) {
      count *= axis.values.size();
      if (count > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "A sweep has at most %d points; take fewer values.".formatted(Integer.MAX_VALUE));
      }
    }
  }

  /**
   * How many points there are.
   *
   * @return the product of the numbers of values
   */
  public int count() {
    int count = 1;
    for (Along axis : axes) {
      count *= axis.values.size();
    }
    return count;
  }

  /**
   * The parameters of a point.
   *
   * @param index the point, from 0
   * @return a value for each axis, in their order
   * @throws IllegalArgumentException if there is no such point
   */
  public List<Double> at(int index) {
    if (index < 0 || index >= count()) {
      throw new IllegalArgumentException(
          "A sweep of %d points has no point %d; the first is 0.".formatted(count(), index));
    }
    List<Double> values = new ArrayList<>();
    int rest = index;
    int block = count();
    for (Along axis : axes) {
      block /= axis.values.size();
      values.add(axis.values.get(rest / block));
      rest %= block;
    }
    return List.copyOf(values);
  }
}
