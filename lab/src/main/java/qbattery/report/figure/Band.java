package qbattery.report.figure;

import java.util.Objects;

/**
 * A translucent band between a lower and an upper line, such as the error of a mean.
 *
 * @param x the x values, finite and increasing
 * @param lower the lower edge, each value finite or NaN
 * @param upper the upper edge, nowhere below the lower one
 * @param colour the colour, drawn translucent
 */
public record Band(double[] x, double[] lower, double[] upper, Colour colour) {
  /** Copies the edges and checks that they bound a band. */
  public Band {
    Objects.requireNonNull(colour, "colour");
    x = x.clone();
    lower = lower.clone();
    upper = upper.clone();
    Checks.sameLength(x, lower, "The lower edge of a band");
    Checks.sameLength(x, upper, "The upper edge of a band");
    Checks.increasing(x, "A band");
    Checks.finiteOrMissing(lower, "The lower edge of a band");
    Checks.finiteOrMissing(upper, "The upper edge of a band");
    for (int i = 0; i < x.length; i++) {
      if (lower[i] > upper[i]) {
        throw new IllegalArgumentException(
            "A band at x = %s has its lower edge at %s, above its upper edge at %s; give the lower edge first."
                .formatted(x[i], lower[i], upper[i]));
      }
    }
  }

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public double[] lower() {
    return lower.clone();
  }

  @Override
  public double[] upper() {
    return upper.clone();
  }
}
