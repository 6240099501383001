package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.ClaimParts.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.report.Numbers;

/** The claim on the steady energy density at large R and N_B: Sec. IV. */
final class LimitClaim {

  /** Where the approach is fitted: far enough out that one power is left. */
  static final int[] LARGE = {100, 200, 300, 500, 1000};

  /** A tenth of the printed limit; what is left of the approach at 1000 spins is a twentieth. */
  private static final double TOLERANCE = 0.05;

  private LimitClaim() {}

  static Claim of(DarkModel model) {
    return claim(
        "limits",
        "Sec. IV",
        "As R or N_B grows without bound, the steady energy density tends to hbar omega/2 for every R above 1.",
        Map.of("limit", 0.5),
        "The density at N_B = 1000 for R = 2, 5, 10 and at R = 1000 for N_B = 1, 2, 3 against 1/2, within 0.05 (the approach to the true limit leaves less than that at 1000). Noted: what is missing to 1 for R above 1, and to 1/2 at R = 1, as a power of N_B or R fitted from 100 to 1000, with its standard error.",
        () -> {
          List<Check> checks = new ArrayList<>();
          StringBuilder text = new StringBuilder("Density at N_B = 1000: ");
          for (int ratio : CapacityClaims.RATIOS) {
            Estimate energy = model.cold(1000, ratio).energy();
            checks.add(
                Check.equal("E at N_B=1000, R=" + ratio + " / hbar omega", energy, 0.5, TOLERANCE));
            text.append("%s (R = %d), ".formatted(Numbers.brief(energy), ratio));
          }
          text.append("at R = 1000: ");
          for (int size = 1; size <= 3; size++) {
            Estimate energy = model.cold(size, 1000).energy();
            checks.add(
                Check.equal("E at R=1000, N_B=" + size + " / hbar omega", energy, 0.5, TOLERANCE));
            text.append("%s (N_B = %d), ".formatted(Numbers.brief(energy), size));
          }
          double[] one = missing(model, LARGE, 1);
          Estimate equal = Powers.exponent(doubles(LARGE), one);
          Judgement judgement =
              ClaimParts.judged(
                  text.append("at N_B = 1000 and R = 1: %s.".formatted(Numbers.brief(0.5 - one[4])))
                      .toString(),
                  checks);
          for (int ratio : CapacityClaims.RATIOS) {
            judgement =
                judgement.noting(
                    "power of N_B in 1 - E, R=" + ratio,
                    Powers.exponent(doubles(LARGE), missing(model, LARGE, ratio)));
          }
          double[] byRatio = new double[LARGE.length];
          for (int k = 0; k < LARGE.length; k++) {
            byRatio[k] = 1 - model.cold(1, LARGE[k]).closedEnergy();
          }
          return judgement
              .noting("power of R in 1 - E, N_B=1", Powers.exponent(doubles(LARGE), byRatio))
              .noting("power of N_B in 1/2 - E, R=1", equal);
        });
  }

  /** What is missing to the limit: 1 for R above 1, 1/2 at R = 1. */
  static double[] missing(DarkModel model, int[] sizes, int ratio) {
    double limit = ratio == 1 ? 0.5 : 1;
    double[] missing = new double[sizes.length];
    for (int k = 0; k < sizes.length; k++) {
      missing[k] = StrictMath.abs(limit - model.cold(sizes[k], ratio).closedEnergy());
    }
    return missing;
  }

  static double[] doubles(int[] values) {
    double[] copy = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      copy[k] = values[k];
    }
    return copy;
  }
}
