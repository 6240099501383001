package qbattery.paper.arjmandi2022;

import static org.assertj.core.api.Assertions.assertThat;
import static qbattery.claim.Verdict.INCONCLUSIVE;
import static qbattery.claim.Verdict.NOT_REPRODUCED;
import static qbattery.claim.Verdict.REPRODUCED;
import static qbattery.paper.arjmandi2022.MadeUpChains.through;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import qbattery.claim.Judgement;
import qbattery.claim.Verdict;

/**
 * The verdicts of the claims at a reading and the misfits of what they rest on tell one story: what
 * is not reproduced is missed by clearly more than chance, and what is reproduced is not.
 */
class OneStoryTest {

  /** Claims and the beginnings of the sources of the statements that they rest on. */
  private static final Map<String, String> RESTS_ON =
      Map.of(
          "halflife-fit-N2", "Fig. 2b",
          "halflife-fit-N7", "Fig. 6b",
          "threshold-gain", "Sec. III: longer",
          "gain-N7", "Fig. 5b",
          "gain-5-percent", "Sec. III: N = 7 gains");

  private static final Map<String, Function<Chains, Judgement>> ON_FITS =
      Map.of(
          "halflife-fit-N2", new HalfLifeFit.OfTwoCells()::judge,
          "halflife-fit-N7", new HalfLifeFit.OfSevenCells()::judge,
          "threshold-gain", LimitsOfFits::judge);

  private static String page(String name) throws IOException {
    return Files.readString(Path.of(System.getProperty("qbattery.root"), "docs", name));
  }

  private static List<Statement> behind(String claim) {
    return PrintedStatements.ofPaper().stream()
        .filter(s -> s.source().startsWith(RESTS_ON.get(claim)))
        .toList();
  }

  private static void assertOneStory(String what, Verdict verdict, double worst) {
    if (verdict == NOT_REPRODUCED) {
      assertThat(worst).as(what).isGreaterThanOrEqualTo(2); // the page rounds to two digits
    }
    if (verdict == INCONCLUSIVE) {
      assertThat(worst).as(what).isLessThan(2 * CalibrationText.MISSED);
    }
    if (verdict == REPRODUCED) {
      assertThat(worst).as(what).isLessThan(CalibrationText.MISSED);
    }
  }

  /**
   * What the two documents say of the readings. The calibration weighs all in one unit of time,
   * which may miss a fit that has a unit of its own.
   */
  @Test
  void atTheReadingsOfTheDocuments() throws IOException {
    String claims = page("claims.md");
    String calibration = page("calibration.md");
    List<String> places =
        List.of(
            calibration
                .lines()
                .filter(l -> l.contains("times J, B0"))
                .findFirst()
                .orElseThrow()
                .strip()
                .split(" {2,}"));
    int decided = 0;
    for (String claim : RESTS_ON.keySet()) {
      String section = claims.substring(claims.indexOf("\n### arjmandi2022." + claim + "\n"));
      for (Reading reading : Reading.ALL) {
        String said = "- Reading \"%s\": ".formatted(reading.label());
        String after = section.substring(section.indexOf(said) + said.length());
        Verdict verdict = Verdict.valueOf(after.split("[^A-Z_]", 2)[0]);
        int place = places.indexOf("%.0f, %.0f".formatted(reading.factor(), reading.field()));
        double worst = 0;
        for (Statement statement : behind(claim)) {
          String line =
              calibration
                  .lines()
                  .filter(l -> l.startsWith("  " + statement.source() + " "))
                  .findFirst()
                  .orElseThrow();
          String[] misfits = line.substring(2 + statement.source().length()).strip().split(" {2,}");
          worst = Math.max(worst, Double.parseDouble(misfits[place - 1]) / statement.numbers());
        }
        if (verdict == NOT_REPRODUCED || !ON_FITS.containsKey(claim)) {
          assertOneStory("%s, %s: %s".formatted(claim, reading, worst), verdict, worst);
          decided++;
        }
      }
    }
    assertThat(decided).isGreaterThan(2 * RESTS_ON.size());
  }

  /** On made-up curves on which each claim on a fit comes out either way. */
  @Test
  void whereTheClaimsOnFitsTurn() {
    MadeUpChains.Values asPrinted =
        (chain, i, t) -> {
          PrintedFit fit = chain.cells() == 2 ? PrintedFit.TWO_CELLS : PrintedFit.SEVEN_CELLS;
          double scatter = chain.isDisordered() ? 0.02 * ((i * 7) % 5 - 2) : 0;
          return through(t, 0, 1, 2 * (fit.at(chain.disorder()) / 10 + scatter), 0);
        };
    MadeUpChains.Values falling =
        (chain, i, t) -> through(t, 0, 1, 0.9, 0.02 + 0.001 * (i % 3), 1, 0);
    for (MadeUpChains.Values values : List.of(asPrinted, falling)) {
      Chains chains = new MadeUpChains(50, values);
      ON_FITS.forEach(
          (claim, examination) -> {
            Verdict verdict = examination.apply(chains).verdict();
            assertThat(verdict).isEqualTo(values == asPrinted ? REPRODUCED : NOT_REPRODUCED);
            Misfit misfit =
                Misfit.of(
                    new SampledChains(chains, Reading.PRINTED, Map.of()),
                    behind(claim),
                    Misfit.Depth.COARSE);
            int numbers = behind(claim).get(0).numbers();
            assertOneStory(claim + ": " + misfit.total(), verdict, misfit.total() / numbers);
          });
    }
  }
}
