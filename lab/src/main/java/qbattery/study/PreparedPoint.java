package qbattery.study;

import java.util.List;
import qbattery.file.Setup;
import qbattery.file.words.BuiltResult;
import qbattery.file.words.ResultKind;
import qbattery.measure.Measure;
import qbattery.quantum.Operator;
import qbattery.quantum.PartOperator;

/**
 * One model with all that is measured of it, made ready to be evolved.
 *
 * @param setup the model
 * @param layout where its numbers go in a row
 * @param segments what it goes through
 * @param measuring evolves and measures
 * @param measureOf of which measure each result is; -1 if of none
 * @param units what each measure is rounded by
 */
record PreparedPoint(
    Setup setup,
    RowLayout layout,
    List<Segment> segments,
    Measuring measuring,
    List<Integer> measureOf,
    double[] units) {

  /**
   * A time that is so much shorter than all, or a measure that cannot be larger, is rounded by its
   * own size, not by 1.
   */
  static final double SHORT = 1e-6;

  /**
   * Prepares the measures.
   *
   * @throws IllegalArgumentException if one cannot be made for this model
   */
  static PreparedPoint of(Setup setup, RowLayout layout, Headway headway) {
    List<Segment> segments = Segment.of(setup);
    PreparedPoint point =
        new PreparedPoint(
            setup,
            layout,
            segments,
            Measuring.of(setup, segments, headway),
            setup.results().stream().map(r -> layout.measures().indexOf(r.measure())).toList(),
            setup.measures().stream().mapToDouble(m -> unit(setup, m)).toArray());
    point.requireWithin();
    return point;
  }

  private void requireWithin() {
    Segment last = segments.get(segments.size() - 1);
    double end = setup.times().last();
    if (end > last.to() * (1 + 1e-12)) {
      throw new IllegalArgumentException(
          "The last time is %s, but the protocol ends at %s; end the times there, or lengthen a stage."
              .formatted(end, last.to()));
    }
    for (BuiltResult result : setup.results()) {
      if (result.kind() == ResultKind.AT
          && !(result.level().orElseThrow() >= 0 && result.level().orElseThrow() <= end)) {
        throw new IllegalArgumentException(
            "A value at the time %s is asked for, but the times run from 0 to %s."
                .formatted(result.level().orElseThrow(), end));
      }
    }
  }

  /** Whether the state after a long time is asked for. */
  boolean isSteadyAsked() {
    return setup.results().stream().anyMatch(r -> r.kind().isSteady());
  }

  /**
   * How large a measure can be: an energy no larger than those that are stored lie apart, a mean no
   * larger than its operator; 0 for others, of which nothing is known.
   */
  double width(int measure) {
    Setup.BuiltMeasure of = setup.measures().get(measure);
    if (of.kind().isPartOfEnergy()) {
      Operator storage = setup.battery().storage().onPart(of.sites());
      return PartOperator.highest(storage) - PartOperator.lowest(storage);
    }
    if (of.kind().equals(Measure.TOTAL_ERGOTROPY)) {
      return 2
          * PartOperator.sizeAtMost(
              PartOperator.onAll(Gauges.whole(setup.battery(), of.operator()), of.sites()));
    }
    return of.kind().equals(Measure.EXPECTATION)
        ? PartOperator.sizeAtMost(of.operator().orElseThrow())
        : 0;
  }

  /** What a measure is rounded by: 1, or the most that it can be if that is much smaller. */
  private static double unit(Setup setup, Setup.BuiltMeasure of) {
    if (setup.ensembles().isPresent() || of.sites().isEmpty()) {
      return 1;
    }
    double most = 1;
    if (of.kind().isPartOfEnergy()) {
      most = 2 * PartOperator.sizeAtMost(setup.battery().storage().onPart(of.sites()));
    } else if (of.kind().equals(Measure.EXPECTATION)) {
      most = PartOperator.sizeAtMost(of.operator().orElseThrow());
    }
    return most > 0 && most < SHORT ? most : 1;
  }
}
