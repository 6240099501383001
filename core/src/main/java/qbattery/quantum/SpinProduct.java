package qbattery.quantum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import qbattery.linalg.ComplexMatrix;

/**
 * A product of J-, J+, Jz and the number of excitations of N cells, which acts in every multiplet
 * of their total spin.
 *
 * <p>A {@link LocalOperator} on a collective spin is a matrix on the symmetric multiplet alone. Its
 * name tells the product that it was made as; whether the matrix is that product is checked.
 *
 * @param factors the factors, from the left; each acts on the cells as a whole
 */
record SpinProduct(List<Factor> factors) {

  /** Departure of a matrix from its product that is rounding, relative to its largest element. */
  private static final double ROUNDING = 1e-12;

  /** One factor. */
  enum Factor {
    LOWER("J-"),
    RAISE("J+"),
    PROJECTION("Jz"),
    NUMBER("(Jz + j)");

    private final String name;

    Factor(String name) {
      this.name = name;
    }

    private Factor adjoint() {
      return this == LOWER ? RAISE : this == RAISE ? LOWER : this;
    }

    private ComplexMatrix in(int cells, int twiceJ) {
      return switch (this) {
        case LOWER -> SpinOperators.lower(twiceJ).matrix();
        case RAISE -> SpinOperators.raise(twiceJ).matrix();
        case PROJECTION -> SpinOperators.projection(twiceJ).matrix();
        case NUMBER ->
            SpinOperators.excitations(twiceJ)
                .matrix()
                .plus(ComplexMatrix.identity(twiceJ + 1).times(0.5 * (cells - twiceJ)));
      };
    }
  }

  SpinProduct {
    factors = List.copyOf(factors);
  }

  /**
   * The product that an operator on the symmetric multiplet is.
   *
   * @param local the operator, of N + 1 levels
   * @return the product; nothing if the operator is none that is known
   */
  static Optional<SpinProduct> of(LocalOperator local) {
    int cells = local.matrix().rows() - 1;
    return parsed(local.name())
        .map(SpinProduct::new)
        .filter(
            product -> {
              ComplexMatrix apart = product.in(cells, cells).plus(local.matrix().times(-1));
              return apart.maxAbs() <= ROUNDING * local.matrix().maxAbs();
            });
  }

  /** Whether it is a function of the number of excitations. */
  boolean isOfNumber() {
    return factors.stream().noneMatch(f -> f == Factor.LOWER || f == Factor.RAISE);
  }

  /**
   * It in a multiplet.
   *
   * @param cells N
   * @param twiceJ 2j
   * @return a matrix of 2j + 1 levels, the highest first
   */
  ComplexMatrix in(int cells, int twiceJ) {
    ComplexMatrix product = ComplexMatrix.identity(twiceJ + 1);
    for (Factor factor : factors) {
      product = product.times(factor.in(cells, twiceJ));
    }
    return product;
  }

  /** The factors that a name lists, as {@link LocalOperator} puts names together. */
  private static Optional<List<Factor>> parsed(String name) {
    List<Factor> found = new ArrayList<>();
    int at = 0;
    while (at < name.length()) {
      String rest = name.substring(at);
      Optional<Factor> simple = first(rest);
      if (simple.isPresent()) {
        found.add(simple.get());
        at += simple.get().name.length();
      } else if (rest.startsWith(" ")) {
        at++;
      } else {
        int close = closing(rest);
        if (close < 0 || !rest.startsWith(")^+", close)) {
          return Optional.empty();
        }
        Optional<List<Factor>> inner = parsed(rest.substring(1, close));
        if (inner.isEmpty()) {
          return Optional.empty();
        }
        for (int k = inner.get().size() - 1; k >= 0; k--) {
          found.add(inner.get().get(k).adjoint());
        }
        at += close + ")^+".length();
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private static Optional<Factor> first(String rest) {
    for (Factor factor : Factor.values()) {
      if (rest.startsWith(factor.name)) {
        return Optional.of(factor);
      }
    }
    return Optional.empty();
  }

  /** Where the bracket that a text begins with is closed; -1 if it begins with none. */
  private static int closing(String text) {
    int depth = 0;
    for (int k = 0; k < text.length(); k++) {
      depth += text.charAt(k) == '(' ? 1 : text.charAt(k) == ')' ? -1 : 0;
      if (depth == 0) {
        return k == 0 ? -1 : k;
      }
    }
    return -1;
  }
}
