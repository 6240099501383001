package qbattery.file;

import java.util.List;
import java.util.Optional;
import qbattery.dynamics.Method;
import qbattery.dynamics.StateForm;
import qbattery.dynamics.TimeGrid;
import qbattery.file.formula.PartTable;
import qbattery.file.words.BuiltResult;
import qbattery.file.words.StageMap;
import qbattery.measure.Continuity;
import qbattery.measure.Measure;
import qbattery.model.Battery;
import qbattery.model.CellNetwork;
import qbattery.model.CollectiveEnsembles;
import qbattery.model.Contact;
import qbattery.model.InitialState;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.Operator;
import qbattery.quantum.Space;

/**
 * The model of a file with numbers for all its parameters: one point of a sweep, one realisation.
 *
 * @param battery the battery; of two ensembles, both in their symmetric multiplets, and where these
 *     are too large to evolve two of one spin each in their place
 * @param parts which sites the parts are
 * @param network the network, if the file describes one
 * @param ensembles the two ensembles, if the file describes those
 * @param start how the battery starts
 * @param ensembleStart how two ensembles start, over all multiplets; of ensembles only
 * @param contacts the reservoirs in contact, whose channels the battery has already
 * @param stages the protocol; empty for one evolution over the times
 * @param times when to measure
 * @param measures what to measure at each time
 * @param results what to take from the measures
 * @param method how to evolve
 * @param form the form of the state
 */
public record Setup(
    Battery battery,
    PartTable parts,
    Optional<CellNetwork> network,
    Optional<CollectiveEnsembles> ensembles,
    InitialState start,
    Optional<EnsembleState> ensembleStart,
    List<Contact> contacts,
    List<BuiltStage> stages,
    TimeGrid times,
    List<BuiltMeasure> measures,
    List<BuiltResult> results,
    Method method,
    StateForm form) {

  /** Copies the lists. */
  public Setup {
    contacts = List.copyOf(contacts);
    stages = List.copyOf(stages);
    measures = List.copyOf(measures);
    results = List.copyOf(results);
  }

  /**
   * The same model with other measures and without results.
   *
   * @param others the measures
   * @return the model
   */
  public Setup measuring(List<BuiltMeasure> others) {
    return new Setup(
        battery,
        parts,
        network,
        ensembles,
        start,
        ensembleStart,
        contacts,
        stages,
        times,
        others,
        List.of(),
        method,
        form);
  }

  /** Most states that are evolved. */
  static final int LARGEST = 1 << Space.MAX_CELLS;

  private static long levels(CollectiveEnsembles ensembles) {
    return (ensembles.batterySize() + 1L) * (ensembles.chargerSize() + 1L);
  }

  /** Whether two ensembles are too large to be evolved in their symmetric multiplets. */
  static boolean isTooLarge(CollectiveEnsembles ensembles) {
    return levels(ensembles) > LARGEST;
  }

  /**
   * How many levels the battery has, two ensembles in their symmetric multiplets.
   *
   * @return the dimension of the space, or what it would be
   */
  public long dimension() {
    return ensembles.map(Setup::levels).orElse((long) battery.space().dimension());
  }

  /**
   * Whether two ensembles are so large that closed forms alone are in reach.
   *
   * @return whether their battery stands for them only
   */
  public boolean isTooLargeToEvolve() {
    return ensembles.filter(Setup::isTooLarge).isPresent();
  }

  /**
   * A stage of a protocol. What is done to two ensembles before it is in {@link #map}.
   *
   * @param name what it is called
   * @param duration how long it lasts, positive
   * @param battery the battery while it lasts, on the parts that are left; of two ensembles, the
   *     symmetric pair or the battery alone
   * @param kept which sites of the stage before (or of the start) are left, from 0, ascending
   * @param map of two ensembles: what is done to the state first
   */
  public record BuiltStage(
      String name, double duration, Battery battery, List<Integer> kept, StageMap map) {

    /** Copies the list. */
    public BuiltStage {
      kept = List.copyOf(kept);
    }
  }

  /**
   * A measure.
   *
   * @param name the name of its column
   * @param kind what is measured
   * @param sites the sites it is measured on, from 0, ascending; those that store, if the file does
   *     not say
   * @param operator of an expectation value; of what is counted in H0 + Hint, what a rotating frame
   *     adds to Hint, if the frame rotates
   * @param contact of a current
   * @param number of open work and free energy the temperature, of a population the number of
   *     excitations
   * @param pairs of a concurrence: the pairs of cells whose mean it is
   */
  public record BuiltMeasure(
      String name,
      Measure kind,
      List<Integer> sites,
      Optional<Operator> operator,
      Optional<Contact> contact,
      Optional<Double> number,
      List<List<Integer>> pairs) {

    /** Copies the lists. */
    public BuiltMeasure {
      sites = List.copyOf(sites);
      pairs = pairs.stream().map(List::copyOf).toList();
    }

    /**
     * How far off it may be if the state is.
     *
     * @param off by how much the state is off in the trace norm
     * @param dimension of the state
     * @param width how large it can be
     * @param value what it is
     * @param stored the energy that it divides by; NaN if it divides by none
     * @param storedWidth how large that can be
     * @return the bound; NaN if none is known
     */
    public double bound(
        double off,
        double dimension,
        double width,
        double value,
        double stored,
        double storedWidth) {
      return kind.continuity()
          .bound(
              off,
              new Continuity.Scale(
                  dimension, width, number.orElse(Double.NaN), value, stored, storedWidth));
    }
  }
}
