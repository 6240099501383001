package qbattery.catalogue;

import java.util.List;
import qbattery.paper.Paper;
import qbattery.paper.arjmandi2022.Arjmandi2022;
import qbattery.paper.kamin2023.Kamin2023;
import qbattery.paper.quach2020.Quach2020;
import qbattery.paper.santos2021.Santos2021;

/** The list of all papers: the one place that knows them by name. */
public final class Catalogue {

  private Catalogue() {}

  /**
   * All papers.
   *
   * @return the papers, in the order they are shown
   */
  public static List<Paper> papers() {
    return List.of(Santos2021.paper(), Arjmandi2022.paper(), Quach2020.paper(), Kamin2023.paper());
  }
}
