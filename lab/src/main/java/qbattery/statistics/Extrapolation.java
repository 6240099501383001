package qbattery.statistics;

import java.util.ArrayList;
import java.util.List;
import qbattery.experiment.Estimate;

/**
 * What numbers at sizes N, 2N, 4N, ... tend to as the size grows, by Richardson's extrapolation.
 *
 * <p>A power law fitted to a curve that is still bending has an exponent that depends on the range,
 * and the scatter about the fit does not tell how far it is from the limit. Exponents between
 * neighbours tend to the limit, and their own approach to it can be taken away.
 */
public final class Extrapolation {

  private Extrapolation() {}

  /**
   * The exponent between each number and the next, {@code log2(y(2N) / y(N))}.
   *
   * @param doubling numbers of one sign at sizes that double each time, at least 2
   * @return one exponent less than there are numbers, with the errors of the numbers
   */
  public static List<Estimate> localExponents(List<Estimate> doubling) {
    List<Estimate> exponents = new ArrayList<>();
    for (int k = 1; k < doubling.size(); k++) {
      Estimate ratio = doubling.get(k).dividedBy(doubling.get(k - 1));
      double relative = ratio.error() / Math.abs(ratio.value());
      exponents.add(
          new Estimate(
              StrictMath.log(ratio.value()) / StrictMath.log(2),
              relative / StrictMath.log(2) + Estimate.rounded(1).error()));
    }
    return exponents;
  }

  /**
   * The limit for large sizes of numbers that approach it in powers {@code N^(-order), N^(-2
   * order), ...}.
   *
   * @param doubling numbers at sizes that double each time, at least 2
   * @param order the leading power of 1/N, positive
   * @return the limit; its error is what the last power that was taken away has changed, and the
   *     errors of the numbers
   * @throws IllegalArgumentException if there are fewer than 2 numbers or the order is not positive
   */
  public static Estimate limit(List<Estimate> doubling, double order) {
    if (doubling.size() < 2 || !(order > 0)) {
      throw new IllegalArgumentException(
          "A limit needs at least 2 numbers and a positive order, not %d and %s."
              .formatted(doubling.size(), order));
    }
    List<Estimate> column = List.copyOf(doubling);
    double before = 0;
    for (int power = 1; column.size() > 1; power++) {
      double factor = StrictMath.pow(2, order * power);
      before = column.get(column.size() - 1).value();
      List<Estimate> next = new ArrayList<>();
      for (int k = 1; k < column.size(); k++) {
        next.add(column.get(k).times(factor).minus(column.get(k - 1)).times(1 / (factor - 1)));
      }
      column = next;
    }
    Estimate last = column.get(0);
    return last.widened(Math.abs(last.value() - before));
  }
}
