package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.ClaimParts.AGREED;
import static qbattery.paper.quach2020.ClaimParts.claim;
import static qbattery.paper.quach2020.ClaimParts.judged;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        "At 200 times of the charging, up to where the battery is within 0.001 of its steady energy: the largest rate of the charger's energy density must stay below 1e-9 gamma hbar omega and the smallest of the battery's above -1e-9, the error of the integration in the tail.",
        () -> {
          List<Check> checks = new ArrayList<>();
          StringBuilder text = new StringBuilder();
          for (int size = 1; size <= 3; size++) {
            Setting setting = model.cold(size, 5);
            double end = PowerCurve.end(setting);
            ChargingRun run = ChargingRun.of(setting, end);
            double charger = Double.NEGATIVE_INFINITY;
            double battery = Double.POSITIVE_INFINITY;
            for (double t : Times.upTo(end, 201).toArray()) {
              charger = StrictMath.max(charger, run.chargerPower(t));
              battery = StrictMath.min(battery, run.power(t));
            }
            checks.add(
                Check.exceeds(
                    "smallest fall of the charger, N_B=" + size,
                    Estimate.rounded(-charger),
                    -AGREED));
            checks.add(
                Check.exceeds(
                    "smallest rise of the battery, N_B=" + size,
                    Estimate.rounded(battery),
                    -AGREED));
            text.append(
                "N_B = %d: the battery comes to %s, the charger to %s. "
                    .formatted(
                        size,
                        Numbers.rounded(run.energy(end), 4),
                        Numbers.rounded(run.chargerEnergy(end), 4)));
          }
          return judged(text.toString().strip(), checks);
        });
  }

  private static List<PowerCurve.Peak> peaks(DarkModel model, int ratio) {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(n -> PowerCurve.peak(model.cold(n, ratio)))
        .toList();
  }

  private static Claim rises(DarkModel model) {
    return claim(
        "power-rises",
        "Fig. 2d",
        "R = 5: the power density rises from zero to a peak that is higher and earlier for larger N_B.",
        "N_B = 1, 2, 3: power at t = 0 against 0 to 1e-9, heights of the peaks must rise and their times fall, by more than their errors (two tolerances of the integration; a flat maximum's time is known to the root of that).",
        () -> {
          List<PowerCurve.Peak> peaks = peaks(model, 5);
          List<Estimate> heights = peaks.stream().map(PowerCurve.Peak::height).toList();
          List<Estimate> times = peaks.stream().map(PowerCurve.Peak::time).toList();
          double start =
              peaks.stream().mapToDouble(p -> StrictMath.abs(p.atStart())).max().orElseThrow();
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
        "A power law through the peaks at N_B = 1, 2, 3, 5, 8, 12, 20, 32 and 50 for R = 2, 5, 10, all weighted alike on a logarithmic scale: its exponent against 1, within 0.05 as the list of claims asks, with its standard error from the scatter. Noted: the exponent between the two largest N_B, and exponent and offset of A N_B^p + B.",
        () -> {
          List<Check> checks = new ArrayList<>();
          Map<String, Estimate> notes = new TreeMap<>();
          StringBuilder text = new StringBuilder();
          for (int ratio : CapacityClaims.RATIOS) {
            double[] x = LimitClaim.doubles(SIZES);
            double[] y =
                IntStream.of(SIZES)
                    .mapToDouble(n -> PowerCurve.peak(model.cold(n, ratio)).height().value())
                    .toArray();
            Estimate exponent = Powers.exponent(x, y);
            checks.add(Check.equal("exponent of N_B, R=" + ratio, exponent, 1, TOLERANCE));
            double last = Powers.lastExponent(x, y);
            notes.put("exponent from N_B=32 to 50, R=" + ratio, new Estimate(last, AGREED));
            Optional<Powers.Offset> offset = Powers.withOffset(x, y);
            offset.ifPresent(o -> notes.put("exponent beside an offset, R=" + ratio, o.exponent()));
            offset.ifPresent(o -> notes.put("offset, R=" + ratio, o.offset()));
            text.append(
                "R = %d: exponent %s +- %s, between the last two %s; peak/N_B goes from %s to %s. "
                    .formatted(
                        ratio,
                        Numbers.decimals(exponent.value(), 3),
                        Numbers.decimals(exponent.error(), 3),
                        Numbers.decimals(last, 3),
                        Numbers.rounded(y[0], 4),
                        Numbers.rounded(y[y.length - 1] / 50, 4)));
          }
          Judgement judgement = judged(text.toString().strip(), checks);
          for (Map.Entry<String, Estimate> note : notes.entrySet()) {
            judgement = judgement.noting(note.getKey(), note.getValue());
          }
          return judgement;
        });
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
                Steps.along(RATIOS_F, r -> PowerCurve.peak(model.cold(n, r)).height());
            checks.add(
                Check.exceeds("smallest step along R, N_B=" + n, Steps.smallestRise(along), 0));
            text.append("N_B = %d: %s. ".formatted(n, Steps.words(along)));
          }
          return judged("At R = 1, 2, 3, 5, 10, 20: " + text.toString().strip(), checks);
        });
  }
}
