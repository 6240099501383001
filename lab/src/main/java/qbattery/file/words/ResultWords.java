package qbattery.file.words;

import static qbattery.file.words.CommonWords.NUMBER;
import static qbattery.file.words.CommonWords.TEXT;
import static qbattery.file.words.Described.record;
import static qbattery.file.words.Field.is;
import static qbattery.file.words.Field.known;
import static qbattery.file.words.Field.may;
import static qbattery.file.words.GraphWords.GRAPH;
import static qbattery.file.words.Sort.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qbattery.file.Expectations;
import qbattery.file.tree.Node;
import qbattery.file.tree.View;
import qbattery.file.words.GraphWords.Links;
import qbattery.measure.Measure;
import qbattery.quantum.Operator;

/** The words of measures, results, expected numbers and outputs. */
public final class ResultWords {

  private static final Described<String> COLUMN = CommonWords.reference(Names.COLUMN);
  private static final Described<List<String>> COLUMNS = CommonWords.references(Names.COLUMN);

  /** A measure, as a word or with more about it. */
  public static final Described<MeasureSection> MEASURE = measure();

  /** A number for a whole run. */
  public static final Described<BuiltResult> RESULT = result();

  /** A number that a run is held to. */
  static final Described<Node> EXPECT = expect();

  /** A table or a figure. */
  static final Described<OutputSection> OUTPUT = output();

  private ResultWords() {}

  private static Described<MeasureSection> measure() {
    List<String> words =
        MeasureNames.all().stream().filter(w -> !w.equals(Measure.EXPECTATION.word())).toList();
    Described<Measure> kind =
        Described.of(
            new Shape.Choice("a measure", words),
            node -> MeasureNames.find(View.text(node)).orElseThrow(),
            word -> Node.text(word.word()));
    Field name =
        may(
            "name",
            TEXT,
            "Name of its column.",
            view -> Scope.measureName(view.mapping()).orElseThrow().text());
    var usual =
        record(
                Usual.class,
                "a measure",
                is("measure", kind, "What is measured; its word alone stands for this mapping.")
                    .to("kind"),
                may(
                    "of",
                    CommonWords.references(Names.MEASURED),
                    "Parts it is measured on, or the reservoir of a current. Without it, what stores: the"
                        + " parts that a term of storage names, even where the number before it is 0;"
                        + " of the total ergotropy all parts.",
                    List.of()),
                may(
                    "temperature",
                    NUMBER,
                    "For open work and free energy: temperature of the equilibrium."),
                may("excitations", NUMBER, "For a population: number of excitations."),
                may(
                    "graph",
                    GRAPH,
                    "For a concurrence: its links are the pairs (default: all pairs)."),
                name)
            .into(Usual::section);
    var expectation =
        record(
                Expectation.class,
                "an expectation value",
                is(
                    "expectation",
                    CommonWords.OPERATORS,
                    "The expectation value of a Hermitian operator."),
                name)
            .into(Expectation::section);
    return Described.<MeasureSection>cases(
            "a measure",
            List.of(when(MeasureSection.class, usual), when(MeasureSection.class, expectation)))
        .shortly("a measure", "measure", kind.shape());
  }

  /** What is measured, with all that a file may say of it. */
  private record Usual(
      Measure kind,
      List<String> of,
      Optional<Double> temperature,
      Optional<Double> excitations,
      Optional<Links> graph,
      String name) {

    MeasureSection section() {
      return new MeasureSection(
          name, kind, of, Optional.empty(), temperature.or(() -> excitations), graph);
    }
  }

  private record Expectation(Operator expectation, String name) {

    MeasureSection section() {
      return new MeasureSection(
          name,
          Measure.EXPECTATION,
          List.of(),
          Optional.of(expectation),
          Optional.empty(),
          Optional.empty());
    }
  }

  private static Described<BuiltResult> result() {
    List<Sort<? extends BuiltResult>> sorts = new ArrayList<>();
    for (ResultKind kind : ResultKind.values()) {
      sorts.add(new Sort<>(BuiltResult.class, result -> result.kind() == kind, result(kind)));
    }
    return Described.cases("a result", sorts);
  }

  private static Described<BuiltResult> result(ResultKind kind) {
    List<Field> fields = new ArrayList<>();
    Described<String> told =
        Described.text(
            new Shape.Choice(
                "what is told of them", List.of(ResultKind.NUMBER, ResultKind.SLOWEST_DECAY)));
    fields.add(
        (kind == ResultKind.STEADY_STATES
                ? is(kind.word(), told, kind.meaning())
                : is(kind.word(), CommonWords.reference(Names.MEASURE), kind.meaning()))
            .to("measure"));
    fields.add(
        kind.levelName()
            .map(name -> Field.present(is(name, NUMBER, level(kind)).to("level")))
            .orElse(known("level", Optional.empty())));
    if (kind.mayBeWithin()) {
      Described<String> result = CommonWords.reference(Names.RESULT);
      fields.add(
          may(
              "from",
              result,
              "The result at whose time the search begins (default: the first time)."));
      fields.add(
          may(
              "until",
              result,
              "The result at whose time the search ends (default: the last time)."));
    } else {
      fields.add(known("from", Optional.empty()));
      fields.add(known("until", Optional.empty()));
    }
    fields.add(
        may("name", TEXT, "Name of its column.", view -> Scope.resultName(view.mapping()).text()));
    fields.add(known("kind", kind));
    return record(BuiltResult.class, "a result", fields.toArray(Field[]::new));
  }

  private static String level(ResultKind kind) {
    return switch (kind) {
      case CROSSING -> "The value that is crossed.";
      case FALL -> "The share of the first value, between 0 and 1.";
      default -> "When it is taken.";
    };
  }

  /** What a number that is expected looks like; {@link Expectations} reads it. */
  private static Described<Node> expect() {
    return Described.tree(
        "an expected number",
        is(
            "result",
            CommonWords.reference(Names.RESULT),
            "The name of a result; for an ensemble also the name followed by 'of the mean curve'."),
        is("value", NUMBER, "The number that is expected."),
        is("tolerance", NUMBER, "Accepted deviation, in the unit of the result."),
        may("because", TEXT, "Why so far."),
        may("source", TEXT, "Where the number stands."),
        may(
            "at",
            NUMBER.byName("swept parameters with a value", Names.SWEPT, 2),
            "For a sweep: the value of each parameter at the place.",
            Map.of()));
  }

  private static Described<OutputSection> output() {
    var scale = Described.words("a scale", Spacing.class);
    var usual = Spacing.LINEAR;
    return Described.cases(
        "an output",
        List.of(
            when(
                OutputSection.Table.class,
                record(
                    OutputSection.Table.class,
                    "a table",
                    is("table", TEXT, "The file: .csv, .json or .h5.").to("file"),
                    may(
                        "columns",
                        COLUMNS,
                        "Which; all without it. What is swept stands in front.",
                        List.of()))),
            when(
                OutputSection.DecayModes.class,
                record(
                    OutputSection.DecayModes.class,
                    "decay modes",
                    is(
                            "decay modes",
                            TEXT,
                            "A table, .csv, .json or .h5: the rates at which each channel acts"
                                + " (the eigenvalues of its rate matrix), with the share of the"
                                + " start's excitations in the modes of each.")
                        .to("file"))),
            when(
                OutputSection.LongTimes.class,
                record(
                    OutputSection.LongTimes.class,
                    "long times",
                    is(
                            "long times",
                            TEXT,
                            "A text, .txt: what becomes of the battery after a long time, with the"
                                + " certificate of its steady states, frequencies that last, the"
                                + " measures there, and whether local channels are doubtful.")
                        .to("file"))),
            when(
                OutputSection.Figure.class,
                record(
                    OutputSection.Figure.class,
                    "a figure",
                    is("figure", TEXT, "The file: .svg, .png or .pdf.").to("file"),
                    is("x", COLUMN, "time, or a swept parameter."),
                    is("y", COLUMNS, "Curves; of a heat map, the other axis."),
                    may("colour", COLUMN, "Makes it a heat map of this, over x and y."),
                    may("title", TEXT, "Text in which $...$ is TeX; in the caption below."),
                    may("x label", TEXT, "Text in which $...$ is TeX, or TeX with a command."),
                    may("y label", TEXT, "The same."),
                    may("x scale", scale, "linear (default) or logarithmic.", usual),
                    may("y scale", scale, "linear (default) or logarithmic.", usual)))));
  }
}
