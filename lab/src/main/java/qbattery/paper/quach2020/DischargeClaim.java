package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.ClaimParts.claim;
import static qbattery.paper.quach2020.ClaimParts.judged;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.paper.quach2020.Discharge.Preparation;
import qbattery.report.Numbers;

/** The claim on what happens when the charger is taken away: Sec. IV. */
final class DischargeClaim {

  static final int RATIO = 5;
  static final int[] SIZES = {2, 3, 10};

  /** What may pass for the single-spin rate. */
  private static final double TOLERANCE = 0.05;

  private DischargeClaim() {}

  static Claim of(DarkModel model) {
    return claim(
        "disconnect",
        "Sec. IV",
        "With the charger removed the battery discharges superradiantly; dephased first, it discharges at the single-spin rate.",
        "R = 5, N_B = 2, 3, 10, T = 0; the relative rate of energy loss over 2 gamma, that of a single spin. Not dephased: it must exceed 1 at the start and, at its largest, 1.05. Dephased: it must be 1 within 0.05 at the start and at its largest, and what stays trapped must be below 0.05, as a single spin keeps nothing. Dephasing is read in two ways: spin by spin, and by a common field. Both change the battery alone, so the charger may be taken away before. The largest rate is looked for until nine tenths of what leaves have left: without dephasing it only rises, towards N_B, so that a later end gives more; dephased, its maximum lies before. The second way charges for a finite time and takes looser tolerances.",
        () -> {
          Map<String, Judgement> readings = new LinkedHashMap<>();
          readings.put(Preparation.EACH.label(), judge(model, Preparation.EACH));
          readings.put(Preparation.TOGETHER.label(), judge(model, Preparation.TOGETHER));
          return Judgement.across(readings);
        });
  }

  private static Judgement judge(DarkModel model, Preparation dephasing) {
    List<Check> checks = new ArrayList<>();
    StringBuilder text =
        new StringBuilder("Relative rates at the start and at most, and the trapped part: ");
    for (int size : SIZES) {
      Discharge bare = Discharge.of(model.cold(size, RATIO), Preparation.NONE);
      Discharge dephased = Discharge.of(model.cold(size, RATIO), dephasing);
      Estimate first = bare.firstRate();
      Estimate most = bare.largestRate().value();
      Estimate dephasedFirst = dephased.firstRate();
      Estimate dephasedMost = dephased.largestRate().value();
      Estimate trapped = dephased.trapped();
      checks.add(Check.exceeds("first rate, not dephased, N_B=" + size, first, 1));
      checks.add(Check.exceeds("largest rate, not dephased, N_B=" + size, most, 1 + TOLERANCE));
      checks.add(Check.equal("first rate, dephased, N_B=" + size, dephasedFirst, 1, TOLERANCE));
      checks.add(Check.equal("largest rate, dephased, N_B=" + size, dephasedMost, 1, TOLERANCE));
      checks.add(Check.equal("trapped part, dephased, N_B=" + size, trapped, 0, TOLERANCE));
      text.append(
          "N_B = %d: %s, %s, %s without dephasing, %s, %s, %s %s. "
              .formatted(
                  size,
                  Numbers.rounded(first.value(), 4),
                  Numbers.rounded(most.value(), 4),
                  tiny(bare.trapped().value()),
                  Numbers.rounded(dephasedFirst.value(), 4),
                  Numbers.rounded(dephasedMost.value(), 4),
                  tiny(trapped.value()),
                  dephasing.label()));
    }
    return judged(text.toString().strip(), checks);
  }

  private static String tiny(double part) {
    return part < 1e-6 ? "0" : Numbers.rounded(part, 3);
  }
}
