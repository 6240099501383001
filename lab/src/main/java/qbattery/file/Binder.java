package qbattery.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the records of a file from a tree that was found right. */
final class Binder {

  private static final String ZERO = "0";

  private Binder() {}

  static BatteryFile file(Node.Mapping root) {
    View file = new View(root);
    return new BatteryFile(
        file.text("battery", ""),
        file.text("description", ""),
        file.dictionary("parameters", Binder::amount),
        operators(file),
        file.dictionary("symbols", View::text),
        structure(file),
        file.has("interaction") ? couplings(file.node("interaction")) : List.of(),
        file.items("channels", ChannelBinder::channel),
        file.items("drives", DriveBinder::drive),
        StartBinder.start(file.node("start")),
        file.items("stages", Binder::stage),
        values(file.node("times")),
        file.items("measures", Binder::measure),
        file.items("results", Binder::result),
        file.dictionary("sweep", Binder::values).entrySet().stream()
            .map(e -> new Axis(e.getKey(), e.getValue()))
            .toList(),
        file.has("ensemble") ? Optional.of(ensemble(file.view("ensemble"))) : Optional.empty(),
        file.has("convergence")
            ? Optional.of(convergence(file.view("convergence")))
            : Optional.empty(),
        file.has("method") ? method(file.node("method")) : MethodSection.Named.USUAL,
        file.word("form", FormWord.class, FormWord.SMALLEST),
        file.items("outputs", Binder::output),
        file.items("expect", Binder::expect));
  }

  private static Map<String, OwnOperator> operators(View file) {
    var made = new LinkedHashMap<String, OwnOperator>();
    file.dictionary("operators", View::of)
        .forEach(
            (name, view) ->
                made.put(
                    name,
                    new OwnOperator(view.text("symbol", name), View.matrix(view.node("matrix")))));
    return made;
  }

  static Amount amount(Node node) {
    if (node instanceof Node.Scalar) {
      return new Amount.Single(View.expression(node));
    }
    return node instanceof Node.Sequence
        ? new Amount.Several(View.expressions(node))
        : new Amount.Drawn(draw(View.of(node)), View.of(node).optionalNumber("each"));
  }

  private static Amount amount(View view, String name) {
    return view.has(name) ? amount(view.node(name)) : new Amount.Single(Expression.of(ZERO));
  }

  private static Amount.Draw draw(View view) {
    if (view.has("uniform")) {
      List<Expression> ends = view.numbers("uniform");
      return new Amount.Uniform(ends.get(0), ends.get(1));
    }
    if (view.has("around")) {
      List<Expression> numbers = view.numbers("around");
      return new Amount.Around(numbers.get(0), numbers.get(1));
    }
    return new Amount.Magnitude(draw(view.view("magnitude")));
  }

  private static Structure structure(View file) {
    if (file.has("network")) {
      View network = file.view("network");
      return new Structure.Network(
          links(network.node("graph")),
          network.number("cells"),
          amount(network, "frequency"),
          amount(network, "coupling"),
          amount(network, "decay"),
          amount(network, "intracell"),
          network.word("frame", Structure.Frame.class, Structure.Frame.LABORATORY));
    }
    if (file.has("ensembles")) {
      View ensembles = file.view("ensembles");
      return new Structure.Ensembles(
          ensembles.number("battery"),
          ensembles.number("charger"),
          ensembles.number("frequency"),
          ensembles.number("rate"),
          ensembles.number("temperature"));
    }
    return new Structure.Parts(file.items("parts", Binder::part), file.numbers("storage"));
  }

  private static Structure.Part part(Node node) {
    View view = View.of(node);
    Structure.PartKind kind =
        List.of(Structure.PartKind.values()).stream()
            .filter(k -> view.has(k.word()))
            .findFirst()
            .orElseThrow();
    return new Structure.Part(
        kind, view.number(kind.word()), view.text("name", DefaultNames.part(kind)));
  }

  static Links links(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return Word.find(Links.Named.class, scalar.text()).orElseThrow();
    }
    View view = View.of(node);
    return new Links.Pairs(view.text("name", "links"), view.items("links", View::expressions));
  }

  private static List<Coupling> couplings(Node node) {
    return node instanceof Node.Scalar
        ? List.of(new Coupling.Term(View.expression(node)))
        : View.each(node, Binder::coupling);
  }

  private static Coupling coupling(Node node) {
    if (node instanceof Node.Scalar) {
      return new Coupling.Term(View.expression(node));
    }
    View view = View.of(node);
    return new Coupling.Exchange(
        amount(view, "exchange"), links(view.node("graph")), view.texts("of"));
  }

  static Values values(Node node) {
    if (node instanceof Node.Sequence) {
      return new Values.Listed(View.expressions(node));
    }
    View view = View.of(node);
    return new Values.Spaced(
        view.number("from", ZERO),
        view.number("to"),
        view.number("count"),
        view.word("spacing", Values.Spacing.class, Values.Spacing.LINEAR));
  }

  private static StageSection stage(Node node) {
    View view = View.of(node);
    return new StageSection(
        view.text("stage", ""),
        view.number("duration"),
        view.has("before") ? before(view.node("before")) : StageSection.NamedMap.KEEP,
        view.texts("off"));
  }

  private static StageSection.Map before(Node node) {
    return node instanceof Node.Scalar scalar
        ? Word.find(StageSection.NamedMap.class, scalar.text()).orElseThrow()
        : new StageSection.TakeAway(View.of(node).texts("take away"));
  }

  private static MeasureSection measure(Node node) {
    String name = Scope.measureName(node).orElseThrow().text();
    if (node instanceof Node.Scalar scalar) {
      return new MeasureSection(name, kind(scalar.text()), List.of());
    }
    View view = View.of(node);
    return view.has("expectation")
        ? new MeasureSection(
            name,
            MeasureSection.Kind.EXPECTATION,
            List.of(),
            View.expressions(view.node("expectation")),
            Optional.empty(),
            Optional.empty())
        : new MeasureSection(
            name,
            kind(view.text("measure", "")),
            view.texts("of"),
            List.of(),
            kind(view.text("measure", "")).numberName().flatMap(view::optionalNumber),
            view.has("graph") ? Optional.of(links(view.node("graph"))) : Optional.empty());
  }

  private static MeasureSection.Kind kind(String word) {
    return Word.find(MeasureSection.Kind.class, word).orElseThrow();
  }

  private static ResultSection result(Node node) {
    View view = View.of(node);
    ResultSection.Kind kind =
        List.of(ResultSection.Kind.values()).stream()
            .filter(k -> view.has(k.word()))
            .findFirst()
            .orElseThrow();
    return new ResultSection(
        Scope.resultName(view.mapping()).text(),
        kind,
        view.text(kind.word(), ""),
        kind.levelName().map(view::number),
        view.optionalText("from"),
        view.optionalText("until"));
  }

  private static EnsembleSection ensemble(View view) {
    return new EnsembleSection(
        view.number("realisations"),
        view.optionalNumber("seed"),
        view.optionalText("stream"),
        view.optionalNumber("standard error"));
  }

  private static ConvergenceSection convergence(View view) {
    return new ConvergenceSection(view.number("more levels"), view.number("tolerance"));
  }

  private static MethodSection method(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return Word.find(MethodSection.Named.class, scalar.text()).orElseThrow();
    }
    View view = View.of(node);
    return new MethodSection.Tolerances(view.number("relative"), view.number("absolute"));
  }

  private static ExpectSection expect(Node node) {
    View view = View.of(node);
    return new ExpectSection(
        view.text("result", ""),
        view.number("value"),
        view.number("tolerance"),
        view.optionalText("because"),
        view.optionalText("source"),
        view.dictionary("at", View::expression));
  }

  private static OutputSection output(Node node) {
    View view = View.of(node);
    return view.has("table")
        ? new OutputSection.Table(view.text("table", ""), view.texts("columns"))
        : new OutputSection.Figure(
            view.text("figure", ""),
            view.text("x", ""),
            view.texts("y"),
            view.optionalText("colour"),
            view.optionalText("title"),
            view.optionalText("x label"),
            view.optionalText("y label"),
            view.word("x scale", Values.Spacing.class, Values.Spacing.LINEAR),
            view.word("y scale", Values.Spacing.class, Values.Spacing.LINEAR));
  }
}
