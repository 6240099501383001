package qbattery.steady;

import java.util.List;
import java.util.stream.Collectors;
import qbattery.model.Battery;
import qbattery.quantum.State;

/** Some starts oscillate without damping and have no limit. */
public final class PersistentOscillations implements AsymptoticStates {

  private static final int LISTED = 8; // frequencies that fit on a line

  private final Battery battery;
  private final Limits limits;
  private final List<String> conservedNames;
  private final Certificate certificate;

  PersistentOscillations(
      Battery battery, Limits limits, List<String> conservedNames, Certificate certificate) {
    this.battery = battery;
    this.limits = limits;
    this.conservedNames = List.copyOf(conservedNames);
    this.certificate = certificate;
  }

  /**
   * The frequencies of the oscillations that last.
   *
   * @return frequencies, rising
   */
  public List<Frequency> frequencies() {
    return limits.frequencies();
  }

  @Override
  public int dimension() {
    return limits.stationary();
  }

  /**
   * The conserved quantities beside the trace, as those of {@link SeveralSteadyStates#conserved}.
   *
   * @return {@link #dimension} - 1 Hermitian matrices
   */
  public List<ConservedQuantity> conserved() {
    return limits.conserved();
  }

  /**
   * Which of the usual quantities are conserved.
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
        "'%s' can oscillate for ever; what becomes of one start tells from(start)."
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
    String listed =
        frequencies().stream()
            .limit(LISTED)
            .map(f -> "%.6g (%d)".formatted(f.omega(), f.multiplicity()))
            .collect(Collectors.joining(", "));
    return "%s: has no limit; it can oscillate for ever (frequencies: %d; stationary states beside: %d).%n  frequencies      %s%s%n  conserved        %s%n%s"
        .formatted(
            battery.name(),
            frequencies().size(),
            dimension(),
            listed,
            frequencies().size() > LISTED ? ", ..." : "",
            conservedNames.isEmpty()
                ? "none of the usual quantities"
                : String.join(", ", conservedNames),
            certificate.describe().indent(2).stripTrailing());
  }

  @Override
  public String toString() {
    return describe();
  }
}
