package qbattery.paper.arjmandi2022;

import static qbattery.paper.arjmandi2022.Start.COHERENT;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.report.Numbers;

/** Whether and when ergotropy rises above its start: Figs. 1b, 2a, 5 and 6a. */
final class GainClaims {

  private static final double STRONG = 5;

  /** A gain below this, in per cent, does not show in the printed bars. */
  private static final double NONE = 0.2;

  private static final String INTERVAL =
      " The gain is the maximum of a noisy mean, biased upward: its time is chosen on one half of the realisations and its height read on the other; the error reaches to the farther end of an interval of 95 % that takes the bias into account.";

  private GainClaims() {}

  static List<Claim> all() {
    return List.of(
        ReadClaim.of(
            "gain-N7",
            "Fig. 5b",
            "Seven cells: no gain at delta = 0 and 1, beyond that a gain that grows roughly with delta.",
            new TreeMap<>(Map.of("eta_delta0", 0.0, "eta_delta1", 0.0)),
            "eta must be below 0.2 % at delta = 0 and 1, and larger at 5 than at 1 and at 10 than at 5, beyond the errors."
                + INTERVAL,
            GainClaims::sevenCells),
        ReadClaim.of(
            "gain-begins-earlier",
            "Fig. 6a",
            "The gain begins at smaller disorder for seven cells than for two.",
            Map.of(),
            "On delta = 0, 1, ..., 10: the gain begins between the smallest delta at which 0.2 % is not excluded and the smallest at which there is a gain beyond its error; for seven cells it must begin before. A battery without any gain up to 10 counts as beginning at 11."
                + INTERVAL
                + ReadClaim.TWO_CELLS,
            GainClaims::begins),
        ReadClaim.of(
            "gain-5-percent",
            "Sec. III",
            "A gain of at least 5 % is reached in disordered batteries.",
            Map.of("eta_percent", 5.0),
            "The largest corrected eta of seven cells over delta = 0 to 10 must exceed 5 % by more than its error."
                + INTERVAL,
            GainClaims::fivePerCent));
  }

  private static Judgement sevenCells(ChainStudy study, Reading reading) {
    Gain none = gain(study, reading, 7, 0);
    Gain weak = gain(study, reading, 7, 1);
    Gain strong = gain(study, reading, 7, STRONG);
    Gain strongest = gain(study, reading, 7, 10);
    return Judgement.of(
        "eta is %s, %s, %s and %s at delta = 0, 1, 5 and 10 (%s)."
            .formatted(
                text(none),
                text(weak),
                text(strong),
                text(strongest),
                study.words(study.curves(reading.chain(7, STRONG), COHERENT))),
        Check.equal("eta at delta = 0 [%]", none.estimate(), 0, NONE),
        Check.equal("eta at delta = 1 [%]", weak.estimate(), 0, NONE),
        Check.exceeds("eta(5) - eta(1) [%]", strong.estimate().minus(weak.estimate()), 0),
        Check.exceeds("eta(10) - eta(5) [%]", strongest.estimate().minus(strong.estimate()), 0));
  }

  private static Judgement begins(ChainStudy study, Reading reading) {
    Beginning two = beginning(study, reading, 2);
    Beginning seven = beginning(study, reading, 7);
    return Judgement.of(
        "With two cells %s, with seven %s (%s)."
            .formatted(
                two.text(),
                seven.text(),
                study.words(study.curves(reading.chain(7, STRONG), COHERENT))),
        Check.exceeds(
            "beginning at N = 2 less beginning at N = 7, in delta",
            two.estimate().minus(seven.estimate()),
            0));
  }

  /**
   * Where the gain begins.
   *
   * @param possible the smallest delta at which a visible gain is not excluded; 11 if nowhere
   * @param sure the smallest at which there is one beyond the error; 11 if nowhere
   */
  private record Beginning(int possible, int sure) {

    Estimate estimate() {
      return new Estimate((possible + sure) / 2.0, (sure - possible) / 2.0);
    }

    String text() {
      return possible > 10
          ? "there is no gain up to delta = 10"
          : sure > 10
              ? "no gain is sure up to delta = 10, though one is not excluded from %d on"
                  .formatted(possible)
              : "a gain beyond the error begins at delta = " + sure;
    }
  }

  private static Beginning beginning(ChainStudy study, Reading reading, int cells) {
    int possible = 11;
    for (int delta = 1; delta <= 10; delta++) {
      Gain gain = gain(study, reading, cells, delta);
      possible = gain.high() >= NONE ? Math.min(possible, delta) : possible;
      if (gain.isSure()) {
        return new Beginning(possible, delta);
      }
    }
    return new Beginning(possible, 11);
  }

  private static Judgement fivePerCent(ChainStudy study, Reading reading) {
    Gain best = gain(study, reading, 7, 0);
    double at = 0;
    for (double delta : ChainStudy.DISORDERS) {
      Gain gain = gain(study, reading, 7, delta);
      if (gain.naive() > best.naive()) {
        best = gain;
        at = delta;
      }
    }
    return Judgement.of(
            "The largest eta of seven cells up to delta = 10 is %s, at delta = %s (uncorrected: %s %%; %s)."
                .formatted(
                    text(best),
                    Numbers.exact(at),
                    Numbers.rounded(best.naive(), 3),
                    study.words(study.curves(reading.chain(7, STRONG), COHERENT))),
            Check.exceeds("largest eta [%]", best.estimate(), 5))
        .noting("uncorrected eta [%]", new Estimate(best.naive(), 2 * best.standardError()));
  }

  private static Gain gain(ChainStudy study, Reading reading, int cells, double delta) {
    int published = cells == 2 ? ChainStudy.TWO_CELLS : ChainStudy.published(cells);
    return study.gain(study.curves(reading.chain(cells, delta), COHERENT, published));
  }

  private static String text(Gain gain) {
    return "%s %% (%s to %s)"
        .formatted(
            Numbers.rounded(gain.corrected(), 3),
            Numbers.rounded(gain.low(), 2),
            Numbers.rounded(gain.high(), 2));
  }
}
