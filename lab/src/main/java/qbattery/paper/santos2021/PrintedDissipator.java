package qbattery.paper.santos2021;

import java.util.ArrayList;
import java.util.List;
import qbattery.dynamics.GksCheck;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Graph;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/**
 * A dissipator written term by term as the paper prints it, physical or not: sum of rate (A rho B -
 * 1/2 {B A, rho}).
 *
 * @param cells number of cells
 * @param terms the terms
 */
record PrintedDissipator(int cells, List<Term> terms) {

  /**
   * One printed term.
   *
   * @param rate its rate
   * @param left A, from the left of rho
   * @param right B, from the right
   */
  record Term(double rate, ComplexMatrix left, ComplexMatrix right) {}

  PrintedDissipator {
    terms = List.copyOf(terms);
  }

  /** Local decay of every cell, Eq. 5. */
  static PrintedDissipator localDecay(int cells, double rate) {
    List<Term> terms = new ArrayList<>();
    for (int n = 0; n < cells; n++) {
      terms.add(
          new Term(
              rate, matrix(cells, n, LocalOperator.LOWER), matrix(cells, n, LocalOperator.RAISE)));
    }
    return new PrintedDissipator(cells, terms);
  }

  /** With one term sigma_n^- rho sigma_m^+ a link, n before m: Eq. 13. */
  PrintedDissipator withOneWayLoss(Graph graph, double rate) {
    return withTerms(graph, rate, LocalOperator.LOWER, LocalOperator.RAISE, false);
  }

  /**
   * With both sigma_n^- rho sigma_m^+ and sigma_m^- rho sigma_n^+ a link: first version, Eq. 11.
   */
  PrintedDissipator withTwoWayLoss(Graph graph, double rate) {
    return withOneWayLoss(graph, rate)
        .withTerms(graph, rate, LocalOperator.LOWER, LocalOperator.RAISE, true);
  }

  /** With one term sigma_n^+ rho sigma_m^- a link: the second sum of Eq. 12. */
  PrintedDissipator withOneWayGain(Graph graph, double rate) {
    return withTerms(graph, rate, LocalOperator.RAISE, LocalOperator.LOWER, false);
  }

  /** With one-way gain and its conjugate, each with half the rate. */
  PrintedDissipator withHermitianGain(Graph graph, double rate) {
    return withOneWayGain(graph, rate / 2)
        .withTerms(graph, rate / 2, LocalOperator.RAISE, LocalOperator.LOWER, true);
  }

  private PrintedDissipator withTerms(
      Graph graph, double rate, LocalOperator left, LocalOperator right, boolean backwards) {
    List<Term> more = new ArrayList<>(terms);
    for (Graph.Link link : graph.links()) {
      int n = backwards ? link.second() : link.first();
      int m = backwards ? link.first() : link.second();
      more.add(new Term(rate, matrix(cells, n, left), matrix(cells, m, right)));
    }
    return new PrintedDissipator(cells, more);
  }

  /**
   * The Hermitian part of the rate matrix over sigma^-_1, ..., sigma^-_N, sigma^+_1, ...,
   * sigma^+_N: its element i, j is the rate of A_i rho A_j^+. Their eigenvalues are the rates of
   * the jumps.
   */
  ComplexMatrix rates() {
    List<ComplexMatrix> jumps = new ArrayList<>();
    for (LocalOperator local : List.of(LocalOperator.LOWER, LocalOperator.RAISE)) {
      for (int n = 0; n < cells; n++) {
        jumps.add(matrix(cells, n, local));
      }
    }
    double[][] rates = new double[jumps.size()][jumps.size()];
    for (Term term : terms) {
      int row = jumps.indexOf(term.left);
      int column = jumps.indexOf(term.right.adjoint());
      rates[row][column] += term.rate / 2;
      rates[column][row] += term.rate / 2;
    }
    return ComplexMatrix.generate(jumps.size(), jumps.size(), (i, j) -> Complex.real(rates[i][j]));
  }

  GksCheck anatomy() {
    return GksCheck.of(1 << cells, this::apply);
  }

  private ComplexMatrix apply(ComplexMatrix rho) {
    ComplexMatrix sum = rho.times(0);
    for (Term term : terms) {
      ComplexMatrix loss = term.right.times(term.left).times(0.5);
      sum =
          sum.plus(
              term.left
                  .times(rho)
                  .times(term.right)
                  .minus(loss.times(rho))
                  .minus(rho.times(loss))
                  .times(term.rate));
    }
    return sum;
  }

  private static ComplexMatrix matrix(int cells, int cell, LocalOperator local) {
    return Operator.on(Space.cells(cells), cell, local).matrix();
  }
}
