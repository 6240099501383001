package qbattery.dynamics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.PauliPart;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;

/**
 * Compiles a master equation into local maps on Pauli coefficients, one for each set of sites that
 * something acts on.
 *
 * <p>A jump operator that is a sum of products counts as so many jump operators, the products, with
 * the Kossakowski matrix that follows; so a collective jump of many cells falls into pairs of
 * cells.
 */
final class PauliCompiler {

  private record Jump(int operator, Operator.Term product) {}

  private final Map<List<Integer>, double[][]> matrices =
      new TreeMap<>(PauliCompiler::compareSites);

  private PauliCompiler() {}

  /**
   * Compiles a battery.
   *
   * @param battery a battery of two-level cells
   * @return the parts, in a fixed order; nothing if a part would act on more than {@link
   *     PauliPart#MAX_SITES} sites
   */
  static Optional<List<PauliPart>> compile(Battery battery) {
    return compile(battery.storage().plus(battery.interaction()), battery.channels());
  }

  /** As above, for a Hamiltonian and channels that need not make a battery. */
  static Optional<List<PauliPart>> compile(Operator hamiltonian, List<Channel> channels) {
    PauliCompiler compiler = new PauliCompiler();
    for (Operator.Term term : hamiltonian.terms()) {
      List<Integer> sites = union(term, term);
      if (sites.size() > PauliPart.MAX_SITES) {
        return Optional.empty();
      }
      compiler.addCommutator(sites, term);
    }
    for (Channel channel : channels) {
      List<Jump> jumps = products(channel);
      for (Jump left : jumps) {
        for (Jump right : jumps) {
          Complex rate = channel.rates().get(left.operator, right.operator);
          if (rate.equals(Complex.ZERO)) {
            continue;
          }
          List<Integer> sites = union(left.product, right.product);
          if (sites.size() > PauliPart.MAX_SITES) {
            return Optional.empty();
          }
          compiler.addJump(sites, rate, left.product, right.product);
        }
      }
    }
    return Optional.of(compiler.parts());
  }

  private static List<Jump> products(Channel channel) {
    List<Jump> products = new ArrayList<>();
    for (int i = 0; i < channel.jumps().size(); i++) {
      for (Operator.Term term : channel.jumps().get(i).terms()) {
        products.add(new Jump(i, term));
      }
    }
    return products;
  }

  private void addCommutator(List<Integer> sites, Operator.Term term) {
    if (sites.isEmpty()) {
      return; // a multiple of the identity commutes with everything
    }
    Complex factor = new Complex(0, -1).times(term.coefficient());
    ComplexMatrix h = product(sites, term);
    add(sites, factor, p -> h.times(p).minus(p.times(h)));
  }

  private void addJump(
      List<Integer> sites, Complex rate, Operator.Term leftTerm, Operator.Term rightTerm) {
    if (sites.isEmpty()) {
      return; // multiples of the identity: both halves cancel
    }
    Complex factor = rate.times(leftTerm.coefficient()).times(rightTerm.coefficient().conjugate());
    ComplexMatrix left = product(sites, leftTerm);
    ComplexMatrix right = product(sites, rightTerm).adjoint();
    ComplexMatrix half = right.times(left).times(0.5);
    add(sites, factor, p -> left.times(p).times(right).minus(half.times(p)).minus(p.times(half)));
  }

  /**
   * Adds {@code Re(factor tr(P_a map[P_b]) / 2^k)}. A single term need not map Hermitian matrices
   * to Hermitian ones, but with each term comes its conjugate, and their imaginary parts cancel.
   */
  private void add(List<Integer> sites, Complex factor, UnaryOperator<ComplexMatrix> map) {
    int size = 1 << (2 * sites.size());
    double[][] sum = matrices.computeIfAbsent(sites, s -> new double[size][size]);
    List<ComplexMatrix> strings = PauliStrings.of(sites.size());
    double norm = 1.0 / (1 << sites.size());
    for (int b = 0; b < size; b++) {
      ComplexMatrix image = map.apply(strings.get(b));
      for (int a = 0; a < size; a++) {
        Complex element = strings.get(a).traceOfProduct(image);
        sum[a][b] += factor.times(element).re() * norm;
      }
    }
  }

  private List<PauliPart> parts() {
    return matrices.entrySet().stream()
        .map(entry -> new PauliPart(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static List<Integer> union(Operator.Term left, Operator.Term right) {
    TreeSet<Integer> sites = new TreeSet<>(left.factors().keySet());
    sites.addAll(right.factors().keySet());
    return List.copyOf(sites);
  }

  private static ComplexMatrix product(Collection<Integer> sites, Operator.Term term) {
    ComplexMatrix product = ComplexMatrix.identity(1);
    for (int site : sites) {
      LocalOperator local = term.factors().get(site);
      product = product.kron(local == null ? ComplexMatrix.identity(2) : local.matrix());
    }
    return product;
  }

  /** Fewer sites first, then by the sites themselves: the order sums are made in. */
  private static int compareSites(List<Integer> a, List<Integer> b) {
    for (int k = 0; k < a.size() && a.size() == b.size(); k++) {
      int order = Integer.compare(a.get(k), b.get(k));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }
}
