package qbattery.paper.quach2020;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import qbattery.dynamics.Event;
import qbattery.dynamics.Method;
import qbattery.dynamics.Times;
import qbattery.experiment.Estimate;

/** How long power and entanglement rate of a charging are both above a part of their largest. */
record Overlap(Curves main, Curves again) {

  private static final int LOOKS = 300;

  static Overlap of(Setting setting) {
    return new Overlap(
        Curves.of(setting, ChargingRun.METHOD), Curves.of(setting, ChargingRun.LOOSER));
  }

  /** The time in which both are above the part, over that in which either is. */
  Estimate shared(double part) {
    return Estimate.witnessed(main.shared(part), again.shared(part));
  }

  /** Absolute power and rate of one run. */
  private record Curves(Times looks, DoubleUnaryOperator power, DoubleUnaryOperator rate) {

    static Curves of(Setting setting, Method.DormandPrince method) {
      double end = PowerCurve.end(setting);
      ChargingRun run = ChargingRun.of(setting, end, method);
      DoubleUnaryOperator power = PowerCurve.of(setting, end, method);
      return new Curves(
          Times.upTo(end, LOOKS),
          remembered(t -> StrictMath.abs(power.applyAsDouble(t))),
          remembered(t -> StrictMath.abs(run.negativityRate(t))));
    }

    /** Each time is asked for several times. */
    private static DoubleUnaryOperator remembered(DoubleUnaryOperator quantity) {
      Map<Double, Double> known = new HashMap<>();
      return t -> known.computeIfAbsent(t, quantity::applyAsDouble);
    }

    /** All times at which a quantity passes a level, from below or from above. */
    private static List<Double> passings(DoubleUnaryOperator quantity, double level, Times looks) {
      double[] t = looks.toArray();
      List<Double> found = new ArrayList<>();
      for (int k = 1; k < t.length; k++) {
        double[] piece = {t[k - 1], t[k]};
        if (quantity.applyAsDouble(t[k - 1]) > level != quantity.applyAsDouble(t[k]) > level) {
          Top.first(quantity, Times.of(piece), new Event.Passage(level))
              .ifPresent(passage -> found.add(passage.time()));
        }
      }
      return found;
    }

    double shared(double part) {
      double powerLevel = part * Top.highest(power, looks);
      double rateLevel = part * Top.highest(rate, looks);
      List<Double> ends = new ArrayList<>(passings(power, powerLevel, looks));
      ends.addAll(passings(rate, rateLevel, looks));
      double[] t = looks.toArray();
      ends.add(t[0]);
      ends.add(t[t.length - 1]);
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
