package qbattery.paper.arjmandi2022;

import java.util.ArrayList;
import java.util.List;
import qbattery.paper.arjmandi2022.GainStatement.Grows;

/**
 * What arjmandi2022 says and computing can decide, as far as coupling, field or unit of time change
 * it. That the classical and the fully excited state do not feel the disorder, that H0 and Hint
 * commute without it and that energies then fall alike, comes out the same whatever they are.
 */
final class PrintedStatements {

  private static final double STRONG = 5;

  /** How the claim about seven and two cells reads 'almost'. */
  static final double ALMOST = 0.05;

  private PrintedStatements() {}

  static List<Statement> ofPaper() {
    HalfLifeStatement.Follows two =
        new HalfLifeStatement.Follows("Fig. 2b: half-lives, N = 2", 2, 100, PrintedFit.TWO_CELLS);
    HalfLifeStatement.Follows seven =
        new HalfLifeStatement.Follows("Fig. 6b: half-lives, N = 7", 7, 50, PrintedFit.SEVEN_CELLS);
    List<Statement> all = new ArrayList<>();
    all.add(two);
    all.add(seven);
    all.add(
        new HalfLifeStatement.Longer(
            "Sec. III: longer by 9.6 %", two, seven, LimitsOfFits.LONGER, LimitsOfFits.DIGITS));
    all.add(
        new GainStatement.Reaches(
            "Fig. 1b: N = 2 gains at delta = 5", 2, List.of(STRONG), 100, GainStatement.VISIBLE));
    all.add(new GainStatement.Absent("Fig. 5b: N = 7, eta = 0 at delta = 1", 7, 1, 100));
    all.add(
        new GainStatement.Reaches(
            "Fig. 6a: N = 7 gains beyond delta = 2", 7, List.of(3.0), 50, GainStatement.VISIBLE));
    all.add(new Grows("Fig. 6a: and there more than N = 2", place(2, 3, 100), place(7, 3, 50)));
    all.add(
        new Grows("Fig. 5b: N = 7, eta grows, delta 1 to 5", place(7, 1, 100), place(7, 5, 100)));
    all.add(new Grows("Fig. 5b: and 5 to 10", place(7, 5, 100), place(7, 10, 100)));
    all.add(
        new GainStatement.Reaches(
            "Sec. III: N = 7 gains at least 5 %", 7, SampledChains.DISORDERS, 100, 5));
    for (int n = 3; n < 7; n++) {
      all.add(
          new Grows(
              "Fig. 5a: eta grows, N = %d to %d".formatted(n, n + 1),
              place(n, STRONG, published(n)),
              place(n + 1, STRONG, published(n + 1))));
    }
    for (int n = 3; n < 7; n++) {
      all.add(
          new GainStatement.Rises(
              "Fig. 7: N = %d rises at delta = 5".formatted(n), n, STRONG, published(n)));
    }
    all.addAll(withoutDisorder());
    return List.copyOf(all);
  }

  /** Those that hold no disorder. */
  static List<OrderStatement> withoutDisorder() {
    List<OrderStatement> all = new ArrayList<>();
    for (int n = 3; n < 7; n++) {
      all.add(
          new OrderStatement.CoherentKeepsMost(
              "Fig. 7: coherent best without disorder, N = %d".formatted(n), n));
    }
    all.add(
        new OrderStatement.CoherentKeepsMost("Fig. 3a: coherent best without disorder, N = 7", 7));
    all.add(new OrderStatement.ShareIsLargest("Fig. 8c: its share Xi is largest, N = 7", 7));
    all.add(new OrderStatement.DecayAlike("Fig. 3a: N = 7 decays almost as N = 2", 7, 2, ALMOST));
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

  private static Grows.Place place(int cells, double disorder, int realisations) {
    return new Grows.Place(cells, disorder, realisations);
  }
}
