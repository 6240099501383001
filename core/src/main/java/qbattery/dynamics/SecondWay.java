package qbattery.dynamics;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The rule by which an evolution is computed a second time, so that the difference shows its error;
 * see {@link Evolution#secondWay}.
 *
 * <p>The second method is another one where that is quick, and otherwise the same with looser
 * tolerances: the error of the steps is then larger by about their ratio and of one sign, so that
 * the difference is not less than the error of the first.
 */
public final class SecondWay {

  /** Up to this dimension the matrix exponential costs less than the integrator. */
  private static final int SMALL = 4;

  /** Up to this dimension a density matrix is evolved in about a second. */
  private static final int CHEAP = 128;

  /** The same of a state vector. */
  private static final int CHEAP_VECTOR = 4096;

  private static final double LOOSER = 10;

  /** The same where the first way takes long: at order 8 this saves nearly half of the steps. */
  private static final double MUCH_LOOSER = 100;

  private SecondWay() {}

  /**
   * The second method.
   *
   * @param first the method of the first way
   * @param dimension how many levels the battery has
   * @param isDriven whether it has drives
   * @param isCheap whether the first way takes little, see {@link #isCheap}
   * @return the method; nothing if the first has tolerances so loose that none are looser
   */
  public static Optional<Method> of(
      Method first, long dimension, boolean isDriven, boolean isCheap) {
    if (!(first instanceof Method.DormandPrince steps)) {
      return Optional.of(Method.DormandPrince.TIGHT);
    }
    if (dimension <= SMALL && !isDriven) {
      return Optional.of(new Method.Exact());
    }
    double factor = isCheap ? LOOSER : MUCH_LOOSER;
    double relative = steps.rtol() * factor;
    double absolute = steps.atol() * factor;
    return relative >= 1 || absolute >= 1
        ? Optional.empty()
        : Optional.of(new Method.DormandPrince(relative, absolute));
  }

  /**
   * Whether an evolution takes about a second at most.
   *
   * @param dimension how many levels the battery has
   * @param isVector whether its state stays a vector; asked only where it matters
   * @return whether it does
   */
  public static boolean isCheap(long dimension, BooleanSupplier isVector) {
    return dimension <= CHEAP || (dimension <= CHEAP_VECTOR && isVector.getAsBoolean());
  }
}
