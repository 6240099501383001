package qbattery.dynamics;

/** An integration cannot go on: something changes too fast for numbers of 16 digits. */
public final class StepsFailedException extends ArithmeticException {

  private static final long serialVersionUID = 1;

  /**
   * At a time.
   *
   * @param t the time
   * @param step the step that would have been taken
   * @param rate the largest rate of change of the state there; NaN or infinite if it is none
   */
  StepsFailedException(double t, double step, double rate) {
    super(
        Double.isFinite(rate) && Double.isFinite(step)
            ? "At t = %.6g the state changes at a rate of %.2g, and the step that this asks for, %.2g, is less than numbers of 16 digits tell from nothing at that time. A rate, an energy or a drive is too large there, a pulse too narrow, or its derivative not finite."
                .formatted(t, rate, step)
            : "At t = %.6g the rate of change of the state is not finite: a rate, an energy or a drive there is too large for a number, of which the largest is 1.8e308."
                .formatted(t));
  }
}
