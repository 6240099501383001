package qbattery.paper.kamin2023;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import qbattery.claim.Claim;
import qbattery.claim.Findings;
import qbattery.paper.Paper;
import qbattery.report.Numbers;

/** F. H. Kamin, S. Salimi and M. B. Arjmandi: a cell charged through others at long times. */
public final class Kamin2023 {

  /** Claims in the order the paper makes them. */
  private static final List<String> ORDER =
      List.of(
          "eq1-star",
          "unique",
          "equilibrium-mu",
          "equilibrium-T",
          "equilibrium-full",
          "equilibrium-J",
          "bias-monotonic",
          "base-mu-8",
          "bias-saturates",
          "coupling",
          "weak-coupling",
          "temperature",
          "heat-everywhere",
          "temperature-bias",
          "no-ancilla",
          "more-cells",
          "transition-frequency");

  private Kamin2023() {}

  /**
   * The paper as it states its model: Eqs. 1 and 4-8.
   *
   * @return its figures and claims
   */
  public static Paper paper() {
    return judgedBy(Model.STATED);
  }

  /**
   * The paper judged by another model than the one it states; a verdict must be able to turn.
   *
   * @param model what stands for Eqs. 1 and 4-8
   * @return figures and claims
   */
  static Paper judgedBy(Model model) {
    List<Claim> claims = new ArrayList<>();
    Stream.of(
            ModelClaims.of(model),
            List.of(UniqueClaim.of(model)),
            EquilibriumClaims.of(model),
            BiasClaims.of(model),
            StrengthClaims.of(model),
            List.of(WarmthClaim.of(model)),
            CellClaims.of(model))
        .forEach(claims::addAll);
    claims.sort(
        Comparator.comparingInt(
            claim -> ORDER.indexOf(claim.id().substring(claim.id().indexOf('.') + 1))));
    return new Paper(
        "kamin2023",
        "F. H. Kamin, S. Salimi and M. B. Arjmandi, Steady-state charging of quantum batteries via"
            + " dissipative ancillas (2023)",
        Kamin2023::news,
        KaminFigures.all(),
        claims);
  }

  private static String news(Findings findings) {
    return "One reservoir for all cells does not lead to one steady state: the star of three cells has %s, that of four %s. Heat can charge: at mu = 0, Delta mu = 10 W is %s at T = 0.1 and %s at T = 2, as it fills the battery's own reservoir. Of reservoirs that differ in temperature alone colder neighbours charge a battery beyond mu = omega further (W from %s to %s at mu = 2), warmer ones less, and up to mu = omega no difference of temperatures charges anything."
        .formatted(
            text(findings, "unique", "steady states, star, N=3"),
            text(findings, "unique", "steady states, star, N=4"),
            text(findings, "heat-everywhere", "W at T = 0.1, mu = 0, Delta mu = 10"),
            text(findings, "heat-everywhere", "W at T = 2, mu = 0, Delta mu = 10"),
            text(findings, "temperature-bias", "W at mu = 2, all at T = 1"),
            text(findings, "temperature-bias", "W at mu = 2, others at T = 0.1"));
  }

  private static String text(Findings findings, String claim, String quantity) {
    return Numbers.rounded(findings.number("kamin2023." + claim, quantity).value(), 3);
  }
}
