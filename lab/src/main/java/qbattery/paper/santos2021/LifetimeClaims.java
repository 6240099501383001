package qbattery.paper.santos2021;

import static qbattery.paper.santos2021.LeakingCell.CLASSICAL;
import static qbattery.paper.santos2021.LeakingCell.COHERENT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.experiment.Witnessed;
import qbattery.report.Numbers;

/** Claims on how long ergotropy lasts: Sec. II B and Fig. 2. */
final class LifetimeClaims {

  /**
   * As in {@link DecayClaims}: far above the numerical error, far below any difference in question.
   */
  private static final double TOLERANCE = 1e-8;

  /** Half a unit of the last digit of 0.36 and 0.65. */
  private static final double PRINTED_DIGITS = 5e-3;

  private static final String HOW =
      "Roots on interpolated states. The printed closed form must be met to 1e-8, its rounded value to half a unit of the last digit.";

  private LifetimeClaims() {}

  static List<Claim> of(LeakingCell stated) {
    return List.of(
        classicalCrossing(stated),
        halfLifeClassical(stated),
        halfLifeQuantum(stated),
        quantumLivesLonger(stated),
        efficiency(stated));
  }

  private static Claim classicalCrossing(LeakingCell stated) {
    double printed = ClosedForms.CROSSING_CLASSICAL;
    return new Claim(
        "santos2021.classical-crossing",
        "Eq. 9a",
        "From the classical state the ergotropy dies at 2 ln(3/2)/Gamma.",
        Map.of("G_tau_c", printed),
        "The root of excited minus ground population, to 1e-8.",
        Readings.ofEach(
            stated,
            cell -> {
              Estimate crossing = cell.crossing(CLASSICAL);
              return Judgement.of(
                  "The populations cross at Gamma t = %s (printed: 2 ln(3/2) = %s); ln(3/2) = %s."
                      .formatted(
                          Numbers.brief(crossing),
                          Numbers.brief(printed),
                          Numbers.brief(StrictMath.log(1.5))),
                  Check.equal("Gamma tau_c", crossing, printed, TOLERANCE));
            }));
  }

  private static Claim halfLifeClassical(LeakingCell stated) {
    double printed = ClosedForms.HALF_LIFE_CLASSICAL;
    return new Claim(
        "santos2021.half-life-classical",
        "Fig. 2a",
        "The classical state's ergotropy has halved at 2 ln(6/5)/Gamma, about 0.36/Gamma.",
        twoNumbers(printed, 0.36),
        HOW,
        Readings.ofEach(
            stated,
            cell -> {
              Estimate halfLife = cell.halfLife(CLASSICAL);
              return Judgement.of(
                  "Half is lost at Gamma t = %s (printed: 2 ln(6/5) = %s); ln(6/5) = %s."
                      .formatted(
                          Numbers.brief(halfLife),
                          Numbers.brief(printed),
                          Numbers.brief(StrictMath.log(1.2))),
                  Check.equal("Gamma tau_half", halfLife, printed, TOLERANCE),
                  Check.equal("Gamma tau_half against 0.36", halfLife, 0.36, PRINTED_DIGITS));
            }));
  }

  private static Claim halfLifeQuantum(LeakingCell stated) {
    double printed = ClosedForms.HALF_LIFE_COHERENT;
    return new Claim(
        "santos2021.half-life-quantum",
        "Fig. 2a",
        "The coherent state's ergotropy has halved at 2 ln(2(1+sqrt 6)/5)/Gamma, about 0.65/Gamma.",
        twoNumbers(printed, 0.65),
        HOW
            + " Which decay rates would give the printed value is found by scaling time in cells whose rates have a fixed ratio; by hand: half is lost when exp(-g1 t) + exp(-2 g2 t) = 5/4, g1 the rate of energy and g2 that of coherence.",
        Readings.ofEach(
            stated,
            cell -> {
              Estimate halfLife = cell.halfLife(COHERENT);
              // With all rates times r, every time is divided by r.
              Estimate equalRates =
                  LeakingCell.withRates("equal rates", 1, 1).halfLife(COHERENT).times(1 / printed);
              Estimate relaxation =
                  LeakingCell.withRates("relaxation", 1, 0.5).halfLife(COHERENT).times(1 / printed);
              return Judgement.of(
                      "Half is lost at Gamma t = %s (printed: %s, rounded there to 0.65, though it rounds to %s); the printed value needs energy and coherence both to decay at %s Gamma, or relaxation alone at %s Gamma (coherence at half that)."
                          .formatted(
                              Numbers.brief(halfLife),
                              Numbers.brief(printed),
                              Numbers.rounded(printed, 2),
                              Numbers.brief(equalRates),
                              Numbers.brief(relaxation)),
                      Check.equal("Gamma tau_half", halfLife, printed, TOLERANCE),
                      Check.equal("Gamma tau_half against 0.65", halfLife, 0.65, PRINTED_DIGITS))
                  .noting("equal rates / Gamma that give the printed value", equalRates)
                  .noting("relaxation rate / Gamma that gives the printed value", relaxation);
            }));
  }

  private static Claim quantumLivesLonger(LeakingCell stated) {
    return new Claim(
        "santos2021.quantum-lives-longer",
        "Fig. 2a",
        "The ergotropy of the coherent state has the longer half-life.",
        Map.of(),
        "The difference of the half-lives must exceed zero by more than its error.",
        Readings.ofEach(
            stated,
            cell -> {
              Estimate coherent = cell.halfLife(COHERENT);
              Estimate classical = cell.halfLife(CLASSICAL);
              return Judgement.of(
                      "The coherent state lasts until Gamma t = %s, the classical one until %s."
                          .formatted(Numbers.brief(coherent), Numbers.brief(classical)),
                      Check.exceeds(
                          "Gamma (tau_coherent - tau_classical)", coherent.minus(classical), 0))
                  .noting("Gamma tau_coherent", coherent)
                  .noting("Gamma tau_classical", classical);
            }));
  }

  private static Claim efficiency(LeakingCell stated) {
    Map<String, Double> printed = new LinkedHashMap<>();
    printed.put("quantum", 1.0);
    printed.put("classical", 0.6666666667);
    return new Claim(
        "santos2021.efficiency-single",
        "Fig. 2b, Sec. III",
        "The coherent state's efficiency E/U lies above the classical one's at all times; they start at 1 and 2/3.",
        printed,
        "The smallest difference up to Gamma t = 10 must exceed zero by more than its error; starting values to 1e-9, the digits of the list.",
        Readings.ofEach(
            stated,
            cell -> {
              Witnessed coherent = cell.from(COHERENT, 10);
              Witnessed classical = cell.from(CLASSICAL, 10);
              Estimate smallest =
                  coherent
                      .course(cell.efficiency())
                      .minus(classical.course(cell.efficiency()))
                      .smallest()
                      .value();
              Estimate late = coherent.at(cell.efficiency(), 10);
              return Judgement.of(
                      "The coherent efficiency starts at %s, the classical one at %s; the smallest difference is %s; at Gamma t = 10 the coherent one is still %s, the classical one %s."
                          .formatted(
                              Numbers.brief(coherent.at(cell.efficiency(), 0)),
                              Numbers.brief(classical.at(cell.efficiency(), 0)),
                              Numbers.brief(smallest),
                              Numbers.brief(late),
                              Numbers.brief(classical.at(cell.efficiency(), 10))),
                      Check.equal(
                          "coherent E/U at t=0", coherent.at(cell.efficiency(), 0), 1, 1e-9),
                      Check.equal(
                          "classical E/U at t=0",
                          classical.at(cell.efficiency(), 0),
                          0.6666666667,
                          1e-9),
                      Check.exceeds("smallest difference of E/U", smallest, 0))
                  .noting("coherent E/U at Gamma t = 10", late);
            }));
  }

  private static Map<String, Double> twoNumbers(double exact, double rounded) {
    Map<String, Double> printed = new LinkedHashMap<>();
    printed.put("G_tau", exact);
    printed.put("G_tau_rounded", rounded);
    return printed;
  }
}
