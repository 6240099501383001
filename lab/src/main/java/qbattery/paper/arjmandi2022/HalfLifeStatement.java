package qbattery.paper.arjmandi2022;

import java.util.function.DoubleUnaryOperator;

/** What is said of half-lives against disorder. */
sealed interface HalfLifeStatement extends Statement {

  @Override
  default boolean isBound() {
    return false;
  }

  /**
   * A printed fit, which counts as three numbers.
   *
   * @param source where it is said
   * @param cells N
   * @param realisations how many the paper took
   * @param fit the fit, in the paper's unit of time
   */
  record Follows(String source, int cells, int realisations, PrintedFit fit)
      implements HalfLifeStatement {
    @Override
    public int numbers() {
      return 3;
    }

    @Override
    public int disorderedCells() {
      return cells;
    }

    @Override
    public DoubleUnaryOperator misfit(SampledChains chains) {
      return new FitByTheirRule(fit, chains.halfLives(cells, realisations))::misfit;
    }
  }

  /**
   * By how many per cent the half-lives of the larger battery at strong disorder, the mean over
   * delta = 5 to 10, are longer. It is one number though it follows from two fits: the paper says
   * it, and no unit of time enters.
   *
   * @param source where it is said
   * @param smaller the fit of the smaller battery
   * @param larger that of the larger one
   * @param percent what is printed
   * @param digits what its last digit leaves open, half a step
   */
  record Longer(String source, Follows smaller, Follows larger, double percent, double digits)
      implements HalfLifeStatement {
    @Override
    public int disorderedCells() {
      return larger.cells;
    }

    @Override
    public DoubleUnaryOperator misfit(SampledChains chains) {
      double[] few = chains.halfLives(smaller.cells, smaller.realisations).settled();
      double[] many = chains.halfLives(larger.cells, larger.realisations).settled();
      double ratio = many[0] / few[0];
      double relative =
          (many[1] + many[2]) / (many[0] * many[0]) + (few[1] + few[2]) / (few[0] * few[0]);
      double apart = 100 * (ratio - 1) - percent;
      double variance = 1e4 * ratio * ratio * relative + digits * digits / 3;
      return Statement.always(apart * apart / variance);
    }
  }
}
