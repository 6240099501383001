package qbattery.paper.quach2020;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import qbattery.experiment.Estimate;
import qbattery.report.Numbers;

/** Whether numbers rise one after the other: their smallest step decides, with its error. */
final class Steps {

  private Steps() {}

  /** The numbers for some sizes. */
  static List<Estimate> along(int[] sizes, IntFunction<Estimate> quantity) {
    return IntStream.of(sizes).mapToObj(quantity).toList();
  }

  /** The step from a number to the next that is smallest; above 0 if all of them rise. */
  static Estimate smallestRise(List<Estimate> values) {
    return smallest(
        IntStream.range(1, values.size())
            .mapToObj(k -> values.get(k).minus(values.get(k - 1)))
            .toList());
  }

  /** The smallest number of some. */
  static Estimate smallest(List<Estimate> values) {
    return values.stream().min(Comparator.comparingDouble(Estimate::value)).orElseThrow();
  }

  /** The same downwards: above 0 if all of them fall. */
  static Estimate smallestFall(List<Estimate> values) {
    return smallestRise(values.stream().map(v -> v.times(-1)).toList());
  }

  /** The numbers in words. */
  static String words(List<Estimate> values) {
    return values.stream()
        .map(v -> Numbers.rounded(v.value(), 4))
        .collect(Collectors.joining(", "));
  }

  /** The same of sizes. */
  static String words(int[] sizes) {
    return IntStream.of(sizes).mapToObj(Integer::toString).collect(Collectors.joining(", "));
  }
}
