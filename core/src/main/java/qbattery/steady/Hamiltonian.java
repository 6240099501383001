package qbattery.steady;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qbattery.linalg.Complex;
import qbattery.model.Battery;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;

/** The Hamiltonian of a battery with equal products collected. */
final class Hamiltonian {

  /** What a sum of coefficients leaves over, relative to the summands, that is rounding. */
  private static final double ROUNDING = 4e-16;

  private Hamiltonian() {}

  /**
   * Storage and interaction together; what cancels, as in a rotating frame, is gone without a
   * trace.
   */
  static Operator of(Battery battery) {
    return merged(battery.storage().plus(battery.interaction()));
  }

  private static final class Sum {
    private Complex value = Complex.ZERO;
    private double moduli;

    private void add(Complex summand) {
      value = value.plus(summand);
      moduli += summand.abs();
    }

    private Complex clean(int summands) {
      double rounding = summands * ROUNDING * moduli;
      return new Complex(
          StrictMath.abs(value.re()) <= rounding ? 0 : value.re(),
          StrictMath.abs(value.im()) <= rounding ? 0 : value.im());
    }
  }

  private static Operator merged(Operator operator) {
    Map<Map<Integer, LocalOperator>, Sum> sums = new LinkedHashMap<>();
    for (Operator.Term term : operator.terms()) {
      sums.computeIfAbsent(term.factors(), f -> new Sum()).add(term.coefficient());
    }
    List<Operator.Term> terms = new ArrayList<>();
    sums.forEach(
        (factors, sum) -> {
          Complex coefficient = sum.clean(operator.terms().size());
          if (!coefficient.equals(Complex.ZERO)) {
            terms.add(new Operator.Term(coefficient, factors));
          }
        });
    return new Operator(operator.space(), terms);
  }
}
