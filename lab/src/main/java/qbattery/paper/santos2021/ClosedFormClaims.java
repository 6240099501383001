package qbattery.paper.santos2021;

import static qbattery.paper.santos2021.LeakingCell.CLASSICAL;
import static qbattery.paper.santos2021.LeakingCell.COHERENT;
import static qbattery.paper.santos2021.LeakingCell.HALF_CHARGE;
import static qbattery.paper.santos2021.LeakingCell.OMEGA;

import java.util.List;
import java.util.Map;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.experiment.Witnessed;
import qbattery.report.Numbers;

/** Claims that the printed ergotropies, Eqs. 9a and 9b, solve the master equation. */
final class ClosedFormClaims {

  /**
   * As in {@link DecayClaims}: far above the numerical error, far below any difference in question.
   */
  private static final double TOLERANCE = 1e-8;

  /** Of a difference that gives a slope to a part in a thousand or better. */
  private static final double STEP = 1e-3;

  /** A time at which every form compared is real and alive. */
  private static final double EARLY = 0.2;

  private ClosedFormClaims() {}

  static List<Claim> of(LeakingCell stated) {
    return List.of(eq9a(stated), eq9b(stated));
  }

  private static Claim eq9a(LeakingCell stated) {
    return new Claim(
        "santos2021.eq9a",
        "Eq. 9a",
        "The printed ergotropy of the classical state solves the master equation, is an energy, and starts at the right value.",
        Map.of(),
        "Computed ergotropy at t = 0 and Gamma t = 0.2 against the printed form, to 1e-8; and the power of omega by which the printed form grows when omega is doubled, which is 1 for an energy.",
        Readings.ofEach(
            stated,
            cell -> {
              Witnessed run = cell.from(CLASSICAL, 1);
              Estimate start = run.at(cell.ergotropy(), 0).times(1 / HALF_CHARGE);
              Estimate early = run.at(cell.ergotropy(), EARLY).times(1 / HALF_CHARGE);
              double printedStart = ClosedForms.ergotropyClassical(0, OMEGA) / HALF_CHARGE;
              double printedEarly = ClosedForms.ergotropyClassical(EARLY, OMEGA) / HALF_CHARGE;
              double power =
                  StrictMath.log(
                          ClosedForms.ergotropyClassical(EARLY, 2 * OMEGA)
                              / ClosedForms.ergotropyClassical(EARLY, OMEGA))
                      / StrictMath.log(2);
              return Judgement.of(
                  "At Gamma t = 0.2 the cell has %s of its ergotropy left, the printed form says %s; at t = 0 they are %s and %s; the printed form grows as omega^%s, where an energy grows as omega."
                      .formatted(
                          Numbers.brief(early),
                          Numbers.brief(printedEarly),
                          Numbers.brief(start),
                          Numbers.brief(printedStart),
                          Numbers.brief(power)),
                  Check.equal("E(0)/E_half", start, printedStart, TOLERANCE),
                  Check.equal("E(0.2/Gamma)/E_half", early, printedEarly, TOLERANCE),
                  Check.equal(
                      "power of omega in the printed form", Estimate.rounded(power), 1, TOLERANCE));
            }));
  }

  private static Claim eq9b(LeakingCell stated) {
    return new Claim(
        "santos2021.eq9b",
        "Eq. 9b",
        "The printed ergotropy of the coherent state solves the master equation and starts at the initial ergotropy.",
        Map.of(),
        "Computed ergotropy at t = 0 and Gamma t = 0.2 against the printed form, to 1e-8; the time up to which the printed form is real is noted.",
        () -> {
          Judgement judgement = asPrinted(stated);
          judgement =
              judgement.beside(
                  "as printed; " + LeakingCell.ofPrintedErgotropies().label(),
                  asPrinted(LeakingCell.ofPrintedErgotropies()));
          for (LeakingCell cell : List.of(stated, LeakingCell.ofPrintedErgotropies())) {
            judgement =
                judgement.beside(
                    "with + before the root and exp(+Gamma t) under it; " + cell.label(),
                    mended(cell));
          }
          return judgement;
        });
  }

  private static Judgement asPrinted(LeakingCell cell) {
    double printedStart = ClosedForms.ergotropyCoherent(0, OMEGA) / HALF_CHARGE;
    double printedEarly = ClosedForms.ergotropyCoherent(EARLY, OMEGA) / HALF_CHARGE;
    Estimate real = realUpTo();
    Witnessed run = cell.from(COHERENT, 1);
    Estimate start = run.at(cell.ergotropy(), 0).times(1 / HALF_CHARGE);
    Estimate early = run.at(cell.ergotropy(), EARLY).times(1 / HALF_CHARGE);
    return Judgement.of(
            "At t = 0 the cell has %s of its ergotropy, the printed form says %s; at Gamma t = 0.2 %s and %s; beyond %s the printed form is not real."
                .formatted(
                    Numbers.brief(start),
                    Numbers.brief(printedStart),
                    Numbers.brief(early),
                    Numbers.brief(printedEarly),
                    Numbers.brief(real)),
            Check.equal("E(0)/E_half", start, printedStart, TOLERANCE),
            Check.equal("E(0.2/Gamma)/E_half", early, printedEarly, TOLERANCE))
        .noting("printed form at t = 0", Estimate.rounded(printedStart))
        .noting("printed form at 0.2/Gamma", Estimate.rounded(printedEarly))
        .noting("printed form is real up to Gamma t", real);
  }

  /** Where the radicand goes through zero, bracketed until the two ends are neighbours. */
  private static Estimate realUpTo() {
    double below = 0;
    double above = 2;
    for (double middle = 1; below < middle && middle < above; middle = (below + above) / 2) {
      if (ClosedForms.radicandCoherent(middle) >= 0) {
        below = middle;
      } else {
        above = middle;
      }
    }
    double slope =
        (ClosedForms.radicandCoherent(below + STEP) - ClosedForms.radicandCoherent(below - STEP))
            / (2 * STEP);
    return Estimate.rounded(below).widened(Estimate.rounded(1).error() / Math.abs(slope));
  }

  private static Judgement mended(LeakingCell cell) {
    Witnessed run = cell.from(COHERENT, 1);
    Estimate start = run.at(cell.ergotropy(), 0).times(1 / HALF_CHARGE);
    Estimate early = run.at(cell.ergotropy(), EARLY).times(1 / HALF_CHARGE);
    double formStart = ClosedForms.ergotropyCoherentMended(0, OMEGA) / HALF_CHARGE;
    double formEarly = ClosedForms.ergotropyCoherentMended(EARLY, OMEGA) / HALF_CHARGE;
    return Judgement.of(
            "The mended form gives %s at t = 0 and %s at Gamma t = 0.2; the cell %s and %s."
                .formatted(
                    Numbers.brief(formStart),
                    Numbers.brief(formEarly),
                    Numbers.brief(start),
                    Numbers.brief(early)),
            Check.equal("E(0)/E_half", start, formStart, TOLERANCE),
            Check.equal("E(0.2/Gamma)/E_half", early, formEarly, TOLERANCE))
        .noting("mended form at 0.2/Gamma", Estimate.rounded(formEarly));
  }
}
