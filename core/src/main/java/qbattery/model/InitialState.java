package qbattery.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.linalg.HermitianEigen;
import qbattery.quantum.AlikeStates;
import qbattery.quantum.Space;
import qbattery.quantum.State;
import qbattery.quantum.StateVector;

/** The start of a battery as data; {@link #of(Battery)} makes the state. */
public sealed interface InitialState {

  /**
   * The state of a battery that starts so.
   *
   * @param battery the battery
   * @return its initial state
   * @throws IllegalArgumentException if this start does not fit the battery
   */
  State of(Battery battery);

  /**
   * The state as a vector, where it is known to be pure without its matrix being made.
   *
   * @param battery the battery
   * @return its initial state, or nothing if it is mixed or known by its matrix only
   * @throws IllegalArgumentException if this start does not fit the battery
   */
  default Optional<StateVector> vector(Battery battery) {
    return Optional.empty();
  }

  /** Every cell in |e>; a site of more levels in the highest. */
  record FullyExcited() implements InitialState {
    @Override
    public State of(Battery battery) {
      return sameOnEachSite(battery, new SiteState.Highest()).of(battery);
    }

    @Override
    public Optional<StateVector> vector(Battery battery) {
      return sameOnEachSite(battery, new SiteState.Highest()).vector(battery);
    }
  }

  /** Every cell in |g>; a site of more levels in the lowest. */
  record Ground() implements InitialState {
    @Override
    public State of(Battery battery) {
      return sameOnEachSite(battery, new SiteState.Lowest()).of(battery);
    }

    @Override
    public Optional<StateVector> vector(Battery battery) {
      return sameOnEachSite(battery, new SiteState.Lowest()).vector(battery);
    }
  }

  /** Every two-level cell in (|e> + |g>)/sqrt 2; santos2021, Sec. II B. */
  record Coherent() implements InitialState {
    @Override
    public State of(Battery battery) {
      return sameInEachCell(battery, CellState.PLUS);
    }

    @Override
    public Optional<StateVector> vector(Battery battery) {
      if (battery.space().hasMultiplets()) {
        return sameOnEachSite(battery, new SiteState.EachCell(CellState.PLUS)).vector(battery);
      }
      double[] plus = {StrictMath.sqrt(0.5), 0, StrictMath.sqrt(0.5), 0};
      StateVector cell = StateVector.of(Space.cells(1), plus);
      StateVector all = StateVector.product(Collections.nCopies(battery.space().sites(), cell));
      return new Pure(all).vector(battery);
    }
  }

  /**
   * Every cell in the classical mixture {@code excited |e><e| + (1 - excited) |g><g|}; santos2021,
   * Sec. II B has excited = 3/4.
   *
   * @param excited probability of |e>, from 0 to 1
   */
  record Classical(double excited) implements InitialState {

    /**
     * Checks the probability.
     *
     * @throws IllegalArgumentException if it lies outside [0, 1]
     */
    public Classical {
      if (!(excited >= 0 && excited <= 1)) {
        throw new IllegalArgumentException(
            "The probability of the excited state is %s; it must lie between 0 and 1."
                .formatted(excited));
      }
    }

    @Override
    public State of(Battery battery) {
      return sameInEachCell(battery, CellState.mixture(excited));
    }
  }

  /**
   * The thermal state exp(-H0/T)/Z of the storage Hamiltonian; the ground level's mixture at T = 0.
   *
   * @param temperature temperature in the units of H0, 0 or larger
   */
  record Thermal(double temperature) implements InitialState {

    /**
     * Checks the temperature.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Thermal {
      if (!(temperature >= 0) || Double.isInfinite(temperature)) {
        throw new IllegalArgumentException(
            "The temperature of a thermal state is %s; it must be a finite number, 0 or larger."
                .formatted(temperature));
      }
    }

    @Override
    public State of(Battery battery) {
      if (battery.space().hasMultiplets()) {
        return AlikeStates.thermal(battery.storage(), temperature);
      }
      HermitianEigen levels = HermitianEigen.of(battery.storage().matrix());
      double[] weights = levels.values();
      double ground = weights[0];
      double largest =
          StrictMath.max(StrictMath.abs(ground), StrictMath.abs(weights[weights.length - 1]));
      double same = 1e-12 * largest; // levels are known to rounding of the largest
      double sum = 0;
      for (int k = 0; k < weights.length; k++) {
        double above = weights[k] - ground;
        weights[k] =
            temperature == 0 ? (above <= same ? 1 : 0) : StrictMath.exp(-above / temperature);
        sum += weights[k];
      }
      ComplexMatrix v = levels.vectors();
      return State.of(
          battery.space(),
          v.times(ComplexMatrix.diagonal(weights).times(1 / sum)).times(v.adjoint()));
    }
  }

  /**
   * A product of states given cell by cell.
   *
   * @param cells the density matrix of each site, 2 x 2 for a cell
   */
  record Product(List<ComplexMatrix> cells) implements InitialState {

    /** Copies the list. */
    public Product {
      cells = List.copyOf(cells);
    }

    @Override
    public State of(Battery battery) {
      if (cells.size() != battery.space().sites()) {
        throw new IllegalArgumentException(
            "A product state needs one density matrix for each site: %d for the battery '%s', not %d."
                .formatted(battery.space().sites(), battery.name(), cells.size()));
      }
      List<State> factors = new ArrayList<>();
      for (int k = 0; k < cells.size(); k++) {
        Space site = battery.space().part(List.of(k));
        ComplexMatrix own = cells.get(k);
        factors.add(
            own.rows() == 2 && site.hasMultiplets()
                ? new SiteState.EachCell(own).on(site)
                : new SiteState.Given(own).on(site));
      }
      return State.product(factors);
    }
  }

  /**
   * A product of states given site by site, each site of any number of levels.
   *
   * @param sites the state of each site
   */
  record Sites(List<SiteState> sites) implements InitialState {

    /** Copies the list. */
    public Sites {
      sites = List.copyOf(sites);
    }

    /**
     * A product of states.
     *
     * @param sites the state of each site
     * @return their product
     */
    public static Sites of(SiteState... sites) {
      return new Sites(List.of(sites));
    }

    @Override
    public State of(Battery battery) {
      requireOneEach(battery);
      List<State> factors = new ArrayList<>();
      for (int k = 0; k < sites.size(); k++) {
        Space site = battery.space().part(List.of(k));
        factors.add(sites.get(k).on(site));
      }
      return State.product(factors);
    }

    @Override
    public Optional<StateVector> vector(Battery battery) {
      requireOneEach(battery);
      List<StateVector> factors = new ArrayList<>();
      for (int k = 0; k < sites.size(); k++) {
        Space site = battery.space().part(List.of(k));
        int levels = site.alikeCells(0).map(a -> a.cells() + 1).orElse(site.dimension());
        sites
            .get(k)
            .amplitudes(levels)
            .ifPresent(
                psi -> factors.add(StateVector.of(site, Arrays.copyOf(psi, 2 * site.dimension()))));
      }
      return factors.size() == sites.size()
          ? Optional.of(StateVector.product(factors))
          : Optional.empty();
    }

    private void requireOneEach(Battery battery) {
      List<Integer> levels = battery.space().localDimensions();
      if (levels.size() != sites.size()) {
        throw new IllegalArgumentException(
            "A product state needs one state for each site: %d for the battery '%s', not %d."
                .formatted(levels.size(), battery.name(), sites.size()));
      }
    }
  }

  /**
   * Any pure state.
   *
   * @param state its vector
   */
  record Pure(StateVector state) implements InitialState {
    @Override
    public State of(Battery battery) {
      return vector(battery).orElseThrow().state();
    }

    @Override
    public Optional<StateVector> vector(Battery battery) {
      if (!state.space().equals(battery.space())) {
        throw new IllegalArgumentException(
            "The initial state lives on another space than the battery '%s'."
                .formatted(battery.name()));
      }
      return Optional.of(state);
    }
  }

  /**
   * Any density matrix.
   *
   * @param matrix the density matrix in the product basis
   */
  record Given(ComplexMatrix matrix) implements InitialState {
    @Override
    public State of(Battery battery) {
      return State.of(battery.space(), matrix);
    }
  }

  /**
   * A state that is at hand, such as one that an evolution ended in.
   *
   * @param state the state
   */
  record Known(State state) implements InitialState {
    @Override
    public State of(Battery battery) {
      if (!state.space().equals(battery.space())) {
        throw new IllegalArgumentException(
            "The initial state lives on another space than the battery '%s'."
                .formatted(battery.name()));
      }
      return state;
    }
  }

  private static Sites sameOnEachSite(Battery battery, SiteState state) {
    return new Sites(Collections.nCopies(battery.space().sites(), state));
  }

  private static State sameInEachCell(Battery battery, ComplexMatrix cell) {
    return new Product(Collections.nCopies(battery.space().sites(), cell)).of(battery);
  }

  /** Density matrices of one cell. */
  final class CellState {

    /** {@code |e><e|}. */
    public static final ComplexMatrix EXCITED = mixture(1);

    /** {@code |g><g|}. */
    public static final ComplexMatrix GROUND = mixture(0);

    /** The projector on (|e> + |g>)/sqrt 2. */
    public static final ComplexMatrix PLUS =
        ComplexMatrix.generate(2, 2, (i, j) -> Complex.real(0.5));

    private CellState() {}

    /**
     * A classical mixture.
     *
     * @param excited probability of |e>
     * @return {@code excited |e><e| + (1 - excited) |g><g|}
     */
    public static ComplexMatrix mixture(double excited) {
      return ComplexMatrix.diagonal(excited, 1 - excited);
    }
  }
}
