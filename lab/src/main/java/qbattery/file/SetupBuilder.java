package qbattery.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Method;
import qbattery.dynamics.TimeGrid;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Battery;
import qbattery.model.Channel;
import qbattery.model.Contact;
import qbattery.model.Drive;
import qbattery.model.InitialState;
import qbattery.quantum.EnsembleState;
import qbattery.quantum.LocalOperator;
import qbattery.quantum.Operator;

/** Builds the model of a file, part by part, noting where it is refused. */
final class SetupBuilder {

  private final BatteryFile file;
  private final Attempts attempts;
  private final String name;
  private final Parameters parameters;
  private final DoubleSupplier uniform;

  SetupBuilder(Reading reading, Map<String, Double> swept, DoubleSupplier uniform) {
    this.file = reading.file();
    this.attempts = new Attempts(reading.places());
    this.name = reading.name();
    this.parameters = new Parameters(file.parameters(), swept, uniform);
    this.uniform = uniform;
  }

  /** All of it. */
  Setup build() {
    for (String parameter : parameters.names()) {
      attempts.at("parameters/" + parameter, () -> find(parameter));
    }
    attempts.require(name);
    Evaluator numbers = Evaluator.ofNumbers(parameters);
    Map<String, LocalOperator> own = new LinkedHashMap<>();
    file.operators()
        .forEach(
            (key, operator) ->
                attempts
                    .at("operators/" + key, () -> local(key, operator, numbers))
                    .ifPresent(local -> own.put(key, local)));
    attempts.require(name);
    Optional<StructureBuilder.Frame> built =
        attempts.at(
            StructureBuilder.path(file.structure()),
            () -> StructureBuilder.build(file.structure(), numbers, uniform));
    attempts.require(name);
    StructureBuilder.Frame frame = built.orElseThrow();
    return assemble(frame, new Evaluator(parameters, Optional.of(frame.parts()), own));
  }

  /** What gives formulas their values, on parts that were built before. */
  Evaluator evaluator(PartTable parts) {
    Evaluator numbers = Evaluator.ofNumbers(parameters);
    Map<String, LocalOperator> own = new LinkedHashMap<>();
    file.operators().forEach((key, operator) -> own.put(key, local(key, operator, numbers)));
    return new Evaluator(parameters, Optional.of(parts), own);
  }

  private String find(String parameter) {
    parameters.find(parameter);
    return parameter;
  }

  private Setup assemble(StructureBuilder.Frame frame, Evaluator evaluator) {
    Operator storage = frame.storage();
    if (file.structure() instanceof Structure.Parts described) {
      storage =
          attempts
              .at("storage", () -> hermitian("storage", evaluator.operator(described.storage())))
              .orElse(storage);
    }
    Operator interaction = frame.interaction();
    for (int k = 0; k < file.interaction().size(); k++) {
      Coupling coupling = file.interaction().get(k);
      Operator summand =
          attempts
              .at("interaction/" + k, () -> Couplings.of(coupling, frame.parts(), evaluator))
              .orElse(Operator.zero(frame.parts().space()));
      interaction = interaction.plus(summand);
    }
    Operator whole = interaction;
    attempts.at("interaction", () -> hermitian("interaction", whole));
    ChannelBuilder channelBuilder = new ChannelBuilder(frame.parts(), evaluator);
    List<NamedChannels> channels = new ArrayList<>();
    if (!frame.channels().isEmpty()) {
      channels.add(new NamedChannels(frame.channelsName(), frame.channels(), Optional.empty()));
    }
    for (int k = 0; k < file.channels().size(); k++) {
      ChannelSection section = file.channels().get(k);
      attempts.at("channels/" + k, () -> channelBuilder.build(section)).ifPresent(channels::add);
    }
    List<NamedDrives> drives = new ArrayList<>();
    for (int k = 0; k < file.drives().size(); k++) {
      DriveSection section = file.drives().get(k);
      attempts.at("drives/" + k, () -> Drives.build(section, evaluator)).ifPresent(drives::add);
    }
    Optional<TimeGrid> times = attempts.at("times", () -> Numerics.times(file.times(), evaluator));
    Optional<Method> method =
        attempts.at("method", () -> Numerics.method(file.method(), evaluator));
    attempts.require(name);
    Operator stored = storage;
    Optional<Battery> battery =
        attempts.at("battery", () -> battery(frame, stored, whole, channels, drives));
    attempts.require(name);
    return finish(
        frame,
        evaluator,
        battery.orElseThrow(),
        channels,
        drives,
        times.orElseThrow(),
        method.orElseThrow());
  }

  private Battery battery(
      StructureBuilder.Frame frame,
      Operator storage,
      Operator interaction,
      List<NamedChannels> channels,
      List<NamedDrives> drives) {
    return new Battery(
        file.name(),
        frame.parts().space(),
        storage,
        interaction,
        channels.stream().flatMap(c -> c.channels().stream()).toList(),
        drives.stream().flatMap(d -> d.drives().stream()).toList());
  }

  private Setup finish(
      StructureBuilder.Frame frame,
      Evaluator evaluator,
      Battery battery,
      List<NamedChannels> channels,
      List<NamedDrives> drives,
      TimeGrid times,
      Method method) {
    StartBuilder starts = new StartBuilder(frame, evaluator, battery);
    Optional<InitialState> start = attempts.at("start", () -> starts.build(file.start()));
    if (method instanceof Method.Exact && file.stages().isEmpty() && frame.ensembles().isEmpty()) {
      start.ifPresent(
          from -> attempts.at("method", () -> Evolution.requireExact(battery, from, times.last())));
    }
    Optional<Optional<EnsembleState>> ensembleStart =
        attempts.at("start", () -> starts.ofEnsembles(file.start()));
    List<Contact> contacts = channels.stream().flatMap(c -> c.contact().stream()).toList();
    StageBuilder stageBuilder = new StageBuilder(frame, evaluator, battery, channels, drives);
    List<Setup.BuiltStage> stages = new ArrayList<>();
    for (int k = 0; k < file.stages().size(); k++) {
      StageSection section = file.stages().get(k);
      attempts.at("stages/" + k, () -> stageBuilder.next(section)).ifPresent(stages::add);
    }
    MeasureBuilder measureBuilder = new MeasureBuilder(frame, evaluator, battery, contacts);
    List<Setup.BuiltMeasure> measures = new ArrayList<>();
    for (int k = 0; k < file.measures().size(); k++) {
      MeasureSection section = file.measures().get(k);
      attempts.at("measures/" + k, () -> measureBuilder.build(section)).ifPresent(measures::add);
    }
    List<Setup.BuiltResult> results = new ArrayList<>();
    for (int k = 0; k < file.results().size(); k++) {
      ResultSection section = file.results().get(k);
      attempts
          .at("results/" + k, () -> MeasureBuilder.result(section, evaluator, times))
          .ifPresent(results::add);
    }
    attempts.require(name);
    return new Setup(
        battery,
        frame.parts(),
        frame.network(),
        frame.ensembles(),
        start.orElseThrow(),
        ensembleStart.orElseThrow(),
        contacts,
        stages,
        times,
        measures,
        results,
        method,
        file.form().form());
  }

  private static LocalOperator local(String name, OwnOperator operator, Evaluator numbers) {
    return new LocalOperator(operator.symbol().orElse(name), matrix(operator.matrix(), numbers));
  }

  /** A matrix of numbers. */
  static ComplexMatrix matrix(Matrix matrix, Evaluator numbers) {
    int columns = matrix.rows().get(0).size();
    Complex[][] elements = new Complex[matrix.rows().size()][];
    for (int i = 0; i < elements.length; i++) {
      List<Expression> row = matrix.rows().get(i);
      if (row.size() != columns) {
        throw new IllegalArgumentException(
            "Row %d of a matrix has %d numbers, the first %d; all rows have the same length."
                .formatted(i + 1, row.size(), columns));
      }
      elements[i] = row.stream().map(numbers::complex).toArray(Complex[]::new);
    }
    return ComplexMatrix.generate(elements.length, columns, (i, j) -> elements[i][j]);
  }

  /** A Hamiltonian that is one. */
  private Operator hermitian(String what, Operator operator) {
    Operator zero = Operator.zero(operator.space());
    return "storage".equals(what)
        ? new Battery(file.name(), operator.space(), operator, zero, List.of()).storage()
        : new Battery(file.name(), operator.space(), zero, operator, List.of()).interaction();
  }

  /** The channels that one section of a file becomes. */
  record NamedChannels(String name, List<Channel> channels, Optional<Contact> contact) {}

  /** The drives that one section of a file becomes. */
  record NamedDrives(String name, List<Drive> drives) {}
}
