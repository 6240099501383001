package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.ClaimParts.AGREED;
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
import qbattery.dynamics.Event;
import qbattery.dynamics.Occurrence;
import qbattery.dynamics.Times;
import qbattery.experiment.Estimate;
import qbattery.paper.quach2020.Setting.Unitaries;
import qbattery.report.Numbers;

/** Claims on the work that can be taken out: Eq. 8, Fig. 3. */
final class ErgotropyClaims {

  /** Ends of pieces of a charging, each of which is looked at closely. */
  private static final int LOOKS = 60;

  private ErgotropyClaims() {}

  static List<Claim> of(DarkModel model) {
    return List.of(openWork(model), one(model), needsPositive(model), approaches(model));
  }

  private static Claim openWork(DarkModel model) {
    return claim(
        "open-work",
        "Eq. 8",
        "At T = 0 the open-system work equals the battery's energy.",
        "R = 5, N_B = 1, 2, 3 in the steady state: the difference of the two, which is the thermal energy density 1/(exp(omega/T)+1) of a spin at the reservoir's temperature, against 0; to 1e-9, rounding.",
        () -> {
          Estimate largest = Estimate.exact(0);
          StringBuilder text = new StringBuilder();
          for (int size = 1; size <= 3; size++) {
            Setting setting = model.cold(size, 5);
            Estimate energy = setting.closed();
            Estimate difference = setting.openWork(Unitaries.ALL).minus(energy);
            largest =
                StrictMath.abs(difference.value()) >= largest.value()
                    ? difference.times(difference.value() < 0 ? -1 : 1)
                    : largest;
            text.append(
                "N_B = %d: energy %s, work %s. "
                    .formatted(
                        size,
                        Numbers.brief(energy),
                        Numbers.brief(setting.openWork(Unitaries.ALL))));
          }
          return Judgement.of(
              text.toString().strip(),
              Check.equal("largest |W_open - E| / hbar omega", largest, 0, AGREED));
        });
  }

  private static Claim one(DarkModel model) {
    return claim(
        "ergotropy-NB1",
        "Fig. 3",
        "N_B = 1: the ergotropy is zero until the energy density passes 1/2; at R = 1 it is always zero.",
        "R = 1, 5, 50, along the charging, between the looks too: the largest ergotropy up to the moment when the energy density is 1/2, and the largest at R = 1, against 0 to 1e-9 (error of the states); and for R = 5, 50 the smallest ergotropy from the moment when the density is 0.51 must be above 0.",
        () -> {
          List<Check> checks = new ArrayList<>();
          StringBuilder text = new StringBuilder();
          for (int ratio : new int[] {1, 5, 50}) {
            Setting setting = model.cold(1, ratio);
            double end = PowerCurve.end(setting);
            TwoRuns runs = TwoRuns.of(setting, end);
            if (ratio == 1) {
              Estimate most =
                  runs.top((run, t) -> run.ergotropy(t, Unitaries.ALL), Times.upTo(end, LOOKS))
                      .value();
              checks.add(Check.equal("largest W at R = 1", most, 0, AGREED));
              text.append("At R = 1 the ergotropy is at most %s.".formatted(brief(most)));
              continue;
            }
            Estimate dead = upTo(0.5, runs, end, Unitaries.ALL).value();
            Estimate alive = from(0.51, runs, end);
            checks.add(Check.equal("largest W up to E = 1/2, R=" + ratio, dead, 0, AGREED));
            checks.add(Check.exceeds("smallest W from E = 0.51 on, R=" + ratio, alive, 0));
            text.append(
                " At R = %d it is at most %s up to half a quantum, and at least %s from 0.51 on."
                    .formatted(ratio, brief(dead), Numbers.rounded(alive.value(), 3)));
          }
          return judged(text.toString(), checks);
        });
  }

  private static String brief(Estimate value) {
    return value.value() < AGREED ? "0" : Numbers.brief(value);
  }

  /** The largest ergotropy density up to the moment when the energy density passes a value. */
  private static Top upTo(double energy, TwoRuns runs, double end, Unitaries unitaries) {
    return Top.of(
        curve(runs.run(), 0, passing(runs.run(), energy, end), unitaries, 1),
        curve(runs.again(), 0, passing(runs.again(), energy, end), unitaries, 1));
  }

  /** The smallest ergotropy density from that moment on; 0 if it does not come. */
  private static Estimate from(double energy, TwoRuns runs, double end) {
    double one = passing(runs.run(), energy, end);
    double other = passing(runs.again(), energy, end);
    if (one == end || other == end) {
      return Estimate.exact(0);
    }
    return Top.of(
            curve(runs.run(), one, end, Unitaries.ALL, -1),
            curve(runs.again(), other, end, Unitaries.ALL, -1))
        .value()
        .times(-1);
  }

  private static Top.Curve curve(
      ChargingRun run, double from, double to, Unitaries unitaries, int sign) {
    double[] t = Times.upTo(to - from, LOOKS).toArray();
    for (int k = 0; k < t.length; k++) {
      t[k] += from;
    }
    t[t.length - 1] = to;
    return new Top.Curve(s -> sign * run.ergotropy(s, unitaries), Times.of(t));
  }

  /** When the energy density passes a value; the end if it does not. */
  private static double passing(ChargingRun run, double energy, double end) {
    return Top.first(run::energy, Times.upTo(end, LOOKS), new Event.Passage(energy))
        .map(Occurrence::time)
        .orElse(end);
  }

  /** One judgement for each reading of the unitaries. */
  private static Judgement across(Function<Unitaries, Judgement> judge) {
    Map<String, Judgement> readings = new LinkedHashMap<>();
    for (Unitaries unitaries : Unitaries.values()) {
      readings.put(unitaries.label(), judge.apply(unitaries));
    }
    return Judgement.across(readings);
  }

  private static Claim needsPositive(DarkModel model) {
    return claim(
        "ergotropy-needs-positive-jz",
        "Sec. IV",
        "Work can be extracted cyclically only when <J_B^z> > 0, at every N_B shown.",
        "R = 5, N_B = 1, 2, 10: the largest ergotropy density from the start to the moment when the energy density is 1/2, against 0 to 1e-6 (what is drawn as zero; the states are good to 1e-9); for unitaries on the collective levels and for all on 2^N_B.",
        () -> across(unitaries -> needsPositive(model, unitaries)));
  }

  private static Judgement needsPositive(DarkModel model, Unitaries unitaries) {
    List<Check> checks = new ArrayList<>();
    StringBuilder text = new StringBuilder("While <J_B^z> is not positive: ");
    for (int size : new int[] {1, 2, 10}) {
      Setting setting = model.cold(size, 5);
      double end = PowerCurve.end(setting);
      TwoRuns runs = TwoRuns.of(setting, end);
      Top largest = upTo(0.5, runs, end, unitaries);
      checks.add(Check.equal("largest W/N_B at <Jz> <= 0, N_B=" + size, largest.value(), 0, 1e-6));
      text.append(
          "up to %s a spin at N_B = %d (at energy density %s), "
              .formatted(
                  brief(largest.value()),
                  size,
                  Numbers.rounded(runs.run().energy(largest.time().value()), 3)));
    }
    text.setLength(text.length() - 2);
    return judged(text.append('.').toString(), checks);
  }

  private static Claim approaches(DarkModel model) {
    return claim(
        "ergotropy-approaches-energy",
        "Fig. 3",
        "The ergotropy tends to the stored energy as N_B grows (R = 5) and as R grows (N_B = 1).",
        "Share W/E of the steady state: the smallest step along N_B = 1, 2, 10, 100, 1000 at R = 5 and along R = 1, 5, 50, 1000 at N_B = 1 must be above 0, and the share at the end of each 1 within 0.01; for unitaries on the collective levels and for all on 2^N_B.",
        () -> across(unitaries -> approaches(model, unitaries)));
  }

  private static Judgement approaches(DarkModel model, Unitaries unitaries) {
    List<Estimate> bySize =
        Steps.along(new int[] {1, 2, 10, 100, 1000}, n -> share(model.cold(n, 5), unitaries));
    List<Estimate> byRatio =
        Steps.along(new int[] {1, 5, 50, 1000}, r -> share(model.cold(1, r), unitaries));
    return Judgement.of(
        "W/E = %s at N_B = 1, 2, 10, 100, 1000 and %s at R = 1, 5, 50, 1000."
            .formatted(Steps.words(bySize), Steps.words(byRatio)),
        Check.exceeds("smallest step of W/E along N_B, R=5", Steps.smallestRise(bySize), 0),
        Check.exceeds("smallest step of W/E along R, N_B=1", Steps.smallestRise(byRatio), 0),
        Check.equal("W/E at N_B=1000, R=5", bySize.get(4), 1, 0.01),
        Check.equal("W/E at R=1000, N_B=1", byRatio.get(3), 1, 0.01));
  }

  private static Estimate share(Setting setting, Unitaries unitaries) {
    return setting.ergotropy(unitaries).dividedBy(setting.closed());
  }
}
