package qbattery.steady;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.SingularValues;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/**
 * The undamped modes as matrices: a start tends to {@code sum_k R_k tr(X_k^+ rho) exp(i omega_k
 * t)}.
 *
 * @param space the space
 * @param modes all that last, of either sign of omega
 * @param same frequencies that differ by less are the same
 * @param error bound on the error of a limit
 */
record AsymptoticModes(Space space, List<AsymptoticMode> modes, double same, double error)
    implements Limits {

  /** An amplitude below this many errors is not there. */
  static final double VISIBLE = 10;

  AsymptoticModes {
    modes = modes.stream().sorted(Comparator.comparingDouble(AsymptoticMode::omega)).toList();
  }

  @Override
  public int stationary() {
    return (int) modes.stream().filter(m -> m.omega() == 0).count();
  }

  @Override
  public List<Frequency> frequencies() {
    return groups().stream().map(g -> new Frequency(mean(g), g.size())).toList();
  }

  /** The modes of each positive frequency. */
  private List<List<AsymptoticMode>> groups() {
    List<List<AsymptoticMode>> groups = new ArrayList<>();
    double before = 0;
    for (AsymptoticMode mode : modes) {
      if (mode.omega() > 0) {
        if (groups.isEmpty() || mode.omega() - before > same) {
          groups.add(new ArrayList<>());
        }
        groups.get(groups.size() - 1).add(mode);
        before = mode.omega();
      }
    }
    return groups;
  }

  private static double mean(List<AsymptoticMode> group) {
    return group.stream().mapToDouble(AsymptoticMode::omega).average().orElseThrow();
  }

  @Override
  public List<ConservedQuantity> conserved() {
    return HermitianBasis.of(
        modes.stream().filter(m -> m.omega() == 0).map(AsymptoticMode::left).toList());
  }

  /** The image of a matrix under the mean over long times. */
  ComplexMatrix mean(ComplexMatrix rho) {
    return sum(modes.stream().filter(m -> m.omega() == 0).toList(), rho);
  }

  private ComplexMatrix sum(List<AsymptoticMode> some, ComplexMatrix rho) {
    int d = space.dimension();
    ComplexMatrix sum = ComplexMatrix.identity(d).times(0);
    for (AsymptoticMode mode : some) {
      Complex amplitude = mode.overlap(rho);
      if (amplitude.abs() > 0) {
        sum = sum.plus(mode.right().times(amplitude));
      }
    }
    return sum;
  }

  @Override
  public Destination from(State start) {
    ComplexMatrix rho = start.matrix();
    double accuracy = StrictMath.max(error, start.tolerance());
    State mean;
    try {
      mean = State.of(space, mean(rho), StrictMath.max(VISIBLE * error, start.tolerance()));
    } catch (IllegalArgumentException notAState) {
      return new Destination.Unknown(
          "What this start comes to was computed, but is no state: " + notAState.getMessage());
    }
    List<Destination.Oscillation> oscillations = new ArrayList<>();
    for (List<AsymptoticMode> group : groups()) {
      ComplexMatrix turning = sum(group, rho);
      double amplitude = traceNorm(turning);
      if (amplitude > VISIBLE * error * space.dimension()) {
        oscillations.add(new Destination.Oscillation(mean(group), amplitude, Optional.of(turning)));
      }
    }
    return oscillations.isEmpty()
        ? new Destination.Settles(mean, accuracy)
        : new Destination.Oscillates(mean, oscillations, accuracy);
  }

  static double traceNorm(ComplexMatrix matrix) {
    double sum = 0;
    for (double value : SingularValues.valuesOf(matrix)) {
      sum += value;
    }
    return sum;
  }
}
