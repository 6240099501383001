package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.ClaimParts.claim;
import static qbattery.paper.quach2020.ClaimParts.judged;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.claim.Verdict;
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
            "N_B = 1, R = 1, 2, 3, 4, 10 at T = 1000: steady energy density against 1/2, within 0.01 (what is left is of the order of R/T, so the tolerance only says how hot is hot); and the largest distance from 1/2 must be smaller than at T = 100.",
            start -> limit(model, start)),
        trend(model),
        perStart(
            "temperature-steepest",
            "Fig. 6c",
            "The steepest loss is at low temperature.",
            "R = 2, 3, 4: the temperature on T = 0.05..20 where dE/dT is most negative, found between the looks, must be below 1, the temperature of one quantum, and dE/dT negative there. Any bound above 0.61 gives the same.",
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

  /** Minus the distance from 1/2. */
  private static Estimate closeness(Estimate energy) {
    Estimate above = energy.minus(Estimate.exact(0.5));
    return above.times(above.value() > 0 ? -1 : 1);
  }

  private static Judgement limit(DarkModel model, Start start) {
    List<Check> checks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    List<Estimate> hotter = new ArrayList<>();
    List<Estimate> cooler = new ArrayList<>();
    for (int ratio : new int[] {1, 2, 3, 4, 10}) {
      Estimate energy = model.warm(1, ratio, HOT, start).energy();
      checks.add(Check.equal("E at T=1000, R=" + ratio, energy, 0.5, TOLERANCE));
      hotter.add(closeness(energy));
      cooler.add(closeness(model.warm(1, ratio, HOT / 10, start).closed()));
      text.append("%s (R = %d), ".formatted(Numbers.brief(energy), ratio));
    }
    // The most distant R is the one of the smallest closeness, which is minus a distance.
    Estimate closer = Steps.smallest(hotter).minus(Steps.smallest(cooler));
    checks.add(Check.exceeds("how much closer than at T=100", closer, 0));
    text.setLength(text.length() - 2);
    return judged("E at T = 1000: %s.".formatted(text), checks);
  }

  private static Claim trend(DarkModel model) {
    return claim(
        "temperature-trend",
        "Figs. 6b, 6c",
        "N_B = 1: the steady energy rises with T at R = 1, falls at R > 3, does both at R = 2; what is below 1/2 at T = 0 rises, what is above falls.",
        "dE/dT on T = 0.1..20, its smallest and largest found between the looks (central differences to fourth order, held to second order). First half: at R = 1 the smallest must be above 0, at R = 4, 5 the largest below 0, at R = 2 there must be both signs. Second half: towards 1/2 at all T for R = 1, 3, 4, 5; R = 2 is left out, as the first half says that it does both, so that both halves cannot hold for it. The second half may also be read of the net change from T = 0 to T = 1000 alone, R = 2 included. For both initial states, as Sec. II and the appendix state different ones.",
        () -> {
          Map<String, Judgement> readings = new LinkedHashMap<>();
          for (Start start : Start.values()) {
            List<Slopes> slopes =
                IntStream.rangeClosed(1, 5)
                    .mapToObj(ratio -> Slopes.of(model, ratio, start, 0.1))
                    .toList();
            readings.put(
                start.label() + ", at all T", trend(slopes, everywhere(model, start, slopes)));
            readings.put(start.label() + ", net change", trend(slopes, net(model, start)));
          }
          return Judgement.across(readings);
        });
  }

  /** The first half of the claim, and checks of the second. */
  private static Judgement trend(List<Slopes> slopes, List<Check> secondHalf) {
    List<Check> firstHalf = new ArrayList<>();
    firstHalf.add(Check.exceeds("smallest dE/dT, R=1", lowest(slopes, 1), 0));
    firstHalf.add(Check.exceeds("largest dE/dT, R=2", highest(slopes, 2), 0));
    firstHalf.add(Check.exceeds("largest loss -dE/dT, R=2", lowest(slopes, 2).times(-1), 0));
    for (int ratio = 4; ratio <= 5; ratio++) {
      firstHalf.add(
          Check.exceeds("smallest loss -dE/dT, R=" + ratio, highest(slopes, ratio).times(-1), 0));
    }
    StringBuilder text = new StringBuilder();
    for (int ratio = 1; ratio <= slopes.size(); ratio++) {
      text.append(
          " R = %d: %s to %s."
              .formatted(
                  ratio,
                  Numbers.rounded(lowest(slopes, ratio).value(), 3),
                  Numbers.rounded(highest(slopes, ratio).value(), 3)));
    }
    List<Check> all = new ArrayList<>(firstHalf);
    all.addAll(secondHalf);
    return judged(
        "The first half %s, the second %s. dE/dT from its smallest to its largest:%s"
            .formatted(holds(firstHalf), holds(secondHalf), text),
        all);
  }

  private static String holds(List<Check> checks) {
    return checks.stream().allMatch(check -> check.verdict() == Verdict.REPRODUCED)
        ? "holds"
        : "does not hold";
  }

  private static Estimate lowest(List<Slopes> slopes, int ratio) {
    return slopes.get(ratio - 1).lowest().value();
  }

  private static Estimate highest(List<Slopes> slopes, int ratio) {
    return slopes.get(ratio - 1).highest().value();
  }

  /** Towards 1/2 at every temperature. */
  private static List<Check> everywhere(DarkModel model, Start start, List<Slopes> slopes) {
    List<Check> checks = new ArrayList<>();
    for (int ratio : new int[] {1, 3, 4, 5}) {
      boolean below = model.warm(1, ratio, 0, start).closedEnergy() < 0.5;
      Estimate towards = below ? lowest(slopes, ratio) : highest(slopes, ratio).times(-1);
      checks.add(Check.exceeds("smallest dE/dT towards 1/2, R=" + ratio, towards, 0));
    }
    return checks;
  }

  /** Towards 1/2 from T = 0 to a temperature at which all is over. */
  private static List<Check> net(DarkModel model, Start start) {
    List<Check> checks = new ArrayList<>();
    for (int ratio = 1; ratio <= 5; ratio++) {
      Estimate cold = model.warm(1, ratio, 0, start).energy();
      Estimate change = model.warm(1, ratio, HOT, start).energy().minus(cold);
      checks.add(
          Check.exceeds(
              "net change towards 1/2, R=" + ratio, change.times(cold.value() < 0.5 ? 1 : -1), 0));
    }
    return checks;
  }

  private static Judgement steepest(DarkModel model, Start start) {
    List<Check> checks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int ratio = 2; ratio <= 4; ratio++) {
      Slopes slopes = Slopes.of(model, ratio, start, 0.05);
      Estimate where = slopes.lowest().time();
      Estimate loss = slopes.lowest().value().times(-1);
      checks.add(
          Check.exceeds(
              "1 - T of the steepest loss, R=" + ratio, Estimate.exact(LOW).minus(where), 0));
      checks.add(Check.exceeds("steepest loss, R=" + ratio, loss, 0));
      text.append(
          "R = %d: %s at T = %s. "
              .formatted(
                  ratio, Numbers.rounded(-loss.value(), 3), Numbers.rounded(where.value(), 3)));
    }
    return judged("Most negative dE/dT: " + text.toString().strip(), checks);
  }

  private static Judgement ergotropy(DarkModel model, Start start) {
    Setting cold = model.warm(1, 4, 0, start);
    Setting hot = model.warm(1, 4, HOT, start);
    Estimate first = cold.ergotropy(Unitaries.ALL);
    Estimate last = hot.ergotropy(Unitaries.ALL);
    return Judgement.of(
        "The ergotropy goes from %s at T = 0 to %s at T = 1000, where the energy is %s."
            .formatted(
                Numbers.brief(first), Numbers.brief(last), Numbers.brief(hot.closedEnergy())),
        Check.equal("W at T=1000", last, 0, TOLERANCE),
        Check.equal("E at T=1000", hot.energy(), 0.5, TOLERANCE),
        Check.exceeds("W at T=0", first, 0.1));
  }
}
