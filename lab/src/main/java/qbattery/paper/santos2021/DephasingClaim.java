package qbattery.paper.santos2021;

import static qbattery.paper.santos2021.LeakingCell.CLASSICAL;
import static qbattery.paper.santos2021.LeakingCell.COHERENT;

import java.util.Map;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.experiment.Witnessed;
import qbattery.report.Numbers;

/** The claim of Sec. II C, that phase damping spares the classical state only. */
final class DephasingClaim {

  private static final double LATE = 20;

  /**
   * Far above the numerical error, and above exp(-20)/2, what Eq. 10 itself leaves at that time.
   */
  private static final double TOLERANCE = 1e-8;

  private DephasingClaim() {}

  static Claim of(LeakingCell dephasing) {
    return new Claim(
        "santos2021.dephasing",
        "Sec. II C, Eq. 10",
        "Under phase damping the classical state keeps its ergotropy for ever, while that of the coherent state tends to zero.",
        Map.of(),
        "At gamma t = 20: change of the classical ergotropy and the coherent one against zero, to 1e-8 (exp(-20)/2 = 1e-9 is left by Eq. 10 itself); the rate of the coherent one against gamma. The paper's 't >> gamma' must mean t >> 1/gamma.",
        () -> {
          Witnessed classical = dephasing.from(CLASSICAL, LATE);
          Witnessed coherent = dephasing.from(COHERENT, LATE);
          Estimate kept =
              classical
                  .at(dephasing.ergotropy(), LATE)
                  .minus(classical.at(dephasing.ergotropy(), 0));
          Estimate left = coherent.at(dephasing.ergotropy(), LATE);
          DecayRate rate = DecayRate.of(coherent, dephasing.ergotropy(), 1, 0.5, 5);
          return Judgement.of(
              "By gamma t = 20 the classical ergotropy has changed by %s, of the coherent one %s hbar omega is left; it falls at %s gamma."
                  .formatted(
                      Math.abs(kept.value()) <= kept.error()
                          ? "nothing but rounding"
                          : Numbers.brief(kept.value()),
                      Numbers.rounded(left.value(), 3),
                      Numbers.brief(rate.rate().value())),
              Check.equal("change of classical E", kept, 0, TOLERANCE),
              Check.equal("coherent E at gamma t = 20", left, 0, TOLERANCE),
              Check.equal("rate of coherent E / gamma", rate.rate(), 1, TOLERANCE));
        });
  }
}
