package qbattery.paper.arjmandi2022;

import static qbattery.paper.arjmandi2022.Start.CLASSICAL;
import static qbattery.paper.arjmandi2022.Start.COHERENT;
import static qbattery.paper.arjmandi2022.Start.FULLY_EXCITED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.report.Numbers;

/**
 * Stored against extractable energy: Appendix B, Fig. 8. Energy is counted from the ground state.
 */
final class EnergyClaims {

  private static final double STRONG = 5;

  private static final String FROM_GROUND =
      " Energy is counted from the ground state: from mid-gap, as in Eq. 1, the coherent state has U(0) = 0, and neither u(t) nor Xi(0) is defined.";

  private EnergyClaims() {}

  static List<Claim> all() {
    return List.of(
        ReadClaim.of(
            "energy-same",
            "Fig. 8a",
            "Seven cells without disorder: the normalised internal energy decays alike from all three states.",
            Map.of(),
            "U(t)/U(0) from the three states must agree to 0.00001 up to Gamma t = 1."
                + FROM_GROUND,
            EnergyClaims::same),
        ReadClaim.of(
            "energy-rises",
            "Fig. 8b",
            "With disorder the coherent battery's internal energy rises for a while.",
            Map.of(),
            "Seven cells, delta = 5: mean U(t)/U(0) must rise, from its lowest value before to some later one, by more than the error of the difference."
                + FROM_GROUND
                + ReadClaim.ERRORS,
            EnergyClaims::rises),
        ReadClaim.of(
            "energy-vanishes-together",
            "Fig. 8b",
            "The internal energies of the three disordered batteries vanish at the same time all the same.",
            Map.of(),
            "Energies that fall as exponentials never vanish: judged by the time at which mean U(t)/U(0) has fallen to one per cent, which must agree within five per cent, what a figure shows."
                + FROM_GROUND
                + ReadClaim.ERRORS,
            EnergyClaims::vanish),
        ReadClaim.of(
            "ratio-larger",
            "Figs. 8c, 8d",
            "The extractable share Xi(t) is largest for the coherent battery, with and without disorder.",
            Map.of(),
            "Seven cells, delta = 0 and 5: at every time with 0 < Gamma t <= 6, Xi from the coherent state must exceed that from either other state by more than the errors."
                + FROM_GROUND
                + ReadClaim.ERRORS,
            EnergyClaims::share));
  }

  private static Judgement same(ChainStudy study, Reading reading) {
    Curves coherent = study.curves(reading.chain(7, 0), COHERENT);
    double largest = 0;
    for (Start other : List.of(FULLY_EXCITED, CLASSICAL)) {
      Curves curves = study.curves(reading.chain(7, 0), other);
      for (int k = 0; k < coherent.times().length; k++) {
        double apart =
            curves.mean(Merit.ENERGY).means()[k] - coherent.mean(Merit.ENERGY).means()[k];
        largest = Math.max(largest, Math.abs(apart));
      }
    }
    return Judgement.of(
        "The three curves differ by at most %s; each is exp(-Gamma t)."
            .formatted(Numbers.error(largest)),
        Check.equal(
            "largest difference of U/U(0)",
            new Estimate(largest, 2 * coherent.rowError(Merit.ENERGY)),
            0,
            1e-5));
  }

  private static Judgement rises(ChainStudy study, Reading reading) {
    Curves curves = study.curves(reading.chain(7, STRONG), COHERENT);
    Rise rise = Rise.of(curves, Merit.ENERGY);
    return Judgement.of(
        "Mean U/U(0) rises by %s between Gamma t = %s and %s (%s)."
            .formatted(
                Numbers.rounded(rise.height().value(), 3),
                Numbers.rounded(rise.from(), 3),
                Numbers.rounded(rise.to(), 3),
                study.words(curves)),
        Check.exceeds("rise of U/U(0)", rise.height(), 0));
  }

  private static Judgement vanish(ChainStudy study, Reading reading) {
    Estimate coherent = toOnePerCent(late(study, reading, COHERENT, STRONG));
    Estimate apart = Estimate.exact(0);
    for (Start other : List.of(FULLY_EXCITED, CLASSICAL)) {
      Estimate time = toOnePerCent(late(study, reading, other, STRONG));
      Estimate relative = coherent.minus(time).dividedBy(time);
      apart = Math.abs(relative.value()) > Math.abs(apart.value()) ? relative : apart;
    }
    return Judgement.of(
        "The coherent battery's energy is down to one per cent at Gamma t = %s, that of the others at ln 100 = 4.605: %s %% later (%s)."
            .formatted(
                Numbers.rounded(coherent.value(), 4),
                Numbers.rounded(100 * apart.value(), 2),
                study.words(late(study, reading, COHERENT, STRONG))),
        Check.equal("relative difference of the times to one per cent", apart, 0, 0.05));
  }

  private static Judgement share(ChainStudy study, Reading reading) {
    List<Check> checks = new ArrayList<>();
    StringBuilder found = new StringBuilder();
    for (double delta : List.of(0.0, STRONG)) {
      Estimate smallest = Estimate.exact(Double.POSITIVE_INFINITY);
      double at = 0;
      for (boolean usual : new boolean[] {true, false}) {
        Curves coherent =
            usual ? usual(study, reading, COHERENT, delta) : late(study, reading, COHERENT, delta);
        for (Start other : List.of(FULLY_EXCITED, CLASSICAL)) {
          Curves curves =
              usual ? usual(study, reading, other, delta) : late(study, reading, other, delta);
          for (int k = 1; k < coherent.times().length; k++) {
            Estimate excess = coherent.at(Merit.SHARE, k).minus(curves.at(Merit.SHARE, k));
            if (excess.value() - excess.error() < smallest.value() - smallest.error()) {
              smallest = excess;
              at = coherent.times()[k];
            }
          }
        }
      }
      checks.add(
          Check.exceeds(
              "delta = %s: smallest excess of Xi".formatted(Numbers.exact(delta)), smallest, 0));
      found.append(
          "At delta = %s the smallest excess is %s, at Gamma t = %s. "
              .formatted(
                  Numbers.exact(delta),
                  Numbers.rounded(smallest.value(), 2),
                  Numbers.rounded(at, 3)));
    }
    return Judgement.of(
        found + "(%s)".formatted(study.words(usual(study, reading, COHERENT, STRONG))),
        checks.toArray(Check[]::new));
  }

  private static Curves usual(ChainStudy study, Reading reading, Start start, double delta) {
    return study.curves(reading.chain(7, delta), start);
  }

  private static Curves late(ChainStudy study, Reading reading, Start start, double delta) {
    return study.curves(
        new ChainRun(reading.chain(7, delta), start, ChainStudy.LATE_TIMES, false),
        ChainStudy.published(7));
  }

  /**
   * When mean U/U(0) has fallen to 0.01, linear in its logarithm between the times, which is off by
   * an eighth of the logarithm's second difference.
   */
  private static Estimate toOnePerCent(Curves curves) {
    double[] means = curves.mean(Merit.ENERGY).means();
    double[] errors = curves.errors(Merit.ENERGY);
    int k = 2;
    while (k < means.length - 1 && means[k] >= 0.01) {
      k++;
    }
    double slope =
        StrictMath.log(means[k - 1] / means[k]) / (curves.times()[k] - curves.times()[k - 1]);
    double time = curves.times()[k - 1] + StrictMath.log(means[k - 1] / 0.01) / slope;
    double bend =
        StrictMath.abs(StrictMath.log(means[k - 2] * means[k] / (means[k - 1] * means[k - 1])));
    double off = bend / 8 + curves.rowError(Merit.ENERGY) / means[k];
    return new Estimate(time, (Curves.STANDARD_ERRORS * errors[k] / means[k] + off) / slope);
  }
}
