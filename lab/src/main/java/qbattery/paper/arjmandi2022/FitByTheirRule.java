package qbattery.paper.arjmandi2022;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

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

  /** The parameters, to first order, of the half-lives in 1/Gamma and of the printed curve. */
  private final RealVector computed;

  private final RealVector printed;

  /** Their covariances, in 1/Gamma: what the paper's realisations leave, and ours. */
  private final RealMatrix theirs;

  private final RealMatrix ours;

  FitByTheirRule(PrintedFit fit, SampledHalfLives lives) {
    int places = lives.values().length;
    RealMatrix slopes = new Array2DRowRealMatrix(places, PARAMETERS);
    RealVector curve = new ArrayRealVector(places);
    for (int i = 0; i < places; i++) {
      double fall = StrictMath.exp(-fit.rate() * i);
      slopes.setRow(i, new double[] {1, fall, -i * fit.amplitude() * fall});
      curve.setEntry(i, fit.at(i));
    }
    RealMatrix pull =
        new QRDecomposition(slopes).getSolver().solve(MatrixUtils.createRealIdentityMatrix(places));
    computed = pull.operate(new ArrayRealVector(lives.values()));
    printed = pull.operate(curve);
    theirs = covariance(pull, MatrixUtils.createRealDiagonalMatrix(lives.theirs()));
    ours = covariance(pull, new Array2DRowRealMatrix(lives.ours()));
  }

  private static RealMatrix covariance(RealMatrix pull, RealMatrix ofLives) {
    return pull.multiply(ofLives).multiplyTransposed(pull);
  }

  /** The differences of the three parameters over their errors, squared and summed. */
  double misfit(double unit) {
    RealVector apart = computed.mapMultiply(unit).subtract(printed);
    RealMatrix covariance =
        theirs
            .add(ours)
            .scalarMultiply(unit * unit)
            .add(MatrixUtils.createRealIdentityMatrix(PARAMETERS).scalarMultiply(DIGITS));
    return apart.dotProduct(new QRDecomposition(covariance).getSolver().solve(apart));
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
  Sampled limit() {
    return new Sampled(computed.getEntry(0), theirs.getEntry(0, 0), ours.getEntry(0, 0));
  }
}
