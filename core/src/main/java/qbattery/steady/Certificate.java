package qbattery.steady;

/**
 * The evidence for an answer about long times. Rates and frequencies below the tolerance cannot be
 * told from zero. What is conserved or degenerate is so to the rounding of the model's own numbers:
 * rates to about 1e-15 of the largest, frequencies to about 3 (d + 8) units in the last place, so
 * 1e-14 of the largest at d = 8. The conservation defect says how closely a conserved quantity or a
 * lasting oscillation was verified, each operator of the battery taken by itself, whatever its
 * rate.
 *
 * @param evidence how it was established
 * @param residual {@code ||L rho||} in the Hilbert-Schmidt norm; of several, the largest
 * @param smallestEigenvalue smallest eigenvalue of the steady state, or of the state that the fully
 *     mixed one comes to
 * @param gap slowest rate at which anything decays; infinite if nothing does. It carries no bound:
 *     where k decays meet in one (an exceptional point) only about 16/k digits of it are right
 * @param zeroTolerance singular values and rates up to this count as zero
 * @param largestZero the largest singular value counted as zero
 * @param smallestNonZero the smallest singular value beside it in the same components, or for large
 *     components an estimate of it
 * @param stateError bound on the error of the state, in the Hilbert-Schmidt norm
 * @param conservationDefect largest relative departure in the algebraic check; zero where none is
 *     needed
 * @param dimension dimension of the Hilbert space
 * @param components number of parts into which symmetries cut the generator
 * @param largestComponent size of the largest part
 */
public record Certificate(
    Evidence evidence,
    double residual,
    double smallestEigenvalue,
    double gap,
    double zeroTolerance,
    double largestZero,
    double smallestNonZero,
    double stateError,
    double conservationDefect,
    int dimension,
    int components,
    int largestComponent) {

  /**
   * The time in which the slowest decay falls to 1/e.
   *
   * @return {@code 1/gap}; 0 if nothing decays
   */
  public double relaxationTime() {
    return 1 / gap;
  }

  /**
   * The certificate for a person.
   *
   * @return a few lines
   */
  public String describe() {
    return """
           established by   %s (%d components, the largest of %d, of a space of %d dimensions)
           ||L rho||        %.1e; error of the state at most %.1e; smallest eigenvalue %.1e
           slowest decay    %s
           taken for zero   up to %.1e (tolerance %.1e); the next singular value is %.1e
           algebraic check  %s"""
        .formatted(
            evidence.text(),
            components,
            largestComponent,
            dimension,
            residual,
            stateError,
            smallestEigenvalue,
            Double.isInfinite(gap)
                ? "none"
                : "rate %.6g, time %.6g".formatted(gap, relaxationTime()),
            largestZero,
            zeroTolerance,
            smallestNonZero,
            conservationDefect == 0 ? "not needed" : "kept to %.1e".formatted(conservationDefect));
  }
}
