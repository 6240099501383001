package qbattery.dynamics;

/**
 * A nonlinear oscillator whose frequency is its squared radius: {@code x' = -r^2 y, y' = r^2 x}.
 * From (r, 0) it goes round as {@code (r cos r^2 t, r sin r^2 t)}.
 */
final class Rotor implements Generator {

  private long calls;

  static double[] start(double radius) {
    return new double[] {radius, 0};
  }

  static double error(double[] x, double radius, double t) {
    double angle = radius * radius * t;
    return StrictMath.hypot(
        x[0] - radius * StrictMath.cos(angle), x[1] - radius * StrictMath.sin(angle));
  }

  long calls() {
    return calls;
  }

  @Override
  public int size() {
    return 2;
  }

  @Override
  public void apply(double t, double[] x, double[] dx) {
    double squared = x[0] * x[0] + x[1] * x[1];
    dx[0] = -squared * x[1];
    dx[1] = squared * x[0];
    calls++;
  }
}
