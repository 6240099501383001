package qbattery.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import qbattery.linalg.ComplexMatrix;
import qbattery.quantum.BasisGroups;
import qbattery.quantum.Observable;
import qbattery.quantum.State;

/**
 * Something that can be measured of a battery, as one piece of data: what it is called, its unit,
 * what it means, its formula and range, how it is calculated, and how far off it may be if the
 * state is.
 *
 * <p>hbar = k_B = 1, and there is one unit of energy, written E. The constants are all measures
 * that this program knows, {@link #all()} lists them. Another one is made by {@link #ofState}.
 *
 * <p>In the formulas rho is the state of the parts that are measured, H0 the storage Hamiltonian on
 * them with the levels {@code e_1 <= e_2 <= ...}, and {@code p_1 >= p_2 >= ...} the eigenvalues of
 * rho.
 *
 * @param word what it is called, such as "passive energy"
 * @param unit in the one unit of energy E: "E", "E^2" for energy in a unit of time, "nat", "1"
 * @param meaning what it is, in a sentence
 * @param formula how it is defined
 * @param range between which values it lies
 * @param source the paper and equation that define it, or {@link #TEXTBOOK}
 * @param numberName what the number is called that it needs, such as a temperature; nothing if it
 *     needs none
 * @param number that number, where it has been given by {@link #with}
 * @param calculation what it is calculated from, and how
 * @param continuity how far off it may be if the state is
 */
public record Measure(
    String word,
    String unit,
    String meaning,
    String formula,
    String range,
    String source,
    Optional<String> numberName,
    OptionalDouble number,
    Calculation calculation,
    Continuity continuity) {

  /** Energies. */
  public static final String ENERGY_UNIT = "E";

  /** Rates; times are in 1/E. */
  public static final String RATE_UNIT = "E";

  /** Energy in a unit of time. */
  public static final String POWER_UNIT = "E^2";

  /** Entropies. */
  public static final String ENTROPY_UNIT = "nat";

  /** Shares and other pure numbers. */
  public static final String NO_UNIT = "1";

  /** The source of what is defined everywhere alike. */
  public static final String TEXTBOOK = "textbooks";

  /**
   * Stored energy below this share of the width of H0 is too near the error of an evolution for a
   * ratio.
   */
  public static final double RESOLVED = 1e-9;

  /** Populations that differ by less are equal: a hundred times what the usual method is off. */
  private static final double EQUAL = 1e-7;

  /** What a measure is calculated from, and how. */
  public sealed interface Calculation {

    /**
     * From the reduced state of the parts that are measured.
     *
     * @param function its value; the second argument is the number of the measure, NaN if it has
     *     none
     */
    record OfState(ToDoubleBiFunction<State, Double> function) implements Calculation {}

    /**
     * From the reduced state of the parts that are measured and H0 on them.
     *
     * @param function its value
     */
    record OfStorage(StorageFunction function) implements Calculation {}

    /**
     * From the same and the time derivative of the state.
     *
     * @param function its value
     */
    record OfDerivative(DerivativeFunction function) implements Calculation {}

    /**
     * From the whole state, between some parts and the others.
     *
     * @param function its value; the second argument holds the sites of one side, from 0
     */
    record BetweenSides(ToDoubleBiFunction<State, int[]> function) implements Calculation {}

    /**
     * From the reduced states of pairs of cells, of which it is the mean.
     *
     * @param function its value for one pair
     */
    record MeanOfPairs(ToDoubleFunction<State> function) implements Calculation {}

    /**
     * From expectation values of operators that the battery's own Hamiltonian, drives and channels
     * give.
     *
     * @param rate which of them
     */
    record OfGenerator(Rate rate) implements Calculation {}
  }

  /** What is calculated from expectation values of operators. */
  public enum Rate {
    /** {@code tr(H0 d rho/dt)}. */
    POWER,
    /** The same over the energy. */
    RELATIVE_POWER,
    /** {@code tr(H D(rho))} of a contact. */
    ENERGY_CURRENT,
    /** {@code tr(N D(rho))} of a contact. */
    EXCITATION_CURRENT,
    /** Of two ensembles: that of the negativity. */
    NEGATIVITY_RATE,
    /** No rate: the population of the highest level of a mode. */
    HIGHEST_LEVEL,
    /** No rate: the mean of an operator. */
    EXPECTATION
  }

  /** A function of a state and the storage Hamiltonian. */
  @FunctionalInterface
  public interface StorageFunction {

    /**
     * The value.
     *
     * @param state the reduced state rho of the parts
     * @param storage H0 on the parts
     * @param number the number of the measure, NaN if it has none
     * @return the value
     */
    double of(State state, Observable storage, double number);
  }

  /** A function of a state, its time derivative and the storage Hamiltonian. */
  @FunctionalInterface
  public interface DerivativeFunction {

    /**
     * The value.
     *
     * @param state the reduced state rho of the parts
     * @param derivative drho/dt, one matrix for each block of the state
     * @param storage H0 on the parts
     * @return the value
     */
    double of(State state, List<ComplexMatrix> derivative, Observable storage);
  }

  /** Energy above the ground state. */
  public static final Measure ENERGY =
      ofStorage(
          "energy",
          ENERGY_UNIT,
          "Mean of H0 above its lowest level.",
          "U = tr(rho H0) - e_1",
          "0 to e_max - e_1",
          "santos2021, Sec. III",
          (state, storage, none) -> Energy.aboveGround(state, storage),
          Continuity.LINEAR);

  /** Most work that a unitary can take out. */
  public static final Measure ERGOTROPY =
      ofStorage(
          "ergotropy",
          ENERGY_UNIT,
          "Most work that a unitary can take out.",
          "U - (sum_k p_k e_k - e_1), over all states of what stores: 2^N of N cells, also where"
              + " they are described as one spin or ensemble",
          "0 to U; of spins more, where no symmetric level is the lowest of all",
          "Allahverdyan et al., Europhys. Lett. 67, 565 (2004); santos2021, Eq. 1; quach2020, Eqs. 9 and 10",
          (state, storage, none) -> Ergotropy.of(state, storage),
          Continuity.TWO_ENERGIES);

  /** Ergotropy counted in H0 + Hint; the storage that it is calculated with is H0 + Hint. */
  public static final Measure TOTAL_ERGOTROPY =
      ofStorage(
          "total ergotropy",
          ENERGY_UNIT,
          "Ergotropy counted in H0 + Hint.",
          "tr(rho H) - sum_k p_k h_k, h_1 <= h_2 <= ... the levels of H = H0 + Hint on the parts"
              + " named, all if none is, without drives",
          "0 or larger",
          "arjmandi2022, Sec. II B",
          (state, whole, none) -> Ergotropy.of(state, whole),
          Continuity.TWO_ENERGIES);

  /** Most work that a unitary can take out that treats all cells alike. */
  public static final Measure SYMMETRIC_ERGOTROPY =
      ofStorage(
          "symmetric ergotropy",
          ENERGY_UNIT,
          "Most work that a unitary can take out that treats all cells alike.",
          "sum over total spins j of the ergotropy of rho_j, the state in the multiplet j summed"
              + " over its copies: by unitaries that are symmetric under exchange of cells; of a symmetric state the"
              + " ergotropy on N + 1 levels",
          "0 to the ergotropy",
          "quach2020, Eqs. 9 and 10, counted on N + 1 levels",
          (state, storage, none) -> SymmetricErgotropy.of(state, storage),
          Continuity.TWO_ENERGIES);

  /** Ergotropy over energy. */
  public static final Measure EFFICIENCY =
      ofStorage(
          "efficiency",
          NO_UNIT,
          "Ergotropy over energy; empty where hardly any energy is stored.",
          "ergotropy over U; no value where U is nearly 0",
          "0 to 1; of spins more, as the ergotropy",
          "santos2021, Sec. II B",
          (state, storage, none) -> Efficiency.of(state, storage, RESOLVED),
          Continuity.ERGOTROPY_OVER_ENERGY);

  /** Ergotropy of the dephased state. */
  public static final Measure INCOHERENT_ERGOTROPY =
      ofStorage(
          "incoherent ergotropy",
          ENERGY_UNIT,
          "Ergotropy of the state dephased between energy levels.",
          "ergotropy of rho without its coherences between levels of H0 of different energy",
          "0 to the ergotropy",
          "Francica et al., Phys. Rev. Lett. 125, 180603 (2020)",
          (state, storage, none) ->
              Ergotropy.parts(state, storage, Dephasing.BETWEEN_ENERGY_LEVELS).incoherent(),
          Continuity.FOUR_ENERGIES);

  /** What of the ergotropy is in coherence. */
  public static final Measure COHERENT_ERGOTROPY =
      ofStorage(
          "coherent ergotropy",
          ENERGY_UNIT,
          "Ergotropy less that of the state dephased between energy levels.",
          "ergotropy less the incoherent one",
          "0 to the ergotropy",
          "Francica et al., Phys. Rev. Lett. 125, 180603 (2020)",
          (state, storage, none) ->
              Ergotropy.parts(state, storage, Dephasing.BETWEEN_ENERGY_LEVELS).coherent(),
          Continuity.FOUR_ENERGIES);

  /** Energy that no unitary can take out. */
  public static final Measure PASSIVE_ENERGY =
      ofStorage(
          "passive energy",
          ENERGY_UNIT,
          "Energy that no unitary can take out, above the lowest level.",
          "U less the ergotropy: what no unitary can take out",
          "0 to U; of spins less, where no symmetric level is the lowest of all",
          "Allahverdyan et al., Europhys. Lett. 67, 565 (2004)",
          (state, storage, none) ->
              Ergotropy.passiveEnergy(state, storage) - storage.symmetricSpectrum().min(),
          Continuity.TWO_ENERGIES);

  /** Time derivative of the passive energy, from the right. */
  public static final Measure PASSIVE_ENERGY_RATE =
      of(
          "passive energy rate",
          POWER_UNIT,
          "Time derivative of the passive energy, from the right.",
          "d/dt sum_k p_k e_k, from the right: where populations are equal, the fastest growing"
              + " comes first",
          "either sign",
          "arjmandi2022, Eq. 7",
          new Calculation.OfDerivative(
              (state, derivative, storage) ->
                  PassiveEnergyRate.of(state, derivative, storage, EQUAL)),
          Continuity.EXACT_STATES_ONLY);

  /** Energy above that of equilibrium at a temperature. */
  public static final Measure OPEN_WORK =
      ofStorage(
              "open work",
              ENERGY_UNIT,
              "Energy above that of equilibrium at a temperature.",
              "U less that of equilibrium at a temperature",
              "either sign",
              "quach2020, Eq. 8",
              OpenWork::of,
              Continuity.LINEAR)
          .needing("temperature");

  /** Free energy above that of equilibrium at a temperature. */
  public static final Measure FREE_ENERGY =
      ofStorage(
              "free energy",
              ENERGY_UNIT,
              "U - T S above that of equilibrium at a temperature T.",
              "(U - T S) less that of equilibrium at T: the most work that contact with the"
                  + " reservoir allows",
              "0 or larger",
              "Esposito and Van den Broeck, EPL 95, 40004 (2011)",
              OpenWork::withReservoir,
              Continuity.FREE_ENERGY)
          .needing("temperature");

  /** Probability of a number of excitations. */
  public static final Measure POPULATION =
      of(
              "population",
              NO_UNIT,
              "Probability of a number of excitations.",
              "probability that the parts hold so many excitations",
              "0 to 1",
              TEXTBOOK,
              new Calculation.OfState((state, excitations) -> population(state, excitations)),
              Continuity.LINEAR)
          .needing("excitations");

  /** l1 coherence over its largest value. */
  public static final Measure COHERENCE =
      ofState(
          "coherence",
          NO_UNIT,
          "l1 coherence over its largest value.",
          "l1 coherence over d - 1",
          "0 to 1",
          "santos2021, Sec. III A",
          L1Coherence::normalised,
          Continuity.ALL_ELEMENTS);

  /** Sum of the moduli of all elements off the diagonal. */
  public static final Measure L1_COHERENCE =
      ofState(
          "l1 coherence",
          NO_UNIT,
          "l1 coherence.",
          "sum over i != j of abs(rho_ij), in the basis of the sites",
          "0 to d - 1, d the number of levels",
          "Baumgratz, Cramer, Plenio, Phys. Rev. Lett. 113, 140401 (2014)",
          L1Coherence::of,
          Continuity.ALL_ELEMENTS);

  /** How much entropy the state gains when its coherence is lost. */
  public static final Measure RELATIVE_ENTROPY_OF_COHERENCE =
      ofState(
          "relative entropy of coherence",
          ENTROPY_UNIT,
          "Relative entropy of coherence.",
          "S(diagonal of rho) - S(rho)",
          "0 to log d",
          "Baumgratz, Cramer, Plenio, Phys. Rev. Lett. 113, 140401 (2014)",
          RelativeEntropyOfCoherence::of,
          Continuity.TWO_ENTROPIES);

  /** Von Neumann entropy. */
  public static final Measure ENTROPY =
      ofState(
          "entropy",
          ENTROPY_UNIT,
          "Von Neumann entropy.",
          "S = -tr(rho log rho)",
          "0 to log d",
          TEXTBOOK,
          Entropy::of,
          Continuity.ENTROPY);

  /** Purity. */
  public static final Measure PURITY =
      ofState(
          "purity",
          NO_UNIT,
          "Tr rho^2.",
          "tr(rho^2)",
          "1/d to 1",
          TEXTBOOK,
          Purity::of,
          Continuity.PURITY);

  /** Mean concurrence over pairs of cells. */
  public static final Measure CONCURRENCE =
      of(
          "concurrence",
          NO_UNIT,
          "Mean concurrence over pairs of cells.",
          "of Hill and Wootters, the mean over pairs of cells or over the links of a graph",
          "0 to 1",
          "Hill and Wootters, Phys. Rev. Lett. 78, 5022 (1997); santos2021, Eq. 14",
          new Calculation.MeanOfPairs(Concurrence::of),
          Continuity.CONCURRENCE);

  /** Logarithmic negativity between some parts and the others. */
  public static final Measure NEGATIVITY =
      of(
          "negativity",
          NO_UNIT,
          "Logarithmic negativity between the parts named and the others.",
          "log2 of the trace norm of the partial transpose, parts named against the rest",
          "0 or larger",
          "Vidal and Werner, Phys. Rev. A 65, 032314 (2002); quach2020, Eq. 12",
          new Calculation.BetweenSides((state, side) -> LogarithmicNegativity.of(state, side)),
          Continuity.NEGATIVITY);

  /** Of two ensembles: the time derivative of the negativity. */
  public static final Measure NEGATIVITY_RATE =
      ofGenerator(
          Rate.NEGATIVITY_RATE,
          "negativity rate",
          RATE_UNIT,
          "Time derivative of the logarithmic negativity, from the right.",
          "of two ensembles: its derivative from the right",
          "either sign",
          "quach2020, Eq. 12",
          Continuity.EXACT_STATES_ONLY);

  /** Energy that flows into the battery in a unit of time. */
  public static final Measure POWER =
      ofGenerator(
          Rate.POWER,
          "power",
          POWER_UNIT,
          "dU/dt of the stored energy, from the generator.",
          "dU/dt = tr(H0 d rho/dt)",
          "either sign",
          "arjmandi2022, Eq. 8",
          Continuity.LINEAR);

  /** Power over energy. */
  public static final Measure RELATIVE_POWER =
      ofGenerator(
          Rate.RELATIVE_POWER,
          "relative power",
          RATE_UNIT,
          "dU/dt over U; empty where hardly any energy is stored.",
          "dU/dt over U",
          "either sign",
          TEXTBOOK,
          Continuity.POWER_OVER_ENERGY);

  /** Energy current through a reservoir's contact. */
  public static final Measure ENERGY_CURRENT =
      ofGenerator(
          Rate.ENERGY_CURRENT,
          "energy current",
          POWER_UNIT,
          "tr(D[rho] (H0 + Hint)) of the contact; positive into the battery.",
          "tr(H D(rho)): energy that flows in through a reservoir's contact D in a unit of time, H"
              + " with the interaction",
          "either sign",
          "Levy and Kosloff, EPL 107, 20004 (2014)",
          Continuity.LINEAR);

  /** Excitations that flow through a reservoir's contact in a unit of time. */
  public static final Measure EXCITATION_CURRENT =
      ofGenerator(
          Rate.EXCITATION_CURRENT,
          "excitation current",
          RATE_UNIT,
          "tr(D[rho] N) of the contact; positive into the battery.",
          "tr(N D(rho)): excitations that flow in through a contact D in a unit of time",
          "either sign",
          "Levy and Kosloff, EPL 107, 20004 (2014)",
          Continuity.LINEAR);

  /** Population of the highest level of a mode. */
  public static final Measure HIGHEST_LEVEL =
      ofGenerator(
          Rate.HIGHEST_LEVEL,
          "highest level",
          NO_UNIT,
          "Population of the highest level of a mode.",
          "population of the highest level of a mode: whether its cutoff suffices",
          "0 to 1",
          TEXTBOOK,
          Continuity.LINEAR);

  /** Expectation value of an operator. */
  public static final Measure EXPECTATION =
      ofGenerator(
          Rate.EXPECTATION,
          "expectation",
          "of the operator",
          "Expectation value of an operator.",
          "tr(rho A) of an operator of your own",
          "its eigenvalues",
          TEXTBOOK,
          Continuity.LINEAR);

  private static final List<Measure> PARTS_OF_ENERGY =
      List.of(
          ENERGY,
          ERGOTROPY,
          SYMMETRIC_ERGOTROPY,
          INCOHERENT_ERGOTROPY,
          COHERENT_ERGOTROPY,
          PASSIVE_ENERGY);

  private static final List<Measure> WITH_RESERVOIR = List.of(OPEN_WORK, FREE_ENERGY);

  private static final List<Measure> ALL =
      List.of(
          ENERGY,
          ERGOTROPY,
          SYMMETRIC_ERGOTROPY,
          TOTAL_ERGOTROPY,
          EFFICIENCY,
          INCOHERENT_ERGOTROPY,
          COHERENT_ERGOTROPY,
          PASSIVE_ENERGY,
          PASSIVE_ENERGY_RATE,
          OPEN_WORK,
          FREE_ENERGY,
          POPULATION,
          COHERENCE,
          L1_COHERENCE,
          RELATIVE_ENTROPY_OF_COHERENCE,
          ENTROPY,
          PURITY,
          CONCURRENCE,
          NEGATIVITY,
          NEGATIVITY_RATE,
          POWER,
          RELATIVE_POWER,
          ENERGY_CURRENT,
          EXCITATION_CURRENT,
          HIGHEST_LEVEL,
          EXPECTATION);

  /**
   * All measures that this program knows.
   *
   * @return the constants of this class, in the order in which they are listed to a reader
   */
  public static List<Measure> all() {
    return ALL;
  }

  /**
   * The measure of a word.
   *
   * @param word what it is called
   * @return the measure, if there is one
   */
  public static Optional<Measure> find(String word) {
    return ALL.stream().filter(measure -> measure.word.equals(word)).findFirst();
  }

  /**
   * A measure of your own, of the state of what is measured.
   *
   * @param word what it is called
   * @param unit its unit, such as "E" or "1"
   * @param meaning what it is, in a sentence
   * @param function its value
   * @return the measure; no bound on its error is known
   */
  public static Measure ofState(
      String word, String unit, String meaning, ToDoubleFunction<State> function) {
    return ofState(word, unit, meaning, meaning, "any", "the caller", function, Continuity.UNKNOWN);
  }

  private static Measure ofState(
      String word,
      String unit,
      String meaning,
      String formula,
      String range,
      String source,
      ToDoubleFunction<State> function,
      Continuity continuity) {
    return of(
        word,
        unit,
        meaning,
        formula,
        range,
        source,
        new Calculation.OfState((state, none) -> function.applyAsDouble(state)),
        continuity);
  }

  private static Measure ofStorage(
      String word,
      String unit,
      String meaning,
      String formula,
      String range,
      String source,
      StorageFunction function,
      Continuity continuity) {
    return of(
        word,
        unit,
        meaning,
        formula,
        range,
        source,
        new Calculation.OfStorage(function),
        continuity);
  }

  private static Measure ofGenerator(
      Rate rate,
      String word,
      String unit,
      String meaning,
      String formula,
      String range,
      String source,
      Continuity continuity) {
    return of(
        word, unit, meaning, formula, range, source, new Calculation.OfGenerator(rate), continuity);
  }

  private static Measure of(
      String word,
      String unit,
      String meaning,
      String formula,
      String range,
      String source,
      Calculation calculation,
      Continuity continuity) {
    return new Measure(
        word,
        unit,
        meaning,
        formula,
        range,
        source,
        Optional.empty(),
        OptionalDouble.empty(),
        calculation,
        continuity);
  }

  /**
   * The same measure by another word.
   *
   * @param other what it is called
   * @return the measure; as it has another word, it does not equal this one, but it {@link #is} it
   */
  public Measure called(String other) {
    return new Measure(
        other, unit, meaning, formula, range, source, numberName, number, calculation, continuity);
  }

  private Measure needing(String name) {
    return new Measure(
        word,
        unit,
        meaning,
        formula,
        range,
        source,
        Optional.of(name),
        number,
        calculation,
        continuity);
  }

  /**
   * Whether it is the stored energy or a part of it, so that it lies between 0 and the width of H0.
   *
   * @return whether it does
   */
  public boolean isPartOfEnergy() {
    return PARTS_OF_ENERGY.stream().anyMatch(this::is);
  }

  /**
   * Whether it is made of energies counted in H0, and of entropies at most.
   *
   * @return whether it is a part of the energy, open work or free energy
   */
  public boolean isOfEnergies() {
    return isPartOfEnergy() || WITH_RESERVOIR.stream().anyMatch(this::is);
  }

  /**
   * Whether it is another measure by what is calculated, whatever it is called and whatever its
   * number.
   *
   * @param other the other measure
   * @return whether both are calculated alike
   */
  public boolean is(Measure other) {
    return calculation.equals(other.calculation);
  }

  /**
   * Whether it divides by the stored energy, so that it has no value where hardly any is stored.
   *
   * @return whether it is an efficiency or a relative power
   */
  public boolean isOverEnergy() {
    return is(EFFICIENCY) || is(RELATIVE_POWER);
  }

  /**
   * This measure with the number that it needs, such as {@code FREE_ENERGY.with(0.5)} at that
   * temperature.
   *
   * @param value the number, 0 or larger
   * @return the measure
   * @throws IllegalArgumentException if the measure needs no number, or the number is negative, not
   *     finite, or not whole where excitations are counted
   */
  public Measure with(double value) {
    String name =
        numberName.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The measure '%s' needs no number; use it as it is.".formatted(word)));
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "The %s of the measure '%s' is 0 or larger and finite, not %s."
              .formatted(name, word, value));
    }
    if (calculation instanceof Calculation.OfState && value != StrictMath.rint(value)) {
      throw new IllegalArgumentException(
          "A population is that of a whole number of excitations, not %s.".formatted(value));
    }
    return new Measure(
        word,
        unit,
        meaning,
        formula,
        range,
        source,
        numberName,
        OptionalDouble.of(value),
        calculation,
        continuity);
  }

  /**
   * Its value for a state, where that decides it.
   *
   * @param state the state of what is measured
   * @return the value
   * @throws IllegalArgumentException if more than the state is needed, or a number is missing
   */
  public double of(State state) {
    if (calculation instanceof Calculation.OfState given) {
      return given.function().applyAsDouble(state, needed());
    }
    throw needsMore(
        calculation instanceof Calculation.OfStorage
            ? "the storage Hamiltonian too; give it as the second argument"
            : "more than the state of one set of parts; measure it while a battery evolves");
  }

  /**
   * Its value for a state and the storage Hamiltonian.
   *
   * @param state the state of what is measured
   * @param storage H0 on the same space; of the total ergotropy H0 + Hint
   * @return the value
   * @throws IllegalArgumentException if more is needed, a number is missing, or the two do not fit
   */
  public double of(State state, Observable storage) {
    if (calculation instanceof Calculation.OfStorage given) {
      return given.function().of(state, storage, needed());
    }
    if (calculation instanceof Calculation.OfState) {
      return of(state);
    }
    throw needsMore("more than a state and H0; measure it while a battery evolves");
  }

  private double needed() {
    if (numberName.isPresent() && number.isEmpty()) {
      throw new IllegalArgumentException(
          "The measure '%s' needs a %s; give it by with(...)."
              .formatted(word, numberName.orElseThrow()));
    }
    return number.orElse(Double.NaN);
  }

  private IllegalArgumentException needsMore(String what) {
    return new IllegalArgumentException("The measure '%s' needs %s.".formatted(word, what));
  }

  /** The probability that so many excitations are in a state's sites together. */
  private static double population(State state, double excitations) {
    BasisGroups levels = BasisGroups.byExcitations(state.space());
    double sum = 0;
    for (int i = 0; i < state.space().dimension(); i++) {
      sum += levels.groupOf(i) == excitations ? state.element(i, i).re() : 0;
    }
    return sum;
  }

  @Override
  public String toString() {
    return word
        + (number.isPresent()
            ? " at %s %s".formatted(numberName.orElse(""), number.getAsDouble())
            : "");
  }
}
