package qbattery.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static qbattery.testing.Matrices.projector;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import qbattery.quantum.DiagonalState;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Multiplet;
import qbattery.quantum.Space;
import qbattery.quantum.Spectrum;
import qbattery.quantum.State;

class SymmetricErgotropyTest {

  /** Sums of some hundred products of numbers of order one. */
  private static final double ROUNDING = 1e-13;

  @Test
  void allUnitariesReachLevelsThatCollectiveOnesDoNot() {
    // Two spins with 0, 1, 2 excitations at 1/4, 1/4, 1/2; the levels of all states are 0, 1, 1, 2.
    EnsembleState state = EnsembleState.symmetric(2, DiagonalState.ofLevels(0.5, 0.25, 0.25));
    assertThat(state.meanExcitations()).isCloseTo(1.25, within(ROUNDING));
    assertThat(SymmetricErgotropy.of(state, 2)).isCloseTo(2 * (1.25 - 0.75), within(ROUNDING));
    assertThat(Ergotropy.of(state, 2)).isCloseTo(2 * (1.25 - 0.5), within(ROUNDING));
  }

  @Test
  void oneSpinHasOneReading() {
    EnsembleState state = EnsembleState.symmetric(1, DiagonalState.ofLevels(0.8, 0.2));
    assertThat(SymmetricErgotropy.of(state, 1)).isCloseTo(0.6, within(ROUNDING));
    assertThat(Ergotropy.of(state, 1)).isCloseTo(0.6, within(ROUNDING));
  }

  @Test
  void coherenceCountsInBoth() {
    EnsembleState plus =
        EnsembleState.symmetric(1, State.of(new Space(List.of(2)), projector(1, 1)));
    assertThat(SymmetricErgotropy.of(plus, 1)).isCloseTo(0.5, within(ROUNDING));
    assertThat(Ergotropy.of(plus, 1)).isCloseTo(0.5, within(ROUNDING));
  }

  /** Any mixture over multiplets, against the spectrum of all states with its multiplicities. */
  @Test
  void theMultipletsFillTheLevelsAsTheirSpectrumDoes() {
    int n = 6;
    List<EnsembleState.Part> parts = new ArrayList<>();
    List<Spectrum.Level> populations = new ArrayList<>();
    double[] weights = {0.3, 0.2, 0.45, 0.05};
    double energy = 0;
    for (int k = 0; k < 4; k++) {
      Multiplet multiplet = Multiplet.ofSpins(n).get(k);
      int levels = multiplet.levels();
      double[] p = new double[levels];
      for (int i = 0; i < levels; i++) {
        p[i] = (1 + (i * 2 + k) % levels) / (levels * (levels + 1) / 2.0);
        populations.add(
            new Spectrum.Level(
                weights[k] * p[i] / multiplet.multiplicity().doubleValue(),
                multiplet.multiplicity()));
        energy += weights[k] * p[i] * (n - k - i);
      }
      parts.add(new EnsembleState.Part(multiplet, weights[k], DiagonalState.ofLevels(p)));
    }
    List<Spectrum.Level> storage = new ArrayList<>();
    long[] binomials = {1, 6, 15, 20, 15, 6, 1};
    for (int k = 0; k <= n; k++) {
      storage.add(new Spectrum.Level(k, binomials[k]));
    }
    double passive = Ergotropy.passiveEnergy(new Spectrum(populations), new Spectrum(storage));
    EnsembleState state = new EnsembleState(n, parts);
    assertThat(state.meanExcitations()).isCloseTo(energy, within(ROUNDING));
    assertThat(Ergotropy.of(state, 1)).isCloseTo(energy - passive, within(ROUNDING));
    assertThat(energy - passive).isGreaterThan(0.1);
  }

  @Test
  void aFullBatteryGivesAllHoweverLarge() {
    double[] top = new double[2001];
    top[0] = 1;
    EnsembleState full = EnsembleState.symmetric(2000, DiagonalState.ofLevels(top));
    assertThat(SymmetricErgotropy.of(full, 1)).isEqualTo(2000);
    assertThat(Ergotropy.of(full, 1)).isEqualTo(2000);
  }

  @Test
  void whatIsNoStateOfTheEnsembleIsRefused() {
    State pair = DiagonalState.ofLevels(0.5, 0.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EnsembleState.symmetric(2, pair))
        .withMessageContaining("2j = 2 has 3 levels; the first site of its state has 2");
    Multiplet doublet = Multiplet.ofSpins(3).get(1);
    EnsembleState.Part half = new EnsembleState.Part(doublet, 0.5, pair);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EnsembleState(3, List.of(half)))
        .withMessageContaining("sum to 0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EnsembleState(3, List.of(half, half)))
        .withMessageContaining("in two parts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EnsembleState(5, List.of(half, half)))
        .withMessageContaining("5 spins have no multiplet of 2j = 1 that occurs 2 times");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EnsembleState.Part(new Multiplet(1, BigInteger.ONE), -0.1, pair))
        .withMessageContaining("must lie between 0 and 1");
  }
}
