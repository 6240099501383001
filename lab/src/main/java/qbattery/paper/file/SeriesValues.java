package qbattery.paper.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import qbattery.experiment.Course;
import qbattery.file.BatteryDraft;
import qbattery.file.Reading;
import qbattery.file.formula.Formula;
import qbattery.file.formula.FormulaException;
import qbattery.file.tree.Node;
import qbattery.file.tree.Place;
import qbattery.file.tree.Problem;
import qbattery.file.tree.WrongFileException;
import qbattery.measure.Estimate;
import qbattery.paper.judge.Coordinate;
import qbattery.paper.judge.CourseArray;
import qbattery.paper.judge.DataArray;
import qbattery.report.Numbers;

/** The numbers of a series: its battery file, changed layer by layer, computed and put together. */
final class SeriesValues {

  /**
   * A battery file sweeps over so many parameters at once; it is run again for each further one.
   */
  private static final int SWEPT = 2;

  /** Which layer of changes is that of the series; before it comes that of its claim or figure. */
  private static final int OWN = 1;

  private final PaperSection paper;
  private final Computing computing;

  /** What the series of the claim or figure ask of their battery files. */
  private final Set<String> together = new TreeSet<>();

  /**
   * Values of series.
   *
   * @param paper the paper
   * @param computing computes
   * @param together the series of a claim or figure: what they ask of one battery file is computed
   *     at once
   */
  SeriesValues(PaperSection paper, Computing computing, Collection<SeriesSection> together) {
    this.paper = paper;
    this.computing = computing;
    together.forEach(series -> this.together.addAll(asked(series)));
  }

  /** The measures and results of battery files that a series names, among other names. */
  private static Set<String> asked(SeriesSection series) {
    if (series.result().isPresent()) {
      return Set.of(BatteryDraft.ASKED);
    }
    Set<String> names = new TreeSet<>();
    String text = series.of().text().strip();
    names.add(text); // a name may have spaces
    try {
      names.addAll(Quantity.of(text, series.of().place()).names());
    } catch (FormulaException e) {
      return names; // it is a name then
    }
    return names;
  }

  /**
   * The numbers of a series.
   *
   * @param series the series
   * @param usual what is changed for all series of a claim or figure
   * @param later what is changed after what the series says itself; the last wins
   * @param moved axes that have other values than the series says
   * @throws WrongFileException if something in it is wrong; it says where
   */
  DataArray of(
      SeriesSection series, Variation usual, List<Variation> later, Map<String, double[]> moved) {
    List<DataArray> parts = each(series, usual, later, moved, One::value);
    return series.cases().isEmpty()
        ? parts.get(0)
        : DataArray.along(Coordinate.ofCases(List.copyOf(series.cases().keySet())), parts);
  }

  /**
   * A series between its times too.
   *
   * @param series the series
   * @param usual what is changed for all series of a claim or figure
   * @param later what is changed after what the series says itself; the last wins
   * @param moved axes that have other values than the series says
   * @return its courses; nothing if it does not run along time
   * @throws WrongFileException if something in it is wrong, or it has no courses; it says where
   */
  Optional<CourseArray> courses(
      SeriesSection series, Variation usual, List<Variation> later, Map<String, double[]> moved) {
    List<Optional<CourseArray>> parts = each(series, usual, later, moved, One::courses);
    if (parts.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<CourseArray> all = parts.stream().flatMap(Optional::stream).toList();
    return Optional.of(
        series.cases().isEmpty()
            ? all.get(0)
            : CourseArray.along(Coordinate.ofCases(List.copyOf(series.cases().keySet())), all));
  }

  /** What is asked of a series without cases, or of each of its cases. */
  private <T> List<T> each(
      SeriesSection series,
      Variation usual,
      List<Variation> later,
      Map<String, double[]> moved,
      Function<One, T> asked) {
    List<Variation> layers = new ArrayList<>();
    layers.add(usual);
    layers.add(series.own());
    layers.addAll(later);
    if (series.cases().isEmpty()) {
      return List.of(located(series, () -> asked.apply(new One(series, layers, moved))));
    }
    List<T> parts = new ArrayList<>();
    for (Variation each : series.cases().values()) {
      List<Variation> with = new ArrayList<>(layers);
      with.add(OWN + 1, each);
      parts.add(located(series, () -> asked.apply(new One(series, with, moved))));
    }
    return parts;
  }

  private <T> T located(SeriesSection series, Supplier<T> attempt) {
    try {
      return attempt.get();
    } catch (WrongFileException e) {
      throw e.file().equals(paper.name())
          ? e
          : wrong(
              series.name().place(),
              "For the series '%s' the battery file is changed to one that is wrong: %s"
                  .formatted(series.name().text(), e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw wrong(
          series.name().place(),
          "The series '%s' cannot be computed: %s".formatted(series.name().text(), e.getMessage()));
    }
  }

  private WrongFileException wrong(Place place, String sentence) {
    return new WrongFileException(paper.name(), List.of(new Problem(place, sentence)));
  }

  /** A series for one case. */
  private final class One {

    private final SeriesSection series;
    private final BatteryDraft draft;
    private final Map<String, Node> along = new LinkedHashMap<>();
    private final String asked;

    One(SeriesSection series, List<Variation> layers, Map<String, double[]> moved) {
      this.series = series;
      BatteryDraft changed = battery(layers);
      axes(series, layers, moved);
      for (int k = 0; k < layers.size(); k++) {
        boolean its = k == OWN || (k == OWN + 1 && !series.cases().isEmpty());
        for (Node.Entry change : layers.get(k).set()) {
          if (along.containsKey(change.key().text().replaceFirst("^parameters\\.", ""))) {
            throw wrong(
                change.key().place(),
                "'%s' varies along the series '%s', so setting it changes nothing there; give its values with 'along'."
                    .formatted(change.key().text(), series.name().text()));
          }
          changed = with(changed, change, its);
        }
      }
      this.draft = series.result().isPresent() ? changed.asking(series.result().get()) : changed;
      this.asked = series.result().isPresent() ? BatteryDraft.ASKED : series.of().text().strip();
    }

    /** A change of a claim or reading may be one of another battery file alone. */
    private BatteryDraft with(BatteryDraft draft, Node.Entry change, boolean its) {
      try {
        return its || draft.has(change.key().text())
            ? draft.with(change.key().text(), change.value())
            : draft;
      } catch (IllegalArgumentException e) {
        if (its) {
          throw wrong(change.key().place(), String.valueOf(e.getMessage()));
        }
        return draft;
      }
    }

    private BatteryDraft battery(List<Variation> layers) {
      BatteryDraft battery = paper.batteries().values().iterator().next();
      for (Variation layer : layers) {
        if (layer.battery().isPresent()) {
          BatteryDraft named = paper.batteries().get(layer.battery().get().text());
          if (named == null) {
            throw wrong(layer.battery().get().place(), "There is no such battery.");
          }
          battery = named;
        }
      }
      return battery;
    }

    private void axes(SeriesSection series, List<Variation> layers, Map<String, double[]> moved) {
      int defining = series.own().along().isEmpty() ? 0 : OWN;
      for (int k = 0; k < layers.size(); k++) {
        for (Node.Entry entry : layers.get(k).along()) {
          if (k == defining || along.containsKey(entry.key().text())) {
            along.put(entry.key().text(), entry.value());
          }
        }
      }
      moved.forEach(
          (axis, values) -> {
            if (along.containsKey(axis)) {
              along.put(axis, numbers(values));
            }
          });
    }

    private static Node numbers(double... values) {
      List<Node> items = new ArrayList<>();
      for (double value : values) {
        items.add(Node.text(Numbers.exact(value)));
      }
      return Node.list(items);
    }

    DataArray value() {
      return outer(draft, List.copyOf(along.keySet()), this::inner, DataArray::along);
    }

    /** What it is between its times; nothing if it does not run along time. */
    Optional<CourseArray> courses() {
      if (!runsAlongTime()) {
        return Optional.empty();
      }
      return Optional.of(
          outer(draft, List.copyOf(along.keySet()), this::innerCourses, CourseArray::along));
    }

    /** Whether it is a measure, or a formula in which measures or the time stand as they are. */
    private boolean runsAlongTime() {
      if (draft.measures().contains(asked) || draft.results().contains(asked)) {
        return !draft.results().contains(asked);
      }
      Formula formula = Quantity.of(asked, series.of().place()).formula();
      return Quantity.values(formula).stream()
              .map(Formula.Name::name)
              .anyMatch(n -> Coordinate.TIME.equals(n) || draft.measures().contains(n))
          && !Quantity.reduces(formula);
    }

    /** Runs over the first parameters, while there are more than a file sweeps over. */
    private <T> T outer(
        BatteryDraft at,
        List<String> parameters,
        BiFunction<BatteryDraft, List<String>, T> inner,
        BiFunction<Coordinate, List<T>, T> beside) {
      if (parameters.size() <= SWEPT) {
        return inner.apply(at, parameters);
      }
      String first = parameters.get(0);
      BatteryDraft alone =
          at.sweeping(Node.mapping(first, Objects.requireNonNull(along.get(first))));
      double[] values = alone.reading().axes().get(0).values();
      List<T> parts = new ArrayList<>();
      for (double value : values) {
        parts.add(
            outer(
                at.with(first, Node.text(Numbers.exact(value))),
                parameters.subList(1, parameters.size()),
                inner,
                beside));
      }
      return beside.apply(Coordinate.of(first, values), parts);
    }

    private BatteryDraft swept(BatteryDraft at, List<String> parameters) {
      if (parameters.isEmpty()) {
        return at;
      }
      List<Node.Entry> sweep = new ArrayList<>();
      parameters.forEach(
          p -> sweep.add(new Node.Entry(Node.text(p), Objects.requireNonNull(along.get(p)))));
      return at.sweeping(Node.mapping(sweep));
    }

    private DataArray inner(BatteryDraft at, List<String> parameters) {
      BatteryDraft swept = swept(at, parameters);
      Columns columns = new Columns(swept, swept.reading(), series);
      if (swept.results().contains(asked) || swept.measures().contains(asked)) {
        return columns.column(asked);
      }
      Formula formula = Quantity.of(asked, series.of().place()).formula();
      if (series.each()) {
        return columns.inEach(formula);
      }
      return new Calculation((name, none) -> columns.of(name.name())).value(formula);
    }

    private CourseArray innerCourses(BatteryDraft at, List<String> parameters) {
      BatteryDraft swept = swept(at, parameters);
      Columns columns = new Columns(swept, swept.reading(), series);
      if (swept.measures().contains(asked)) {
        return columns.courses(asked).orElseThrow();
      }
      Formula formula = Quantity.of(asked, series.of().place()).formula();
      return new Calculation(columns).courses(formula, Map.of());
    }
  }

  /** What names of a battery file stand for. */
  private final class Columns implements Calculation.Names {

    private final BatteryDraft draft;
    private final Reading reading;
    private final Set<String> names;

    Columns(BatteryDraft draft, Reading reading, SeriesSection series) {
      this.draft = draft;
      this.reading = reading;
      this.names = new TreeSet<>(together);
      this.names.addAll(asked(series));
    }

    @Override
    public DataArray of(Formula.Name name, Map<String, double[]> moved) {
      return of(name.name());
    }

    @Override
    public Optional<CourseArray> courses(Formula.Name name, Map<String, double[]> moved) {
      return courses(name.name());
    }

    Optional<CourseArray> courses(String name) {
      if (Coordinate.TIME.equals(name)) {
        double[] times = times().axes().get(0).values();
        Course time = Course.of(t -> t, times, t -> t, times);
        return Optional.of(new CourseArray(List.of(), List.of(time)));
      }
      return draft.measures().contains(name) && !draft.results().contains(name)
          ? Optional.of(computing.courses(reading, name))
          : Optional.empty();
    }

    DataArray column(String name) {
      return draft.results().contains(name)
          ? computing.of(reading, names).result(name)
          : computing.of(reading, names).measure(name);
    }

    /** A formula that is computed in each realisation at each place. */
    DataArray inEach(Formula formula) {
      return computing
          .of(reading, names)
          .inEach(
              names -> new Calculation((name, none) -> names.apply(name.name())).value(formula),
              Quantity.values(formula).stream()
                  .map(Formula.Name::name)
                  .filter(name -> !FormulaNames.PI.equals(name))
                  .toList(),
              this::fixed);
    }

    /** A parameter, or the time, at a place. */
    private DataArray fixed(String name, Map<String, Double> place) {
      return Coordinate.TIME.equals(name)
          ? times()
          : DataArray.of(new Estimate(reading.parameter(name, place), 0));
    }

    DataArray of(String name) {
      if (draft.results().contains(name) || draft.measures().contains(name)) {
        return column(name);
      }
      if (Coordinate.TIME.equals(name)) {
        return times();
      }
      List<Reading.SweptAxis> axes = reading.axes();
      Optional<Reading.SweptAxis> swept =
          axes.stream().filter(a -> a.parameter().equals(name)).findFirst();
      return swept.isPresent()
          ? DataArray.of(Coordinate.of(name, swept.get().values()))
          : parameter(name, axes, Map.of());
    }

    /** A parameter at each place of the sweep: others may lead to it. */
    private DataArray parameter(
        String name, List<Reading.SweptAxis> axes, Map<String, Double> place) {
      if (axes.isEmpty()) {
        return DataArray.of(new Estimate(reading.parameter(name, place), 0));
      }
      Reading.SweptAxis axis = axes.get(0);
      List<DataArray> parts = new ArrayList<>();
      for (double value : axis.values()) {
        Map<String, Double> now = new LinkedHashMap<>(place);
        now.put(axis.parameter(), value);
        parts.add(parameter(name, axes.subList(1, axes.size()), now));
      }
      return DataArray.along(Coordinate.of(axis.parameter(), axis.values()), parts);
    }

    private DataArray times() {
      double[] times = reading.setup(reading.sweep().place(0), () -> 0.5).times().toArray();
      return DataArray.of(
          new Coordinate(Coordinate.TIME, times, Coordinate.of("t", times).labels()));
    }
  }
}
