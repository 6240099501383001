package qbattery.paper.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import qbattery.experiment.Course;
import qbattery.measure.Estimate;

/**
 * Courses of numbers over time along axes, the last axis running fastest; each is known at every
 * time.
 *
 * @param axes the axes without time
 * @param cells the courses, as many as the product of the sizes of the axes
 */
public record CourseArray(List<Coordinate> axes, List<Course> cells) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the courses do not fit the axes
   */
  public CourseArray {
    axes = List.copyOf(axes);
    cells = List.copyOf(cells);
    int size = axes.stream().mapToInt(Coordinate::size).reduce(1, (a, b) -> a * b);
    if (size != cells.size()) {
      throw new IllegalArgumentException(
          "%d courses do not fit axes of %d points.".formatted(cells.size(), size));
    }
  }

  /**
   * Arrays beside each other along a new first axis.
   *
   * @param axis the new axis
   * @param parts one array for each of its values, all with the same axes
   * @return the array
   */
  public static CourseArray along(Coordinate axis, List<CourseArray> parts) {
    List<Coordinate> axes = new ArrayList<>();
    axes.add(axis);
    axes.addAll(parts.get(0).axes());
    if (parts.stream().anyMatch(p -> !p.axes().equals(parts.get(0).axes()))) {
      throw new IllegalArgumentException(
          "The values along the other axes differ along '%s'.".formatted(axis.name()));
    }
    return new CourseArray(axes, parts.stream().flatMap(p -> p.cells().stream()).toList());
  }

  /**
   * What a formula makes of several arrays at each time.
   *
   * @param parts the arrays by their names in the formula, at least one
   * @param formula gives the numbers at a time from those of the parts
   * @param passesOn whether a part that has no value always leaves what needs it without one; where
   *     that is so, a course is made of those parts alone that it needs
   * @return the courses of what the formula gives
   */
  public static CourseArray made(
      Map<String, CourseArray> parts,
      Function<Map<String, DataArray>, DataArray> formula,
      boolean passesOn) {
    List<Course> all = parts.values().stream().flatMap(p -> p.cells().stream()).toList();
    double start = all.stream().mapToDouble(Course::start).max().orElseThrow();
    double end = all.stream().mapToDouble(Course::end).min().orElseThrow();
    List<Course> shared =
        all.stream()
            .map(c -> c.start() == start && c.end() == end ? c : c.between(start, end))
            .toList();
    double[] first = shared.stream().mapToDouble(c -> c.at(start).value()).toArray();
    DataArray shape = formula.apply(at(parts, first));
    List<List<Integer>> needed = new ArrayList<>();
    shape.cells().forEach(c -> needed.add(new ArrayList<>()));
    for (int j = 0; j < first.length; j++) {
      double[] without = first.clone();
      without[j] = Double.NaN;
      List<Estimate> left = passesOn ? formula.apply(at(parts, without)).cells() : List.of();
      for (int k = 0; k < needed.size(); k++) {
        if (!passesOn || Double.isNaN(left.get(k).value())) {
          needed.get(k).add(j);
        }
      }
    }
    List<Course> cells = new ArrayList<>();
    for (int k = 0; k < needed.size(); k++) {
      int cell = k;
      List<Integer> of = needed.get(k).isEmpty() ? List.of(0) : needed.get(k);
      cells.add(
          Course.combined(
              of.stream().map(shared::get).toList(),
              values -> {
                double[] now = first.clone();
                IntStream.range(0, values.length).forEach(i -> now[of.get(i)] = values[i]);
                return formula.apply(at(parts, now)).cells().get(cell).value();
              }));
    }
    return new CourseArray(shape.axes(), cells);
  }

  private static Map<String, DataArray> at(Map<String, CourseArray> parts, double[] values) {
    Map<String, DataArray> now = new LinkedHashMap<>();
    int from = 0;
    for (Map.Entry<String, CourseArray> part : parts.entrySet()) {
      List<Estimate> cells = new ArrayList<>();
      for (int k = 0; k < part.getValue().cells().size(); k++) {
        double value = values[from + k];
        cells.add(Double.isNaN(value) ? Reductions.MISSING : Estimate.exact(value));
      }
      from += cells.size();
      now.put(part.getKey(), new DataArray(part.getValue().axes(), cells));
    }
    return now;
  }

  /**
   * A part of each course.
   *
   * @param from where it begins
   * @param to where it ends
   * @return the parts
   * @throws IllegalArgumentException if the courses do not reach so far
   */
  public CourseArray between(double from, double to) {
    for (Course course : cells) {
      if (!(course.start() <= from && from < to && to <= course.end())) {
        throw new IllegalArgumentException(
            "A course from %s to %s has no part from %s to %s."
                .formatted(course.start(), course.end(), from, to));
      }
    }
    return new CourseArray(axes, cells.stream().map(c -> c.between(from, to)).toList());
  }

  /**
   * The rest of each course.
   *
   * @param from where it begins
   * @return the parts to the end
   * @throws IllegalArgumentException if the courses do not reach so far
   */
  public CourseArray from(double from) {
    return between(from, cells.stream().mapToDouble(Course::end).min().orElseThrow());
  }

  /**
   * A time that must lie within each course.
   *
   * @param time the time
   * @return these courses
   * @throws IllegalArgumentException if it lies outside
   */
  public CourseArray within(double time) {
    for (Course course : cells) {
      if (!(course.start() <= time && time <= course.end())) {
        throw new IllegalArgumentException(
            "The time %s lies outside a course from %s to %s."
                .formatted(time, course.start(), course.end()));
      }
    }
    return this;
  }

  /**
   * A number of each two courses of this and another array at one place.
   *
   * @param other the other array; it has the same axes
   * @param number what is asked of two courses
   * @return the numbers
   * @throws IllegalArgumentException if the axes differ
   */
  public DataArray with(CourseArray other, BiFunction<Course, Course, Estimate> number) {
    if (!axes.equals(other.axes)) {
      throw new IllegalArgumentException("Two courses that are compared need the same axes.");
    }
    return new DataArray(
        axes,
        IntStream.range(0, cells.size())
            .mapToObj(k -> number.apply(cells.get(k), other.cells.get(k)))
            .toList());
  }

  /**
   * A number of each course.
   *
   * @param number what is asked of a course
   * @return the numbers
   */
  public DataArray each(Function<Course, Estimate> number) {
    return new DataArray(axes, cells.stream().map(number).toList());
  }
}
