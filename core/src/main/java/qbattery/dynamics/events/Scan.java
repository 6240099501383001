package qbattery.dynamics.events;

import java.util.function.DoubleUnaryOperator;

/** Receives a curve piece by piece while it is computed. */
public interface Scan {

  /** The curve may jump where the last piece ended. */
  void mayJump();

  /**
   * Whether anything more is to be shown.
   *
   * @return false if nothing needs to be shown any more
   */
  boolean isOpen();

  /**
   * Whether pieces have to be so short that a few looks tell the course of the curve.
   *
   * @return false if any will do
   */
  default boolean looksClosely() {
    return isOpen();
  }

  /**
   * Is told how far what has to be made before the first piece is, where that takes long.
   *
   * @param share the part of the work that is done, from 0 to 1
   */
  default void preparing(double share) {
    // most only look at the curve
  }

  /**
   * Looks at the next piece of the curve.
   *
   * @param start where it starts: where the one before ended, or before the start of the search
   * @param end where it ends
   * @param curve the quantity as a function of time, smooth inside but for a few kinks
   */
  void look(double start, double end, DoubleUnaryOperator curve);
}
