package qbattery.steady;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.quantum.AlikeCells;
import qbattery.quantum.AlikeCells.OneCell;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.SpinOperators;

/**
 * Which of the usual quantities Q a battery conserves: those that commute with every part of the
 * Hamiltonian and that no jump changes, {@code L^+ Q L = (L^+ L Q + Q L^+ L)/2} for each.
 */
final class NamedQuantities {

  /** Relative departure that is rounding: both sides are sums of at most some hundred products. */
  private static final double TOLERANCE = 1e-12;

  private static final String TOTAL_ENERGY = "total energy";

  private NamedQuantities() {}

  static List<String> conserved(Battery battery, List<Jump> jumps) {
    List<ComplexMatrix> energies =
        Scales.matrices(Scales.pieces(Hamiltonian.of(battery))).stream()
            .map(Scales.Scaled::matrix)
            .toList();
    List<List<ComplexMatrix>> operators = jumps.stream().map(AlgebraicCheck::matrices).toList();
    List<String> names = new ArrayList<>();
    candidates(battery)
        .forEach(
            (name, operator) -> {
              ComplexMatrix q = operator.matrix();
              if (isNotTrivial(q)
                  && (name.equals(TOTAL_ENERGY) || commutes(q, energies)) // H commutes with H
                  && operators.stream().allMatch(parts -> isKept(q, parts))) {
                names.add(name);
              }
            });
    return names;
  }

  private static boolean isNotTrivial(ComplexMatrix q) {
    ComplexMatrix mean = ComplexMatrix.identity(q.rows()).times(q.trace().re() / q.rows());
    return q.minus(mean).maxAbs() > TOLERANCE * q.maxAbs();
  }

  private static boolean commutes(ComplexMatrix q, List<ComplexMatrix> energies) {
    double small = TOLERANCE * q.maxAbs();
    return energies.stream().allMatch(h -> h.times(q).minus(q.times(h)).maxAbs() <= small);
  }

  /** Whether a jump leaves Q as it is; products of two of its parts are of one order each. */
  private static boolean isKept(ComplexMatrix q, List<ComplexMatrix> parts) {
    for (int i = 0; i < parts.size(); i++) {
      for (int j = 0; j <= i; j++) {
        ComplexMatrix change = change(q, parts.get(i), parts.get(j));
        if (change.plus(change.adjoint()).maxAbs() > TOLERANCE * q.maxAbs()) {
          return false;
        }
      }
    }
    return true;
  }

  /** {@code A^+ Q B - (A^+ B Q + Q A^+ B)/2}. */
  private static ComplexMatrix change(ComplexMatrix q, ComplexMatrix a, ComplexMatrix b) {
    ComplexMatrix loss = a.adjoint().times(b);
    return a.adjoint().times(q).times(b).minus(loss.times(q).plus(q.times(loss)).times(0.5));
  }

  private static Map<String, Operator> candidates(Battery battery) {
    Space space = battery.space();
    Map<String, Operator> candidates = new LinkedHashMap<>();
    Operator number = Operator.zero(space);
    Operator parity = Operator.on(space, 0, parity(space, 0));
    for (int site = 0; site < space.sites(); site++) {
      number = number.plus(Operator.on(space, site, number(space, site)));
      if (site > 0) {
        parity = parity.times(Operator.on(space, site, parity(space, site)));
      }
    }
    candidates.put("number of excitations", number);
    candidates.put("parity of excitations", parity);
    candidates.put("stored energy", battery.storage());
    candidates.put(TOTAL_ENERGY, battery.storage().plus(battery.interaction()));
    if (space.sites() > 1 || space.hasMultiplets()) {
      candidates.put("total spin", totalSpin(space));
    }
    for (int site = 0; site < space.sites(); site++) {
      if (space.alikeCells(site).isPresent()) {
        continue; // a level is no state of one cell
      }
      int levels = space.localDimensions().get(site);
      for (int level = 0; level < levels - 1; level++) {
        String name =
            levels == 2
                ? "population of cell " + (site + 1)
                : "population of level %d of site %d".formatted(levels - 1 - level, site + 1);
        candidates.put(name, Operator.on(space, site, projector(levels, level)));
      }
    }
    return candidates;
  }

  private static int twiceJ(Space space, int site) {
    return space.localDimensions().get(site) - 1;
  }

  private static LocalOperator number(Space space, int site) {
    double[] values = IntStream.of(space.excitations(site)).asDoubleStream().toArray();
    return new LocalOperator("number", ComplexMatrix.diagonal(values));
  }

  private static LocalOperator parity(Space space, int site) {
    int[] excitations = space.excitations(site);
    double[] signs = new double[excitations.length];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = excitations[i] % 2 == 0 ? 1 : -1;
    }
    return new LocalOperator("parity", ComplexMatrix.diagonal(signs));
  }

  private static LocalOperator projector(int levels, int level) {
    double[] diagonal = new double[levels];
    diagonal[level] = 1;
    return new LocalOperator("level " + level, ComplexMatrix.diagonal(diagonal));
  }

  /** {@code J^2 = J^+ J^- + Jz^2 - Jz}. */
  private static Operator totalSpin(Space space) {
    Operator lower = Operator.zero(space);
    Operator projection = Operator.zero(space);
    for (int site = 0; site < space.sites(); site++) {
      int twiceJ = twiceJ(space, site);
      Optional<AlikeCells> alike = space.alikeCells(site);
      LocalOperator down =
          alike.map(cells -> cells.sum(OneCell.LOWER)).orElseGet(() -> SpinOperators.lower(twiceJ));
      LocalOperator along =
          alike
              .map(cells -> cells.sum(OneCell.PROJECTION))
              .orElseGet(() -> SpinOperators.projection(twiceJ));
      lower = lower.plus(Operator.on(space, site, down));
      projection = projection.plus(Operator.on(space, site, along));
    }
    return lower
        .adjoint()
        .times(lower)
        .plus(projection.times(projection))
        .plus(projection.times(-1));
  }
}
