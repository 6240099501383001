package qbattery.steady;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.quantum.AlikeCells;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;

/**
 * Whether the jumps that act on single sites generate every operator: then no subspace is closed
 * and nothing commutes with all jumps, so there is one steady state, of full rank, and nothing
 * oscillates for ever, whatever the Hamiltonian and the other jumps are (Evans, Commun. Math. Phys.
 * 54, 293 (1977); Frigerio, Commun. Math. Phys. 63, 269 (1978)).
 *
 * <p>Channels with a rate matrix of full rank count with each of their operators, since they span
 * the same space as the diagonal jumps.
 */
final class EvansCriterion {

  /** Smallest rate of a matrix of full rank, relative to its largest: far above rounding. */
  private static final double FULL_RANK = 1e-10;

  /** What is left of a product of unit norm when those before are taken out; far above rounding. */
  private static final double INDEPENDENT = 1e-8;

  /** All other singular values of a matrix of norm one, so that its null vector is certain. */
  private static final double ALONE = 1e-4;

  /** What a null vector may become under a matrix of norm one: some roundings. */
  private static final double VANISHES = 1e-13;

  private EvansCriterion() {}

  static boolean generatesAll(Battery battery, List<Jump> jumps) {
    List<Operator> operators = new ArrayList<>();
    jumps.forEach(jump -> operators.add(jump.operator()));
    for (Channel channel : battery.channels()) {
      for (List<Integer> block : Jump.blocks(channel.rates())) {
        if (block.size() > 1 && hasFullRank(channel, block)) {
          block.forEach(k -> operators.add(channel.jumps().get(k)));
        }
      }
    }
    for (int site = 0; site < battery.space().sites(); site++) {
      List<ComplexMatrix> local = new ArrayList<>();
      for (Operator operator : operators) {
        local(operator, site).ifPresent(local::add);
      }
      int levels = battery.space().localDimensions().get(site);
      Optional<AlikeCells> alike = battery.space().alikeCells(site);
      if (alike.isPresent()) {
        if (!generateAll(alike.get(), local)) {
          return false;
        }
      } else if (levels > 1 && !generateAll(local, levels)) {
        return false;
      }
    }
    return true;
  }

  /** Each cell has a jump down and one up of its own: they generate all that a cell has. */
  private static boolean generateAll(AlikeCells cells, List<ComplexMatrix> local) {
    return Stream.of(AlikeCells.OneCell.LOWER, AlikeCells.OneCell.RAISE)
        .map(one -> cells.each(one).get(1).matrix()) // to higher j: there is none without the rest
        .allMatch(
            up ->
                local.stream()
                    .anyMatch(a -> 1 - a.adjoint().traceOfProduct(up).abs() / norm(up) < VANISHES));
  }

  private static boolean hasFullRank(Channel channel, List<Integer> block) {
    int m = block.size();
    double[] rates =
        HermitianEigen.valuesOf(
            ComplexMatrix.generate(
                m, m, (i, j) -> channel.rates().get(block.get(i), block.get(j))));
    return rates[0] > FULL_RANK * rates[m - 1];
  }

  /** The operator's matrix on a site, of norm one, if it acts on that site alone. */
  private static Optional<ComplexMatrix> local(Operator operator, int site) {
    int levels = operator.space().localDimensions().get(site);
    ComplexMatrix sum = ComplexMatrix.identity(levels).times(0);
    for (Operator.Term term : operator.terms()) {
      LocalOperator factor = term.factors().get(site);
      if (factor == null || term.factors().size() != 1) {
        return Optional.empty();
      }
      sum = sum.plus(factor.matrix().times(term.coefficient()));
    }
    double norm = norm(sum);
    return norm > 0 ? Optional.of(sum.times(1 / norm)) : Optional.empty();
  }

  /**
   * Whether matrices generate all matrices, which they do if they have no invariant subspace in
   * common (Burnside). Where one of them takes a single vector to zero, that vector decides, with
   * the one that its adjoint takes to zero (Norton's criterion: Holt and Rees, J. Austral. Math.
   * Soc. A 57, 1 (1994), Sec. 2): both must reach everything. Else the algebra is counted, which
   * takes the sixth power of the levels.
   */
  private static boolean generateAll(List<ComplexMatrix> generators, int levels) {
    List<ComplexMatrix> adjoints = generators.stream().map(ComplexMatrix::adjoint).toList();
    for (int k = 0; k < generators.size(); k++) {
      Optional<ComplexMatrix> right = onlyNullVector(generators.get(k));
      Optional<ComplexMatrix> left = onlyNullVector(adjoints.get(k));
      if (right.isPresent() && left.isPresent()) {
        return span(right.get(), generators) == levels && span(left.get(), adjoints) == levels;
      }
    }
    return span(ComplexMatrix.identity(levels), generators) == levels * levels;
  }

  /** The vector that a matrix of norm one takes to zero; nothing unless there is one alone. */
  private static Optional<ComplexMatrix> onlyNullVector(ComplexMatrix a) {
    HermitianEigen eigen = HermitianEigen.of(a.adjoint().times(a));
    if (!(eigen.values()[1] > ALONE * ALONE)) {
      return Optional.empty();
    }
    ComplexMatrix vectors = eigen.vectors();
    ComplexMatrix first = ComplexMatrix.generate(vectors.rows(), 1, (i, j) -> vectors.get(i, 0));
    return norm(a.times(first)) < VANISHES ? Optional.of(first) : Optional.empty();
  }

  /** Dimension of what a matrix or vector becomes under products with matrices, itself included. */
  private static int span(ComplexMatrix first, List<ComplexMatrix> generators) {
    List<ComplexMatrix> basis = new ArrayList<>();
    basis.add(first.times(1 / norm(first)));
    for (int k = 0; k < basis.size(); k++) { // grows as it goes
      for (ComplexMatrix generator : generators) {
        ComplexMatrix rest = generator.times(basis.get(k));
        for (int pass = 0; pass < 2; pass++) {
          for (ComplexMatrix b : basis) {
            Complex overlap = b.adjoint().traceOfProduct(rest);
            rest = rest.minus(b.times(overlap));
          }
        }
        double norm = norm(rest);
        if (norm > INDEPENDENT) {
          basis.add(rest.times(1 / norm));
        }
      }
    }
    return basis.size();
  }

  private static double norm(ComplexMatrix a) {
    return UniqueState.norm(a.toInterleaved());
  }
}
