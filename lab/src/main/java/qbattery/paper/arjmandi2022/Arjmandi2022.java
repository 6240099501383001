package qbattery.paper.arjmandi2022;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import qbattery.claim.Claim;
import qbattery.paper.Paper;
import qbattery.paper.file.PaperFiles;

/**
 * M. B. Arjmandi, H. Mohammadi, A. C. Santos: chains of cells in random fields that leak. Most
 * claims and all figures are in its file; claims on fits and on gains of seven cells are here.
 */
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
    Paper file = file();
    List<Claim> claims = new ArrayList<>(file.claims());
    Stream.of(FlowClaims.all(), GainClaims.all()).forEach(claims::addAll);
    claims.sort(
        Comparator.comparingInt(
            claim -> ORDER.indexOf(claim.id().substring(claim.id().indexOf('.') + 1))));
    return new Paper(
        file.id(), file.citation(), file.news(), file.figures(), claims, file.calibration());
  }

  private static Paper file() {
    try {
      return PaperFiles.resource("/qbattery/paper/", "arjmandi2022.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
