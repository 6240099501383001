package qbattery.dynamics.currents;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Channel;
import qbattery.quantum.Operator;

/**
 * The rate of change of an observable, as an operator whose expectation value is the rate: the
 * generator of the master equation in the Heisenberg picture, part by part. hbar = 1.
 *
 * <pre>d tr(rho Q)/dt = tr(rho i [H, Q]) + sum of channels tr(rho D^+(Q))</pre>
 */
public final class HeisenbergRate {

  private HeisenbergRate() {}

  /**
   * The part that a Hamiltonian brings.
   *
   * @param hamiltonian H
   * @param observable Q, on the same space
   * @return {@code i [H, Q]}
   */
  public static Operator ofHamiltonian(Operator hamiltonian, Operator observable) {
    List<Operator.Term> terms = new ArrayList<>();
    for (Operator.Term b : hamiltonian.terms()) {
      for (Operator.Term a : observable.terms()) {
        if (overlap(a, b)) { // else they commute
          Operator left = term(hamiltonian, b);
          Operator right = term(observable, a);
          terms.addAll(left.times(right).times(Complex.I).terms());
          terms.addAll(right.times(left).times(Complex.I.times(Complex.real(-1))).terms());
        }
      }
    }
    return new Operator(observable.space(), terms);
  }

  /**
   * The part that channels bring: the adjoint of their dissipators,
   *
   * <pre>D^+(Q) = sum_ij gamma_ij (A_j^+ Q A_i - 1/2 {A_j^+ A_i, Q}).</pre>
   *
   * @param channels the channels, on the observable's space; none bring nothing
   * @param observable Q
   * @return the sum over all channels
   */
  public static Operator ofChannels(List<Channel> channels, Operator observable) {
    List<Operator.Term> terms = new ArrayList<>();
    for (Channel channel : channels) {
      ComplexMatrix rates = channel.rates();
      for (int i = 0; i < rates.rows(); i++) {
        for (int j = 0; j < rates.rows(); j++) {
          Complex rate = rates.get(i, j);
          if (!rate.equals(Complex.ZERO)) {
            addPair(observable, channel.jumps().get(i), channel.jumps().get(j), rate, terms);
          }
        }
      }
    }
    return new Operator(observable.space(), terms);
  }

  private static void addPair(
      Operator observable,
      Operator first,
      Operator second,
      Complex rate,
      List<Operator.Term> into) {
    Operator right = second.adjoint();
    Complex half = rate.times(Complex.real(-0.5));
    for (Operator.Term q : observable.terms()) {
      if (first.terms().stream().noneMatch(a -> overlap(a, q))
          && second.terms().stream().noneMatch(a -> overlap(a, q))) {
        continue; // q commutes with both, and the three products cancel
      }
      Operator middle = term(observable, q);
      into.addAll(right.times(middle).times(first).times(rate).terms());
      into.addAll(right.times(first).times(middle).times(half).terms());
      into.addAll(middle.times(right).times(first).times(half).terms());
    }
  }

  private static Operator term(Operator of, Operator.Term term) {
    return new Operator(of.space(), List.of(term));
  }

  private static boolean overlap(Operator.Term a, Operator.Term b) {
    return !Collections.disjoint(a.factors().keySet(), b.factors().keySet());
  }
}
