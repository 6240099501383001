package qbattery.dynamics;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import qbattery.quantum.DiagonalState;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Multiplet;

/** An instantaneous operation on an ensemble between two stages of a protocol. */
public sealed interface StateMap extends UnaryOperator<EnsembleState> {

  /** Leaves the state as it is. */
  record Keep() implements StateMap {
    @Override
    public EnsembleState apply(EnsembleState state) {
      return state;
    }
  }

  /** Takes away what stands beside the ensemble, such as the charger; quach2020, Sec. IV. */
  record Separate() implements StateMap {
    @Override
    public EnsembleState apply(EnsembleState state) {
      return state.alone();
    }
  }

  /**
   * Dephases all spins together, as a common field of random strength does: coherence between
   * different numbers of excitations is lost. What J^z of the whole does not see stays, and so do
   * the multiplets.
   *
   * <p>A battery that was charged from a start without coherence has none of it: nothing happens.
   */
  record DephaseTogether() implements StateMap {
    /**
     * Applies it.
     *
     * @throws IllegalArgumentException if something stands beside the ensemble
     */
    @Override
    public EnsembleState apply(EnsembleState state) {
      requireAlone(state);
      return new EnsembleState(
          state.spins(),
          state.parts().stream()
              .map(
                  part ->
                      new EnsembleState.Part(
                          part.multiplet(),
                          part.weight(),
                          DiagonalState.ofMultiplet(state.spins(), part.populations())))
              .toList());
    }
  }

  /**
   * Dephases each spin by itself: only the populations of the 2^N product states stay. As spins are
   * alike, each of the C(N, k) states with k excitations has p(k)/C(N, k), which is a mixture over
   * all multiplets: the symmetric one is left.
   */
  record DephaseEachSpin() implements StateMap {
    /**
     * Applies it.
     *
     * @throws IllegalArgumentException if something stands beside the ensemble
     */
    @Override
    public EnsembleState apply(EnsembleState state) {
      requireAlone(state);
      double[] p = state.excitations();
      List<Multiplet> multiplets = Multiplet.ofSpins(state.spins());
      double[] logStates = logBinomials(state.spins());
      List<EnsembleState.Part> parts = new ArrayList<>();
      for (Multiplet multiplet : multiplets) {
        double[] levels = new double[multiplet.levels()];
        int most = (state.spins() + multiplet.twiceJ()) / 2;
        double weight = 0;
        for (int i = 0; i < levels.length; i++) {
          double share = StrictMath.exp(multiplet.logMultiplicity() - logStates[most - i]);
          levels[i] = StrictMath.max(0, p[most - i]) * share; // rounding may leave -1e-17
          weight += levels[i];
        }
        if (weight > 0) {
          for (int i = 0; i < levels.length; i++) {
            levels[i] /= weight;
          }
          parts.add(
              new EnsembleState.Part(
                  multiplet, weight, DiagonalState.ofMultiplet(state.spins(), levels)));
        }
      }
      return new EnsembleState(state.spins(), parts);
    }

    /**
     * ln C(N, k), which is a sum of multiplicities: C(N, k) = sum of those with N/2 - j up to k.
     */
    private static double[] logBinomials(int spins) {
      double[] logs = new double[spins + 1];
      BigInteger sum = BigInteger.ZERO;
      for (Multiplet multiplet : Multiplet.ofSpins(spins)) {
        sum = sum.add(multiplet.multiplicity());
        int k = (spins - multiplet.twiceJ()) / 2;
        logs[k] = new Multiplet(multiplet.twiceJ(), sum).logMultiplicity();
        logs[spins - k] = logs[k];
      }
      return logs;
    }
  }

  private static void requireAlone(EnsembleState state) {
    if (state.parts().stream().anyMatch(part -> part.state().space().sites() > 1)) {
      throw new IllegalArgumentException(
          "An ensemble is dephased when it stands alone; take away what is beside it first, which makes no difference as the two commute.");
    }
  }
}
