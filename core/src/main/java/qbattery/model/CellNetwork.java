package qbattery.model;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/**
 * Two-level cells linked along a graph, which exchange excitations and decay together along its
 * links; santos2021, Sec. III.
 *
 * <pre>
 * H0   = sum_n omega_n sigma_n^+ sigma_n^-
 * Hint = sum_links J_nm (sigma_n^- sigma_m^+ + h.c.)
 * D    = sum_nm gamma_nm (sigma_n^- rho sigma_m^+ - 1/2 {sigma_m^+ sigma_n^-, rho})
 * </pre>
 *
 * <p>with gamma_nn the decay rate of cell n and gamma_nm = gamma_mn the intracell rate of the link
 * n-m.
 *
 * @param graph who is linked with whom
 * @param frequencies level spacing of each cell, not negative
 * @param couplings J of each link, in the order of the graph's links
 * @param decay decay rate of each cell, not negative
 * @param intracell intracell decay rate of each link, in the order of the graph's links
 */
public record CellNetwork(
    Graph graph,
    List<Double> frequencies,
    List<Double> couplings,
    List<Double> decay,
    List<Double> intracell) {

  /**
   * Checks shapes, signs, and that the rates make a physical evolution.
   *
   * @throws IllegalArgumentException if a list has the wrong length, a number is not finite or has
   *     the wrong sign, or the rate matrix has a negative eigenvalue; the message then names it and
   *     the largest intracell rate that the graph allows
   */
  public CellNetwork {
    frequencies = requireOnePer("cell", "level spacings", frequencies, graph.cells(), 0);
    couplings =
        requireOnePer(
            "link", "couplings", couplings, graph.links().size(), Double.NEGATIVE_INFINITY);
    decay = requireOnePer("cell", "decay rates", decay, graph.cells(), 0);
    intracell =
        requireOnePer(
            "link", "intracell rates", intracell, graph.links().size(), Double.NEGATIVE_INFINITY);
    requirePhysical(graph, decay, intracell);
  }

  /**
   * Equal cells with equal links.
   *
   * @param graph who is linked with whom
   * @param frequency level spacing of every cell, not negative
   * @param coupling J of every link
   * @param decay decay rate of every cell, not negative
   * @param intracell intracell decay rate of every link
   * @return the network
   * @throws IllegalArgumentException as the constructor
   */
  public static CellNetwork uniform(
      Graph graph, double frequency, double coupling, double decay, double intracell) {
    int links = graph.links().size();
    return new CellNetwork(
        graph,
        Collections.nCopies(graph.cells(), frequency),
        Collections.nCopies(links, coupling),
        Collections.nCopies(graph.cells(), decay),
        Collections.nCopies(links, intracell));
  }

  /**
   * The battery.
   *
   * @return storage, interaction and the one collective decay channel
   */
  public Battery battery() {
    Space space = Space.cells(graph.cells());
    Operator storage = Operator.zero(space);
    for (int n = 0; n < graph.cells(); n++) {
      storage =
          storage.plus(Operator.on(space, n, LocalOperator.EXCITED).times(frequencies.get(n)));
    }
    Operator interaction = Operator.zero(space);
    for (int l = 0; l < graph.links().size(); l++) {
      Graph.Link link = graph.links().get(l);
      Operator hop =
          Operator.on(space, link.first(), LocalOperator.LOWER)
              .times(Operator.on(space, link.second(), LocalOperator.RAISE));
      if (couplings.get(l) != 0) {
        interaction = interaction.plus(hop.plus(hop.adjoint()).times(couplings.get(l)));
      }
    }
    List<Operator> jumps =
        IntStream.range(0, graph.cells())
            .mapToObj(n -> Operator.on(space, n, LocalOperator.LOWER))
            .toList();
    return new Battery(
        "%s network of %d cells".formatted(graph.name(), graph.cells()),
        space,
        storage,
        interaction,
        List.of(new Channel("decay along the links", jumps, rates())));
  }

  /**
   * The battery as seen from a frame that rotates at the mean frequency of its cells: the same
   * storage, with {@code - mean omega sum_n sigma_n^+ sigma_n^-} in the interaction.
   *
   * <p>The interaction conserves the number of excitations and every jump lowers it by one, so
   * energies, ergotropies, their rates and all that depends on spectra are the same in every such
   * frame; coherences between numbers of excitations turn by a known phase. The slower phases turn,
   * the larger are the steps of an integration.
   *
   * @return the battery in the rotating frame
   */
  public Battery batteryInRotatingFrame() {
    Battery still = battery();
    return new Battery(
        still.name() + ", rotating frame",
        still.space(),
        still.storage(),
        still.interaction().plus(rotation()),
        still.channels());
  }

  /**
   * What the rotating frame adds to the interaction.
   *
   * @return {@code - mean omega sum_n sigma_n^+ sigma_n^-}
   */
  public Operator rotation() {
    double mean = frequencies.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return Operator.sumOverSites(Space.cells(graph.cells()), LocalOperator.EXCITED).times(-mean);
  }

  /**
   * The Kossakowski matrix of the decay: G on the diagonal, the intracell rate on each link.
   *
   * @return cells x cells, real symmetric
   */
  public ComplexMatrix rates() {
    return rates(graph, decay, intracell);
  }

  private static ComplexMatrix rates(Graph graph, List<Double> decay, List<Double> intracell) {
    double[][] rates = new double[graph.cells()][graph.cells()];
    for (int n = 0; n < graph.cells(); n++) {
      rates[n][n] = decay.get(n);
    }
    for (int l = 0; l < graph.links().size(); l++) {
      Graph.Link link = graph.links().get(l);
      rates[link.first()][link.second()] = intracell.get(l);
      rates[link.second()][link.first()] = intracell.get(l);
    }
    return ComplexMatrix.real(rates);
  }

  private static List<Double> requireOnePer(
      String what, String names, List<Double> values, int count, double least) {
    if (values.size() != count) {
      throw new IllegalArgumentException(
          "The network needs one number a %s for its %s, so %d; %d were given."
              .formatted(what, names, count, values.size()));
    }
    for (int k = 0; k < count; k++) {
      double value = values.get(k);
      if (!Double.isFinite(value) || value < least) {
        throw new IllegalArgumentException(
            "Number %d of the %s is %s; it must be a finite number%s."
                .formatted(k + 1, names, value, least == 0 ? ", 0 or larger" : ""));
      }
    }
    return List.copyOf(values);
  }

  private static void requirePhysical(Graph graph, List<Double> decay, List<Double> intracell) {
    double[] eigenvalues = HermitianEigen.valuesOf(rates(graph, decay, intracell));
    double scale = StrictMath.max(StrictMath.abs(eigenvalues[0]), eigenvalues[graph.cells() - 1]);
    if (eigenvalues[0] >= -Channel.POSITIVITY_TOLERANCE * scale) {
      return;
    }
    double factor = largestFactor(graph, decay, intracell);
    double largest = intracell.stream().mapToDouble(StrictMath::abs).max().orElse(0);
    throw new IllegalArgumentException(
        "The rate matrix of the %s network has the negative eigenvalue %.6g, so its evolution would not be completely positive; with these decay rates the graph allows intracell rates up to %.6g in size (these times %.6g)."
            .formatted(graph.name(), eigenvalues[0], factor * largest, factor));
  }

  /**
   * By what factor all intracell rates may be multiplied at most: with D the decay rates and A the
   * intracell ones, D + s A is positive if and only if 1 + s D^(-1/2) A D^(-1/2) is.
   */
  private static double largestFactor(Graph graph, List<Double> decay, List<Double> intracell) {
    ComplexMatrix rates = rates(graph, decay, intracell);
    for (int l = 0; l < graph.links().size(); l++) {
      Graph.Link link = graph.links().get(l);
      if (intracell.get(l) != 0
          && (decay.get(link.first()) == 0 || decay.get(link.second()) == 0)) {
        return 0;
      }
    }
    ComplexMatrix scaled =
        ComplexMatrix.generate(
            graph.cells(),
            graph.cells(),
            (i, j) ->
                i == j || rates.re(i, j) == 0
                    ? Complex.ZERO
                    : Complex.real(rates.re(i, j) / StrictMath.sqrt(decay.get(i) * decay.get(j))));
    return -1 / HermitianEigen.valuesOf(scaled)[0];
  }
}
