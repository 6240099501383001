package qbattery.paper.santos2021;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import qbattery.claim.Claim;
import qbattery.claim.Findings;
import qbattery.paper.Paper;
import qbattery.report.Numbers;

/** A. C. Santos, quantum batteries that discharge by themselves: one cell, chains, networks. */
public final class Santos2021 {

  /** Claims in the order the paper makes them. */
  private static final List<String> ORDER =
      List.of(
          "eq7",
          "eq8",
          "full-crossing",
          "single-time-scale",
          "equal-start",
          "eq9a",
          "eq9b",
          "classical-crossing",
          "half-life-classical",
          "half-life-quantum",
          "quantum-lives-longer",
          "efficiency-single",
          "dephasing",
          "start-N",
          "dead-energy",
          "chain-advantage",
          "eq12-physical",
          "eq13-physical",
          "v1-eq11-physical",
          "topology-energy",
          "more-links-slower",
          "central-energy",
          "central-best",
          "classical-insensitive",
          "classical-coherence-small",
          "classical-concurrence-small",
          "coherence-tracks",
          "central-entanglement");

  private Santos2021() {}

  /**
   * The paper as it states its model: Eqs. 4-5.
   *
   * @return its figures and claims
   */
  public static Paper paper() {
    return judgedBy(LeakingCell.ofMasterEquation(), LeakingCell.dephasing());
  }

  /**
   * The paper judged by another cell than the one it states; a verdict must be able to turn.
   *
   * @param leaking the cell that stands for Eqs. 4-5
   * @param dephasing the cell that stands for Sec. II C
   * @return figures and claims
   */
  static Paper judgedBy(LeakingCell leaking, LeakingCell dephasing) {
    List<Claim> claims = new ArrayList<>();
    claims.addAll(DecayClaims.of(leaking));
    claims.addAll(StartClaims.all());
    claims.addAll(ClosedFormClaims.of(leaking));
    claims.addAll(LifetimeClaims.of(leaking));
    claims.add(DephasingClaim.of(dephasing));
    NetworkStudy study = new NetworkStudy();
    claims.add(ChainClaim.claim());
    claims.addAll(DissipatorClaims.all());
    claims.addAll(NetworkClaims.of(study));
    claims.addAll(CoherenceClaims.of(study));
    claims.sort(
        Comparator.comparingInt(
            claim -> ORDER.indexOf(claim.id().substring(claim.id().indexOf('.') + 1))));
    List<Paper.Figure> figures = new ArrayList<>();
    figures.add(
        new Paper.Figure(
            "fig2a",
            "ergotropy of one leaking cell, coherent and classical start",
            () -> Figure2.ergotropy(leaking)));
    figures.add(
        new Paper.Figure(
            "fig2b",
            "efficiency of one leaking cell, coherent and classical start",
            () -> Figure2.efficiency(leaking)));
    figures.addAll(NetworkFigures.of(study));
    return new Paper(
        "santos2021",
        "A. C. Santos, Quantum advantage of two-level batteries in the self-discharging process,"
            + " Phys. Rev. E 103, 042118 (2021)",
        Santos2021::news,
        figures,
        claims);
  }

  private static String news(Findings findings) {
    String energies = "santos2021.central-energy";
    String concurrences = "santos2021.classical-concurrence-small";
    return "The star of five cells never empties: at Gamma_icl = Gamma/2 the smallest rate of its decay is 0. It keeps %s %% of its energy and a mean concurrence of %s over its links for ever from the coherent start, %s %% and %s from the classical one, where the paper neglects the entanglement. Which network's efficiency halves last hangs on the coupling: the star's below J = %s Gamma, the chain's above. The Hermitian part of Eq. 12's dissipator has a rate of %s Gamma."
        .formatted(
            Numbers.rounded(100 * findings.number(energies, NetworkClaims.STAR_KEEPS).value(), 3),
            Numbers.rounded(findings.number(energies, NetworkClaims.STAR_ENTANGLED).value(), 3),
            Numbers.rounded(
                100 * findings.number(concurrences, CoherenceClaims.STAR_KEEPS).value(), 3),
            Numbers.rounded(
                findings.number(concurrences, CoherenceClaims.STAR_ENTANGLED).value(), 3),
            Numbers.rounded(
                findings
                    .number(
                        "santos2021.central-best",
                        "J/Gamma below which the central network's efficiency halves last")
                    .value(),
                3),
            Numbers.rounded(
                findings.number("santos2021.eq12-physical", "smallest rate / Gamma").value(), 3));
  }
}
