package qbattery.paper.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Tolerance.TIGHT;
import static qbattery.testing.Tolerance.rounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import qbattery.experiment.Course;
import qbattery.measure.Estimate;

/** What is made of curves at each time, with extremes between their nodes. */
class CourseArrayTest {

  private static final Coordinate N = Coordinate.of("n", 1, 2);

  private static Course course(DoubleUnaryOperator curve, double end) {
    double[] nodes = IntStream.rangeClosed(0, 16).mapToDouble(k -> k * end / 16).toArray();
    return Course.of(curve, nodes, t -> curve.applyAsDouble(t) * (1 + 1e-12), nodes);
  }

  private static CourseArray sines(List<Double> looks) {
    return new CourseArray(
        List.of(N),
        List.of(
            course(
                t -> {
                  looks.add(t);
                  return StrictMath.sin(t);
                },
                3),
            course(t -> StrictMath.sin(2 * t), 3)));
  }

  private static DataArray part(Map<String, DataArray> now, String name) {
    return Objects.requireNonNull(now.get(name));
  }

  @Test
  void aFormulaIsTakenAtEachTime() {
    CourseArray made =
        CourseArray.made(
            Map.of("s", sines(new ArrayList<>())),
            now -> part(now, "s").with(DataArray.of(N), (a, b) -> Arithmetic.join('*', a, b)),
            true);
    assertThat(made.axes()).containsExactly(N);
    DataArray largest = made.each(c -> c.largest().value());
    assertThat(largest.cells().get(0).value()).isCloseTo(1, rounding(2));
    assertThat(largest.cells().get(1).value()).isCloseTo(2, rounding(2));
    assertThat(largest.cells().get(1).error()).isPositive().isLessThan(TIGHT);
  }

  /** The course of n = 2 does not look at that of n = 1, which may be dear. */
  @Test
  void aCourseIsMadeOfThosePartsAloneThatItNeeds() {
    List<Double> looks = new ArrayList<>();
    CourseArray made =
        CourseArray.made(
            Map.of("s", sines(looks)), now -> part(now, "s").each(e -> e.times(2)), true);
    int before = looks.size();
    assertThat(made.cells().get(1).largest().value().value()).isCloseTo(2, rounding(2));
    assertThat(looks).hasSize(before);
    made.cells().get(0).largest();
    assertThat(looks).hasSizeGreaterThan(before);
  }

  /** Where a formula may pass over what has no value, a part cannot be told by leaving it out. */
  @Test
  void whatIsLeftOutNowMayCountLater() {
    CourseArray made =
        CourseArray.made(
            Map.of("s", sines(new ArrayList<>())),
            now ->
                part(now, "s")
                    .reduced(
                        "n",
                        row -> {
                          List<Estimate> both = row.numbers();
                          return both.get(1).value() < 0 ? both.get(0) : Estimate.exact(0);
                        }),
            false);
    // sin(2 t) is below 0 from pi/2 on, where sin(t) is 1
    assertThat(made.cells().get(0).largest().value().value()).isCloseTo(1, within(1e-6));
  }

  @Test
  void curvesOfTwoSpansAreJoinedWhereBothAre() {
    Map<String, CourseArray> parts = new TreeMap<>();
    parts.put("a", new CourseArray(List.of(), List.of(course(t -> t, 3))));
    parts.put("b", new CourseArray(List.of(), List.of(course(t -> 2 * t, 1))));
    CourseArray made =
        CourseArray.made(
            parts,
            now -> part(now, "a").with(part(now, "b"), (a, b) -> Arithmetic.join('+', a, b)),
            true);
    assertThat(made.cells().get(0).end()).isEqualTo(1);
    assertThat(made.from(0.5).cells().get(0).smallest().value().value())
        .isCloseTo(1.5, rounding(2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> made.between(0.5, 2))
        .withMessageContaining("has no part from 0.5 to 2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> made.within(2))
        .withMessageContaining("lies outside a course from 0.0 to 1.0");
  }
}
