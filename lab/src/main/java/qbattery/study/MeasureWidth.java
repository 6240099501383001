package qbattery.study;

import java.util.List;
import java.util.function.ToDoubleFunction;
import qbattery.dynamics.PreparedMeasure;
import qbattery.dynamics.Quantity;
import qbattery.file.Setup;
import qbattery.measure.Measure;
import qbattery.model.Envelope;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.PartOperator;
import qbattery.quantum.Spectrum;

/**
 * How large a measure can be in any state: by that an error of the state in the trace norm is
 * multiplied where it moves the measure in proportion.
 *
 * <p>Of an energy and its parts it is the distance of the levels of H0, and of the total ergotropy
 * of those of H0 + Hint; of a power or a current the norm of its operator, such as the adjoint
 * generator on H0, which may be large where the value is 0.
 */
final class MeasureWidth {

  private MeasureWidth() {}

  /**
   * The width.
   *
   * @param measure what is measured, on the sites that are left
   * @param gauge the same, ready for the battery
   * @param segment the battery
   */
  static double of(Setup.BuiltMeasure measure, PreparedMeasure gauge, Segment segment) {
    if (gauge.quantities().isEmpty()) {
      return 0;
    }
    if (measure.kind().is(Measure.TOTAL_ERGOTROPY)) {
      return 2 * PartOperator.sizeAtMost(whole(measure, segment));
    }
    return measure.kind().isOfEnergies()
        ? stored(measure.sites(), segment)
        : sum(gauge, drive -> StrictMath.abs(drive.at(Double.POSITIVE_INFINITY)));
  }

  /** The distance of the levels of H0 on some sites, but no less than its size. */
  static double stored(List<Integer> sites, Segment segment) {
    Operator storage = segment.measured().storage().onPart(here(sites, segment));
    double highest = PartOperator.highest(storage);
    double lowest = PartOperator.lowest(storage);
    if (storage.space().hasSpins() && Observable.refusal(storage).isEmpty()) {
      Spectrum all = Observable.of(storage).spectrum(); // passive states may use all of them
      highest = StrictMath.max(highest, all.max());
      lowest = StrictMath.min(lowest, all.min());
    }
    // A trace that rounding puts off counts from the zero of H0.
    return StrictMath.max(
        highest - lowest, StrictMath.max(StrictMath.abs(highest), StrictMath.abs(lowest)));
  }

  /** A bound of the norms of the operators at any time, without an eigenvalue. */
  static double size(Setup.BuiltMeasure measure, PreparedMeasure gauge, Segment segment) {
    if (gauge.quantities().isEmpty()) {
      return 0;
    }
    if (measure.kind().is(Measure.TOTAL_ERGOTROPY)) {
      return PartOperator.sizeAtMost(whole(measure, segment));
    }
    return measure.kind().isOfEnergies()
        ? sizeOfStorage(measure.sites(), segment)
        : sum(gauge, Envelope::largest);
  }

  /** A bound of the norm of H0 on some sites. */
  static double sizeOfStorage(List<Integer> sites, Segment segment) {
    return PartOperator.sizeAtMost(segment.measured().storage().onPart(here(sites, segment)));
  }

  private static Operator whole(Setup.BuiltMeasure measure, Segment segment) {
    return PartOperator.onAll(
        new StageMeasures(segment.measured(), segment.left()).whole(measure),
        here(measure.sites(), segment));
  }

  private static List<Integer> here(List<Integer> sites, Segment segment) {
    return sites.stream().map(segment.left()::indexOf).sorted().toList();
  }

  /** The norms of operators that are added up; 1 for a measure that is made of none. */
  private static double sum(PreparedMeasure gauge, ToDoubleFunction<Envelope> drive) {
    double sum = 0;
    for (Quantity quantity : gauge.quantities()) {
      if (quantity instanceof Quantity.Expectation expectation) {
        sum += PartOperator.sizeAtMost(expectation.operator());
      } else if (quantity instanceof Quantity.Modulated modulated) {
        sum +=
            drive.applyAsDouble(modulated.envelope())
                * PartOperator.sizeAtMost(modulated.operator());
      } else {
        return 1;
      }
    }
    return sum;
  }
}
