package qbattery.steady;

import java.util.List;
import java.util.stream.Collectors;
import qbattery.quantum.State;

/**
 * Every start has a limit, but the limit depends on the start, because some quantities are
 * conserved.
 */
public final class SeveralSteadyStates implements AsymptoticStates {

  private final String battery;
  private final Limits limits;
  private final List<String> conservedNames;
  private final Certificate certificate;

  SeveralSteadyStates(
      String battery, Limits limits, List<String> conservedNames, Certificate certificate) {
    this.battery = battery;
    this.limits = limits;
    this.conservedNames = List.copyOf(conservedNames);
    this.certificate = certificate;
  }

  /**
   * Dimension of the space of steady states: how many conserved quantities there are, the trace
   * among them.
   *
   * @return the number of independent matrices with {@code L rho = 0}
   */
  public int dimension() {
    return limits.stationary();
  }

  /**
   * The conserved quantities beside the trace, orthonormal in {@code tr(A B)} and orthogonal to the
   * identity. Which basis of their space is given carries no meaning.
   *
   * @return {@link #dimension} - 1 Hermitian matrices
   */
  public List<ConservedQuantity> conserved() {
    return limits.conserved();
  }

  /**
   * Which of the usual quantities are conserved, each verified for every operator of the battery.
   *
   * @return their names
   */
  public List<String> conservedNames() {
    return conservedNames;
  }

  /**
   * What the answer rests on.
   *
   * @return the certificate
   */
  public Certificate certificate() {
    return certificate;
  }

  @Override
  public Destination from(State start) {
    Starts.requireFits(start, limits.space(), battery);
    return limits.from(start);
  }

  @Override
  public String describe() {
    return "%s: comes to rest; the space of steady states has %d dimensions.%n  conserved        %s%n%s"
        .formatted(
            battery,
            dimension(),
            conservedNames.isEmpty()
                ? (dimension() == 2 ? "one quantity" : dimension() - 1 + " quantities")
                    + ", none of the usual ones"
                : conservedNames.stream().collect(Collectors.joining(", ")),
            certificate.describe().indent(2).stripTrailing());
  }

  @Override
  public String toString() {
    return describe();
  }
}
