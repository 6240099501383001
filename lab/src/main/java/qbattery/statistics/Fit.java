package qbattery.statistics;

import java.util.Optional;

/**
 * The result of a fit: a curve, or the reason why the data do not determine one.
 *
 * @param <C> the curve
 */
public sealed interface Fit<C> {

  /**
   * The curve, where there is one.
   *
   * @return the curve; empty if the fit was refused
   */
  Optional<C> curve();

  /**
   * The data determine the curve.
   *
   * @param <C> the curve
   * @param found the curve of least squares
   */
  record Found<C>(C found) implements Fit<C> {

    @Override
    public Optional<C> curve() {
      return Optional.of(found);
    }
  }

  /**
   * The data do not determine the curve.
   *
   * @param <C> the curve there is none of
   * @param reason why, as a sentence
   */
  record Refused<C>(String reason) implements Fit<C> {

    @Override
    public Optional<C> curve() {
      return Optional.empty();
    }
  }
}
