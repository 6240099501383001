package qbattery.paper.kamin2023;

import static qbattery.paper.kamin2023.ClaimParts.claim;
import static qbattery.paper.kamin2023.ClaimParts.judged;
import static qbattery.paper.kamin2023.ClaimParts.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.experiment.Estimate;
import qbattery.experiment.Laboratory;

/** The claim that the state at long times does not depend on the start. */
final class UniqueClaim {

  private static final double MU = 3;

  /** Far below the differences found, far above the errors. */
  private static final double TOLERANCE = 1e-6;

  private UniqueClaim() {}

  static Claim of(Model model) {
    return claim(
        "unique",
        "Sec. III A",
        "Under collective coupling the long-time state does not depend on the initial state.",
        "mu = 3, T = J = 1, N = 2, 3, 4, star and chain: the number of steady states must be 1; and over the starts ground, excited, fully mixed, battery alone excited the probabilities that each cell is excited, and W, must spread by no more than 1e-6.",
        laboratory -> {
          List<Check> checks = new ArrayList<>();
          StringBuilder text = new StringBuilder();
          for (Shape shape : model.shapes()) {
            for (int n = 2; n <= 4; n++) {
              judge(
                  laboratory,
                  model.balanced(shape).ofCells(n).with(Knob.MU, MU),
                  "%s, N=%d".formatted(shape.label(), n),
                  checks,
                  text);
            }
          }
          return judged(
              "Steady states, and W from the four starts: " + text.toString().strip(), checks);
        });
  }

  private static void judge(
      Laboratory laboratory,
      Setting setting,
      String which,
      List<Check> checks,
      StringBuilder text) {
    List<Found> ends =
        Start.PRODUCTS.stream()
            .map(start -> Run.along(setting, start, Knob.MU, MU).in(laboratory).get(0))
            .toList();
    List<Estimate> w = ClaimParts.ergotropies(ends);
    Estimate reached =
        ClaimParts.largest(
            IntStream.range(0, setting.cells())
                .mapToObj(
                    k ->
                        ClaimParts.spread(ends.stream().map(found -> found.population(k)).toList()))
                .toList());
    Estimate count = ends.get(0).count();
    checks.add(Check.equal("steady states, " + which, count, 1, 0));
    checks.add(Check.equal("spread of populations, " + which, reached, 0, TOLERANCE));
    checks.add(Check.equal("spread of W, " + which, ClaimParts.spread(w), 0, TOLERANCE));
    text.append("%s: %s; %s. ".formatted(which, ClaimParts.word(count), words(w)));
  }
}
