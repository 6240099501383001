package qbattery.paper.quach2020;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import qbattery.claim.Claim;
import qbattery.claim.Findings;
import qbattery.paper.Paper;
import qbattery.report.Numbers;

/** J. Q. Quach and W. J. Munro: two collective spins on one reservoir, charged by dark states. */
public final class Quach2020 {

  /** Claims in the order the paper makes them. */
  private static final List<String> ORDER =
      List.of(
          "two-spin-steady",
          "appendix-eom",
          "appendix-steady",
          "eq32",
          "thermal-jz",
          "transfer",
          "capacity-superextensive",
          "capacity-flattens",
          "capacity-R",
          "limits",
          "superextensive-vs-copies",
          "power-rises",
          "power-NB",
          "power-R",
          "open-work",
          "open-work-warm",
          "ergotropy-NB1",
          "ergotropy-needs-positive-jz",
          "ergotropy-approaches-energy",
          "entanglement-energy",
          "entanglement-NB",
          "capacity-entanglement",
          "entanglement-falls-with-R",
          "rate-and-power",
          "entanglement-rate-NB",
          "lag",
          "rate-R",
          "temperature-transfer",
          "temperature-limit",
          "temperature-trend",
          "temperature-steepest",
          "temperature-ergotropy",
          "disconnect");

  private Quach2020() {}

  /**
   * The paper as it states its model: Eq. 2.
   *
   * @return its figures and claims
   */
  public static Paper paper() {
    return judgedBy(DarkModel.STATED);
  }

  /**
   * The paper judged by another model than the one it states; a verdict must be able to turn.
   *
   * @param model what stands for Eq. 2
   * @return figures and claims
   */
  static Paper judgedBy(DarkModel model) {
    List<Claim> claims = new ArrayList<>();
    Stream.of(
            TwoSpinClaims.of(model),
            AppendixClaims.of(model),
            CapacityClaims.of(model),
            List.of(LimitClaim.of(model), WorkClaim.of(model), DischargeClaim.of(model)),
            PowerClaims.of(model),
            ErgotropyClaims.of(model),
            EntanglementClaims.of(model),
            RateClaims.of(model),
            TemperatureClaims.of(model))
        .forEach(claims::addAll);
    claims.sort(
        Comparator.comparingInt(
            claim -> ORDER.indexOf(claim.id().substring(claim.id().indexOf('.') + 1))));
    return new Paper(
        "quach2020",
        "J. Q. Quach and W. J. Munro, Using dark states to charge and stabilize open quantum"
            + " batteries, Phys. Rev. Applied 14, 024092 (2020)",
        Quach2020::news,
        QuachFigures.all(),
        claims);
  }

  private static String news(Findings findings) {
    return "Energy densities do not stop at hbar omega/2: with R = 2 a thousand spins hold %s hbar omega each. And ten of them give work, up to %s hbar omega a spin, while <J_B^z> is not above zero. On a warm reservoir the ergotropy exceeds the open-system work of Eq. 8, by %s hbar omega at R = 10, so that Eq. 8 is no limit on the work."
        .formatted(
            Numbers.rounded(
                findings.number("quach2020.limits", "E at N_B=1000, R=2 / hbar omega").value(), 3),
            Numbers.rounded(
                findings
                    .number(
                        "quach2020.ergotropy-needs-positive-jz",
                        "largest W/N_B at <Jz> <= 0, N_B=10")
                    .value(),
                2),
            Numbers.rounded(
                -findings
                    .number(
                        "quach2020.open-work-warm",
                        "smallest excess of E - E_th over the ergotropy")
                    .value(),
                2));
  }
}
