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
      return fitted(chains)::misfit;
    }

    /** Of the limit of the fit, which the other statement on half-lives takes from it. */
    @Override
    public Chance chance(SampledChains chains) {
      return fitted(chains).limit().chance();
    }

    private FitByTheirRule fitted(SampledChains chains) {
      return new FitByTheirRule(fit, chains.halfLives(cells, realisations));
    }
  }

  /**
   * By how many per cent the half-life of the larger battery is longer where disorder is strong:
   * the limits of the two fits. It is one number though it follows from the two: the paper says it,
   * and no unit of time enters.
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
      return Statement.always(apart(chains).misfit(percent, digits));
    }

    @Override
    public Chance chance(SampledChains chains) {
      return apart(chains).chance();
    }

    private LimitsApart apart(SampledChains chains) {
      return LimitsApart.of(smaller.fitted(chains).limit(), larger.fitted(chains).limit());
    }
  }
}
