package qbattery.steady;

import java.util.List;
import java.util.stream.Collectors;
import qbattery.model.Battery;
import qbattery.quantum.State;

/**
 * Every start has a limit, but the limit depends on the start, because some quantities are
 * conserved.
 */
public final class SeveralSteadyStates implements AsymptoticStates {

  private final Battery battery;
  private final Limits limits;
  private final List<String> conservedNames;
  private final Certificate certificate;

  SeveralSteadyStates(
      Battery battery, Limits limits, List<String> conservedNames, Certificate certificate) {
    this.battery = battery;
    this.limits = limits;
    this.conservedNames = List.copyOf(conservedNames);
    this.certificate = certificate;
  }

  @Override
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

  @Override
  public Battery battery() {
    return battery;
  }

  @Override
  public State state() {
    throw new NoSteadyStateException(
        "Where '%s' comes to rest depends on the start: ask from(start)."
            .formatted(battery.name()));
  }

  @Override
  public Certificate certificate() {
    return certificate;
  }

  @Override
  public Destination from(State start) {
    Starts.requireFits(start, limits.space(), battery.name());
    return limits.from(start);
  }

  @Override
  public String describe() {
    return "%s: comes to rest; the space of steady states has %d dimensions.%n  conserved        %s%n%s"
        .formatted(
            battery.name(),
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
