package qbattery.file.words;

import static qbattery.file.words.Described.held;
import static qbattery.file.words.Described.named;
import static qbattery.file.words.Described.record;
import static qbattery.file.words.Described.words;
import static qbattery.file.words.Field.is;
import static qbattery.file.words.Field.may;
import static qbattery.file.words.Field.spliced;
import static qbattery.file.words.Sort.kind;
import static qbattery.file.words.Sort.under;
import static qbattery.file.words.Sort.when;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import qbattery.file.formula.Expression;
import qbattery.file.tree.Node;
import qbattery.file.tree.View;
import qbattery.file.words.Amount.Drawn;
import qbattery.file.words.Amount.Several;
import qbattery.file.words.Amount.Single;
import qbattery.file.words.Shape.Formula.Kind;
import qbattery.linalg.Complex;
import qbattery.linalg.ComplexMatrix;
import qbattery.model.Distribution;
import qbattery.model.Distribution.Magnitude;
import qbattery.model.Distribution.Normal;
import qbattery.model.Distribution.Uniform;
import qbattery.quantum.Operator;
import qbattery.report.Numbers;

/** The words that stand in many places of a file: numbers, formulas, names, lists of them. */
public final class CommonWords {

  private static final int MOST_DRAWN = 100_000;
  private static final int MOST_VALUES = 1_000_000;

  /** A number as it was written. */
  static final Described<Expression> FORMULA =
      new Described<>(
          new Shape.Formula("a number or a formula", Kind.REAL),
          (node, values) -> Expression.of(node),
          formula -> Node.text(formula.toString()),
          CommonWords::stripped);

  public static final Described<Double> NUMBER =
      new Described<>(
          FORMULA.shape(),
          (node, values) -> values.real(Expression.of(node)),
          value -> Node.text(Numbers.exact(value)),
          CommonWords::stripped);

  static final Described<Complex> COMPLEX =
      new Described<>(
          new Shape.Formula("a number or a formula, with i for the imaginary unit", Kind.COMPLEX),
          (node, values) -> values.complex(Expression.of(node)),
          value -> Node.text(Expression.text(value)),
          CommonWords::stripped);

  static final Described<Operator> OPERATOR =
      new Described<>(
          new Shape.Formula("a formula of operators, such as omega*number(cell)", Kind.OPERATOR),
          (node, values) -> values.operator(Expression.of(node)),
          Described.unwritten(),
          CommonWords::stripped);

  /** A sum of operators. */
  public static final Described<Operator> OPERATORS =
      OPERATOR
          .oneOrMore(
              "a formula of operators, or a list of them to be added", "a list of formulas", 0)
          .into(
              (summands, values) ->
                  summands.stream().reduce(Operator.zero(values.parts().space()), Operator::plus));

  static final Described<List<Double>> NUMBERS = NUMBER.listed("a list of numbers");

  public static final Described<ComplexMatrix> MATRIX =
      named(
          "matrix",
          () ->
              COMPLEX
                  .listed("a row of numbers")
                  .listed("a matrix as a list of rows")
                  .as(CommonWords::matrix, CommonWords::rows));

  static final Described<String> TEXT = Described.TEXT;

  static final Described<List<String>> PARTS = references(Names.PART);

  private static final String DISTRIBUTION = "a distribution";

  private static final Described<Distribution> DRAW =
      named("distribution", () -> Described.cases(DISTRIBUTION, draws()));

  /** A number, several or a distribution, from which a list may be drawn. */
  static final Described<Amount> PARAMETER =
      amount(Described.cases(DISTRIBUTION, draws().stream().map(CommonWords::drawn).toList()));

  /** The same where how many are drawn is known. */
  public static final Described<Amount> AMOUNT =
      named("amount", () -> amount(DRAW.as(d -> new Drawn(d, Optional.empty()), Drawn::from)));

  /** Numbers in a row: times, or the values of a parameter that is swept. */
  public static final Described<double[]> VALUES = named("values", CommonWords::values);

  private CommonWords() {}

  private static Node stripped(Node node) {
    return Node.text(View.text(node).strip());
  }

  /** A whole number within bounds. */
  static Described<Integer> whole(int least, int most) {
    return new Described<>(
        FORMULA.shape(),
        (node, values) -> values.whole(Expression.of(node), least, most),
        value -> Node.text(Integer.toString(value)),
        CommonWords::stripped);
  }

  /** A number above 0. */
  public static Described<Double> positive() {
    return NUMBER.as(Numerics::positive, value -> value);
  }

  /** A name that stands elsewhere in the file. */
  static Described<String> reference(Names names) {
    return Described.text(new Shape.Reference(names));
  }

  /** Such a name, or several. */
  static Described<List<String>> references(Names names) {
    return reference(names).oneOrMore(names.what() + ", or a list of them", "a list of names", 1);
  }

  private static ComplexMatrix matrix(List<List<Complex>> rows) {
    int columns = rows.get(0).size();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() != columns) {
        throw new IllegalArgumentException(
            "Row %d of a matrix has %d numbers, the first %d; all rows have the same length."
                .formatted(i + 1, rows.get(i).size(), columns));
      }
    }
    return ComplexMatrix.generate(rows.size(), columns, (i, j) -> rows.get(i).get(j));
  }

  private static List<List<Complex>> rows(ComplexMatrix matrix) {
    return IntStream.range(0, matrix.rows())
        .mapToObj(
            i -> IntStream.range(0, matrix.columns()).mapToObj(j -> matrix.get(i, j)).toList())
        .toList();
  }

  private static Described<Amount> amount(Described<Drawn> drawn) {
    return Described.either(
        "a number, a list of numbers or a distribution",
        List.of(
            when(Single.class, held(Single.class, NUMBER)),
            when(Several.class, held(Several.class, NUMBERS)),
            when(Drawn.class, drawn)));
  }

  private static List<Sort<? extends Distribution>> draws() {
    Described<Uniform> uniform =
        NUMBER
            .listed("[low, high]", 2, 2)
            .as(n -> new Uniform(n.get(0), n.get(1)), u -> List.of(u.low(), u.high()));
    Described<Normal> normal =
        NUMBER
            .listed("[mean, deviation]", 2, 2)
            .as(n -> new Normal(n.get(0), n.get(1)), d -> List.of(d.mean(), d.deviation()));
    Described<Uniform> around =
        NUMBER.listed("[centre, spread]", 2, 2).into(n -> Uniform.around(n.get(0), n.get(1)));
    return List.of(
        under(Uniform.class, "uniform", uniform, "Uniform between two values."),
        under(
            Uniform.class,
            "around",
            around,
            "Uniform from centre*(1 - spread) to centre*(1 + spread)."),
        under(Normal.class, "normal", normal, "Normal, with a mean and a standard deviation."),
        kind(Magnitude.class, "magnitude", DRAW, "The absolute value of what is drawn."));
  }

  /** A distribution, with how many are drawn. */
  private static Sort<Drawn> drawn(Sort<? extends Distribution> from) {
    return new Sort<>(
        Drawn.class,
        drawn -> from.has(drawn.from()),
        record(
            Drawn.class,
            from.names().what(),
            spliced("from", from.of()),
            may("each", whole(1, MOST_DRAWN), "How many are drawn; makes the parameter a list.")));
  }

  /**
   * From a first to a last number.
   *
   * @param count how many
   */
  private record Spaced(double to, double from, int count, Spacing spacing) {

    double[] values() {
      return Numerics.spaced(from, to, count, spacing);
    }
  }

  private static Described<double[]> values() {
    return Described.either(
        "a list of numbers, or from, to and count",
        when(
            double[].class,
            NUMBERS.as(
                all -> all.stream().mapToDouble(Double::doubleValue).toArray(),
                all -> Arrays.stream(all).boxed().toList())),
        when(
            double[].class,
            record(
                    Spaced.class,
                    "from, to and count",
                    is("to", NUMBER, "The last value."),
                    may("from", NUMBER, "The first value (default: 0).", 0.0),
                    is("count", whole(2, MOST_VALUES), "How many values."),
                    may(
                        "spacing",
                        words("a spacing", Spacing.class),
                        "linear (equal differences, default) or logarithmic (equal ratios).",
                        Spacing.LINEAR))
                .into(Spaced::values)));
  }
}
