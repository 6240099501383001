package qbattery.experiment;

import java.util.function.DoubleUnaryOperator;
import qbattery.measure.Estimate;

/**
 * The integral of a function by the rule of Gauss and Kronrod with 15 points, whose difference from
 * Gauss's rule with 7 of these points is its error (Piessens et al., QUADPACK, 1983).
 *
 * <p>A piece on which the two differ by more than a goal is halved, as a kink asks for; what they
 * still differ by on the smallest pieces is part of the error, so that none is hidden.
 */
final class GaussKronrod {

  /**
   * Error of a piece that is small enough, over the largest value on it and its part of the whole.
   */
  private static final double GOAL = 1e-12;

  /** No piece is halved more often; a kink in the smallest piece adds its slope times 1e-12. */
  private static final int MOST_HALVINGS = 20;

  private static final double[] PLACES = {
    0.991455371120812639206854697526329,
    0.949107912342758524526189684047851,
    0.864864423359769072789712788640926,
    0.741531185599394439863864773280788,
    0.586087235467691130294144691693132,
    0.405845151377397166906606412076961,
    0.207784955007898467600689403773245,
    0
  };

  private static final double[] KRONROD = {
    0.022935322010529224963732008058970,
    0.063092092629978553290700663189204,
    0.104790010322250183839876322541518,
    0.140653259715525918745189590510238,
    0.169004726639267902826583426598550,
    0.190350578064785409913256402421014,
    0.204432940075298892414161999234649,
    0.209482141084727828012999174891714
  };

  /** Of every second place, from the second on. */
  private static final double[] GAUSS = {
    0.129484966168869693270611432679082,
    0.279705391489276667901467771423780,
    0.381830050505118944950369775488975,
    0.417959183673469387755102040816327
  };

  private final DoubleUnaryOperator function;
  private double integral;
  private double error;

  private GaussKronrod(DoubleUnaryOperator function) {
    this.function = function;
  }

  /**
   * Integrates.
   *
   * @param function the function
   * @param nodes where pieces of it begin and end, ascending
   * @return its integral from the first to the last node; the error is that of the rule alone
   */
  static Estimate integral(DoubleUnaryOperator function, double[] nodes) {
    GaussKronrod rule = new GaussKronrod(function);
    for (int k = 1; k < nodes.length; k++) {
      rule.add(nodes[k - 1], nodes[k], MOST_HALVINGS);
    }
    return new Estimate(rule.integral, rule.error + Estimate.rounded(rule.integral).error());
  }

  private void add(double from, double to, int halvings) {
    double middle = (from + to) / 2;
    double half = (to - from) / 2;
    double kronrod = 0;
    double gauss = 0;
    double size = 0;
    for (int k = 0; k < PLACES.length; k++) {
      double left = function.applyAsDouble(middle - half * PLACES[k]);
      double right = PLACES[k] == 0 ? 0 : function.applyAsDouble(middle + half * PLACES[k]);
      kronrod += KRONROD[k] * (left + right);
      gauss += k % 2 != 0 ? GAUSS[k / 2] * (left + right) : 0;
      size = Math.max(size, Math.max(Math.abs(left), Math.abs(right)));
    }
    double difference = half * Math.abs(kronrod - gauss);
    if (halvings == 0 || difference <= GOAL * size * half) {
      integral += half * kronrod;
      error += difference;
      return;
    }
    add(from, middle, halvings - 1);
    add(middle, to, halvings - 1);
  }
}
