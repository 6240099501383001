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
          "ordered-N7-as-N2",
          "halflife-fit-N7",
          "threshold-gain",
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
            EnergyClaims.all())
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
        Optional.of(CalibrationText::calibrate));
  }

  private static String news(Findings findings) {
    return "With the printed coupling and without disorder, the half-life of the coherent battery of seven cells is that of two times %s."
        .formatted(
            Numbers.rounded(
                1 + findings.number("arjmandi2022.ordered-N7-as-N2", "tau(7)/tau(2) - 1").value(),
                3));
  }
}
