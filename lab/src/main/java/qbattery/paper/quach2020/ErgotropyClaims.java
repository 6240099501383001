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
import qbattery.dynamics.Times;
import qbattery.experiment.Estimate;
import qbattery.paper.quach2020.Setting.Unitaries;
import qbattery.report.Numbers;

/** Claims on the work that can be taken out: Eq. 8, Fig. 3. */
final class ErgotropyClaims {

  /** Looks along a charging; the ergotropy has kinks, so they are dense. */
  private static final int LOOKS = 301;

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
          double largest = 0;
          StringBuilder text = new StringBuilder();
          for (int size = 1; size <= 3; size++) {
            Setting setting = model.cold(size, 5);
            double thermal =
                setting.ensembles().batteryThermal(setting.temperature()).meanExcitations() / size;
            double energy = setting.closedEnergy();
            double work = energy - thermal;
            largest = StrictMath.max(largest, StrictMath.abs(work - energy));
            text.append(
                "N_B = %d: energy %s, work %s. "
                    .formatted(size, Numbers.brief(energy), Numbers.brief(work)));
          }
          return Judgement.of(
              text.toString().strip(),
              Check.equal(
                  "largest |W_open - E| / hbar omega", Estimate.rounded(largest), 0, AGREED));
        });
  }

  private static Claim one(DarkModel model) {
    return claim(
        "ergotropy-NB1",
        "Fig. 3",
        "N_B = 1: the ergotropy is zero until the energy density passes 1/2; at R = 1 it is always zero.",
        "At 300 times of the charging, R = 1, 5, 50: the largest ergotropy where the energy density is at most 1/2, and the largest at R = 1, against 0 to 1e-9 (error of the states); and for R = 5, 50, where it passes 1/2, the smallest ergotropy at densities above 0.51 must be above 0.",
        () -> {
          double dead = 0;
          double atOne = 0;
          double alive = Double.POSITIVE_INFINITY;
          for (int ratio : new int[] {1, 5, 50}) {
            Setting setting = model.cold(1, ratio);
            double end = PowerCurve.end(setting);
            ChargingRun run = ChargingRun.of(setting, end);
            for (double t : Times.upTo(end, LOOKS).toArray()) {
              double energy = run.energy(t);
              double ergotropy = run.ergotropy(t, Unitaries.ALL);
              dead = energy <= 0.5 ? StrictMath.max(dead, ergotropy) : dead;
              alive = energy > 0.51 ? StrictMath.min(alive, ergotropy) : alive;
              atOne = ratio == 1 ? StrictMath.max(atOne, ergotropy) : atOne;
            }
          }
          boolean passes = alive < Double.POSITIVE_INFINITY;
          return Judgement.of(
              passes
                  ? "Below half a quantum the ergotropy is at most %s, above 0.51 at least %s; at R = 1 at most %s."
                      .formatted(
                          Numbers.brief(dead), Numbers.rounded(alive, 3), Numbers.brief(atOne))
                  : "No energy density passes 0.51.",
              Check.equal("largest W below E = 1/2", Estimate.rounded(dead), 0, AGREED),
              Check.equal("largest W at R = 1", Estimate.rounded(atOne), 0, AGREED),
              Check.exceeds("smallest W above E = 0.51", Estimate.rounded(passes ? alive : 0), 0));
        });
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
        "R = 5, N_B = 1, 2, 10, at 300 times of the charging: the largest ergotropy density while the energy density is at most 1/2, against 0 to 1e-6 (what is drawn as zero; the states are good to 1e-9); for unitaries on the collective levels and for all on 2^N_B.",
        () -> across(unitaries -> needsPositive(model, unitaries)));
  }

  private static Judgement needsPositive(DarkModel model, Unitaries unitaries) {
    List<Check> checks = new ArrayList<>();
    StringBuilder text = new StringBuilder("While <J_B^z> is not positive: ");
    for (int size : new int[] {1, 2, 10}) {
      Setting setting = model.cold(size, 5);
      double end = 0.5 * PowerCurve.end(setting);
      ChargingRun run = ChargingRun.of(setting, end, ChargingRun.LOOSER);
      double largest = 0;
      double there = 0;
      for (double t : Times.upTo(end, LOOKS).toArray()) {
        if (run.energy(t) > 0.5) {
          break;
        }
        double ergotropy = run.ergotropy(t, unitaries);
        there = ergotropy > largest ? run.energy(t) : there;
        largest = StrictMath.max(largest, ergotropy);
      }
      checks.add(
          Check.equal(
              "largest W/N_B at <Jz> <= 0, N_B=" + size, new Estimate(largest, 1e-8), 0, 1e-6));
      text.append(
          "up to %s a spin at N_B = %d (at energy density %s), "
              .formatted(Numbers.rounded(largest, 4), size, Numbers.rounded(there, 3)));
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
    return new Estimate(setting.ergotropy(unitaries) / setting.closedEnergy(), 1e-11);
  }
}
