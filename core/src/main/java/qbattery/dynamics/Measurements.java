package qbattery.dynamics;

import java.util.List;
import java.util.Optional;
import qbattery.measure.Estimate;
import qbattery.measure.Measure;
import qbattery.quantum.State;

/** What was measured of an evolution: times, the values of each measure, and the states. */
public final class Measurements {

  private final Evolution evolution;
  private final List<Measure> measures;
  private final List<double[]> values;
  private final Optional<List<double[]>> second;

  Measurements(
      Evolution evolution,
      List<Measure> measures,
      List<double[]> values,
      Optional<List<double[]>> second) {
    this.evolution = evolution;
    this.measures = measures;
    this.values = values;
    this.second = second;
  }

  /**
   * When it was measured.
   *
   * @return the times, ascending
   */
  public double[] times() {
    return evolution.times().toArray();
  }

  /**
   * The values of a measure.
   *
   * @param measure one that was asked for
   * @return its values, one a time
   * @throws IllegalArgumentException if it was not asked for
   */
  public double[] of(Measure measure) {
    return values.get(index(measure)).clone();
  }

  /**
   * The errors of these values: the largest difference of both ways over all times, as both may
   * agree at one of them by chance.
   *
   * @param measure one that was asked for
   * @return an error for each time, the same for all; NaN where the measure has no value
   * @throws IllegalArgumentException if the measure was not asked for, or errors were not
   */
  public double[] errorsOf(Measure measure) {
    int index = index(measure);
    double[] one = values.get(index);
    double[] other =
        second
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No errors were computed: ask for them with withErrors(), and with tolerances that are not too loose for a second way."))
            .get(index);
    double largest = 0;
    double[] errors = new double[one.length];
    for (int k = 0; k < errors.length; k++) {
      boolean has = !Double.isNaN(one[k]) && !Double.isNaN(other[k]);
      largest = StrictMath.max(largest, has ? Estimate.witnessed(one[k], other[k]).error() : 0);
      errors[k] = has ? 1 : Double.NaN;
    }
    for (int k = 0; k < errors.length; k++) {
      errors[k] *= largest;
    }
    return errors;
  }

  /**
   * The state at a time; it is evolved again where the states were not kept.
   *
   * @param t a time from 0 to the end
   * @return the state
   * @throws IllegalArgumentException if the time lies outside
   */
  public State at(double t) {
    return evolution.at(t);
  }

  private int index(Measure measure) {
    int index = measures.indexOf(measure);
    if (index < 0) {
      throw new IllegalArgumentException(
          "'%s' was not measured; there are %s.".formatted(measure, measures));
    }
    return index;
  }
}
