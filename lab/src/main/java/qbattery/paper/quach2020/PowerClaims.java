package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.ClaimParts.AGREED;
import static qbattery.paper.quach2020.ClaimParts.claim;
import static qbattery.paper.quach2020.ClaimParts.judged;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.dynamics.Times;
import qbattery.experiment.Estimate;
import qbattery.report.Numbers;

/** Claims on how fast the battery is charged at T = 0: Figs. 2 a and d-f. */
final class PowerClaims {

  /** Up to 50 spins, evenly on a logarithmic scale. */
  static final int[] SIZES = {1, 2, 3, 5, 8, 12, 20, 32, 50};

  /** Where N_B = 5 stands. */
  private static final int FIVE = 3;

  /** Ends of pieces of a charging, each of which is looked at closely. */
  private static final int LOOKS = 50;

  private static final int[] RATIOS_F = {1, 2, 3, 5, 10, 20};

  private static final double TOLERANCE = 0.05;

  private PowerClaims() {}

  static List<Claim> of(DarkModel model) {
    return List.of(transfer(model), rises(model), bySize(model), byRatio(model));
  }

  private static Claim transfer(DarkModel model) {
    return claim(
        "transfer",
        "Fig. 2a",
        "R = 5, N_B = 1, 2, 3: the charger's energy falls monotonically while the battery's rises.",
        "While the battery is charged, up to where it is within 0.001 of its steady energy: the smallest rate at which the charger's energy density falls and that at which the battery's rises, found between the looks too, must stay above -1e-9 gamma hbar omega, far above the error of the integration in the tail. The power is 0 at the start.",
        () -> {
          List<Check> checks = new ArrayList<>();
          StringBuilder text = new StringBuilder();
          for (int size = 1; size <= 3; size++) {
            Setting setting = model.cold(size, 5);
            double end = PowerCurve.end(setting);
            TwoRuns runs = TwoRuns.of(setting, end);
            Times looks = Times.upTo(end, LOOKS);
            Estimate charger = runs.top(ChargingRun::chargerPower, looks).value();
            Estimate battery = runs.top((run, t) -> -run.power(t), looks).value();
            checks.add(
                Check.exceeds(
                    "smallest fall of the charger, N_B=" + size, charger.times(-1), -AGREED));
            checks.add(
                Check.exceeds(
                    "smallest rise of the battery, N_B=" + size, battery.times(-1), -AGREED));
            text.append(
                "N_B = %d: the battery comes to %s, the charger to %s. "
                    .formatted(
                        size,
                        Numbers.rounded(runs.run().energy(end), 4),
                        Numbers.rounded(runs.run().chargerEnergy(end), 4)));
          }
          return judged(text.toString().strip(), checks);
        });
  }

  private static List<Top> peaks(DarkModel model, int ratio) {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(n -> PowerCurve.peak(model.cold(n, ratio)))
        .toList();
  }

  private static Claim rises(DarkModel model) {
    return claim(
        "power-rises",
        "Fig. 2d",
        "R = 5: the power density rises from zero to a peak that is higher and earlier for larger N_B.",
        "N_B = 1, 2, 3: power at t = 0 against 0 to 1e-9, heights of the peaks must rise and their times fall, by more than their errors (two tolerances of the integration; a flat maximum lies anywhere within its error of the top).",
        () -> {
          List<Top> peaks = peaks(model, 5);
          List<Estimate> heights = peaks.stream().map(Top::value).toList();
          List<Estimate> times = peaks.stream().map(Top::time).toList();
          double start = 0;
          for (int size = 1; size <= 3; size++) {
            ChargingRun run = ChargingRun.of(model.cold(size, 5), 1);
            start = StrictMath.max(start, StrictMath.abs(run.power(0)));
          }
          return Judgement.of(
              "Peaks of %s gamma hbar omega a spin at gamma t = %s for N_B = 1, 2, 3."
                  .formatted(Steps.words(heights), Steps.words(times)),
              Check.equal("largest power at t = 0", Estimate.rounded(start), 0, AGREED),
              Check.exceeds("smallest step of the height", Steps.smallestRise(heights), 0),
              Check.exceeds("smallest step to earlier times", Steps.smallestFall(times), 0));
        });
  }

  private static Claim bySize(DarkModel model) {
    return claim(
        "power-NB",
        "Fig. 2e",
        "The peak power density grows in proportion to N_B.",
        "The exponent of a power law against 1, within 0.05 as the list of claims asks, for R = 2, 5, 10. Which N_B count is left open, and decides: a law through N_B = 1, 2, 3, 5, 8, 12, 20, 32 and 50, all weighted alike on a logarithmic scale; the same from 5 on; and between 32 and 50 alone. No limit is extrapolated: these exponents are still on the move, and not as a power of 1/N_B. Noted: the offset of the straight line through the last two.",
        () -> {
          Map<Integer, List<Estimate>> peaks = new TreeMap<>();
          for (int ratio : CapacityClaims.RATIOS) {
            peaks.put(
                ratio, Steps.along(SIZES, n -> PowerCurve.peak(model.cold(n, ratio)).value()));
          }
          Map<String, Judgement> readings = new LinkedHashMap<>();
          readings.put("a power law through N_B = 1 to 50", law(peaks, 0));
          readings.put("a power law through N_B = 5 to 50", law(peaks, FIVE));
          readings.put("N_B = 32 and 50", law(peaks, SIZES.length - 2));
          return Judgement.across(readings);
        });
  }

  /** A power law from some size on. */
  private static Judgement law(Map<Integer, List<Estimate>> peaks, int from) {
    double[] x = LimitClaim.doubles(Arrays.copyOfRange(SIZES, from, SIZES.length));
    List<Check> checks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    peaks.forEach(
        (ratio, all) -> {
          List<Estimate> y = all.subList(from, all.size());
          Estimate exponent = Powers.exponent(x, y);
          checks.add(Check.equal("exponent of N_B, R=" + ratio, exponent, 1, TOLERANCE));
          text.append(
              "R = %d: exponent %s, peak/N_B goes from %s to %s. "
                  .formatted(
                      ratio,
                      Numbers.decimals(exponent.value(), 3),
                      Numbers.rounded(y.get(0).value() / x[0], 4),
                      Numbers.rounded(y.get(y.size() - 1).value() / x[x.length - 1], 4)));
        });
    Judgement judgement = judged(text.toString().strip(), checks);
    if (x.length == 2) {
      for (Map.Entry<Integer, List<Estimate>> all : peaks.entrySet()) {
        judgement =
            judgement.noting("offset of the line, R=" + all.getKey(), offset(all.getValue()));
      }
    }
    return judgement;
  }

  /** The value at N_B = 0 of the straight line through the last two. */
  private static Estimate offset(List<Estimate> peaks) {
    int last = SIZES.length - 1;
    double apart = SIZES[last] - SIZES[last - 1];
    return peaks
        .get(last - 1)
        .times(SIZES[last] / apart)
        .minus(peaks.get(last).times(SIZES[last - 1] / apart));
  }

  private static Claim byRatio(DarkModel model) {
    return claim(
        "power-R",
        "Fig. 2f",
        "The peak power density grows with R.",
        "N_B = 1, 2, 3: the smallest step of the peak along R = 1, 2, 3, 5, 10, 20 must be above 0, by more than its error (two tolerances of the integration).",
        () -> {
          List<Check> checks = new ArrayList<>();
          StringBuilder text = new StringBuilder();
          for (int size = 1; size <= 3; size++) {
            int n = size;
            List<Estimate> along =
                Steps.along(RATIOS_F, r -> PowerCurve.peak(model.cold(n, r)).value());
            checks.add(
                Check.exceeds("smallest step along R, N_B=" + n, Steps.smallestRise(along), 0));
            text.append("N_B = %d: %s. ".formatted(n, Steps.words(along)));
          }
          return judged("At R = 1, 2, 3, 5, 10, 20: " + text.toString().strip(), checks);
        });
  }
}
