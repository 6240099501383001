package qbattery.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import qbattery.model.Battery;
import qbattery.model.InitialState;
import qbattery.quantum.State;
import qbattery.steady.Certificate;
import qbattery.steady.Destination;
import qbattery.steady.LongTime;
import qbattery.steady.NoLimit;
import qbattery.steady.Several;
import qbattery.steady.SteadyStates;
import qbattery.steady.Unique;

/**
 * Where batteries come to rest, along a sweep of their parameters: a row for each point, with what
 * is measured of the state reached and what vouches for it.
 *
 * @param description all that decides the rows beside the values of the sweep, as text: the model
 *     with its fixed parameters, the start, what is measured
 * @param sweep the parameters that change
 * @param battery the battery at the values of a point
 * @param start how each battery starts; where the steady state is unique this changes nothing
 * @param measured what is measured of the state reached
 */
public record SteadySweep(
    String description,
    Sweep sweep,
    Function<List<Double>, Battery> battery,
    InitialState start,
    List<Measured> measured)
    implements Experiment {

  /** Column after those measured: dimension of the set of steady states. */
  public static final String STEADY_STATES = "steady states";

  /** Column: slowest rate at which anything decays. */
  public static final String GAP = "slowest decay";

  /** Column: smallest eigenvalue of the steady state, or of what the fully mixed start comes to. */
  public static final String SMALLEST_EIGENVALUE = "smallest eigenvalue";

  /** Column: how far the generator moves the steady state, in the Hilbert-Schmidt norm. */
  public static final String RESIDUAL = "residual";

  /** Column: bound on the error of the state, in the Hilbert-Schmidt norm. */
  public static final String ERROR = "error of the state";

  private static final List<String> VOUCHING =
      List.of(STEADY_STATES, GAP, SMALLEST_EIGENVALUE, RESIDUAL, ERROR);

  /**
   * A number taken from a state.
   *
   * @param name what it is called, with its unit where it has one
   * @param measure how it is found
   */
  public record Measured(String name, Function<State, Double> measure) {}

  /** Copies the list. */
  public SteadySweep {
    measured = List.copyOf(measured);
  }

  @Override
  public String identity() {
    StringBuilder text = new StringBuilder(description);
    for (Sweep.Along axis : sweep.axes()) {
      text.append("\n").append(axis.name()).append(" =");
      // The bits, as Double.toString changed between Java versions.
      axis.values().forEach(value -> text.append(' ').append(Double.toHexString(value)));
    }
    return text.append("\nrows: ").append(String.join("; ", columns())).toString();
  }

  @Override
  public List<String> columns() {
    List<String> names = new ArrayList<>(measured.stream().map(Measured::name).toList());
    names.addAll(VOUCHING);
    return List.copyOf(names);
  }

  /**
   * {@inheritDoc}
   *
   * <p>What is measured is NaN where the start keeps oscillating; all is NaN where it could not be
   * told what becomes of the battery.
   */
  @Override
  public double[] row(int index) {
    Battery at = battery.apply(sweep.at(index));
    LongTime answer = SteadyStates.of(at);
    double[] row = new double[measured.size() + VOUCHING.size()];
    Arrays.fill(row, Double.NaN);
    if (answer.from(start.of(at)) instanceof Destination.Settles settled) {
      for (int k = 0; k < measured.size(); k++) {
        row[k] = measured.get(k).measure().apply(settled.state());
      }
      row[row.length - 1] = settled.error();
    }
    if (answer instanceof Unique unique) {
      vouch(row, 1, unique.certificate());
    } else if (answer instanceof Several several) {
      vouch(row, several.dimension(), several.certificate());
    } else if (answer instanceof NoLimit none) {
      vouch(row, none.stationary(), none.certificate());
    }
    return row;
  }

  private void vouch(double[] row, int steadyStates, Certificate certificate) {
    int from = measured.size();
    row[from] = steadyStates;
    row[from + 1] = certificate.gap();
    row[from + 2] = certificate.smallestEigenvalue();
    row[from + 3] = certificate.residual();
  }
}
