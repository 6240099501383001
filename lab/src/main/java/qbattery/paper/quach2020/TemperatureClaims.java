package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.ClaimParts.claim;
import static qbattery.paper.quach2020.ClaimParts.judged;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.paper.quach2020.Setting.Unitaries;
import qbattery.report.Numbers;

/** Claims on warm reservoirs: Fig. 6, all with N_B = 1. Temperatures in hbar omega / k_B. */
final class TemperatureClaims {

  private static final double HOT = 1000;

  /** What is left of 1/2 at that temperature is of the order of R/T. */
  private static final double TOLERANCE = 0.01;

  /** The temperature of one quantum: below it, thermal excitations are rare. */
  private static final double LOW = 1;

  private TemperatureClaims() {}

  static List<Claim> of(DarkModel model) {
    return List.of(
        perStart(
            "temperature-transfer",
            "Fig. 6a",
            "R = 10, N_B = 1: the warmer the reservoir, the less energy reaches the battery.",
            "T = 0, 2, 4: the smallest fall of the steady energy density must be above 0, by more than its error (exact against the long integration). Noted: the smallest fall of what is gained over the start.",
            start -> transfer(model, start)),
        perStart(
            "temperature-limit",
            "Fig. 6b",
            "All R converge to energy density 1/2 as T grows.",
            "N_B = 1, R = 1, 2, 3, 4, 10 at T = 1000: steady energy density against 1/2, within 0.01 (what is left is of the order of R/T); and the largest distance from 1/2 must be smaller than at T = 100.",
            start -> limit(model, start)),
        perStart(
            "temperature-trend",
            "Figs. 6b, 6c",
            "N_B = 1: the steady energy rises with T at R = 1, falls at R > 3, does both at R = 2; what is below 1/2 at T = 0 rises, what is above falls.",
            "dE/dT on T = 0.1..20 (central differences at two spacings, whose difference is the error), for R = 1..5: at R = 1 the smallest must be above 0, at R = 4, 5 the largest below 0, at R = 2 there must be both signs; and the sign of 1/2 - E(0) must be that of dE/dT at all T for each R.",
            start -> trend(model, start)),
        perStart(
            "temperature-steepest",
            "Fig. 6c",
            "The steepest loss is at low temperature.",
            "R = 2, 3, 4: the temperature on T = 0.05..20 where dE/dT is most negative must be below 1, the temperature of one quantum, and dE/dT negative there; the error is a grid step of 0.01 below T = 2, 0.1 above.",
            start -> steepest(model, start)),
        perStart(
            "temperature-ergotropy",
            "Fig. 6d",
            "R = 4: the steady ergotropy goes to zero as the energy goes to 1/2.",
            "N_B = 1 (as in the other panels): ergotropy density at T = 1000 against 0 and energy density against 1/2, within 0.01; the ergotropy must be above 0.1 at T = 0, so that it goes somewhere.",
            start -> ergotropy(model, start)));
  }

  /** A claim that is judged for both initial states. */
  private static Claim perStart(
      String id, String where, String says, String criterion, Function<Start, Judgement> judge) {
    return claim(
        id,
        where,
        says,
        id.equals("temperature-limit") ? Map.of("limit", 0.5) : Map.of(),
        criterion + " For both initial states, as Sec. II and the appendix state different ones.",
        () -> {
          Map<String, Judgement> readings = new LinkedHashMap<>();
          for (Start start : Start.values()) {
            readings.put(start.label(), judge.apply(start));
          }
          return Judgement.across(readings);
        });
  }

  private static Judgement transfer(DarkModel model, Start start) {
    List<Estimate> ends = new ArrayList<>();
    List<Estimate> gains = new ArrayList<>();
    for (double t : new double[] {0, 2, 4}) {
      Setting setting = model.warm(1, 10, t, start);
      Estimate end = setting.energy();
      ends.add(end);
      gains.add(end.minus(Estimate.rounded(setting.initial().meanExcitations())));
    }
    return Judgement.of(
            "At T = 0, 2, 4 the battery ends with %s hbar omega, of which %s were gained."
                .formatted(Steps.words(ends), Steps.words(gains)),
            Check.exceeds("smallest fall of E along T", Steps.smallestFall(ends), 0))
        .noting("smallest fall of the gain along T", Steps.smallestFall(gains));
  }

  private static Judgement limit(DarkModel model, Start start) {
    List<Check> checks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    double hot = 0;
    double warm = 0;
    for (int ratio : new int[] {1, 2, 3, 4, 10}) {
      Estimate energy = model.warm(1, ratio, HOT, start).energy();
      checks.add(Check.equal("E at T=1000, R=" + ratio, energy, 0.5, TOLERANCE));
      hot = StrictMath.max(hot, StrictMath.abs(energy.value() - 0.5));
      warm =
          StrictMath.max(
              warm, StrictMath.abs(model.warm(1, ratio, HOT / 10, start).closedEnergy() - 0.5));
      text.append("%s (R = %d), ".formatted(Numbers.brief(energy), ratio));
    }
    checks.add(Check.exceeds("how much closer than at T=100", new Estimate(warm - hot, 1e-9), 0));
    text.setLength(text.length() - 2);
    return judged("E at T = 1000: %s.".formatted(text), checks);
  }

  private static Judgement trend(DarkModel model, Start start) {
    List<Check> checks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    List<Check> rule = new ArrayList<>();
    for (int ratio = 1; ratio <= 5; ratio++) {
      Slopes slopes = Slopes.of(model, ratio, start, 0.1);
      Estimate lowest = slopes.lowest();
      Estimate highest = slopes.highest();
      if (ratio == 1 || ratio == 2) {
        checks.add(
            ratio == 1
                ? Check.exceeds("smallest dE/dT, R=1", lowest, 0)
                : Check.exceeds("largest dE/dT, R=2", highest, 0));
      }
      if (ratio == 2) {
        checks.add(Check.exceeds("largest loss -dE/dT, R=2", lowest.times(-1), 0));
      }
      if (ratio > 3) {
        checks.add(Check.exceeds("smallest loss -dE/dT, R=" + ratio, highest.times(-1), 0));
      }
      boolean below = model.warm(1, ratio, 0, start).closedEnergy() < 0.5;
      rule.add(
          Check.exceeds(
              "smallest dE/dT towards 1/2, R=" + ratio, below ? lowest : highest.times(-1), 0));
      text.append(
          "R = %d: %s to %s. "
              .formatted(
                  ratio, Numbers.rounded(lowest.value(), 3), Numbers.rounded(highest.value(), 3)));
    }
    checks.addAll(rule);
    return judged("dE/dT from its smallest to its largest: " + text.toString().strip(), checks);
  }

  private static Judgement steepest(DarkModel model, Start start) {
    List<Check> checks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int ratio = 2; ratio <= 4; ratio++) {
      Slopes slopes = Slopes.of(model, ratio, start, 0.05);
      Estimate where = slopes.whereLowest();
      checks.add(
          Check.exceeds(
              "1 - T of the steepest loss, R=" + ratio, new Estimate(LOW, 0).minus(where), 0));
      checks.add(Check.exceeds("steepest loss, R=" + ratio, slopes.lowest().times(-1), 0));
      text.append(
          "R = %d: %s at T = %s. "
              .formatted(
                  ratio,
                  Numbers.rounded(slopes.lowest().value(), 3),
                  Numbers.rounded(where.value(), 3)));
    }
    return judged("Most negative dE/dT: " + text.toString().strip(), checks);
  }

  private static Judgement ergotropy(DarkModel model, Start start) {
    Setting cold = model.warm(1, 4, 0, start);
    Setting hot = model.warm(1, 4, HOT, start);
    Estimate first = Estimate.rounded(cold.ergotropy(Unitaries.ALL));
    Estimate last = Estimate.rounded(hot.ergotropy(Unitaries.ALL));
    return Judgement.of(
        "The ergotropy goes from %s at T = 0 to %s at T = 1000, where the energy is %s."
            .formatted(
                Numbers.brief(first), Numbers.brief(last), Numbers.brief(hot.closedEnergy())),
        Check.equal("W at T=1000", last, 0, TOLERANCE),
        Check.equal("E at T=1000", hot.energy(), 0.5, TOLERANCE),
        Check.exceeds("W at T=0", first, 0.1));
  }
}
