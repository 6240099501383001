package qbattery.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import qbattery.experiment.Experiment;
import qbattery.quantum.NotAStateException;
import qbattery.report.Numbers;

/**
 * The points of a study as an experiment: without chance a point is a place of the sweep; with
 * chance each place is an experiment of its own, and a point is a realisation.
 *
 * <p>A realisation has the same deviates at every place, so that places are compared on the same
 * realisations.
 *
 * @param study what is computed
 * @param place the place whose realisations these are; -1 for all places without chance
 */
record PointsOf(Study study, int place) implements Experiment {

  static final int ALL = -1;

  @Override
  public String identity() {
    StringBuilder text = new StringBuilder("battery file: ");
    text.append(study.reading().file().name()).append('\n');
    text.append("rows of layout 7; errors ").append(study.errors()).append('\n');
    if (place != ALL) {
      text.append("seed ").append(study.seed()).append('\n');
      study
          .places()
          .get(place)
          .forEach((name, v) -> text.append(name + " = " + Numbers.exact(v) + "\n"));
    }
    return text + Canonical.text(study.reading().file(), place == ALL);
  }

  @Override
  public List<String> columns() {
    return study.layout().columns(study.inner(place));
  }

  @Override
  public double[] row(int index) {
    if (place != ALL) {
      boolean second = study.errors().asked(index == 0);
      return study
          .point(place, deviates(index))
          .row(
              second,
              second ? study.wider(place, deviates(index)) : new Study.AsItIs(),
              study.inner(place));
    }
    boolean alone = study.places().size() == 1;
    PointRun run;
    try {
      run = study.point(index, () -> 0.5);
    } catch (IllegalArgumentException e) {
      if (alone) {
        throw e;
      }
      return study.layout().failed(Completion.REFUSED, InnerTimes.NONE);
    }
    try {
      boolean second = study.errors().asked(true);
      return run.row(
          second, second ? study.wider(index, () -> 0.5) : new Study.AsItIs(), InnerTimes.NONE);
    } catch (NotAStateException | ArithmeticException e) {
      if (alone) {
        throw e;
      }
      return study
          .layout()
          .failed(Completion.of(e), InnerTimes.NONE); // the other places are worth having
    }
  }

  private DoubleSupplier deviates(int realisation) {
    return study.deviates(realisation);
  }

  /** The columns whose means are asked for: all measures that always have a value. */
  List<Integer> asked() {
    RowLayout layout = study.layout();
    PointRun first = study.point(Math.max(place, 0), deviates(0));
    List<Integer> asked = new ArrayList<>();
    for (int q = 0; q < layout.measures().size(); q++) {
      if (first.hasAlwaysValue(q)) {
        for (int k = 0; k < layout.count(); k++) {
          asked.add(layout.value(q, k));
        }
      }
    }
    return asked;
  }
}
