package qbattery.quantum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.ConnectedBlocks;
import qbattery.linalg.HermitianEigen;
import qbattery.linalg.SparseMatrix;

/**
 * The levels of an operator on collective spins among all states of their cells, each with the
 * number of times that it occurs; no matrix of 2^N states is made.
 *
 * <p>An operator made of numbers of excitations has the level k of a spin C(N, k) times. Any other
 * product of J-, J+ and Jz acts in each multiplet of total spin j alike in all copies, so that the
 * levels are those of all multiplets.
 */
final class AllStates {

  private final Operator operator;
  private final List<Integer> spins;

  private AllStates(Operator operator) {
    this.operator = operator;
    this.spins = operator.space().spins();
  }

  /**
   * The levels.
   *
   * @param operator a Hermitian operator on a space with collective spins
   * @return as many levels as the space has {@link Space#states()}
   * @throws IllegalArgumentException if a factor on a collective spin is not known beyond the
   *     symmetric states
   */
  static Spectrum levels(Operator operator) {
    refusal(operator)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    AllStates all = new AllStates(operator);
    boolean numbers =
        !operator.space().hasMultiplets()
            && onSpins(operator).allMatch(local -> product(local).isOfNumber());
    return numbers ? all.ofNumbers() : all.ofMultiplets();
  }

  /** Why the levels are not known; nothing if they are. */
  static Optional<String> refusal(Operator operator) {
    return onSpins(operator)
        .filter(local -> SpinProduct.of(local).isEmpty())
        .findFirst()
        .map(
            local ->
                "The operator '%s' on a collective spin is known on the symmetric states of its cells only, so its levels on all their states are not; take the symmetric ergotropy, or describe the cells one by one."
                    .formatted(local.name()));
  }

  private static Stream<LocalOperator> onSpins(Operator operator) {
    return operator.terms().stream()
        .flatMap(term -> term.factors().entrySet().stream())
        .filter(factor -> isSymmetric(operator.space(), factor.getKey()))
        .map(Map.Entry::getValue);
  }

  /** Whether a site is a collective spin, whose other states are not among its levels. */
  private static boolean isSymmetric(Space space, int site) {
    int cells = space.spins().get(site);
    return cells > 0 && space.localDimensions().get(site) == cells + 1;
  }

  private static SpinProduct product(LocalOperator local) {
    return SpinProduct.of(local).orElseThrow();
  }

  /** One block of the other sites for each set of numbers of excitations of the spins. */
  private Spectrum ofNumbers() {
    Space space = operator.space();
    SparseMatrix matrix = operator.sparse();
    int d = space.dimension();
    Map<List<Integer>, List<Integer>> members = new LinkedHashMap<>();
    List<List<Integer>> numbers = new ArrayList<>(d);
    int[] place = new int[d];
    for (int state = 0; state < d; state++) {
      List<Integer> own = numbers(state);
      List<Integer> block = members.computeIfAbsent(own, k -> new ArrayList<>());
      place[state] = block.size();
      block.add(state);
      numbers.add(own);
    }
    Map<List<Integer>, double[]> elements = new LinkedHashMap<>();
    members.forEach((own, block) -> elements.put(own, new double[2 * block.size() * block.size()]));
    matrix.forEach(
        (i, j, re, im) -> {
          List<Integer> own = numbers.get(i);
          if (own.equals(numbers.get(j))) {
            int n = members.getOrDefault(own, List.of()).size();
            double[] block = elements.getOrDefault(own, new double[0]);
            int at = 2 * (place[i] * n + place[j]);
            block[at] += re;
            block[at + 1] += im;
          }
        });
    List<BigInteger[]> rows = spins.stream().map(Counts::binomials).toList();
    List<Spectrum.Level> levels = new ArrayList<>();
    elements.forEach(
        (own, block) -> {
          BigInteger copies = BigInteger.ONE;
          for (int site = 0; site < spins.size(); site++) {
            copies = copies.multiply(rows.get(site)[own.get(site)]);
          }
          int n = (int) StrictMath.round(StrictMath.sqrt(block.length / 2.0));
          for (double value : HermitianEigen.valuesOf(ComplexMatrix.ofInterleaved(n, n, block))) {
            levels.add(new Spectrum.Level(value, copies));
          }
        });
    return new Spectrum(levels);
  }

  /** How many cells of each site are excited in a basis state; 0 for a site that is no spin. */
  private List<Integer> numbers(int state) {
    Integer[] found = new Integer[spins.size()];
    int rest = state;
    for (int site = spins.size() - 1; site >= 0; site--) {
      int levels = operator.space().localDimensions().get(site);
      found[site] = spins.get(site) == 0 ? 0 : spins.get(site) - rest % levels;
      rest /= levels;
    }
    return List.of(found);
  }

  /** The whole matrix for each choice of multiplets. */
  private Spectrum ofMultiplets() {
    List<Spectrum.Level> levels = new ArrayList<>();
    choose(0, new ArrayList<>(), BigInteger.ONE, levels);
    if (!operator.space().hasMultiplets()) {
      return new Spectrum(levels);
    }
    Map<Double, BigInteger> counted = new TreeMap<>(); // most total spins have the same levels
    levels.forEach(l -> counted.merge(l.value() + 0.0, l.multiplicity(), BigInteger::add));
    return new Spectrum(
        counted.entrySet().stream()
            .map(e -> new Spectrum.Level(e.getKey(), e.getValue()))
            .toList());
  }

  private void choose(
      int site, List<Integer> chosen, BigInteger copies, List<Spectrum.Level> levels) {
    if (site == spins.size()) {
      Operator here = in(chosen);
      SparseMatrix matrix = here.sparse();
      if (!here.space().hasMultiplets()) {
        for (double value : HermitianEigen.valuesOf(matrix.toDense())) {
          levels.add(new Spectrum.Level(value, copies));
        }
        return;
      }
      StateCopies each = new StateCopies(here.space());
      for (int[] set : ConnectedBlocks.of(matrix).members()) { // none reaches over total spins
        BigInteger together = copies.multiply(each.of(set[0]));
        for (double value : HermitianEigen.valuesOf(matrix.submatrix(set).toDense())) {
          levels.add(new Spectrum.Level(value, together));
        }
      }
      return;
    }
    if (!isSymmetric(operator.space(), site)) {
      chosen.add(operator.space().localDimensions().get(site) - 1);
      choose(site + 1, chosen, copies, levels);
      chosen.remove(site);
      return;
    }
    for (Multiplet multiplet : Multiplet.ofSpins(spins.get(site))) {
      chosen.add(multiplet.twiceJ());
      choose(site + 1, chosen, copies.multiply(multiplet.multiplicity()), levels);
      chosen.remove(site);
    }
  }

  /** The operator where each spin is in a multiplet 2j, and other sites are as they are. */
  private Operator in(List<Integer> twiceJ) {
    Space whole = operator.space();
    Space space =
        new Space(
            twiceJ.stream().map(j -> j + 1).toList(),
            IntStream.range(0, whole.sites())
                .mapToObj(site -> isSymmetric(whole, site) ? Integer.valueOf(0) : spins.get(site))
                .toList());
    List<Operator.Term> terms = new ArrayList<>();
    for (Operator.Term term : operator.terms()) {
      Map<Integer, LocalOperator> factors = new TreeMap<>();
      term.factors()
          .forEach(
              (site, local) ->
                  factors.put(
                      site,
                      !isSymmetric(whole, site)
                          ? local
                          : new LocalOperator(
                              local.name(), product(local).in(spins.get(site), twiceJ.get(site)))));
      terms.add(new Operator.Term(term.coefficient(), factors));
    }
    return new Operator(space, terms);
  }
}
