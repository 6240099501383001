package qbattery.dynamics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.quantum.Operator;

/**
 * Where the stored energy goes: the two parts of dU/dt, as operators whose expectation values they
 * are; arjmandi2022, Eq. 8.
 *
 * <p>They come from the generator, not from differences of samples. hbar = 1.
 */
public final class EnergyFlow {

  private EnergyFlow() {}

  /**
   * The part that the interaction brings: {@code tr(-i [H, rho] H0) = tr(rho i [Hint, H0])}. The
   * paper writes {@code -i tr(rho [H0, Hint])}, the same.
   *
   * @param battery the battery
   * @return {@code i [Hint, H0]}
   */
  public static Operator fromInteraction(Battery battery) {
    List<Operator.Term> terms = new ArrayList<>();
    for (Operator.Term b : battery.interaction().terms()) {
      for (Operator.Term a : battery.storage().terms()) {
        if (overlap(a, b)) { // else they commute
          Operator left = term(battery, b);
          Operator right = term(battery, a);
          terms.addAll(left.times(right).times(Complex.I).terms());
          terms.addAll(right.times(left).times(Complex.I.times(Complex.real(-1))).terms());
        }
      }
    }
    return new Operator(battery.space(), terms);
  }

  /**
   * The part that the surroundings bring: {@code tr(D[rho] H0)}.
   *
   * @param battery the battery
   * @return {@code sum_ij gamma_ij (A_j^+ H0 A_i - 1/2 {A_j^+ A_i, H0})} over all channels
   */
  public static Operator fromChannels(Battery battery) {
    List<Operator.Term> terms = new ArrayList<>();
    for (Channel channel : battery.channels()) {
      ComplexMatrix rates = channel.rates();
      for (int i = 0; i < rates.rows(); i++) {
        for (int j = 0; j < rates.rows(); j++) {
          Complex rate = rates.get(i, j);
          if (!rate.equals(Complex.ZERO)) {
            addPair(battery, channel.jumps().get(i), channel.jumps().get(j), rate, terms);
          }
        }
      }
    }
    return new Operator(battery.space(), terms);
  }

  private static void addPair(
      Battery battery, Operator first, Operator second, Complex rate, List<Operator.Term> into) {
    Operator right = second.adjoint();
    Complex half = rate.times(Complex.real(-0.5));
    for (Operator.Term h : battery.storage().terms()) {
      if (first.terms().stream().noneMatch(a -> overlap(a, h))
          && second.terms().stream().noneMatch(a -> overlap(a, h))) {
        continue; // h commutes with both, and the three products cancel
      }
      Operator storage = term(battery, h);
      into.addAll(right.times(storage).times(first).times(rate).terms());
      into.addAll(right.times(first).times(storage).times(half).terms());
      into.addAll(storage.times(right).times(first).times(half).terms());
    }
  }

  private static Operator term(Battery battery, Operator.Term term) {
    return new Operator(battery.space(), List.of(term));
  }

  private static boolean overlap(Operator.Term a, Operator.Term b) {
    return !Collections.disjoint(a.factors().keySet(), b.factors().keySet());
  }
}
