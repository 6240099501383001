package qbattery.paper.arjmandi2022;

import static qbattery.paper.arjmandi2022.Chain.Ratio.ERGOTROPY;
import static qbattery.paper.arjmandi2022.Chain.Ratio.LATE_SHARE;
import static qbattery.paper.arjmandi2022.Chain.Ratio.SHARE;
import static qbattery.paper.arjmandi2022.Start.CLASSICAL;
import static qbattery.paper.arjmandi2022.Start.COHERENT;
import static qbattery.paper.arjmandi2022.Start.FULLY_EXCITED;

import java.util.List;
import java.util.stream.IntStream;
import qbattery.paper.arjmandi2022.Statement.Weighed;

/**
 * The statements on batteries without disorder. Neither the field nor a unit of time nor statistics
 * enter: it bounds the coupling alone.
 */
final class OrderStatements {

  /** Half of what two curves of a figure may differ by and still be called the same. */
  private static final double SHOWN = 0.005;

  private OrderStatements() {}

  /** The coherent battery keeps more of its ergotropy than any other, at all times. */
  static Statement coherentKeepsMost(String source, int cells) {
    return largest(source, cells, List.of(ERGOTROPY));
  }

  /** The extractable share Xi is largest for the coherent battery, at all times. */
  static Statement shareIsLargest(String source, int cells) {
    return largest(source, cells, List.of(SHARE, LATE_SHARE));
  }

  private static Statement largest(String source, int cells, List<Chain.Ratio> ratios) {
    return Statement.bound(
        source,
        0,
        chains ->
            weighed(
                ratios.stream()
                    .mapToDouble(ratio -> behind(chains, cells, ratio))
                    .max()
                    .orElseThrow(),
                SHOWN));
  }

  /**
   * The coherent batteries of two sizes decay almost alike: a value, as no difference at all would
   * be better still.
   *
   * @param almost what their curves may differ by, which is our reading of the word
   */
  static Statement decayAlike(String source, int cells, int others, double almost) {
    return Statement.value(
        source,
        0,
        chains -> {
          double[] one = chains.ordered(cells, COHERENT, ERGOTROPY);
          double[] other = chains.ordered(others, COHERENT, ERGOTROPY);
          return weighed(
              IntStream.range(0, one.length)
                  .mapToDouble(k -> Math.abs(one[k] - other[k]))
                  .max()
                  .orElseThrow(),
              almost);
        });
  }

  private static Weighed weighed(double beyond, double error) {
    return Weighed.of(new Sampled(beyond, 0, 0), Math.max(0, beyond), error * error);
  }

  /** By how much the coherent battery falls behind another at most, after the start. */
  private static double behind(SampledChains chains, int cells, Chain.Ratio ratio) {
    double[] coherent = chains.ordered(cells, COHERENT, ratio);
    double[] excited = chains.ordered(cells, FULLY_EXCITED, ratio);
    double[] classical = chains.ordered(cells, CLASSICAL, ratio);
    return IntStream.range(1, coherent.length)
        .mapToDouble(k -> Math.max(excited[k], classical[k]) - coherent[k])
        .max()
        .orElseThrow();
  }
}
