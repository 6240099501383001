package qbattery.measure;

import java.util.Collections;
import java.util.stream.IntStream;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Observable;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;
import qbattery.quantum.State;

/** States and storage Hamiltonians of two-level cells. */
final class Cells {

  private Cells() {}

  /** Equal cells: levels of the number of excitations, degenerate from two cells on. */
  static Observable storage(int n, double frequency) {
    return Observable.of(
        Operator.sumOverSites(Space.cells(n), LocalOperator.EXCITED).times(frequency));
  }

  /** Cells with spacings 1, 2, 4, ...: no two levels are equal. */
  static Observable unequalStorage(int n) {
    Space space = Space.cells(n);
    return Observable.of(
        IntStream.range(0, n)
            .mapToObj(k -> Operator.on(space, k, LocalOperator.EXCITED).times(1 << k))
            .reduce(Operator.zero(space), Operator::plus));
  }

  /** One cell with an excited population and a coherence. */
  static State cell(double excited, Complex coherence) {
    return State.of(
        Space.cells(1),
        ComplexMatrix.generate(
            2,
            2,
            (i, j) ->
                i == j
                    ? Complex.real(i == 0 ? excited : 1 - excited)
                    : i == 0 ? coherence : coherence.conjugate()));
  }

  /** The same state in each of n cells. */
  static State each(int n, State cell) {
    return State.product(Collections.nCopies(n, cell));
  }

  /** A state diagonal in the product basis. */
  static State diagonal(int n, double... populations) {
    return State.of(Space.cells(n), ComplexMatrix.diagonal(populations));
  }
}
