package qbattery.file;

import static qbattery.file.Described.held;
import static qbattery.file.Described.is;
import static qbattery.file.Described.kind;
import static qbattery.file.Described.may;
import static qbattery.file.Described.named;
import static qbattery.file.Described.record;
import static qbattery.file.Described.spliced;
import static qbattery.file.Described.under;
import static qbattery.file.Described.when;
import static qbattery.file.Described.words;

import java.util.List;
import java.util.Optional;
import qbattery.file.Amount.Around;
import qbattery.file.Amount.Draw;
import qbattery.file.Amount.Drawn;
import qbattery.file.Amount.Magnitude;
import qbattery.file.Amount.Several;
import qbattery.file.Amount.Single;
import qbattery.file.Amount.Uniform;
import qbattery.file.Described.Sort;
import qbattery.report.Numbers;

/** The words that stand in many places of a file: numbers, formulas, names, lists of them. */
final class CommonWords {

  static final Expression ZERO = Expression.of("0");

  static final Described<Expression> NUMBER =
      formula("a number or a formula", Shape.Formula.Kind.REAL);

  static final Described<Expression> COMPLEX =
      formula("a number or a formula, with i for the imaginary unit", Shape.Formula.Kind.COMPLEX);

  static final Described<Expression> OPERATOR =
      formula("a formula of operators, such as omega*number(cell)", Shape.Formula.Kind.OPERATOR);

  static final Described<List<Expression>> OPERATORS =
      OPERATOR.oneOrMore(
          "a formula of operators, or a list of them to be added", "a list of formulas", 0);

  /** A number whose formula has its value already, in a record of the model. */
  static final Described<Double> REAL =
      new Described<>(
          NUMBER.shape(),
          node -> Double.parseDouble(View.text(node)),
          value -> Node.text(Numbers.exact(value)));

  static final Described<List<Double>> REALS = REAL.listed("a list of numbers");

  static final Described<List<Expression>> NUMBERS = NUMBER.listed("a list of numbers");

  static final Described<Matrix> MATRIX =
      named(
          "matrix",
          () ->
              held(
                  Matrix.class,
                  COMPLEX.listed("a row of numbers").listed("a matrix as a list of rows")));

  static final Described<String> TEXT = Described.TEXT;

  static final Described<List<String>> PARTS = references(Names.PART);

  private static final String DISTRIBUTION =
      "a distribution, which is a uniform one (there is no normal one),";

  private static final Described<Draw> DRAW =
      named("distribution", () -> Described.cases(DISTRIBUTION, draws()));

  /** A number, several or a distribution, from which a list may be drawn. */
  static final Described<Amount> PARAMETER =
      amount(Described.cases(DISTRIBUTION, draws().stream().map(CommonWords::drawn).toList()));

  /** The same where how many are drawn is known. */
  static final Described<Amount> AMOUNT =
      named(
          "amount",
          () ->
              new Described<>(
                  amount(DRAW.as(d -> new Drawn(d, Optional.empty()), Drawn::from)).shape(),
                  PARAMETER.read(),
                  PARAMETER.write()));

  static final Described<Links> GRAPH = named("graph", CommonWords::graph);

  static final Described<Values> VALUES = named("values", CommonWords::values);

  private CommonWords() {}

  private static Described<Expression> formula(String what, Shape.Formula.Kind kind) {
    return new Described<>(new Shape.Formula(what, kind), View::expression, Tree::of);
  }

  /** A name that stands elsewhere in the file. */
  static Described<String> reference(Names names) {
    return Described.text(new Shape.Reference(names));
  }

  /** Such a name, or several. */
  static Described<List<String>> references(Names names) {
    return reference(names).oneOrMore(names.what() + ", or a list of them", "a list of names", 1);
  }

  private static Described<Amount> amount(Described<Drawn> drawn) {
    return Described.either(
        "a number, a list of numbers or a distribution",
        List.of(
            when(Single.class, held(Single.class, NUMBER)),
            when(Several.class, held(Several.class, NUMBERS)),
            when(Drawn.class, drawn)));
  }

  private static List<Sort<? extends Draw>> draws() {
    Described<Uniform> uniform =
        NUMBER
            .listed("[low, high]", 2, 2)
            .as(n -> new Uniform(n.get(0), n.get(1)), u -> List.of(u.low(), u.high()));
    Described<Around> around =
        NUMBER
            .listed("[centre, spread]", 2, 2)
            .as(n -> new Around(n.get(0), n.get(1)), a -> List.of(a.centre(), a.spread()));
    return List.of(
        under(Uniform.class, "uniform", uniform, "Uniform between two values."),
        under(
            Around.class,
            "around",
            around,
            "Uniform from centre*(1 - spread) to centre*(1 + spread)."),
        kind(Magnitude.class, "magnitude", DRAW, "The absolute value of what is drawn."));
  }

  /** A distribution, with how many are drawn. */
  private static Sort<Drawn> drawn(Sort<? extends Draw> from) {
    Shape.Fields alone = (Shape.Fields) from.of().shape();
    Described<Draw> any = new Described<>(alone, from.of().read()::apply, from::node);
    Described<Drawn> both =
        record(
            Drawn.class,
            alone.what(),
            spliced("from", any),
            may("each", NUMBER, "How many are drawn; makes the parameter a list."));
    return new Sort<>(Drawn.class, drawn -> from.has(drawn.from()), both);
  }

  private static Described<Links> graph() {
    Described<List<List<Expression>>> links =
        NUMBER.listed("a link as two cells, such as [1, 2]", 2, 2).listed("a list of links");
    return Described.either(
        "a graph",
        when(Links.Named.class, words("a graph", Links.Named.class)),
        when(
            Links.Pairs.class,
            record(
                Links.Pairs.class,
                "a graph",
                is("links", links, "Pairs of cells, counted from 1.").to("pairs"),
                may("name", TEXT, "What the graph is called.", "links"))));
  }

  private static Described<Values> values() {
    return Described.either(
        "a list of numbers, or from, to and count",
        when(Values.Listed.class, held(Values.Listed.class, NUMBERS)),
        when(
            Values.Spaced.class,
            record(
                Values.Spaced.class,
                "from, to and count",
                is("to", NUMBER, "The last value."),
                may("from", NUMBER, "The first value; 0 without it.", ZERO),
                is("count", NUMBER, "How many values."),
                may(
                    "spacing",
                    words("a spacing", Values.Spacing.class),
                    "linear (equal differences, default) or logarithmic (equal ratios).",
                    Values.Spacing.LINEAR))));
  }
}
