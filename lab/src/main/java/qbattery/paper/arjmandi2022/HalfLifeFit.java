package qbattery.paper.arjmandi2022;

import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Laboratory;
import qbattery.report.Numbers;

/**
 * Weighs a printed fit against the one that would have been drawn through computed half-lives: with
 * the scatter of samples as small as the paper's, drawn anew at each delta, in the unit of time
 * that suits best, which is no formula of series.
 */
abstract class HalfLifeFit implements Claim.Examination {

  /** Realisations of two cells, where the paper takes a hundred: they cost little. */
  static final int TWO_CELLS = 1000;

  /**
   * Realisations of seven cells: ours share their deviates along delta, so that the limit of a fit
   * needs more of them than the paper's 50 to be known better than the paper's. The calibration
   * takes as many.
   */
  static final int SEVEN_CELLS = 176;

  /** 95 % of the squares of two numbers over their errors: three parameters less the unit. */
  private static final double CONSISTENT = 6.0;

  private final int cells;
  private final int taken;
  private final int published;
  private final PrintedFit printed;

  /**
   * A fit.
   *
   * @param cells N
   * @param taken how many realisations are taken
   * @param published how many the paper took
   * @param printed the fit it printed
   */
  HalfLifeFit(int cells, int taken, int published, PrintedFit printed) {
    this.cells = cells;
    this.taken = taken;
    this.published = published;
    this.printed = printed;
  }

  @Override
  public Judgement judge(Laboratory laboratory) {
    return judge(Chains.of(laboratory));
  }

  Judgement judge(Chains chains) {
    return Reading.underEach(reading -> judged(new HalfLives(chains, reading, cells, taken)));
  }

  private Judgement judged(HalfLives lives) {
    HalfLives.Comparison found = lives.against(printed);
    double unit = found.unit().value();
    return Judgement.of(
            "In units of %s/Gamma the computed half-lives go from %s at delta = 0 to %s at delta = 10, the printed curve from %s to %s; they differ most at delta = %s, by %s %% (%s)."
                .formatted(
                    Numbers.rounded(1 / unit, 3),
                    Numbers.rounded(lives.values()[0] * unit, 3),
                    Numbers.rounded(lives.values()[10] * unit, 3),
                    Numbers.rounded(printed.at(0), 3),
                    Numbers.rounded(printed.at(10), 3),
                    Numbers.exact(found.worst()),
                    Numbers.rounded(100 * found.largest().value(), 2),
                    words(lives, published)),
            Check.equal("misfit of the fit", lives.misfit(printed, published), 0, CONSISTENT))
        .noting("largest relative difference", found.largest())
        .noting("printed units of time in 1/Gamma", found.unit())
        .noting("root mean square of the relative differences", found.rms());
  }

  /** How many realisations half-lives are of, beside those of the paper. */
  static String words(HalfLives lives, int published) {
    return "%d realisations (the paper: %d)".formatted(lives.realisations(), published);
  }

  /** Fig. 2b. */
  static final class OfTwoCells extends HalfLifeFit {
    OfTwoCells() {
      super(2, TWO_CELLS, 100, PrintedFit.TWO_CELLS);
    }
  }

  /** Fig. 6b. */
  static final class OfSevenCells extends HalfLifeFit {
    OfSevenCells() {
      super(7, SEVEN_CELLS, 50, PrintedFit.SEVEN_CELLS);
    }
  }
}
