package qbattery.paper.arjmandi2022;

import static qbattery.paper.arjmandi2022.Start.COHERENT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import qbattery.dynamics.Times;
import qbattery.experiment.Laboratory;

/**
 * How far a pair of field and coupling is from printed numbers.
 *
 * <p>A printed fit of three parameters counts as three numbers, however many points it is compared
 * at: three times the mean of the squared differences over their variances, which add the paper's
 * statistical error and ours. A bound counts with the square of its violation over the error, and
 * not at all where it is kept. The unit of time is the one that makes the sum smallest.
 *
 * @param reading field and coupling
 * @param unit how many of the printed units make 1/Gamma, chosen for the smallest sum
 * @param unitError its standard error
 * @param total the sum
 * @param parts the share of each printed number
 * @param complete whether all printed numbers are counted; else the sum is a lower bound
 */
record Misfit(
    Reading reading,
    double unit,
    double unitError,
    double total,
    Map<String, Double> parts,
    boolean complete) {

  /** Degrees of disorder at which curves are compared. */
  static final List<Double> DISORDERS = List.of(0.0, 1.0, 2.0, 3.0, 5.0, 10.0);

  /** Until well after every half-life; coarser than the usual curves, as there are many runs. */
  private static final Times TIMES = Times.upTo(0.8, 41);

  /** What a curve of three parameters may miss of the points it was drawn through. */
  private static final double CURVE = 0.02;

  private static final double FIT_PARAMETERS = 3;

  /** One half-life of ours beside the printed curve; errors are relative. */
  private record Point(double computed, double printed, double relativeError, double weight) {}

  /**
   * Computes the misfit.
   *
   * @param laboratory where realisations are computed and kept
   * @param printed the printed numbers
   * @param reading field and coupling
   * @param realisations how many of ours, for every number of cells that is printed of
   */
  static Misfit of(
      Laboratory laboratory,
      PrintedNumbers printed,
      Reading reading,
      Map<Integer, Integer> realisations) {
    return of(laboratory, printed, reading, realisations, true);
  }

  /** A lower bound: the misfit of the smallest batteries alone, which cost little. */
  static Misfit least(
      Laboratory laboratory,
      PrintedNumbers printed,
      Reading reading,
      Map<Integer, Integer> realisations) {
    return of(laboratory, printed.ofSmallest(), reading, realisations, false);
  }

  private static Misfit of(
      Laboratory laboratory,
      PrintedNumbers printed,
      Reading reading,
      Map<Integer, Integer> realisations,
      boolean complete) {
    ChainStudy study = new ChainStudy(laboratory);
    Map<String, List<Point>> curves = new LinkedHashMap<>();
    for (PrintedNumbers.HalfLifeCurve curve : printed.curves()) {
      curves.put(
          "half-lives of %d cells".formatted(curve.cells()),
          points(study, curve, reading, Objects.requireNonNull(realisations.get(curve.cells()))));
    }
    List<Point> all = curves.values().stream().flatMap(List::stream).toList();
    double above = 0;
    double below = 0;
    for (Point p : all) {
      double share = p.computed / p.printed;
      above += p.weight * share / (p.relativeError * p.relativeError);
      below += p.weight * share * share / (p.relativeError * p.relativeError);
    }
    double unit = above / below;
    Map<String, Double> parts = new LinkedHashMap<>();
    curves.forEach((name, points) -> parts.put(name, misfit(points, unit)));
    for (PrintedNumbers.GainBound bound : printed.gains()) {
      parts.put(
          bound.source(),
          violation(
              study, bound, reading, Objects.requireNonNull(realisations.get(bound.cells()))));
    }
    double total = parts.values().stream().mapToDouble(Double::doubleValue).sum();
    return new Misfit(reading, unit, unit / Math.sqrt(below * unit * unit), total, parts, complete);
  }

  private static List<Point> points(
      ChainStudy study, PrintedNumbers.HalfLifeCurve curve, Reading reading, int realisations) {
    List<Point> points = new ArrayList<>();
    for (double delta : DISORDERS) {
      Curves curves = study.exactly(run(reading, curve.cells(), delta), realisations);
      HalfLife life = study.halfLifeOnGrid(curves);
      double ours = life.standardError() / life.value();
      double theirs = ours * Math.sqrt((double) realisations / curve.realisations());
      points.add(
          new Point(
              life.value(),
              curve.fit().at(delta),
              Math.hypot(CURVE, Math.hypot(ours, theirs)),
              FIT_PARAMETERS / DISORDERS.size()));
    }
    return points;
  }

  private static ChainRun run(Reading reading, int cells, double disorder) {
    return new ChainRun(reading.chain(cells, disorder), COHERENT, TIMES, false);
  }

  private static double misfit(List<Point> points, double unit) {
    double sum = 0;
    for (Point p : points) {
      double apart = (p.computed * unit / p.printed - 1) / p.relativeError;
      sum += p.weight * apart * apart;
    }
    return sum;
  }

  private static double violation(
      ChainStudy study, PrintedNumbers.GainBound bound, Reading reading, int realisations) {
    Curves curves = study.exactly(run(reading, bound.cells(), bound.disorder()), realisations);
    PeakHeight peak = PeakHeight.of(curves);
    double beyond = bound.least() ? bound.percent() - peak.value() : peak.value() - bound.percent();
    double error =
        peak.standardError()
            * Math.sqrt(1 + (double) realisations / ChainStudy.published(bound.cells()));
    return beyond <= 0 ? 0 : Math.pow(beyond / Math.max(error, 0.1), 2);
  }
}
