package qbattery.dynamics;

import java.util.ArrayList;
import java.util.List;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.SparseMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Drive;
import qbattery.quantum.Operator;

/**
 * The generator of a battery's master equation in the form of Gorini, Kossakowski, Sudarshan and
 * Lindblad,
 *
 * <pre>L[rho] = -i [H, rho] + sum_ij gamma_ij (A_i rho A_j^+ - 1/2 {A_j^+ A_i, rho}),</pre>
 *
 * <p>written out on plain matrices: the reference that every faster form is held to. santos2021,
 * Eqs. 2-5; hbar = 1.
 */
public final class Lindbladian {

  private record Sandwich(Complex rate, ComplexMatrix left, ComplexMatrix right) {}

  private final int dimension;
  private final ComplexMatrix drift;
  private final List<Sandwich> jumps;

  private Lindbladian(int dimension, ComplexMatrix drift, List<Sandwich> jumps) {
    this.dimension = dimension;
    this.drift = drift;
    this.jumps = jumps;
  }

  /**
   * The generator of a battery.
   *
   * @param battery the battery
   * @return its Lindbladian
   * @throws IllegalArgumentException if it is driven, so that there is one a time
   */
  public static Lindbladian of(Battery battery) {
    if (!battery.drives().isEmpty()) {
      throw new IllegalArgumentException(
          "The generator of '%s' depends on time, as it is driven by '%s'; ask for that at a time."
              .formatted(battery.name(), battery.drives().get(0).name()));
    }
    return of(battery, battery.storage().plus(battery.interaction()));
  }

  /**
   * The generator of a battery at a time.
   *
   * @param battery the battery, driven or not
   * @param t the time; where a drive jumps, the generator is that from the right
   * @return its Lindbladian at that time
   */
  public static Lindbladian at(Battery battery, double t) {
    Operator hamiltonian = battery.storage().plus(battery.interaction());
    for (Drive drive : battery.drives()) {
      hamiltonian = hamiltonian.plus(drive.operator().times(drive.envelope().at(t)));
    }
    return of(battery, hamiltonian);
  }

  private static Lindbladian of(Battery battery, Operator hamiltonian) {
    ComplexMatrix drift = hamiltonian.matrix().times(new Complex(0, -1));
    List<Sandwich> jumps = new ArrayList<>();
    for (Channel channel : battery.channels()) {
      List<ComplexMatrix> operators = channel.jumps().stream().map(Operator::matrix).toList();
      for (int i = 0; i < operators.size(); i++) {
        for (int j = 0; j < operators.size(); j++) {
          Complex rate = channel.rates().get(i, j);
          if (!rate.equals(Complex.ZERO)) {
            ComplexMatrix left = operators.get(i);
            ComplexMatrix right = operators.get(j).adjoint();
            jumps.add(new Sandwich(rate, left, right));
            drift = drift.plus(right.times(left).times(rate.times(Complex.real(-0.5))));
          }
        }
      }
    }
    return new Lindbladian(battery.space().dimension(), drift, jumps);
  }

  /**
   * The rate of change of a density matrix.
   *
   * @param rho a matrix of the space's dimension
   * @return {@code L[rho]}
   */
  public ComplexMatrix apply(ComplexMatrix rho) {
    ComplexMatrix change = drift.times(rho).plus(rho.times(drift.adjoint()));
    for (Sandwich jump : jumps) {
      change = change.plus(jump.left.times(rho).times(jump.right).times(jump.rate));
    }
    return change;
  }

  /**
   * The generator as a matrix that acts on density matrices written row by row.
   *
   * @return a sparse d^2 x d^2 matrix; element (i, j) of rho is component {@code i * d + j}
   */
  public SparseMatrix superoperator() {
    int d = dimension;
    SparseMatrix.Builder builder = new SparseMatrix.Builder(d * d, d * d);
    ComplexMatrix one = ComplexMatrix.identity(d);
    addSandwich(builder, Complex.ONE, drift, one);
    addSandwich(builder, Complex.ONE, one, drift.adjoint());
    for (Sandwich jump : jumps) {
      addSandwich(builder, jump.rate, jump.left, jump.right);
    }
    return builder.build();
  }

  /** Adds {@code rate * left rho right}, whose element is left_ik rho_kl right_lj. */
  private static void addSandwich(
      SparseMatrix.Builder builder, Complex rate, ComplexMatrix left, ComplexMatrix right) {
    int d = left.rows();
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < d; k++) {
        Complex a = left.get(i, k).times(rate);
        if (a.re() == 0 && a.im() == 0) {
          continue;
        }
        for (int l = 0; l < d; l++) {
          for (int j = 0; j < d; j++) {
            Complex b = right.get(l, j);
            if (b.re() != 0 || b.im() != 0) {
              builder.add(i * d + j, k * d + l, a.times(b));
            }
          }
        }
      }
    }
  }
}
