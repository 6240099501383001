package qbattery.statistics;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/** Least squares with weights 1/sigma^2. */
final class LeastSquares {

  /** Below this ratio of a diagonal element of R (in QR) to the largest, a matrix is singular. */
  private static final double SINGULAR = 1e-11;

  private static final int MOST_STEPS = 500;

  private LeastSquares() {}

  /** A curve that bends with its parameters. */
  interface Curve {

    double value(double x, double[] parameters);

    double[] gradient(double x, double[] parameters);
  }

  /** {@code y = offset + slope f(x)}, solved directly, and its chi square. */
  record Line(double offset, double slope, double chiSquare) {}

  /** The line of least squares in f(x); with slope 0 where f does not vary. */
  static Line line(Points points, DoubleUnaryOperator f) {
    double[] x = points.x();
    double[] y = points.y();
    double[] sigma = points.sigma();
    double weights = 0;
    double meanF = 0;
    double meanY = 0;
    for (int i = 0; i < x.length; i++) {
      double w = 1 / (sigma[i] * sigma[i]);
      weights += w;
      meanF += w * f.applyAsDouble(x[i]);
      meanY += w * y[i];
    }
    meanF /= weights;
    meanY /= weights;
    double ff = 0;
    double fy = 0;
    for (int i = 0; i < x.length; i++) {
      double w = 1 / (sigma[i] * sigma[i]);
      double df = f.applyAsDouble(x[i]) - meanF;
      ff += w * df * df;
      fy += w * df * (y[i] - meanY);
    }
    double slope = ff == 0 ? 0 : fy / ff;
    double chiSquare = 0;
    for (int i = 0; i < x.length; i++) {
      double off = y[i] - meanY - slope * (f.applyAsDouble(x[i]) - meanF);
      chiSquare += off * off / (sigma[i] * sigma[i]);
    }
    return new Line(meanY - slope * meanF, slope, chiSquare);
  }

  /**
   * The parameters at the minimum near the start, by the method of Levenberg and Marquardt; empty
   * if there is none, or if it is so flat that the covariance does not exist.
   */
  static Optional<Parameters> fit(Curve curve, Points points, double[] start) {
    double[] x = points.x();
    double[] y = points.y();
    double[] sigma = points.sigma();
    var problem =
        new LeastSquaresBuilder()
            .start(start)
            .target(new double[x.length])
            .model(
                p -> {
                  double[] parameters = p.toArray();
                  double[] off = new double[x.length];
                  double[][] jacobian = new double[x.length][];
                  for (int i = 0; i < x.length; i++) {
                    off[i] = (curve.value(x[i], parameters) - y[i]) / sigma[i];
                    jacobian[i] = curve.gradient(x[i], parameters);
                    for (int j = 0; j < parameters.length; j++) {
                      jacobian[i][j] /= sigma[i];
                    }
                  }
                  return new Pair<>(
                      MatrixUtils.createRealVector(off), MatrixUtils.createRealMatrix(jacobian));
                })
            .maxEvaluations(MOST_STEPS)
            .maxIterations(MOST_STEPS)
            .build();
    try {
      LeastSquaresOptimizer.Optimum optimum = new LevenbergMarquardtOptimizer().optimize(problem);
      double[] values = optimum.getPoint().toArray();
      double[][] covariance = optimum.getCovariances(SINGULAR).getData();
      double chiSquare = optimum.getChiSquare();
      var found = new Parameters(values, covariance, chiSquare, x.length - values.length);
      return isFinite(found) ? Optional.of(found) : Optional.empty();
    } catch (MathRuntimeException noMinimum) {
      return Optional.empty();
    }
  }

  /** Whether no neighbour along a grid is lower; on level ground the last counts. */
  static boolean isMinimum(Line[] grid, int g) {
    double here = grid[g].chiSquare();
    return (g == 0 || here <= grid[g - 1].chiSquare())
        && (g == grid.length - 1 || here < grid[g + 1].chiSquare());
  }

  /** The lower minimum of two; the first where they are level. */
  static Optional<Parameters> lower(Optional<Parameters> one, Optional<Parameters> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return other.get().chiSquare() < one.get().chiSquare() ? other : one;
  }

  private static boolean isFinite(Parameters found) {
    boolean finite = Double.isFinite(found.chiSquare());
    for (int i = 0; i < found.values().length; i++) {
      Measured parameter = found.at(i);
      finite &= Double.isFinite(parameter.value()) && Double.isFinite(parameter.standardError());
    }
    return finite;
  }
}
