package qbattery.study;

import java.util.List;
import java.util.stream.IntStream;
import qbattery.file.Setup;
import qbattery.file.words.BuiltResult;
import qbattery.file.words.ResultKind;

/**
 * One model with all that is measured of it, made ready to be evolved.
 *
 * @param setup the model
 * @param layout where its numbers go in a row
 * @param segments what it goes through
 * @param measuring evolves and measures
 * @param energies what ratios divide by
 * @param measureOf of which measure each result is; -1 if of none
 * @param units what each measure is rounded by
 * @param headway is told how far it is
 */
record PreparedPoint(
    Setup setup,
    RowLayout layout,
    List<Segment> segments,
    Measuring measuring,
    StoredEnergies energies,
    List<Integer> measureOf,
    double[] units,
    Headway headway) {

  /**
   * A time that is so much shorter than all, or a measure that cannot be larger, is rounded by its
   * own size, not by 1.
   */
  static final double SHORT = 1e-6;

  /** Two of eight units in the last place are taken for the rounding of a large sum. */
  private static final double SUMMED = 4;

  /**
   * Prepares the measures.
   *
   * @throws IllegalArgumentException if one cannot be made for this model
   */
  static PreparedPoint of(Setup setup, RowLayout layout, Headway headway) {
    List<Segment> segments = Segment.of(setup);
    Measuring measuring = Measuring.of(setup, segments, headway);
    PreparedPoint point =
        new PreparedPoint(
            setup,
            layout,
            segments,
            measuring,
            new StoredEnergies(setup, segments, headway),
            setup.results().stream().map(r -> layout.measures().indexOf(r.measure())).toList(),
            IntStream.range(0, setup.measures().size())
                .mapToDouble(q -> unit(measuring.size(q)))
                .toArray(),
            headway);
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
   * What a measure is rounded by: 1, or its own size if that is much smaller; and of a sum of large
   * products its share of that, as eight units in the last place are taken of what this gives.
   */
  private static double unit(double size) {
    return size > SUMMED ? size / SUMMED : size > 0 && size < SHORT ? size : 1;
  }
}
