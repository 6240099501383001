package qbattery.paper.arjmandi2022;

import static qbattery.paper.arjmandi2022.Chain.Ratio.ERGOTROPY;
import static qbattery.paper.arjmandi2022.Chain.Ratio.LATE_SHARE;
import static qbattery.paper.arjmandi2022.Chain.Ratio.SHARE;
import static qbattery.paper.arjmandi2022.Start.CLASSICAL;
import static qbattery.paper.arjmandi2022.Start.COHERENT;
import static qbattery.paper.arjmandi2022.Start.FULLY_EXCITED;

import java.util.function.DoubleUnaryOperator;

/**
 * What is said of batteries without disorder. Neither the field nor a unit of time nor statistics
 * enter: it bounds the coupling alone.
 */
sealed interface OrderStatement extends Statement {

  /** Half of what two curves of a figure may differ by and still be called the same. */
  double SHOWN = 0.005;

  @Override
  default boolean isBound() {
    return true;
  }

  @Override
  default int disorderedCells() {
    return 0;
  }

  /**
   * By how much the statement is kept, least over all times; below zero where it is not.
   *
   * @param chains what a reading gives; of its two numbers the coupling alone matters
   */
  double kept(SampledChains chains);

  @Override
  default DoubleUnaryOperator misfit(SampledChains chains) {
    return Statement.violation(-kept(chains), SHOWN * SHOWN);
  }

  /**
   * The coherent battery keeps more of its ergotropy than any other, at all times.
   *
   * @param source where it is said
   * @param cells N
   */
  record CoherentKeepsMost(String source, int cells) implements OrderStatement {
    @Override
    public double kept(SampledChains chains) {
      return excess(chains, cells, ERGOTROPY);
    }
  }

  /**
   * The extractable share Xi is largest for the coherent battery, at all times.
   *
   * @param source where it is said
   * @param cells N
   */
  record ShareIsLargest(String source, int cells) implements OrderStatement {
    @Override
    public double kept(SampledChains chains) {
      return Math.min(excess(chains, cells, SHARE), excess(chains, cells, LATE_SHARE));
    }
  }

  /**
   * The coherent batteries of two sizes decay almost alike.
   *
   * @param source where it is said
   * @param cells N of one
   * @param others N of the other
   * @param almost what their curves may differ by, which is our reading of the word
   */
  record DecayAlike(String source, int cells, int others, double almost) implements OrderStatement {
    @Override
    public double kept(SampledChains chains) {
      return almost - apart(chains);
    }

    /** A value: no difference at all would be better still. */
    @Override
    public boolean isBound() {
      return false;
    }

    @Override
    public DoubleUnaryOperator misfit(SampledChains chains) {
      double apart = apart(chains);
      return Statement.always(apart * apart / (almost * almost));
    }

    private double apart(SampledChains chains) {
      double[] one = chains.ordered(cells, COHERENT, ERGOTROPY);
      double[] other = chains.ordered(others, COHERENT, ERGOTROPY);
      double apart = 0;
      for (int k = 0; k < one.length; k++) {
        apart = Math.max(apart, Math.abs(one[k] - other[k]));
      }
      return apart;
    }
  }

  private static double excess(SampledChains chains, int cells, Chain.Ratio ratio) {
    double[] coherent = chains.ordered(cells, COHERENT, ratio);
    double[] excited = chains.ordered(cells, FULLY_EXCITED, ratio);
    double[] classical = chains.ordered(cells, CLASSICAL, ratio);
    double least = Double.POSITIVE_INFINITY;
    for (int k = 1; k < coherent.length; k++) {
      least = Math.min(least, coherent[k] - Math.max(excited[k], classical[k]));
    }
    return least;
  }
}
