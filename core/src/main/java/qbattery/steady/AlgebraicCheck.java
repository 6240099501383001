package qbattery.steady;

import java.util.ArrayList;
import java.util.List;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.model.Battery;
import qbattery.quantum.Operator;

/**
 * Decides from commutators, without comparing small numbers, whether a mode that seems not to decay
 * is exactly undamped.
 *
 * <p>Let R be a subspace that neither a jump nor the drift K = -i H - 1/2 sum L^+ L leads out of.
 * If X on R commutes with all L_m and L_m^+ there and {@code [H, X] = -omega X}, then X is an
 * eigenoperator of the adjoint generator restricted to R, so the generator has the eigenvalue i
 * omega. With R the support of the largest steady state the converse holds too (Frigerio, Commun.
 * Math. Phys. 63, 269 (1978)), so nothing that lasts is lost.
 *
 * <p>Every jump is normalised whatever its rate, and parts of an operator that are weak beside the
 * others are looked at by themselves ({@link Scales}): what a computation of rates could not see
 * counts here like everything else.
 */
final class AlgebraicCheck {

  /** Largest departure that can be rounding: parts weaker than 1e-6 are looked at apart. */
  private static final double WORST = 1e-10;

  /** Roundings in computed vectors, for each dimension and before their condition. */
  private static final double ROUNDINGS = 20;

  /** Probabilities in the steady state of the fully mixed start above this are in its support. */
  private static final double SUPPORT = 1e-9;

  private final ComplexMatrix basis;
  private final int rank;
  private final double tolerance;
  private double defect;

  private AlgebraicCheck(ComplexMatrix basis, double tolerance) {
    this.basis = basis;
    this.tolerance = tolerance;
    rank = basis.columns();
  }

  /**
   * Checks all that seems to last.
   *
   * @param condition norm of the generator over its smallest singular value that is not zero, which
   *     the errors of computed vectors grow with
   * @return the largest departure
   * @throws UnresolvedException if one is larger than rounding
   */
  static double of(
      Battery battery,
      Jump.All jumps,
      AsymptoticModes modes,
      ComplexMatrix mean,
      double condition) {
    jumps
        .faint()
        .ifPresent(
            why -> {
              throw new UnresolvedException(why);
            });
    AlgebraicCheck onSupport = onSupport(mean, condition);
    try {
      onSupport.check(battery, jumps.jumps(), modes);
      return onSupport.defect;
    } catch (UnresolvedException leadsOut) {
      // of a cold but not empty support the rarest states were taken for outside
      AlgebraicCheck onAll = onAll(mean.rows(), condition);
      if (onSupport.rank == onAll.rank) {
        throw leadsOut;
      }
      try {
        onAll.check(battery, jumps.jumps(), modes);
        return onAll.defect;
      } catch (UnresolvedException neither) {
        throw leadsOut;
      }
    }
  }

  private void check(Battery battery, List<Jump> jumps, AsymptoticModes modes) {
    Operator hamiltonian = Hamiltonian.of(battery);
    List<List<ComplexMatrix>> parts = new ArrayList<>();
    List<Scales.Piece> drift = new ArrayList<>(Scales.pieces(hamiltonian));
    for (Jump jump : jumps) {
      List<ComplexMatrix> scaled = matrices(jump);
      scaled.forEach(this::requireEnclosed);
      parts.add(scaled.stream().map(this::restricted).toList());
      drift.addAll(losses(jump));
    }
    // K = -i (H - i/2 sum L^+ L), so its parts are those of H - i/2 sum L^+ L
    Scales.matrices(drift).forEach(k -> requireEnclosed(k.matrix()));
    List<Scales.Scaled> energies =
        Scales.matrices(Scales.pieces(hamiltonian)).stream()
            .map(h -> new Scales.Scaled(h.size(), restricted(h.matrix())))
            .toList();
    OneFrequency group = new OneFrequency(energies, modes.same());
    for (AsymptoticMode mode : modes.modes()) {
      requireInside(mode.right());
      ComplexMatrix x = restricted(mode.left());
      x = x.times(1 / x.maxAbs());
      group.add(mode.omega(), x);
      for (List<ComplexMatrix> jump : parts) {
        for (ComplexMatrix part : jump) {
          require(commutator(part, x));
          require(commutator(part.adjoint(), x));
        }
      }
      requireTurning(energies, x, mode.omega(), modes.same());
    }
    group.close();
  }

  /** What a jump adds to {@code H - i/2 sum L^+ L}, cut like the jump itself. */
  private static List<Scales.Piece> losses(Jump jump) {
    Operator loss =
        jump.operator().adjoint().times(jump.operator()).times(new Complex(0, -jump.rate() / 2));
    return jump.given()
        ? Scales.pieces(loss)
        : List.of(new Scales.Piece(loss.sparse().maxAbs(), loss));
  }

  /** The parts of a jump, each of largest element one; a diagonalised one is known as a whole. */
  static List<ComplexMatrix> matrices(Jump jump) {
    if (jump.given()) {
      return Scales.matrices(Scales.pieces(jump.operator())).stream()
          .map(Scales.Scaled::matrix)
          .toList();
    }
    ComplexMatrix whole = jump.operator().matrix();
    return List.of(whole.times(1 / whole.maxAbs()));
  }

  /** The support is known the better, the larger the smallest probability in it is. */
  private static AlgebraicCheck onSupport(ComplexMatrix mean, double condition) {
    HermitianEigen eigen =
        HermitianEigen.of(mean.plus(mean.adjoint()).times(0.5)); // Hermitian but for rounding
    int d = mean.rows();
    int first = 0;
    while (first < d && eigen.values()[first] < SUPPORT) {
      first++;
    }
    int from = first;
    return from == 0
        ? onAll(d, condition)
        : new AlgebraicCheck(
            ComplexMatrix.generate(d, d - from, (i, k) -> eigen.vectors().get(i, from + k)),
            tolerance(d, condition / eigen.values()[from]));
  }

  private static AlgebraicCheck onAll(int d, double condition) {
    return new AlgebraicCheck(ComplexMatrix.identity(d), tolerance(d, condition));
  }

  private static double tolerance(int d, double condition) {
    return StrictMath.min(WORST, ROUNDINGS * d * StrictMath.ulp(1.0) * condition);
  }

  private ComplexMatrix restricted(ComplexMatrix a) {
    return basis.adjoint().times(a).times(basis);
  }

  private void requireEnclosed(ComplexMatrix a) {
    if (rank < basis.rows()) {
      require(a.times(basis).minus(basis.times(restricted(a))));
    }
  }

  private void requireInside(ComplexMatrix right) {
    if (rank < basis.rows()) {
      ComplexMatrix inside = basis.times(restricted(right)).times(basis.adjoint());
      require(right.minus(inside).times(1 / right.maxAbs()));
    }
  }

  /** {@code [H, X] = -omega X}, for each part of H with a frequency of its own. */
  private void requireTurning(
      List<Scales.Scaled> energies, ComplexMatrix x, double omega, double same) {
    double sum = 0;
    boolean turns = false;
    for (Scales.Scaled energy : energies) {
      ComplexMatrix turned = commutator(energy.matrix(), x);
      double frequency =
          -x.adjoint().traceOfProduct(turned).re() / x.adjoint().traceOfProduct(x).re();
      require(turned.plus(x.times(frequency)));
      turns |= StrictMath.abs(frequency) > tolerance;
      sum += energy.size() * frequency;
    }
    if ((omega == 0 && turns) || StrictMath.abs(sum - omega) > same) {
      throw new UnresolvedException(
          "What seems to turn at the frequency %.6g turns at %.6g; the difference is too small to resolve beside the largest energies and rates."
              .formatted(StrictMath.abs(omega), StrictMath.abs(sum)));
    }
  }

  private static ComplexMatrix commutator(ComplexMatrix a, ComplexMatrix b) {
    return a.times(b).minus(b.times(a));
  }

  private void require(ComplexMatrix zero) {
    double departure = zero.maxAbs();
    if (!(departure <= tolerance)) {
      throw new UnresolvedException(
          "Something seems to be conserved, but is not exactly so: an operator of the battery changes it (relative departure %.1e). Rates too slow to be resolved beside the largest may connect what looks separate."
              .formatted(departure));
    }
    defect = StrictMath.max(defect, departure);
  }
}
