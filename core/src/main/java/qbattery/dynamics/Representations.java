package qbattery.dynamics;

import java.util.Optional;
import qbattery.model.Battery;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.State;
import qbattery.quantum.StateVector;

/** Chooses the form in which a state is evolved. */
public final class Representations {

  static final String SMALLEST = "the smallest form that is exact";
  static final String AS_ASKED = "as asked for";

  /** Blocks that are found are taken if other forms hold so many times the numbers. */
  private static final long SAVING = 2;

  private Representations() {}

  /**
   * The representation of a battery and its start.
   *
   * @param battery the battery
   * @param start its state at the start
   * @param form the form asked for
   * @return the representation
   * @throws IllegalArgumentException if the form asked for does not serve them
   */
  public static Representation of(Battery battery, State start, StateForm form) {
    return switch (form) {
      case SMALLEST -> smallest(battery, start);
      case FULL_MATRIX -> new FullMatrix(battery);
      case PAULI_COEFFICIENTS ->
          pauli(battery)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Pauli coefficients serve two-level cells whose terms act on at most 3 cells; the battery '%s' is not made so."
                              .formatted(battery.name())));
      case EXCITATION_SECTORS ->
          ExcitationSectors.of(battery, start)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Excitation sectors do not serve '%s': %s."
                              .formatted(
                                  battery.name(),
                                  ExcitationSectors.refusal(battery, start).orElseThrow())));
      case STATE_VECTOR ->
          pure(battery, start)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "A state vector does not serve '%s': %s."
                              .formatted(
                                  battery.name(),
                                  PureState.isClosed(battery)
                                      ? "the start is a mixture"
                                      : "the battery has surroundings, which make a mixture")));
    };
  }

  /**
   * Why a form was chosen, where the choice was the program's.
   *
   * @param battery the battery
   * @param start its state at the start
   * @param form the form asked for
   * @param chosen what was chosen
   * @return the reason, for a person
   */
  static String reason(Battery battery, State start, StateForm form, Representation chosen) {
    if (form == StateForm.SMALLEST
        && (chosen instanceof DensityBlocks || chosen instanceof PureState)) {
      return SMALLEST;
    }
    return form == StateForm.SMALLEST
        ? ExcitationSectors.refusal(battery, start)
            .map(why -> "excitation sectors do not serve, as " + why)
            .orElse(SMALLEST)
        : AS_ASKED;
  }

  private static Representation smallest(Battery battery, State start) {
    Optional<Representation> vector = pure(battery, start);
    if (vector.isPresent()) { // never larger than the others: a pure start is in one sector
      return vector.get();
    }
    Optional<Representation> reached = reached(battery, start);
    if (reached.isPresent()) {
      return reached.get();
    }
    Optional<Representation> sectors = ExcitationSectors.of(battery, start);
    if (sectors.isPresent()) {
      return sectors.get();
    }
    return pauli(battery).orElseGet(() -> new FullMatrix(battery));
  }

  /** Blocks that the start can reach, where they save much or nothing else serves. */
  private static Optional<Representation> reached(Battery battery, State start) {
    if (battery.space().hasMultiplets()) {
      return ReachedBlocks.of(battery, start);
    }
    if (start.groups().equals(BasisGroups.byExcitations(battery.space()))) {
      return Optional.empty(); // who made the start in sectors counts on them
    }
    BasisGroups groups = ReachedBlocks.groups(battery, start);
    double sectors =
        ExcitationSectors.refusal(battery, start).isEmpty()
            ? ReachedBlocks.numbers(BasisGroups.byExcitations(battery.space()))
            : Double.POSITIVE_INFINITY;
    double d = battery.space().dimension();
    boolean cells = battery.space().localDimensions().stream().allMatch(levels -> levels == 2);
    double others = StrictMath.min(sectors, cells ? d * d : 2 * d * d);
    return ReachedBlocks.numbers(groups) * SAVING <= others
        ? ReachedBlocks.of(battery, start)
        : Optional.empty();
  }

  private static Optional<Representation> pure(Battery battery, State start) {
    return PureState.isClosed(battery)
        ? StateVector.of(start)
            .flatMap(vector -> PureState.of(battery, vector))
            .map(Representation.class::cast)
        : Optional.empty();
  }

  private static Optional<Representation> pauli(Battery battery) {
    return PauliRepresentation.of(battery).map(Representation.class::cast);
  }
}
