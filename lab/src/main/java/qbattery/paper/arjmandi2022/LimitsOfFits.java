package qbattery.paper.arjmandi2022;

import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Laboratory;
import qbattery.measure.Estimate;
import qbattery.report.Numbers;

/**
 * Weighs by how much seven cells live longer than two: the limits of the fits that would have been
 * drawn through computed half-lives, with the scatter of samples as small as the paper's, which is
 * no formula of series.
 */
final class LimitsOfFits implements Claim.Examination {

  /** Sec. III, in per cent. */
  static final double LONGER = 9.6;

  /** Two errors of one number, squared: 95 %. */
  private static final double TWO_ERRORS = 4.0;

  private static final int OF_TWO = 100;
  private static final int OF_SEVEN = 50;

  @Override
  public Judgement judge(Laboratory laboratory) {
    return judge(Chains.of(laboratory));
  }

  static Judgement judge(Chains chains) {
    return Reading.underEach(
        reading ->
            judged(
                new HalfLives(chains, reading, 2, HalfLifeFit.TWO_CELLS),
                new HalfLives(chains, reading, 7, HalfLifeFit.SEVEN_CELLS)));
  }

  private static Judgement judged(HalfLives two, HalfLives seven) {
    Sampled found =
        seven
            .limit(PrintedFit.SEVEN_CELLS, OF_SEVEN)
            .percentAbove(two.limit(PrintedFit.TWO_CELLS, OF_TWO));
    double with = HalfLifeStatements.misfit(found, LONGER);
    double without = HalfLifeStatements.misfit(found.withoutOurs(), LONGER);
    double own = 100 * (PrintedFit.SEVEN_CELLS.limit() / PrintedFit.TWO_CELLS.limit() - 1);
    return Judgement.of(
            "The printed limits are %s %% apart; those of the fits to computed half-lives %s %%, and samples as small as the paper's scatter by %s %% (%s)."
                .formatted(
                    Numbers.rounded(own, 3),
                    Numbers.rounded(found.value(), 2),
                    Numbers.rounded(Math.sqrt(found.theirs()), 2),
                    HalfLifeFit.words(seven, OF_SEVEN)),
            Check.equal("by the printed fits [%]", Estimate.rounded(own), LONGER, 0.2),
            Check.equal(
                "misfit of the percentage",
                new Estimate((with + without) / 2, Math.abs(without - with) / 2),
                0,
                TWO_ERRORS))
        .noting("computed [%]", new Estimate(found.value(), 2 * Math.sqrt(found.ours())));
  }
}
