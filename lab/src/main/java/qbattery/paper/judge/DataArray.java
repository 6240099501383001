package qbattery.paper.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import qbattery.measure.Estimate;
import qbattery.statistics.Moments;
import qbattery.statistics.Redraws;

/**
 * Numbers with errors along axes, the last axis running fastest; without an axis a single number. A
 * value that is not a number says that there is none.
 *
 * <p>Means over realisations keep, beside their numbers, those of samples drawn again from the same
 * realisations ({@link Redraws}). What is done to the numbers is done to each sample, so that what
 * numbers of the same realisations share falls out of what is made of them; at the end the scatter
 * of the samples is the statistical error ({@link #settled}). Until then the errors of the numbers
 * are those of computing alone.
 *
 * @param axes the axes
 * @param cells the numbers, as many as the product of the sizes of the axes
 * @param drawn the numbers of each sample, NaN where one is left out, infinite where it is missing;
 *     none without chance
 */
public record DataArray(List<Coordinate> axes, List<Estimate> cells, List<double[]> drawn) {

  /** Errors of means are so many standard errors: 95 %. */
  private static final double STANDARD_ERRORS = 2;

  /**
   * Numbers without chance.
   *
   * @param axes the axes
   * @param cells the numbers
   */
  public DataArray(List<Coordinate> axes, List<Estimate> cells) {
    this(axes, cells, List.of());
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the numbers do not fit the axes
   */
  public DataArray {
    axes = List.copyOf(axes);
    cells = List.copyOf(cells);
    drawn = List.copyOf(drawn);
    int size = axes.stream().mapToInt(Coordinate::size).reduce(1, (a, b) -> a * b);
    if (size != cells.size()) {
      throw new IllegalArgumentException(
          "%d numbers do not fit axes of %d points.".formatted(cells.size(), size));
    }
  }

  /**
   * A single number.
   *
   * @param number the number
   * @return an array without an axis
   */
  public static DataArray of(Estimate number) {
    return new DataArray(List.of(), List.of(number));
  }

  /**
   * A single exact number.
   *
   * @param number the number
   * @return an array without an axis
   */
  public static DataArray of(double number) {
    return of(new Estimate(number, 0));
  }

  /**
   * The values of an axis along itself.
   *
   * @param axis the axis
   * @return exact numbers
   */
  public static DataArray of(Coordinate axis) {
    return new DataArray(
        List.of(axis),
        IntStream.range(0, axis.size()).mapToObj(k -> exact(axis.value(k))).toList());
  }

  private static Estimate exact(double value) {
    return new Estimate(value, 0);
  }

  /**
   * Arrays beside each other along a new first axis.
   *
   * @param axis the new axis
   * @param parts one array for each of its values, all with the same axes
   * @return the array
   */
  public static DataArray along(Coordinate axis, List<DataArray> parts) {
    List<Coordinate> axes = new ArrayList<>();
    axes.add(axis);
    axes.addAll(parts.get(0).axes());
    List<Estimate> cells = new ArrayList<>();
    List<double[]> drawn = new ArrayList<>();
    int samples = parts.stream().mapToInt(p -> p.drawn.size()).max().orElse(0);
    for (int s = 0; s < samples; s++) {
      int sample = s;
      drawn.add(parts.stream().flatMapToDouble(p -> Arrays.stream(p.numbers(sample))).toArray());
    }
    for (DataArray part : parts) {
      if (!part.axes().equals(parts.get(0).axes())) {
        throw new IllegalArgumentException(
            "The values along the other axes differ along '%s'.".formatted(axis.name()));
      }
      cells.addAll(part.cells());
    }
    return new DataArray(axes, cells, drawn);
  }

  /** The numbers of a sample; where nothing is left to chance, the numbers themselves. */
  private double[] numbers(int sample) {
    return drawn.isEmpty()
        ? cells.stream().mapToDouble(DataArray::coded).toArray()
        : drawn.get(sample).clone();
  }

  private static double coded(Estimate number) {
    return Reductions.missing(number) ? Double.POSITIVE_INFINITY : number.value();
  }

  /** A sample by itself. */
  DataArray sample(int sample) {
    return new DataArray(
        axes,
        Arrays.stream(numbers(sample))
            .mapToObj(
                v ->
                    Double.isInfinite(v)
                        ? Reductions.MISSING
                        : Double.isNaN(v) ? Reductions.LEFT_OUT : exact(v))
            .toList());
  }

  /** The numbers without their samples. */
  private DataArray bare() {
    return drawn.isEmpty() ? this : new DataArray(axes, cells);
  }

  /** What becomes of the numbers, and of each sample. */
  private DataArray each(UnaryOperator<DataArray> change, int samples) {
    DataArray whole = change.apply(bare());
    List<double[]> all = new ArrayList<>();
    for (int s = 0; s < samples; s++) {
      all.add(isAsBefore(s) ? all.get(s - 1) : change.apply(sample(s)).numbers(0));
    }
    return new DataArray(whole.axes, whole.cells, all);
  }

  /** Whether a sample is as the one before it, as where all realisations are alike. */
  private boolean isAsBefore(int sample) {
    return sample > 0
        && (drawn.isEmpty() || Arrays.equals(drawn.get(sample), drawn.get(sample - 1)));
  }

  /**
   * Whether these are means over realisations whose samples are known.
   *
   * @return whether their errors are still those of computing alone
   */
  public boolean isDrawn() {
    return !drawn.isEmpty();
  }

  /**
   * The numbers with their whole errors: two standard errors (95 %), from the scatter of the
   * samples, beside the errors of computing.
   *
   * @return the array, without samples; where a sample has no number, the error is not known
   */
  public DataArray settled() {
    if (drawn.isEmpty()) {
      return this;
    }
    List<Estimate> settled = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      Estimate one = cells.get(cell);
      settled.add(Double.isNaN(one.value()) ? one : one.widened(statistical(cell)));
    }
    return new DataArray(axes, settled);
  }

  double statistical(int cell) {
    Moments moments = new Moments();
    for (double[] sample : drawn.subList(0, Math.min(Redraws.DRAWN, drawn.size()))) {
      if (Double.isInfinite(sample[cell])) {
        return Double.POSITIVE_INFINITY;
      }
      if (!Double.isNaN(sample[cell])) {
        moments.add(sample[cell]);
      }
    }
    double scatter = STANDARD_ERRORS * Math.sqrt(moments.variance());
    return Double.isNaN(scatter) ? Double.POSITIVE_INFINITY : scatter;
  }

  /**
   * The largest number along an axis, without the upward bias of the maximum of a noisy mean: its
   * place is chosen on one half of the realisations and its height read on the other.
   *
   * @param axis the name of the axis, which is gone afterwards
   * @return the heights; the error reaches to the farther end of an interval of 95 %, from the
   *     height found in this way, which is too low on average, to the largest of all, which is too
   *     high, and two standard errors beyond each. No lower than any single number surely is
   */
  public DataArray highest(String axis) {
    DataArray naive = reduced(axis, Reductions::largest);
    if (drawn.isEmpty()) {
      return naive;
    }
    return PeaksOfMeans.of(this, naive, axis);
  }

  /**
   * The only number.
   *
   * @return the number
   * @throws IllegalArgumentException if there are axes
   */
  public Estimate single() {
    if (!axes.isEmpty()) {
      throw new IllegalArgumentException(
          "One number is needed here, not numbers along %s; take the smallest, largest, first or last of them."
              .formatted(names()));
    }
    return cells.get(0);
  }

  /**
   * The names of the axes in a sentence.
   *
   * @return such as "bias and mu"
   */
  public String names() {
    return axes.stream().map(Coordinate::name).collect(Collectors.joining(" and "));
  }

  /**
   * An axis.
   *
   * @param name its name
   * @return the axis, if it is there
   */
  public Optional<Coordinate> axis(String name) {
    return axes.stream().filter(a -> a.name().equals(name)).findFirst();
  }

  /**
   * The label of a cell: what its axes have there.
   *
   * @param cell the number of the cell
   * @return such as "mu=1, bias=2"; empty without axes
   */
  public String label(int cell) {
    List<String> labels = new ArrayList<>();
    int rest = cell;
    for (int a = axes.size() - 1; a >= 0; a--) {
      labels.add(0, axes.get(a).labels().get(rest % axes.get(a).size()));
      rest /= axes.get(a).size();
    }
    return String.join(", ", labels);
  }

  /**
   * Each number changed by itself.
   *
   * @param change what becomes of a number
   * @return the array
   */
  public DataArray each(UnaryOperator<Estimate> change) {
    return each(
        array -> new DataArray(axes, array.cells.stream().map(change).toList()), drawn.size());
  }

  /**
   * Two arrays joined number by number; an axis that one of them lacks is the same for all.
   *
   * @param other the other array
   * @param join what becomes of two numbers
   * @return the array, with the axes of both
   * @throws IllegalArgumentException if an axis of both has other values in one than in the other
   */
  public DataArray with(DataArray other, BinaryOperator<Estimate> join) {
    int samples = Math.max(drawn.size(), other.drawn.size());
    DataArray whole = bare().joined(other.bare(), join);
    List<double[]> all = new ArrayList<>();
    for (int s = 0; s < samples; s++) {
      all.add(
          isAsBefore(s) && other.isAsBefore(s)
              ? all.get(s - 1)
              : sample(s).joined(other.sample(s), join).numbers(0));
    }
    return new DataArray(whole.axes, whole.cells, all);
  }

  private DataArray joined(DataArray other, BinaryOperator<Estimate> join) {
    List<Coordinate> all = new ArrayList<>(axes);
    for (Coordinate axis : other.axes) {
      Optional<Coordinate> here = axis(axis.name());
      if (here.isEmpty()) {
        all.add(axis);
      } else if (!here.get().equals(axis)) {
        throw new IllegalArgumentException(
            "Two series have different values along '%s', so they cannot be joined point by point."
                .formatted(axis.name()));
      }
    }
    int[] left = strides(all);
    int[] right = other.strides(all);
    int size = all.stream().mapToInt(Coordinate::size).reduce(1, (a, b) -> a * b);
    List<Estimate> joined = new ArrayList<>(size);
    for (int cell = 0; cell < size; cell++) {
      int rest = cell;
      int here = 0;
      int there = 0;
      for (int a = all.size() - 1; a >= 0; a--) {
        int k = rest % all.get(a).size();
        rest /= all.get(a).size();
        here += k * left[a];
        there += k * right[a];
      }
      joined.add(join.apply(cells.get(here), other.cells.get(there)));
    }
    return new DataArray(all, joined);
  }

  /** How far apart neighbours along each of some axes are among the cells; 0 for unknown axes. */
  private int[] strides(List<Coordinate> all) {
    int[] strides = new int[all.size()];
    int stride = 1;
    for (int a = axes.size() - 1; a >= 0; a--) {
      strides[all.indexOf(axes.get(a))] = stride;
      stride *= axes.get(a).size();
    }
    return strides;
  }

  /**
   * What each row along an axis comes to, as one number.
   *
   * @param axis the name of the axis, which is gone afterwards
   * @param number what becomes of the numbers along it
   * @return the array
   * @throws IllegalArgumentException if there is no such axis
   */
  public DataArray reduced(String axis, Function<Row, Estimate> number) {
    return each(
        array -> array.rows(axis, row -> List.of(number.apply(row)), List.of()), drawn.size());
  }

  /**
   * What each row along an axis comes to, and what it comes to in a sample, where a number that the
   * row does not tell surely is a number still.
   *
   * @param axis the name of the axis, which is gone afterwards
   * @param number what becomes of the numbers along it
   * @param ofSample what becomes of those of a sample
   * @return the array
   * @throws IllegalArgumentException if there is no such axis
   */
  public DataArray reduced(
      String axis, Function<Row, Estimate> number, Function<Row, Estimate> ofSample) {
    DataArray whole = bare().reduced(axis, number);
    List<double[]> all = new ArrayList<>();
    for (int s = 0; s < drawn.size(); s++) {
      all.add(sample(s).reduced(axis, ofSample).numbers(0));
    }
    return new DataArray(whole.axes, whole.cells, all);
  }

  /**
   * What each row along an axis comes to, as a row along another axis in its place, which is then
   * the last.
   *
   * @param axis the name of the axis
   * @param changed the axis in its place
   * @param numbers what becomes of the numbers along it
   * @return the array
   * @throws IllegalArgumentException if there is no such axis
   */
  public DataArray changed(String axis, Coordinate changed, Function<Row, List<Estimate>> numbers) {
    return each(array -> array.rows(axis, numbers, List.of(changed)), drawn.size());
  }

  /**
   * The rows along an axis, in the order of the other axes, the last running fastest.
   *
   * @param axis the name of the axis
   * @return one row for each place on the others
   * @throws IllegalArgumentException if there is no such axis
   */
  public List<Row> along(String axis) {
    List<Row> rows = new ArrayList<>();
    rows(
        axis,
        row -> {
          rows.add(row);
          return row.numbers();
        },
        List.of(required(axis)));
    return List.copyOf(rows);
  }

  private DataArray rows(
      String axis, Function<Row, List<Estimate>> numbers, List<Coordinate> inPlace) {
    Coordinate along = required(axis);
    List<Coordinate> others = axes.stream().filter(a -> !a.equals(along)).toList();
    List<Coordinate> order = new ArrayList<>(others);
    order.add(along);
    int[] strides = strides(order);
    int size = others.stream().mapToInt(Coordinate::size).reduce(1, (a, b) -> a * b);
    List<Estimate> all = new ArrayList<>();
    for (int cell = 0; cell < size; cell++) {
      int rest = cell;
      int from = 0;
      for (int a = others.size() - 1; a >= 0; a--) {
        from += rest % others.get(a).size() * strides[a];
        rest /= others.get(a).size();
      }
      List<Estimate> row = new ArrayList<>();
      for (int k = 0; k < along.size(); k++) {
        row.add(cells.get(from + k * strides[others.size()]));
      }
      all.addAll(numbers.apply(new Row(along, row)));
    }
    List<Coordinate> left = new ArrayList<>(others);
    left.addAll(inPlace);
    return new DataArray(left, all);
  }

  /**
   * An axis that must be there.
   *
   * @param name its name
   * @return the axis
   * @throws IllegalArgumentException if it is not there
   */
  public Coordinate required(String name) {
    return axis(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    axes.isEmpty()
                        ? "This is one number, not numbers along '%s'.".formatted(name)
                        : "These are numbers along %s, not along '%s'.".formatted(names(), name)));
  }

  /**
   * Numbers along one axis.
   *
   * @param axis the axis
   * @param numbers one for each of its values
   */
  public record Row(Coordinate axis, List<Estimate> numbers) {

    /** Copies the list. */
    public Row {
      numbers = List.copyOf(numbers);
    }
  }

  /**
   * What all numbers come to together.
   *
   * @param number what becomes of them in one row, along an axis that counts them
   * @return one number
   */
  public DataArray whole(Function<Row, Estimate> number) {
    return each(
        array -> new DataArray(List.of(), List.of(number.apply(array.row()))), drawn.size());
  }

  private Row row() {
    return new Row(
        Coordinate.of("number", IntStream.range(0, cells.size()).asDoubleStream().toArray()),
        cells);
  }
}
