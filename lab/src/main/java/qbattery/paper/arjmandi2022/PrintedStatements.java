package qbattery.paper.arjmandi2022;

import static qbattery.paper.arjmandi2022.GainStatements.VISIBLE;
import static qbattery.paper.arjmandi2022.GainStatements.absent;
import static qbattery.paper.arjmandi2022.GainStatements.grows;
import static qbattery.paper.arjmandi2022.GainStatements.reaches;
import static qbattery.paper.arjmandi2022.GainStatements.rises;
import static qbattery.paper.arjmandi2022.HalfLifeStatements.follow;
import static qbattery.paper.arjmandi2022.HalfLifeStatements.longer;
import static qbattery.paper.arjmandi2022.OrderStatements.coherentKeepsMost;
import static qbattery.paper.arjmandi2022.OrderStatements.decayAlike;
import static qbattery.paper.arjmandi2022.OrderStatements.shareIsLargest;

import java.util.ArrayList;
import java.util.List;
import qbattery.paper.arjmandi2022.GainStatements.Place;
import qbattery.paper.arjmandi2022.HalfLifeStatements.Printed;

/**
 * The statements of arjmandi2022 that computation can decide and that depend on coupling, field or
 * unit of time. That the classical and the fully excited state do not feel the disorder, that H0
 * and Hint commute without it and that energies then fall alike, comes out the same whatever they
 * are.
 */
final class PrintedStatements {

  private static final double STRONG = 5;

  /** How the claim about seven and two cells reads 'almost'. */
  static final double ALMOST = 0.05;

  private PrintedStatements() {}

  static List<Statement> ofPaper() {
    Printed two = new Printed(2, 100, PrintedFit.TWO_CELLS);
    Printed seven = new Printed(7, 50, PrintedFit.SEVEN_CELLS);
    List<Statement> all = new ArrayList<>();
    all.add(follow("Fig. 2b: half-lives, N = 2", two));
    all.add(follow("Fig. 6b: half-lives, N = 7", seven));
    all.add(longer("Sec. III: longer by 9.6 %", two, seven, LimitsOfFits.LONGER));
    all.add(reaches("Fig. 1b: N = 2 gains at delta = 5", List.of(place(2, STRONG, 100)), VISIBLE));
    all.add(absent("Fig. 5b: N = 7, eta = 0 at delta = 1", place(7, 1, 100)));
    all.add(reaches("Fig. 6a: N = 7 gains beyond delta = 2", List.of(place(7, 3, 50)), VISIBLE));
    all.add(grows("Fig. 6a: and there more than N = 2", place(2, 3, 100), place(7, 3, 50)));
    all.add(grows("Fig. 5b: N = 7, eta grows, delta 1 to 5", place(7, 1, 100), place(7, 5, 100)));
    all.add(grows("Fig. 5b: and 5 to 10", place(7, 5, 100), place(7, 10, 100)));
    all.add(
        reaches(
            "Sec. III: N = 7 gains at least 5 %",
            SampledChains.DISORDERS.stream().map(delta -> place(7, delta, 100)).toList(), 5));
    for (int n = 3; n < 7; n++) {
      String source = "Fig. 5a: eta grows, N = %d to %d".formatted(n, n + 1);
      all.add(grows(source, strong(n), strong(n + 1)));
    }
    for (int n = 3; n < 7; n++) {
      all.add(rises("Fig. 7: N = %d rises at delta = 5".formatted(n), strong(n)));
    }
    all.addAll(withoutDisorder());
    return List.copyOf(all);
  }

  /** Those that hold no disorder. */
  static List<Statement> withoutDisorder() {
    List<Statement> all = new ArrayList<>();
    for (int n = 3; n < 7; n++) {
      all.add(coherentKeepsMost("Fig. 7: coherent best without disorder, N = %d".formatted(n), n));
    }
    all.add(coherentKeepsMost("Fig. 3a: coherent best without disorder, N = 7", 7));
    all.add(shareIsLargest("Fig. 8c: its share Xi is largest, N = 7", 7));
    all.add(decayAlike("Fig. 3a: N = 7 decays almost as N = 2", 7, 2, ALMOST));
    return all;
  }

  /** The numbers of realisations printed for N = 2 to 7 (Figs. 1, 5, 7). */
  static int published(int cells) {
    return switch (cells) {
      case 3 -> 5000;
      case 4 -> 3000;
      case 5 -> 1000;
      case 6 -> 500;
      default -> 100;
    };
  }

  private static Place place(int cells, double disorder, int realisations) {
    return new Place(cells, disorder, realisations);
  }

  private static Place strong(int cells) {
    return place(cells, STRONG, published(cells));
  }
}
