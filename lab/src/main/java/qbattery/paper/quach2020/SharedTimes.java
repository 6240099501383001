package qbattery.paper.quach2020;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.dynamics.EnsembleTrajectory;
import qbattery.dynamics.LadderCharging;
import qbattery.dynamics.Method;
import qbattery.dynamics.StateDerivative;
import qbattery.dynamics.TimeGrid;
import qbattery.dynamics.events.Event;
import qbattery.dynamics.events.EventScan;
import qbattery.dynamics.events.Occurrence;
import qbattery.experiment.Laboratory;
import qbattery.measure.Estimate;
import qbattery.measure.LogarithmicNegativityRate;
import qbattery.model.CollectiveEnsembles;
import qbattery.report.Numbers;

/**
 * How long power and entanglement rate of a charging are both above a part of their largest values:
 * a part of all times at which two curves are above levels, which their own peaks set, is no
 * formula of series, whose crossings are the first ones.
 */
final class SharedTimes implements Claim.Examination {

  private static final int LARGEST = 3;
  private static final int LOOKS = 300;

  /** What two times must share to be about the same. */
  private static final double SAME = 2.0 / 3;

  private static final double[] PARTS = {0.01, 0.05, 0.1};

  private static final Method.DormandPrince LOOSER = new Method.DormandPrince(1e-10, 1e-12);

  /** Eigenvalues of the partial transpose up to this many tolerances are taken for zero. */
  private static final double ZERO = 100;

  /** R of Fig. 5. */
  private static final int RATIO = 50;

  @Override
  public Judgement judge(Laboratory laboratory) {
    List<List<Curves>> all =
        IntStream.rangeClosed(1, LARGEST)
            .mapToObj(
                n -> {
                  CollectiveEnsembles ensembles = new CollectiveEnsembles(n, RATIO * n, 1, 1, 0);
                  return List.of(
                      Curves.of(ensembles, Method.DormandPrince.TIGHT),
                      Curves.of(ensembles, LOOSER));
                })
            .toList();
    Map<String, Judgement> readings = new LinkedHashMap<>();
    for (double part : PARTS) {
      readings.put(
          "above %s %% of the largest".formatted(Numbers.brief(100 * part)), judged(all, part));
    }
    return Judgement.across(readings);
  }

  private static Judgement judged(List<List<Curves>> all, double part) {
    List<Estimate> found =
        all.stream()
            .map(ways -> Estimate.witnessed(ways.get(0).shared(part), ways.get(1).shared(part)))
            .toList();
    List<Check> checks = new ArrayList<>();
    for (int k = 0; k < found.size(); k++) {
      checks.add(Check.exceeds("shared part of the times, N_B=" + (k + 1), found.get(k), SAME));
    }
    return Judgement.of(
        "Power and rate exceed %s of their largest values together for %s of the time that either does, for N_B = 1, 2, 3."
            .formatted(
                Numbers.brief(part),
                found.stream()
                    .map(e -> Numbers.rounded(e.value(), 4))
                    .collect(Collectors.joining(", "))),
        checks.toArray(Check[]::new));
  }

  /**
   * Absolute power and rate of one computation.
   *
   * @param looks the pieces that are looked at closely
   * @param power the power of the battery
   * @param rate the derivative of the negativity
   */
  private record Curves(double[] looks, DoubleUnaryOperator power, DoubleUnaryOperator rate) {

    static Curves of(CollectiveEnsembles ensembles, Method.DormandPrince method) {
      int battery = ensembles.batterySize();
      int charger = ensembles.chargerSize();
      double end = 8.0 / (charger - battery + 2); // 8 times the slowest decay
      LadderCharging charging = LadderCharging.of(battery, charger, 1, end, method);
      EnsembleTrajectory moving =
          EnsembleTrajectory.of(ensembles::pair, ensembles.batteryDown(), end, method);
      double zero = ZERO * method.rtol();
      return new Curves(
          TimeGrid.upTo(end, LOOKS).toArray(),
          remembered(t -> StrictMath.abs(charging.powerDensity(t))),
          remembered(
              t -> {
                StateDerivative motion = moving.parts().get(0).derivativeAt(t);
                return StrictMath.abs(
                    LogarithmicNegativityRate.of(motion.state(), motion.derivative(), zero, 0));
              }));
    }

    /** Each time is asked for several times. */
    private static DoubleUnaryOperator remembered(DoubleUnaryOperator quantity) {
      Map<Double, Double> known = new HashMap<>();
      return t -> known.computeIfAbsent(t, quantity::applyAsDouble);
    }

    private static Occurrence first(DoubleUnaryOperator curve, double[] looks, Event event) {
      return EventScan.along(curve, looks, List.of(event)).get(0).orElseThrow();
    }

    /** All times at which a quantity passes a level, from below or from above. */
    private List<Double> passings(DoubleUnaryOperator quantity, double level) {
      List<Double> found = new ArrayList<>();
      for (int k = 1; k < looks.length; k++) {
        boolean before = quantity.applyAsDouble(looks[k - 1]) > level;
        if (before != quantity.applyAsDouble(looks[k]) > level) {
          double[] piece = {looks[k - 1], looks[k]};
          found.add(first(quantity, piece, new Event.Passage(level)).time());
        }
      }
      return found;
    }

    /** The time in which both are above the part, over that in which either is. */
    double shared(double part) {
      double powerLevel = part * first(power, looks, new Event.Maximum()).value();
      double rateLevel = part * first(rate, looks, new Event.Maximum()).value();
      List<Double> ends = new ArrayList<>(passings(power, powerLevel));
      ends.addAll(passings(rate, rateLevel));
      ends.add(looks[0]);
      ends.add(looks[looks.length - 1]);
      ends.sort(Double::compare);
      double both = 0;
      double either = 0;
      for (int k = 1; k < ends.size(); k++) {
        double length = ends.get(k) - ends.get(k - 1);
        double middle = 0.5 * (ends.get(k) + ends.get(k - 1));
        boolean charging = power.applyAsDouble(middle) > powerLevel;
        boolean entangling = rate.applyAsDouble(middle) > rateLevel;
        both += charging && entangling ? length : 0;
        either += charging || entangling ? length : 0;
      }
      return both / either;
    }
  }
}
