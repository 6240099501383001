package qbattery.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import qbattery.dynamics.Evolution;
import qbattery.dynamics.Method;
import qbattery.dynamics.StateForm;
import qbattery.dynamics.TimeGrid;
import qbattery.file.formula.Evaluator;
import qbattery.file.formula.PartTable;
import qbattery.file.tree.Node;
import qbattery.file.words.BatteryFile;
import qbattery.file.words.BuiltResult;
import qbattery.file.words.ChannelWords;
import qbattery.file.words.CommonWords;
import qbattery.file.words.DriveWords;
import qbattery.file.words.Grammar;
import qbattery.file.words.Parameters;
import qbattery.file.words.ResultWords;
import qbattery.file.words.StageSection;
import qbattery.file.words.StartWords;
import qbattery.file.words.StartWords.Start;
import qbattery.file.words.StructureWords;
import qbattery.model.Battery;
import qbattery.model.Contact;
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
    this.parameters = new Parameters(file.named("parameters"), swept, uniform);
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
    file.named("operators")
        .forEach(
            (key, node) ->
                attempts
                    .at("operators/" + key, () -> Grammar.OPERATOR.read(node, numbers).local(key))
                    .ifPresent(local -> own.put(key, local)));
    attempts.require(name);
    String structure = Grammar.structures().stream().filter(file::has).findFirst().orElseThrow();
    Optional<StructureBuilder.Frame> built =
        attempts.at(structure, () -> StructureBuilder.build(file, numbers, uniform));
    attempts.require(name);
    StructureBuilder.Frame frame = built.orElseThrow();
    return assemble(frame, new Evaluator(parameters, Optional.of(frame.parts()), own));
  }

  /** What gives formulas their values, on parts that were built before. */
  Evaluator evaluator(PartTable parts) {
    Evaluator numbers = Evaluator.ofNumbers(parameters);
    Map<String, LocalOperator> own = new LinkedHashMap<>();
    file.named("operators")
        .forEach((key, node) -> own.put(key, Grammar.OPERATOR.read(node, numbers).local(key)));
    return new Evaluator(parameters, Optional.of(parts), own);
  }

  /** What could be built of a list of the file. */
  private <T> List<T> each(String list, Function<Node, T> build) {
    List<T> built = new ArrayList<>();
    List<Node> nodes = file.list(list);
    for (int k = 0; k < nodes.size(); k++) {
      Node node = nodes.get(k);
      attempts.at(list + "/" + k, () -> build.apply(node)).ifPresent(built::add);
    }
    return built;
  }

  private String find(String parameter) {
    parameters.find(parameter);
    return parameter;
  }

  private Setup assemble(StructureBuilder.Frame frame, Evaluator evaluator) {
    Operator storage =
        file.get("storage")
            .flatMap(
                said ->
                    attempts.at(
                        "storage",
                        () -> hermitian("storage", CommonWords.OPERATORS.read(said, evaluator))))
            .orElse(frame.storage());
    Operator whole =
        each("interaction", said -> StructureWords.COUPLING.read(said, evaluator)).stream()
            .reduce(frame.interaction(), Operator::plus);
    attempts.at("interaction", () -> hermitian("interaction", whole));
    List<ChannelWords.Named> channels = new ArrayList<>();
    if (!frame.channels().isEmpty()) {
      channels.add(
          new ChannelWords.Named(frame.channelsName(), frame.channels(), Optional.empty()));
    }
    channels.addAll(each("channels", said -> ChannelWords.CHANNEL.read(said, evaluator)));
    List<DriveWords.Named> drives = each("drives", said -> DriveWords.DRIVE.read(said, evaluator));
    Optional<TimeGrid> times =
        attempts.at(
            "times", () -> TimeGrid.of(CommonWords.VALUES.read(file.node("times"), evaluator)));
    Optional<Method> method =
        attempts.at(
            "method",
            () ->
                file.get("method")
                    .map(said -> Grammar.METHOD.read(said, evaluator))
                    .orElse(Method.DormandPrince.USUAL));
    attempts.require(name);
    Optional<Battery> battery =
        attempts.at("battery", () -> battery(frame, storage, whole, channels, drives));
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
      List<ChannelWords.Named> channels,
      List<DriveWords.Named> drives) {
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
      List<ChannelWords.Named> channels,
      List<DriveWords.Named> drives,
      TimeGrid times,
      Method method) {
    StartBuilder starts = new StartBuilder(frame, battery);
    Optional<Start> said =
        attempts.at("start", () -> StartWords.START.read(file.node("start"), evaluator));
    Optional<InitialState> start =
        said.flatMap(from -> attempts.at("start", () -> starts.build(from)));
    if (method instanceof Method.Exact && !file.has("stages") && frame.ensembles().isEmpty()) {
      start.ifPresent(
          from -> attempts.at("method", () -> Evolution.requireExact(battery, from, times.last())));
    }
    Optional<Optional<EnsembleState>> ensembleStart =
        said.flatMap(from -> attempts.at("start", () -> starts.ofEnsembles(from)));
    List<Contact> contacts = channels.stream().flatMap(c -> c.contact().stream()).toList();
    StageBuilder stageBuilder = new StageBuilder(frame, battery, channels, drives);
    List<Setup.BuiltStage> stages =
        each("stages", stage -> stageBuilder.next(StageSection.STAGE.read(stage, evaluator)));
    MeasureBuilder measureBuilder = new MeasureBuilder(frame, battery, contacts);
    List<Setup.BuiltMeasure> measures =
        each(
            "measures",
            measure -> measureBuilder.build(ResultWords.MEASURE.read(measure, evaluator)));
    List<BuiltResult> results =
        each(
            "results",
            result -> MeasureBuilder.checked(ResultWords.RESULT.read(result, evaluator), times));
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
        file.get("form").map(Grammar.FORM::read).orElse(StateForm.SMALLEST));
  }

  /** A Hamiltonian that is one. */
  private Operator hermitian(String what, Operator operator) {
    Operator zero = Operator.zero(operator.space());
    return "storage".equals(what)
        ? new Battery(file.name(), operator.space(), operator, zero, List.of()).storage()
        : new Battery(file.name(), operator.space(), zero, operator, List.of()).interaction();
  }
}
