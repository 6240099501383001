package qbattery.paper.arjmandi2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static qbattery.paper.arjmandi2022.MadeUpLaboratory.through;
import static qbattery.paper.arjmandi2022.Start.COHERENT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.dynamics.Crossing;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Method;
import qbattery.dynamics.Times;
import qbattery.experiment.Workbench;
import qbattery.measure.Ergotropy;
import qbattery.model.Battery;
import qbattery.quantum.Observable;

class ChainStudyTest {

  private static final DisorderedChain CHAIN = new DisorderedChain(2, 5, 10, 5);

  /** What a half-life may be off: HalfLife.estimate. */
  private static final double HALF_LIFE = 1e-5;

  /** Where all realisations are alike, the half-life is the crossing of one of them. */
  @ParameterizedTest
  @CsvSource({"2, COHERENT", "2, CLASSICAL", "3, COHERENT", "3, FULLY_EXCITED"})
  void withoutDisorderTheHalfLifeIsThatOfTheStates(int cells, Start start) {
    DisorderedChain chain = new DisorderedChain(cells, 5, 10, 0);
    Battery battery = chain.realisation(0).battery();
    Observable storage = Observable.of(battery.storage());
    var trajectory = Evolution.of(battery, start.state(), 1, Method.DormandPrince.TIGHT);
    double half = Ergotropy.of(trajectory.at(0), storage) / 2;
    double exact =
        Crossing.firstFall(trajectory, state -> Ergotropy.of(state, storage), half)
            .orElseThrow()
            .time();
    ChainStudy study = new ChainStudy(Workbench.inMemory());
    HalfLife found = study.halfLife(study.curves(chain, start)).orElseThrow();
    assertThat(found.value()).isCloseTo(exact, within(HALF_LIFE));
    // what is stated holds the truth, and does not exaggerate
    assertThat(found.value()).isCloseTo(exact, within(found.numerical()));
    assertThat(found.numerical()).isLessThan(1e-4);
    assertThat(found.standardError()).isZero();
  }

  /** Looking again between two times is as good as a grid twenty times as fine everywhere. */
  @Test
  void theHalfLifeIsThatOfAFinerGrid() {
    Workbench laboratory = Workbench.inMemory();
    ChainStudy study = new ChainStudy(laboratory);
    Curves usual = study.exactly(new ChainRun(CHAIN, COHERENT, ChainStudy.TIMES, false), 20);
    ChainRun finer = new ChainRun(CHAIN, COHERENT, Times.upTo(1, 2001), false);
    double[] means = new Curves(finer, laboratory.exactly(finer, 20)).mean(Merit.ERGOTROPY).means();
    int after = 1;
    while (means[after] >= 0.5) {
      after++;
    }
    double share = (means[after - 1] - 0.5) / (means[after - 1] - means[after]);
    HalfLife found = study.halfLife(usual).orElseThrow();
    assertThat(found.value()).isCloseTo((after - 1 + share) / 2000, within(HALF_LIFE));
    assertThat(found.standardError()).isGreaterThan(1e-4);
  }

  /** Half-lives that scatter by 0.1 around 0.45: the error of a mean of 64 is 0.0125. */
  @Test
  void theErrorOfAHalfLifeIsThatOfItsScatter() {
    ChainStudy study =
        new ChainStudy(
            new MadeUpLaboratory(
                run -> 64,
                (run, merit, index, t) ->
                    through(t, 0, 1, 0.45 + (index % 2 == 0 ? 0.1 : -0.1), 0.5, 1, 0)));
    HalfLife found = study.halfLife(study.curves(CHAIN, COHERENT)).orElseThrow();
    // of 400 resamplings an error is known to 4 %, and three times that is allowed for; slopes
    // on both sides of the half-life differ a little
    assertThat(found.standardError()).isCloseTo(0.0125, within(0.0025));
    assertThat(found.estimate().error())
        .isCloseTo(2 * found.standardError() + found.numerical(), within(1e-15));
  }

  /** A dip of three thousandths of 1/Gamma between two times of the grid, in a curve that bends. */
  @Test
  void aCrossingBetweenTimesIsNotMissed() {
    double[] dip = {0, 1, 0.1, 0.52, 0.142, 0.51, 0.145, 0.45, 0.148, 0.51, 0.3, 0.9, 1, 0.1};
    ChainStudy study =
        new ChainStudy(MadeUpLaboratory.of((run, merit, index, t) -> through(t, dip)));
    HalfLife found =
        study.halfLife(study.curves(new DisorderedChain(2, 5, 10, 0), COHERENT)).orElseThrow();
    // the dip falls from 0.51 to 0.45 in 0.003: 1/2 is met at 0.1425
    assertThat(found.value()).isCloseTo(0.1425, within(2e-3));
  }

  @Test
  void aHalfLifeThatIsNotReachedIsNone() {
    ChainStudy study = new ChainStudy(MadeUpLaboratory.of((run, merit, index, t) -> 1 - t / 2.1));
    assertThat(study.halfLife(study.curves(CHAIN, COHERENT))).isEmpty();
  }

  @Test
  void fallingCurvesGainNothing() {
    ChainStudy study =
        new ChainStudy(
            MadeUpLaboratory.of((run, merit, index, t) -> Math.exp(-t * (1 + index % 3))));
    Gain gain = study.gain(study.curves(CHAIN, COHERENT));
    assertThat(gain.naive()).isZero();
    assertThat(gain.corrected()).isZero();
    assertThat(gain.estimate().error()).isZero();
    assertThat(gain.isSure()).isFalse();
  }

  /**
   * A peak halfway between two times. The finer grid misses it by a twelfth of a step, 3e-4 of a
   * per cent; the usual one alone by half a step, 3e-3.
   */
  @Test
  void aPeakBetweenTimesIsFound() {
    double height = 100 * 0.255 * 0.255;
    for (int alike : new int[] {1, 0}) {
      ChainStudy study =
          new ChainStudy(
              MadeUpLaboratory.of(
                  (run, merit, index, t) ->
                      1 + (alike == 1 || index % 2 == 0 ? 1 : 0.8) * t * (0.51 - t)));
      Gain gain = study.gain(study.curves(CHAIN, COHERENT));
      double expected = alike == 1 ? height : 0.9 * height;
      assertThat(gain.naive()).isCloseTo(expected, within(5e-4));
      assertThat(gain.corrected()).isCloseTo(expected, within(5e-4)); // one time for all
      assertThat(gain.low()).isLessThanOrEqualTo(expected + 5e-4);
      assertThat(gain.high()).isGreaterThanOrEqualTo(expected - 5e-4);
      assertThat(gain.isSure()).isTrue();
      if (alike == 0) {
        // peaks of 6.5 and 5.2: four of each have a standard error of 0.23 per cent
        assertThat(gain.standardError()).isCloseTo(0.23, within(0.06));
      }
    }
  }

  @Test
  void withoutDisorderThereIsOneRealisationAndNoError() {
    ChainStudy study =
        new ChainStudy(MadeUpLaboratory.of((run, merit, index, t) -> 1 + t * (0.51 - t)));
    Curves curves = study.curves(new DisorderedChain(2, 5, 10, 0), COHERENT);
    assertThat(curves.certain()).isTrue();
    assertThat(study.words(curves)).isEqualTo("one realisation, all are alike");
    Gain gain = study.gain(curves);
    assertThat(gain.low()).isEqualTo(gain.high()).isCloseTo(100 * 0.255 * 0.255, within(5e-4));
    assertThat(curves.errors(Merit.ERGOTROPY)).containsOnly(0);
    assertThat(curves.at(Merit.ERGOTROPY, 3).error()).isZero(); // made-up rows have no steps
  }

  @Test
  void aRiseIsFromTheLowestValueBefore() {
    Rise rise = rise((run, merit, index, t) -> through(t, 0, 1, 0.3, 0.6, 0.6, 0.8, 1, 0.1));
    assertThat(rise.from()).isEqualTo(0.3);
    assertThat(rise.to()).isEqualTo(0.6);
    assertThat(rise.height().value()).isCloseTo(0.2, within(1e-12)); // rounding
    assertThat(rise.height().error()).isCloseTo(0, within(1e-12));
    // a deeper valley after the highest rise does not count with the peak before it
    Rise early = rise((run, merit, index, t) -> through(t, 0, 0.5, 0.2, 0.9, 0.5, 0.1, 1, 0.3));
    assertThat(early.from()).isZero();
    assertThat(early.to()).isEqualTo(0.2);
  }

  /** Realisations at different heights that rise alike: the rise is as certain as one row. */
  @Test
  void theErrorOfARiseIsThatOfTheDifference() {
    MadeUpLaboratory.Values alike = (run, merit, index, t) -> through(t, 0, index, 0.5, index + 1);
    assertThat(rise(alike).height().error()).isCloseTo(0, within(1e-12));
    Rise scattered =
        rise((run, merit, index, t) -> through(t, 0, 1, 0.5, index % 2 == 0 ? 1.4 : 1.2));
    // +-0.1 in eight: twice 0.1 sqrt(8/7) / sqrt(8)
    assertThat(scattered.height().error()).isCloseTo(2 * 0.1 / Math.sqrt(7), within(1e-9));
  }

  @Test
  void whatOnlyFallsHasNoRise() {
    Rise none = rise((run, merit, index, t) -> Math.exp(-t));
    assertThat(none.height().value()).isZero();
    assertThat(none.height().error()).isZero();
  }

  private static Rise rise(MadeUpLaboratory.Values values) {
    ChainStudy study = new ChainStudy(MadeUpLaboratory.of(values));
    return Rise.of(study.curves(CHAIN, COHERENT), Merit.ENERGY);
  }
}
