package qbattery.paper.arjmandi2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.claim.Verdict.NOT_REPRODUCED;
import static qbattery.claim.Verdict.REPRODUCED;
import static qbattery.paper.arjmandi2022.MadeUpChains.through;
import static qbattery.testing.Tolerance.rounding;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import qbattery.catalogue.Catalogue;
import qbattery.claim.Judgement;

/** Half-lives that were put into made-up curves come out again, and turn the claims on them. */
class HalfLivesTest {

  /** What a half-life may be off. */
  private static final double ERROR = 1e-5;

  private static final PrintedFit FIT = new PrintedFit(0.5, -0.12, 0.6);

  /** Straight falls that are down to half at the half-life of each delta, shifted by a scatter. */
  private static MadeUpChains.Values falls(DoubleUnaryOperator tau, double scatter) {
    return (chain, index, t) -> {
      double shift = chain.isDisordered() ? (index % 2 == 0 ? scatter : -scatter) : 0;
      return through(t, 0, 1, 2 * (tau.applyAsDouble(chain.disorder()) + shift), 0);
    };
  }

  private static HalfLives lives(DoubleUnaryOperator tau, double scatter) {
    return lives(new MadeUpChains(8, falls(tau, scatter)));
  }

  private static HalfLives lives(Chains chains) {
    return new HalfLives(chains, Reading.PRINTED, 2, 100);
  }

  @Test
  void aCurveOfItsOwnValuesAgreesInItsOwnUnit() {
    // a printed unit a tenth of 1/Gamma: numbers ten times as large
    PrintedFit printed = new PrintedFit(5, -1.2, 0.6);
    HalfLives lives = lives(FIT::at, 0);
    for (int delta = 0; delta <= 10; delta++) {
      assertThat(lives.values()[delta]).isCloseTo(FIT.at(delta), within(ERROR));
    }
    HalfLives.Comparison found = lives.against(printed);
    assertThat(found.unit().value()).isCloseTo(10, within(1e-4)); // 1e-5 of 0.4
    assertThat(found.largest().value()).isCloseTo(0, within(1e-4));
    assertThat(found.rms().value()).isBetween(0.0, 1e-4);
  }

  @Test
  void aCurveThatDiffersAtOnePlaceSaysSo() {
    HalfLives.Comparison found =
        lives(delta -> FIT.at(delta) * (delta == 4 ? 1.2 : 1), 0).against(FIT);
    // shares of ten 1 and one 1.2: the unit is 11.2/11.44, and the place is off by 17.5 %
    assertThat(found.unit().value()).isCloseTo(11.2 / 11.44, rounding(1));
    assertThat(found.worst()).isEqualTo(4);
    assertThat(found.largest().value()).isCloseTo(1.2 * 11.2 / 11.44 - 1, rounding(1));
    // squares: ten of 0.021 and one of 0.175
    assertThat(found.rms().value()).isCloseTo(0.0564, within(2e-4));
  }

  /** The same deviates serve all delta: what all half-lives share drops out of differences. */
  @Test
  void whatRealisationsShareDropsOut() {
    HalfLives lives = lives(delta -> delta == 0 ? 0.4 : 0.45, 0.05);
    double alone = lives.estimate(tau -> tau[9]).error();
    assertThat(alone).isGreaterThan(0.02); // 2 * 0.05 / sqrt(8) is 0.035
    assertThat(lives.estimate(tau -> tau[10] - tau[9]).error()).isLessThan(2 * ERROR);
    assertThat(lives.estimate(tau -> tau[10] - tau[0]).error())
        .isCloseTo(alone, within(0.2 * alone));
  }

  /** A target for the error is met sooner at one delta than at another. */
  @Test
  void ensemblesMayDifferInSize() {
    MadeUpChains.Values values = falls(FIT::at, 0.05);
    HalfLives lives =
        lives(
            (chain, asked) ->
                new MadeUpChains(chain.disorder() < 4 ? 96 : 24, values).of(chain, asked));
    double many = lives.estimate(tau -> tau[2]).error();
    double few = lives.estimate(tau -> tau[8]).error();
    // four times as few have twice the error; errors by 200 resamplings are known to 5 %
    assertThat(few / many).isBetween(1.5, 2.6);
    // the mean of slopes 1/tau makes a half-life 1 % shorter where tau scatters by a tenth
    assertThat(lives.against(FIT).unit().value()).isCloseTo(1.01, within(0.01));
  }

  @Test
  void theClaimsOnFitsTurnWithTheHalfLives() {
    PrintedFit two = PrintedFit.TWO_CELLS;
    PrintedFit seven = PrintedFit.SEVEN_CELLS;
    Chains asPrinted =
        new MadeUpChains(
            8,
            (chain, index, t) ->
                falls(d -> (chain.cells() == 2 ? two : seven).at(d) / 9, 0).at(chain, index, t));
    Chains constant = new MadeUpChains(8, falls(delta -> 0.45, 0));
    Judgement same = new HalfLifeFit.OfTwoCells().judge(asPrinted);
    assertThat(same.verdict()).isEqualTo(REPRODUCED);
    assertThat(same.notes().get("printed units of time in 1/Gamma").value())
        .isBetween(8.999, 9.001);
    assertThat(new HalfLifeFit.OfSevenCells().judge(asPrinted).verdict()).isEqualTo(REPRODUCED);
    Chains longer = // the printed fits are 9.7 % apart, the printed percentage is 9.6
        new MadeUpChains(
            8, (chain, index, t) -> through(t, 0, 1, chain.cells() == 2 ? 0.8 : 0.8 * 1.096, 0));
    assertThat(LimitsOfFits.judge(longer).verdict()).isEqualTo(REPRODUCED);
    assertThat(new HalfLifeFit.OfTwoCells().judge(constant).verdict()).isEqualTo(NOT_REPRODUCED);
    assertThat(new HalfLifeFit.OfSevenCells().judge(constant).verdict()).isEqualTo(NOT_REPRODUCED);
    assertThat(LimitsOfFits.judge(constant).verdict()).isEqualTo(NOT_REPRODUCED);
  }

  @Test
  void theFilePrintsTheNumbersOfTheFits() {
    assertPrinted("halflife-fit-N2", PrintedFit.TWO_CELLS);
    assertPrinted("halflife-fit-N7", PrintedFit.SEVEN_CELLS);
  }

  private static void assertPrinted(String claim, PrintedFit fit) {
    assertThat(Catalogue.claim("arjmandi2022." + claim).orElseThrow().printed())
        .isEqualTo(Map.of("a", fit.limit(), "b", fit.amplitude(), "c", fit.rate()));
  }
}
