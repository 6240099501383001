package qbattery.paper.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import qbattery.experiment.Laboratory;
import qbattery.experiment.Provenance;
import qbattery.file.tree.Problem;
import qbattery.file.tree.WrongFileException;
import qbattery.paper.Paper;
import qbattery.paper.judge.Coordinate;
import qbattery.paper.judge.DataArray;
import qbattery.report.FigureBundle;
import qbattery.report.figure.Axis;
import qbattery.report.figure.Colour;
import qbattery.report.figure.FigureText;
import qbattery.report.figure.Mark;

/** Draws a figure of a paper file. */
record FigureDrawing(PaperSection paper, FigureSection figure, KeptCourses kept)
    implements Paper.Drawing {

  /** What colours or dashes may tell besides axes: which curve. */
  static final String CURVES = "curves";

  /** And under which reading. */
  static final String READINGS = "readings";

  @Override
  public FigureBundle draw(Laboratory laboratory) {
    Computing computing = new Computing(laboratory, kept);
    Map<String, Surroundings> readings = new LinkedHashMap<>();
    paper
        .readings(figure)
        .forEach(
            (name, reading) ->
                readings.put(name, surroundings(computing, List.of(reading.change()))));
    if (readings.isEmpty()) {
      readings.put("", surroundings(computing, List.of()));
    }
    Surroundings first = readings.values().iterator().next();
    try {
      return figure.map().isPresent()
          ? MapDrawing.draw(this, first, computing)
          : CurveDrawing.draw(this, readings, computing);
    } catch (WrongFileException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new WrongFileException(
          paper.name(),
          List.of(
              new Problem(
                  figure.name().place(),
                  "The figure '%s' cannot be drawn: %s".formatted(figure.id(), e.getMessage()))));
    }
  }

  private Surroundings surroundings(Computing computing, List<Variation> later) {
    return new Surroundings(paper, computing, figure.usual(), figure.series(), Map.of(), later);
  }

  /** The caption, and of how many realisations its means are. */
  String caption(Surroundings here, Computing computing) {
    String own = figure.caption().map(c -> c.filled(here::value)).orElse(figure.title());
    return own + computing.realisations().sentence();
  }

  /** TeX of an axis, as the figure calls it. */
  String label(String axis) {
    return Optional.ofNullable(figure.axes().get(axis))
        .map(FigureText::label)
        .orElseGet(
            () ->
                Coordinate.TIME.equals(axis)
                    ? "t\\;[1/E]"
                    : FigureText.words(axis.replace('_', ' ')));
  }

  /** TeX of the axis across or up: its own, else that of what varies along it. */
  String label(String axis, String name) {
    return label(figure.axes().containsKey(axis) ? axis : name);
  }

  boolean logarithmic(String axis) {
    return figure.logarithmic().contains(axis);
  }

  /** An axis with the ends that the figure gives, or another. */
  Axis ranged(String name, Axis otherwise, Surroundings here) {
    return ranged(Optional.ofNullable(figure.range().get(name)), otherwise, here);
  }

  static Axis ranged(Optional<List<Quantity>> ends, Axis otherwise, Surroundings here) {
    return ends.map(
            e ->
                new Axis(
                    otherwise.label(),
                    here.number(e.get(0)),
                    here.number(e.get(1)),
                    otherwise.scale()))
        .orElse(otherwise);
  }

  List<Mark> marks(Surroundings here) {
    List<Mark> marks = new ArrayList<>();
    for (FigureSection.Pointed mark : figure.marks()) {
      double x = here.number(mark.x());
      marks.add(
          mark.y().isPresent()
              ? new Mark.Dot(x, here.number(mark.y().get()), Colour.BLACK, mark.label())
              : mark.to()
                  .map(to -> Mark.upTo(x, here.number(to), Colour.BLACK, mark.label()))
                  .orElseGet(() -> Mark.fullHeight(x, Colour.BLACK, mark.label())));
    }
    return marks;
  }

  /** Where the numbers come from: what all runs together say. */
  Provenance provenance(Computing computing, Map<String, Double> errors) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Set<String> methods = new LinkedHashSet<>();
    Set<String> counts = new LinkedHashSet<>();
    Set<String> units = new LinkedHashSet<>();
    OptionalLong seed = OptionalLong.empty();
    int run = 1;
    List<Provenance> all = computing.provenances();
    for (Provenance one : all) {
      for (Map.Entry<String, String> entry : one.parameters().entrySet()) {
        String name = all.size() == 1 ? entry.getKey() : entry.getKey() + ", run " + run;
        parameters.put(name, entry.getValue());
      }
      methods.addAll(one.methods());
      counts.addAll(one.readings());
      units.add(one.units());
      seed = one.seed().isPresent() ? one.seed() : seed;
      run++;
    }
    counts.addAll(paper.readings(figure).keySet());
    return new Provenance(
        parameters,
        units.isEmpty() ? "hbar = k_B = 1" : String.join("; ", units),
        List.copyOf(methods),
        errors,
        seed,
        List.copyOf(counts));
  }

  /** An array with some axes last. */
  static DataArray last(DataArray array, String axis) {
    return array.changed(axis, array.required(axis), DataArray.Row::numbers);
  }
}
