package qbattery.paper.arjmandi2022;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import qbattery.measure.Estimate;
import qbattery.statistics.Bootstrap;

/**
 * The coherent battery's half-lives at delta = 0, 1, ..., 10, in 1/Gamma. All degrees of disorder
 * share their deviates, so realisations are resampled for all of them at once.
 */
final class HalfLives {

  /** The paper's grid of delta is not stated; it speaks of 0 to 10. */
  private static final List<Double> DISORDERS =
      IntStream.rangeClosed(0, 10).mapToObj(delta -> (double) delta).toList();

  private static final int REPLICATES = 200;

  private final List<Ratios> ratios;
  private final double[] values;
  private final double[] numerical;
  private final String seed;

  HalfLives(Chains chains, Reading reading, int cells, int realisations) {
    this.ratios =
        DISORDERS.stream()
            .map(delta -> chains.of(Chain.coherent(reading, cells, delta), realisations))
            .toList();
    List<Estimate> lives = ratios.stream().map(Ratios::halfLife).toList();
    this.values = lives.stream().mapToDouble(Estimate::value).toArray();
    this.numerical = lives.stream().mapToDouble(Estimate::error).toArray();
    this.seed = "half-lives of %d cells, %s".formatted(cells, reading);
  }

  /**
   * A comparison with a printed fit.
   *
   * @param unit how many of the printed units make 1/Gamma
   * @param worst the delta of the largest difference
   * @param largest the largest relative difference
   * @param rms the root mean square of the relative differences
   */
  record Comparison(Estimate unit, double worst, Estimate largest, Estimate rms) {}

  double[] values() {
    return values.clone();
  }

  /** How many realisations they are of. */
  int realisations() {
    return ratios.stream().mapToInt(r -> r.rows().size()).max().orElseThrow();
  }

  Comparison against(PrintedFit printed) {
    double unit = unit(values, printed);
    int worst = 0;
    for (int k = 1; k < values.length; k++) {
      if (Math.abs(relative(values, k, unit, printed))
          > Math.abs(relative(values, worst, unit, printed))) {
        worst = k;
      }
    }
    int at = worst;
    return new Comparison(
        estimate(tau -> unit(tau, printed)),
        worst,
        estimate(tau -> relative(tau, at, unit(tau, printed), printed)),
        estimate(tau -> rms(tau, printed)));
  }

  /**
   * How far the fit that would have been drawn through these half-lives is from a printed one, in
   * squares of errors, in the unit of time that suits it best. From the value with our own errors
   * counted to that without them: what our own realisations leave open.
   *
   * @param printed the fit
   * @param realisations how many the paper took
   */
  Estimate misfit(PrintedFit printed, int realisations) {
    SampledHalfLives lives = sampled(realisations);
    double unit = unit(values, printed);
    double with = new FitByTheirRule(printed, lives).least(unit);
    double without = new FitByTheirRule(printed, lives.withoutOurs()).least(unit);
    return new Estimate((with + without) / 2, Math.abs(without - with) / 2);
  }

  /**
   * The limit of the fit that would have been drawn through these half-lives.
   *
   * @param printed the one that was printed, about which it is taken to first order
   * @param realisations how many the paper took
   */
  Sampled limit(PrintedFit printed, int realisations) {
    return new FitByTheirRule(printed, sampled(realisations)).limit();
  }

  private SampledHalfLives sampled(int realisations) {
    return SampledHalfLives.of(ratios, DISORDERS, realisations, seed);
  }

  /**
   * A number that follows from all half-lives; the error is two standard errors, and what the
   * numerical error of each half-life changes.
   */
  Estimate estimate(ToDoubleFunction<double[]> statistic) {
    double error =
        Bootstrap.standardError(
            realisations(),
            REPLICATES,
            seed,
            indices -> statistic.applyAsDouble(resampled(indices)));
    double value = statistic.applyAsDouble(values);
    double off = 0;
    for (int k = 0; k < values.length; k++) {
      double[] changed = values.clone();
      changed[k] += numerical[k];
      off += Math.abs(statistic.applyAsDouble(changed) - value);
    }
    return new Estimate(value, 2 * error + off);
  }

  private double[] resampled(int[] indices) {
    return ratios.stream().mapToDouble(r -> r.halfLife(indices)).toArray();
  }

  /** The unit that makes the relative differences smallest. */
  static double unit(double[] tau, PrintedFit printed) {
    double above = 0;
    double below = 0;
    for (int k = 0; k < tau.length; k++) {
      double share = tau[k] / printed.at(k);
      above += share;
      below += share * share;
    }
    return above / below;
  }

  private static double relative(double[] tau, int k, double unit, PrintedFit printed) {
    return tau[k] * unit / printed.at(k) - 1;
  }

  private static double rms(double[] tau, PrintedFit printed) {
    double unit = unit(tau, printed);
    double sum = 0;
    for (int k = 0; k < tau.length; k++) {
      double apart = relative(tau, k, unit, printed);
      sum += apart * apart;
    }
    return Math.sqrt(sum / tau.length);
  }
}
