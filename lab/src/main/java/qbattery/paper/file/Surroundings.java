package qbattery.paper.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import qbattery.file.formula.Formula;
import qbattery.file.tree.Problem;
import qbattery.file.tree.WrongFileException;
import qbattery.paper.judge.Coordinate;
import qbattery.paper.judge.CourseArray;
import qbattery.paper.judge.DataArray;

/**
 * The names that formulas of a claim or a figure can use: its series and those of the paper,
 * printed numbers and axes, under one reading.
 */
final class Surroundings {

  private final PaperSection paper;
  private final SeriesValues values;
  private final Variation usual;
  private final Map<String, SeriesSection> series;
  private final Map<String, Quantity> printed;
  private final List<Variation> later;
  private final Map<String, DataArray> known = new HashMap<>();
  private final Map<String, DataArray> found = new HashMap<>();
  private final Map<String, DataArray> passages = new HashMap<>();

  Surroundings(
      PaperSection paper,
      Computing computing,
      Variation usual,
      Map<String, SeriesSection> own,
      Map<String, Quantity> printed,
      List<Variation> later) {
    this.paper = paper;
    this.values = new SeriesValues(paper, computing, own.values());
    this.usual = usual;
    this.series = new LinkedHashMap<>(paper.series());
    this.series.putAll(own);
    this.printed = printed;
    this.later = begun(later);
  }

  /** Each change after the reading that it begins from. */
  private List<Variation> begun(List<Variation> changes) {
    List<Variation> all = new ArrayList<>();
    for (Variation change : changes) {
      change
          .like()
          .flatMap(name -> Optional.ofNullable(paper.readings().get(name.text())))
          .ifPresent(all::add);
      all.add(change);
    }
    return all;
  }

  /**
   * The value of a formula, with its whole errors.
   *
   * @throws WrongFileException if it has none; it says where
   */
  DataArray value(Quantity quantity) {
    return array(quantity).settled();
  }

  /** The same, with the samples of means over realisations, for what is made of it. */
  DataArray array(Quantity quantity) {
    DataArray before = found.get(quantity.text());
    if (before != null) {
      return before;
    }
    DataArray now = computed(quantity);
    found.put(quantity.text(), now); // a reason says again what a check has found
    return now;
  }

  private DataArray computed(Quantity quantity) {
    Set<String> named = quantity.names();
    try {
      return new Calculation(
              new Calculation.Names() {
                @Override
                public DataArray of(Formula.Name name, Map<String, double[]> moved) {
                  return named(name, moved, named);
                }

                @Override
                public Optional<CourseArray> courses(
                    Formula.Name name, Map<String, double[]> moved) {
                  return Optional.ofNullable(series.get(name.name()))
                      .flatMap(section -> values.courses(section, usual, later, moved));
                }
              },
              passages)
          .value(quantity.formula());
    } catch (WrongFileException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new WrongFileException(
          paper.name(), List.of(new Problem(quantity.place(), String.valueOf(e.getMessage()))));
    }
  }

  private DataArray named(Formula.Name name, Map<String, double[]> moved, Set<String> besides) {
    SeriesSection section = series.get(name.name());
    if (section != null) {
      return moved.isEmpty() ? usual(section) : values.of(section, usual, later, moved);
    }
    Quantity number = printed.get(name.name());
    if (number != null) {
      return value(number);
    }
    if (moved.containsKey(name.name())) {
      return DataArray.of(Coordinate.of(name.name(), moved.get(name.name())));
    }
    for (String other : besides) {
      SeriesSection beside = series.get(other);
      Optional<Coordinate> axis =
          beside == null ? Optional.empty() : usual(beside).axis(name.name());
      if (axis.isPresent()) {
        return DataArray.of(axis.get());
      }
    }
    throw new IllegalArgumentException(
        "No series of this formula runs along '%s'.".formatted(name.name()));
  }

  private DataArray usual(SeriesSection section) {
    DataArray before = known.get(section.name().text());
    if (before == null) {
      before = values.of(section, usual, later, Map.of());
      known.put(section.name().text(), before);
    }
    return before;
  }

  /** The value of a formula that gives one number. */
  double number(Quantity quantity) {
    DataArray value = value(quantity);
    try {
      return value.single().value();
    } catch (IllegalArgumentException e) {
      throw new WrongFileException(
          paper.name(), List.of(new Problem(quantity.place(), String.valueOf(e.getMessage()))));
    }
  }
}
