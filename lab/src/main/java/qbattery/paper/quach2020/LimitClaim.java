package qbattery.paper.quach2020;

import static qbattery.paper.quach2020.ClaimParts.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.dynamics.DarkCharge;
import qbattery.experiment.Estimate;
import qbattery.report.Numbers;
import qbattery.statistics.Extrapolation;

/** The claim on the steady energy density at large R and N_B: Sec. IV. */
final class LimitClaim {

  /** Sizes that double, for the exponents of the approach. */
  private static final int[] DOUBLING = {125, 250, 500, 1000, 2000};

  /** A tenth of the printed limit; what is left of the approach at 1000 spins is a twentieth. */
  private static final double TOLERANCE = 0.05;

  private LimitClaim() {}

  static Claim of(DarkModel model) {
    return claim(
        "limits",
        "Sec. IV",
        "As R or N_B grows without bound, the steady energy density tends to hbar omega/2 for every R above 1.",
        Map.of("limit", 0.5),
        "The density at N_B = 1000 for R = 2, 5, 10 and at R = 1000 for N_B = 1, 2, 3 against 1/2, within 0.05 (the approach to the true limit leaves less than that at 1000). Noted: the power of N_B or R with which what is missing to 1 for R above 1, and to 1/2 at R = 1, goes away: local exponents between sizes that double from 125 to 2000, extrapolated in 1/N_B or 1/R, at R = 1 in the root of it, as the total spin of the start grows as that; their error is what the last step of the extrapolation changed.",
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
          Estimate equal = model.cold(1000, 1).energy();
          Judgement judgement =
              ClaimParts.judged(
                  text.append("at N_B = 1000 and R = 1: %s.".formatted(Numbers.brief(equal)))
                      .toString(),
                  checks);
          for (int ratio : CapacityClaims.RATIOS) {
            judgement = judgement.noting("power of N_B in 1 - E, R=" + ratio, powerOfSize(ratio));
          }
          return judgement
              .noting(
                  "power of R in 1 - E, N_B=1",
                  power(IntStream.of(DOUBLING).mapToObj(r -> missing(1, r)).toList(), 1))
              .noting("power of N_B in 1/2 - E, R=1", powerOfSize(1));
        });
  }

  /** The power of N_B with which the energy density comes to its limit at T = 0. */
  static Estimate powerOfSize(int ratio) {
    return power(
        IntStream.of(DOUBLING).mapToObj(n -> missing(n, ratio)).toList(), ratio == 1 ? 0.5 : 1);
  }

  private static Estimate power(List<Estimate> missing, double order) {
    return Extrapolation.limit(Extrapolation.localExponents(missing), order);
  }

  /** What is missing to the limit: 1 for R above 1, 1/2 at R = 1. */
  private static Estimate missing(int size, int ratio) {
    DarkCharge dark = new DarkCharge(size, ratio * size);
    double limit = ratio == 1 ? 0.5 : 1;
    return Estimate.witnessed(
        limit - dark.energyDensity(), limit - dark.energyDensityFromTotalSpins());
  }

  static double[] doubles(int[] values) {
    return IntStream.of(values).asDoubleStream().toArray();
  }
}
