package qbattery.paper.arjmandi2022;

import static qbattery.paper.arjmandi2022.Start.COHERENT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 */
record Misfit(
    Reading reading, double unit, double unitError, double total, Map<String, Double> parts) {

  /** Degrees of disorder at which curves are compared. */
  static final List<Double> DISORDERS = List.of(0.0, 1.0, 2.0, 3.0, 5.0, 7.0, 10.0);

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
    return new Misfit(reading, unit, unit / Math.sqrt(below * unit * unit), total, parts);
  }

  private static List<Point> points(
      ChainStudy study, PrintedNumbers.HalfLifeCurve curve, Reading reading, int realisations) {
    List<Point> points = new ArrayList<>();
    for (double delta : DISORDERS) {
      Curves curves = study.exactly(reading.chain(curve.cells(), delta), COHERENT, realisations);
      HalfLife life = study.halfLifeOnGrid(curves);
      double ours = life.standardError() / life.value();
      double theirs = ours * Math.sqrt((double) realisations / curve.realisations());
      // Without disorder there is no scatter; the printed curve there is drawn by its neighbours.
      double least = 0.01;
      points.add(
          new Point(
              life.value(),
              curve.fit().at(delta),
              Math.max(least, Math.hypot(ours, theirs)),
              FIT_PARAMETERS / DISORDERS.size()));
    }
    return points;
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
    Curves curves =
        study.exactly(reading.chain(bound.cells(), bound.disorder()), COHERENT, realisations);
    PeakHeight peak = PeakHeight.of(curves);
    double beyond = bound.least() ? bound.percent() - peak.value() : peak.value() - bound.percent();
    double error =
        peak.standardError()
            * Math.sqrt(1 + (double) realisations / ChainStudy.published(bound.cells()));
    return beyond <= 0 ? 0 : Math.pow(beyond / Math.max(error, 0.1), 2);
  }
}
