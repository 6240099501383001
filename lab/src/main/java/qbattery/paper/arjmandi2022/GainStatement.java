package qbattery.paper.arjmandi2022;

import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What is said of the gain eta of the coherent battery. The paper's eta is the maximum of a mean of
 * its realisations; ours is taken in the same way, on more or nearly as many.
 */
sealed interface GainStatement extends Statement {

  /** A gain that a figure would show, in per cent. */
  double VISIBLE = 0.2;

  @Override
  default boolean isBound() {
    return true;
  }

  /**
   * There is no gain: eta = 0, to what a figure would show.
   *
   * @param source where it is said
   * @param cells N
   * @param disorder delta
   * @param realisations how many the paper took
   */
  record Absent(String source, int cells, double disorder, int realisations)
      implements GainStatement {
    @Override
    public boolean isBound() {
      return false;
    }

    @Override
    public int disorderedCells() {
      return disorder == 0 ? 0 : cells;
    }

    @Override
    public DoubleUnaryOperator misfit(SampledChains chains) {
      Sampled height = chains.coherent(cells, disorder).height();
      double eta = Math.max(0, height.value());
      return Statement.violation(eta, height.errorSquared(realisations) + VISIBLE * VISIBLE);
    }

    @Override
    public Chance chance(SampledChains chains) {
      return chains.coherent(cells, disorder).height().chance(realisations);
    }
  }

  /**
   * There is a gain of at least so much.
   *
   * @param source where it is said
   * @param cells N
   * @param disorders delta; where there are several, at one of them
   * @param realisations how many the paper took
   * @param percent the bound
   */
  record Reaches(String source, int cells, List<Double> disorders, int realisations, double percent)
      implements GainStatement {
    @Override
    public int disorderedCells() {
      return cells;
    }

    @Override
    public DoubleUnaryOperator misfit(SampledChains chains) {
      Sampled height = highest(chains);
      return Statement.violation(
          percent - height.value(), height.errorSquared(realisations) + VISIBLE * VISIBLE / 4);
    }

    @Override
    public Chance chance(SampledChains chains) {
      return highest(chains).chance(realisations);
    }

    private Sampled highest(SampledChains chains) {
      return disorders.stream()
          .map(delta -> chains.coherent(cells, delta).height())
          .max(Comparator.comparingDouble(Sampled::value))
          .orElseThrow();
    }
  }

  /**
   * It is larger in one place than in another, where it may be 0. The paper draws its realisations
   * anew in each place, and two gains that differ by less than a figure shows look the same.
   *
   * @param source where it is said
   * @param less the place of the smaller gain
   * @param more that of the larger one
   */
  record Grows(String source, Place less, Place more) implements GainStatement {

    /**
     * A place.
     *
     * @param cells N
     * @param disorder delta
     * @param realisations how many the paper took
     */
    record Place(int cells, double disorder, int realisations) {}

    @Override
    public int disorderedCells() {
      return Math.max(less.cells, more.cells);
    }

    @Override
    public DoubleUnaryOperator misfit(SampledChains chains) {
      Sampled low = chains.coherent(less.cells, less.disorder).height();
      Sampled high = chains.coherent(more.cells, more.disorder).height();
      return Statement.violation(
          Math.max(0, low.value()) - high.value(),
          low.errorSquared(less.realisations)
              + high.errorSquared(more.realisations)
              + VISIBLE * VISIBLE / 4);
    }

    @Override
    public Chance chance(SampledChains chains) {
      return chains
          .coherent(less.cells, less.disorder)
          .height()
          .chance(less.realisations)
          .and(chains.coherent(more.cells, more.disorder).height().chance(more.realisations));
    }
  }

  /**
   * Ergotropy rises for a while, as much as a figure would show, whether above its start or not.
   *
   * @param source where it is said
   * @param cells N
   * @param disorder delta
   * @param realisations how many the paper took
   */
  record Rises(String source, int cells, double disorder, int realisations)
      implements GainStatement {
    @Override
    public int disorderedCells() {
      return cells;
    }

    @Override
    public DoubleUnaryOperator misfit(SampledChains chains) {
      Sampled rise = chains.coherent(cells, disorder).rise();
      return Statement.violation(
          VISIBLE - rise.value(), rise.errorSquared(realisations) + VISIBLE * VISIBLE / 4);
    }

    @Override
    public Chance chance(SampledChains chains) {
      return chains.coherent(cells, disorder).rise().chance(realisations);
    }
  }
}
