package qbattery.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A battery file: the records of the model, with the formulas as they were written in place of
 * numbers.
 *
 * @param name what the battery is called
 * @param description what a reader should know; may be empty
 * @param parameters named numbers that formulas may use, in the order of the file
 * @param operators local operators of one's own that formulas may use
 * @param symbols TeX for axes and legends, by the name of a parameter, a measure or a result
 * @param structure what it is made of
 * @param interaction couplings; of a network or of ensembles, those added to its own
 * @param channels surroundings; of a network or of ensembles, those added to its own
 * @param drives what is switched in time
 * @param start how it starts
 * @param stages the protocol; none for one evolution over the times
 * @param times when it is measured
 * @param measures what is measured at each time
 * @param results what is taken from the measures, one number a run
 * @param sweep parameters that are swept, at most two
 * @param ensemble realisations of what is left to chance
 * @param convergence a check of the cutoffs
 * @param method how it is computed
 * @param form the form of the state that is evolved
 * @param outputs what a run writes
 * @param expect numbers that a run is held to
 */
public record BatteryFile(
    String name,
    String description,
    Map<String, Amount> parameters,
    Map<String, OwnOperator> operators,
    Map<String, String> symbols,
    Structure structure,
    List<Coupling> interaction,
    List<ChannelSection> channels,
    List<DriveSection> drives,
    StartSection start,
    List<StageSection> stages,
    Values times,
    List<MeasureSection> measures,
    List<ResultSection> results,
    List<Axis> sweep,
    Optional<EnsembleSection> ensemble,
    Optional<ConvergenceSection> convergence,
    MethodSection method,
    FormWord form,
    List<OutputSection> outputs,
    List<ExpectSection> expect) {

  /** The unit that the numbers of the file are in, as a name under {@code symbols}. */
  public static final String ENERGY_UNIT = "energy unit";

  /** Copies lists and maps. */
  public BatteryFile {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    operators = Collections.unmodifiableMap(new LinkedHashMap<>(operators));
    symbols = Collections.unmodifiableMap(new LinkedHashMap<>(symbols));
    interaction = List.copyOf(interaction);
    channels = List.copyOf(channels);
    drives = List.copyOf(drives);
    stages = List.copyOf(stages);
    measures = List.copyOf(measures);
    results = List.copyOf(results);
    sweep = List.copyOf(sweep);
    outputs = List.copyOf(outputs);
    expect = List.copyOf(expect);
  }

  /** The same with another interaction and other drives. */
  BatteryFile with(List<Coupling> otherInteraction, List<DriveSection> otherDrives) {
    return new BatteryFile(
        name,
        description,
        parameters,
        operators,
        symbols,
        structure,
        otherInteraction,
        channels,
        otherDrives,
        start,
        stages,
        times,
        measures,
        results,
        sweep,
        ensemble,
        convergence,
        method,
        form,
        outputs,
        expect);
  }
}
