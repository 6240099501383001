package qbattery.experiment;

/** The number of realisations to take where a paper prints one. */
public sealed interface SampleSize {

  /** As many as the paper took. */
  record Published() implements SampleSize {}

  /** A tenth of them, at least eight and at most as many as published: for a first look. */
  record Quick() implements SampleSize {}

  /**
   * As many as it takes until the standard error of every mean that is asked for is below a target;
   * looked at only at fixed numbers of realisations, so that the stop is reproducible.
   *
   * @param standardError the target, positive
   */
  record TargetError(double standardError) implements SampleSize {

    /**
     * Checks the target.
     *
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public TargetError {
      if (!(standardError > 0) || Double.isInfinite(standardError)) {
        throw new IllegalArgumentException(
            "The target for the standard error is %s; it must be a positive, finite number."
                .formatted(standardError));
      }
    }
  }
}
