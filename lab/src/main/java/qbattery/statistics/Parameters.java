package qbattery.statistics;

/**
 * The parameters of a fitted curve. Their errors follow from the errors of the data, which are
 * taken as they were given and are not scaled by how well the curve fits.
 *
 * @param values the parameters, in the order their curve says
 * @param covariance their covariance to first order, square
 * @param chiSquare the sum of the squares of the deviations in units of the errors of the data
 * @param degreesOfFreedom points less parameters
 */
public record Parameters(
    double[] values, double[][] covariance, double chiSquare, int degreesOfFreedom) {

  /**
   * Copies the arrays.
   *
   * @throws IllegalArgumentException if the covariance is not square, of the size of the values
   */
  public Parameters {
    values = values.clone();
    covariance = copy(covariance);
    for (double[] row : covariance) {
      if (covariance.length != values.length || row.length != values.length) {
        throw new IllegalArgumentException(
            "The covariance of %d parameters has as many rows and columns."
                .formatted(values.length));
      }
    }
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public double[][] covariance() {
    return copy(covariance);
  }

  /**
   * One parameter.
   *
   * @param i which
   * @return the parameter with its standard error
   */
  public Measured at(int i) {
    return new Measured(values[i], Math.sqrt(covariance[i][i]));
  }

  /** The error, to first order, of a quantity with these derivatives by the parameters. */
  double errorOf(double[] gradient) {
    double variance = 0;
    for (int i = 0; i < gradient.length; i++) {
      for (int j = 0; j < gradient.length; j++) {
        variance += gradient[i] * covariance[i][j] * gradient[j];
      }
    }
    // Rounding may carry a variance that is nearly 0 below it.
    return Math.sqrt(Math.max(0, variance));
  }

  /** Other parameters, with these values and these derivatives by the present ones. */
  Parameters mapped(double[] mapped, double[][] jacobian) {
    int size = values.length;
    double[][] half = new double[size][size];
    double[][] full = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < size; k++) {
          half[i][j] += jacobian[i][k] * covariance[k][j];
        }
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < size; k++) {
          full[i][j] += half[i][k] * jacobian[j][k];
        }
      }
    }
    return new Parameters(mapped, full, chiSquare, degreesOfFreedom);
  }

  private static double[][] copy(double[][] rows) {
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = rows[i].clone();
    }
    return copy;
  }
}
