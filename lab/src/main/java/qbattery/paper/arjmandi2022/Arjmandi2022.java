package qbattery.paper.arjmandi2022;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import qbattery.claim.Claim;
import qbattery.claim.Findings;
import qbattery.paper.Paper;
import qbattery.report.Numbers;

/** M. B. Arjmandi, H. Mohammadi, A. C. Santos: chains of cells in random fields that leak. */
public final class Arjmandi2022 {

  /** Claims in the order the paper makes them. */
  private static final List<String> ORDER =
      List.of(
          "order-N2",
          "insensitive-N2",
          "insensitive-N7",
          "gain-N2",
          "other-decoherence",
          "halflife-fit-N2",
          "halflife-grows",
          "eq8-commutes",
          "eq8-signs",
          "energy-derivative-positive",
          "total-ergotropy-monotonic",
          "gain-N7",
          "gain-grows-with-N",
          "gain-begins-earlier",
          "gain-5-percent",
          "order-N7",
          "ordered-N7-as-N2",
          "halflife-fit-N7",
          "threshold-gain",
          "switch-off-cost",
          "all-N",
          "energy-same",
          "energy-rises",
          "energy-vanishes-together",
          "ratio-larger");

  private Arjmandi2022() {}

  /**
   * The paper.
   *
   * @return its figures and claims
   */
  public static Paper paper() {
    List<Claim> claims = new ArrayList<>();
    Stream.of(
            OrderClaims.all(),
            HalfLifeClaims.all(),
            FlowClaims.all(),
            GainClaims.all(),
            EnergyClaims.all(),
            SwitchOffClaims.all(),
            DecoherenceClaims.all())
        .forEach(claims::addAll);
    claims.sort(
        Comparator.comparingInt(
            claim -> ORDER.indexOf(claim.id().substring(claim.id().indexOf('.') + 1))));
    return new Paper(
        "arjmandi2022",
        "M. B. Arjmandi, H. Mohammadi, A. C. Santos, Enhancing self-discharging process with"
            + " disordered quantum batteries, Phys. Rev. E 105, 054115 (2022)",
        Arjmandi2022::news,
        ArjmandiFigures.all(),
        claims,
        Optional.of(CalibrationReports::calibrate));
  }

  private static String news(Findings findings) {
    String cost = "arjmandi2022.switch-off-cost";
    String noise = "arjmandi2022.other-decoherence";
    return "Turning the coupling of seven cells on at the start and off where the gain is largest costs %s %% of the ergotropy at the start, the gain being %s %% (delta = 5, printed coupling). The half-life of two coherent cells less that of two fully excited ones is %s of 1/Gamma without disorder and %s with delta = 5; with dephasing at the rate of the decay it is %s and %s. Which coupling and field the paper's statements ask for: docs/calibration.md."
        .formatted(
            rounded(findings, cost, "work [% of E(0)]"),
            rounded(findings, cost, "gain [% of E(0)]"),
            rounded(findings, noise, DecoherenceClaims.note(0, 0)),
            rounded(findings, noise, DecoherenceClaims.note(5, 0)),
            rounded(findings, noise, DecoherenceClaims.note(0, 1)),
            rounded(findings, noise, DecoherenceClaims.note(5, 1)));
  }

  private static String rounded(Findings findings, String claim, String number) {
    return Numbers.rounded(findings.number(claim, number).value(), 2);
  }
}
