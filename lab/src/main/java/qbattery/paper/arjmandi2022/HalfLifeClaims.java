package qbattery.paper.arjmandi2022;

import java.util.List;
import java.util.Map;
import qbattery.claim.Check;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Estimate;
import qbattery.report.Numbers;

/** How the half-life hangs on the disorder: Figs. 2b and 6b. */
final class HalfLifeClaims {

  /** 95 % of the squares of two numbers over their errors: three parameters less the unit. */
  private static final double CONSISTENT = 6.0;

  /** Two errors of one number, squared: 95 %. */
  private static final double TWO_ERRORS = 4.0;

  /** Sec. III, in per cent. */
  static final double LONGER = 9.6;

  /** What its last digit leaves open. */
  static final double LONGER_DIGITS = 0.05;

  private static final String COMPARED =
      "The fit that the paper would have drawn through the computed half-lives at delta = 0, 1, ..., 10 - least squares, all alike, to first order about the printed curve - against the one it printed: the differences of the three parameters over their errors, squared and summed, must not exceed 6.0, 95 % of what chance leaves of two numbers, as the unit of time is not stated and the best one is taken. Errors are what the paper's number of realisations and two printed digits leave open; the number goes from where ours are counted as well to where they are not. The calibration weighs the two fits in the same way, in one unit for both."
          + ReadClaim.ERRORS
          + ReadClaim.TWO_CELLS
          + ReadClaim.SEVEN_CELLS;

  private HalfLifeClaims() {}

  static List<Claim> all() {
    return List.of(
        ReadClaim.of(
            "halflife-fit-N2",
            "Fig. 2b",
            "The half-life of the coherent battery of two cells against delta follows 5.05 - 1.24 exp(-0.61 delta).",
            PrintedFit.TWO_CELLS.numbers(),
            COMPARED,
            (study, reading) ->
                compared(study, reading, 2, ChainStudy.TWO_CELLS, 100, PrintedFit.TWO_CELLS)),
        ReadClaim.of(
            "halflife-fit-N7",
            "Fig. 6b",
            "The same for seven cells (50 realisations): 5.54 - 2.44 exp(-0.34 delta).",
            PrintedFit.SEVEN_CELLS.numbers(),
            COMPARED,
            (study, reading) ->
                compared(study, reading, 7, ChainStudy.SEVEN_CELLS, 50, PrintedFit.SEVEN_CELLS)),
        ReadClaim.of(
            "threshold-gain",
            "Sec. III",
            "The half-life at strong disorder of seven cells is 9.6 % above that of two.",
            Map.of("percent", 9.6),
            "By the paper's own fits 5.54/5.05 - 1 must be 9.6 % to 0.2 %, what the rounding of the two numbers leaves open: the percentage is that of the limits. By computing, it is that of the limits of the fits that the paper would have drawn through the computed half-lives, as in halflife-fit-N7; its distance from 9.6 % over its error, squared, must not exceed 4.0, two errors. The error is what the paper's numbers of realisations and the printed digit leave open; the number goes from where ours is counted as well to where it is not. The calibration weighs the same number. Half-lives at delta = 5 to 10 alone would not do: there the printed fits themselves are only 5.7 % apart."
                + ReadClaim.ERRORS
                + ReadClaim.TWO_CELLS
                + ReadClaim.SEVEN_CELLS,
            HalfLifeClaims::threshold));
  }

  private static Judgement compared(
      ChainStudy study, Reading reading, int cells, int taken, int published, PrintedFit printed) {
    HalfLives lives = HalfLives.of(study, reading, cells, taken);
    HalfLives.Comparison found = lives.against(printed);
    return Judgement.of(
            "In units of %s/Gamma the computed half-lives go from %s at delta = 0 to %s at delta = 10, the printed curve from %s to %s; they differ most at delta = %s, by %s %% (%s)."
                .formatted(
                    Numbers.rounded(1 / found.unit().value(), 3),
                    Numbers.rounded(lives.values()[0] * found.unit().value(), 3),
                    Numbers.rounded(lives.values()[10] * found.unit().value(), 3),
                    Numbers.rounded(printed.at(0), 3),
                    Numbers.rounded(printed.at(10), 3),
                    Numbers.exact(found.worst()),
                    Numbers.rounded(100 * found.largest().value(), 2),
                    lives.words()),
            Check.equal("misfit of the fit", lives.misfit(printed, published), 0, CONSISTENT))
        .noting("largest relative difference", found.largest())
        .noting("printed units of time in 1/Gamma", found.unit())
        .noting("root mean square of the relative differences", found.rms());
  }

  private static Judgement threshold(ChainStudy study, Reading reading) {
    HalfLives two = HalfLives.of(study, reading, 2, ChainStudy.TWO_CELLS);
    HalfLives seven = HalfLives.of(study, reading, 7, ChainStudy.SEVEN_CELLS);
    LimitsApart found =
        LimitsApart.of(
            two.limit(PrintedFit.TWO_CELLS, 100), seven.limit(PrintedFit.SEVEN_CELLS, 50));
    double with = found.misfit(LONGER, LONGER_DIGITS);
    double without = found.withoutOurs().misfit(LONGER, LONGER_DIGITS);
    double own = 100 * (PrintedFit.SEVEN_CELLS.limit() / PrintedFit.TWO_CELLS.limit() - 1);
    return Judgement.of(
            "The printed limits are %s %% apart; those of the fits to computed half-lives %s %%, and samples as small as the paper's scatter by %s %% (%s)."
                .formatted(
                    Numbers.rounded(own, 3),
                    Numbers.rounded(found.percent(), 2),
                    Numbers.rounded(Math.sqrt(found.theirs()), 2),
                    seven.words()),
            Check.equal("by the printed fits [%]", Estimate.rounded(own), LONGER, 0.2),
            Check.equal(
                "misfit of the percentage",
                new Estimate((with + without) / 2, Math.abs(without - with) / 2),
                0,
                TWO_ERRORS))
        .noting("computed [%]", found.estimate());
  }
}
