package qbattery.file;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes a tree from the records of a file; the reverse of {@link Binder}. */
final class Unbinder {

  private Unbinder() {}

  static Node.Mapping tree(BatteryFile file) {
    Tree tree = new Tree().text("battery", file.name());
    if (!file.description().isEmpty()) {
      tree.text("description", file.description());
    }
    dictionary(tree, "parameters", file.parameters(), Unbinder::amount);
    dictionary(
        tree,
        "operators",
        file.operators(),
        own ->
            new Tree().text("symbol", own.symbol()).node("matrix", Tree.of(own.matrix())).done());
    dictionary(tree, "symbols", file.symbols(), Node::text);
    structure(tree, file.structure());
    tree.list("interaction", file.interaction(), Unbinder::coupling)
        .list("channels", file.channels(), PartUnbinder::channel)
        .list("drives", file.drives(), PartUnbinder::drive)
        .node("start", PartUnbinder.start(file.start()))
        .list("stages", file.stages(), Unbinder::stage)
        .node("times", values(file.times()))
        .list("measures", file.measures(), Unbinder::measure)
        .list("results", file.results(), Unbinder::result);
    if (!file.sweep().isEmpty()) {
      Tree sweep = new Tree();
      file.sweep().forEach(axis -> sweep.node(axis.parameter(), values(axis.values())));
      tree.node("sweep", sweep.done());
    }
    file.ensemble()
        .ifPresent(
            e ->
                tree.node(
                    "ensemble",
                    new Tree()
                        .number("realisations", e.realisations())
                        .number("seed", e.seed())
                        .text("stream", e.stream())
                        .number("standard error", e.target())
                        .done()));
    file.convergence()
        .ifPresent(
            c ->
                tree.node(
                    "convergence",
                    new Tree()
                        .number("more levels", c.moreLevels())
                        .number("tolerance", c.tolerance())
                        .done()));
    if (file.method() instanceof MethodSection.Tolerances t) {
      tree.node(
          "method",
          new Tree().number("relative", t.relative()).number("absolute", t.absolute()).done());
    } else {
      tree.word("method", (MethodSection.Named) file.method(), MethodSection.Named.USUAL);
    }
    return tree.word("form", file.form(), FormWord.SMALLEST)
        .list("outputs", file.outputs(), Unbinder::output)
        .list("expect", file.expect(), Unbinder::expect)
        .done();
  }

  private static <T> void dictionary(
      Tree tree, String name, Map<String, T> values, Function<T, Node> made) {
    if (!values.isEmpty()) {
      Tree inside = new Tree();
      values.forEach((key, value) -> inside.node(key, made.apply(value)));
      tree.node(name, inside.done());
    }
  }

  static Node amount(Amount amount) {
    if (amount instanceof Amount.Single single) {
      return Tree.of(single.value());
    }
    if (amount instanceof Amount.Several several) {
      return Tree.all(several.values());
    }
    Amount.Drawn drawn = (Amount.Drawn) amount;
    return draw(drawn.from()).number("each", drawn.each()).done();
  }

  private static Tree draw(Amount.Draw draw) {
    if (draw instanceof Amount.Uniform u) {
      return new Tree().node("uniform", Tree.all(List.of(u.low(), u.high())));
    }
    return draw instanceof Amount.Around a
        ? new Tree().node("around", Tree.all(List.of(a.centre(), a.spread())))
        : new Tree().node("magnitude", draw(((Amount.Magnitude) draw).of()).done());
  }

  private static void structure(Tree tree, Structure structure) {
    if (structure instanceof Structure.Parts parts) {
      tree.list(
              "parts",
              parts.parts(),
              p -> new Tree().number(p.kind().word(), p.size()).text("name", p.name()).done())
          .node("storage", Tree.oneOrMore(parts.storage(), Tree::of));
    } else if (structure instanceof Structure.Network n) {
      tree.node(
          "network",
          new Tree()
              .node("graph", links(n.graph()))
              .number("cells", n.cells())
              .node("frequency", amount(n.frequency()))
              .node("coupling", amount(n.coupling()))
              .node("decay", amount(n.decay()))
              .node("intracell", amount(n.intracell()))
              .word("frame", n.frame(), Structure.Frame.LABORATORY)
              .done());
    } else {
      Structure.Ensembles e = (Structure.Ensembles) structure;
      tree.node(
          "ensembles",
          new Tree()
              .number("battery", e.battery())
              .number("charger", e.charger())
              .number("frequency", e.frequency())
              .number("rate", e.rate())
              .number("temperature", e.temperature())
              .done());
    }
  }

  static Node links(Links links) {
    if (links instanceof Links.Named named) {
      return Node.text(named.word());
    }
    Links.Pairs pairs = (Links.Pairs) links;
    return new Tree()
        .node("links", Tree.all(pairs.pairs(), pair -> Tree.all(pair)))
        .text("name", pairs.name())
        .done();
  }

  private static Node coupling(Coupling coupling) {
    if (coupling instanceof Coupling.Term term) {
      return Tree.of(term.operator());
    }
    Coupling.Exchange exchange = (Coupling.Exchange) coupling;
    return new Tree()
        .node("exchange", amount(exchange.coupling()))
        .node("graph", links(exchange.graph()))
        .texts("of", exchange.of())
        .done();
  }

  private static Node values(Values values) {
    if (values instanceof Values.Listed listed) {
      return Tree.all(listed.values());
    }
    Values.Spaced spaced = (Values.Spaced) values;
    return new Tree()
        .number("from", spaced.from())
        .number("to", spaced.to())
        .number("count", spaced.count())
        .word("spacing", spaced.spacing(), Values.Spacing.LINEAR)
        .done();
  }

  private static Node stage(StageSection stage) {
    Tree tree = new Tree().text("stage", stage.name()).number("duration", stage.duration());
    if (stage.before() instanceof StageSection.TakeAway taken) {
      tree.node("before", new Tree().texts("take away", taken.parts()).done());
    } else {
      tree.word("before", (StageSection.NamedMap) stage.before(), StageSection.NamedMap.KEEP);
    }
    return tree.texts("off", stage.off()).done();
  }

  private static Node measure(MeasureSection measure) {
    if (measure.kind() == MeasureSection.Kind.EXPECTATION) {
      return new Tree()
          .node("expectation", Tree.oneOrMore(measure.operator(), Tree::of))
          .text("name", measure.name())
          .done();
    }
    String word = measure.kind().word();
    if (measure.of().isEmpty()
        && measure.number().isEmpty()
        && measure.graph().isEmpty()
        && measure.name().equals(word)) {
      return Node.text(word);
    }
    Tree tree = new Tree().text("measure", word).texts("of", measure.of());
    measure.kind().numberName().ifPresent(name -> tree.number(name, measure.number()));
    measure.graph().ifPresent(graph -> tree.node("graph", links(graph)));
    return measure.name().equals(DefaultNames.measure(word, measure.of()))
        ? tree.done()
        : tree.text("name", measure.name()).done();
  }

  private static Node result(ResultSection result) {
    String word = result.kind().word();
    String level = result.level().map(Expression::toString).orElse("");
    Tree tree = new Tree().text(word, result.measure());
    result.kind().levelName().ifPresent(name -> tree.number(name, result.level()));
    tree.text("from", result.from()).text("until", result.until());
    return result.name().equals(DefaultNames.result(word, result.measure(), level))
        ? tree.done()
        : tree.text("name", result.name()).done();
  }

  private static Node expect(ExpectSection expect) {
    Tree tree =
        new Tree()
            .text("result", expect.result())
            .number("value", expect.value())
            .number("tolerance", expect.tolerance())
            .text("because", expect.because())
            .text("source", expect.source());
    dictionary(tree, "at", expect.at(), Tree::of);
    return tree.done();
  }

  private static Node output(OutputSection output) {
    if (output instanceof OutputSection.Table table) {
      return new Tree().text("table", table.file()).texts("columns", table.columns()).done();
    }
    OutputSection.Figure figure = (OutputSection.Figure) output;
    return new Tree()
        .text("figure", figure.file())
        .text("x", figure.x())
        .texts("y", figure.y())
        .text("colour", figure.colour())
        .text("title", figure.title())
        .text("x label", figure.xLabel())
        .text("y label", figure.yLabel())
        .word("x scale", figure.xScale(), Values.Spacing.LINEAR)
        .word("y scale", figure.yScale(), Values.Spacing.LINEAR)
        .done();
  }
}
