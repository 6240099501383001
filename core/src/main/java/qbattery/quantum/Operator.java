package qbattery.quantum;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.SparseMatrix;

/**
 * An operator on a space, as a sum of products of local operators: data that can be printed and
 * compared, and turned into a matrix where one is needed.
 *
 * @param space the space it acts on
 * @param terms the summands; none stands for zero
 */
public record Operator(Space space, List<Term> terms) {

  /**
   * A coefficient times a product of local operators on different sites.
   *
   * @param coefficient the number in front
   * @param factors the local operator on each site that has one; the identity elsewhere
   */
  public record Term(Complex coefficient, Map<Integer, LocalOperator> factors) {

    /**
     * Checks the coefficient and orders the factors by site.
     *
     * @throws IllegalArgumentException if the coefficient is not finite
     */
    public Term {
      if (!coefficient.isFinite()) {
        throw new IllegalArgumentException(
            "The coefficient %s of an operator is not a finite number.".formatted(coefficient));
      }
      factors = Collections.unmodifiableMap(new TreeMap<>(factors));
    }

    Term times(Term right) {
      Map<Integer, LocalOperator> product = new TreeMap<>(factors);
      right.factors.forEach((site, op) -> product.merge(site, op, LocalOperator::times));
      return new Term(coefficient.times(right.coefficient), product);
    }

    @Override
    public String toString() {
      String product =
          factors.entrySet().stream()
              .map(f -> f.getValue() + "[" + (f.getKey() + 1) + "]")
              .collect(Collectors.joining(" "));
      return coefficient + (product.isEmpty() ? "" : " " + product);
    }
  }

  /**
   * Checks that each factor sits on a site of its own size.
   *
   * @throws IllegalArgumentException if a site does not exist or has another dimension
   */
  public Operator {
    terms = List.copyOf(terms);
    for (Term term : terms) {
      term.factors()
          .forEach(
              (site, op) -> {
                int expected = space.localDimensions().get(space.requireSite(site));
                if (op.levels() != expected) {
                  throw new IllegalArgumentException(
                      "Operator '%s' is %d x %d, but site %d (counted from 0) has %d levels."
                          .formatted(op.name(), op.levels(), op.levels(), site, expected));
                }
              });
    }
  }

  /**
   * Zero.
   *
   * @param space the space
   * @return the operator without terms
   */
  public static Operator zero(Space space) {
    return new Operator(space, List.of());
  }

  /**
   * A local operator on one site.
   *
   * @param space the space
   * @param site site, from 0
   * @param local the operator there
   * @return the operator on the whole space
   */
  public static Operator on(Space space, int site, LocalOperator local) {
    return new Operator(space, List.of(new Term(Complex.ONE, Map.of(site, local))));
  }

  /**
   * The sum of one local operator over all sites.
   *
   * @param space the space
   * @param local the operator, the same on each site
   * @return the sum
   */
  public static Operator sumOverSites(Space space, LocalOperator local) {
    return new Operator(
        space,
        IntStream.range(0, space.sites())
            .mapToObj(site -> new Term(Complex.ONE, Map.of(site, local)))
            .toList());
  }

  /**
   * The terms that act on nothing but some sites, on the space of these sites.
   *
   * @param sites the sites, from 0, in the order that they will have
   * @return the operator on their space
   * @throws IllegalArgumentException if there is no site, or one does not exist
   */
  public Operator onPart(List<Integer> sites) {
    Space part = space.part(sites);
    List<Term> kept = new ArrayList<>();
    for (Term term : terms) {
      if (sites.containsAll(term.factors().keySet())) {
        Map<Integer, LocalOperator> factors = new TreeMap<>();
        term.factors().forEach((site, local) -> factors.put(sites.indexOf(site), local));
        kept.add(new Term(term.coefficient(), factors));
      }
    }
    return new Operator(part, kept);
  }

  /**
   * Sum.
   *
   * @param other an operator on the same space
   * @return {@code this + other}
   */
  public Operator plus(Operator other) {
    requireSameSpace(other);
    List<Term> sum = new ArrayList<>(terms);
    sum.addAll(other.terms);
    return new Operator(space, sum);
  }

  /**
   * Product with a real number.
   *
   * @param factor the number
   * @return {@code factor * this}
   */
  public Operator times(double factor) {
    return times(Complex.real(factor));
  }

  /**
   * Product with a number.
   *
   * @param factor the number
   * @return {@code factor * this}
   */
  public Operator times(Complex factor) {
    return new Operator(
        space,
        terms.stream().map(t -> new Term(factor.times(t.coefficient()), t.factors())).toList());
  }

  /**
   * Operator product.
   *
   * @param right what acts first
   * @return {@code this * right}
   */
  public Operator times(Operator right) {
    requireSameSpace(right);
    return new Operator(
        space, terms.stream().flatMap(a -> right.terms.stream().map(b -> a.times(b))).toList());
  }

  /**
   * Hermitian conjugate.
   *
   * @return the adjoint
   */
  public Operator adjoint() {
    return new Operator(
        space,
        terms.stream()
            .map(
                t -> {
                  Map<Integer, LocalOperator> factors = new TreeMap<>();
                  t.factors().forEach((site, op) -> factors.put(site, op.adjoint()));
                  return new Term(t.coefficient().conjugate(), factors);
                })
            .toList());
  }

  /**
   * Whether each term by itself is Hermitian and finite, which is seen without the matrix of the
   * whole: a real number times Hermitian operators of different sites.
   *
   * @return false if the whole must be looked at
   */
  public boolean isPlainlyHermitian() {
    double size = 0;
    for (Term term : terms) {
      double largest = StrictMath.abs(term.coefficient().re());
      for (LocalOperator factor : term.factors().values()) {
        if (!factor.isHermitian()) {
          return false;
        }
        largest *= factor.elements().maxAbs();
      }
      if (term.coefficient().im() != 0) {
        return false;
      }
      size += largest;
    }
    return Double.isFinite(size);
  }

  /**
   * The operator as a matrix in the product basis.
   *
   * @return a matrix of the space's dimension
   */
  public ComplexMatrix matrix() {
    return sparse().toDense();
  }

  /**
   * The operator as a matrix in the product basis, without its zeros.
   *
   * @return a sparse matrix of the space's dimension
   */
  public SparseMatrix sparse() {
    SparseMatrix.Builder builder = new SparseMatrix.Builder(space.dimension(), space.dimension());
    for (Term term : terms) {
      addProduct(builder, term, 0, 0, 0, term.coefficient());
    }
    return builder.build();
  }

  /**
   * Adds the elements of a product, site by site; row and column are what the sites before give.
   */
  private void addProduct(
      SparseMatrix.Builder builder, Term term, int site, int row, int column, Complex product) {
    if (site == space.sites()) {
      builder.add(row, column, product);
      return;
    }
    int d = space.localDimensions().get(site);
    LocalOperator local = term.factors().get(site);
    if (local == null) {
      for (int i = 0; i < d; i++) {
        addProduct(builder, term, site + 1, row * d + i, column * d + i, product);
      }
      return;
    }
    local
        .elements()
        .forEach(
            (i, j, re, im) ->
                addProduct(
                    builder,
                    term,
                    site + 1,
                    row * d + i,
                    column * d + j,
                    product.times(new Complex(re, im))));
  }

  private void requireSameSpace(Operator other) {
    if (!space.equals(other.space)) {
      throw new IllegalArgumentException(
          "Operators on different spaces (%s and %s) cannot be combined."
              .formatted(space.localDimensions(), other.space.localDimensions()));
    }
  }

  @Override
  public String toString() {
    return terms.isEmpty()
        ? "0"
        : terms.stream().map(Term::toString).collect(Collectors.joining(" + "));
  }
}
