package qbattery.paper.arjmandi2022;

import static org.assertj.core.api.Assertions.assertThat;
import static qbattery.claim.Verdict.INCONCLUSIVE;
import static qbattery.claim.Verdict.NOT_REPRODUCED;
import static qbattery.claim.Verdict.REPRODUCED;
import static qbattery.paper.arjmandi2022.MadeUpLaboratory.through;
import static qbattery.paper.arjmandi2022.Start.COHERENT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qbattery.claim.Judgement;
import qbattery.claim.Verdict;
import qbattery.experiment.Laboratory;

/**
 * The verdicts of the claims at a reading and the misfits of what they rest on tell one story: what
 * is not reproduced is missed by clearly more than chance, and what is reproduced is not.
 */
class OneStoryTest {

  private static final Map<Integer, Integer> REALISATIONS =
      Map.of(2, 100, 3, 50, 4, 50, 5, 50, 6, 50, 7, ChainStudy.SEVEN_CELLS);

  /** Claims and the beginnings of the sources of the statements that they rest on. */
  private static final Map<String, List<String>> RESTS_ON = restsOn();

  private static Map<String, List<String>> restsOn() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("halflife-fit-N2", List.of("Fig. 2b"));
    all.put("halflife-fit-N7", List.of("Fig. 6b"));
    all.put("threshold-gain", List.of("Sec. III: longer"));
    all.put("gain-N7", List.of("Fig. 5b"));
    all.put("gain-5-percent", List.of("Sec. III: N = 7 gains"));
    return all;
  }

  private static Judgement judge(String claim, Laboratory laboratory) {
    return Arjmandi2022.paper().claims().stream()
        .filter(c -> c.id().equals("arjmandi2022." + claim))
        .findFirst()
        .orElseThrow()
        .examine(laboratory)
        .judgement();
  }

  /**
   * The verdict and the largest misfit a number of the statements behind it, in the unit of time
   * that suits them.
   */
  private static void assertOneStory(
      String claim, Reading reading, Verdict verdict, SampledChains chains) {
    List<Statement> behind =
        PrintedStatements.ofPaper().stream()
            .filter(s -> RESTS_ON.get(claim).stream().anyMatch(s.source()::startsWith))
            .toList();
    Misfit misfit = Misfit.of(chains, behind, Misfit.Depth.COARSE);
    double worst = 0;
    for (Statement statement : behind) {
      worst = Math.max(worst, misfit.parts().get(statement.source()) / statement.numbers());
    }
    String what = "%s, %s: %s, misfit %s a number".formatted(claim, reading, verdict, worst);
    if (verdict == NOT_REPRODUCED) {
      assertThat(worst).as(what).isGreaterThan(2);
    }
    if (verdict == INCONCLUSIVE) {
      assertThat(worst).as(what).isLessThan(2 * CalibrationText.MISSED);
    }
    if (verdict == REPRODUCED) {
      assertThat(worst).as(what).isLessThan(CalibrationText.MISSED);
    }
  }

  /** At the readings of the paper. */
  @Test
  void atTheReadings() {
    StoredReadings laboratory = new StoredReadings();
    int decided = 0;
    for (String claim : RESTS_ON.keySet()) {
      Judgement judgement = judge(claim, laboratory);
      for (int k = 0; k < Reading.ALL.size(); k++) {
        Reading reading = Reading.ALL.get(k);
        SampledChains chains = new SampledChains(laboratory, reading, REALISATIONS);
        Verdict verdict = judgement.readings().get(k).judgement().verdict();
        assertOneStory(claim, reading, verdict, chains);
        decided += verdict == REPRODUCED || verdict == NOT_REPRODUCED ? 1 : 0;
      }
    }
    assertThat(decided).isGreaterThan(2 * RESTS_ON.size());
  }

  /** On made-up rows on which each claim comes out either way. */
  @Test
  void whereTheClaimsTurn() {
    MadeUpLaboratory.Values asPrinted =
        (run, merit, i, t) -> {
          double delta = run.chain().disorder();
          PrintedFit fit = run.chain().cells() == 2 ? PrintedFit.TWO_CELLS : PrintedFit.SEVEN_CELLS;
          double scatter = delta == 0 ? 0 : 0.02 * ((i * 7) % 5 - 2);
          double half = fit.at(delta) / 10 + scatter;
          if (run.start() != COHERENT) {
            return merit == Merit.SHARE ? 0.5 : through(t, 0, 1, 0.25, 0);
          }
          double eta = delta <= 1 ? -0.01 : 0.004 * delta + 0.006 * run.chain().cells();
          // level, then straight through half: realisations are shifted, and so is their mean
          double from = 0.2 + scatter;
          double to = from + (half - from) * (1 + eta) / (0.5 + eta);
          return merit == Merit.SHARE
              ? 0.9
              : Math.max(0.01, through(t, 0, 1, 0.01, 0.98, 0.05, 1 + eta, from, 1 + eta, to, 0));
        };
    MadeUpLaboratory.Values falling =
        (run, merit, i, t) ->
            run.start() == COHERENT
                ? merit == Merit.SHARE ? 0.5 : through(t, 0, 1, 0.9, 0.02 + 0.001 * (i % 3), 1, 0)
                : merit == Merit.SHARE ? 0.9 : through(t, 0, 1, 1, 0.3);
    int decided = 0;
    for (MadeUpLaboratory.Values values : List.of(asPrinted, falling)) {
      MadeUpLaboratory laboratory = new MadeUpLaboratory(run -> 50, values);
      for (String claim : RESTS_ON.keySet()) {
        Verdict verdict = judge(claim, laboratory).verdict();
        assertThat(verdict)
            .as("%s, %s", claim, values == asPrinted ? "as printed" : "falling")
            .isNotEqualTo(values == asPrinted ? NOT_REPRODUCED : REPRODUCED);
        SampledChains chains = new SampledChains(laboratory, Reading.PRINTED, REALISATIONS);
        assertOneStory(claim, Reading.PRINTED, verdict, chains);
        decided += verdict == REPRODUCED || verdict == NOT_REPRODUCED ? 1 : 0;
      }
    }
    assertThat(decided).isGreaterThan(RESTS_ON.size());
  }
}
