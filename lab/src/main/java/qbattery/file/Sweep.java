package qbattery.file;

import java.util.AbstractList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import qbattery.report.Numbers;

/**
 * The places of a sweep: one for each choice of values of what is swept, counted from 0 with the
 * last parameter running fastest; a single one without any value if nothing is swept.
 *
 * @param axes the swept parameters with their values
 */
public record Sweep(List<Reading.SweptAxis> axes) {

  /** Copies the list. */
  public Sweep {
    axes = List.copyOf(axes);
  }

  /**
   * How many places there are.
   *
   * @return their number; more than a sweep may have does not overflow
   */
  public long count() {
    return axes.stream().mapToLong(axis -> axis.values().length).reduce(1, Math::multiplyExact);
  }

  /**
   * A place.
   *
   * @param number its number
   * @return name -> value of each swept parameter
   */
  public Map<String, Double> place(long number) {
    Map<String, Double> values = new LinkedHashMap<>();
    long block = count();
    long rest = Objects.checkIndex(number, block);
    for (Reading.SweptAxis axis : axes) {
      block /= axis.values().length;
      values.put(axis.parameter(), axis.values()[(int) (rest / block)]);
      rest %= block;
    }
    return Collections.unmodifiableMap(values);
  }

  /**
   * All places, each made when it is asked for: a million of them would fill the memory.
   *
   * @return the places in their order
   */
  public List<Map<String, Double>> places() {
    int count = Math.toIntExact(count());
    return new AbstractList<>() {

      @Override
      public int size() {
        return count;
      }

      @Override
      public Map<String, Double> get(int number) {
        return place(number);
      }
    };
  }

  /**
   * A place in words.
   *
   * @param place its values
   * @return such as "N = 3, mu = 0.5"
   */
  public static String words(Map<String, Double> place) {
    return place.entrySet().stream()
        .map(e -> e.getKey() + " = " + Numbers.brief(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  /**
   * A place for the end of a sentence.
   *
   * @param place its values
   * @return such as " at N = 3, mu = 0.5"; empty where nothing is swept
   */
  public static String at(Map<String, Double> place) {
    return place.isEmpty() ? "" : " at " + words(place);
  }
}
