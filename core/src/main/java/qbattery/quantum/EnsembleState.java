package qbattery.quantum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A state of an ensemble of N spins 1/2 that is symmetric under their exchange: a mixture over the
 * multiplets j, in each of which all copies are in the same state.
 *
 * <p>The ensemble may stand beside others: in each part the first site is its collective spin of 2j
 * + 1 levels, and the sites that follow belong to the others.
 *
 * @param spins N
 * @param parts the multiplets that have a weight
 */
public record EnsembleState(int spins, List<Part> parts) {

  /**
   * What the ensemble does in all copies of one multiplet together.
   *
   * @param multiplet the multiplet
   * @param weight probability to be in any of its copies, from 0 to 1
   * @param state state of one copy, normalised to trace 1; its first site has 2j + 1 levels
   */
  public record Part(Multiplet multiplet, double weight, State state) {

    /**
     * Checks shapes and weight.
     *
     * @throws IllegalArgumentException if the weight is not a probability or the first site is not
     *     the multiplet's
     */
    public Part {
      if (!(weight >= 0 && weight <= 1 + State.TOLERANCE)) {
        throw new IllegalArgumentException(
            "The weight of the multiplet 2j = %d is %s; it must lie between 0 and 1."
                .formatted(multiplet.twiceJ(), weight));
      }
      int levels = state.space().localDimensions().get(0);
      if (levels != multiplet.levels()) {
        throw new IllegalArgumentException(
            "A multiplet of 2j = %d has %d levels; the first site of its state has %d."
                .formatted(multiplet.twiceJ(), multiplet.levels(), levels));
      }
    }

    /**
     * Populations of the levels of the collective spin, whatever the other sites do.
     *
     * @return 2j + 1 probabilities, the highest level first
     */
    public double[] populations() {
      double[] found = new double[multiplet.levels()];
      int others = state.space().dimension() / found.length;
      for (int i = 0; i < state.space().dimension(); i++) {
        found[i / others] += state.element(i, i).re();
      }
      return found;
    }

    /** The state of the collective spin alone; it has no coherence if the whole has none. */
    Part alone() {
      if (state.space().sites() == 1) {
        return this;
      }
      boolean separate =
          state.space().sites() == 2
              && state.groups().equals(BasisGroups.byExcitations(state.space()));
      double[] populations = populations();
      // Equal numbers in all and in the other site leave equal numbers in this one.
      return new Part(
          multiplet,
          weight,
          separate
              ? DiagonalState.of(state.space().part(List.of(0)), level -> populations[level])
              : state.reduced(0));
    }
  }

  /**
   * Checks that the parts make up a state of N spins.
   *
   * @throws IllegalArgumentException if a multiplet is not one of N spins or occurs twice, or the
   *     weights do not sum to 1
   */
  public EnsembleState {
    parts = List.copyOf(parts);
    List<Multiplet> known = Multiplet.ofSpins(spins);
    double sum = 0;
    for (Part part : parts) {
      if (!known.contains(part.multiplet())) {
        throw new IllegalArgumentException(
            "%d spins have no multiplet of 2j = %d that occurs %s times."
                .formatted(spins, part.multiplet().twiceJ(), part.multiplet().multiplicity()));
      }
      sum += part.weight();
    }
    if (parts.stream().map(Part::multiplet).distinct().count() < parts.size()) {
      throw new IllegalArgumentException("A multiplet of an ensemble state occurs in two parts.");
    }
    if (!(StrictMath.abs(sum - 1) <= State.TOLERANCE)) {
      throw new IllegalArgumentException(
          "The weights of the multiplets sum to %.12g; they must sum to 1.".formatted(sum));
    }
  }

  /**
   * What it takes to hold the state, for reports: a map that leaves the symmetric multiplet shows
   * here.
   *
   * @return such as "10 spins in their symmetric multiplet, 11 levels in place of 2^10" or "10
   *     spins in 6 multiplets, one block for each total spin, 36 levels in place of 2^10"
   */
  public String description() {
    int levels = parts.stream().mapToInt(part -> part.multiplet().levels()).sum();
    boolean symmetric =
        parts.size() == 1 && parts.get(0).multiplet().equals(Multiplet.symmetric(spins));
    return "%d spins in %s, %d levels in place of 2^%d"
        .formatted(
            spins,
            symmetric
                ? "their symmetric multiplet"
                : "%d multiplets, one block for each total spin".formatted(parts.size()),
            levels,
            spins);
  }

  /**
   * The space of one multiplet. One below the symmetric multiplet has its levels alone: how often
   * it occurs stands in the state of the ensemble.
   *
   * @param spins N
   * @param levels 2j + 1
   * @return a collective spin of N cells for j = N/2, else a site of so many levels
   */
  public static Space space(int spins, int levels) {
    return levels == spins + 1 ? Space.collective(spins) : new Space(List.of(levels));
  }

  /**
   * A state in the symmetric multiplet, j = N/2.
   *
   * @param spins N
   * @param state its state; the first site has N + 1 levels
   * @return the state of the ensemble
   * @throws IllegalArgumentException if the first site has another number of levels
   */
  public static EnsembleState symmetric(int spins, State state) {
    return new EnsembleState(spins, List.of(new Part(Multiplet.symmetric(spins), 1, state)));
  }

  /**
   * The eigenvalues among all 2^N states of the spins, each multiplet with its copies; multiplets
   * without weight leave them zero. What stands beside the ensemble is part of the state.
   *
   * @return the populations, as many as the ensemble and what stands beside it have states
   */
  public Populations populations() {
    List<Populations.Share> shares = new ArrayList<>();
    BigInteger others = BigInteger.ONE;
    for (Part part : parts) {
      others = BigInteger.valueOf(part.state().space().dimension() / part.multiplet().levels());
      for (Spectrum.Level level : part.state().spectrum().levels()) {
        double together = part.weight() * StrictMath.max(0, level.value());
        if (together > 0) {
          shares.add(
              new Populations.Share(
                  together * level.multiplicity().doubleValue(),
                  part.multiplet().multiplicity().multiply(level.multiplicity())));
        }
      }
    }
    return new Populations(shares).within(others.shiftLeft(spins));
  }

  /**
   * The ensemble without what stands beside it.
   *
   * @return the state with all sites but the first traced out in each part
   */
  public EnsembleState alone() {
    return new EnsembleState(spins, parts.stream().map(Part::alone).toList());
  }

  /**
   * How many of the N spins are excited: the whole distribution.
   *
   * @return N + 1 probabilities, of 0 excitations first
   */
  public double[] excitations() {
    double[] found = new double[spins + 1];
    for (Part part : parts) {
      double[] populations = part.populations();
      int most = (spins + part.multiplet().twiceJ()) / 2;
      for (int i = 0; i < populations.length; i++) {
        found[most - i] += part.weight() * populations[i];
      }
    }
    return found;
  }

  /**
   * Mean number of excited spins; times the frequency, the energy above the ground state.
   *
   * @return {@code <J^z> + N/2}, from 0 to N
   */
  public double meanExcitations() {
    double[] distribution = excitations();
    double sum = 0;
    for (int k = 0; k < distribution.length; k++) {
      sum += k * distribution[k];
    }
    return sum;
  }
}
