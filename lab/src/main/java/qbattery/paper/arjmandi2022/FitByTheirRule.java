package qbattery.paper.arjmandi2022;

/**
 * The fit {@code a + b exp(-c delta)} that the paper would have drawn through computed half-lives,
 * less the one it printed: least squares over delta = 0, 1, ..., 10, all points weighing alike, to
 * first order about the printed curve. What such a curve cannot follow in the half-lives is not
 * held against them.
 */
final class FitByTheirRule {

  private static final int PARAMETERS = 3;

  /** Units between one and twice it that are looked at, steps of 0.07 %. */
  private static final int STEPS = 1000;

  /** The square of what two printed digits leave open: 0.01 over the square root of 12. */
  private static final double DIGITS = 0.01 * 0.01 / 12;

  private final PrintedFit printed;
  private final SampledHalfLives lives;

  /** What a change of a half-life does to each parameter: 3 x 11. */
  private final double[][] pull;

  FitByTheirRule(PrintedFit printed, SampledHalfLives lives) {
    this.printed = printed;
    this.lives = lives;
    this.pull = pull(printed, lives.values().length);
  }

  /** The differences of the three parameters over their errors, squared and summed. */
  double misfit(double unit) {
    double[] apart = new double[PARAMETERS];
    double[][] covariance = new double[PARAMETERS][PARAMETERS];
    int places = lives.values().length;
    for (int p = 0; p < PARAMETERS; p++) {
      covariance[p][p] += DIGITS;
      for (int i = 0; i < places; i++) {
        apart[p] += pull[p][i] * (unit * lives.values()[i] - printed.at(i));
      }
      for (int q = 0; q < PARAMETERS; q++) {
        for (int i = 0; i < places; i++) {
          covariance[p][q] += unit * unit * pull[p][i] * pull[q][i] * lives.theirs()[i];
          for (int j = 0; j < places; j++) {
            covariance[p][q] += unit * unit * pull[p][i] * pull[q][j] * lives.ours()[i][j];
          }
        }
      }
    }
    double[] weighed = solve(covariance, apart);
    double sum = 0;
    for (int p = 0; p < PARAMETERS; p++) {
      sum += apart[p] * weighed[p];
    }
    return sum;
  }

  /** The smallest misfit over all units of time around one. */
  double least(double unit) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = -STEPS; k <= STEPS; k++) {
      least = Math.min(least, misfit(unit * Math.pow(2, (double) k / STEPS)));
    }
    return least;
  }

  /**
   * The limit of the fit, in 1/Gamma. To first order about the printed curve it is proportional to
   * the half-lives, so that no unit of time enters the ratio of two.
   */
  Limit limit() {
    double value = 0;
    double theirs = 0;
    double ours = 0;
    for (int i = 0; i < lives.values().length; i++) {
      value += pull[0][i] * lives.values()[i];
      theirs += pull[0][i] * pull[0][i] * lives.theirs()[i];
      for (int j = 0; j < lives.values().length; j++) {
        ours += pull[0][i] * pull[0][j] * lives.ours()[i][j];
      }
    }
    return new Limit(value, theirs, ours);
  }

  /**
   * The limit of a fit.
   *
   * @param value in 1/Gamma
   * @param theirs the variance that the paper's number of realisations leaves
   * @param ours that of our own
   */
  record Limit(double value, double theirs, double ours) {
    Statement.Chance chance() {
      return new Statement.Chance(theirs, ours);
    }
  }

  private static double[][] pull(PrintedFit printed, int places) {
    double[][] slopes = new double[places][];
    double[][] normal = new double[PARAMETERS][PARAMETERS];
    for (int i = 0; i < places; i++) {
      double fall = StrictMath.exp(-printed.rate() * i);
      slopes[i] = new double[] {1, fall, -i * printed.amplitude() * fall};
      for (int p = 0; p < PARAMETERS; p++) {
        for (int q = 0; q < PARAMETERS; q++) {
          normal[p][q] += slopes[i][p] * slopes[i][q];
        }
      }
    }
    double[][] pull = new double[PARAMETERS][places];
    for (int i = 0; i < places; i++) {
      double[] column = solve(normal, slopes[i]);
      for (int p = 0; p < PARAMETERS; p++) {
        pull[p][i] = column[p];
      }
    }
    return pull;
  }

  /** Solves a small positive definite system by elimination, which needs no pivots there. */
  private static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    double[][] a = new double[n][];
    double[] x = right.clone();
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
    }
    for (int k = 0; k < n; k++) {
      for (int i = k + 1; i < n; i++) {
        double share = a[i][k] / a[k][k];
        for (int j = k; j < n; j++) {
          a[i][j] -= share * a[k][j];
        }
        x[i] -= share * x[k];
      }
    }
    for (int k = n - 1; k >= 0; k--) {
      for (int j = k + 1; j < n; j++) {
        x[k] -= a[k][j] * x[j];
      }
      x[k] /= a[k][k];
    }
    return x;
  }
}
