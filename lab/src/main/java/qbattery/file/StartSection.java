package qbattery.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a battery starts; {@link qbattery.model.InitialState} with formulas for its numbers. */
public sealed interface StartSection {

  /** The starts that have a name. */
  enum Named implements StartSection, Word {
    /** Every site in its highest level. */
    EXCITED,
    /** Every site in its lowest level. */
    GROUND,
    /** Every cell in (|e> + |g>)/sqrt 2. */
    PLUS
  }

  /**
   * Every cell in a classical mixture.
   *
   * @param excited probability of |e>
   */
  record Mixture(Expression excited) implements StartSection {}

  /**
   * The thermal state of the storage Hamiltonian.
   *
   * @param temperature in the units of H0
   */
  record Thermal(Expression temperature) implements StartSection {}

  /**
   * A product of states of sites.
   *
   * @param states by the name of a part, or of one of its sites, which counts more; what is not
   *     named is in its lowest level
   */
  record Sites(Map<String, SiteSection> states) implements StartSection {

    /** Copies the map. */
    public Sites {
      states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    }
  }

  /**
   * A product of density matrices.
   *
   * @param sites the matrix of each site
   */
  record Product(List<Matrix> sites) implements StartSection {

    /** Copies the list. */
    public Product {
      sites = List.copyOf(sites);
    }
  }

  /**
   * Any pure state.
   *
   * @param amplitudes in the product basis, complex
   */
  record Pure(List<Expression> amplitudes) implements StartSection {

    /** Copies the list. */
    public Pure {
      amplitudes = List.copyOf(amplitudes);
    }
  }

  /**
   * Any density matrix.
   *
   * @param matrix in the product basis
   */
  record Given(Matrix matrix) implements StartSection {}

  /**
   * Of two ensembles: the charger up, the battery in equilibrium.
   *
   * @param temperature of the battery; 0 is down
   */
  record BatteryThermal(Expression temperature) implements StartSection {}

  /**
   * Where another start ends up after infinite time.
   *
   * @param from the other start
   */
  record Settled(StartSection from) implements StartSection {}
}
