package qbattery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReservoirTest {

  /** Relative; a handful of roundings in exp and the division. */
  private static final double ROUNDING = 1e-14;

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 0.01", "2, 30", "1e-3, 7", "5, 0.5"})
  void bosonsObeyDetailedBalance(double frequency, double temperature) {
    Reservoir bosons = new Reservoir.Bosonic(frequency, temperature);
    double ratio = bosons.absorption() / bosons.emission();
    double boltzmann = StrictMath.exp(-frequency / temperature);
    assertThat(ratio).isCloseTo(boltzmann, within(ROUNDING * boltzmann));
    assertThat(bosons.emission() - bosons.absorption())
        .isCloseTo(1, within(ROUNDING * bosons.emission()));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0", "1, 0.05, 0.5", "1, 0.05, 1.5", "-2, 3, 1", "0, 1, 0"})
  void fermionsObeyDetailedBalance(double frequency, double temperature, double potential) {
    Reservoir fermions = new Reservoir.Fermionic(frequency, temperature, potential);
    double ratio = fermions.absorption() / fermions.emission();
    double boltzmann = StrictMath.exp(-(frequency - potential) / temperature);
    assertThat(ratio).isCloseTo(boltzmann, within(ROUNDING * boltzmann));
    assertThat(fermions.emission() + fermions.absorption()).isCloseTo(1, within(ROUNDING));
  }

  @Test
  void occupationsAtKnownTemperatures() {
    // exp(w/T) = 2: n = 1 for bosons and 1/3 for fermions.
    double temperature = 1 / StrictMath.log(2);
    assertThat(new Reservoir.Bosonic(1, temperature).absorption()).isCloseTo(1, within(ROUNDING));
    assertThat(new Reservoir.Fermionic(1, temperature, 0).absorption())
        .isCloseTo(1.0 / 3, within(ROUNDING));
  }

  @Test
  void atZeroTemperatureBosonsOnlyTake() {
    Reservoir bosons = new Reservoir.Bosonic(1, 0);
    assertThat(bosons.emission()).isEqualTo(1);
    assertThat(bosons.absorption()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5, 0", "1, 1, 0.5", "1, 2, 1"})
  void atZeroTemperatureFermionsFillUpToTheirPotential(
      double frequency, double potential, double occupation) {
    Reservoir fermions = new Reservoir.Fermionic(frequency, 0, potential);
    assertThat(fermions.absorption()).isEqualTo(occupation);
    assertThat(fermions.emission()).isEqualTo(1 - occupation);
  }

  @Test
  void theLimitOfLowTemperatureIsReachedWithoutOverflow() {
    assertThat(new Reservoir.Bosonic(1, 1e-320))
        .satisfies(r -> assertThat(r.absorption()).isZero());
    assertThat(new Reservoir.Fermionic(1, 1e-320, 0).emission()).isEqualTo(1);
    assertThat(new Reservoir.Fermionic(0, 1e-320, 1).emission()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void aTemperatureThatIsNoneIsRefused(double temperature) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reservoir.Bosonic(1, temperature))
        .withMessageContaining("temperature of a reservoir is " + temperature);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reservoir.Fermionic(1, temperature, 0))
        .withMessageContaining("temperature of a reservoir is " + temperature);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void bosonsNeedAPositiveFrequency(double frequency) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reservoir.Bosonic(frequency, 1))
        .withMessageContaining("not " + frequency);
  }

  @Test
  void fermionsNeedFiniteEnergies() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reservoir.Fermionic(Double.NaN, 1, 0))
        .withMessageContaining("not NaN and 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reservoir.Fermionic(1, 1, Double.NEGATIVE_INFINITY))
        .withMessageContaining("-Infinity");
  }

  /** Where n or 1 - n is far below the rounding of 1, it still has all its digits. */
  @ParameterizedTest
  @ValueSource(doubles = {40, 300, 699, 701, 708})
  void detailedBalanceHoldsAtExtremeRatios(double ratio) {
    double boltzmann = StrictMath.exp(-ratio);
    Reservoir empty = new Reservoir.Fermionic(ratio, 1, 0);
    Reservoir full = new Reservoir.Fermionic(0, 1, ratio);
    Reservoir bosons = new Reservoir.Bosonic(ratio, 1);
    assertThat(empty.absorption() / empty.emission())
        .isCloseTo(boltzmann, within(ROUNDING * boltzmann));
    assertThat(full.emission() / full.absorption())
        .isCloseTo(boltzmann, within(ROUNDING * boltzmann));
    assertThat(bosons.absorption() / bosons.emission())
        .isCloseTo(boltzmann, within(ROUNDING * boltzmann));
  }

  @Test
  void theSmallestOccupationsDoNotVanishBeforeTheNumbersDo() {
    // exp(740) overflows; exp(-740) is a number still, with two digits.
    assertThat(new Reservoir.Bosonic(740, 1).absorption()).isEqualTo(StrictMath.exp(-740));
    assertThat(new Reservoir.Fermionic(740, 1, 0).absorption()).isEqualTo(StrictMath.exp(-740));
  }

  @Test
  void aReservoirCanBeAskedElsewhere() {
    assertThat(new Reservoir.Fermionic(1, 0.5, 0.2).at(3))
        .isEqualTo(new Reservoir.Fermionic(3, 0.5, 0.2));
    assertThat(new Reservoir.Bosonic(1, 0.5).at(3)).isEqualTo(new Reservoir.Bosonic(3, 0.5));
    assertThat(new Reservoir.Bosonic(1, 0.5).chemicalPotential()).isZero();
  }

  @Test
  void anOccupationThatIsNoNumberIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reservoir.Bosonic(1e-200, 1e200))
        .withMessageContaining("no finite occupation");
  }
}
