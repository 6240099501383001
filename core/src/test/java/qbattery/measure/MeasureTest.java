package qbattery.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/** A measure is found by its word, and its value is that of its function or a refusal. */
class MeasureTest {

  private static final Space CELL = Space.cells(1);
  private static final Observable H0 =
      Observable.of(Operator.on(CELL, 0, LocalOperator.EXCITED).times(2));
  private static final State MIXED = State.of(CELL, ComplexMatrix.diagonal(0.75, 0.25));

  /** Sums of a few numbers of size 1. */
  private static final double ROUNDING = 1e-14;

  @Test
  void everyMeasureIsFoundByItsWordAndSaysWhatItIs() {
    assertThat(Measure.all()).extracting(Measure::word).doesNotHaveDuplicates();
    for (Measure measure : Measure.all()) {
      assertThat(Measure.find(measure.word())).contains(measure);
      assertThat(List.of(measure.unit(), measure.formula(), measure.range()))
          .noneMatch(String::isBlank);
      assertThat(measure.meaning()).endsWith(".");
    }
    assertThat(Measure.find("warmth")).isEmpty();
  }

  /** |e> with probability 3/4, H0 = 2 |e><e|. */
  @Test
  void valuesOfAMixture() {
    assertThat(Measure.ENERGY.of(MIXED, H0)).isCloseTo(1.5, within(ROUNDING));
    assertThat(Measure.ERGOTROPY.of(MIXED, H0)).isCloseTo(1, within(ROUNDING));
    assertThat(Measure.PASSIVE_ENERGY.of(MIXED, H0)).isCloseTo(0.5, within(ROUNDING));
    assertThat(Measure.EFFICIENCY.of(MIXED, H0)).isCloseTo(2.0 / 3, within(ROUNDING));
    assertThat(Measure.PURITY.of(MIXED)).isCloseTo(0.625, within(ROUNDING));
    assertThat(Measure.PURITY.of(MIXED, H0)).isEqualTo(Measure.PURITY.of(MIXED));
    assertThat(Measure.POPULATION.with(1).of(MIXED)).isCloseTo(0.75, within(ROUNDING));
    assertThat(Measure.POPULATION.with(2).of(MIXED)).isZero();
    assertThat(Measure.OPEN_WORK.with(0.5).of(MIXED, H0))
        .isCloseTo(1.5 - 2 / (Math.exp(4) + 1), within(ROUNDING));
    Measure own = Measure.ofState("|e>", "1", "Population of |e>.", s -> s.element(0, 0).re());
    assertThat(own.of(MIXED)).isEqualTo(0.75);
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Measure.ERGOTROPY.of(MIXED))
        .withMessageContaining("'ergotropy' needs the storage Hamiltonian too");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Measure.POWER.of(MIXED, H0))
        .withMessageContaining("measure it while a battery evolves");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Measure.FREE_ENERGY.of(MIXED, H0))
        .withMessageContaining("'free energy' needs a temperature");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Measure.PURITY.with(1))
        .withMessageContaining("needs no number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Measure.FREE_ENERGY.with(-1))
        .withMessageContaining("0 or larger");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Measure.POPULATION.with(0.5))
        .withMessageContaining("whole number");
  }
}
